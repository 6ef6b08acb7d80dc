/* Gives a name in code the title of the first link to the same definition, which alone carries one. */
(() => {
  "use strict";

  /** @param {MouseEvent} event */
  function title({ target }) {
    /** @type {HTMLElement | null} */
    const link = target instanceof Element ? target.closest(".repodoc a[href]:not([id], [title], [aria-describedby])") : null;
    /** @type {HTMLElement | null | undefined} */
    const first = link?.closest(".repodoc")?.querySelector(`a[title]:not(.headerlink)[href="${CSS.escape(String(link.getAttribute("href")))}"]`);
    if (link && first) link.title = first.title;
  }

  document.addEventListener("mouseover", title);
})();
