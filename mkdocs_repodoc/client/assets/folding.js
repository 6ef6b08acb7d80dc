/* Folding of the classes and functions of a listing, and the names of those around the line at the
   top of the window. Both read the ranges that the listing carries; a page without them has neither. */
(() => {
  "use strict";

  const LINE_HEIGHT = 1.5; // of the listing's text, as the style sheet has it

  let box = null;
  let scopes = []; // {start, end, name, button, fold}, in the order in which they begin
  let where = null;
  let all = null;
  let waiting = false;

  const line = (number) => document.getElementById(`L${number}`);

  const numberOf = (chunk) => Number(chunk.firstElementChild.id.slice(1));

  function read(text) {
    return text.split("\n").filter(Boolean).map((entry) => {
      const [start, length, ...name] = entry.split(" ");
      return { start: Number(start), end: Number(start) + Number(length), name: name.join(" "), button: null, parts: [] };
    });
  }

  /* ---- Fold ---- */

  // Lines may stand in a fold inside the one that is made.
  function childOf(chunk, node) {
    let child = node;
    while (child.parentNode !== chunk) child = child.parentNode;
    return child;
  }

  // The line numbers from `first` to `last` that stand in one chunk, with their text, in a box.
  function wrap(first, last) {
    const chunk = line(first).closest(".rd-chunk");
    const next = line(last + 1);
    const range = document.createRange();
    range.setStartBefore(childOf(chunk, line(first)));
    if (next && chunk.contains(next)) range.setEndBefore(childOf(chunk, next));
    else range.setEndAfter(chunk.lastChild);
    const made = document.createElement("span");
    made.className = "rd-fold";
    range.surroundContents(made);
    // Found text opens its fold; where that is not known the lines are hidden all the same.
    made.setAttribute("hidden", "until-found");
    return made;
  }

  function fold(scope) {
    for (let first = scope.start + 1; first <= scope.end;) {
      const chunk = line(first).closest(".rd-chunk");
      const last = Math.min(scope.end, Number(chunk.dataset.last));
      const part = wrap(first, last);
      part.addEventListener("beforematch", () => unfold(scope));
      scope.parts.push(part);
      first = last + 1;
    }
    show(scope);
  }

  function unfold(scope) {
    const parts = scope.parts.splice(0);
    parts.forEach((part) => part.replaceWith(...part.childNodes));
    show(scope);
  }

  function show(scope) {
    const folded = scope.parts.length > 0;
    const hidden = scope.end - scope.start;
    scope.button.setAttribute("aria-expanded", String(!folded));
    scope.button.title = `${folded ? "Unfold" : "Fold"} ${scope.name}: ${hidden} line${hidden === 1 ? "" : "s"}`;
    measure(scope);
    if (all) label();
  }

  // A chunk that has never been near the screen is as high as its lines are; say how many are left.
  function measure(scope) {
    for (let number = scope.start; ;) {
      const chunk = line(number).closest(".rd-chunk");
      const left = [...chunk.querySelectorAll("a[id]")].filter((each) => !each.closest(".rd-fold")).length;
      chunk.style.containIntrinsicBlockSize = `${left * LINE_HEIGHT}em`;
      number = Number(chunk.dataset.last) + 1;
      if (number > scope.end) return;
    }
  }

  function open(first, last) {
    scopes.filter((scope) => scope.parts.length && scope.start < last && scope.end >= first).forEach(unfold);
  }

  function label() {
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

  function addButton(scope) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "rd-toggle";
    made.addEventListener("click", () => (scope.parts.length ? unfold(scope) : fold(scope)));
    scope.button = made;
    line(scope.start).after(made);
    made.setAttribute("aria-expanded", "true");
    made.title = `Fold ${scope.name}: ${scope.end - scope.start} line${scope.end - scope.start === 1 ? "" : "s"}`;
  }

  /* ---- Where the window is ---- */

  function top() {
    // Whatever a theme keeps at the top of the window stands above the bar.
    const header = document.querySelector(".md-header, .navbar.fixed-top");
    const tabs = document.querySelector(".md-tabs");
    const bottom = (each) => (each && /fixed|sticky/.test(getComputedStyle(each).position) ? each.offsetHeight : 0);
    return Math.max(bottom(header) + bottom(tabs), 0);
  }

  function look() {
    waiting = false;
    if (!box || !box.isConnected) return;
    const bar = where.parentNode.getBoundingClientRect();
    const code = box.querySelector("code").getBoundingClientRect();
    let around = [];
    if (code.top < bar.bottom && code.bottom > bar.bottom) {
      const found = document.elementFromPoint(code.left + box.querySelector("pre").scrollLeft + 12, bar.bottom + 8);
      const at = found && found.closest(".rd-chunk > a[id]");
      const number = at ? Number(at.id.slice(1)) : 0;
      around = scopes.filter((scope) => scope.start <= number && number <= scope.end);
    }
    const key = around.map((scope) => scope.start).join();
    if (where.dataset.at === key) return;
    where.dataset.at = key;
    where.parentNode.classList.toggle("rd-listing__bar--inside", around.length > 0);
    where.replaceChildren(...around.flatMap((scope, place) => {
      const link = Object.assign(document.createElement("a"), { href: `#L${scope.start}`, textContent: scope.name });
      return place ? [" › ", link] : [link];
    }));
  }

  function scrolled() {
    if (waiting || !box) return;
    waiting = true;
    requestAnimationFrame(look);
  }

  function place() {
    if (box) box.style.setProperty("--rd-top", `${top()}px`);
    scrolled();
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
    const found = document.querySelector(".rd-listing[data-scopes]");
    if (found === box && box) return;
    box = found;
    scopes = [];
    all = null;
    if (!box) return;
    let next = 0;
    [...box.querySelectorAll(".rd-chunk")].reverse().forEach((chunk) => {
      chunk.dataset.last = next ? next - 1 : chunk.querySelectorAll(":scope > a[id]").length + numberOf(chunk) - 1;
      next = numberOf(chunk);
    });
    scopes = read(box.dataset.scopes).filter((scope) => line(scope.start) && line(scope.end));
    scopes.forEach(addButton);
    const bar = box.querySelector(".rd-listing__bar");
    where = Object.assign(document.createElement("span"), { className: "rd-where" });
    bar.firstElementChild.after(where);
    if (scopes.length) {
      all = Object.assign(document.createElement("button"), { type: "button", className: "rd-button", textContent: "Fold all" });
      all.addEventListener("click", toggleAll);
      where.after(all);
    }
    box.addEventListener("rd-lines", (event) => open(...event.detail));
    const marked = /^#L(\d+)(?:-L?(\d+))?$/.exec(location.hash);
    if (marked) open(Number(marked[1]), Number(marked[2] || marked[1]));
    place();
  }

  document.addEventListener("scroll", scrolled, { passive: true });
  window.addEventListener("resize", place);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
