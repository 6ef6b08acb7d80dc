/* “How does A reach B?”: a field that finds B as the palette does, and the shortest paths of calls. */
(() => {
  "use strict";

  const { element, finder, functionCalls, callWords } = window.repodoc;
  const { nameOf, tag, lineLink } = callWords;
  const CALLED = new Set(["function", "method", "constructor", "class"]);
  const OFFERED = 8;
  const UNSEEN = "Calls that are decided at run time, such as through a variable or by a name that is computed, are not seen.";

  /** @param {number} number
     @param {string} noun */
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  /** @param {CallPath} path */
  function steps(path) {
    return element("ol", { className: "rd-calls__steps" }, ...path.map(({ node, edge }, position) => {
      const caller = position ? path[position - 1].node : node;
      const link = element("a", { href: node.url }, nameOf(node));
      const isSame = position > 0 && caller.path === node.path;
      const place = element("span", { className: "rd-calls__path" }, element("bdi", {}, isSame ? "" : node.path));
      if (!edge) return element("li", {}, link, place);
      const line = edge.line ? lineLink(caller, edge.line) : "";
      if (line) line.tabIndex = 0;
      return element("li", {}, link, ...tag(edge, "callees"), place, line);
    }));
  }

  /** @param {CallNode} from
     @param {CallNode} to
     @param {CallAnswer} answer
     @returns {(Node | string)[]} */
  function told(from, to, { paths, files, isCut }) {
    const [first, ...others] = paths;
    /** @param {CallNode} node */
    const code = (node) => element("code", {}, nameOf(node));
    if (!first) {
      const end = isCut ? ` The search ended after ${count(files, "file")}.` : "";
      return [element("p", {}, "No path from ", code(from), " to ", code(to), ` in the calls that are known.${end} ${UNSEEN}`)];
    }
    const more = others.length
      ? [element("details", { className: "rd-more" }, element("summary", {}, count(others.length, "other path"), " of this length"), ...others.map(steps))]
      : [];
    return [element("p", {}, code(from), " reaches ", code(to), ` in ${count(first.length - 1, "step")}:`), steps(first), ...more];
  }

  /** @type {Repodoc["reachForm"]} */
  function reachForm(from) {
    /** @type {Hit[]} */
    let hits = [];
    let active = 0;
    let asked = 0;
    const input = element("input", {
      type: "text", className: "rd-calls__input", placeholder: "a function or class", role: "combobox",
      autocomplete: "off", autocapitalize: "off", spellcheck: false, "aria-autocomplete": "list",
      "aria-controls": "rd-calls-hits", "aria-expanded": "false", "aria-label": `How does ${nameOf(from)} reach …?`,
    });
    const list = element("div", { id: "rd-calls-hits", className: "rd-calls__hits", role: "listbox", "aria-label": "Functions and classes", hidden: true });
    const answer = element("div", { className: "rd-calls__answer", "aria-live": "polite" });

    /** @param {Hit[]} found */
    function offer(found) {
      hits = found;
      list.hidden = !hits.length;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      list.replaceChildren(...hits.map((hit, position) => {
        const option = element("div", { id: `rd-calls-hit-${position}`, role: "option", className: "rd-calls__hit", "aria-selected": "false" },
          element("span", { className: "rd-calls__name" }, hit.full), element("span", { className: "rd-calls__path" }, element("bdi", {}, hit.path)));
        option.addEventListener("click", () => choose(hit));
        return option;
      }));
      activate(0);
    }

    /** @param {number} position */
    function activate(position) {
      active = hits.length ? (position + hits.length) % hits.length : 0;
      [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
      const chosen = list.children[active];
      if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
      else input.removeAttribute("aria-activedescendant");
      chosen?.scrollIntoView({ block: "nearest" });
    }

    /** @param {CallNode} start
       @param {CallNode} end */
    async function answerFor(start, end) {
      asked += 1;
      const mine = asked;
      answer.replaceChildren(element("p", {}, "Looking for a path …"));
      try {
        const found = await functionCalls.paths(start, end);
        if (mine !== asked) return;
        const back = element("button", { type: "button", className: "rd-chip" }, `How does ${nameOf(end)} reach ${nameOf(start)}?`);
        back.addEventListener("click", () => answerFor(end, start));
        answer.replaceChildren(...told(start, end, found), ...(found.paths.length ? [] : [back]));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (mine === asked) answer.replaceChildren(element("p", {}, `The calls could not be read (${reason}).`));
      }
    }

    /** @param {Hit} hit */
    async function choose(hit) {
      offer([]);
      input.value = hit.full;
      const to = await functionCalls.at(hit.url);
      if (to && to.id !== from.id) answerFor(from, to);
      else answer.replaceChildren(element("p", {}, to ? "This is where you start." : `No calls of ${hit.full} are known. ${UNSEEN}`));
    }

    input.addEventListener("input", () => {
      const text = input.value;
      finder(text, ({ hits: found }) => {
        if (input.value === text) offer(found.filter(({ kind }) => CALLED.has(kind)).slice(0, OFFERED));
      }).catch((error) => answer.replaceChildren(element("p", {}, `The index could not be read (${error.message}).`)));
    });
    input.addEventListener("keydown", (event) => {
      if (!hits.length || event.isComposing) return;
      if (event.key === "ArrowDown") activate(active + 1);
      else if (event.key === "ArrowUp") activate(active - 1);
      else if (event.key === "Enter") choose(hits[active]);
      else if (event.key === "Escape") offer([]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    const label = element("label", { className: "rd-calls__label" }, "How does it reach ", input);
    return element("div", {}, element("div", { className: "rd-calls__field" }, label, list), answer);
  }

  window.repodoc.reachForm = reachForm;
})();
