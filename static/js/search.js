// Children as you type, below every search box. Without script the form is sent.
const WAIT = 200;
const LEAST = 2;

for (const box of document.querySelectorAll("input[data-suggest]")) suggest(box);

function suggest(box) {
  const panel = document.createElement("div");
  const said = document.createElement("p");
  let timer, asked, options = [], at = -1;

  panel.className = "suggest";
  panel.hidden = true;
  said.className = "govuk-visually-hidden";
  said.setAttribute("role", "status");
  box.type = "text"; // a search box may not be a combobox
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");
  box.parentElement.classList.add("suggest-holder");
  box.after(panel, said);

  function close() {
    clearTimeout(timer);
    asked?.abort();
    panel.hidden = true;
    options = [];
    mark(-1);
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-controls");
  }

  function mark(next) {
    options[at]?.setAttribute("aria-selected", "false");
    at = next;
    const chosen = options[at];
    if (!chosen) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", chosen.id);
  }

  function show(text) {
    panel.innerHTML = text;
    const list = panel.querySelector("[role=listbox]");
    options = [...panel.querySelectorAll("[role=option]")];
    options.forEach((option, number) => { option.id = `${box.id}-option-${number}`; });
    at = -1;
    box.removeAttribute("aria-activedescendant");
    list.id = `${box.id}-list`;
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "true");
    panel.hidden = false;
    said.textContent = list.dataset.said;
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const typed = box.value.trim();
    const query = new URLSearchParams({ q: typed, as: "list" });
    try {
      const answer = await fetch(`${box.dataset.suggest}?${query}`, { signal: asked.signal });
      // Signed out meanwhile: the form itself leads to the sign-in.
      if (!answer.ok || answer.redirected) return close();
      const text = await answer.text();
      if (box.value.trim() === typed && document.activeElement === box) show(text);
    } catch (trouble) {
      if (trouble.name !== "AbortError") close();
    }
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (box.value.trim().length < LEAST) return close();
    timer = setTimeout(ask, WAIT);
  });

  box.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    const last = options.length - 1;
    const moves = {
      ArrowDown: () => mark(at === last ? 0 : at + 1),
      ArrowUp: () => mark(at <= 0 ? last : at - 1),
      Escape: close,
    };
    if (event.key === "Enter" && options[at]) moves.Enter = () => location.assign(options[at].dataset.href);
    if (event.key === "Tab") close();
    if (!moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  });

  box.addEventListener("blur", close);
  // Pressing the mouse must not take the focus, or the list is gone before the click.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  panel.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  box.form?.addEventListener("submit", close);
}
