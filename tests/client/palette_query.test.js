"use strict";

/* What is typed into the palette, and what its chips make of it. */
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { before, describe, test } = require("node:test");
const vm = require("node:vm");

const assets = path.resolve(__dirname, "../../mkdocs_repodoc/client/assets");
const KINDS = ["class", "function", "selector", "section"];

let repodoc;

before(() => {
  repodoc = {};
  globalThis.window = { repodoc };
  for (const name of ["hit_ranking.js", "name_words.js", "palette_chips.js", "palette_query.js"]) {
    vm.runInThisContext(readFileSync(path.join(assets, name), "utf8"), { filename: name });
  }
});

const query = (text) => repodoc.parseQuery(text, KINDS);

describe("a query", () => {
  test("has the words that were typed, and the letters of all", () => {
    const { words, whole, kinds, exact, types } = query(" load.state_dict ");
    assert.deepEqual({ words, whole, kinds, exact, types }, {
      words: ["load", "statedict"], whole: "loadstatedict", kinds: null, exact: false, types: null,
    });
  });

  test("leaves out what a question is made of", () => {
    assert.deepEqual(query("how are errors handled").stems, ["error", "handl"]);
  });

  test("names a kind by its own word, another one, or its beginning", () => {
    assert.ok(query("class: cart").kinds.has("struct"));
    assert.deepEqual(query("def: cart").kinds, query("fn: cart").kinds);
    assert.deepEqual([...query("sel: cart").kinds], ["selector"]);
    assert.equal(query("class: cart").text, "cart");
  });

  test("with a kind that nothing has is a text", () => {
    const { kinds, text } = query("zebra: cart");
    assert.deepEqual([kinds, text], [null, "zebra: cart"]);
  });

  test("in quotes is a name, closed or not", () => {
    for (const text of ['"total"', '"total']) assert.deepEqual([query(text).exact, query(text).text], [true, "total"]);
  });

  test("with an arrow is about types", () => {
    assert.deepEqual(query("(str, dict[str, int]) -> Money").types, { parameters: [["str"], ["dict", "str", "int"]], returned: ["money"] });
    assert.deepEqual(query("->").types, { parameters: [], returned: [] });
  });

  test("knows whether capitals and paths were typed", () => {
    assert.deepEqual([query("Cart").isCased, query("cart").isCased], [true, false]);
    assert.deepEqual([query("src/cart").isPath, query("src cart").isPath], [true, false]);
  });
});

describe("a chip", () => {
  test("stands for the prefix of a text", () => {
    const texts = ["cart", "fn: cart", "FN:cart", "-> int", "regex: ^a", "str -> int"];
    assert.deepEqual(texts.map(repodoc.chips.prefixOf), ["", "fn:", "fn:", "->", "regex:", ""]);
  });

  test("puts its prefix in place of the one that is there", () => {
    assert.equal(repodoc.chips.withPrefix("cart", "class:"), "class: cart");
    assert.equal(repodoc.chips.withPrefix("fn: cart", "class:"), "class: cart");
    assert.equal(repodoc.chips.withPrefix("-> cart", ""), "cart");
    assert.equal(repodoc.chips.withPrefix("class::cart", "fn:"), "fn: class::cart");
  });

  test("is about the source or about names", () => {
    assert.deepEqual(["text:", "regex:", "class:", ""].map(repodoc.chips.isAboutSource), [true, true, false, false]);
  });
});
