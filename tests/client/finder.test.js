"use strict";

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { before, describe, test } = require("node:test");
const vm = require("node:vm");

const root = path.resolve(__dirname, "../..");
const assets = path.join(root, "mkdocs_repodoc/client/assets");
/** The finder and its parts, in the order in which pages have them. */
const SCRIPTS = ["finder", "hit_ranking", "index_parts", "name_matching", "name_words", "palette_index", "palette_query", "signature_matching"].map((name) => `${name}.js`);
const cases = JSON.parse(readFileSync(path.join(__dirname, "name_words.json"), "utf8"));

/** Runs a script of the pages as a browser does, in the global scope. */
const run = (name) => vm.runInThisContext(readFileSync(path.join(assets, name), "utf8"), { filename: name });

let repodoc;

before(() => {
  const index = JSON.parse(execFileSync("python", [path.join(__dirname, "made_index.py")], { cwd: root }));
  run("vendor/ufuzzy.js");
  repodoc = {
    site: "https://example.org/",
    encoded: (text) => text.split("/").map(encodeURIComponent).join("/"),
    load: async (name) => index[name] ?? assert.fail(`no part ${name}`),
    loadLibrary: async () => globalThis.uFuzzy,
  };
  globalThis.window = { repodoc };
  for (const name of SCRIPTS) run(name);
});

/** The last answer to a query: by then all that it needs has been loaded. */
async function answer(text) {
  let last;
  await repodoc.finder(text, (given) => { last = given; });
  return last;
}

const names = async (text) => (await answer(text)).hits.map((hit) => hit.full);

describe("words are cut as name_words.py cuts them", () => {
  for (const [text, folded] of cases.fold) {
    test(`fold ${JSON.stringify(text)}`, () => assert.equal(repodoc.words.fold(text), folded));
  }
  for (const [text, key] of cases.unfolded) {
    test(`unfolded ${JSON.stringify(text)}`, () => assert.equal(repodoc.words.unfolded(text), key));
  }
  for (const [signature, parameters, returned] of cases.signatures) {
    test(`types of ${signature}`, () => {
      const types = repodoc.words.typesOf(signature);
      assert.deepEqual(types.parameters.map((each) => [...each]), parameters);
      assert.deepEqual([...types.returned], returned);
    });
  }
});

describe("what is found, and in which order", () => {
  test("the whole name goes before its beginning, and that before its middle", async () => {
    const found = await names("total");
    assert.deepEqual(new Set(found.slice(0, 2)), new Set(["shop.cart.Cart.total", "shop.state_dict.total"]));
    assert.ok(found.indexOf("shop.state_dict.test_total") < found.indexOf("shop.state_dict.subtotal"), String(found));
  });

  test("of equal names the more used goes first", async () => {
    assert.equal((await names("total"))[0], "shop.cart.Cart.total");
  });

  test("initials, parts and other spellings find a name", async () => {
    for (const text of ["load_state_dict", "loadstate", "statedict", "lsd", "LOAD_STATE"]) {
      assert.ok((await names(text)).includes("shop.state_dict.load_state_dict"), text);
    }
  });

  test("capitals that were typed count", async () => {
    assert.equal((await names("loadStateDict"))[0], "shop.state_dict.loadStateDict");
  });

  test("only the last answer is said to be the whole", async () => {
    for (const [text, least] of [["total", 1], ["subtotla", 2]]) {
      const said = [];
      await repodoc.finder(text, ({ done }) => said.push(done));
      assert.ok(said.length >= least, text);
      assert.deepEqual(said, [...said.slice(1).map(() => false), true], text);
    }
  });

  test("a slip of the finger is forgiven", async () => {
    assert.ok((await names("subtotla")).includes("shop.state_dict.subtotal"));
  });

  test("an owner and a member find the member", async () => {
    assert.equal((await names("cart total"))[0], "shop.cart.Cart.total");
    assert.equal((await names("Cart.total"))[0], "shop.cart.Cart.total");
  });

  test("a file is found by its name without the extension, before what tests call so", async () => {
    const found = (await answer("mail")).hits.map((hit) => hit.path + hit.kind);
    assert.deepEqual(found.slice(0, 2), ["src/shop/mail.pyfile", "src/shop/v1/mail.pyfile"]);
    assert.ok(found.indexOf("src/shop/mail.pyclass") < found.indexOf("tests/checks.pyattribute"), String(found));
  });

  test("today's file goes before that of a past version, however much that is used", async () => {
    assert.equal((await answer("mail.py")).hits[0].path, "src/shop/mail.py");
    assert.equal((await answer("v1 mail.py")).hits[0].path, "src/shop/v1/mail.py");
  });

  test("who asks for tests gets them first", async () => {
    assert.equal((await answer("test mail")).hits[0].name, "test_mail_address");
    assert.notEqual((await answer("mail address")).hits[0].name, "test_mail_address");
  });

  test("overloads are one hit", async () => {
    assert.deepEqual(await names("convey"), ["shop.mail.convey"]);
  });

  test("a phrase finds a file in a folder", async () => {
    assert.equal((await answer("copy module")).hits[0].path, "src/modules/copy.py");
  });

  test("a command leads to what it runs", async () => {
    const [hit] = (await answer("shop-admin")).hits;
    assert.deepEqual([hit.kind, hit.path, hit.line], ["command", "src/shop/command.py", 3]);
  });

  test("what others may use goes before what they may not", async () => {
    assert.equal((await names("exclusive"))[0], "shop.cart.Cart.mark_exclusive");
    assert.equal((await names("exclusive_mark"))[0], "shop.state_dict.exclusive_mark");
  });

  test("a class that begins so goes before a part of something that is called so", async () => {
    assert.equal((await names("stamp"))[0], "shop.state_dict.StampPrinter");
  });

  test("a package is found by the last part of its name, at the top of its manifest's page", async () => {
    const [hit] = (await answer("ink")).hits;
    assert.equal(hit.kind, "dependency");
    assert.equal(hit.url, "https://example.org/repo/src/shop/command.py_docs/");
  });

  test("a question finds the heading that has its words in other forms", async () => {
    assert.equal((await names("how are errors handled"))[0], "Errors > Error handling");
    assert.equal((await names("error handling"))[0], "Errors > Error handling");
  });

  test("letters of any alphabet and operators are found", async () => {
    assert.deepEqual(await names("größe"), ["shop.state_dict.größe"]);
    assert.deepEqual(await names("+="), ["shop.state_dict.+="]);
  });

  test("quotes ask for this name and no other", async () => {
    assert.deepEqual((await names('"total"')).sort(), ["shop.cart.Cart.total", "shop.state_dict.total"]);
  });

  test("nothing is found of what nobody is called", async () => {
    assert.deepEqual(await names("zebra"), []);
  });

  test("nothing asked, nothing answered", async () => {
    const given = await answer("  ");
    assert.deepEqual([given.hits, given.total, given.done], [[], 0, true]);
  });
});

