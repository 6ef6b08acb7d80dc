/* Remembers what a reader has opened from the palette. */
(() => {
  "use strict";

  const { store, site } = window.repodoc;
  const RECENT = `${store}recent`;
  const MOST_RECENT = 6;

  /** @returns {RecentHit[]} */
  function recent() {
    try {
      return JSON.parse(localStorage.getItem(RECENT) || "[]") || [];
    } catch {
      return []; // no storage here, or not ours
    }
  }

  /** @param {ShownHit} hit */
  function remember(hit) {
    const { name, before, full, kind, path, line, isPath, uses } = hit;
    const entry = { name, before, full, kind, path, line, isPath, uses, url: hit.url.slice(site.length) };
    const others = recent().filter((each) => each.url !== entry.url);
    try {
      localStorage.setItem(RECENT, JSON.stringify([entry, ...others].slice(0, MOST_RECENT)));
    } catch {
      // No storage here, or it is full: nothing is remembered.
    }
  }

  window.repodoc.recentHits = { recent, remember };
})();
