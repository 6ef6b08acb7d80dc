/* Folding of the classes and functions of a listing, and the names of those around the line at the
   top of the window. Both read the ranges that the listing carries; a page without them has neither. */
(() => {
  "use strict";

  const LINE_HEIGHT = 1.5; // of the listing's text, as the style sheet has it

  /** A class or function, and the boxes that its lines are hidden in; none while it is open.
     @typedef {{ start: number, end: number, name: string, button: HTMLButtonElement | null, parts: HTMLElement[] }} Scope */

  /** @type {HTMLElement | null} */
  let box = null;
  /** In the order in which they begin.
     @type {Scope[]} */
  let scopes = [];
  /** @type {HTMLElement | null} */
  let where = null;
  /** @type {HTMLButtonElement | null} */
  let all = null;
  let waiting = false;

  /** @param {number} number */
  const line = (number) => document.getElementById(`L${number}`);

  /** The line with a number, and the chunk of the listing that it is in.
     @param {number} number */
  function lineInChunk(number) {
    const found = line(number);
    /** @type {HTMLElement | null | undefined} */
    const chunk = found?.closest(".rd-chunk");
    if (!found || !chunk) throw new Error(`no line ${number}`);
    return { found, chunk, last: Number(chunk.dataset.last) };
  }

  /** @param {Element} chunk */
  const numberOf = (chunk) => Number(chunk.firstElementChild?.id.slice(1));

  /** @param {string} text
     @returns {Scope[]} */
  function read(text) {
    return text.split("\n").filter(Boolean).map((entry) => {
      const [first, length, ...name] = entry.split(" ");
      return { start: Number(first), end: Number(first) + Number(length), name: name.join(" "), button: null, parts: [] };
    });
  }

  /* ---- Fold ---- */

  /** Lines may stand in a fold inside the one that is made.
     @param {Element} chunk
     @param {Node} node */
  function childOf(chunk, node) {
    let child = node;
    while (child.parentNode && child.parentNode !== chunk) child = child.parentNode;
    return child;
  }

  /** The line numbers from `first` to `last` that stand in one chunk, with their text, in a box.
     @param {number} first
     @param {number} last */
  function wrap(first, last) {
    const { found, chunk } = lineInChunk(first);
    const next = line(last + 1);
    const range = document.createRange();
    range.setStartBefore(childOf(chunk, found));
    if (next && chunk.contains(next)) range.setEndBefore(childOf(chunk, next));
    else range.setEnd(chunk, chunk.childNodes.length);
    const made = document.createElement("span");
    made.className = "rd-fold";
    range.surroundContents(made);
    // Found text opens its fold; where that is not known the lines are hidden all the same.
    made.setAttribute("hidden", "until-found");
    return made;
  }

  /** @param {Scope} scope */
  function fold(scope) {
    for (let first = scope.start + 1; first <= scope.end;) {
      const last = Math.min(scope.end, lineInChunk(first).last);
      const part = wrap(first, last);
      part.addEventListener("beforematch", () => unfold(scope));
      scope.parts.push(part);
      first = last + 1;
    }
    show(scope);
  }

  /** @param {Scope} scope */
  function unfold(scope) {
    const parts = scope.parts.splice(0);
    parts.forEach((part) => part.replaceWith(...part.childNodes));
    show(scope);
  }

  /** @param {Scope} scope */
  function show(scope) {
    const folded = scope.parts.length > 0;
    const hidden = scope.end - scope.start;
    if (!scope.button) return;
    scope.button.setAttribute("aria-expanded", String(!folded));
    scope.button.title = `${folded ? "Unfold" : "Fold"} ${scope.name}: ${hidden} line${hidden === 1 ? "" : "s"}`;
    measure(scope);
    label();
  }

  /** A chunk that has never been near the screen is as high as its lines are; say how many are left.
     @param {Scope} scope */
  function measure(scope) {
    for (let number = scope.start; ;) {
      const { chunk, last } = lineInChunk(number);
      const left = [...chunk.querySelectorAll("a[id]")].filter((each) => !each.closest(".rd-fold")).length;
      chunk.style.containIntrinsicBlockSize = `${left * LINE_HEIGHT}em`;
      number = last + 1;
      if (number > scope.end) return;
    }
  }

  /** @param {number} first
     @param {number} last */
  function open(first, last) {
    scopes.filter((scope) => scope.parts.length && scope.start < last && scope.end >= first).forEach(unfold);
  }

  function label() {
    if (!all) return;
    const some = scopes.some((scope) => scope.parts.length);
    all.textContent = some ? "Unfold all" : "Fold all";
  }

  function toggleAll() {
    if (scopes.some((scope) => scope.parts.length)) scopes.forEach((scope) => scope.parts.length && unfold(scope));
    else outermost().forEach(fold);
  }

  // Folding what is inside another fold too would only cost a second click.
  function outermost() {
    let end = 0;
    const classes = scopes.filter((scope) => scope.start > end && (end = scope.end));
    // A file that is one class shows its methods.
    if (classes.length > 1) return classes;
    const inner = scopes.filter((scope) => scope !== classes[0]);
    end = 0;
    return inner.length ? inner.filter((scope) => scope.start > end && (end = scope.end)) : classes;
  }

  /** @param {Scope} scope */
  function addButton(scope) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "rd-toggle";
    made.addEventListener("click", () => (scope.parts.length ? unfold(scope) : fold(scope)));
    scope.button = made;
    lineInChunk(scope.start).found.after(made);
    made.setAttribute("aria-expanded", "true");
    made.title = `Fold ${scope.name}: ${scope.end - scope.start} line${scope.end - scope.start === 1 ? "" : "s"}`;
  }

  /* ---- Where the window is ---- */

  function look() {
    waiting = false;
    const [holder, lines] = [where?.parentElement, box?.querySelector("code")];
    if (!box || !box.isConnected || !where || !holder || !lines) return;
    const bar = holder.getBoundingClientRect();
    const code = lines.getBoundingClientRect();
    /** @type {Scope[]} */
    let around = [];
    if (code.top < bar.bottom && code.bottom > bar.bottom) {
      const found = document.elementFromPoint(code.left + (box.querySelector("pre")?.scrollLeft || 0) + 12, bar.bottom + 8);
      const at = found && found.closest(".rd-chunk > a[id]");
      const number = at ? Number(at.id.slice(1)) : 0;
      around = scopes.filter((scope) => scope.start <= number && number <= scope.end);
    }
    const key = around.map((scope) => scope.start).join();
    if (where.dataset.at === key) return;
    where.dataset.at = key;
    holder.classList.toggle("rd-listing__bar--inside", around.length > 0);
    where.replaceChildren(...around.flatMap((scope, depth) => {
      const link = Object.assign(document.createElement("a"), { href: `#L${scope.start}`, textContent: scope.name });
      return depth ? [" › ", link] : [link];
    }));
  }

  function scrolled() {
    if (waiting || !box) return;
    waiting = true;
    requestAnimationFrame(look);
  }

  /* ---- Keys: + and - as elsewhere ---- */

  (window.repodocKeys ||= []).push(
    {
      group: "Source", keys: ["-"], text: "Fold all classes and functions",
      run: () => outermost().forEach((scope) => scope.parts.length || fold(scope)),
    },
    {
      group: "Source", keys: ["+"], text: "Unfold all classes and functions",
      run: () => scopes.forEach((scope) => scope.parts.length && unfold(scope)),
    },
  );

  /* ---- Start, and start again after each instant navigation ---- */

  function start() {
    /** @type {HTMLElement | null} */
    const found = document.querySelector(".rd-listing[data-scopes]");
    if (found === box && box) return;
    box = found;
    scopes = [];
    all = null;
    if (!box) return;
    let next = 0;
    [.../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(".rd-chunk"))].reverse().forEach((chunk) => {
      chunk.dataset.last = String(next ? next - 1 : chunk.querySelectorAll(":scope > a[id]").length + numberOf(chunk) - 1);
      next = numberOf(chunk);
    });
    scopes = read(box.dataset.scopes || "").filter((scope) => line(scope.start) && line(scope.end));
    scopes.forEach(addButton);
    const bar = box.querySelector(".rd-listing__bar");
    where = Object.assign(document.createElement("span"), { className: "rd-where" });
    bar?.firstElementChild?.after(where);
    if (scopes.length) {
      all = Object.assign(document.createElement("button"), { type: "button", className: "rd-button", textContent: "Fold all" });
      all.addEventListener("click", toggleAll);
      where.after(all);
    }
    box.addEventListener("rd-lines", (event) => {
      const [first, last] = /** @type {CustomEvent<number[]>} */ (event).detail;
      open(first, last);
    });
    const marked = /^#L(\d+)(?:-L?(\d+))?$/.exec(location.hash);
    if (marked) open(Number(marked[1]), Number(marked[2] || marked[1]));
    scrolled();
  }

  document.addEventListener("scroll", scrolled, { passive: true });
  window.addEventListener("resize", scrolled);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
