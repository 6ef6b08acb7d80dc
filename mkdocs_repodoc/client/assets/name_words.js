/* Cuts what is typed, and signatures, into the words of the palette's index, as `name_words.py` does. */
(() => {
  "use strict";

  const TYPE = /[\p{L}_][\p{L}\p{N}_]*/gu;

  /** @param {string} text */
  const fold = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]|[\u{10000}-\u{10ffff}]/gu, "");
  /** @param {string} text */
  const unfolded = (text) => text.toLowerCase().replace(/[^ -\ufffd]/gu, "").trim() || "?";

  /** @param {string} text
     @returns {string[]} */
  const namesIn = (text) => (text.match(TYPE) || []).map(fold);

  /** @param {string} signature */
  function typesOf(signature) {
    const sides = [];
    let [depth, start, end] = [0, 1, signature.length];
    for (let position = 0; position < signature.length; position += 1) {
      const letter = signature[position];
      if ("([{<".includes(letter)) depth += 1;
      else if (")]}>".includes(letter) && !(letter === ">" && signature[position - 1] === "-")) {
        depth -= 1;
        if (!depth) {
          end = position;
          break;
        }
      } else if (letter === "," && depth === 1) {
        sides.push(signature.slice(start, position));
        start = position + 1;
      }
    }
    sides.push(signature.slice(start, end));
    /** @param {string} text
       @returns {Set<string>} */
    const words = (text) => new Set(namesIn(text));
    const returned = /^\s*->(.*)$/.exec(signature.slice(end + 1));
    return {
      parameters: sides.map((side) => {
        const plain = side.split("=")[0];
        const colon = plain.search(/(?<!:):(?!:)/);
        if (colon >= 0) return words(plain.slice(colon + 1));
        const all = words(plain);
        return all.size > 1 ? all : words("");
      }).filter((each) => each.size),
      returned: words(returned ? returned[1] : ""),
    };
  }

  window.repodoc.words = { fold, unfolded, namesIn, typesOf };
})();
