/* What every generated page gains from a script. Everything on them can be read without it. */
(() => {
  "use strict";

  // What scrolls must be reachable by keyboard. Asked after a layout, it costs none of its own.
  const sizes = new ResizeObserver((entries) => {
    const boxes = entries.map(({ target }) => ({ box: /** @type {HTMLElement} */ (target), scrolls: target.scrollWidth > target.clientWidth }));
    boxes.forEach(({ box, scrolls }) => {
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  });

  const FRAMES = 20; // in which all that is near has its height

  /** Not all browsers open what they go to.
     @param {HTMLElement} target */
  function open(target) {
    const folds = [];
    for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") || null) {
      if (!fold.open) folds.push(fold);
    }
    folds.forEach((fold) => { fold.open = true; });
    if (folds.length) target.scrollIntoView();
  }

  // Sections above what was gone to were estimated, and get their real height when it is reached.
  function settle() {
    /** @type {HTMLElement | null} */
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // no address of ours
    }
    if (!target || !target.closest(".rd-section")) return;
    open(target);
    let frames = FRAMES;
    const moved = new AbortController(); // who has gone on meanwhile is left alone
    ["wheel", "touchstart", "pointerdown", "keydown"].forEach((type) =>
      window.addEventListener(type, () => moved.abort(), { once: true, passive: true, signal: moved.signal }));
    let before = target.getBoundingClientRect().top;
    const again = () => {
      if (moved.signal.aborted || !target.isConnected) return;
      const top = target.getBoundingClientRect().top;
      if (top !== before && Math.abs(top) < innerHeight) target.scrollIntoView();
      before = target.getBoundingClientRect().top;
      frames -= 1;
      if (frames) requestAnimationFrame(again);
      else moved.abort();
    };
    requestAnimationFrame(again);
  }

  function start() {
    settle();
    sizes.disconnect();
    document.querySelectorAll(".repodoc .rd-scroll:not([tabindex])").forEach((box) => sizes.observe(box));
    // Material's search is a dialog without a name.
    const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    if (search) search.setAttribute("aria-label", search.querySelector("input")?.placeholder || "Search");
  }

  // A box that is pointed at or tabbed to lights up with its neighbours; the rest of the drawing fades.
  let lit = /** @type {Element | null} */ (null);

  /** @param {Event} event */
  function light(event) {
    const box = event.target instanceof Element ? event.target.closest(".rd-graph [data-box]") : null;
    if (box === lit) return;
    lit?.closest(".rd-graph")?.classList.remove("rd-lit");
    lit = box;
    const graph = box?.closest(".rd-graph");
    if (!box || !graph) return;
    const own = box.getAttribute("data-box") ?? "";
    const near = new Set([own]);
    graph.querySelectorAll("[data-ends]").forEach((arrow) => {
      const ends = (arrow.getAttribute("data-ends") ?? "").split(" ");
      const touches = ends.includes(own);
      arrow.classList.toggle("rd-near", touches);
      if (touches) ends.forEach((end) => near.add(end));
    });
    graph.querySelectorAll("[data-box]").forEach((other) =>
      other.classList.toggle("rd-near", near.has(other.getAttribute("data-box") ?? "")));
    graph.classList.add("rd-lit");
  }

  // Themes that colour code in the browser would write ours anew: without its links and line numbers.
  window.hljs?.configure({ cssSelector: "pre code:not(.repodoc *)" });

  window.addEventListener("hashchange", settle);
  ["pointerover", "focusin"].forEach((type) => document.addEventListener(type, light));
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
