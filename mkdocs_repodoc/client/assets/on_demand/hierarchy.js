/* The call hierarchy: a dialog with what a function calls, or who calls it, as a tree whose levels are
   fetched when they are opened; below it the question by which calls one function reaches another. */
(() => {
  "use strict";

  const { element, expandableTree, functionCalls, onPage } = window.repodoc;
  /** @type {[CallDirection, string, string][]} */
  const DIRECTIONS = [
    ["callees", "Calls", "No calls to other code of the repository are known."],
    ["callers", "Callers", "No callers in the repository are known."],
  ];
  /** For each tie that is no plain call: how it is named beside the callee, beside the caller, and why.
     @type {Partial<Record<CallEdge["tie"], [string, string, string]>>} */
  const TAGS = {
    "inferred call": ["inferred", "inferred", "The type of the object that it is called on was inferred"],
    construction: ["constructor", "class", "Calling the class runs its constructor"],
    "handed on": ["handed on", "hands it on", "It is named as a value here, for somebody else to call"],
    override: ["override", "overridden", "A call of the overridden method may run the override"],
    registration: ["registered", "calls registered functions", "It was registered before, and is called through an attribute"],
  };

  // All of these are there once the dialog is.
  /** @type {HTMLDialogElement} */
  let dialog;
  /** @type {HTMLElement} */
  let head;
  /** @type {HTMLElement} */
  let switches;
  /** @type {HTMLElement} */
  let tree;
  /** @type {HTMLElement} */
  let none;
  /** @type {HTMLElement} */
  let question;
  /** @type {ExpandableTree} */
  let walk;
  /** @type {CallNode} */
  let root;
  /** @type {CallDirection} */
  let direction = "callees";

  /** What an item of the tree is about; a group of tests has its edges.
     @typedef {{ node: CallNode, above: Set<string>, edges: CallEdge[] | null }} Branch */
  /** @type {WeakMap<HTMLElement, Branch>} */
  const branches = new WeakMap();

  /* ---- Names ---- */

  /** @param {CallNode} node */
  const nameOf = (node) => node.name || `${node.path.split("/").pop()} (module code)`;

  /** @param {CallEdge} edge
     @param {CallDirection} seen
     @returns {HTMLElement[]} */
  function tag(edge, seen) {
    const words = TAGS[edge.tie];
    return words ? [element("span", { className: "rd-calls__tag", title: words[2] }, words[seen === "callees" ? 0 : 1])] : [];
  }

  /** @param {CallNode} caller
     @param {number} line */
  const lineLink = (caller, line) => element("a", { className: "rd-calls__line", href: functionCalls.lineAddress(caller, line), tabIndex: -1, title: `Line ${line} of ${caller.path}` }, `line ${line}`);

  /* ---- The tree ---- */

  /** @param {string} label
     @param {number} level
     @param {boolean} opens
     @param {(Node | string)[]} parts */
  function treeItem(label, level, opens, ...parts) {
    const twisty = element("span", { className: "rd-tree__twisty", "aria-hidden": "true" });
    const row = element("div", { className: "rd-tree__row", style: `--rd-level:${level - 1}` }, twisty, ...parts);
    const made = element("li", { role: "treeitem", "aria-level": String(level), tabIndex: -1, "aria-label": label }, row);
    if (opens) made.setAttribute("aria-expanded", "false");
    return made;
  }

  /** @param {CallEdge} edge
     @param {Branch} parent
     @param {number} level */
  function item(edge, parent, level) {
    const { node, line } = edge;
    const isCycle = parent.above.has(node.id);
    const place = node.path === parent.node.path ? "" : node.path;
    const made = treeItem(
      [nameOf(node), place, line ? `line ${line}` : "", isCycle ? "recursive" : ""].filter(Boolean).join(", "),
      level,
      edge.leadsOn && !isCycle,
      element("a", { className: "rd-tree__link", href: node.url, tabIndex: -1, title: node.path }, nameOf(node)),
      ...tag(edge, direction),
      ...(isCycle ? [element("span", { className: "rd-calls__tag", title: "It is among the functions above" }, "recursive")] : []),
      element("span", { className: "rd-calls__path" }, element("bdi", {}, place)),
      ...(line ? [lineLink(direction === "callees" ? parent.node : node, line)] : []),
    );
    branches.set(made, { node, above: new Set([...parent.above, node.id]), edges: null });
    return made;
  }

  /** The items below a function: tests in a group of their own, last.
     @param {CallEdge[]} edges
     @param {Branch} parent
     @param {number} level */
  function items(edges, parent, level) {
    const isGroup = parent.edges === null && !parent.node.isTest;
    const tests = isGroup ? edges.filter(({ node }) => node.isTest) : [];
    const made = edges.filter((edge) => !tests.includes(edge)).map((edge) => item(edge, parent, level));
    if (tests.length) {
      const label = `Tests (${tests.length.toLocaleString("en")})`;
      const group = treeItem(label, level, true, element("span", { className: "rd-tree__link rd-calls__tests" }, label));
      branches.set(group, { ...parent, edges: tests });
      made.push(group);
    }
    return made;
  }

  /** @param {HTMLElement} target
     @param {boolean} isOpen */
  async function expand(target, isOpen) {
    const branch = branches.get(target);
    target.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen || !branch || target.querySelector(":scope > ul")) return;
    const group = element("ul", { role: "group" });
    target.append(group);
    try {
      const edges = branch.edges || await functionCalls.edges(branch.node, direction);
      group.append(...items(edges, branch, Number(target.getAttribute("aria-level")) + 1));
    } catch {
      group.remove();
      target.setAttribute("aria-expanded", "false");
    }
  }

  /** @param {MouseEvent} event */
  function click(event) {
    if (!(event.target instanceof Element) || event.target.closest("a")) return;
    const row = event.target.closest(".rd-tree__row");
    const target = row && walk.itemOf(row);
    if (!target) return;
    if (target.hasAttribute("aria-expanded")) expand(target, !walk.isOpen(target));
    walk.focus(target);
  }

  /* ---- The dialog ---- */

  function build() {
    head = element("p", { className: "rd-calls__of" });
    switches = element("div", { className: "rd-calls__switches", role: "group", "aria-label": "Direction" });
    for (const [name, text] of DIRECTIONS) {
      const chip = element("button", { type: "button", className: "rd-chip", "data-direction": name }, text);
      chip.addEventListener("click", () => show(name));
      switches.append(chip);
    }
    tree = element("ul", { role: "tree", className: "rd-tree rd-calls__tree", "aria-label": "Call hierarchy" });
    walk = expandableTree(tree, expand);
    none = element("p", { className: "rd-calls__none" });
    question = element("div", { className: "rd-calls__question" });
    const close = element("button", { type: "button", className: "rd-dialog__close", "aria-label": "Close" }, "✕");
    close.addEventListener("click", () => dialog.close());
    dialog = element("dialog", { className: "rd-dialog rd-calls-dialog", "aria-label": "Call hierarchy" },
      element("div", { className: "rd-dialog__head" }, element("h2", {}, "Call hierarchy"), close), head, switches, tree, none, question);
    tree.addEventListener("click", click);
    dialog.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a");
      const stays = event.ctrlKey || event.metaKey || event.shiftKey;
      if (event.target === dialog || (link && !stays)) dialog.close();
    });
  }

  /** @param {CallDirection} wanted */
  async function show(wanted) {
    direction = wanted;
    const shown = root;
    for (const chip of switches.children) chip.setAttribute("aria-pressed", String(chip.getAttribute("data-direction") === wanted));
    const edges = await functionCalls.edges(root, wanted);
    if (shown !== root || direction !== wanted) return;
    tree.replaceChildren(...items(edges, { node: root, above: new Set([root.id]), edges: null }, 1));
    tree.hidden = !edges.length;
    none.hidden = edges.length > 0;
    none.textContent = (DIRECTIONS.find(([name]) => name === wanted) || DIRECTIONS[0])[2];
    const first = tree.querySelector("li");
    if (first) walk.reach(first);
  }

  /** @type {Repodoc["openCalls"]} */
  async function open(address) {
    const found = await functionCalls.at(address);
    if (!found) return;
    root = found;
    if (!dialog) build();
    if (!dialog.isConnected) document.body.append(dialog); // instant navigation may have taken it
    head.replaceChildren(element("a", { href: root.url }, nameOf(root)), element("span", { className: "rd-calls__path" }, element("bdi", {}, root.path)));
    question.replaceChildren(window.repodoc.reachForm(root));
    const callees = await functionCalls.edges(root, "callees");
    if (!dialog.open) dialog.showModal();
    await show(callees.length ? "callees" : "callers");
    walk.focus(tree.querySelector("li"));
  }

  window.repodoc.callWords = { nameOf, tag, lineLink };
  window.repodoc.openCalls = open;
  onPage(() => dialog?.open && dialog.close());
})();
