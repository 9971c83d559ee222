// Runs in the page once: its language, Streamlit's own words, and links that stay in the tab.
(() => {
  const words = "__WORDS__";
  const [scrolls, sorts, total] = ["__SCROLLS__", "__SORTS__", "__TOTAL__"];
  document.documentElement.lang = "vi";
  if (window.dashboardPage) return;
  window.dashboardPage = true;

  const spoken = ["aria-label", "title", "placeholder", "aria-roledescription"];
  // A label may carry the name of what it stands on: "Fullscreen: …".
  const say = (text) => {
    const whole = words[text.trim()];
    if (!whole && text.startsWith("Help for ")) return text.replace("Help for", words.Help);
    if (whole || !text.includes(": ")) return whole;
    const [label, ...rest] = text.trim().split(": ");
    return words[label] && [words[label], ...rest].join(": ");
  };
  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const said = say(node.data);
      if (said && !node.parentElement?.closest("script, style")) node.data = said;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of spoken) {
      const said = say(node.getAttribute(name) ?? "");
      if (said) node.setAttribute(name, said);
    }
    node.childNodes.forEach(translate);
  };

  // A table wider than the screen scrolls by itself; the keyboard must reach it.
  const reachable = () => {
    for (const box of document.querySelectorAll('[data-testid="stTable"] > div')) {
      const wide = box.scrollWidth > box.clientWidth + 1;
      if (wide === (box.tabIndex === 0)) continue;
      if (wide) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", scrolls);
      } else {
        box.removeAttribute("tabindex");
        box.removeAttribute("role");
        box.removeAttribute("aria-label");
      }
    }
  };

  // A card on a phone has no heads above it: its cells begin with them, and it leaves out empty ones.
  const heads = () => {
    for (const cards of document.querySelectorAll('[class*="st-key-cards-"]')) {
      const named = [...cards.className.matchAll(/(?<=-)h(\d+)(?=-)/g)].map((found) => found[1] - 1);
      const [head, ...lines] = cards.querySelectorAll("tr");
      for (const line of lines) {
        // While a table changes, its lines may be of two sizes.
        for (const at of named) if (line.cells[at]) line.cells[at].dataset.head = head.cells[at]?.textContent;
        for (const cell of line.cells) cell.toggleAttribute("data-blank", nothing(cell.textContent));
      }
    }
  };

  // Tables are ordered by a press on a head: upwards, downwards, then as they came.
  const vietnamese = new Intl.Collator("vi", { numeric: true });
  const severity = "■▲○→●✔";
  const value = (text) => {
    const told = text.trim();
    const day = told.match(/^(\d\d)\/(\d\d)\/(\d{4})/);
    const share = told.match(/^([\d.]+)\/([\d.]+)(?!\/)/);
    const number = told.replace(/^[−↓]/, "-").replace(/^=/, "0").replace(/^↑/, "").match(/^[+-]?[\d.]+(,\d+)?/);
    const read = (digits) => Number(digits.replaceAll(".", "").replace(",", "."));
    if (day) return [0, Date.UTC(day[3], day[2] - 1, day[1])];
    if (share) return [1, read(share[1]) / (read(share[2]) || 1)];
    if (number) return [1, read(number[0])];
    if (severity.includes(told[0] ?? "?")) return [2, severity.indexOf(told[0])];
    return [3, told];
  };
  const nothing = (text) => /^[–—-]?$/.test(text.trim());
  const isTotal = (row) => row.cells[0].textContent.trim() === total;
  const compared = (first, second, down) => {
    if (nothing(first) || nothing(second)) return nothing(first) - nothing(second);
    const [[kind, one], [other, two]] = [value(first), value(second)];
    const order = kind !== other || kind === 3 ? vietnamese.compare(first, second) : one - two;
    return down ? -order : order;
  };
  const arranged = (table) => {
    const [column, down] = (table.dataset.sorted ?? "").split(" ");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    rows.forEach((row, place) => { row.dataset.place ??= place; });
    const inOrder = [...rows].sort((one, two) => (
      isTotal(one) - isTotal(two)
      || (column && compared(one.cells[column]?.textContent ?? "", two.cells[column]?.textContent ?? "", down === "down"))
      || one.dataset.place - two.dataset.place));
    if (inOrder.some((row, at) => row !== rows[at])) body.append(...inOrder);
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      const way = String(at) === column ? `${down}ward` : "none";
      const said = { upward: "ascending", downward: "descending", none: "none" }[way];
      if (head.getAttribute("aria-sort") !== said) head.setAttribute("aria-sort", said);
    });
  };
  const press = (head) => {
    const table = head.closest("table");
    const [column, down] = (table.dataset.sorted ?? "").split(" ");
    const again = column === String(head.cellIndex);
    if (again && down === "down") table.dataset.sorted = "";
    else table.dataset.sorted = `${head.cellIndex} ${again ? "down" : "up"}`;
    arranged(table);
  };
  const sortable = () => {
    for (const table of document.querySelectorAll('[data-testid="stTable"] table')) {
      if (!table.tHead || !table.tBodies[0] || table.closest(".st-key-slide")) continue;
      // What was chosen for another table does not hold for this one.
      if (table.dataset.about !== table.getAttribute("aria-label")) {
        table.dataset.about = table.getAttribute("aria-label");
        delete table.dataset.sorted;
      }
      const few = table.tBodies[0].rows.length < 3;
      for (const head of table.tHead.rows[0].cells) {
        if (few || !head.textContent.trim()) head.removeAttribute("tabindex");
        else if (head.tabIndex !== 0) head.tabIndex = 0;
        if (head.title !== (few ? "" : sorts)) head.title = few ? "" : sorts;
      }
      if (table.dataset.sorted !== undefined) arranged(table);
    }
  };
  const sortHead = (target) => target.closest?.('[data-testid="stTable"] th[tabindex]');
  document.addEventListener("click", (event) => {
    const head = sortHead(event.target);
    if (head && !event.target.closest("a, button")) press(head);
  });
  document.addEventListener("keydown", (event) => {
    const head = sortHead(event.target);
    if (!head || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    press(head);
  });

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; reachable(); heads(); sortable(); });
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") {
        const said = say(change.target.getAttribute(change.attributeName) ?? "");
        if (said) change.target.setAttribute(change.attributeName, said);
      } else if (change.type === "characterData") translate(change.target);
      else change.addedNodes.forEach(translate);
    }
    later();
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: spoken,
  });
  translate(document.body);
  window.addEventListener("resize", later);
  later();

  // On a phone the panel covers the page: once a page or a name is chosen in it, it closes.
  const PHONE = 768;
  const chosen = [
    '[data-testid="stSidebarNavLink"]', '[data-testid="stSidebar"] .st-key-tim-thay a',
  ].join();
  document.addEventListener("click", (event) => {
    if (window.innerWidth >= PHONE || !event.target.closest?.(chosen)) return;
    const close = '[data-testid="stSidebarCollapseButton"] button';
    setTimeout(() => document.querySelector(close)?.click(), 300);
  });

  // Enter in the search opens what was found, where it is only one.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.closest?.(".st-key-tim")) return;
    setTimeout(() => {
      const found = document.querySelectorAll(".st-key-tim-thay a");
      if (found.length === 1) found[0].click();
    }, 500);
  });

  // Printing waits for charts that are still being drawn; from the browser's menu it cannot, and
  // the style sheet says so in their place.
  const drawing = () => document.querySelector('[data-testid="stSkeleton"]');
  const print = async (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p" || !drawing()) return;
    event.preventDefault();
    for (let tries = 0; drawing() && tries < 50; tries += 1) await new Promise((done) => setTimeout(done, 200));
    window.print();
  };
  document.addEventListener("keydown", print);

  // What a reader does is one step, which Back undoes; what only tidies the address is none.
  let acted = 0;
  for (const event of ["pointerdown", "keydown"]) {
    document.addEventListener(event, () => { acted = Date.now(); }, true);
  }
  window.addEventListener("popstate", () => { acted = 0; });
  const { pushState, replaceState } = history;
  const step = function (state, title, url) {
    const there = new URL(url ?? location.href, location.href);
    const onward = there.pathname !== location.pathname
      || (there.search !== location.search && Date.now() - acted < 5000);
    if (onward) acted = 0;
    return (onward ? pushState : replaceState).call(history, state, title, url);
  };
  history.pushState = step;
  history.replaceState = (state, title, url) => {
    const there = new URL(url ?? location.href, location.href);
    // To another page it is the one who calls that knows.
    if (there.pathname !== location.pathname) replaceState.call(history, state, title, url);
    else step(state, title, url);
  };

  // Markdown opens every link in a new tab; our own pages open in place, and Back returns.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('[data-testid="stMarkdownContainer"] a[href]');
    const address = link?.getAttribute("href") ?? "";
    if (!/^(\.\/)?[a-z-]*\?|^(\.\/|[a-z-]+)$/.test(address)) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, "", new URL(address, location.href));
    window.dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  });
})();
