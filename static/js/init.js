// Small helps for people whose browser runs scripts. Every page works without them.
import { initAll } from "../vendor/govuk/govuk-frontend.min.js";
import { keepFiles } from "./files.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}

// Long parts start closed on a small screen: the menu and the filters.
const narrow = window.matchMedia("(max-width: 61.99em)");
for (const part of document.querySelectorAll("details[data-closed-when-narrow]")) {
  const fit = () => { part.open = !narrow.matches; };
  fit();
  narrow.addEventListener("change", fit);
}

// A table that folds into cards is still a table to a screen reader.
const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
for (const table of document.querySelectorAll("table.table--folds")) {
  for (const [tag, role] of Object.entries(roles)) {
    const parts = tag === "table" ? [table] : table.querySelectorAll(tag);
    for (const part of parts) part.setAttribute("role", role);
  }
  for (const head of table.querySelectorAll("th")) {
    head.setAttribute("role", head.scope === "row" ? "rowheader" : "columnheader");
  }
}

// Escape closes an open menu and gives the focus back to its button.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.user-menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

initAll();

for (const box of document.querySelectorAll("[data-files]")) keepFiles(box);
