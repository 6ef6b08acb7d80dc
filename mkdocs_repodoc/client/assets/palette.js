/* The symbol palette: a dialog around `finder.js`, opened with t, Ctrl-K or a button. */
(() => {
  "use strict";

  const { element, onPage, finder, loadOnDemand, showKeys, store, site } = window.repodoc;
  const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const COMMAND = isApple ? "⌘" : "Ctrl";
  const CHIPS = [["", "All"], ["class:", "Classes"], ["fn:", "Functions"], ["file:", "Files"], ["folder:", "Folders"], ["->", "By type"]];
  const SOURCE_CHIPS = [["text:", "Text"], ["regex:", "Regex"]];
  const HINTS = [
    ["class: config", "of one kind: class, fn, file, folder, const, type"],
    ['"main"', "this name and no other"],
    ["config load", "what a class or module holds"],
    ["str, int -> *", "functions by what they take and return"],
    ["text: to do", "lines of the source; regex: for an expression"],
  ];
  const RECENT = `${store}recent`;
  const MOST_RECENT = 6;
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
  /** @type {HTMLElement} */
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
    chips = element("div", { className: "rd-palette__chips", role: "group", "aria-label": "Show" });
    for (const [prefix, text] of [...CHIPS, ...SOURCE_CHIPS]) {
      const chip = element("button", { type: "button", className: "rd-chip", "data-prefix": prefix }, text);
      chip.addEventListener("click", () => filter(prefix));
      chips.append(chip);
    }
    showSourceChips(false);
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
      element("span", {}, key(COMMAND), key("↵"), " new tab"),
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
      chips,
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

  /** @param {string} text */
  const bare = (text) => text.replace(/^[a-z]+:\s*(?!:)/i, "").replace(/^\s*->\s*/, "");

  /** @param {string} prefix */
  function filter(prefix) {
    const text = bare(input.value);
    input.value = prefix ? `${prefix} ${text}` : text;
    input.focus();
    ask();
  }

  /** @param {string} prefix */
  const isAboutSource = (prefix) => SOURCE_CHIPS.some(([each]) => each === prefix);

  /** @param {boolean} areShown */
  function showSourceChips(areShown) {
    for (const chip of chips.children) if (isAboutSource(chip.getAttribute("data-prefix") || "")) /** @type {HTMLElement} */ (chip).hidden = !areShown;
  }

  let asked = 0;

  function ask() {
    const text = input.value;
    active = 0;
    const prefix = /^\s*->/.test(text) ? "->" : (/^\s*([a-z]+:)/i.exec(text) || ["", ""])[1].toLowerCase();
    for (const chip of chips.children) chip.setAttribute("aria-pressed", String(chip.getAttribute("data-prefix") === prefix));
    asked += 1;
    const mine = asked;
    const answered = isAboutSource(prefix)
      ? loadOnDemand().then(() => (mine === asked ? window.repodoc.searchSource(text, (answer) => mine === asked && show(answer)) : undefined))
      : finder(text, (answer) => {
        showSourceChips(answer.hasSource);
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
    list.replaceChildren(...hits.map(row));
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

  /** @returns {RecentHit[]} */
  function recent() {
    try {
      return JSON.parse(localStorage.getItem(RECENT) || "[]") || [];
    } catch {
      return []; // no storage here, or not ours
    }
  }

  function showStart() {
    shown = recent().map((hit) => ({ ...hit, url: site + hit.url, ranges: null, summary: "" }));
    const hints = HINTS.map(([example, text]) => {
      const button = element("button", { type: "button", className: "rd-palette__hint" }, element("code", {}, example), ` ${text}`);
      button.addEventListener("click", () => {
        input.value = example;
        input.focus();
        ask();
      });
      return button;
    });
    list.replaceChildren(...shown.map(row));
    rest.replaceChildren(...(shown.length ? [] : hints));
    input.setAttribute("aria-expanded", String(shown.length > 0));
    activate(0, false);
    say(shown.length ? "Recently opened" : "");
  }

  /** @param {ShownHit} hit */
  function marked(hit) {
    const start = hit.full.length - hit.name.length;
    const ranges = hit.ranges || [];
    /** @param {number} from
       @param {number} to */
    const part = (from, to) => {
      /** @type {(Node | string)[]} */
      const nodes = [];
      let at = from;
      /** @param {number} end
         @param {boolean} isMark */
      const add = (end, isMark) => {
        if (end <= at) return;
        const text = hit.full.slice(at, end);
        nodes.push(isMark ? element("mark", {}, text) : text);
        at = end;
      };
      for (let position = 0; position < ranges.length; position += 2) {
        const [begin, end] = [ranges[position], ranges[position + 1]];
        add(Math.min(Math.max(begin, from), to), false);
        add(Math.min(Math.max(end, from), to), true);
      }
      add(to, false);
      return nodes;
    };
    return [
      ...(start ? [element("span", { className: "rd-hit__scope" }, element("bdi", {}, ...part(0, start)))] : []),
      element("span", { className: "rd-hit__name" }, ...part(start, hit.full.length)),
    ];
  }

  /** @param {ShownHit} hit
     @param {number} position */
  function row(hit, position) {
    const where = hit.isPath ? "" : `${hit.path}${hit.line ? `:${hit.line}` : ""}`;
    const about = hit.signature || hit.summary;
    return element(
      "a",
      { id: `rd-hit-${position}`, className: "rd-hit", role: "option", href: hit.url, tabIndex: -1, "aria-selected": "false" },
      element("span", { className: "rd-hit__kind", "data-kind": hit.kind }, hit.kind),
      element("span", { className: "rd-hit__title" }, ...marked(hit)),
      ...(about ? [element("span", { className: hit.signature ? "rd-hit__text rd-hit__text--code" : "rd-hit__text" }, about)] : []),
      element("span", { className: "rd-hit__place" }, element("bdi", {}, where || (hit.uses ? `imported by ${hit.uses}` : ""))),
    );
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
        remember(shown[active]);
        window.open(rows[active].href, "_blank", "noopener");
      } else rows[active].click();
    } else return;
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  function pick(event) {
    const chosen = rowOf(event.target);
    if (!chosen) return;
    remember(shown[[...list.children].indexOf(chosen)]);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    dialog.close();
  }

  /** @param {ShownHit} hit */
  function remember(hit) {
    const { name, before, full, kind, path, line, isPath, uses } = hit;
    const entry = { name, before, full, kind, path, line, isPath, uses, url: hit.url.slice(site.length) };
    const others = recent().filter((each) => each.url !== entry.url);
    try {
      localStorage.setItem(RECENT, JSON.stringify([entry, ...others].slice(0, MOST_RECENT)));
    } catch {
      // No storage here, or it is full: nothing is remembered.
    }
  }

  /* ---- Buttons ---- */

  /** @param {string} className */
  const openButton = (className) => element("button", {
    type: "button",
    className: `rd-open ${className}`,
    title: `Find symbols and files (t, ${COMMAND}+K)`,
    "aria-label": "Symbols and files",
    "aria-keyshortcuts": "t Control+K Meta+K",
    "data-rd-open": "palette",
    "data-key": `${COMMAND} K`,
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
    { group: "Repository", keys: ["t", `${COMMAND}+K`], text: "Find symbols, files and folders", run: () => open() },
  );
  onPage(addButton);
})();
