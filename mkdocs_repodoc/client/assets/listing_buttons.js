/* The buttons of a file's listing: copy, raw, and wrapping of long lines. */
(() => {
  "use strict";

  const { onPage, store } = window.repodoc;
  const WRAP = `${store}wrap`;
  const PRESSED = ".rd-button[aria-pressed]"; // of the buttons, that for wrapping

  /** @returns {HTMLElement | null} */
  const listing = () => document.querySelector(".rd-listing");

  function source() {
    const code = listing()?.querySelector("code")?.cloneNode(true);
    if (!(code instanceof Element)) return "";
    code.querySelectorAll(".rd-chunk a[id], button").forEach((number) => number.remove());
    return code.textContent || "";
  }

  /** @param {string} text */
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

  /** @param {string} text
     @param {(made: HTMLButtonElement) => void} act */
  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "rd-button";
    made.textContent = text;
    made.addEventListener("click", () => act(made));
    return made;
  }

  /** @param {HTMLButtonElement} made */
  async function copy(made) {
    made.textContent = (await write(source())) ? "Copied" : "Copy failed";
    setTimeout(() => { made.textContent = "Copy"; }, 2000);
  }

  function openRaw() {
    // The text that the page holds: it needs no host, and works without a network.
    const text = new Blob([source()], { type: "text/plain;charset=utf-8" });
    const address = URL.createObjectURL(text);
    window.open(address, "_blank");
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  /* ---- Long lines ---- */

  function wasWrapped() {
    try {
      return localStorage.getItem(WRAP) !== null;
    } catch {
      return false; // no storage here
    }
  }

  /** @param {HTMLElement} box
     @param {HTMLButtonElement} made
     @param {boolean} wrapped */
  function wrap(box, made, wrapped) {
    box.classList.toggle("rd-wrap", wrapped);
    made.setAttribute("aria-pressed", String(wrapped));
  }

  /** @param {HTMLElement} box */
  function wrapButton(box) {
    const made = button("Wrap", () => {
      const wrapped = !box.classList.contains("rd-wrap");
      wrap(box, made, wrapped);
      try {
        if (wrapped) localStorage.setItem(WRAP, "1");
        else localStorage.removeItem(WRAP);
      } catch {
        // No storage here: it holds until the page is left.
      }
    });
    wrap(box, made, wasWrapped());
    return made;
  }

  function addButtons() {
    const box = listing();
    const bar = box?.querySelector(".rd-listing__bar");
    if (!box || !bar || !box.querySelector("code") || bar.querySelector(PRESSED)) return;
    const copying = button("Copy", copy);
    copying.setAttribute("aria-live", "polite");
    bar.append(wrapButton(box), button("Raw", openRaw), copying);
  }
  window.repodocKeys.push({
    group: "Source", keys: ["w"], text: "Toggle wrapping of long lines",
    run: () => /** @type {HTMLButtonElement | null | undefined} */ (listing()?.querySelector(PRESSED))?.click(),
  });
  onPage(addButtons);
})();
