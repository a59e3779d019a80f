"use strict";
// The page is complete without this script: it only opens everything at once, by hand or for print.
const folds = Array.from(document.querySelectorAll("details"));
const setAll = (open) => folds.forEach((fold) => { fold.open = open; });
for (const button of document.querySelectorAll("button[data-open-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    setAll(open);
  });
}
let before = [];
addEventListener("beforeprint", () => { before = folds.map((fold) => fold.open); setAll(true); });
addEventListener("afterprint", () => { folds.forEach((fold, index) => { fold.open = before[index]; }); });
