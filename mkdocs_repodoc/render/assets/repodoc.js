/* What the generated pages gain from a script. Everything on them can be read without it. */
(() => {
  "use strict";

  const RANGE = /^#L(\d+)(?:-L?(\d+))?$/;

  /* ---- Lines: #L10 and #L10-L20 ---- */

  let anchor = 0; // the line that a Shift-click extends from

  const listing = () => document.querySelector(".rd-listing");

  function mark(scroll) {
    const box = listing();
    if (!box) return;
    box.classList.add("rd-js");
    box.querySelectorAll("a.rd-on").forEach((line) => line.classList.remove("rd-on"));
    const match = RANGE.exec(location.hash);
    if (!match) return;
    let [from, to] = [Number(match[1]), Number(match[2] || match[1])];
    if (from > to) [from, to] = [to, from];
    let first = null;
    for (let number = from; number <= to; number += 1) {
      const line = document.getElementById(`L${number}`);
      if (!line) break;
      first = first || line;
      line.classList.add("rd-on");
    }
    anchor = anchor || from;
    if (scroll && first) first.scrollIntoView({ block: "start" });
  }

  function select(event) {
    const line = event.target.closest && event.target.closest(".rd-chunk > a[id]");
    // With these keys a click opens a tab, a window or a download: the browser's business.
    if (!line || event.button || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const number = Number(line.id.slice(1));
    let hash = `#L${number}`;
    if (event.shiftKey && anchor && anchor !== number) {
      hash = `#L${Math.min(anchor, number)}-L${Math.max(anchor, number)}`;
    } else {
      anchor = number;
    }
    history.replaceState(history.state, "", hash);
    mark(false);
  }

  /* ---- Titles: only the first link to a definition carries one ---- */

  function title(event) {
    const link = event.target.closest && event.target.closest(".rd-listing a[href]:not([id], [title])");
    if (!link) return;
    const first = link.closest(".rd-listing").querySelector(`a[title][href="${CSS.escape(link.getAttribute("href"))}"]`);
    if (first) link.title = first.title;
  }

  /* ---- Copy the listing ---- */

  function sourceOf(box) {
    const code = box.querySelector("code").cloneNode(true);
    code.querySelectorAll(".rd-chunk > a[id]").forEach((number) => number.remove());
    return code.textContent;
  }

  async function write(text) {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Not allowed here: the older way may be.
      }
    }
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function addCopyButton(box) {
    const bar = box.querySelector(".rd-listing__bar");
    if (!box.querySelector("code") || bar.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rd-button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      button.textContent = (await write(sourceOf(box))) ? "Copied" : "Not copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    bar.append(button);
  }

  /* ---- Keywords: filter and order ---- */

  const FEW = 8; // shorter lists are quicker read than filtered

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function choice(label, options) {
    const select = element("select", {}, ...options.map(([value, text]) => element("option", { value }, text)));
    select.setAttribute("aria-label", label);
    return select;
  }

  function addFilter(root) {
    const groups = [...root.querySelectorAll(".rd-keywords")];
    if (!groups.length || root.querySelector(".rd-filter")) return;
    const entries = groups.flatMap((group, place) =>
      [...group.querySelectorAll("li")].map((item, position) => ({
        item,
        group,
        order: position,
        name: item.querySelector(".rd-kw__name").textContent,
        kind: item.querySelector(".rd-kind").textContent,
        uses: Number(item.dataset.uses),
        text: item.textContent.toLowerCase(),
        place,
      })),
    );
    if (entries.length < FEW) return;
    const kinds = [...new Set(entries.map((entry) => entry.kind))].sort();
    const box = element("input", { type: "search", placeholder: "Filter keywords", autocomplete: "off" });
    box.setAttribute("aria-label", "Filter keywords");
    const kind = choice("Kind", [["", "All kinds"], ...kinds.map((name) => [name, name])]);
    const order = choice("Order", [["order", "In page order"], ["name", "By name"], ["uses", "Most used first"]]);
    const said = element("output", {});
    said.setAttribute("aria-live", "polite");
    const bar = element("div", { className: "rd-filter" }, box);
    if (kinds.length > 1) bar.append(kind);
    bar.append(order, said);
    groups[0].before(bar);
    const heading = groups[0].previousElementSibling.previousElementSibling;
    if (heading && /^H[3-6]$/.test(heading.tagName)) heading.before(bar);

    const headingOf = (group) => {
      const before = group.previousElementSibling;
      return before && /^H[3-6]$/.test(before.tagName) ? before : null;
    };
    const filter = () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      const left = new Map(groups.map((group) => [group, 0]));
      let count = 0;
      for (const entry of entries) {
        const hit = (!kind.value || entry.kind === kind.value) && words.every((word) => entry.text.includes(word));
        entry.item.hidden = !hit;
        if (hit) {
          count += 1;
          left.set(entry.group, left.get(entry.group) + 1);
        }
      }
      for (const [group, number] of left) {
        group.classList.toggle("rd-hidden", !number);
        const title = headingOf(group);
        if (title) title.classList.toggle("rd-hidden", !number);
      }
      said.textContent = count === entries.length ? "" : `${count} of ${entries.length}`;
    };
    const compare = {
      order: (a, b) => a.order - b.order,
      name: (a, b) => a.name.localeCompare(b.name) || a.order - b.order,
      uses: (a, b) => b.uses - a.uses || a.order - b.order,
    };
    const sort = () => {
      for (const group of groups) {
        const own = entries.filter((entry) => entry.group === group).sort(compare[order.value]);
        group.querySelector("ul").append(...own.map((entry) => entry.item));
      }
    };
    box.addEventListener("input", filter);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.value) {
        event.stopPropagation();
        box.value = "";
        filter();
      }
    });
    kind.addEventListener("change", filter);
    order.addEventListener("change", sort);
  }

  /* ---- Start, and start again after each instant navigation ---- */

  function reachable(root) {
    // What scrolls must be reachable by keyboard.
    root.querySelectorAll(".rd-scroll:not([tabindex])").forEach((box) => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    });
  }

  function start() {
    const root = document.querySelector(".repodoc");
    if (!root) return;
    anchor = 0;
    root.querySelectorAll(".rd-listing").forEach(addCopyButton);
    addFilter(root);
    reachable(root);
    mark(location.hash.includes("-"));
  }

  document.addEventListener("click", select, true);
  document.addEventListener("mouseover", title);
  window.addEventListener("hashchange", () => mark(location.hash.includes("-")));
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
