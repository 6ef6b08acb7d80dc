/* The chips above the palette's hits. Each stands for a prefix of what is typed, and so for what is sought. */
(() => {
  "use strict";

  const { element } = window.repodoc;
  const CHIPS = [["", "All"], ["class:", "Classes"], ["fn:", "Functions"], ["file:", "Files"], ["folder:", "Folders"], ["->", "By type"]];
  const SOURCE_CHIPS = [["text:", "Text"], ["regex:", "Regex"]];

  /** @type {Repodoc["chips"]["prefixOf"]} */
  const prefixOf = (text) => (/^\s*->/.test(text) ? "->" : (/^\s*([a-z]+:)/i.exec(text) || ["", ""])[1].toLowerCase());

  /** @type {Repodoc["chips"]["withPrefix"]} */
  function withPrefix(text, prefix) {
    const bare = text.replace(/^[a-z]+:\s*(?!:)/i, "").replace(/^\s*->\s*/, "");
    return prefix ? `${prefix} ${bare}` : bare;
  }

  /** @type {Repodoc["chips"]["isAboutSource"]} */
  const isAboutSource = (prefix) => SOURCE_CHIPS.some(([each]) => each === prefix);

  /** @type {Repodoc["chips"]["build"]} */
  function build(choose) {
    const made = [...CHIPS, ...SOURCE_CHIPS].map(([prefix, text]) => {
      const chip = element("button", { type: "button", className: "rd-chip", "data-prefix": prefix, hidden: isAboutSource(prefix) }, text);
      chip.addEventListener("click", () => choose(prefix));
      return { chip, prefix };
    });
    return {
      row: element("div", { className: "rd-palette__chips", role: "group", "aria-label": "Show" }, ...made.map(({ chip }) => chip)),
      press: (pressed) => made.forEach(({ chip, prefix }) => chip.setAttribute("aria-pressed", String(prefix === pressed))),
      showSource: (areShown) => made.forEach(({ chip, prefix }) => { chip.hidden = isAboutSource(prefix) && !areShown; }),
    };
  }

  window.repodoc.chips = { prefixOf, withPrefix, isAboutSource, build };
})();
