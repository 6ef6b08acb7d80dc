"use strict";

/* The search in the text of the source, in an index that `source_search/` has made. */
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, before, describe, test } = require("node:test");
const vm = require("node:vm");

const root = path.resolve(__dirname, "../..");
const assets = path.join(root, "mkdocs_repodoc/client/assets/on_demand");
const folder = mkdtempSync(path.join(os.tmpdir(), "source-"));
const fetched = [];

/** Runs a script of the pages as a browser does, in the global scope. */
const run = (file) => vm.runInThisContext(readFileSync(file, "utf8"), { filename: file });

before(() => {
  execFileSync("python", [path.join(__dirname, "made_source.py"), folder], { cwd: root });
  globalThis.repodocData = (name, value, version) => { globalThis.given = { value, version }; };
  globalThis.window = {
    repodoc: {
      site: "https://example.org/",
      encoded: (text) => text.split("/").map(encodeURIComponent).join("/"),
      load: async (name) => {
        fetched.push(name);
        run(path.join(folder, `${name}.js`));
        return globalThis.given;
      },
    },
  };
  // As where a site's policy allows no workers.
  globalThis.Worker = class {
    postMessage() { setTimeout(() => this.onerror()); }

    terminate() {}
  };
  run(path.join(assets, "source_search.js"));
  run(path.join(assets, "trigram_query.js"));
});
after(() => rmSync(folder, { recursive: true }));

/** The last answer to a query. */
async function answer(query) {
  let last;
  fetched.length = 0;
  await globalThis.window.repodoc.searchSource(query, (given) => { last = given; });
  return last;
}
const found = async (query) => (await answer(query)).hits.map((hit) => `${hit.path}:${hit.line}`);

describe("lines of the source", () => {
  test("a hit has file, line, text, what matched, and leads to the line", async () => {
    const { hits, done } = await answer("text: raise value");
    assert.equal(done, true);
    const [{ path: file, line, full, ranges, url }] = hits;
    assert.deepEqual([file, line, full], ["src/cart.py", 3, 'raise ValueError("full")']);
    assert.deepEqual(ranges, [0, 11]);
    assert.equal(url, "https://example.org/repo/src/cart.py_docs/#L3");
  });

  test("capitals matter where they are typed", async () => {
    assert.deepEqual(await found("text: CART"), []);
    assert.deepEqual(await found("text: Cart"), ["src/cart.py:1"]);
    assert.deepEqual(await found("regex: \\Wcart\\S"), ["src/cart.py:1"]);
  });

  test("what was typed is no expression unless it is said to be one", async () => {
    assert.deepEqual(await found("text: it's {braced}"), ["src/ünlü.py:2"]);
    assert.deepEqual(await found("text: add.self"), []);
    assert.deepEqual(await found("regex: add.self"), ["src/cart.py:2"]);
  });

  test("letters beyond ASCII and tabs are found", async () => {
    assert.deepEqual(await found("text: straße"), ["src/ünlü.py:1"]);
    assert.deepEqual(await found("text: öffnen"), ["src/ünlü.py:2"]);
    assert.deepEqual(await found("regex: ^\\tTAB"), ["src/ünlü.py:3"]);
  });

  test("lines of a file that is cut keep their numbers", async () => {
    assert.deepEqual(await found("text: line 8999 "), ["src/long.txt:9000"]);
  });

  test("blocks that cannot have it are not fetched", async () => {
    await answer("text: ValueError");
    assert.deepEqual(fetched.filter((name) => name.startsWith("source/b")).filter((name) => name !== "source/b0"), []);
    await answer("text: no such words");
    assert.deepEqual(fetched.filter((name) => name.startsWith("source/b")), []);
  });

  test("an expression that is none is explained", async () => {
    assert.match((await answer("regex: (")).problem, /Unterminated group/);
    assert.match((await answer("text: ")).problem, /Type/);
  });

  test("of very many lines the first are shown", async () => {
    assert.equal((await answer("text: long document")).hits.length, 200);
  });
});

describe("trigrams of an expression", () => {
  const isIn = (wanted, text) => wanted === true || (typeof wanted === "string" ? text.includes(wanted) : wanted.all ? wanted.all.every((each) => isIn(each, text)) : wanted.some.some((each) => isIn(each, text)));

  test("letters that must be there are asked for", () => {
    const ask = globalThis.window.repodoc.trigramQuery;
    assert.equal(ask("abc"), "abc");
    assert.deepEqual(ask("abc|xyz"), { some: ["abc", "xyz"] });
    assert.deepEqual(ask("Abc.*xyz"), { all: ["abc", "xyz"] });
    assert.deepEqual(ask("a(b|c)e"), { some: ["abe", "ace"] });
    assert.deepEqual(ask("abcd+e"), { all: ["abc", "bcd"] });
    for (const anything of ["a*", ".*", "ab", "(abc)?", "(?=abc)x", "\\bif\\b", "[^abc]", "\\x61bc|x"]) assert.equal(ask(anything), true, anything);
  });

  test("no line that matches is lost", () => {
    const parts = ["a", "b", "ab", "aab", "bb", "(a|b)", "[ab]", "a?", "b+", ".", "(?:ab)*", "(a|bab)b", "b{2,3}", "[^b]", "\\w", "^", "(?=a)", "é", "|"];
    const letters = "ababababé.";
    let seed = 7;
    const pick = (from) => from[(seed = (seed * 48271) % 2147483647) % from.length];
    let matches = 0;
    for (let round = 0; round < 2000; round += 1) {
      const pattern = Array.from({ length: 5 }, () => pick(parts)).join("");
      const wanted = globalThis.window.repodoc.trigramQuery(pattern);
      const expression = new RegExp(pattern, "i");
      for (let line = 0; line < 10; line += 1) {
        const text = Array.from({ length: 12 }, () => pick(letters)).join("");
        if (!expression.test(text)) continue;
        matches += wanted !== true;
        assert.ok(isIn(wanted, text), `${pattern} in ${text}`);
      }
    }
    assert.ok(matches > 500);
  });
});
