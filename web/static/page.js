/* In place: a link or a form that leads to the same page with another query changes this one, with its history,
   its focus and its place kept. Everything here works without it, only slower. */
"use strict";
(() => {
  const PATIENCE = 300; // milliseconds before a reader is told that something is being loaded
  const busy = document.getElementById("busy");
  const told = document.getElementById("told");
  let shown = location.pathname + location.search;
  let asked = new AbortController();
  let resting = 0;

  /* Where a page is changed in place, its place on the screen is kept with its history, and found again by a page
     that is loaded anew; elsewhere the browser does it. */
  if (inPlace()) {
    history.scrollRestoration = "manual";
    rest(history.state);
    addEventListener("load", () => rest(history.state));
  }
  addEventListener("scroll", () => {
    clearTimeout(resting);
    if (inPlace()) resting = setTimeout(remember, 100);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href, location.href);
    if (!leadsHere(url) || link.rel.includes("external") || url.search === location.search) return;
    event.preventDefault();
    go(url, mark(link));
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    const url = new URL(button?.hasAttribute("formaction") ? button.formAction : form.action, location.href);
    if (form.method !== "get" || !leadsHere(url)) return;
    event.preventDefault();
    const given = [...new FormData(form)].filter(([, value]) => value);
    if (button?.name) given.push([button.name, button.value]);
    url.search = new URLSearchParams(given);
    go(url, mark(form.contains(document.activeElement) ? document.activeElement : button)); // Enter names a button, too
  });

  addEventListener("popstate", async (event) => {
    clearTimeout(resting); // which would remember the place of the page that is left
    const another = location.pathname + location.search !== shown;
    if (!another || (await load(new URL(location.href)))) rest(event.state ?? (another ? { at: 0 } : null));
  });

  function inPlace() {
    return document.body.matches(".results, .listing");
  }

  function leadsHere(url) {
    return url.origin === location.origin && url.pathname === location.pathname && inPlace();
  }

  function remember() {
    history.replaceState({ ...history.state, at: scrollY }, "");
  }

  function rest(state) {
    if (state && "at" in state) scrollTo({ top: state.at, behavior: "instant" });
  }

  async function go(url, focus) {
    clearTimeout(resting);
    remember();
    if (!(await load(url))) return;
    history.pushState({}, "", url);
    shown = url.pathname + url.search;
    restore(focus, url);
  }

  /* Fetch a page and put its content in the place of this one's; false where another one was asked for meanwhile. */
  async function load(url) {
    asked.abort();
    const own = (asked = new AbortController());
    const waiting = setTimeout(() => (busy.hidden = false), PATIENCE);
    try {
      const answer = await fetch(url, { signal: own.signal, headers: { Accept: "text/html" } });
      if (!answer.headers.get("Content-Type")?.startsWith("text/html")) throw new Error(answer.status);
      replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
      shown = url.pathname + url.search;
      return true;
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
      return false;
    } finally {
      if (own === asked) busy.hidden = true;
      clearTimeout(waiting);
    }
  }

  function replace(page) {
    const open = new Map([...document.querySelectorAll("details[id]")].map((one) => [one.id, one.open]));
    document.title = page.title;
    document.body.className = page.body.className;
    swap(page, "main");
    swap(page, ".masthead .searchbox");
    swap(page, ".preferences");
    for (const one of document.querySelectorAll("details[id]")) one.open = open.get(one.id) ?? one.open;
    told.textContent = document.getElementById("total")?.textContent.trim() ?? document.querySelector("h1")?.textContent ?? "";
    document.dispatchEvent(new Event("page"));
  }

  function swap(page, what) {
    const [old, fresh] = [document.querySelector(what), page.querySelector(what)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }

  /* What has the focus, in words that hold on the next page, too: within what, of what kind, called what. */
  function mark(element) {
    const within = element?.closest("[id], .chips, .sorts, .pages");
    return element && { id: element.id, within: within?.id ? `#${CSS.escape(within.id)}` : within && `.${within.classList[0]}`, kind: element.className, words: words(element) };
  }

  function words(element) {
    const named = element.matches(".not") ? element.closest("li") : element;
    return (named.querySelector("bdi") ?? element).textContent || element.ariaLabel;
  }

  function restore(focus, url) {
    const all = focus?.within ? document.querySelectorAll(`${focus.within} :is(a, button, summary)`) : [];
    const same = [...all].filter((one) => one.className === focus.kind);
    const again = document.getElementById(focus?.id || " ") ?? same.find((one) => words(one) === focus.words);
    const found = again?.checkVisibility() ? again : null; // a drawer that was open is closed
    if (found) found.focus({ preventScroll: true });
    else document.getElementById("results")?.focus({ preventScroll: true });
    const moved = url.hash && document.getElementById(url.hash.slice(1));
    if (found?.closest(".pages")) scrollTo(0, 0);
    else if (moved || !found) (moved || document.getElementById("results"))?.scrollIntoView({ block: "nearest" });
  }

  /* What completes the words in the search box comes when somebody is about to type there. */
  function type(box) {
    if (!box?.dataset?.offers) return;
    document.removeEventListener("focusin", typing);
    document.head.append(Object.assign(document.createElement("script"), { src: box.dataset.offers }));
  }

  function typing(event) {
    type(event.target);
  }

  document.addEventListener("focusin", typing);
  type(document.activeElement);
})();
