/* Reads what is typed into the palette: kinds, quotes, types and words. */
(() => {
  "use strict";

  const { ranking, words } = window.repodoc;
  /** @type {Record<string, string[]>} */
  const FILTERS = {
    class: ["class", "object", "struct", "union", "trait", "interface", "protocol", "enum", "record", "concept"],
    fn: ["function", "method", "kernel", "constructor", "destructor", "operator", "subroutine", "macro", "property"],
    file: ["file"],
    folder: ["folder"],
    const: ["constant", "static", "enumerator", "variant", "variable", "attribute", "field"],
    type: ["type alias", "typedef", "type"],
    mod: ["module", "namespace", "package"],
    test: ["test", "function", "method"], // those that are called so
  };
  /** @type {Record<string, string>} */
  const ALIASES = { func: "fn", def: "fn", dir: "folder", var: "const", attr: "const" };

  /** @param {string} text
     @param {string[]} known The kinds of the index. */
  function parse(text, known) {
    /** @type {Query} */
    const query = { kinds: null, isTest: false, exact: false, text: text.trim(), types: null, words: [], stems: [], whole: "", isCased: false, isPath: false };
    const filter = /^([a-z]+):\s*(?!:)(.*)$/i.exec(query.text);
    if (filter) {
      const word = filter[1].toLowerCase();
      const name = ALIASES[word] || word;
      const kinds = FILTERS[name] || known.filter((kind) => kind.startsWith(name));
      if (kinds.length) {
        query.kinds = new Set(kinds);
        query.isTest = name === "test";
        query.text = filter[2].trim();
      }
    }
    const quoted = /^"([^"]+)"?$/.exec(query.text);
    if (quoted) {
      query.exact = true;
      query.text = quoted[1].trim();
    }
    const arrow = query.text.indexOf("->");
    if (arrow >= 0) {
      /** @param {string} side */
      const types = (side) => words.namesIn(side).filter(Boolean);
      query.types = {
        parameters: query.text.slice(0, arrow).replace(/^\(|\)\s*$/g, "").split(/,(?![^[(<]*[\])>])/).map(types).filter((found) => found.length),
        returned: types(query.text.slice(arrow + 2)),
      };
    }
    query.words = ranking.telling(query.text.split(/[\s./:\\#]+/).map(words.fold).filter(Boolean));
    query.stems = query.words.map(ranking.stemmed);
    query.whole = words.fold(query.text);
    query.isCased = /\p{Lu}/u.test(query.text);
    query.isPath = query.text.includes("/");
    return query;
  }

  window.repodoc.parseQuery = parse;
})();
