/* Fetches the site's data files. Each is a script that calls `repodocData`, because a page that was
   opened from a disk may load scripts but nothing else. */
(() => {
  "use strict";

  const here = document.currentScript.src;
  const pending = new Map(); // name → what its script will be handed to

  window.repodocData = (name, value, version) => {
    const entry = pending.get(name);
    if (entry) entry.resolve({ value, version });
  };

  function script(url, failed) {
    const element = document.createElement("script");
    element.src = url;
    element.onload = () => element.remove();
    element.onerror = () => {
      element.remove();
      failed(new Error(`not found: ${url}`));
    };
    document.head.append(element);
    return element;
  }

  /* Promise of {value, version}; what was fetched once is kept as long as the page is open. */
  function load(name, version) {
    let entry = pending.get(name);
    if (!entry) {
      entry = {};
      entry.promise = new Promise((resolve, reject) => {
        entry.resolve = resolve;
        script(new URL(`data/${encoded(name)}.js${version ? `?v=${version}` : ""}`, here), (error) => {
          pending.delete(name);
          reject(error);
        });
      });
      pending.set(name, entry);
    }
    return entry.promise;
  }

  let library = null;

  function loadLibrary() {
    library ||= new Promise((resolve, reject) => {
      script(new URL("vendor/ufuzzy.js", here), reject).addEventListener("load", () => resolve(window.uFuzzy));
    });
    return library;
  }

  const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key in made && key !== "role" && key !== "list") made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  /* Calls back now and after each instant navigation. */
  function onPage(start) {
    if (window.document$) window.document$.subscribe(start);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
  }

  const site = new URL("../../", here).href;
  window.repodoc = { load, loadLibrary, encoded, element, onPage, site, store: `repodoc ${new URL(site).pathname} ` };
})();
