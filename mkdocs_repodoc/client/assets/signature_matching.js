/* Finds functions by the types that they take and return. */
(() => {
  "use strict";

  const { words } = window.repodoc;

  /** @param {NonNullable<Query["types"]>} wanted
     @param {Entry[]} pool */
  function matchTypes(wanted, pool) {
    /** @type {Weighed[]} */
    const hits = [];
    for (const hit of pool) {
      const types = words.typesOf(hit.signature);
      /** @param {Set<string>} set
         @param {string[]} names */
      const holds = (set, names) => names.every((word) => set.has(word) || [...set].some((each) => word.length > 2 && each.startsWith(word)));
      if (wanted.returned.length && !holds(types.returned, wanted.returned)) continue;
      const left = [...types.parameters];
      const isTaken = wanted.parameters.every((names) => {
        const position = left.findIndex((set) => holds(set, names));
        if (position >= 0) left.splice(position, 1);
        return position >= 0;
      });
      if (!isTaken) continue;
      const inexact = wanted.returned.some((word) => !types.returned.has(word)) ? 20 : 0;
      const weight = 8 * left.length + 2 * types.returned.size + inexact + hit.before.length / 16 - 4 * Math.log2(1 + hit.uses);
      hits.push({ hit, ranges: null, worth: weight });
    }
    return hits.sort((a, b) => a.worth - b.worth || (a.hit.full < b.hit.full ? -1 : 1));
  }

  window.repodoc.matchTypes = matchTypes;
})();
