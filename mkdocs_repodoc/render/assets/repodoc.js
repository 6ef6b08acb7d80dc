/* What every generated page gains from a script. Everything on them can be read without it. */
(() => {
  "use strict";

  function start() {
    // After the theme and the other scripts have changed the page: one layout instead of many.
    requestAnimationFrame(() => {
      const boxes = [...document.querySelectorAll(".repodoc .rd-scroll:not([tabindex])")];
      // What scrolls must be reachable by keyboard.
      boxes.filter((box) => box.scrollWidth > box.clientWidth).forEach((box) => { box.tabIndex = 0; });
    });
    // Material's search is a dialog without a name.
    const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    if (search) search.setAttribute("aria-label", search.querySelector("input")?.placeholder || "Search");
  }

  // Themes that colour code in the browser would write ours anew: without its links and line numbers.
  window.hljs?.configure({ cssSelector: "pre code:not(.repodoc *)" });

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
