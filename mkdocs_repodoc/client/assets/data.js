/* Fetches the site's data files. Each is a script that calls `repodocData`, because a page that was
   opened from a disk may load scripts but nothing else. */
(() => {
  "use strict";

  /** The links to what the repository defines. */
  const NAMES = ".repodoc pre code a[href], .repodoc code.rd-typed a[href], .repodoc .rd-kw__name a[href], .repodoc .rd-outline a[href]";

  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

  /** What the script of a name will be handed to.
     @typedef {{ promise: Promise<Loaded<any>>, resolve: (loaded: Loaded<any>) => void }} Pending */
  /** @type {Map<string, Pending>} */
  const pending = new Map();

  window.repodocData = (name, value, version) => {
    const entry = pending.get(name);
    if (entry) entry.resolve({ value, version });
  };

  /** @param {URL} url
     @param {(error: Error) => void} failed */
  function script(url, failed) {
    const made = document.createElement("script");
    made.src = url.href;
    made.onload = () => made.remove();
    made.onerror = () => {
      made.remove();
      failed(new Error(`not found: ${url}`));
    };
    document.head.append(made);
    return made;
  }

  /** What was fetched once is kept as long as the page is open.
     @type {Repodoc["load"]} */
  function load(name, version) {
    let entry = pending.get(name);
    if (!entry) {
      /** @type {Pending["resolve"]} */
      let resolve = () => {};
      const promise = new Promise((resolved, reject) => {
        resolve = resolved;
        script(new URL(`data/${encoded(name)}.js${version ? `?v=${version}` : ""}`, here), (error) => {
          pending.delete(name);
          reject(error);
        });
      });
      entry = { promise, resolve };
      pending.set(name, entry);
    }
    return entry.promise;
  }

  /** @type {Promise<typeof UFuzzy> | null} */
  let library = null;

  function loadLibrary() {
    library ||= new Promise((resolve, reject) => {
      script(new URL("vendor/ufuzzy.js", here), reject).addEventListener("load", () => resolve(window.uFuzzy));
    });
    return library;
  }

  /** @type {Promise<void> | null} */
  let onDemand = null;

  /** @type {Repodoc["loadOnDemand"]} */
  function loadOnDemand() {
    onDemand ||= new Promise((resolve, reject) => {
      // Those that belong to this script: its address has the digest of both.
      const version = /\.([0-9a-f]+)\.js/.exec(here)?.[1] || "";
      script(new URL(`on_demand.js?v=${version}`, here), (error) => {
        onDemand = null;
        reject(error);
      }).addEventListener("load", () => resolve());
    });
    return onDemand;
  }

  /** @type {Repodoc["encoded"]} */
  const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

  /** @type {Repodoc["element"]} */
  function element(name, properties, ...children) {
    /** @type {any} */
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key in made && key !== "role" && key !== "list") made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  /** @type {Repodoc["pageName"]} */
  function pageName(address) {
    if (!address.href.startsWith(site)) return "";
    const path = decodeURIComponent(address.pathname.slice(new URL(site).pathname.length));
    return path.replace(/(\/|^)index\.html$/, "").replace(/(\/|\.html)$/, "");
  }

  /** @type {Repodoc["symbolData"]} */
  async function symbolData(sort, link) {
    const address = new URL(link.href, location.href);
    const anchor = decodeURIComponent(address.hash.slice(1));
    const name = pageName(address);
    if (document.querySelector('.repodoc[data-detail="slim"]')) return null; // there are none
    if (!anchor || /^L\d/.test(anchor) || !name) return null;
    const { value } = await load(`${sort}/${name}`);
    const short = value.prefix && anchor.startsWith(value.prefix) ? anchor.slice(value.prefix.length) : anchor;
    return { anchor, short, value };
  }

  /** @param {() => void} start */
  function onPage(start) {
    if (window.document$) window.document$.subscribe(start);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
  }

  const site = new URL("../../", here).href;
  /** What the key for commands is called where the reader is. */
  const commandKey = /Mac|iP(hone|ad|od)/.test(navigator.platform) ? "⌘" : "Ctrl";

  // The others add what is theirs.
  window.repodoc = /** @type {Repodoc} */ ({ load, loadLibrary, loadOnDemand, symbolData, NAMES, encoded, element, onPage, pageName, site, commandKey, store: `repodoc ${new URL(site).pathname} ` });
})();
