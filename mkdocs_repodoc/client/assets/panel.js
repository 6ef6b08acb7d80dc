/* The panel that shows lists by file without leaving the page: what refers to a name, what calls it.
   Who opens it says what is in it; arrows, Escape and the way back are the panel's. */
(() => {
  "use strict";

  const { element } = window.repodoc;
  const ROWS = ".rd-panel summary, .rd-panel__body a";

  /** @type {HTMLDialogElement | null} */
  let panel = null;
  /** @type {HTMLElement | null} */
  let opener = null;

  function close() {
    panel?.close();
  }

  /** What the arrows go through: all that is not folded away. */
  const rows = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(ROWS))].filter((row) => row.localName === "summary" || !row.closest("details:not([open])"));

  /** @param {HTMLElement | null | undefined} row */
  function focus(row) {
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = event.target instanceof HTMLElement ? event.target : null;
    const all = rows();
    const position = at ? all.indexOf(at) : -1;
    const fold = at?.closest("details");
    const head = fold?.querySelector("summary");
    if (event.key === "ArrowDown") focus(all[position + 1]);
    else if (event.key === "ArrowUp") focus(all[position - 1]);
    else if (event.key === "Home") focus(all[0]);
    else if (event.key === "End") focus(all.at(-1));
    else if (event.key === "ArrowRight" && fold && at === head) fold.open = true;
    else if (event.key === "ArrowLeft" && fold && at === head) fold.open = false;
    else if (event.key === "ArrowLeft" && fold) focus(head);
    else return;
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const target = event.target instanceof Element ? event.target : null;
    const follows = target?.closest("a") && !(event.button || event.ctrlKey || event.metaKey || event.shiftKey);
    if (target !== panel && !follows) return;
    if (follows) opener = null; // the reader goes on, not back
    close();
  }

  function closed() {
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  }

  /** @type {Repodoc["openPanel"]} */
  function openPanel({ label, head, body, from }) {
    const dialog = panel || element("dialog", { className: "rd-dialog rd-panel" });
    if (!panel) {
      dialog.addEventListener("keydown", press);
      dialog.addEventListener("click", click);
      dialog.addEventListener("close", closed);
    }
    panel = dialog;
    if (!dialog.isConnected) document.body.append(dialog); // instant navigation may have taken it
    const shut = element("button", { type: "button", className: "rd-dialog__close", "aria-label": "Close" }, "✕");
    shut.addEventListener("click", close);
    const list = element("div", { className: "rd-panel__body" }, ...body);
    dialog.setAttribute("aria-label", label);
    dialog.replaceChildren(element("div", { className: "rd-dialog__head" }, element("div", {}, ...head), shut), list);
    if (!dialog.open) {
      opener = from;
      dialog.showModal();
    }
    list.scrollTop = 0;
    focus(rows()[0] || shut);
  }

  window.repodoc.openPanel = openPanel;
  window.repodocKeys.push(
    { group: "Panel", keys: ["↑", "↓"], text: "Previous and next line" },
    { group: "Panel", keys: ["→", "←"], text: "Open and close a file" },
    { group: "Panel", keys: ["Enter"], text: "Go there" },
    { group: "Panel", keys: ["Esc"], text: "Back to where the panel was opened" },
  );
})();
