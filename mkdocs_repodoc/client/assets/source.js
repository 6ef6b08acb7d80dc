/* The listing of a file: lines and ranges of them, the permanent link, copy and raw.
   Everything can be read without it. */
(() => {
  "use strict";

  const RANGE = /^#L(\d+)(?:-L?(\d+))?$/;
  const EDGE = 40; // a drag this close to the window's edge scrolls

  let anchor = 0; // the line that a Shift-click extends from
  let drag = null; // the line that a drag started on, and the one it is at

  const listing = () => document.querySelector(".rd-listing");

  const lineOf = (target) => target && target.closest && target.closest(".rd-chunk > a[id]");

  const numberOf = (line) => Number(line.id.slice(1));

  function rangeOf(hash) {
    const match = RANGE.exec(hash);
    if (!match) return null;
    const [from, to] = [Number(match[1]), Number(match[2] || match[1])];
    return [Math.min(from, to), Math.max(from, to)];
  }

  const hashOf = (from, to) => (from === to ? `#L${from}` : `#L${Math.min(from, to)}-L${Math.max(from, to)}`);

  function paint(range) {
    const box = listing();
    if (!box) return null;
    box.querySelectorAll("a.rd-on").forEach((line) => line.classList.remove("rd-on"));
    if (!range) return null;
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

  function mark(scroll) {
    const box = listing();
    if (!box) return;
    box.classList.add("rd-js");
    const range = rangeOf(location.hash);
    const first = paint(range);
    if (range) anchor = anchor || range[0];
    if (scroll && first) first.scrollIntoView({ block: "start" });
  }

  // With these keys a click opens a tab, a window or a download: the browser's business.
  const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.altKey);

  function choose(from, to) {
    // The entry of the history is replaced, not followed: nothing jumps.
    history.replaceState(history.state, "", hashOf(from, to));
    paint(rangeOf(location.hash));
  }

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
    if (event.shiftKey && anchor && anchor !== number) return choose(anchor, number);
    anchor = number;
    return choose(number, number);
  }

  /* ---- Drag over line numbers ---- */

  function press(event) {
    const line = lineOf(event.target);
    // A finger scrolls.
    if (!line || !isPlain(event) || event.shiftKey || event.pointerType === "touch") return;
    const box = line.getBoundingClientRect();
    drag = { from: numberOf(line), to: numberOf(line), x: box.left + box.width / 2, moved: false };
  }

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
    return template.replaceAll("{line}", range[0]).replaceAll("{end_line}", range[1]);
  }

  function toHost() {
    const address = permanentLink();
    if (address) location.assign(address);
  }

  /* ---- Titles: only the first link to a definition carries one ---- */

  function title(event) {
    const link = event.target.closest && event.target.closest(".repodoc a[href]:not([id], [title], [aria-describedby])");
    if (!link) return;
    const first = link.closest(".repodoc").querySelector(`a[title][href="${CSS.escape(link.getAttribute("href"))}"]`);
    if (first) link.title = first.title;
  }

  /* ---- Copy and raw ---- */

  function sourceOf(box) {
    const code = box.querySelector("code").cloneNode(true);
    code.querySelectorAll(".rd-chunk a[id], button").forEach((number) => number.remove());
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

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "rd-button";
    made.textContent = text;
    made.addEventListener("click", () => act(made));
    return made;
  }

  async function copy(made) {
    made.textContent = (await write(sourceOf(listing()))) ? "Copied" : "Not copied";
    setTimeout(() => { made.textContent = "Copy"; }, 2000);
  }

  function openRaw() {
    // The text that the page holds: it needs no host, and works without a network.
    const text = new Blob([sourceOf(listing())], { type: "text/plain;charset=utf-8" });
    const address = URL.createObjectURL(text);
    window.open(address, "_blank");
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  function addButtons(box) {
    const bar = box.querySelector(".rd-listing__bar");
    if (!box.querySelector("code") || box.classList.contains("rd-js")) return;
    const copying = button("Copy", copy);
    copying.setAttribute("aria-live", "polite");
    bar.append(button("Raw", openRaw), copying);
  }

  /* ---- Start, and start again after each instant navigation ---- */

  function start() {
    anchor = 0;
    drag = null;
    const box = listing();
    if (!box) return;
    addButtons(box);
    mark(location.hash.includes("-"));
  }

  document.addEventListener("click", select, true);
  document.addEventListener("pointerdown", press);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", release);
  document.addEventListener("dragstart", (event) => lineOf(event.target) && event.preventDefault());
  (window.repodocKeys ||= []).push({
    group: "Source", keys: ["y"], text: "The file, or its marked lines, at the repository's host for good", run: toHost,
  });
  document.addEventListener("mouseover", title);
  window.addEventListener("hashchange", () => mark(location.hash.includes("-")));
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
