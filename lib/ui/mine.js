// A reader's own unit or agency, remembered on this device alone: one press opens it from any page.
(() => {
  const words = "__MINE__";
  if (window.dashboardMine) return;
  window.dashboardMine = true;

  const KEPT = "cua-toi";
  const PAGES = ["don-vi", "co-quan"];
  // Without a place to keep it (a browser that forbids it) it holds until the page is left.
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(KEPT)); } catch { kept = null; }
  if (!PAGES.includes(kept?.page) || typeof kept.name !== "string") kept = null;
  const keep = (mine) => {
    kept = mine;
    try {
      if (mine) localStorage.setItem(KEPT, JSON.stringify(mine));
      else localStorage.removeItem(KEPT);
    } catch { /* It holds until the page is left. */ }
    draw();
  };

  const bar = document.createElement("nav");
  bar.className = "mine";
  bar.setAttribute("aria-label", words.bar);
  const made = (kind, text, title) => {
    const part = document.createElement(kind);
    part.textContent = text;
    part.title = title;
    return part;
  };

  const here = () => {
    const page = location.pathname.split("/").pop();
    const name = new URLSearchParams(location.search).get("ten");
    return PAGES.includes(page) && name ? { page, name } : null;
  };
  // Other filters and dates go along, as with every link.
  const address = (mine) => {
    const query = new URLSearchParams(location.search);
    for (const name of [...query.keys()]) if (!["ngay", "so-voi"].includes(name)) query.delete(name);
    query.set("ten", mine.name);
    return `./${mine.page}?${query}`;
  };
  const told = (mine) => {
    const at = here();
    if (!at) return mine ? link(mine) : null;
    if (mine && at.page === mine.page && at.name === mine.name) {
      const button = made("button", `★ ${words.mine[at.page]}`, words.forget);
      button.setAttribute("aria-pressed", "true");
      button.onclick = () => keep(null);
      return button;
    }
    const button = made("button", `☆ ${words.remember[at.page]}`, words.device);
    button.setAttribute("aria-pressed", "false");
    button.onclick = () => keep(at);
    return button;
  };
  const link = (mine) => {
    const way = made("a", `★ ${mine.name}`, words.mine[mine.page]);
    way.href = address(mine);
    way.onclick = (event) => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.pushState({}, "", new URL(address(mine), location.href));
      window.dispatchEvent(new PopStateEvent("popstate"));
      document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    };
    return way;
  };

  let drawn = "";
  const draw = () => {
    const state = `${location.pathname}${location.search} ${JSON.stringify(kept)}`;
    if (state === drawn) return;
    drawn = state;
    const focused = bar.contains(document.activeElement);
    const part = told(kept);
    bar.replaceChildren(...(part ? [part] : []));
    bar.hidden = !part;
    if (focused) part?.focus();
  };
  document.body.append(bar);
  // Streamlit changes the address without an event; what it draws afterwards is one.
  new MutationObserver(draw).observe(document.querySelector("#root"), { childList: true, subtree: true });
  window.addEventListener("popstate", draw);
  draw();
})();
