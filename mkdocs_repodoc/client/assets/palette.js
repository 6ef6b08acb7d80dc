/* The symbol palette: a dialog around `finder.js`, opened with t, Ctrl-K or a button. The scripts of
   its parts come later. */
(() => {
  "use strict";

  const { element, finder, loadOnDemand, showKeys, commandKey, site } = window.repodoc;
  const HINTS = [
    ["class: config", "of one kind: class, fn, file, folder, const, type"],
    ['"main"', "this name and no other"],
    ["config load", "what a class or module holds"],
    ["str, int -> *", "functions by what they take and return"],
    ["text: to do", "lines of the source; regex: for an expression"],
  ];
  const LENS = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m21 19.6-5-5a7.5 7.5 0 1 0-1.4 1.4l5 5zM4.5 10a5.5 5.5 0 1 1 11 0 5.5 5.5 0 0 1-11 0"/></svg>';

  // All of these are there once the dialog is.
  /** @type {HTMLDialogElement} */
  let dialog;
  /** @type {HTMLInputElement} */
  let input;
  /** @type {HTMLElement} */
  let list;
  /** @type {HTMLElement} */
  let rest;
  /** @type {HTMLElement} */
  let status;
  /** @type {PaletteChips} */
  let chips;
  /** @type {ShownHit[]} */
  let shown = []; // hits on show
  let active = 0;

  /* ---- Building ---- */

  function build() {
    input = element("input", {
      type: "text",
      className: "rd-palette__input",
      placeholder: "Symbols, files, folders, -> types",
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: false,
      enterKeyHint: "go",
      "aria-label": "Find symbols, files and folders",
      "aria-autocomplete": "list",
      "aria-controls": "rd-palette-list",
      "aria-expanded": "false",
    });
    list = element("div", { id: "rd-palette-list", className: "rd-palette__list", role: "listbox", "aria-label": "Hits" });
    rest = element("div", { className: "rd-palette__rest" }); // what is no hit
    status = element("output", { className: "rd-palette__status", "aria-live": "polite" });
    chips = window.repodoc.chips.build(filter);
    const key = (/** @type {string} */ name) => element("kbd", {}, name);
    const keys = element("button", { type: "button", className: "rd-palette__keys" }, "All keys");
    keys.addEventListener("click", () => {
      dialog.close();
      showKeys();
    });
    const footer = element(
      "div",
      { className: "rd-palette__foot" },
      element("span", {}, key("↑"), key("↓"), " choose"),
      element("span", {}, key("↵"), " open"),
      element("span", {}, key(commandKey), key("↵"), " new tab"),
      element("span", {}, key("esc"), " close"),
      keys,
      status,
    );
    const close = element("button", { type: "button", className: "rd-dialog__close", "aria-label": "Close" }, "✕");
    close.addEventListener("click", () => dialog.close());
    const lens = element("span", { className: "rd-palette__lens", innerHTML: LENS });
    dialog = element(
      "dialog",
      { className: "rd-dialog rd-palette", "aria-label": "Find symbols, files and folders" },
      element("div", { className: "rd-palette__bar" }, lens, input, close),
      chips.row,
      element("div", { className: "rd-palette__scroll" }, list, rest),
      footer,
    );
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("keydown", press);
    input.addEventListener("input", ask);
    list.addEventListener("click", pick);
    list.addEventListener("mousemove", (event) => {
      const at = rowOf(event.target);
      if (at) activate([...list.children].indexOf(at), false);
    });
    document.body.append(dialog);
  }

  /** @param {string} [text] */
  function open(text) {
    if (!dialog) build();
    if (!dialog.isConnected) document.body.append(dialog); // instant navigation may have taken it
    if (dialog.open) return;
    dialog.showModal();
    if (typeof text === "string") input.value = text;
    input.select();
    ask();
  }

  /* ---- Asking and showing ---- */

  /** @param {string} prefix */
  function filter(prefix) {
    input.value = window.repodoc.chips.withPrefix(input.value, prefix);
    input.focus();
    ask();
  }

  let asked = 0;

  function ask() {
    const text = input.value;
    active = 0;
    const prefix = window.repodoc.chips.prefixOf(text);
    chips.press(prefix);
    asked += 1;
    const mine = asked;
    const answered = window.repodoc.chips.isAboutSource(prefix)
      ? loadOnDemand().then(() => (mine === asked ? window.repodoc.searchSource(text, (answer) => mine === asked && show(answer)) : undefined))
      : finder(text, (answer) => {
        chips.showSource(answer.hasSource);
        if (mine === asked) show(answer);
      });
    answered.catch((error) => {
      list.replaceChildren();
      rest.replaceChildren();
      say(`The index could not be read (${error.message}).`);
    });
  }

  /** @param {string} text */
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  /** @param {ShownAnswer} answer */
  function show({ hits, total, done, query, problem }) {
    if (!query.text && !problem) {
      showStart();
      return;
    }
    // More of the index has come: what the reader had chosen stays chosen.
    const chosen = active && shown[active] ? hits.findIndex((hit) => hit.url === shown[active].url) : 0;
    shown = hits;
    list.replaceChildren(...hits.map(window.repodoc.hitRow));
    rest.replaceChildren();
    if (chosen <= 0) list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    activate(chosen, chosen > 0);
    if (hits.length) say(`${total.toLocaleString("en")} ${total === 1 ? "hit" : "hits"}${done ? "" : " …"}`);
    else if (done) {
      rest.append(element("p", { className: "rd-palette__none" }, problem || `No results for “${query.text}”.`));
      say(problem ? "" : "No results");
    } else say("…");
  }

  function showStart() {
    shown = window.repodoc.recentHits.recent().map((hit) => ({ ...hit, url: site + hit.url, ranges: null, summary: "" }));
    const hints = HINTS.map(([example, text]) => {
      const button = element("button", { type: "button", className: "rd-palette__hint" }, element("code", {}, example), ` ${text}`);
      button.addEventListener("click", () => {
        input.value = example;
        input.focus();
        ask();
      });
      return button;
    });
    list.replaceChildren(...shown.map(window.repodoc.hitRow));
    rest.replaceChildren(...(shown.length ? [] : hints));
    input.setAttribute("aria-expanded", String(shown.length > 0));
    activate(0, false);
    say(shown.length ? "Recently opened" : "");
  }

  /* ---- Choosing ---- */

  /** @param {EventTarget | null} target */
  const rowOf = (target) => (target instanceof Element ? target.closest("[role=option]") : null);

  /** @returns {NodeListOf<HTMLAnchorElement>} */
  const allRows = () => list.querySelectorAll("[role=option]");

  /** @param {number} position
     @param {boolean} isByKey */
  function activate(position, isByKey) {
    const rows = allRows();
    if (rows[active]) rows[active].setAttribute("aria-selected", "false");
    active = Math.min(Math.max(position, 0), Math.max(rows.length - 1, 0));
    const chosen = rows[active];
    if (!chosen) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", chosen.id);
    if (isByKey) chosen.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const isCommand = event.ctrlKey || event.metaKey;
    const rows = allRows();
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in moves && !isCommand && event.target === input) {
      const step = moves[event.key];
      const ring = Math.abs(step) === 1 && (active + step < 0 || active + step >= rows.length);
      activate(ring ? (step > 0 ? 0 : rows.length - 1) : active + step, true);
    } else if (event.key === "Enter" && event.target === input && !event.isComposing) {
      if (!rows[active]) return;
      if (isCommand) {
        window.repodoc.recentHits.remember(shown[active]);
        window.open(rows[active].href, "_blank", "noopener");
      } else rows[active].click();
    } else return;
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  function pick(event) {
    const chosen = rowOf(event.target);
    if (!chosen) return;
    window.repodoc.recentHits.remember(shown[[...list.children].indexOf(chosen)]);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    dialog.close();
  }

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-rd-open=palette]")) open();
  });
  window.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (event.repeat) return;
    if (dialog && dialog.open) dialog.close();
    else if (!document.querySelector("dialog:modal")) open();
  });
  window.repodocKeys.push(
    { group: "Repository", keys: ["t", `${commandKey}+K`], text: "Find symbols, files and folders", run: () => open() },
  );
})();
