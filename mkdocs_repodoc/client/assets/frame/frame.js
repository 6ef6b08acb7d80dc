/* What our own frame gains from a script: the switch of colours, and the table of contents that follows
   the reader. The menus are the browser's own. */
(() => {
  "use strict";

  const STORED = "repodoc-colours";
  const READ = 0.25; // of the window: what is above has been reached
  const root = document.documentElement;

  function switchColours() {
    const next = root.dataset.bsTheme === "dark" ? "light" : "dark";
    root.dataset.bsTheme = next;
    try {
      const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      if (next === system) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, next);
    } catch { /* the browser keeps nothing */ }
  }

  /** Brings an entry into the view of its list, and nothing else into any view.
     @param {HTMLElement | null} entry
     @param {HTMLElement} list */
  function reveal(entry, list) {
    if (!entry) return;
    const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  }

  /** @param {HTMLElement} contents */
  function follow(contents) {
    /** @type {{ link: HTMLAnchorElement, target: HTMLElement }[]} */
    const entries = [];
    contents.querySelectorAll("a").forEach((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) entries.push({ link, target });
    });
    let waiting = false;
    /** @type {HTMLAnchorElement | null} */
    let current = null;
    const mark = () => {
      waiting = false;
      const edge = innerHeight * READ;
      let low = 0;
      let high = entries.length; // headings stand in their order: a search asks for few positions
      while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle].target.getBoundingClientRect().top <= edge) low = middle + 1;
        else high = middle;
      }
      const now = low ? entries[low - 1].link : null;
      if (now === current) return;
      current?.removeAttribute("aria-current");
      current = now;
      current?.setAttribute("aria-current", "true");
      reveal(current, contents);
    };
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(mark);
    }, { passive: true });
    mark();
  }

  function start() {
    document.querySelector("[data-rd-colours]")?.addEventListener("click", switchColours);
    /** @type {HTMLElement | null} */
    const navigation = document.querySelector(".rd-frame-nav");
    if (navigation) reveal(navigation.querySelector("[aria-current=page]"), navigation);
    /** @type {HTMLElement | null} */
    const contents = document.querySelector(".rd-frame-toc");
    if (!contents) return;
    follow(contents);
    contents.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
