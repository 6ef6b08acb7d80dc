/* The repository's tree of files in a drawer, opened at the page's file.

   On a wide screen it stays beside the page, from page to page; on a narrow one it covers the page
   and closes after a pick. */
(() => {
  "use strict";

  const { load, encoded, element, expandableTree, onPage, site, store } = window.repodoc;
  const OPEN = `${store}tree`;
  const EXPANDED = `${store}folders`;
  const wide = window.matchMedia("(min-width: 76.25em)");

  /** @typedef {HTMLElement & { node?: TreeNode }} Item */

  /** All four are there once the drawer is.
     @type {HTMLDialogElement} */
  let drawer;
  /** @type {HTMLUListElement} */
  let tree;
  /** @type {ExpandableTree} */
  let walk;
  /** @type {FileTree} */
  let data;
  /** @type {Set<string>} */
  const expanded = new Set();
  /** @type {Element | null} */
  let opener = null;

  /** @template Value
     @param {string} key
     @param {Value} otherwise
     @returns {Value} */
  function saved(key, otherwise) {
    try {
      return JSON.parse(sessionStorage.getItem(key) || "null") ?? otherwise;
    } catch {
      return otherwise; // no storage here
    }
  }

  /** @param {string} key
     @param {unknown} value */
  function save(key, value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // No storage here, or it is full: the next page starts afresh.
    }
  }

  /* ---- Items ---- */

  /** @param {string} path
     @param {boolean} isFolder */
  function address(path, isFolder) {
    if (isFolder && !path) return site + data.index;
    const unusual = data.urls[isFolder ? `${path}/` : path];
    return site + (unusual || data.base.split("/").map(encodeURIComponent).join("/") + encoded(path) + (isFolder ? data.folder : data.file));
  }

  /** @param {string} name
     @param {string} path
     @param {number} level
     @param {TreeNode | null} node Of a folder. */
  function item(name, path, level, node) {
    const link = element("a", { href: address(path, Boolean(node)), tabIndex: -1, className: "rd-tree__link", title: path }, name);
    const twisty = element("span", { className: "rd-tree__twisty", "aria-hidden": "true" });
    const row = element("div", { className: "rd-tree__row", style: `--rd-level:${level - 1}` }, twisty, link);
    /** @type {Item} */
    const made = element("li", { role: "treeitem", "aria-level": String(level), tabIndex: -1, "data-path": path, "aria-label": name }, row);
    if (node) {
      made.dataset.folder = "";
      made.setAttribute("aria-expanded", "false");
      made.node = node;
    }
    return made;
  }

  /** @param {TreeNode} node
     @param {string} path
     @param {number} level */
  function children(node, path, level) {
    const below = path ? `${path}/` : "";
    const files = node[2] ? node[2].split("/") : [];
    return [
      ...node[1].map((folder) => item(folder[0], below + folder[0], level, folder)),
      ...files.map((name) => item(name, below + name, level, null)),
    ];
  }

  const pathOf = (/** @type {HTMLElement} */ each) => each.dataset.path || "";

  /** @param {Item} folder
     @param {boolean} isOpen */
  function expand(folder, isOpen) {
    if (isOpen && folder.node && folder.querySelector(":scope > ul") === null) {
      const level = Number(folder.getAttribute("aria-level")) + 1;
      folder.append(element("ul", { role: "group" }, ...children(folder.node, pathOf(folder), level)));
      mark();
    }
    folder.setAttribute("aria-expanded", String(isOpen));
    expanded[isOpen ? "add" : "delete"](pathOf(folder));
    save(EXPANDED, [...expanded]);
  }

  /** @param {string} path
     @returns {Item | null} */
  const find = (path) => tree.querySelector(`[data-path="${CSS.escape(path)}"]`);
  const current = () => {
    /** @type {HTMLElement | null} */
    const page = document.querySelector(":is([data-kind^=file], [data-kind^=folder]).repodoc[data-path]");
    return page ? pathOf(page) : null;
  };

  /** Opens all folders above a path, from the top down; returns its item.
     @param {string} path */
  function reveal(path) {
    const parts = path.split("/");
    for (let length = 1; length < parts.length; length += 1) {
      const folder = find(parts.slice(0, length).join("/"));
      if (!folder || !("folder" in folder.dataset)) return null;
      expand(folder, true);
    }
    return find(path);
  }

  function mark() {
    const path = current();
    tree.querySelectorAll("[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
    const marked = path ? find(path) : null;
    if (marked) marked.setAttribute("aria-current", "page");
  }

  /* ---- Keys and clicks ---- */

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key === "Escape" && !drawer.matches(":modal")) close();
  }

  /** @param {MouseEvent} event */
  function click(event) {
    if (event.target === drawer && drawer.matches(":modal")) {
      close();
      return;
    }
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest(".rd-tree__row");
    const folder = walk.itemOf(row);
    if (!row || !folder) return;
    if (event.target.closest("a")) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && drawer.matches(":modal")) close();
    } else if ("folder" in folder.dataset) {
      expand(folder, !walk.isOpen(folder));
      walk.focus(folder);
    } else walk.linkOf(folder)?.click();
  }

  /* ---- The drawer ---- */

  async function build() {
    data = (await load("tree")).value;
    if (drawer) return;
    tree = element("ul", { role: "tree", className: "rd-tree", "aria-label": "Files of the repository" });
    walk = expandableTree(tree, expand);
    const shut = element("button", { type: "button", className: "rd-dialog__close", "aria-label": "Close" }, "✕");
    shut.addEventListener("click", close);
    const home = element("a", { href: address("", true), className: "rd-drawer__title" }, data.name);
    drawer = element("dialog", { className: "rd-dialog rd-drawer", "aria-label": "Files" }, element("div", { className: "rd-dialog__head" }, home, shut), tree);
    drawer.addEventListener("keydown", press);
    drawer.addEventListener("click", click);
    drawer.addEventListener("close", () => opener instanceof HTMLElement && opener.isConnected && opener.focus());
    document.body.append(drawer);
    tree.append(...children(data.root, "", 1));
    for (const path of saved(EXPANDED, /** @type {string[]} */ ([]))) {
      const folder = reveal(path);
      if (folder && "folder" in folder.dataset) expand(folder, true);
    }
  }

  /** @param {boolean} isFocused */
  function here(isFocused) {
    const path = current();
    const target = path ? reveal(path) : null;
    if (target && "folder" in target.dataset) expand(target, true);
    mark();
    if (isFocused) walk.focus(target || tree.querySelector("li"));
    else if (target) target.firstElementChild?.scrollIntoView({ block: "nearest" });
    if (target) walk.reach(target);
  }

  async function open(isFocused = true) {
    await build();
    if (!drawer.isConnected) document.body.append(drawer);
    if (!drawer.open) {
      if (wide.matches) drawer.show();
      else drawer.showModal();
    }
    document.documentElement.classList.toggle("rd-docked", wide.matches);
    save(OPEN, wide.matches);
    here(isFocused);
  }

  function close() {
    document.documentElement.classList.remove("rd-docked");
    save(OPEN, false);
    drawer.close();
  }

  function toggle() {
    if (drawer && drawer.open) close();
    else {
      opener = document.activeElement;
      open();
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-rd-open=tree]")) toggle();
  });
  window.repodocKeys.push(
    { group: "Repository", keys: ["e"], text: "File tree", run: toggle },
    { group: "File tree", keys: ["↑", "↓"], text: "Previous and next file" },
    { group: "File tree", keys: ["→", "←"], text: "Open and close a folder" },
    { group: "File tree", keys: ["Enter"], text: "Go there" },
  );
  onPage(() => {
    if (drawer && drawer.open) here(false);
    else if (wide.matches && saved(OPEN, false)) open(false);
  });
})();
