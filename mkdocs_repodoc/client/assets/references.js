/* Who refers to a name: each line that does, by file, documents and tests last, in a panel. It opens from a name's
   card, from its definition in the source, and by a key. Without it the same links lead to the name's
   section, which says in which files and lines it is used. */
(() => {
  "use strict";

  const { symbolData, element, encoded, openPanel, site, NAMES } = window.repodoc;
  const OPEN_LINES = 30; // that many are unfolded at once
  const PARTS = ["Code", "Documents", "Tests"];

  /** @param {number} number
     @param {string} noun */
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  /** @param {References} data
     @param {UsingFile} file */
  const address = (data, [path, unusual]) => site + (unusual || encoded(data.base) + encoded(path) + data.file);

  /** A line with the name marked in it.
     @param {string} text
     @param {number} start
     @param {number} length */
  function marked(text, start, length) {
    const characters = [...text];
    const [before, name, after] = [characters.slice(0, start), characters.slice(start, start + length), characters.slice(start + length)];
    return element("code", {}, before.join(""), element("mark", {}, name.join("")), after.join(""));
  }

  /** @param {References} data
     @param {ReferenceGroup} group
     @param {boolean} isOpen */
  function fold(data, [index, total, lines], isOpen) {
    const file = data.files[index];
    const page = address(data, file);
    const slash = file[0].lastIndexOf("/") + 1;
    const made = element("details", { className: "rd-panel__file", open: isOpen },
      element("summary", {}, element("span", {}, file[0].slice(0, slash), element("b", {}, file[0].slice(slash))), element("span", {}, String(total))));
    for (const [line, start, length, inferred] of lines) {
      made.append(element("a", { className: "rd-panel__row", href: `${page}#L${line}` },
        element("span", {}, String(line)), marked(file[3][line], start, length), ...(inferred ? [element("small", { title: "Follows from inference, not from a declaration" }, "inferred")] : [])));
    }
    if (total > lines.length) {
      const more = count(total - lines.length, lines.length ? "more line" : "line");
      made.append(element("a", { className: "rd-panel__row", href: page }, element("span", {}), `${more} in this file`));
    }
    return made;
  }

  /** @param {References} data
     @param {ReferenceGroup[]} groups */
  function* folds(data, groups) {
    let shown = 0;
    let part = 0;
    for (const group of groups) {
      const file = data.files[group[0]];
      if (file[2] > part && file[0] !== data.path) {
        part = file[2];
        yield element("h3", {}, PARTS[part]);
      }
      shown += group[1];
      yield fold(data, group, shown <= OPEN_LINES);
    }
  }

  /** @param {HTMLAnchorElement} link */
  async function show(link) {
    /** @type {SymbolData<References> | null} */
    let found = null;
    try {
      found = await symbolData("references", link);
    } catch {
      // no data: the link's own target has to do
    }
    const entry = found?.value.symbols[found.short];
    if (!found || !entry) {
      location.assign(link.href);
      return;
    }
    const [line, groups] = entry;
    const data = found.value;
    const lines = groups.reduce((sum, group) => sum + group[1], 0);
    const definition = address(data, [data.path, data.address, 0, {}]);
    openPanel({
      label: `References of ${found.short}`,
      head: [
        element("h2", {}, element("a", { href: link.href }, element("code", {}, found.short))),
        element("p", {}, lines ? `${count(lines, "line")} in ${count(groups.length, "file")}` : "No other line refers to it", " · defined in ",
          element("a", { href: `${definition}#L${line}` }, `${data.path}:${line}`)),
      ],
      body: [...folds(data, groups)],
      from: link,
    });
  }

  /** The name that has the focus or the pointer, or else that the page was opened at.
     @returns {HTMLAnchorElement | null} */
  function named() {
    const focused = document.activeElement?.closest(NAMES);
    return /** @type {HTMLAnchorElement | null} */ (focused || document.querySelector(NAMES.replaceAll("[href]", "[href]:hover")) || document.querySelector(".rd-symbol__head :target .headerlink"));
  }

  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = event.target instanceof Element ? event.target.closest(".rd-listing a[data-def]") : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    show(link);
  }, true);

  window.repodoc.showReferences = show;
  window.repodocKeys.push({
    group: "Source", keys: ["r"], text: "References of the name in focus",
    run: () => {
      const link = named();
      if (link) show(link);
    },
  });
})();
