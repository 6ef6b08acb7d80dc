/* Loads the palette's index in the parts that `palette_index.py` cuts it into, and unpacks their entries. */
(() => {
  "use strict";

  const { load, encoded, site } = window.repodoc;

  /** @type {Head} */
  let head;
  /** Name of a page or top → its version.
     @type {Map<string, string>} */
  const versions = new Map();
  /** Name of a loaded page or top → its entries.
     @type {Map<string, Entry[]>} */
  const parts = new Map();

  /** The head of the index, loaded once. */
  async function open() {
    if (head) return head;
    /** @type {Loaded<IndexHead>} */
    const answer = await load("find");
    /** @param {string} text */
    const lines = (text) => (text ? text.split("\n") : []);
    for (const [form, all] of [["p", answer.value.pageVersions], ["t", answer.value.topVersions]]) {
      all.split(" ").forEach((version, number) => versions.set(form + number, version));
    }
    head = {
      ...answer.value,
      firsts: lines(answer.value.pages),
      tops: new Map(lines(answer.value.tops).map((prefix, number) => /** @type {[string, string]} */ ([prefix, `t${number}`]))),
    };
    return head;
  }

  /** @param {string[]} sorted
     @param {string} text */
  function bisect(sorted, text) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} prefix */
  function pagesOf(prefix) {
    const start = Math.max(0, bisect(head.firsts, prefix) - 1);
    const end = bisect(head.firsts, `${prefix}\uffff`);
    return Array.from({ length: end - start }, (_, position) => `p${start + position}`);
  }

  /** @param {string} prefix */
  function topOf(prefix) {
    for (let length = prefix.length; length; length -= 1) {
      const name = head.tops.get(prefix.slice(0, length));
      if (name) return name;
    }
    return null;
  }

  /** @param {string} column */
  function lengthened(column) {
    let before = "";
    return column.split("\n").map((text) => (before = before.slice(0, text.charCodeAt(0) - 48) + text.slice(1)));
  }

  /** What a reader calls it: `cli` is `cli.py`, `pflag` is `github.com/spf13/pflag`, a heading is known
     without those above it.
     @param {string} name
     @param {string} kind */
  function stemOf(name, kind) {
    if (kind === "file") return name.replace(/(?<=.)\.[^.]+$/, "");
    if (kind === "heading") return name.slice(name.lastIndexOf(" > ") + 1);
    return kind === "dependency" ? name.replace(/\/v\d+$/, "").replace(/^.*\//, "") : name;
  }

  /** @param {string} column */
  const numbers = (column) => column.split(",").map(Number);

  /** @param {IndexPage} value
     @returns {Entry[]} */
  function read(value) {
    const [names, kinds, scopes, files, lines, uses] = [lengthened(value.n), numbers(value.k), numbers(value.c), numbers(value.f), numbers(value.l), numbers(value.u)];
    const [allScopes, paths] = [lengthened(value.C), lengthened(value.F)];
    const summaries = value.d === undefined ? [] : value.d.split("\n");
    const signatures = value.g === undefined ? [] : value.g.split("\n");
    const modules = paths.map((path, position) => {
      const module = value.m && value.m[position];
      if (module === undefined || typeof module === "string") return module || "";
      return path.slice(module).replace(/\.[^./]*$/, "").replace(/\/__init__$/, "").replaceAll("/", ".");
    });
    const { words } = window.repodoc;
    return names.map((name, position) => {
      const isHidden = kinds[position] >= head.kinds.length;
      const kind = head.kinds[kinds[position] - (isHidden ? head.kinds.length : 0)];
      const isPath = kind === "file" || kind === "folder";
      const path = paths[files[position]];
      const module = isPath ? "" : modules[files[position]];
      const before = (module ? `${module}.` : "") + allScopes[scopes[position]];
      return {
        name,
        before,
        kind,
        path,
        isPath,
        isHidden,
        line: lines[position],
        uses: uses[position],
        summary: summaries[position] || "",
        signature: signatures[position] || "",
        unusual: (value.h && value.h[files[position]]) || "",
        anchor: isPath ? "" : value.a?.[position] ?? (before + name).replace(/\s+/g, "-"),
        full: before + name,
        folded: words.fold(name),
        stem: words.fold(stemOf(name, kind)),
        remoteness: (value.r && value.r[files[position]]) || 0,
      };
    });
  }

  /** @param {string} name */
  const isLoaded = (name) => parts.has(name);

  /** The entries of a part; none before it is loaded.
     @param {string} name */
  const entriesOf = (name) => parts.get(name) || [];

  /** @param {string} name */
  async function fetchPart(name) {
    if (parts.has(name)) return;
    /** @type {Loaded<IndexPage>} */
    const answer = await load(name, versions.get(name));
    if (answer.version !== versions.get(name)) throw new Error("the site has changed: reload the page");
    parts.set(name, read(answer.value));
  }

  /** @param {Iterable<string>} names */
  async function fetchParts(names) {
    await Promise.all([...names].map(fetchPart));
  }

  /** @param {Entry} hit */
  function address(hit) {
    const suffix = hit.kind === "folder" ? head.folder : head.file;
    const page = hit.unusual || head.base.split("/").map(encodeURIComponent).join("/") + encoded(hit.path) + suffix;
    return site + page + (hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : "");
  }

  window.repodoc.index = { open, pagesOf, topOf, isLoaded, entriesOf, fetchParts, address };
})();
