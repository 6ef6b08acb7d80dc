/* What opens the call hierarchy: a button at the heading of each function, and a key. The scripts behind
   it (`on_demand/`) are fetched when somebody asks for them. */
(() => {
  "use strict";

  const { loadOnDemand } = window.repodoc;
  const BUTTONS = "button.rd-hierarchy-open";
  const READING = 160; // pixels below the window's top at which somebody reads

  /** @param {Element} button */
  async function open(button) {
    const id = button.closest(".rd-symbol")?.querySelector("[id]")?.id || "";
    const address = new URL(`#${encodeURIComponent(id)}`, location.href).href;
    await loadOnDemand();
    window.repodoc.openCalls(address);
  }

  /** The button of the function that is being read, else the first below. */
  function nearest() {
    const all = [...document.querySelectorAll(BUTTONS)];
    return all.filter((each) => each.getBoundingClientRect().top < READING).pop() || all[0];
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(BUTTONS);
    if (button) open(button);
  });
  window.repodocKeys.push({
    group: "File", keys: ["c"], text: "Call hierarchy of the function that you read",
    run: () => {
      const button = nearest();
      if (button) open(button);
    },
  });
})();
