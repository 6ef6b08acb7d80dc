/* A card for a name in code that the pointer or the keyboard rests on: its signature, what it does,
   and how many files use it. It comes from a small file for each documented file, fetched once. */
(() => {
  "use strict";

  const { symbolData, element, NAMES } = window.repodoc;
  const DELAY = 100;
  const CLOSING = 150; // time to move from the name to its card
  const ROOM = "(min-width: 768px) and (min-height: 450px)";

  /** @type {HTMLAnchorElement | null} */
  let current = null;
  /** @type {HTMLElement | null} */
  let card = null;
  let title = "";
  let timer = 0;

  /** @typedef {{ name: string, short: string, symbol: CardSymbol }} Found */

  /** @param {HTMLAnchorElement} link
     @returns {Promise<Found | null>} */
  async function find(link) {
    /** @type {SymbolData<Cards> | null} */
    const found = await symbolData("symbols", link);
    const symbol = found?.value.symbols[found.short];
    return found && symbol ? { name: found.anchor, short: found.short, symbol } : null;
  }

  /** @param {Found} found
     @param {HTMLAnchorElement} link */
  function draw({ name, short, symbol: [kind, signature, summary, uses] }, link) {
    const code = element("code", {}, short, signature);
    const made = element("div", { id: "rd-card", className: "rd-card", role: "tooltip" },
      element("p", {}, element("span", { className: `rd-kind-${kind.replace(/[^a-z]+/g, "-")}` }, kind), " ", code));
    if (summary) made.append(element("p", {}, summary));
    const used = uses ? `Used by ${uses.toLocaleString("en")} other file${uses === 1 ? "" : "s"}` : "Used by no other file";
    const references = element("button", { type: "button", tabIndex: -1 }, used);
    references.addEventListener("click", () => {
      close();
      window.repodoc.showReferences(link);
    });
    made.append(element("p", { className: "rd-card__uses" }, `${name} · `, references));
    made.addEventListener("pointerenter", () => clearTimeout(timer));
    made.addEventListener("pointerleave", leave);
    return made;
  }

  /** @param {HTMLElement} made
     @param {HTMLElement} link */
  function putBeside(made, link) {
    const at = link.getClientRects()[0] || link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = made;
    const below = at.bottom + height + 8 <= innerHeight;
    made.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    made.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
  }

  /** @param {HTMLAnchorElement} link */
  async function show(link) {
    /** @type {Found | null} */
    let found;
    try {
      found = await find(link);
    } catch {
      return; // no data for this page: the link's own title has to do
    }
    if (!found || link !== current || !link.isConnected) return;
    close();
    current = link;
    title = link.title;
    link.removeAttribute("title");
    card = draw(found, link);
    // Inside what carries the pages' colours.
    link.closest(".repodoc")?.append(card);
    link.setAttribute("aria-describedby", card.id);
    putBeside(card, link);
  }

  function close() {
    clearTimeout(timer);
    if (card) {
      card.remove();
      current?.removeAttribute("aria-describedby");
      if (current && title) current.title = title;
    }
    card = null;
    current = null;
  }

  /** @param {Event} event
     @returns {HTMLAnchorElement | null} */
  const linkOf = ({ target }) => (target instanceof Element ? target.closest(NAMES) : null);

  /** @param {Event} event */
  function enter(event) {
    const link = linkOf(event);
    if (!link || link.id || !matchMedia(ROOM).matches) return;
    if (link === current) {
      clearTimeout(timer);
      if (card) return;
    } else {
      close();
    }
    current = link;
    timer = setTimeout(show, DELAY, link);
  }

  /** @param {Event} event */
  function leave(event) {
    if (!current) return;
    if (event.currentTarget === document && linkOf(event) !== current) return;
    clearTimeout(timer);
    timer = setTimeout(close, card ? CLOSING : 0);
  }

  document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && enter(event));
  document.addEventListener("pointerout", leave);
  document.addEventListener("focusin", (event) => event.target instanceof Element && event.target.matches(":focus-visible") && enter(event));
  document.addEventListener("focusout", leave);
  document.addEventListener("scroll", () => card && close(), { passive: true, capture: true });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card) return;
    event.stopPropagation();
    close();
  }, true);
})();
