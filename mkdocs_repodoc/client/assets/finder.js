/* Finds symbols, files and folders in the site's index.

   `repodoc.finder(query, show)` calls back with hits as soon as there are any, and again when more
   of the index has come. `palette_query.js` says what is asked for, `index_parts.js` what is loaded
   for it, and `name_matching.js` what fits. */
(() => {
  "use strict";

  const PAUSE = 150; // milliseconds without a key, before what completes an answer is fetched
  const SHOWN = 60;

  let asked = 0;

  /** @type {Repodoc["finder"]} */
  async function finder(text, show) {
    asked += 1;
    const mine = asked;
    const { index, indexParts, matching, parseQuery } = window.repodoc; // their scripts come later
    const { isLoaded, fetchParts, address } = index;
    const [head] = await Promise.all([index.open(), matching.openLibrary()]);
    if (mine !== asked) return;
    const query = parseQuery(text, head.kinds);
    if (!query.text) {
      show({ hits: [], total: 0, done: true, query, hasSource: head.source });
      return;
    }
    const { first, more } = indexParts.plan(query);
    let names = [...first];
    let isWide = Boolean(query.types || query.exact);
    /** @param {boolean} isComplete
       @returns {boolean} whether more is looked for than what fits the query as it stands */
    const answer = (isComplete) => {
      if (mine !== asked) return false;
      const found = matching.match(query, names);
      const done = isComplete && (isWide || (found.length >= 3 && matching.isSure(found)));
      const hits = found.slice(0, SHOWN).map(({ hit, ranges }) => ({ ...hit, ranges, url: address(hit) }));
      show({ hits, total: found.length, done, query, hasSource: head.source });
      return isComplete && !done;
    };
    await fetchParts(names);
    const rest = [...more].filter((name) => !first.has(name));
    const isComplete = rest.every((name) => isLoaded(name));
    if (isComplete) names = [...names, ...rest];
    let isWanting = answer(isComplete);
    if (!isComplete) {
      await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
      if (mine !== asked) return;
      await fetchParts(rest);
      names = [...names, ...rest];
      isWanting = answer(true);
    }
    if (isWanting) {
      const wide = indexParts.widened(query);
      await fetchParts(wide);
      names = [...new Set([...names, ...wide])];
      isWide = true;
      answer(true);
    }
  }

  window.repodoc.finder = finder;
})();