describe("what is loaded for a query", () => {
  const plan = async (text) => {
    const { query } = await answer(text);
    const { first, more } = repodoc.indexParts.plan(query);
    return [[...first], [...more]].flat();
  };

  test("the parts of its words, of names and of paths", async () => {
    assert.deepEqual(new Set(await plan("cart")), new Set([...repodoc.index.pagesOf("cart"), ...repodoc.index.pagesOf("/cart")]));
  });

  test("of a kind of path no names", async () => {
    assert.deepEqual(new Set(await plan("file: cart")), new Set(repodoc.index.pagesOf("/cart")));
  });

  test("nothing more where nothing is longer than a letter", async () => {
    const { query } = await answer("x");
    assert.deepEqual(repodoc.indexParts.widened(query), []);
  });
});

describe("what narrows a query", () => {
  test("a kind", async () => {
    assert.deepEqual(await names("class: cart"), ["shop.cart.Cart"]);
    assert.deepEqual((await answer("file: cart")).hits.map((hit) => hit.path), ["src/shop/cart.py"]);
  });

  test("tests are functions that are called so", async () => {
    assert.deepEqual(await names("test: total"), ["shop.state_dict.test_total"]);
  });

  test("two colons are no kind", async () => {
    assert.equal((await answer("class::cart")).query.kinds, null);
  });

  test("types that are taken and returned", async () => {
    assert.deepEqual(await names("-> Money"), ["shop.cart.Cart.total"]);
    assert.deepEqual(await names("Path -> dict"), ["shop.state_dict.load_state_dict"]);
    assert.deepEqual(await names("str -> dict"), []);
    assert.deepEqual(await names("-> Länge"), ["shop.state_dict.größe"]);
  });
});

test("a hit leads to its line's anchor on the page of its file", async () => {
  const [hit] = (await answer("Cart.total")).hits;
  assert.equal(hit.url, "https://example.org/repo/src/shop/cart.py_docs/#Cart.total");
  assert.equal(hit.line, 7);
});

test("ranges say which letters of the full name were found", async () => {
  const [hit] = (await answer("largest_cart")).hits.concat((await answer("cart")).hits);
  assert.equal(hit.full.slice(...hit.ranges).toLowerCase(), "cart");
});

test("an answer that comes too late is not shown", async () => {
  const shown = [];
  const first = repodoc.finder("cart", () => shown.push("cart"));
  await repodoc.finder("total", () => shown.push("total"));
  await first;
  assert.deepEqual([...new Set(shown)], ["total"]);
});
