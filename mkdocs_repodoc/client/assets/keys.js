/* The keys of the generated pages, and the sheet that lists them.

   Whoever handles a key says so in `repodocKeys`: {group, keys, text}; with `run`, the first of the
   keys is handled here. Material's own (f s / p , n .) keep their meaning. Who dictates, or has a
   hand that shakes, switches single keys off; the sheet is then opened from the palette. */
(() => {
  "use strict";

  const { element, store } = window.repodoc;
  const OFF = `${store}keys off`;
  /** @type {KeyEntry[]} */
  const registry = (window.repodocKeys ||= []);
  /** @type {KeyEntry[]} */
  const THEME = [
    { group: "Site", keys: ["/", "s", "f"], text: "Search the text of all pages" },
    { group: "Site", keys: ["p", ","], text: "Previous page" },
    { group: "Site", keys: ["n", "."], text: "Next page" },
  ];
  const PATIENCE = 5000; // milliseconds after which nobody expects an answer any more
  /** @type {HTMLDialogElement | null} */
  let sheet = null;
  let isOff = false;

  /** @param {boolean} off */
  function switchKeys(off) {
    isOff = off;
    document.documentElement.classList.toggle("rd-keyless", off);
    try {
      if (off) localStorage.setItem(OFF, "1");
      else localStorage.removeItem(OFF);
    } catch {
      // No storage here: it holds until the page is left.
    }
  }

  function wasOff() {
    try {
      return localStorage.getItem(OFF) !== null;
    } catch {
      return false; // no storage here
    }
  }

  /** @param {EventTarget | null} target */
  function isTyping(target) {
    if (!(target instanceof HTMLElement)) return false;
    if (target.matches("dialog:not([open]) *")) return false; // closed in this frame, the focus is still on its way
    if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type)) return false;
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (isOff || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
    const target = event.composedPath()[0] || event.target; // none is left of a path gone through
    if (isTyping(target) || document.querySelector("dialog:modal")) return false;
    const entry = registry.find((each) => each.run && each.keys[0] === event.key);
    if (!entry) return false;
    event.preventDefault();
    entry.run?.();
    return true;
  }

  /** @param {KeyEntry} entry */
  function row(entry) {
    const keys = entry.keys.flatMap((key, position) => [
      ...(position ? [" "] : []),
      element("span", { className: "rd-keys__one" }, ...key.split(/(?<=.)\+(?=.)/).map((part) => element("kbd", {}, part))),
    ]);
    return element("div", {}, element("dt", {}, ...keys), element("dd", {}, entry.text));
  }

  function show() {
    const theme = document.querySelector("[data-md-component='search']") ? THEME : [];
    /** @type {Map<string, KeyEntry[]>} */
    const groups = new Map([["Repository", []]]); // first
    for (const entry of [...registry, ...theme]) groups.set(entry.group, [...(groups.get(entry.group) || []), entry]);
    const dialog = sheet || element("dialog", { className: "rd-dialog rd-keys", "aria-label": "Keys" });
    if (!sheet) dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    sheet = dialog;
    if (!sheet.isConnected) document.body.append(sheet); // instant navigation may have taken it
    const close = element("button", { type: "button", className: "rd-dialog__close", "aria-label": "Close" }, "✕");
    close.addEventListener("click", () => dialog.close());
    const box = element("input", { type: "checkbox", checked: !isOff });
    box.addEventListener("change", () => switchKeys(!box.checked));
    sheet.replaceChildren(
      element("div", { className: "rd-dialog__head" }, element("h2", {}, "Keys"), close),
      ...[...groups].map(([title, entries]) =>
        element("section", {}, element("h3", {}, title), element("dl", {}, ...entries.map(row)))),
      element("label", { className: "rd-keys__switch" }, box, " Single keys work on the repository's pages"),
    );
    sheet.showModal();
  }

  /** Writes what was held back from the page into the field that has been opened.
     @param {Event[]} events */
  function type(events) {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement) || !field.closest("dialog")) return;
    const text = events.map((event) => (event instanceof KeyboardEvent && event.defaultPrevented ? event.key : "")).join("");
    if (!text) return;
    field.value += text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* What was pressed before the scripts were there, if that is not long ago: the first that means
     something here, and what was typed after it. `early/presses.js` has kept it. */
  function replay() {
    const early = window.repodocEarly;
    if (!early) return;
    window.repodocEarly = null;
    early.end();
    for (const [index, event] of early.entries()) {
      if (performance.now() - event.timeStamp > PATIENCE) continue;
      const button = event.type === "click" && event.target instanceof Element && event.target.closest("[data-rd-open]");
      if (button instanceof HTMLElement) button.click();
      if (button || (event instanceof KeyboardEvent && press(event))) {
        type(early.slice(index + 1));
        return;
      }
    }
  }

  registry.push({ group: "Repository", keys: ["?"], text: "Show keyboard shortcuts", run: show });
  window.addEventListener("keydown", press);
  window.repodoc.showKeys = show;
  if (wasOff()) switchKeys(true);
  setTimeout(replay); // when all who handle keys have said so
})();
