"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { before, describe, test } = require("node:test");
const vm = require("node:vm");

const script = path.resolve(__dirname, "../../mkdocs_repodoc/client/assets/on_demand/function_calls.js");
const site = "https://example.org/docs/";
const TIES = ["call", "inferred call", "construction", "handed on", "override", "registration"];

/** Caller, callee, line and tie; a function is `file:name`, tests are in files of that name. */
const EDGES = [
  ["a:main", "a:setup", 3, "call"],
  ["a:main", "b:work", 4, "call"],
  ["b:work", "c:step", 7, "call"],
  ["b:work", "c:other", 8, "inferred call"],
  ["c:step", "d:end", 2, "call"],
  ["c:other", "d:end", 5, "call"],
  ["d:end", "b:work", 9, "call"],
  ["a:main", "e:hook", 5, "handed on"],
  ["e:hook", "e:deep", 6, "call"],
  ["a:main", "f:deep", 6, "call"],
  ["f:deep", "f:deeper", 1, "call"],
  ["f:deeper", "e:deep", 1, "call"],
  ["a:main", "g:Base.run", 8, "call"],
  ["g:Base.run", "h:Leaf.run", 0, "override"],
  ["test_a:test_both", "a:setup", 1, "call"],
  ["test_a:test_both", "i:lonely", 2, "call"],
  ["a:setup", "j:", 2, "call"],
];

const fileOf = (name) => name.split(":")[0];

/** Returns the data of a file as `call_files.py` makes it. */
function dataOf(file) {
  const own = [...new Set(EDGES.flat().filter((each) => typeof each === "string" && each.startsWith(`${file}:`)))];
  const near = EDGES.filter(([from, to]) => own.includes(from) || own.includes(to)).flatMap(([from, to]) => [from, to]);
  const all = [...new Set([...own, ...near.sort()])];
  const numbers = (name, mine, other) => EDGES.filter((edge) => edge[mine] === name).flatMap((edge) => {
    const leadsOn = EDGES.some((each) => each[mine] === edge[other]) ? 8 : 0;
    return [all.indexOf(edge[other]), edge[2], TIES.indexOf(edge[3]) | leadsOn];
  });
  return {
    base: "repo/",
    suffix: "_docs/",
    files: [...new Set(all.map(fileOf))].map((each) => [
      `${each}.py`, `${each}.`, each.startsWith("test") ? 1 : 0,
      all.filter((name) => fileOf(name) === each).map((name) => name.split(":")[1]),
      ...(each === "d" ? ["repo/moved-d_docs/"] : []),
    ]),
    callees: own.map((name) => numbers(name, 0, 1)),
    callers: own.map((name) => numbers(name, 1, 0)),
  };
}

let calls;
const loaded = [];

before(() => {
  const files = new Set(EDGES.flatMap(([from, to]) => [fileOf(from), fileOf(to)]));
  globalThis.window = {
    repodoc: {
      site,
      encoded: (text) => text.split("/").map(encodeURIComponent).join("/"),
      pageName: (address) => (address.href.startsWith(site) ? address.pathname.slice("/docs/".length).replace(/\/$/, "") : ""),
      load: async (name) => {
        const file = name === "calls/repo/moved-d_docs" ? "d" : (/^calls\/repo\/(.*)\.py_docs$/.exec(name) || [])[1];
        if (!files.has(file)) throw new Error(`not found: ${name}`);
        loaded.push(file);
        return { value: dataOf(file), version: "" };
      },
    },
  };
  vm.runInThisContext(readFileSync(script, "utf8"), { filename: script });
  calls = globalThis.window.repodoc.functionCalls;
});

const node = (name) => {
  const [file, anchor] = name.split(":");
  const page = file === "d" ? "repo/moved-d_docs/" : `repo/${file}.py_docs/`;
  return calls.at(`${site}${page}#${file}.${anchor}`);
};

const told = (answer) => answer.paths.map((each) => each.map((step) => `${step.node.path[0]}:${step.node.name}`).join(" "));

const ask = async (from, to) => calls.paths(await node(from), await node(to));

describe("functions and their calls", () => {
  test("a function is found by the address of its section", async () => {
    const main = await node("a:main");
    assert.equal(main.name, "main");
    assert.equal(main.url, `${site}repo/a.py_docs/#a.main`);
    assert.equal(calls.lineAddress(main, 3), `${site}repo/a.py_docs/#L3`);
  });

  test("what has no calls is not found", async () => {
    assert.equal(await node("a:nothing"), null);
    assert.equal(await node("z:nothing"), null);
  });

  test("callees come with line, tie, and whether there is more", async () => {
    const edges = await calls.edges(await node("b:work"), "callees");
    assert.deepEqual(edges.map((edge) => [edge.node.name, edge.line, edge.tie, edge.leadsOn]), [["step", 7, "call", true], ["other", 8, "inferred call", true]]);
    const last = await calls.edges(await node("g:Base.run"), "callees");
    assert.deepEqual(last.map((edge) => [edge.node.name, edge.tie, edge.leadsOn]), [["Leaf.run", "override", false]]);
  });

  test("callers are the same edges from the other end", async () => {
    const edges = await calls.edges(await node("a:setup"), "callers");
    assert.deepEqual(edges.map((edge) => [edge.node.name, edge.node.isTest]), [["main", false], ["test_both", true]]);
  });

  test("an address that does not follow from the path leads there too", async () => {
    const [edge] = await calls.edges(await node("c:step"), "callees");
    assert.equal(edge.node.url, `${site}repo/moved-d_docs/#d.end`);
    assert.equal((await calls.edges(edge.node, "callees")).length, 1);
  });
});

describe("paths", () => {
  test("all shortest paths are found, the surest first, with the lines of the calls", async () => {
    const answer = await ask("a:main", "d:end");
    assert.deepEqual(told(answer), ["a:main b:work c:step d:end", "a:main b:work c:other d:end"]);
    assert.deepEqual(answer.paths[0].map(({ edge }) => edge && edge.line), [null, 4, 7, 2]);
    assert.equal(answer.isCut, false);
  });

  test("a longer path of calls is preferred to a shorter one of guesses", async () => {
    assert.deepEqual(told(await ask("a:main", "e:deep")), ["a:main f:deep f:deeper e:deep"]);
  });

  test("without one, overrides and what is handed on count", async () => {
    assert.deepEqual(told(await ask("a:main", "h:Leaf.run")), ["a:main g:Base.run h:Leaf.run"]);
    assert.deepEqual(told(await ask("a:main", "e:hook")), ["a:main e:hook"]);
  });

  test("a cycle has an end", async () => {
    assert.deepEqual(told(await ask("d:end", "c:step")), ["d:end b:work c:step"]);
    assert.deepEqual((await ask("d:end", "a:main")).paths, []);
  });

  test("tests are no way from one function to another, but may be an end", async () => {
    assert.deepEqual((await ask("a:main", "i:lonely")).paths, []);
    assert.deepEqual(told(await ask("test_a:test_both", "i:lonely")), ["t:test_both i:lonely"]);
  });

  test("each file is fetched once", () => {
    assert.equal(new Set(loaded).size, loaded.length);
  });
});
