/* Keyword pages: filter by words and kinds, and sort. Without a script they are plain lists. */
(() => {
  "use strict";

  /** @param {HTMLElement} group */
  const headingOf = (group) => {
    const before = group.previousElementSibling;
    return before && /^H[3-6]$/.test(before.tagName) ? before : null;
  };

  /** A group's section, where that holds nothing else.
     @param {HTMLElement} group */
  const sectionOf = (group) => {
    const section = group.closest(".rd-section");
    return section && [...section.children].every((each) => each === group || /^H2$/.test(each.tagName)) ? section : null;
  };

  /** The page and the line that an entry's line link leads to.
     @param {HTMLElement} item */
  function placeOf(item) {
    const link = item.querySelector(".rd-kw__line a");
    const [page, line] = link ? String(link.getAttribute("href")).split("#L") : ["", ""];
    return { page, line: Number.parseInt(line, 10) || 0 };
  }

  /** @param {Element} item
     @param {string} selector */
  const textOf = (item, selector) => item.querySelector(selector)?.textContent || "";

  /** @typedef {{ item: HTMLElement, group: HTMLElement, order: number, name: string, kind: string, uses: number, text: string, page: string, line: number }} Keyword */

  /** @param {HTMLElement[]} groups
     @returns {Keyword[]} */
  function read(groups) {
    return groups.flatMap((group) =>
      [...group.querySelectorAll("li")].map((item, order) => ({
        item,
        group,
        order,
        name: textOf(item, ".rd-kw__name"),
        kind: group.dataset.kind || textOf(item, "[class^=rd-kind-]"),
        uses: Number(item.dataset.uses || 0),
        text: String(item.textContent).toLowerCase(),
        ...placeOf(item),
      })),
    );
  }

  /** @type {Record<string, (a: Keyword, b: Keyword) => number>} */
  const ORDERS = {
    order: (a, b) => a.order - b.order,
    name: (a, b) => a.name.localeCompare(b.name) || a.order - b.order,
    place: (a, b) => a.page.localeCompare(b.page) || a.line - b.line || a.order - b.order,
    uses: (a, b) => b.uses - a.uses || a.order - b.order,
  };

  /** @param {Keyword[]} entries
     @param {HTMLElement[]} groups
     @param {string} order */
  function sort(entries, groups, order) {
    groups.forEach((group) => {
      const own = entries.filter((entry) => entry.group === group).sort(ORDERS[order]);
      group.querySelector("ul")?.append(...own.map((entry) => entry.item));
    });
  }

  /** @param {HTMLElement} chip */
  const isPressed = (chip) => chip.getAttribute("aria-pressed") === "true";

  /** The controls are in the page: had a script to put them there, the list would move.
     @param {Element} root */
  function activate(root) {
    const bar = root.querySelector(".rd-filter:not(.rd-js)");
    const groups = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".rd-keywords"))];
    const [box, order, said] = [bar?.querySelector("input"), bar?.querySelector("select"), bar?.querySelector("output")];
    if (!bar || !box || !order || !said || !groups.length) return;
    bar.classList.add("rd-js");
    const entries = read(groups);
    const chips = [.../** @type {NodeListOf<HTMLElement>} */ (bar.querySelectorAll(".rd-chip"))];

    const filter = () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      const kinds = new Set(chips.filter(isPressed).map((chip) => chip.dataset.kind));
      const left = new Map(groups.map((group) => [group, 0]));
      /** @type {Map<string | undefined, number>} */
      const found = new Map();
      let count = 0;
      entries.forEach((entry) => {
        const matches = words.every((word) => entry.text.includes(word));
        if (matches) found.set(entry.kind, (found.get(entry.kind) || 0) + 1);
        const hit = matches && (!kinds.size || kinds.has(entry.kind));
        entry.item.hidden = !hit;
        if (!hit) return;
        count += 1;
        left.set(entry.group, (left.get(entry.group) || 0) + 1);
      });
      left.forEach((number, group) => {
        [sectionOf(group) || group, headingOf(group)].forEach((part) => part && part.classList.toggle("rd-hidden", !number));
      });
      chips.forEach((chip) => {
        if (chip.lastChild) chip.lastChild.textContent = (found.get(chip.dataset.kind) || 0).toLocaleString("en");
      });
      said.textContent = `${count.toLocaleString("en")} of ${entries.length.toLocaleString("en")}`;
    };

    box.addEventListener("input", filter);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.value) return;
      event.stopPropagation();
      box.value = "";
      filter();
    });
    order.addEventListener("change", () => sort(entries, groups, order.value));
    // Pressed chips show their kinds; none pressed shows all.
    chips.forEach((chip) => chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(!isPressed(chip)));
      filter();
    }));
    if (box.value) filter(); // typed before the script was there
  }

  function start() {
    const root = document.querySelector(".repodoc");
    if (root) activate(root);
  }

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
