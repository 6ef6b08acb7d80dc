/* The keys of the generated pages, and the sheet that lists them.

   Whoever handles a key says so in `repodocKeys`: {group, keys, text}; with `run`, the first of the
   keys is handled here. Material's own (f s / p , n .) keep their meaning. */
(() => {
  "use strict";

  const { element } = window.repodoc;
  const registry = (window.repodocKeys ||= []);
  const THEME = [
    { group: "Site", keys: ["/", "s", "f"], text: "Search the text of all pages" },
    { group: "Site", keys: ["p", ","], text: "Previous page" },
    { group: "Site", keys: ["n", "."], text: "Next page" },
  ];
  let sheet = null;

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  function press(event) {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (isTyping(target) || document.querySelector("dialog:modal")) return;
    const entry = registry.find((each) => each.run && each.keys[0] === event.key);
    if (!entry) return;
    event.preventDefault();
    entry.run();
  }

  function row(entry) {
    const keys = entry.keys.flatMap((key, place) => [
      ...(place ? [" "] : []),
      element("span", { className: "rd-keys__one" }, ...key.split(/(?<=.)\+(?=.)/).map((part) => element("kbd", {}, part))),
    ]);
    return element("div", {}, element("dt", {}, ...keys), element("dd", {}, entry.text));
  }

  function show() {
    const theme = document.querySelector("[data-md-component='search']") ? THEME : [];
    const groups = new Map();
    for (const entry of [...registry, ...theme]) {
      if (!groups.has(entry.group)) groups.set(entry.group, []);
      groups.get(entry.group).push(entry);
    }
    sheet ||= document.body.appendChild(element("dialog", { className: "rd-dialog rd-keys", "aria-label": "Keys" }));
    const close = element("button", { type: "button", className: "rd-dialog__close", "aria-label": "Close" }, "✕");
    close.addEventListener("click", () => sheet.close());
    sheet.replaceChildren(
      element("div", { className: "rd-dialog__head" }, element("h2", {}, "Keys"), close),
      ...[...groups].map(([title, entries]) =>
        element("section", {}, element("h3", {}, title), element("dl", {}, ...entries.map(row)))),
    );
    sheet.onclick = (event) => event.target === sheet && sheet.close();
    sheet.showModal();
  }

  registry.push({ group: "Repository", keys: ["?"], text: "This sheet", run: show });
  window.addEventListener("keydown", press);
})();
