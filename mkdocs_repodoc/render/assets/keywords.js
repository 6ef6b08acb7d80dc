/* Keyword pages: filter by words and kinds, and sort. Without a script they are plain lists. */
(() => {
  "use strict";

  const FEW = 8; // shorter lists are quicker read than filtered

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const headingOf = (group) => {
    const before = group.previousElementSibling;
    return before && /^H[3-6]$/.test(before.tagName) ? before : null;
  };

  // A group's section, where that holds nothing else.
  const sectionOf = (group) => {
    const section = group.closest(".rd-section");
    return section && [...section.children].every((each) => each === group || /^H2$/.test(each.tagName)) ? section : null;
  };

  // The page and the line that an entry's line link leads to.
  function placeOf(item) {
    const link = item.querySelector(".rd-kw__line a");
    const [page, line] = link ? link.getAttribute("href").split("#L") : ["", ""];
    return { page, line: Number.parseInt(line, 10) || 0 };
  }

  function read(groups) {
    return groups.flatMap((group) =>
      [...group.querySelectorAll("li")].map((item, order) => ({
        item,
        group,
        order,
        name: item.querySelector(".rd-kw__name").textContent,
        kind: group.dataset.kind || item.querySelector("[class^=rd-kind-]").textContent,
        uses: Number(item.dataset.uses || 0),
        text: item.textContent.toLowerCase(),
        ...placeOf(item),
      })),
    );
  }

  const ORDERS = {
    order: ["In page order", (a, b) => a.order - b.order],
    name: ["By name", (a, b) => a.name.localeCompare(b.name) || a.order - b.order],
    place: ["By place", (a, b) => a.page.localeCompare(b.page) || a.line - b.line || a.order - b.order],
    uses: ["Most used first", (a, b) => b.uses - a.uses || a.order - b.order],
  };

  function sorter(entries, groups) {
    const useful = Object.entries(ORDERS).filter(([name]) => name !== "place" || entries.some((entry) => entry.line));
    const made = element("select", {}, ...useful.map(([value, [text]]) => element("option", { value }, text)));
    made.setAttribute("aria-label", "Order");
    made.addEventListener("change", () => {
      groups.forEach((group) => {
        const own = entries.filter((entry) => entry.group === group).sort(ORDERS[made.value][1]);
        group.querySelector("ul").append(...own.map((entry) => entry.item));
      });
    });
    return made;
  }

  // Pressed chips show their kinds; none pressed shows all.
  function chipsFor(entries, changed) {
    const kinds = [...new Set(entries.map((entry) => entry.kind))];
    if (kinds.length < 2) return [];
    return kinds.map((kind) => {
      const chip = element("button", { type: "button", className: "rd-chip" }, `${kind} `, element("b", {}));
      chip.dataset.kind = kind;
      chip.setAttribute("aria-pressed", "false");
      chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
        changed();
      });
      return chip;
    });
  }

  function addFilter(root) {
    const groups = [...root.querySelectorAll(".rd-keywords")];
    if (!groups.length || root.querySelector(".rd-filter")) return;
    const entries = read(groups);
    if (entries.length < FEW) return;
    const box = element("input", { type: "search", placeholder: "Filter keywords", autocomplete: "off" });
    box.setAttribute("aria-label", "Filter keywords");
    const said = element("output", {});
    said.setAttribute("aria-live", "polite");
    const chips = chipsFor(entries, () => filter());

    function filter(silent) {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      const kinds = new Set(chips.filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.kind));
      const left = new Map(groups.map((group) => [group, 0]));
      const found = new Map();
      let count = 0;
      entries.forEach((entry) => {
        const said = words.every((word) => entry.text.includes(word));
        if (said) found.set(entry.kind, (found.get(entry.kind) || 0) + 1);
        const hit = said && (!kinds.size || kinds.has(entry.kind));
        entry.item.hidden = !hit;
        if (!hit) return;
        count += 1;
        left.set(entry.group, left.get(entry.group) + 1);
      });
      left.forEach((number, group) => {
        [sectionOf(group) || group, headingOf(group)].forEach((part) => part && part.classList.toggle("rd-hidden", !number));
      });
      chips.forEach((chip) => { chip.lastChild.textContent = (found.get(chip.dataset.kind) || 0).toLocaleString("en"); });
      if (!silent) said.textContent = `${count.toLocaleString("en")} of ${entries.length.toLocaleString("en")}`;
    }

    box.addEventListener("input", () => filter());
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.value) return;
      event.stopPropagation();
      box.value = "";
      filter();
    });
    const bar = element("div", { className: "rd-filter" }, box, sorter(entries, groups), said);
    bar.setAttribute("role", "search");
    bar.setAttribute("aria-label", "Keywords of this page");
    if (chips.length) {
      const kinds = element("div", { className: "rd-chips" }, ...chips);
      kinds.setAttribute("role", "group");
      kinds.setAttribute("aria-label", "Kinds");
      bar.append(kinds);
    }
    (sectionOf(groups[0]) || headingOf(groups[0]) || groups[0]).before(bar);
    filter(true);
  }

  function start() {
    const root = document.querySelector(".repodoc");
    if (root) addFilter(root);
  }

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
