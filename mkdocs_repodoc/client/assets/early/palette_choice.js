/* The palette of a first visit. Material's pages come in the first palette of the configuration; its
   script puts that of the last visit in its place before anything is on the screen, but on the first visit
   chooses at the end of the page only, when a light frame has been seen. This makes the same choice as
   soon as the palettes are read, which is before the next frame. */
(() => {
  "use strict";

  const choose = () => {
    const { body } = document;
    if (body.dataset.mdColorMedia) return; // of the last visit
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = document.querySelectorAll("input[data-md-color-media]");
    const all = [...inputs];
    const media = (/** @type {HTMLInputElement} */ each) => each.dataset.mdColorMedia || "";
    const first = all.find((each) => matchMedia(media(each)).matches);
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const system = `(prefers-color-scheme: ${isDark ? "dark" : "light"})`;
    const isAutomatic = first && media(first) === "(prefers-color-scheme)";
    const chosen = isAutomatic ? all.find((each) => media(each) === system) : first;
    for (const part of chosen ? ["scheme", "primary", "accent"] : [])
      body.setAttribute(`data-md-color-${part}`, chosen?.getAttribute(`data-md-color-${part}`) ?? "null");
  };

  const reading = new MutationObserver(() => {
    const form = document.querySelector("form[data-md-component=palette]");
    if (!form?.nextElementSibling) return; // what stands in it has been read when something follows
    reading.disconnect();
    choose();
  });
  reading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => reading.disconnect(), { once: true });
})();
