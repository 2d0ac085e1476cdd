// Moves the progress of background work by itself. Without script a link does.
const EVERY = 2000;
const AT_MOST = 600; // looks: then the person is away, and must not stay signed in by this

let left = AT_MOST;

async function look() {
  left -= 1;
  if (left) setTimeout(look, EVERY);
  const answer = await fetch(location.href).catch(() => null);
  // Signed out meanwhile, or the server is away: the link still leads on.
  if (!answer?.ok || answer.redirected) return;
  const shown = document.getElementById("progress");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("progress");
  if (!fresh) return;
  if (!("progress" in fresh.dataset)) {
    location.reload();
    return;
  }
  // Only what changes: whoever stands on a button stays there.
  const [now, next] = [shown, fresh].map((part) => part.querySelector("progress"));
  if (now && next) {
    now.max = next.max;
    now.value = next.value;
    shown.querySelector("label").textContent = fresh.querySelector("label").textContent;
  } else if (!shown.contains(document.activeElement)) {
    shown.replaceChildren(...fresh.childNodes);
  }
}

setTimeout(look, EVERY);
