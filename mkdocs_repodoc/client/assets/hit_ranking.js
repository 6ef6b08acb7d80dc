/* Says how well an entry of the palette's index fits what was typed, and so where it stands among the
   hits. `finder.js` finds; the order is decided here. */
(() => {
  "use strict";

  const GUESSED = 5; // tier of what matches by single letters or with a slip
  const MOST_WEIGHT = 60;
  const REMOTE = [0, 60, 220]; // what a past version, and tests and examples, lose; a tier is 100
  const HIDDEN = 100; // what is nobody else's business loses, unless it is what was typed
  const SLIGHT = 110; // parts of something go behind what begins with their name
  const INFLECTED = 30;
  const RESPELT = 15;
  /** @type {Record<string, number>} */
  const WEIGHT = { command: 8, class: 4, object: 4, struct: 4, trait: 4, interface: 4, enum: 4, message: 4, dependency: 4, function: 3, file: 3, folder: 3, macro: 3, module: 3, method: 2, heading: 2, page: 2 };
  const PARTS = new Set(["attribute", "field", "variable", "key", "variant", "enumerator", "selector", "element", "cell", "step"]);
  const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+|(?![\p{Lu}\p{Ll}\d_])[\p{L}\p{N}]+/gu;
  const QUESTION = new Set("a an and are as at be by can do does for from how i in is it of on or that the there this to what when where which who why with".split(" "));
  const ENDINGS = /(?:ations?|ings?|ions?|ers?|ed|es|s|e)$/;
  const LEAST_STEM = 4;

  /** Words without those that a question is made of: `how are errors handled`.
     @param {string[]} words */
  function telling(words) {
    if (words.length < 3) return words;
    const rest = words.filter((word) => !QUESTION.has(word));
    return rest.length ? rest : words;
  }

  /** What forms of a word begin with: `handl` of `handled`, `handler` and `handling`.
     @param {string} word */
  function stemmed(word) {
    const stem = word.replace(ENDINGS, "");
    return stem.length >= LEAST_STEM && !word.endsWith("ss") ? stem : word;
  }

  /** The words of an entry, its name's and those of where it stands.
     @param {Entry} hit */
  function wordsOf(hit) {
    hit.words ||= {
      name: [...hit.full.slice(hit.full.length - hit.name.length).matchAll(WORD)].map((match) => ({ text: match[0].toLowerCase(), at: match.index + hit.full.length - hit.name.length })),
      around: `${hit.isPath ? "" : hit.path}/${hit.before}`.match(WORD)?.map((word) => word.toLowerCase()) || [],
    };
    return hit.words;
  }

  /** Where the words that were typed begin words of an entry, one of its name at least; `null` if
     they don't, and for one word alone.
     @param {Entry} hit
     @param {Query} query
     @returns {{ ranges: Ranges, isWhole: boolean, isAsTyped: boolean } | null} */
  function byWords(hit, { words, stems }) {
    if (stems.length < 2) return null;
    const { name, around } = wordsOf(hit);
    let isAsTyped = true;
    /** @type {[number, number][]} */
    const ranges = [];
    for (const [position, stem] of stems.entries()) {
      const found = name.find(({ text }) => text.startsWith(words[position])) || name.find(({ text }) => text.startsWith(stem));
      if (found) {
        ranges.push([found.at, found.at + stem.length]);
        isAsTyped &&= found.text.startsWith(words[position]);
      } else if (!around.some((word) => word.startsWith(stem))) return null;
    }
    ranges.sort((a, b) => a[0] - b[0]);
    return ranges.length ? { ranges: ranges.flat(), isWhole: ranges.length === stems.length, isAsTyped } : null;
  }

  /** How far a hit is from what was typed: 0 is just that, 5 a guess.
     @param {Entry} hit
     @param {Query} query
     @param {Ranges | null} ranges
     @param {boolean} [isLoose] */
  function tierOf(hit, query, ranges, isLoose) {
    const { folded, name, stem } = hit;
    const { words, whole } = query;
    const isPhraseQuery = words.length > 1;
    const last = words[words.length - 1] || "";
    if (folded === whole || stem === whole || name === query.text) return 0;
    if (isPhraseQuery && folded === last && fold(hit.full).endsWith(whole)) return 0;
    if (folded.startsWith(whole)) return 1;
    if (isPhraseQuery && isPhrase(hit, words)) return 1;
    if (isPhraseQuery && (folded === last || fold(hit.full).endsWith(whole))) return 2;
    if (isBoundary(name, folded, whole)) return 2;
    const found = byWords(hit, query);
    if (found) return (found.isWhole ? 2 : 3) + (found.isAsTyped ? 0 : INFLECTED / 100);
    if (isLoose) return GUESSED;
    const start = hit.full.length - name.length;
    if (ranges && ranges[0] >= start && !wordless(ranges, hit.full)) return 3;
    if (words.every((word) => folded.includes(word))) return 4;
    return isPhraseQuery && folded.startsWith(last) ? 4 : GUESSED;
  }

  /** The lower, the earlier it is shown.
     @param {Entry} hit
     @param {Query} query
     @param {Ranges | null} ranges
     @param {boolean} [isLoose] */
  function worth(hit, query, ranges, isLoose) {
    const tier = tierOf(hit, query, ranges, isLoose);
    const typed = query.text.toLowerCase();
    const lower = hit.name.toLowerCase();
    const respelt = !tier && lower !== typed && lower.replace(/(?<=.)\.[^.]+$/, "") !== typed ? RESPELT : 0;
    const cased = query.isCased && !hit.full.includes(query.text) ? 30 : 0;
    const slight = !PARTS.has(hit.kind) || query.kinds ? 0 : tier ? SLIGHT / 2 : query.words.length === 1 ? SLIGHT : 0;
    const hidden = hit.isHidden ? (tier ? HIDDEN : RESPELT) : 0;
    const weight = 4 * Math.log2(1 + hit.uses) + 3 * (WEIGHT[hit.kind] || 1);
    const length = Math.min(hit.folded.length + hit.before.length / (hit.isPath ? 2 : 8), 60) / 2;
    return 100 * tier + cased + respelt + slight + hidden + remote(hit, query) - Math.min(weight, MOST_WEIGHT) + length + (ranges ? Math.min(spread(ranges), 40) : 0);
  }

  /** Who asks for tests wants them first.
     @param {Entry} hit
     @param {Query} query */
  const remote = (hit, query) => (query.isTest || query.words.some((word) => /^(tests?|examples?|bench\w*)$/.test(word)) ? 0 : REMOTE[hit.remoteness]);

  /** Whether one word is the name, and each other one begins a word of where it stands:
     `copy module` is `copy.py` in `modules`.
     @param {Entry} hit
     @param {string[]} words */
  function isPhrase(hit, words) {
    const position = words.indexOf(hit.stem);
    if (position < 0) return false;
    const { around } = wordsOf(hit);
    return words.every((word, index) => index === position || around.some((each) => each.startsWith(word)));
  }

  /** @param {Ranges} ranges */
  const spread = (ranges) => 6 * (ranges.length / 2 - 1) + (ranges[ranges.length - 1] - ranges[0]) / 4;

  /** Whether a word of a name begins with what was typed.
     @param {string} name
     @param {string} folded
     @param {string} text */
  function isBoundary(name, folded, text) {
    for (let position = folded.indexOf(text); position > 0; position = folded.indexOf(text, position + 1)) {
      let [at, count] = [0, 0];
      for (; at < name.length; at += 1) {
        if (!fold(name[at])) continue;
        if (count === position) break;
        count += 1;
      }
      if (beginsWord(name, at)) return true;
    }
    return false;
  }

  /** Share of the ranges that begin inside of a word.
     @param {Ranges} ranges
     @param {string} text */
  function wordless(ranges, text) {
    const starts = ranges.filter((_, end) => end % 2 === 0);
    return starts.filter((position) => !beginsWord(text, position)).length / starts.length;
  }

  /** @param {string} text
     @param {number} position */
  function beginsWord(text, position) {
    const [before, here] = [text[position - 1], text[position]];
    if (position === 0 || !fold(before)) return true;
    return (/\p{Lu}/u.test(here) && !/\p{Lu}/u.test(before)) || /\d/.test(here) !== /\d/.test(before);
  }

  /** Whether a hit has what was typed in one piece, or in the beginnings of its words.
     @param {Weighed} hit */
  const isSure = ({ worth: weighed }) => weighed < 100 * GUESSED - MOST_WEIGHT;

  /** @param {string} text */
  const fold = (text) => window.repodoc.words.fold(text);

  window.repodoc.ranking = { worth, byWords, stemmed, telling, wordless, isSure };
})();
