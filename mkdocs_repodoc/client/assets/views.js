/* The bar of a file's views: marks the one that is being read, and leads to each by a key. */
(() => {
  "use strict";

  const KEYS = ["1", "2", "3", "4"];
  const READING = 60; // pixels below the bar at which somebody reads

  /** @type {HTMLElement | null} */
  let bar = null;
  let waiting = false;

  /** @returns {HTMLAnchorElement[]} */
  const links = () => (bar ? [...bar.querySelectorAll("a")] : []);

  /** @param {HTMLAnchorElement} link */
  const anchorOf = (link) => (link.getAttribute("href")?.startsWith("#") ? decodeURIComponent(link.hash.slice(1)) : "");

  // Whatever a theme keeps at the top of the window stands above the bar.
  function measure() {
    if (!bar) return;
    const header = document.querySelector(".md-header, .navbar.fixed-top, .rd-frame-header");
    const tabs = document.querySelector(".md-tabs");
    /** @param {Element | null} each */
    const bottom = (each) => (each instanceof HTMLElement && /fixed|sticky/.test(getComputedStyle(each).position) ? each.offsetHeight : 0);
    document.documentElement.style.setProperty("--rd-top", `${bottom(header) + bottom(tabs)}px`);
    scrolled();
  }

  /** The anchor of the section that is being read. */
  function reading() {
    const edge = (bar?.getBoundingClientRect().bottom || 0) + READING;
    const sections = [...document.querySelectorAll(".repodoc > .rd-section")];
    const section = sections.filter((each) => each.getBoundingClientRect().top <= edge).at(-1);
    return section?.querySelector(":scope > [id]")?.id || "";
  }

  function mark() {
    waiting = false;
    if (!bar?.isConnected) return;
    const here = links().filter(anchorOf);
    if (!here.length) return;
    const at = reading();
    const current = here.find((link) => anchorOf(link) === at) || here[0];
    for (const link of here) {
      const item = link.parentElement;
      item?.classList.toggle("rd-views__current", link === current);
      if (link === current) item?.setAttribute("aria-current", "page");
      else item?.removeAttribute("aria-current");
    }
  }

  function scrolled() {
    if (waiting || !bar) return;
    waiting = true;
    requestAnimationFrame(mark);
  }

  const NAMES = ["Docs", "Source", "Uses", "Keywords"];
  NAMES.forEach((name, index) => (window.repodocKeys ||= []).push({
    group: "File", keys: [KEYS[index]], text: `${name} of the file`,
    run: () => links().find((link) => link.textContent === name)?.click(),
  }));

  function start() {
    bar = document.querySelector('.repodoc[data-kind^="file"] .rd-views');
    measure();
  }

  document.addEventListener("scroll", scrolled, { passive: true });
  window.addEventListener("resize", measure);
  window.repodoc.onPage(start);
})();
