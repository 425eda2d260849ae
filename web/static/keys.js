/* Keys: / to the search box, j and k from hit to hit, ? for a list; none where a reader turned them off, and none
   while something is being typed (WCAG 2.1.4). And buttons that copy. */
"use strict";
(() => {
  const dialog = document.getElementById("keys");
  const deeds = {
    "/": () => document.getElementById("q")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    "?": () => dialog.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (document.documentElement.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.closest("input, select, textarea, [contenteditable]") || !(event.key in deeds)) return;
    event.preventDefault();
    deeds[event.key]();
  });

  function step(by) {
    const hits = [...document.querySelectorAll(".hits > li, .hit-here")];
    if (!hits.length) return;
    const here = hits.findIndex((hit) => hit.classList.contains("here") || hit.contains(document.activeElement));
    const next = Math.min(Math.max(here < 0 ? (by > 0 ? 0 : hits.length - 1) : here + by, 0), hits.length - 1);
    hits.forEach((hit, number) => hit.classList.toggle("here", number === next));
    (hits[next].querySelector("a.to") ?? hits[next]).focus({ preventScroll: true });
    hits[next].scrollIntoView({ block: "nearest" });
  }

  function copies() {
    for (const button of document.querySelectorAll("button.copy")) button.hidden = !navigator.clipboard;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    await navigator.clipboard.writeText(button.parentElement.querySelector("pre").textContent);
    document.getElementById("told").textContent = button.textContent = button.dataset.done;
  });

  document.addEventListener("page", copies);
  copies();
})();
