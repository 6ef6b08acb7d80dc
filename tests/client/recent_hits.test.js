"use strict";

/* What the palette remembers of what was opened from it. */
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { beforeEach, test } = require("node:test");
const vm = require("node:vm");

const script = path.resolve(__dirname, "../../mkdocs_repodoc/client/assets/recent_hits.js");
const site = "https://example.org/docs/";

let stored;
let recentHits;

const hit = (name) => ({
  name, before: "", full: name, kind: "class", path: "cart.py", line: 3, isPath: false, uses: 2,
  url: `${site}repo/cart.py_docs/#${name}`, ranges: [0, 2], summary: "Not kept.",
});

beforeEach(() => {
  stored = new Map();
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    value: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) },
  });
  globalThis.window = { repodoc: { store: "repodoc /docs/ ", site } };
  vm.runInThisContext(readFileSync(script, "utf8"), { filename: script });
  recentHits = globalThis.window.repodoc.recentHits;
});

test("the last comes first, each once, without the address of the site", () => {
  for (const name of ["Cart", "Till", "Cart"]) recentHits.remember(hit(name));
  assert.deepEqual(recentHits.recent().map(({ url }) => url), ["repo/cart.py_docs/#Cart", "repo/cart.py_docs/#Till"]);
});

test("six are kept, with what a row shows of them", () => {
  for (let number = 0; number < 9; number += 1) recentHits.remember(hit(`Cart${number}`));
  const kept = recentHits.recent();
  assert.deepEqual(kept.map(({ name }) => name), ["Cart8", "Cart7", "Cart6", "Cart5", "Cart4", "Cart3"]);
  assert.ok(!("summary" in kept[0]) && !("ranges" in kept[0]));
});

test("what is stored by somebody else, or can't be, is nothing", () => {
  stored.set("repodoc /docs/ recent", "no JSON");
  assert.deepEqual(recentHits.recent(), []);
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => { throw new Error("not allowed"); } });
  recentHits.remember(hit("Cart"));
  assert.deepEqual(recentHits.recent(), []);
});
