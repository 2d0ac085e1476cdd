// Files chosen in several goes: each adds to the list, and each can be taken out again.
// GOV.UK's own script makes the place to drop them; without script there is a plain box.
const UNITS = ["bytes", "KB", "MB", "GB"];

function size(bytes) {
  let unit = 0;
  while (bytes >= 1024 && unit < UNITS.length - 1) { bytes /= 1024; unit += 1; }
  return `${bytes < 10 && unit ? bytes.toFixed(1) : Math.round(bytes)} ${UNITS[unit]}`;
}

function same(one, other) {
  return one.name === other.name && one.size === other.size
    && one.lastModified === other.lastModified;
}

export function keepFiles(box) {
  const input = box.querySelector('input[type="file"]');
  if (!input || !input.multiple || !window.DataTransfer) return;
  // The button's name must hold the words that are seen on it: so no hidden comma.
  const comma = box.querySelector('[id$="-comma"]');
  if (comma) {
    comma.textContent = " ";
    comma.before(" ");
  }
  const list = document.createElement("ul");
  list.className = "files__list";
  list.setAttribute("aria-label", "Chosen files");
  list.hidden = true;
  box.insertAdjacentElement("afterend", list);
  let kept = [];
  let ours = false;

  function hand(files) {
    kept = files;
    const carrier = new DataTransfer();
    for (const file of kept) carrier.items.add(file);
    input.files = carrier.files;
    ours = true;
    input.dispatchEvent(new Event("change"));
    ours = false;
    draw();
  }

  function draw() {
    list.replaceChildren(...kept.map(line));
    list.hidden = kept.length === 0;
  }

  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${file.name}, ${size(file.size)} `;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "files__remove";
    button.textContent = "Remove";
    button.setAttribute("aria-label", `Remove ${file.name}`);
    button.addEventListener("click", () => {
      const place = kept.indexOf(file);
      hand(kept.filter((other) => other !== file));
      const buttons = list.querySelectorAll("button");
      const next = buttons[Math.min(place, buttons.length - 1)] || box.querySelector("button");
      if (next) next.focus();
    });
    item.append(name, button);
    return item;
  }

  input.addEventListener("change", () => {
    if (ours) return;
    const more = [...input.files].filter((file) => !kept.some((one) => same(one, file)));
    hand([...kept, ...more]);
  });
}
