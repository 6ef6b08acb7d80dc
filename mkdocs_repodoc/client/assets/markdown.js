/* Copy Markdown: puts the page's twin on the clipboard. Without it the link leads to the twin. */
(() => {
  "use strict";

  const SHOWN = 2000; // milliseconds for which it is said what has become of it

  /** @param {MouseEvent} event */
  async function copy(event) {
    const link = event.target instanceof Element ? event.target.closest(".rd-views__copy a") : null;
    if (!(link instanceof HTMLAnchorElement) || !navigator.clipboard) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const said = link.textContent;
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.statusText);
      await navigator.clipboard.writeText(await answer.text());
      link.textContent = "Copied";
      setTimeout(() => { link.textContent = said; }, SHOWN);
    } catch {
      location.href = link.href; // from a file, or not allowed: there it can be copied
    }
  }

  document.addEventListener("click", copy);
})();
