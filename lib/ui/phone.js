// On a phone the first of many stand open and sections are folded; a press opens the rest. Print and
// wider screens always show all of it.
(() => {
  const words = "__MORE__";
  if (window.dashboardPhone) return;
  window.dashboardPhone = true;

  const phone = window.matchMedia("(max-width: 640px)");
  const LISTS = ["cards", "rows", "list"].map((kind) => `[class*="st-key-${kind}-m"]`).join();
  const rowsOf = (box) => (
    box.className.includes("st-key-list-")
      ? [...box.children].filter((part) => !part.matches("button.more"))
      : [...box.querySelectorAll("tbody tr")]);
  const most = (box) => Number(box.className.match(/-m(\d+)-/)?.[1]);

  // A list of more than so many ends in a button that shows them all, then the first ones again.
  const more = () => {
    for (const box of document.querySelectorAll(LISTS)) {
      const number = rowsOf(box).length;
      let button = box.querySelector(":scope > button.more");
      if (number <= most(box)) {
        button?.remove();
        continue;
      }
      if (!button) {
        button = document.createElement("button");
        button.type = "button";
        button.className = "more";
        button.addEventListener("click", () => {
          box.toggleAttribute("data-open");
          more();
        });
      }
      if (box.lastElementChild !== button) box.append(button);
      const open = box.hasAttribute("data-open");
      const text = open ? words.less : words.more.replace("{number}", number);
      if (button.textContent !== text) button.textContent = text;
      if (button.ariaExpanded !== String(open)) button.ariaExpanded = String(open);
    }
  };

  // The heading of a folded section is its button.
  const headings = () => {
    for (const box of document.querySelectorAll('[class*="st-key-fold-"]')) {
      const head = box.querySelector("h3 [data-heading-text]");
      if (!head) continue;
      if (!phone.matches) {
        for (const name of ["role", "tabindex", "aria-expanded"]) head.removeAttribute(name);
      } else if (head.ariaExpanded !== String(box.hasAttribute("data-open"))) {
        head.setAttribute("role", "button");
        head.tabIndex = 0;
        head.ariaExpanded = String(box.hasAttribute("data-open"));
      }
    }
  };
  const press = (event) => {
    const head = event.target.closest?.('[class*="st-key-fold-"] [data-heading-text][role="button"]');
    if (!head || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    head.closest('[class*="st-key-fold-"]').toggleAttribute("data-open");
    headings();
  };
  document.addEventListener("click", press);
  document.addEventListener("keydown", press);

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; more(); headings(); });
  };
  new MutationObserver(later).observe(document.querySelector("#root"), { childList: true, subtree: true });
  phone.addEventListener("change", later);
  later();

  // Paper shows what is folded; the style sheet alone cannot open it in older browsers.
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) {
      fold.open = true;
      fold.dataset.printed = "";
    }
  });
  window.addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-printed]")) {
      fold.open = false;
      delete fold.dataset.printed;
    }
  });
})();
