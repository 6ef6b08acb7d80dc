/* What is pressed before the page's scripts are there, kept for them. A page can be read, and its buttons
   be seen, seconds before a slow machine has run the scripts. What follows a press that opens the palette
   is meant for its field: the theme, whose own script may be there, must not take a letter of it as a key. */
(() => {
  "use strict";

  const FOLLOWS = 5000; // milliseconds
  const kinds = ["keydown", "click"];
  let asked = -Infinity;

  /** @param {KeyboardEvent} event */
  const noteKey = (event) => {
    const { key, target, timeStamp } = event;
    if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/** @type {Element} */ (target).closest("input, textarea, select, [contenteditable]")) return;
    if (timeStamp - asked < FOLLOWS) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (key === "t") asked = timeStamp;
  };

  /** @param {Event} event */
  const note = (event) => {
    presses.push(event);
    if (event instanceof KeyboardEvent) noteKey(event);
    else {
      const opens = /** @type {Element} */ (event.target).closest("[data-rd-open=palette]");
      asked = opens ? event.timeStamp : -Infinity;
    }
  };

  const end = () => kinds.forEach((kind) => removeEventListener(kind, note));
  /** @type {Event[] & { end(): void }} */
  const presses = Object.assign([], { end });
  window.repodocEarly = presses;
  kinds.forEach((kind) => addEventListener(kind, note));
})();
