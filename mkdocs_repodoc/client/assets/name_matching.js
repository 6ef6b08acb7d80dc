/* Finds what fits a query in the loaded parts of the palette's index. Matching names is uFuzzy's;
   `hit_ranking.js` decides on the order, `signature_matching.js` on types. */
(() => {
  "use strict";

  const { loadLibrary, ranking } = window.repodoc;
  const RANKED = 1500;

  /** @type {UFuzzy} */
  let exactly;
  /** @type {UFuzzy} */
  let loosely;

  async function openLibrary() {
    if (exactly) return;
    const Fuzzy = await loadLibrary();
    const letters = { unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}", intraChars: "[\\p{L}\\d_']", intraContr: "'\\p{L}{1,2}\\b" };
    exactly = new Fuzzy({ ...letters, intraMode: 0, intraIns: Infinity });
    loosely = new Fuzzy({ ...letters, intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  }

  /** @typedef {[hit: Entry, ranges: Ranges | null, isLoose?: boolean]} Found */

  /** @param {Query} query
     @param {Iterable<string>} names */
  function candidates(query, names) {
    /** @type {Set<string>} */
    const seen = new Set();
    /** @type {Entry[]} */
    const found = [];
    for (const name of names) {
      for (const entry of window.repodoc.index.entriesOf(name)) {
        if (query.kinds && !query.kinds.has(entry.kind)) continue;
        if (query.isTest && entry.kind !== "test" && !/^_*test/i.test(entry.name)) continue;
        if (query.types && !entry.signature) continue;
        const id = `${entry.path}\n${entry.line}\n${entry.full}`;
        if (seen.has(id)) continue;
        seen.add(id);
        found.push(entry);
      }
    }
    return found;
  }

  /** What fits a query in parts of the index, the best first.
     @param {Query} query
     @param {Iterable<string>} names Of the parts. */
  const match = (query, names) => withoutRepeats(matched(query, candidates(query, names)));

  /** @param {Query} query
     @param {Entry[]} pool
     @returns {Weighed[]} */
  function matched(query, pool) {
    if (query.types) return window.repodoc.matchTypes(query.types, pool);
    if (query.exact) {
      const text = query.isCased ? query.text : query.text.toLowerCase();
      /** @param {string} value */
      const same = (value) => (query.isCased ? value : value.toLowerCase()) === text;
      return ordered(pool.filter((hit) => same(hit.name) || same(hit.full) || same(hit.path)).map((hit) => /** @type {Found} */ ([hit, [hit.full.length - hit.name.length, hit.full.length]])), query);
    }
    if (!query.whole) {
      return ordered(pool.filter((hit) => hit.name.includes(query.text)).map((hit) => /** @type {Found} */ ([hit, null])), query);
    }
    const byName = query.words.length === 1;
    const hay = pool.map((hit) => (byName ? hit.name : hit.full));
    const needle = byName ? query.words[0] : query.text.replace(/[\s./:\\#]+/g, " ");
    const searched = search(exactly, pool, hay, needle, byName, query);
    const found = ordered([...searched, ...furtherByWords(pool, query, new Set(searched.map(([hit]) => hit)))], query);
    if (isSure(found) || query.whole.length < 4) return found;
    // Letters here and there are no better a guess than a slip of the finger.
    const known = new Set(found.map(({ hit }) => hit));
    const loose = search(loosely, pool, hay, needle, byName, query).filter(([hit]) => !known.has(hit));
    return inOrder([...found, ...ordered(loose.map(([hit, ranges]) => /** @type {Found} */ ([hit, ranges, true])), query)]);
  }

  /** What has the words in any order and form.
     @param {Entry[]} pool
     @param {Query} query
     @param {Set<Entry>} known
     @returns {Found[]} */
  function furtherByWords(pool, query, known) {
    /** @type {Found[]} */
    const result = [];
    for (const hit of pool) {
      const found = known.has(hit) ? null : ranking.byWords(hit, query);
      if (found) result.push([hit, found.ranges]);
    }
    return result;
  }

  /** @param {UFuzzy} fuzzy
     @param {Entry[]} pool
     @param {string[]} hay What is searched of each entry.
     @param {string} needle
     @param {boolean} byName Whether that is its name.
     @param {Query} query
     @returns {Found[]} */
  function search(fuzzy, pool, hay, needle, byName, query) {
    const orders = byName || query.words.length > 3 ? [needle] : [needle, needle.split(" ").reverse().join(" ")];
    /** @type {Map<number, Found>} */
    const result = new Map();
    // Names are one word to a reader who leaves the `_` or `-` out.
    const texts = byName ? hay.map((text) => text.replaceAll(/[_-]/g, "")) : hay;
    for (const text of new Set(orders)) {
      let indexes = fuzzy.filter(texts, text);
      if (!indexes || !indexes.length) continue;
      if (indexes.length > RANKED) {
        const direct = indexes.filter((at) => pool[at].folded.startsWith(query.whole));
        indexes = [...direct, ...indexes.filter((at) => !pool[at].folded.startsWith(query.whole))].slice(0, RANKED).sort((a, b) => a - b);
      }
      const info = fuzzy.info(indexes, texts, text);
      info.idx.forEach((at, position) => {
        if (result.has(at)) return;
        const hit = pool[at];
        const start = hit.full.length - hit.name.length;
        const found = hit.name.toLowerCase().lastIndexOf(text.toLowerCase());
        let ranges = info.ranges[position];
        if (byName) ranges = found < 0 ? shifted(ranges, hay[at], start) : [start + found, start + found + text.length];
        if (!isScattered(ranges, hit.full, query)) result.set(at, [hit, ranges]);
      });
    }
    return [...result.values()];
  }

  /** Whether single letters were found here and there, none of them where a word begins.
     @param {Ranges} ranges
     @param {string} text
     @param {Query} query */
  function isScattered(ranges, text, query) {
    const runs = ranges.length / 2;
    if (runs <= query.words.length || runs <= 1 + query.whole.length / 3) return false;
    return ranking.wordless(ranges, text) > 0;
  }

  /** Ranges in a name without its `_` and `-` → ranges in the full name.
     @param {Ranges} ranges
     @param {string} name
     @param {number} start */
  function shifted(ranges, name, start) {
    /** @type {number[]} */
    const positions = [];
    for (let at = 0; at < name.length; at += 1) if (!/[_-]/.test(name[at])) positions.push(at);
    return ranges.map((position, end) => start + (end % 2 ? (positions[position - 1] ?? -1) + 1 : positions[position] ?? name.length));
  }

  /** @param {Found[]} pairs
     @param {Query} query */
  function ordered(pairs, query) {
    return inOrder(pairs.map(([hit, ranges, isLoose]) => ({ hit, ranges, worth: ranking.worth(hit, query, ranges, isLoose) })));
  }

  /** @param {Weighed[]} found */
  const inOrder = (found) => found.sort((a, b) => a.worth - b.worth || (a.hit.full < b.hit.full ? -1 : 1) || a.hit.line - b.hit.line);

  /** @param {Weighed[]} found In order. */
  const isSure = (found) => found.length > 0 && ranking.isSure(found[0]);

  /** Overloads, and definitions for one version or another, are one hit: the best of them.
     @param {Weighed[]} found In order. */
  function withoutRepeats(found) {
    const seen = new Set();
    return found.filter(({ hit }) => {
      const id = `${hit.path}\n${hit.kind}\n${hit.full}`;
      return !seen.has(id) && seen.add(id);
    });
  }

  window.repodoc.matching = { openLibrary, match, isSure };
})();
