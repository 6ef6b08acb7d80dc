/* Decides which parts of the palette's index are loaded for a query. */
(() => {
  "use strict";

  // Their scripts come later.
  const index = () => window.repodoc.index;
  const words = () => window.repodoc.words;
  const KEY = 16;
  const FEW = 2; // pages that are loaded for a word before there is a hit
  const MANY = 8; // pages that complete an answer

  /** Names of parts: those that give a first answer, and those that complete it.
     @param {Query} query */
  function plan(query) {
    const { pagesOf, topOf } = index();
    /** @type {Set<string>[]} */
    const [first, more] = [new Set(), new Set()];
    /** @param {string} prefix */
    const want = (prefix) => {
      const pages = pagesOf(prefix.slice(0, prefix[0] === "/" ? KEY + 1 : KEY));
      const top = pages.length > FEW ? topOf(prefix) : null;
      (top ? [top] : pages.slice(0, FEW)).forEach((name) => first.add(name));
      pages.slice(0, MANY).forEach((name) => more.add(name));
    };
    if (query.types) {
      const { parameters, returned } = query.types;
      const keys = [...returned.map((word) => `>${word}`), ...parameters.flat().map((word) => `<${word}`)];
      const found = keys.map((key) => pagesOf(key.slice(0, KEY + 1))).sort((a, b) => a.length - b.length);
      if (found.length) {
        found[0].slice(0, FEW).forEach((name) => first.add(name));
        found[0].slice(0, 3 * MANY).forEach((name) => more.add(name));
      }
      return { first, more };
    }
    const wantsPaths = !query.kinds || query.kinds.has("file") || query.kinds.has("folder");
    const wantsNames = !query.kinds || [...query.kinds].some((kind) => kind !== "file" && kind !== "folder");
    const asked = query.words.length > 1 ? query.stems : query.words;
    for (const word of new Set([...asked.slice(-4), query.whole])) {
      if (!word) continue;
      if (wantsNames && !query.isPath) want(word);
      if (wantsPaths) want(`/${word}`);
    }
    if (!query.whole && query.text && wantsNames) pagesOf(words().unfolded(query.text).slice(0, KEY)).slice(0, FEW).forEach((name) => first.add(name));
    return { first, more };
  }

  /** What begins with less of the words, for letters left out or mistyped.
     @param {Query} query */
  function widened(query) {
    const { pagesOf, topOf } = index();
    /** @type {Set<string>} */
    const names = new Set();
    for (const word of query.words.slice(-2)) {
      for (const length of [3, 2, 1]) {
        if (word.length <= length) continue;
        for (const lead of query.isPath ? ["/"] : ["", "/"]) {
          const prefix = lead + word.slice(0, length);
          const pages = pagesOf(prefix);
          const top = topOf(prefix);
          if (pages.length <= FEW * length) pages.forEach((name) => names.add(name));
          else if (top) names.add(top);
        }
      }
    }
    return [...names].slice(0, 3 * MANY);
  }

  window.repodoc.indexParts = { plan, widened };
})();
