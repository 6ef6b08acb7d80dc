/* Turns a regular expression into a question to the index of trigrams: what each line that it matches
   has. After Russ Cox, "Regular Expression Matching with a Trigram Index" (2012). What is not
   understood is taken for any text, so that no line is lost. */
(() => {
  "use strict";

  const LENGTH = 3;
  const MOST = 12; // strings that are told apart
  const SPREAD = 6; // trigrams that are asked for of one string

  /** What is known of a part of a pattern: all strings that it matches, if they are few; else how these
     begin and end, and what is in them.
     @typedef {{ exact: string[] | null, starts: string[], ends: string[], wanted: Wanted }} Known */

  /** @param {string[]} exact
     @returns {Known} */
  const known = (exact) => ({ exact, starts: exact, ends: exact, wanted: true });
  const NOTHING = known([""]);
  /** @type {Known} */
  const ANY = { exact: null, starts: [""], ends: [""], wanted: true };

  /** @param {Wanted[]} parts
     @returns {Wanted} */
  function all(parts) {
    const rest = parts.filter((part) => part !== true);
    return rest.length > 1 ? { all: rest } : rest[0] ?? true;
  }

  /** @param {Wanted[]} parts
     @returns {Wanted} */
  function some(parts) {
    if (!parts.length || parts.includes(true)) return true;
    return parts.length > 1 ? { some: parts } : parts[0];
  }

  /** Trigrams of a string; a few of them say nearly as much as all.
     @param {string} text
     @returns {Wanted} */
  function trigramsOf(text) {
    const last = text.length - LENGTH;
    const step = Math.max(1, Math.ceil(last / (SPREAD - 1)));
    /** @type {Set<string>} */
    const found = new Set();
    for (let start = 0; start < last; start += step) found.add(text.slice(start, start + LENGTH));
    if (last >= 0) found.add(text.slice(last));
    return all([...found]);
  }

  /** @param {string[]} texts */
  const anyOf = (texts) => some(texts.map(trigramsOf));
  /** @param {string[]} texts */
  const unique = (texts) => [...new Set(texts)];
  /** @param {string[]} before
     @param {string[]} after */
  const crossed = (before, after) => unique(before.flatMap((start) => after.map((end) => start + end)));

  /** As much of beginnings or ends as can be in a trigram with what is beside them.
     @param {string[]} texts
     @param {(text: string, length: number) => string} cut */
  function edges(texts, cut) {
    for (let length = LENGTH - 1; length; length -= 1) {
      const shorter = unique(texts.map((text) => cut(text, length)));
      if (shorter.length <= MOST) return shorter;
    }
    return [""];
  }

  /** @param {Known} part
     @returns {Known} */
  function loosened(part) {
    return {
      exact: null,
      starts: edges(part.starts, (text, length) => text.slice(0, length)),
      ends: edges(part.ends, (text, length) => text.slice(-length)),
      wanted: part.exact ? all([part.wanted, anyOf(part.exact)]) : part.wanted,
    };
  }

  /** @param {Known} before
     @param {Known} after
     @returns {Known} */
  function followed(before, after) {
    if (before.exact && after.exact) {
      const exact = crossed(before.exact, after.exact);
      return exact.length > MOST ? loosened(known(exact)) : known(exact);
    }
    return loosened({
      exact: null,
      starts: before.exact ? crossed(before.exact, after.starts) : before.starts,
      ends: after.exact ? crossed(before.ends, after.exact) : after.ends,
      wanted: all([before.wanted, after.wanted, anyOf(crossed(before.ends, after.starts))]),
    });
  }

  /** @param {Known} one
     @param {Known} other
     @returns {Known} */
  function either(one, other) {
    if (one.exact && other.exact) {
      const exact = unique([...one.exact, ...other.exact]);
      return exact.length > MOST ? loosened(known(exact)) : known(exact);
    }
    const [first, second] = [loosened(one), loosened(other)];
    return loosened({
      exact: null,
      starts: [...first.starts, ...second.starts],
      ends: [...first.ends, ...second.ends],
      wanted: some([first.wanted, second.wanted]),
    });
  }

  /** A character without regard to its case; beyond ASCII the index knows none.
     @param {string} letter
     @returns {Known} */
  const literal = (letter) => (letter < "\x80" ? known([letter.toLowerCase()]) : ANY);

  /** Reads a valid pattern from left to right. */
  class Reader {
    /** @param {string} pattern */
    constructor(pattern) {
      this.pattern = pattern;
      this.at = 0;
    }

    /** What a sticky expression matches here, which is then read.
       @param {RegExp} expression */
    take(expression) {
      expression.lastIndex = this.at;
      const match = expression.exec(this.pattern);
      if (match) this.at += match[0].length;
      return match;
    }

    /** @returns {Known} */
    alternatives() {
      let result = this.sequence();
      while (this.take(/\|/y)) result = either(result, this.sequence());
      return result;
    }

    /** @returns {Known} */
    sequence() {
      let result = NOTHING;
      while (this.at < this.pattern.length && !/[|)]/.test(this.pattern[this.at])) {
        result = followed(result, this.repeated(this.atom()));
      }
      return result;
    }

    /** @param {Known} part
       @returns {Known} */
    repeated(part) {
      const match = this.take(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y);
      if (!match) return part;
      const [, sign, least, comma, most] = match;
      if (sign === "?") return either(part, NOTHING);
      if (sign === "*" || Number(least) === 0) return ANY;
      return Number(least) === 1 && (!comma || most === "1") ? part : loosened(part);
    }

    /** @returns {Known} */
    atom() {
      if (this.take(/[\^$]/y)) return NOTHING;
      if (this.take(/\./y)) return ANY;
      if (this.take(/\[/y)) return this.letters();
      if (this.take(/\\/y)) return this.escaped();
      const look = this.take(/\(\?<?[=!]/y);
      if (look || this.take(/\((?:\?(?:<[^>]*>|[a-z-]*:))?/y)) {
        const inside = this.alternatives();
        this.take(/\)/y);
        return look ? NOTHING : inside;
      }
      return literal(this.pattern[this.at++]);
    }

    /** @returns {Known} */
    escaped() {
      if (this.take(/[bB]/y)) return NOTHING;
      if (this.take(/t/y)) return literal("\t");
      if (this.take(/k<[^>]*>|c[a-zA-Z]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|\d+|[a-zA-Z]/y)) return ANY;
      return literal(this.pattern[this.at++]);
    }

    /** @returns {Known} */
    letters() {
      const [inside] = /** @type {RegExpExecArray} */ (this.take(/(?:[^\]\\]|\\.)*\]/sy));
      const text = inside.slice(0, -1);
      const isPlain = text && !/^\^|[\\\x80-\uffff]|.-./s.test(text);
      const found = isPlain ? unique([...text.toLowerCase()]) : [];
      return found.length && found.length <= MOST ? known(found) : ANY;
    }
  }

  window.repodoc.trigramQuery = (pattern) => loosened(new Reader(pattern).alternatives()).wanted;
})();
