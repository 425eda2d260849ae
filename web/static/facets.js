/* Facets: a value is looked for as it is typed; the bars of the timeline are one stop for the Tab key. */
"use strict";
(() => {
  const PAUSE = 180; // milliseconds after a letter
  const MOST = 20; // values shown at once
  const kept = new WeakMap(); // the values that stood there before
  let waiting = 0;

  document.addEventListener("input", (event) => {
    const form = event.target.closest(".facet .find");
    if (!form) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => find(form, event.target.value.trim()), PAUSE);
  });

  async function find(form, words) {
    const list = form.parentElement.querySelector("ul");
    if (!kept.has(list)) kept.set(list, [...list.children]);
    if (!words) return list.replaceChildren(...kept.get(list));
    const answer = await fetch(`${form.action}?${new URLSearchParams(new FormData(form))}`).catch(() => null);
    if (!answer?.ok || form.elements.find.value.trim() !== words) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...[...page.querySelectorAll(".values li")].slice(0, MOST).map((one) => document.adoptNode(one)));
    document.getElementById("told").textContent = page.getElementById("total").textContent.trim();
  }

  function oneStop() {
    const bars = [...document.querySelectorAll(".bars a")];
    bars.forEach((bar, number) => bar.setAttribute("tabindex", number ? -1 : 0));
  }

  document.addEventListener("keydown", (event) => {
    const bar = event.target.closest?.(".bars a");
    if (!bar) return;
    const bars = [...document.querySelectorAll(".bars a")];
    const forward = document.documentElement.dir === "rtl" ? -1 : 1;
    const steps = { ArrowRight: forward, ArrowLeft: -forward, Home: -bars.length, End: bars.length };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = Math.min(Math.max(bars.indexOf(bar) + steps[event.key], 0), bars.length - 1);
    bars.forEach((one, number) => one.setAttribute("tabindex", number === next ? 0 : -1));
    bars[next].focus();
  });

  document.addEventListener("page", oneStop);
  oneStop();
})();
