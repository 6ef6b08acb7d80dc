/* What every generated page gains from a script. Everything on them can be read without it. */
(() => {
  "use strict";

  // What scrolls must be reachable by keyboard. Asked after a layout, it costs none of its own.
  const sizes = new ResizeObserver((entries) => {
    const boxes = entries.map((entry) => [entry.target, entry.target.scrollWidth > entry.target.clientWidth]);
    boxes.forEach(([box, scrolls]) => {
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  });

  function start() {
    sizes.disconnect();
    document.querySelectorAll(".repodoc .rd-scroll:not([tabindex])").forEach((box) => sizes.observe(box));
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
