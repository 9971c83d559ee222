// Keys, touch and full screen for the meeting page; a slide that would not fit is set smaller.
(() => {
  const press = (name) => {
    const button = document.querySelector(`.st-key-${name} button`);
    if (button && !button.disabled) button.click();
  };
  const here = () => document.querySelector(".st-key-slide");
  const full = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();

  const fit = () => {
    const slide = here();
    if (!slide) return;
    const tables = [...slide.querySelectorAll('[data-testid="stTable"] > div')];
    const body = slide.querySelector(".st-key-slide-body");
    const foot = document.querySelector(".st-key-head");
    const tooLarge = () =>
      slide.scrollHeight > slide.clientHeight + 1 ||
      (innerWidth > 640 && body && foot && body.getBoundingClientRect().bottom > foot.getBoundingClientRect().top) ||
      (innerWidth > 640 && tables.some((table) => table.scrollWidth > table.clientWidth + 1));
    slide.style.setProperty("--fit", 1);
    for (let size = 1; size > 0.5 && tooLarge(); size -= 0.05) {
      slide.style.setProperty("--fit", size.toFixed(2));
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
    for (const part of document.querySelectorAll(".st-key-slide, .st-key-slide-body, .st-key-head")) {
      if (!watched.has(part)) { watched.add(part); sizes.observe(part); }
    }
    later();
  };
  watch();
  new MutationObserver(watch).observe(document.body, { subtree: true, childList: true, characterData: true });
  window.addEventListener("resize", later);
  document.fonts?.addEventListener("loadingdone", later);

  const keys = {
    ArrowRight: "sau", PageDown: "sau", " ": "sau", ArrowLeft: "truoc", PageUp: "truoc", Home: "dau", End: "cuoi",
  };
  document.addEventListener("keydown", (event) => {
    if (!here() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest?.("input, textarea, [role=combobox], [role=listbox]")) return;
    if (event.key === " " && event.target.closest?.("button, a")) return;
    if (keys[event.key]) {
      event.preventDefault();
      press(keys[event.key]);
    } else if (event.key === "f" || event.key === "F") full();
    else if (event.key === "Escape" && !document.fullscreenElement) {
      document.querySelector(".st-key-slide-controls a")?.click();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".st-key-toan-man-hinh button")) full();
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
