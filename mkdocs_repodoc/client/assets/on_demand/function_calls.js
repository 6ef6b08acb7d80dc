/* Who calls whom, from a small file for each documented file (`call_files.py`), and the shortest paths
   from one function to another: a search from both ends, which loads the files that it comes to. */
(() => {
  "use strict";

  const { load, encoded, pageName, site } = window.repodoc;
  /** @type {CallEdge["tie"][]} */
  const TIES = ["call", "inferred call", "construction", "handed on", "override", "registration"];
  const TIE = 7;
  const LEADS_ON = 8;
  /** Ties that are followed first: what is called, is called.
     @type {Set<CallEdge["tie"]>} */
  const SURE = new Set(["call", "inferred call", "construction"]);
  const MOST_FILES = 400; // that one question looks through
  const MOST_PATHS = 3;
  const MOST_COMPARED = 60; // paths of the same length of which the surest are chosen

  /** @typedef {{ nodes: Map<string, CallNode>, prefix: string, callees: Map<string, CallEdge[]>, callers: Map<string, CallEdge[]> }} Calls */
  /** Name of a page → the calls of its file.
     @type {Map<string, Promise<Calls>>} */
  const known = new Map();

  /** @param {CallFile} file
     @returns {Calls} */
  function read({ base, suffix, files, callees, callers }) {
    /** @type {CallNode[]} */
    const nodes = [];
    for (const [path, prefix, isTest, names, unusual] of files) {
      const address = site + (unusual || base.split("/").map(encodeURIComponent).join("/") + encoded(path) + suffix);
      const page = pageName(new URL(address));
      for (const name of names) {
        const url = name ? `${address}#${encodeURIComponent(prefix + name)}` : address;
        nodes.push({ id: `${page}#${name}`, page, name, path, isTest: Boolean(isTest), url });
      }
    }
    /** @param {number[]} numbers */
    const edges = (numbers) => {
      /** @type {CallEdge[]} */
      const found = [];
      for (let start = 0; start < numbers.length; start += 3) {
        const [node, line, tie] = numbers.slice(start, start + 3);
        found.push({ node: nodes[node], line, tie: TIES[tie & TIE], leadsOn: Boolean(tie & LEADS_ON) });
      }
      return found;
    };
    /** @param {number[][]} rows */
    const byNode = (rows) => new Map(rows.map((row, number) => [nodes[number].id, edges(row)]));
    const own = nodes.slice(0, callees.length);
    return { nodes: new Map(own.map((node) => [node.name, node])), prefix: files[0][1], callees: byNode(callees), callers: byNode(callers) };
  }

  /** @param {string} page
     @returns {Promise<Calls>} */
  function callsOf(page) {
    let calls = known.get(page);
    if (!calls) {
      calls = load(`calls/${page}`).then(({ value }) => read(value));
      calls.catch(() => known.delete(page)); // the next one tries again
      known.set(page, calls);
    }
    return calls;
  }

  /** @type {FunctionCalls["at"]} */
  async function at(address) {
    const url = new URL(address, site);
    const anchor = decodeURIComponent(url.hash.slice(1));
    /** @type {Calls} */
    let calls;
    try {
      calls = await callsOf(pageName(url));
    } catch {
      return null; // a file without calls has no data
    }
    return calls.nodes.get(anchor.startsWith(calls.prefix) ? anchor.slice(calls.prefix.length) : anchor) || null;
  }

  /** @type {FunctionCalls["edges"]} */
  const edges = async (node, direction) => (await callsOf(node.page))[direction].get(node.id) || [];

  /* ---- Paths ---- */

  /** A function that a search has come to: how far it is, and by which edges from where.
     @typedef {{ node: CallNode, distance: number, ways: { from: string, edge: CallEdge }[] }} Reached */

  /** A search in one direction, level by level. */
  class Side {
    /** @param {CallNode} start
       @param {CallDirection} direction */
    constructor(start, direction) {
      this.direction = direction;
      this.distance = 0;
      /** @type {Map<string, Reached>} */
      this.reached = new Map([[start.id, { node: start, distance: 0, ways: [] }]]);
      this.frontier = [start];
    }

    /** Goes one level on.
       @param {(edge: CallEdge) => boolean} isFollowed */
    async step(isFollowed) {
      const found = await Promise.all(this.frontier.map(async (node) => ({ node, edges: await edges(node, this.direction) })));
      this.distance += 1;
      /** @type {Map<string, CallNode>} */
      const next = new Map();
      for (const { node, edges: all } of found) {
        for (const edge of all.filter(isFollowed)) {
          const { id } = edge.node;
          const reached = this.reached.get(id) || { node: edge.node, distance: this.distance, ways: [] };
          if (reached.distance !== this.distance) continue;
          this.reached.set(id, reached);
          reached.ways.push({ from: node.id, edge });
          // What leads nowhere else may still be what the other side has come to.
          if (edge.leadsOn) next.set(id, edge.node);
        }
      }
      this.frontier = [...next.values()];
    }

    /** All paths between the start and a function, at most so many: from here to there.
       @param {string} id
       @returns {{ node: CallNode, edge: CallEdge | null }[][]} */
    traces(id) {
      const here = this.reached.get(id);
      if (!here) return [];
      if (!here.ways.length) return [[{ node: here.node, edge: null }]];
      /** @type {{ node: CallNode, edge: CallEdge | null }[][]} */
      const all = [];
      for (const { from, edge } of here.ways) {
        for (const trace of this.traces(from)) {
          all.push([...trace, { node: here.node, edge }]);
          if (all.length === MOST_COMPARED) return all;
        }
      }
      return all;
    }
  }

  /** Puts what was found from the caller's end before what was found from the callee's.
     @param {CallPath} before
     @param {CallPath} after From the callee on.
     @returns {CallPath} */
  function joined(before, after) {
    const path = [...before];
    for (let position = after.length - 1; position > 0; position -= 1) {
      // An edge to a caller says how the one behind it is called.
      path.push({ node: after[position - 1].node, edge: after[position].edge });
    }
    return path;
  }

  /** @param {CallPath} path */
  const doubts = (path) => path.filter(({ edge }) => edge && edge.tie !== "call" && edge.tie !== "construction").length;

  /** @param {CallNode} from
     @param {CallNode} to
     @param {(edge: CallEdge) => boolean} isFollowed
     @param {Set<string>} pages What has been looked through.
     @returns {Promise<CallAnswer>} */
  async function search(from, to, isFollowed, pages) {
    const [forward, backward] = [new Side(from, "callees"), new Side(to, "callers")];
    const meeting = () => [...forward.reached.values()]
      .filter(({ node, distance }) => distance === forward.distance && backward.reached.get(node.id)?.distance === backward.distance);
    let met = meeting();
    while (!met.length && forward.frontier.length && backward.frontier.length) {
      const side = forward.frontier.length <= backward.frontier.length ? forward : backward;
      side.frontier.forEach(({ page }) => pages.add(page));
      if (pages.size > MOST_FILES) return { paths: [], files: pages.size, isCut: true };
      await side.step(isFollowed);
      met = meeting();
    }
    const all = met.flatMap(({ node }) => forward.traces(node.id)
      .flatMap((before) => backward.traces(node.id).map((after) => joined(before, after)))).slice(0, MOST_COMPARED);
    const surest = all.sort((a, b) => doubts(a) - doubts(b)).slice(0, MOST_PATHS);
    return { paths: surest, files: pages.size, isCut: false };
  }

  /** @type {FunctionCalls["paths"]} */
  async function paths(from, to) {
    /** @type {Set<string>} */
    const pages = new Set();
    const isTest = from.isTest || to.isTest;
    /** @param {CallEdge} edge */
    const isOwn = (edge) => isTest || !edge.node.isTest;
    const sure = await search(from, to, (edge) => isOwn(edge) && SURE.has(edge.tie), pages);
    return sure.paths.length || sure.isCut ? sure : search(from, to, isOwn, pages);
  }

  /** @type {FunctionCalls["lineAddress"]} */
  const lineAddress = (node, line) => `${node.url.split("#")[0]}#L${line}`;

  window.repodoc.functionCalls = { at, edges, paths, lineAddress };
})();
