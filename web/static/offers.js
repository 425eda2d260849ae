/* Offers: the search box completes what is typed with speakers, outlets and phrases of the index (a combobox as the
   ARIA Authoring Practices describe it). page.js fetches this file when somebody enters the box; without it a plain datalist
   offers the most frequent names. */
"use strict";
(() => {
  const PAUSE = 120; // milliseconds after a letter
  const LONGEST = 100; // characters; what is longer is completed by nothing
  let waiting = 0;
  let offers = [];
  let at = -1;

  function begin() {
    const box = document.getElementById("q");
    if (!box) return;
    box.removeAttribute("list");
    const list = Object.assign(document.createElement("ul"), { id: "offers", className: "offers", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.labels[0].textContent);
    box.after(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "offers", "aria-expanded": "false" })) box.setAttribute(name, value);
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => ask(box, list), PAUSE);
    });
    box.addEventListener("keydown", (event) => pressed(event, box, list));
    box.addEventListener("blur", () => show(box, list, []));
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const chosen = event.target.closest("li");
      if (chosen) take(box, offers[[...list.children].indexOf(chosen)]);
    });
    if (document.activeElement === box && box.value !== box.defaultValue) ask(box, list); // typed while this was on its way
  }

  async function ask(box, list) {
    const typed = box.value;
    if (typed.trim().length < 2 || typed.length > LONGEST) return show(box, list, []);
    const answer = await fetch(`/suggest.json?${new URLSearchParams({ q: typed })}`).catch(() => null);
    if (answer?.ok && box.value === typed && document.activeElement === box) show(box, list, await answer.json());
  }

  function show(box, list, found) {
    offers = found;
    at = -1;
    list.replaceChildren(...found.map(row));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
  }

  function row(offer, number) {
    const item = Object.assign(document.createElement("li"), { id: `offer-${number}` });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const [name, kind] = [document.createElement("bdi"), document.createElement("span")];
    name.textContent = offer.text;
    kind.className = "kind";
    kind.textContent = offer.label;
    item.append(name, kind);
    return item;
  }

  function pressed(event, box, list) {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      at = ((at + 1 + step + offers.length + 1) % (offers.length + 1)) - 1; // -1 is the box itself
      [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
      if (at < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", `offer-${at}`);
    } else if (event.key === "Escape") {
      event.preventDefault();
      show(box, list, []);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      take(box, offers[at]);
    }
  }

  /* A name narrows what is searched; a phrase is searched for. */
  function take(box, offer) {
    const form = box.form;
    if (offer.facet) {
      box.value = "";
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: offer.facet, value: offer.value }));
    } else box.value = offer.text;
    form.requestSubmit();
  }

  document.addEventListener("page", begin);
  begin();
})();
