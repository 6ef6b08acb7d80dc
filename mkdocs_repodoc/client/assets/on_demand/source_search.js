/* Finds lines of the source, by text or by a regular expression, in the files that
   `source_search/source_index.py` writes. */
(() => {
  "use strict";

  const { encoded, load, site } = window.repodoc;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const [BITS, MORE] = [5, 32];
  const PAUSE = 150; // ms without a key, before anything is fetched
  const AHEAD = 6; // blocks that are on their way at the same time
  const MOST = 200; // lines
  const PATIENCE = 2000; // ms that an expression may take in a block

  /* ---- The index ---- */

  /** Numbers of the blocks as `trigrams.py` packs them.
     @param {string} packed
     @param {number} count */
  function unpacked(packed, count) {
    const isAbsent = packed[0] === "!";
    const held = new Array(count).fill(isAbsent);
    let [block, shift, gap] = [-1, 0, 0];
    for (const digit of isAbsent ? packed.slice(1) : packed) {
      const value = DIGITS.indexOf(digit);
      gap += (value % MORE) << shift;
      if (value >= MORE) shift += BITS;
      else {
        block += gap + 1;
        held[block] = !isAbsent;
        [shift, gap] = [0, 0];
      }
    }
    return held;
  }

  /** @param {Wanted} wanted
     @returns {string[]} */
  function trigramsIn(wanted) {
    if (wanted === true) return [];
    if (typeof wanted === "string") return [wanted];
    return ("all" in wanted ? wanted.all : wanted.some).flatMap(trigramsIn);
  }

  /** Which blocks may have lines that are wanted.
     @param {Wanted} wanted
     @param {SourceHead} head */
  async function blocksWith(wanted, head) {
    const versions = head.shardVersions.split(" ");
    /** @type {Map<string, boolean[]>} */
    const holders = new Map();
    await Promise.all([...new Set(trigramsIn(wanted))].map(async (trigram) => {
      const shard = head.shards.filter((first) => first <= trigram).length - 1;
      let packed = "";
      if (shard >= 0) {
        /** @type {Loaded<SourceShard>} */
        const { value } = await load(`source/t${shard}`, versions[shard]);
        let at = value.trigrams.indexOf(trigram);
        while (at >= 0 && at % 3) at = value.trigrams.indexOf(trigram, at + 1);
        if (at >= 0) packed = value.blocks.split(",")[at / 3];
      }
      holders.set(trigram, unpacked(packed, head.blocks));
    }));
    /** @param {Wanted} part
       @param {number} block
       @returns {boolean} */
    const isIn = (part, block) => {
      if (part === true) return true;
      if (typeof part === "string") return Boolean(holders.get(part)?.[block]);
      return "all" in part ? part.all.every((each) => isIn(each, block)) : part.some.some((each) => isIn(each, block));
    };
    return Array.from({ length: head.blocks }, (_, block) => block).filter((block) => isIn(wanted, block));
  }

  /* ---- The text ---- */

  /** Finds the lines of texts that match. Runs in a worker, where nothing else is known.
     @param {{ source: string, flags: string, texts: string[], most: number }} job
     @returns {FoundLine[]} */
  function scan({ source, flags, texts, most }) {
    const [lead, width, marks] = [40, 240, 20];
    const expression = new RegExp(source, flags);
    /** @type {FoundLine[]} */
    const found = [];
    for (const [piece, text] of texts.entries()) {
      for (const [line, whole] of text.split("\n").entries()) {
        const matches = [...whole.matchAll(expression)].slice(0, marks);
        if (!matches.length) continue;
        const indent = whole.length - whole.trimStart().length;
        const start = Math.min(matches[0].index, Math.max(indent, matches[0].index - lead));
        const shown = whole.slice(start, start + width);
        const ranges = matches.flatMap((match) => [match.index - start, match.index - start + match[0].length]).map((at) => Math.min(at, shown.length));
        found.push([piece, line, shown, ranges]);
        if (found.length >= most) return found;
      }
    }
    return found;
  }

  /** @type {string | null} */
  let script = null;

  /** Scans in a worker, so that an expression that takes for ever can be stopped.
     @param {Parameters<typeof scan>[0]} job
     @returns {Promise<FoundLine[]>} */
  function scanned(job) {
    script ||= URL.createObjectURL(new Blob([`onmessage = ({ data }) => postMessage((${scan})(data));`], { type: "text/javascript" }));
    return new Promise((resolve, reject) => {
      const worker = new Worker(/** @type {string} */ (script));
      const end = (/** @type {() => void} */ how) => {
        clearTimeout(timer);
        worker.terminate();
        how();
      };
      const timer = setTimeout(() => end(() => reject(new Error("this expression takes too long"))), PATIENCE);
      worker.onmessage = ({ data }) => end(() => resolve(data));
      worker.onerror = () => end(() => resolve(scan(job))); // the site's policy allows no workers
      worker.postMessage(job);
    });
  }

  /* ---- Asking ---- */

  /** @param {string} text
     @returns {{ source: string, flags: string }} */
  function parsed(text) {
    const [, kind, rest] = /** @type {RegExpExecArray} */ (/^\s*(\w+):\s?(.*)$/s.exec(text));
    const isExpression = kind.toLowerCase() === "regex";
    const isCased = /\p{Lu}/u.test(isExpression ? rest.replace(/\\./gs, "") : rest);
    return { source: isExpression ? rest : rest.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), flags: isCased ? "g" : "gi" };
  }

  let asked = 0;

  /** @type {Repodoc["searchSource"]} */
  async function searchSource(text, show) {
    asked += 1;
    const mine = asked;
    const { source, flags } = parsed(text);
    /** @type {ShownHit[]} */
    const hits = [];
    const answer = (/** @type {boolean} */ done, problem = "") => show({ hits: [...hits], total: hits.length, done, problem, query: { text: source } });
    if (!source) {
      answer(true, "Type what a line of the source has in it.");
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
    if (mine !== asked) return;
    try {
      new RegExp(source, flags);
    } catch (error) {
      answer(true, /** @type {Error} */ (error).message);
      return;
    }
    /** @type {Loaded<SourceHead>} */
    const { value: head } = await load("source/head");
    const blocks = await blocksWith(window.repodoc.trigramQuery(source), head);
    const versions = head.blockVersions.split(" ");
    for (const [position, block] of blocks.entries()) {
      if (mine !== asked || hits.length >= MOST) break;
      for (const next of blocks.slice(position, position + AHEAD)) load(`source/b${next}`, versions[next]).catch(() => {});
      /** @type {Loaded<SourceBlock>} */
      const { value } = await load(`source/b${block}`, versions[block]);
      const found = await scanned({ source, flags, texts: value.texts, most: MOST - hits.length });
      hits.push(...found.map((line) => hitOf(line, value, head)));
      if (mine === asked && found.length) answer(false);
    }
    if (mine === asked) answer(true);
  }

  /** @param {FoundLine} found
     @param {SourceBlock} block
     @param {SourceHead} head
     @returns {ShownHit} */
  function hitOf([piece, index, full, ranges], block, head) {
    const path = block.paths[piece];
    const line = block.starts[piece] + index + 1;
    const page = block.unusual[piece] || encoded(head.base + path) + head.file;
    return { name: full, before: "", full, kind: "line", path, line, isPath: false, uses: 0, ranges, summary: "", url: `${site}${page}#L${line}` };
  }

  window.repodoc.searchSource = searchSource;
})();
