/* The tour: keys that lead to the next stop and to the one before. Its links do without them. */
(() => {
  "use strict";

  const READING = 120; // pixels below the window's top at which somebody reads a heading

  /** @returns {HTMLElement[]} */
  const stops = () => [...document.querySelectorAll(`.repodoc[data-kind="tour"] h2[id^="stop-"]`)].filter((each) => each instanceof HTMLElement);

  /** @param {number} step */
  function go(step) {
    const all = stops();
    const passed = all.filter((stop) => stop.getBoundingClientRect().top < READING);
    const at = passed.length - 1;
    const isBelow = at >= 0 && passed[at].getBoundingClientRect().bottom < 0; // read on within the stop
    const target = all[step > 0 ? at + 1 : Math.max(isBelow ? at : at - 1, 0)];
    if (!target) return;
    // An address that stays the same leads nowhere: who has read on within a stop is still there.
    if (location.hash === `#${target.id}`) target.scrollIntoView();
    else location.hash = target.id;
  }

  (window.repodocKeys ||= []).push(
    { group: "Tour", keys: ["j"], text: "Next stop", run: () => go(1) },
    { group: "Tour", keys: ["k"], text: "Stop before", run: () => go(-1) },
  );
})();
