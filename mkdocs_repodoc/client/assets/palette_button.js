/* Puts a button that opens the palette into the theme's header. */
(() => {
  "use strict";

  const { element, onPage, commandKey } = window.repodoc;

  /** @param {string} className */
  const openButton = (className) => element("button", {
    type: "button",
    className: `rd-open ${className}`,
    title: `Find symbols and files (t, ${commandKey}+K)`,
    "aria-label": "Symbols and files",
    "aria-keyshortcuts": "t Control+K Meta+K",
    "data-rd-open": "palette",
    "data-key": `${commandKey} K`,
  }, element("span", {}, "Symbols"));

  function addButton() {
    const header = document.querySelector(".md-header__inner");
    if (header && !header.querySelector(".rd-open")) {
      const button = openButton("md-header__button");
      const search = header.querySelector("label[for=__search]") || header.querySelector(".md-search");
      if (search) search.before(button);
      else header.append(button);
    }
    const bar = document.querySelector("#navbar-collapse .navbar-nav:last-child, .wy-side-nav-search");
    if (bar && !header && !document.querySelector(".rd-open")) {
      const button = openButton("rd-open--plain nav-link");
      bar.append(bar.tagName === "UL" ? element("li", { className: "nav-item" }, button) : button);
    }
  }

  onPage(addButton);
})();
