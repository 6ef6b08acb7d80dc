/* The listing of a file: lines and ranges of them, and the permanent link.
   Everything can be read without it. */
(() => {
  "use strict";

  const RANGE = /^#L(\d+)(?:-L?(\d+))?$/;
  const EDGE = 40; // a drag this close to the window's edge scrolls

  let anchor = 0; // the line that a Shift-click extends from
  /** The line that a drag started on, and the one it is at.
     @type {{ from: number, to: number, x: number, moved: boolean } | null} */
  let drag = null;

  /** @returns {HTMLElement | null} */
  const listing = () => document.querySelector(".rd-listing");

  /** @param {EventTarget | null} target
     @returns {HTMLElement | null} */
  const lineOf = (target) => (target instanceof Element ? target.closest(".rd-chunk > a[id]") : null);

  /** @param {Element} line */
  const numberOf = (line) => Number(line.id.slice(1));

  /** @typedef {[from: number, to: number]} Lines */

  /** @param {string} hash
     @returns {Lines | null} */
  function rangeOf(hash) {
    const match = RANGE.exec(hash);
    if (!match) return null;
    const [from, to] = [Number(match[1]), Number(match[2] || match[1])];
    return [Math.min(from, to), Math.max(from, to)];
  }

  /** @param {number} from
     @param {number} to */
  const hashOf = (from, to) => (from === to ? `#L${from}` : `#L${Math.min(from, to)}-L${Math.max(from, to)}`);

  /** @param {Lines | null} range */
  function paint(range) {
    const box = listing();
    if (!box) return null;
    box.querySelectorAll("a.rd-on").forEach((line) => line.classList.remove("rd-on"));
    if (!range) return null;
    /** @type {HTMLElement | null} */
    let first = null;
    for (let number = range[0]; number <= range[1]; number += 1) {
      const line = document.getElementById(`L${number}`);
      if (!line) break;
      first = first || line;
      line.classList.add("rd-on");
    }
    box.dispatchEvent(new CustomEvent("rd-lines", { detail: range }));
    return first;
  }

  /** @param {boolean} scroll */
  function mark(scroll) {
    const box = listing();
    if (!box) return;
    box.classList.add("rd-js");
    const range = rangeOf(location.hash);
    const first = paint(range);
    if (range) anchor = anchor || range[0];
    if (scroll && first) first.scrollIntoView({ block: "start" });
  }

  /** With these keys a click opens a tab, a window or a download: the browser's business.
     @param {MouseEvent} event */
  const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.altKey);

  /** @param {number} from
     @param {number} to */
  function choose(from, to) {
    // The entry of the history is replaced, not followed: nothing jumps.
    history.replaceState(history.state, "", hashOf(from, to));
    paint(rangeOf(location.hash));
  }

  /** @param {MouseEvent} event */
  function select(event) {
    const line = lineOf(event.target);
    if (!line || !isPlain(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (drag && drag.moved) {
      drag = null;
      return;
    }
    drag = null;
    const number = numberOf(line);
    if (event.shiftKey && anchor && anchor !== number) {
      choose(anchor, number);
      return;
    }
    anchor = number;
    choose(number, number);
  }

  /* ---- Drag over line numbers ---- */

  /** @param {PointerEvent} event */
  function press(event) {
    const line = lineOf(event.target);
    // A finger scrolls.
    if (!line || !isPlain(event) || event.shiftKey || event.pointerType === "touch") return;
    const box = line.getBoundingClientRect();
    drag = { from: numberOf(line), to: numberOf(line), x: box.left + box.width / 2, moved: false };
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag || !(event.buttons & 1)) return;
    if (event.clientY > innerHeight - EDGE) scrollBy(0, EDGE / 2);
    else if (event.clientY < EDGE * 2) scrollBy(0, -EDGE / 2);
    const line = lineOf(document.elementFromPoint(drag.x, event.clientY));
    if (!line || numberOf(line) === drag.to) return;
    drag.to = numberOf(line);
    drag.moved = true;
    paint([Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]);
  }

  function release() {
    if (!drag) return;
    if (!drag.moved) return; // the click that follows does it
    anchor = drag.from;
    choose(drag.from, drag.to);
    // A click follows only if the button was released on the line that it was pressed on.
    setTimeout(() => { drag = null; });
  }

  /* ---- The permanent link ---- */

  function permanentLink() {
    const box = listing();
    const template = box && box.dataset.permalink;
    if (!template) return "";
    const range = rangeOf(location.hash);
    if (!range) return template.split("#")[0];
    return template.replaceAll("{line}", String(range[0])).replaceAll("{end_line}", String(range[1]));
  }

  function toForge() {
    const address = permanentLink();
    if (address) location.assign(address);
  }

  /* ---- Start, and start again after each instant navigation ---- */

  function start() {
    anchor = 0;
    drag = null;
    mark(location.hash.includes("-"));
  }

  document.addEventListener("click", select, true);
  document.addEventListener("pointerdown", press);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", release);
  document.addEventListener("dragstart", (event) => lineOf(event.target) && event.preventDefault());
  window.repodocKeys.push({
    group: "Source", keys: ["y"], text: "Open a permalink to the file or the selected lines on the forge", run: toForge,
  });
  window.addEventListener("hashchange", () => mark(location.hash.includes("-")));
  window.repodoc.onPage(start);
})();
