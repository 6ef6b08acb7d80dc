/* Finds symbols, files and folders in the site's index, which `palette_index.js` loads.

   `repodoc.finder(query, show)` calls back with hits as soon as there are any, and again when more
   of the index has come. Matching is uFuzzy's; what is loaded is decided here, and the order in
   `hit_ranking.js`. */
(() => {
  "use strict";

  const { loadLibrary } = window.repodoc;
  // Their scripts come later.
  const index = () => window.repodoc.index;
  const ranking = () => window.repodoc.ranking;
  const words = () => window.repodoc.words;
  const KEY = 16;
  const FEW = 2; // pages that are loaded for a word before there is a hit
  const MANY = 8; // pages that complete an answer
  const PAUSE = 150; // ms without a key, before these are fetched
  const SHOWN = 60;
  const RANKED = 1500;
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

  /* ---- What is asked for ---- */

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
      const types = (side) => words().namesIn(side).filter(Boolean);
      query.types = {
        parameters: query.text.slice(0, arrow).replace(/^\(|\)\s*$/g, "").split(/,(?![^[(<]*[\])>])/).map(types).filter((found) => found.length),
        returned: types(query.text.slice(arrow + 2)),
      };
    }
    query.words = ranking().telling(query.text.split(/[\s./:\\#]+/).map(words().fold).filter(Boolean));
    query.stems = query.words.map(ranking().stemmed);
    query.whole = words().fold(query.text);
    query.isCased = /\p{Lu}/u.test(query.text);
    query.isPath = query.text.includes("/");
    return query;
  }

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

  /* ---- Matching ---- */

  /** @type {UFuzzy} */
  let exactly;
  /** @type {UFuzzy} */
  let loosely;

  async function openLibrary() {
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
      for (const entry of index().entriesOf(name)) {
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

  /** @param {Query} query
     @param {Iterable<string>} names
     @returns {Weighed[]} */
  function match(query, names) {
    const pool = candidates(query, names);
    if (query.types) return matchTypes(query.types, pool);
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
    const matched = search(exactly, pool, hay, needle, byName, query);
    const found = ordered([...matched, ...furtherByWords(pool, query, new Set(matched.map(([hit]) => hit)))], query);
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
      const found = known.has(hit) ? null : ranking().byWords(hit, query);
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
    return ranking().wordless(ranges, text) > 0;
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
    return inOrder(pairs.map(([hit, ranges, isLoose]) => ({ hit, ranges, worth: ranking().worth(hit, query, ranges, isLoose) })));
  }

  /** @param {Weighed[]} found */
  const inOrder = (found) => found.sort((a, b) => a.worth - b.worth || (a.hit.full < b.hit.full ? -1 : 1) || a.hit.line - b.hit.line);

  /** @param {Weighed[]} found In order. */
  const isSure = (found) => found.length > 0 && ranking().isSure(found[0]);

  /** Overloads, and definitions for one version or another, are one hit: the best of them.
     @param {Weighed[]} found In order. */
  function withoutRepeats(found) {
    const seen = new Set();
    return found.filter(({ hit }) => {
      const id = `${hit.path}\n${hit.kind}\n${hit.full}`;
      return !seen.has(id) && seen.add(id);
    });
  }

  /* ---- Signatures ---- */

  /** @param {NonNullable<Query["types"]>} wanted
     @param {Entry[]} pool */
  function matchTypes(wanted, pool) {
    /** @type {Weighed[]} */
    const hits = [];
    for (const hit of pool) {
      const types = words().typesOf(hit.signature);
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

  /* ---- Asking ---- */

  let asked = 0;

  /** @type {Repodoc["finder"]} */
  async function finder(text, show) {
    asked += 1;
    const mine = asked;
    const { open, isLoaded, fetchParts, address } = index();
    const [head] = await Promise.all([open(), exactly || openLibrary()]);
    if (mine !== asked) return;
    const query = parse(text, head.kinds);
    if (!query.text) {
      show({ hits: [], total: 0, done: true, query, hasSource: head.source });
      return;
    }
    const { first, more } = plan(query);
    let names = [...first];
    let isWide = Boolean(query.types || query.exact);
    /** @param {boolean} isComplete
       @returns {boolean} whether more is looked for than what fits the query as it stands */
    const answer = (isComplete) => {
      if (mine !== asked) return false;
      const found = withoutRepeats(match(query, names));
      const done = isComplete && (isWide || (found.length >= 3 && isSure(found)));
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
      const wide = widened(query);
      await fetchParts(wide);
      names = [...new Set([...names, ...wide])];
      isWide = true;
      answer(true);
    }
  }

  window.repodoc.finder = finder;
})();
