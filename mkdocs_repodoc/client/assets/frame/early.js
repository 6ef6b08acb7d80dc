/* The colours that the reader has chosen, or those of the system, before anything is on the screen. */
(() => {
  "use strict";

  const STORED = "repodoc-colours";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const chosen = () => {
    try {
      return localStorage.getItem(STORED);
    } catch {
      return null; // the browser keeps nothing
    }
  };
  const show = () => {
    document.documentElement.dataset.bsTheme = chosen() || (dark.matches ? "dark" : "light");
  };

  show();
  dark.addEventListener("change", show);
})();
