/* What every generated page gains from a script. Everything on them can be read without it. */
(() => {
  "use strict";

  function start() {
    // What scrolls must be reachable by keyboard.
    document.querySelectorAll(".repodoc .rd-scroll:not([tabindex])").forEach((box) => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    });
  }

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
