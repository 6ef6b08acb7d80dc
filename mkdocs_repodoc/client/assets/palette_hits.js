/* Draws the palette's hits, with what was found in their names. */
(() => {
  "use strict";

  const { element } = window.repodoc;

  /** @param {ShownHit} hit */
  function marked(hit) {
    const start = hit.full.length - hit.name.length;
    const ranges = hit.ranges || [];
    /** @param {number} from
       @param {number} to */
    const part = (from, to) => {
      /** @type {(Node | string)[]} */
      const nodes = [];
      let at = from;
      /** @param {number} end
         @param {boolean} isMark */
      const add = (end, isMark) => {
        if (end <= at) return;
        const text = hit.full.slice(at, end);
        nodes.push(isMark ? element("mark", {}, text) : text);
        at = end;
      };
      for (let position = 0; position < ranges.length; position += 2) {
        const [begin, end] = [ranges[position], ranges[position + 1]];
        add(Math.min(Math.max(begin, from), to), false);
        add(Math.min(Math.max(end, from), to), true);
      }
      add(to, false);
      return nodes;
    };
    return [
      ...(start ? [element("span", { className: "rd-hit__scope" }, element("bdi", {}, ...part(0, start)))] : []),
      element("span", { className: "rd-hit__name" }, ...part(start, hit.full.length)),
    ];
  }

  /** @param {ShownHit} hit
     @param {number} position */
  function hitRow(hit, position) {
    const where = hit.isPath ? "" : `${hit.path}${hit.line ? `:${hit.line}` : ""}`;
    const about = hit.signature || hit.summary;
    return element(
      "a",
      { id: `rd-hit-${position}`, className: "rd-hit", role: "option", href: hit.url, tabIndex: -1, "aria-selected": "false" },
      element("span", { className: "rd-hit__kind", "data-kind": hit.kind }, hit.kind),
      element("span", { className: "rd-hit__title" }, ...marked(hit)),
      ...(about ? [element("span", { className: hit.signature ? "rd-hit__text rd-hit__text--code" : "rd-hit__text" }, about)] : []),
      element("span", { className: "rd-hit__place" }, element("bdi", {}, where || (hit.uses ? `imported by ${hit.uses}` : ""))),
    );
  }

  window.repodoc.hitRow = hitRow;
})();
