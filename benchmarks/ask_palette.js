"use strict";

/* Asks the palette's finder what stands on the standard input, a query on each line, in the data files
   of the folder that is named, and prints for each query the addresses of its hits as JSON. */
const { readFileSync } = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const assets = path.resolve(__dirname, "../mkdocs_repodoc/client/assets");
const [, , folder] = process.argv;
/** The finder and its parts, in the order in which pages have them. */
const SCRIPTS = ["finder", "hit_ranking", "index_parts", "name_matching", "name_words", "palette_index", "palette_query", "signature_matching"];
const SHOWN = 60;

/** Runs a script of the pages as a browser does, in the global scope. */
const run = (file) => vm.runInThisContext(readFileSync(file, "utf8"), { filename: file });

globalThis.window = {
  repodocData: (name, value, version) => { globalThis.window.given = { value, version }; },
  repodoc: {
    site: "",
    encoded: (text) => text.split("/").map(encodeURIComponent).join("/"),
    load: async (name) => {
      run(path.join(folder, `${name}.js`));
      return globalThis.window.given;
    },
    loadLibrary: async () => globalThis.uFuzzy,
  },
};
globalThis.repodocData = globalThis.window.repodocData;
run(path.join(assets, "vendor/ufuzzy.js"));
for (const name of SCRIPTS) run(path.join(assets, `${name}.js`));

(async () => {
  for (const query of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    let last;
    await globalThis.window.repodoc.finder(query, (given) => { last = given; });
    const hits = last.hits.slice(0, SHOWN).map(({ kind, path: file, full, url, line }) => ({ kind, path: file, full, url, line }));
    process.stdout.write(`${JSON.stringify(hits)}\n`);
  }
})();
