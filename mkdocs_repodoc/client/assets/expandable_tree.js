/* Trees whose branches open and close, by the keys of the ARIA pattern: an item is a `treeitem` with
   `aria-expanded` if it can be opened, a row of class `rd-tree__row` with its link, and a `group`. */
(() => {
  "use strict";

  /** @type {Repodoc["expandableTree"]} */
  function expandableTree(tree, expand) {
    /** @param {EventTarget | null} target
       @returns {HTMLElement | null} */
    const itemOf = (target) => (target instanceof Element ? target.closest("[role=treeitem]") : null);

    /** @param {HTMLElement} item */
    const isOpen = (item) => item.getAttribute("aria-expanded") === "true";

    /** @param {HTMLElement} item
       @returns {HTMLAnchorElement | null} */
    const linkOf = (item) => item.querySelector(":scope > .rd-tree__row a");

    const visible = () => [.../** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll("[role=treeitem]"))].filter((each) => !each.parentElement?.closest('[aria-expanded="false"]'));

    /** Makes an item the one that Tab leads to.
       @param {HTMLElement} target */
    function reach(target) {
      /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll('[tabindex="0"]')).forEach((each) => { each.tabIndex = -1; });
      target.tabIndex = 0;
    }

    /** @param {HTMLElement | null | undefined} target */
    function focus(target) {
      if (!target) return;
      reach(target);
      target.focus({ preventScroll: true });
      target.firstElementChild?.scrollIntoView({ block: "nearest" });
    }

    /** @param {KeyboardEvent} event */
    function press(event) {
      const at = itemOf(event.target);
      if (!at || event.ctrlKey || event.metaKey || event.altKey) {
        if (at && event.key === "Enter") window.open(linkOf(at)?.href, "_blank", "noopener");
        return;
      }
      const isBranch = at.hasAttribute("aria-expanded");
      const rows = visible();
      const position = rows.indexOf(at);
      if (event.key === "ArrowDown") focus(rows[position + 1]);
      else if (event.key === "ArrowUp") focus(rows[position - 1]);
      else if (event.key === "Home") focus(rows[0]);
      else if (event.key === "End") focus(rows[rows.length - 1]);
      else if (event.key === "ArrowRight") {
        if (isBranch && !isOpen(at)) expand(at, true);
        else if (isBranch) focus(at.querySelector("li"));
      } else if (event.key === "ArrowLeft") {
        if (isBranch && isOpen(at)) expand(at, false);
        else focus(itemOf(at.parentElement));
      } else if (event.key === "Enter" && linkOf(at)) linkOf(at)?.click();
      else if ((event.key === " " || event.key === "Enter") && isBranch) expand(at, !isOpen(at));
      else if (event.key.length === 1 && /\S/.test(event.key)) {
        const letter = event.key.toLowerCase();
        const next = [...rows.slice(position + 1), ...rows.slice(0, position)];
        focus(next.find((each) => each.getAttribute("aria-label")?.toLowerCase().startsWith(letter)));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    }

    tree.addEventListener("keydown", press);
    return { itemOf, isOpen, linkOf, reach, focus };
  }

  window.repodoc.expandableTree = expandableTree;
})();
