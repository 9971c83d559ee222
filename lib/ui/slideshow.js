// Keys, touch, full screen and print for the meeting page; each slide is set as large as it fits.
(() => {
  const words = "__KEYS__";
  const [SMALLEST, LARGEST, STEP] = [0.5, 1.4, 0.05];
  const PAGES = '[class*="st-key-slide-page"]';
  const press = (name) => {
    const button = document.querySelector(`.st-key-${name} button`);
    if (button && !button.disabled) button.click();
  };
  const here = () => document.querySelector(".st-key-slide");
  const deck = () => document.querySelector(".st-key-deck");
  const full = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();

  const small = () => innerWidth <= 640 && !deck();
  const over = (page) => {
    const body = page.querySelector('[class*="st-key-slide-body"]');
    const foot = page.querySelector('[class*="st-key-slide-foot"]') ?? document.querySelector(".st-key-head");
    if (!body || !foot || small()) return 0;
    const end = Math.min(foot.getBoundingClientRect().top, page.getBoundingClientRect().bottom);
    return body.getBoundingClientRect().bottom - end;
  };
  const tooLarge = (page) => {
    if (page.scrollHeight > page.clientHeight + 1 || over(page) > 0) return true;
    if (small()) return false;
    const wide = [...page.querySelectorAll('[data-testid="stTable"] > div, [data-testid="stMetricValue"] > div')];
    return wide.some((part) => part.scrollWidth > part.clientWidth + 1);
  };
  const fitChart = (page, picture) => {
    page.style.setProperty("--room", "none");
    const room = picture.getBoundingClientRect().height - Math.max(over(page), 0);
    page.style.setProperty("--room", `${Math.max(Math.floor(room), 100)}px`);
  };
  const fit = () => {
    for (const page of document.querySelectorAll(PAGES)) {
      const set = (step) => {
        const size = SMALLEST + step * STEP;
        page.style.setProperty("--fit", size.toFixed(2));
        page.style.setProperty("--fit-title", Math.min(size, 1).toFixed(2));
      };
      const picture = page.querySelector('[data-testid="stVegaLiteChart"] svg');
      if (picture && !small()) {
        set(Math.round((1 - SMALLEST) / STEP));
        fitChart(page, picture);
        continue;
      }
      let [fits, misses] = [0, Math.round((LARGEST - SMALLEST) / STEP) + 1];
      while (misses - fits > 1) {
        const step = Math.floor((fits + misses) / 2);
        set(step);
        if (tooLarge(page)) misses = step;
        else fits = step;
      }
      set(fits);
    }
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; fit(); });
  };
  later();
  if (window.dashboardSlides) return;
  window.dashboardSlides = true;
  // Whatever may change a slide's size: its parts, their text, a style or a font that comes late.
  const sizes = new ResizeObserver(later);
  const watched = new WeakSet();
  const watch = () => {
    for (const part of document.querySelectorAll(`${PAGES}, [class*="st-key-slide-body"], .st-key-head`)) {
      if (!watched.has(part)) { watched.add(part); sizes.observe(part); }
    }
    later();
    if (deck()) printOnce();
  };

  // All slides are printed at once, when the last of them stands and every chart is drawn.
  const drawn = () => {
    const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
    return document.querySelector(".st-key-tro-lai button")
      && !document.querySelector('.st-key-deck [data-stale="true"], .st-key-deck [data-testid="stSkeleton"]')
      && charts.every((chart) => chart.querySelector("svg"));
  };
  let printing = false;
  const printOnce = async () => {
    if (printing) return;
    printing = true;
    for (let still = 0; deck() && still < 3;) {
      await new Promise((done) => setTimeout(done, 200));
      still = drawn() ? still + 1 : 0;
    }
    await document.fonts?.ready;
    if (deck()) {
      fit();
      window.print();
    }
    while (deck()) await new Promise((done) => setTimeout(done, 200));
    printing = false;
  };
  window.addEventListener("afterprint", () => press("tro-lai"));
  watch();
  new MutationObserver(watch).observe(document.body, { subtree: true, childList: true, characterData: true });
  window.addEventListener("resize", later);
  document.fonts?.addEventListener("loadingdone", later);

  const make = (name, className, text) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const tellKeys = () => {
    const dialog = make("dialog", "slide-keys");
    const list = make("dl");
    for (const [keys, meaning] of words.keys) list.append(make("dt", "", keys), make("dd", "", meaning));
    const close = make("button", "", words.close);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.setAttribute("aria-label", words.title);
    const app = getComputedStyle(document.querySelector('[data-testid="stApp"]'));
    for (const name of ["backgroundColor", "color", "fontFamily"]) dialog.style[name] = app[name];
    dialog.append(make("h2", "", words.title), list, close);
    document.body.append(dialog);
    dialog.showModal();
  };

  // B blanks the wall; a letter soon after it was the second of a name.
  let blank = null;
  const unblank = () => { blank?.node.remove(); blank = null; };
  const blankOut = () => {
    blank = { node: make("div", "slide-blank"), at: performance.now() };
    document.body.append(blank.node);
  };
  document.addEventListener("click", unblank);

  // Digits and letters go into the finder as they are typed, so that every way to type Vietnamese works.
  const finder = () => document.querySelector(".st-key-den input");
  const fill = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  let pause = 0;
  document.addEventListener("input", (event) => {
    const input = finder();
    if (!input || event.target !== input) return;
    clearTimeout(pause);
    if (/^\d+$/.test(input.value)) pause = setTimeout(() => input.blur(), 1000);
  });
  const find = (event) => {
    if (event.key === "Escape") fill(event.target, "");
    if (event.key === "Enter" || event.key === "Escape") setTimeout(() => event.target.blur(), 50);
  };

  const keys = {
    ArrowRight: "sau", ArrowDown: "sau", PageDown: "sau", " ": "sau", Enter: "sau",
    ArrowLeft: "truoc", ArrowUp: "truoc", PageUp: "truoc", Home: "dau", End: "cuoi",
  };
  document.addEventListener("keydown", (event) => {
    if (!here()) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p" && !deck()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      press("in-ca-bo");
    }
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.target === finder()) find(event);
    if (event.target.closest?.("input, textarea, [role=combobox], [role=listbox]")) return;
    if (/^(Shift|CapsLock|Process)$/.test(event.key)) return;
    const letter = /^[\p{L}\d]$/u.test(event.key);
    if (blank) {
      const named = letter && performance.now() - blank.at < 1500;
      unblank();
      if (!named) { event.preventDefault(); return; }
      fill(finder(), "b");
      finder().focus();
      return;
    }
    if ((event.key === " " || event.key === "Enter") && event.target.closest?.("button, a")) return;
    if (keys[event.key]) {
      event.preventDefault();
      press(keys[event.key]);
    } else if (event.key === "f" || event.key === "F") full();
    else if (event.key === "b" || event.key === "B") blankOut();
    else if (event.key === "?") tellKeys();
    else if (event.key === "Escape" && !document.fullscreenElement) {
      (document.querySelector(".st-key-tro-lai button") ?? document.querySelector(".st-key-slide-controls a"))?.click();
    } else if (letter) finder()?.focus();
  }, true);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".st-key-toan-man-hinh button")) full();
    if (event.target.closest?.(".st-key-phim button")) tellKeys();
  }, true);

  let from = null;
  document.addEventListener("touchstart", (event) => {
    from = here() && event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!from) return;
    const to = event.changedTouches[0];
    const across = to.clientX - from.clientX, down = to.clientY - from.clientY;
    from = null;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) press(across < 0 ? "sau" : "truoc");
  }, { passive: true });
})();
