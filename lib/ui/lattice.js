// Draws owners against items: a table with links, a note on pointing, arrow keys; texts only.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

// Without the variation selector a phone may draw a mark as a picture in colours of its own.
const mark = (side) => {
  const node = make("span", `mark ${side.tone}${side.strong ? " strong" : ""}`);
  node.textContent = [...side.shape].map((sign) => `${sign}\ufe0e`).join("");
  node.setAttribute("aria-hidden", "true");
  return node;
};

const follow = (event, link) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", new URL(link.getAttribute("href"), location.href));
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
};

const linkTo = (href) => {
  const link = make("a");
  link.setAttribute("href", href);
  link.addEventListener("click", (event) => follow(event, link));
  return link;
};

// Shows a note while its mark is pointed at or has the keyboard.
const explain = (link, told, note) => {
  const show = () => note.show(link, told);
  link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show());
  link.addEventListener("focus", show);
  link.addEventListener("pointerleave", note.hide);
  link.addEventListener("blur", note.hide);
};

const heads = (data, note) => {
  const head = make("thead");
  const [groups, codes] = [make("tr", "groups"), make("tr", "codes")];
  const corner = make("th", "corner", data.corner);
  corner.rowSpan = 2;
  corner.colSpan = data.rowGroups.length > 1 ? 3 : 2;
  corner.scope = "col";
  groups.append(corner);
  let at = 0;
  for (const [group, span] of data.groups) {
    const cell = make("th", "group");
    cell.append(make("span", "", group));
    cell.colSpan = span;
    cell.scope = "colgroup";
    cell.title = group;
    groups.append(cell);
    at += span;
  }
  const most = Math.max(...data.columns.map((column) => column.alert), 1);
  data.columns.forEach((column, index) => {
    const cell = make("th", `code ${starts(data.groups, index)}`);
    cell.scope = "col";
    const inside = column.href ? linkTo(column.href) : make("span", "head");
    if (column.href) inside.tabIndex = -1;
    if (column.lines.length) explain(inside, column, note);
    else cell.title = [column.title, column.word].filter(Boolean).join("\n");
    cell.append(inside);
    const name = make("span", "label", column.label);
    if (column.sign) {
      const sign = make("span", "sign", column.sign);
      sign.setAttribute("aria-hidden", "true");
      name.append(sign);
    }
    inside.append(name);
    if (column.sign) inside.append(make("span", "unseen", `, ${column.sign_word}`));
    const count = make("span", column.alert ? "count" : "count none", column.note);
    if (column.note.length > 2) count.classList.add("long");
    if (column.alert) count.prepend(make("i", "", "■\ufe0e"));
    if (column.alert && column.alert * 2 >= most) cell.classList.add("alert");
    count.setAttribute("aria-hidden", "true");
    inside.append(count);
    if (column.word) inside.append(make("span", "unseen", `, ${column.word}`));
    codes.append(cell);
  });
  head.append(groups, codes);
  return head;
};

const starts = (groups, index) => {
  let at = 0;
  for (const [, span] of groups) {
    if (at === index) return "first";
    at += span;
  }
  return "";
};

const rowHead = (row) => {
  const head = make("th", `name${row.alert ? " alert" : ""}`);
  head.scope = "row";
  const link = row.href ? linkTo(row.href) : make("span");
  link.append(mark(row), make("span", "label", row.label));
  link.append(make("span", "unseen", `, ${row.word}`));
  link.title = row.word;
  head.append(link);
  return head;
};

const spotCell = (data, spot, index, note) => {
  const column = data.columns[index];
  const cell = make("td", starts(data.groups, index));
  if (!spot) {
    cell.classList.add("nothing");
    cell.append(make("span", "unseen", data.nothing));
    return cell;
  }
  cell.classList.add(spot.tone);
  if (spot.strong) cell.classList.add("strong");
  const link = linkTo(spot.href);
  link.append(mark(spot), make("span", "unseen", `${column.label}: ${spot.word}`));
  link.tabIndex = -1;
  link.dataset.code = column.label + column.sign;
  const name = column.title || column.label;
  link.dataset.name = name.replace(column.label, () => link.dataset.code);
  explain(link, spot, note);
  cell.append(link);
  return cell;
};

const notes = (frame) => {
  const box = make("div", "note");
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  frame.append(box);
  return {
    show: (link, spot) => {
      const [title, ...lines] = spot.lines;
      const state = make("p", "state");
      state.append(mark(spot), make("span", "", spot.word));
      box.replaceChildren(make("strong", "", title), state);
      lines.forEach((line) => box.append(make("p", "", line)));
      box.hidden = false;
      const [at, around] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
      const left = Math.min(at.left - around.left, around.width - box.offsetWidth - 4);
      const below = at.bottom + box.offsetHeight + 12 < window.innerHeight;
      box.style.left = `${Math.max(0, left)}px`;
      box.style.top = below
        ? `${at.bottom - around.top + 6}px`
        : `${at.top - around.top - box.offsetHeight - 6}px`;
    },
    hide: () => { box.hidden = true; },
  };
};

const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
const walk = (table, note) => (event) => {
  if (event.key === "Escape") note.hide();
  const cell = event.target.closest("td, th");
  if (!steps[event.key] || !cell) return;
  const rows = [...table.rows].map((row) => [...row.querySelectorAll("th.name, td.spot, th.code")]);
  rows[1].unshift(table.querySelector(".corner"));
  let y = rows.findIndex((row) => row.includes(cell));
  let x = rows[y]?.indexOf(cell) ?? -1;
  const [down, right] = steps[event.key];
  while ((x += right, y += down, rows[y]?.[x])) {
    const link = rows[y][x].querySelector("a");
    if (!link) continue;
    event.preventDefault();
    link.focus();
    return;
  }
};

// What stands empty in a grid is explained too, where there is any.
const explained = (data) => {
  const gaps = data.spots.some((row) => row.some((spot) => !spot));
  const nothing = { shape: "", tone: "nothing", word: data.nothing };
  return gaps ? [...data.legend, nothing] : data.legend;
};

const legend = (title, entries, kind = "cells") => {
  const list = make("ul", `legend ${kind}`);
  if (title) list.append(make("li", "title", title));
  for (const entry of entries) {
    const item = make("li", entry.tone + (entry.strong ? " strong" : ""));
    const swatch = make("span", "swatch");
    swatch.append(mark(entry));
    item.append(swatch, make("span", "", entry.word));
    list.append(item);
  }
  return list;
};

// The names behind the heads' codes, for who cannot point at them: on paper, in a seat, on a phone.
const key = (columns) => {
  const list = make("ul", "key");
  for (const { title, href } of columns) {
    if (!title) continue;
    const item = make("li");
    const inside = href ? linkTo(href) : item;
    inside.textContent = title;
    if (href) item.append(inside);
    list.append(item);
  }
  return list;
};

// Held here, so that news of the sheet, which draws the grid anew, leaves the reader's choice.
const chosen = { "only-alert": false, "with-well": false };
const choice = (name, text, frame) => {
  const label = make("label", "only");
  const box = make("input");
  box.type = "checkbox";
  box.checked = chosen[name];
  const choose = () => {
    chosen[name] = box.checked;
    frame.classList.toggle(name, box.checked);
  };
  box.addEventListener("change", choose);
  choose();
  label.append(box, make("span", "", text));
  return label;
};

// A phone shows one row under another: within each group those on alert come first.
const order = (data) => {
  const places = data.rows.map((_, index) => index);
  if (!data.only_alert || !window.matchMedia("(max-width: 640px)").matches) return places;
  const group = [];
  data.rowGroups.forEach(([, span], at) => group.push(...Array(span).fill(at)));
  const first = (index) => (data.rows[index].alert ? 0 : 1);
  return places.sort((a, b) => group[a] - group[b] || first(a) - first(b) || a - b);
};

// Held here like those: 0 is the grid as it came.
let arranged = 0;
const orders = (data, redraw) => {
  const set = make("fieldset", "orders");
  set.append(make("legend", "", data.orders_head));
  data.orders.forEach((order, at) => {
    const label = make("label");
    const box = make("input");
    box.type = "radio";
    box.name = "order";
    box.checked = at === arranged;
    box.addEventListener("change", () => {
      arranged = at;
      redraw();
    });
    label.append(box, make("span", "", order.word));
    set.append(label);
  });
  return set;
};

const arrange = (data) => {
  const order = data.orders[arranged];
  if (!order || arranged === 0) return data;
  const pick = (list, places) => places.map((place) => list[place]);
  return {
    ...data,
    rows: pick(data.rows, order.rows),
    columns: pick(data.columns, order.columns),
    groups: [[order.word, order.columns.length]],
    spots: pick(data.spots, order.rows).map((row) => pick(row, order.columns)),
    foot: pick(data.foot, order.columns),
  };
};

// A sum is told in two lines, so that it fits a narrow column: 22 over /30.
const foot = (data) => {
  const [part, line] = [make("tfoot"), make("tr")];
  const head = make("th", "foot", data.foot_head);
  head.colSpan = data.rowGroups.length > 1 ? 3 : 2;
  head.scope = "row";
  line.append(head);
  data.foot.forEach((sum, index) => {
    const [met, total] = sum.split("/");
    const cell = make("td", `sum ${total.length > 2 ? "long" : ""} ${starts(data.groups, index)}`);
    cell.append(make("b", "", met), make("span", "", `/${total}`));
    line.append(cell);
  });
  part.append(line);
  return part;
};

// Heads that have no room side by side stand upright.
const fit = (table) => {
  const labels = [...table.querySelectorAll(".code .label")];
  table.classList.remove("many");
  const narrow = labels.some((label) => label.scrollWidth > label.clientWidth);
  table.classList.toggle("many", narrow);
};

const draw = (received, parentElement, focused) => {
  const data = arrange(received);
  parentElement.querySelector(".frame")?.remove();
  const frame = make("div", "frame");
  const note = notes(frame);
  const table = make("table");
  table.style.setProperty("--columns", data.columns.length);
  const caption = make("caption", "unseen", `${data.caption}. ${data.keys}`);
  const body = make("tbody");
  let [group, left] = [0, 0];
  order(data).forEach((index, at) => {
    const row = data.rows[index];
    const line = make("tr", row.alert ? "alert" : "");
    if (left === 0) {
      left = data.rowGroups[group][1];
      if (at) line.classList.add("first");
      if (data.rowGroups.length > 1) {
        const cell = make("th", "band");
        cell.append(make("span", "", data.rowGroups[group][0]));
        cell.title = data.rowGroups[group][0];
        cell.rowSpan = left;
        cell.scope = "rowgroup";
        line.append(cell);
      }
      group += 1;
    }
    left -= 1;
    const share = make("td", "share", row.note);
    line.append(rowHead(row), share);
    data.spots[index].forEach((spot, column) => {
      const cell = spotCell(data, spot, column, note);
      cell.classList.add("spot");
      line.append(cell);
    });
    body.append(line);
  });
  table.addEventListener("keydown", walk(table, note));
  body.querySelector("td.spot a")?.setAttribute("tabindex", "0");
  const widths = make("colgroup");
  if (data.rowGroups.length > 1) widths.append(make("col", "band"));
  widths.append(make("col", "name"), make("col", "share"));
  table.append(caption, widths, heads(data, note), body);
  if (data.foot.length) table.append(foot(data));
  const legends = [legend(data.legend_head, explained(data))];
  // Below the grid, so that the grid itself fits a projector.
  const below = data.lights.length ? [legend(data.lights_head, data.lights, "lights")] : [];
  const red = data.only_alert && data.rows.some((row) => row.alert);
  if (red) legends.push(choice("only-alert", data.only_alert, frame));
  if (data.well) {
    legends.push(choice("with-well", data.well, frame));
    frame.classList.add("fold-well");
  }
  if (data.orders.length) {
    legends.push(orders(data, () => draw(received, parentElement, "input:checked")));
  }
  const top = make("div", "top");
  top.append(...legends);
  frame.prepend(top, table, ...below, key(data.columns));
  parentElement.append(frame);
  new ResizeObserver(() => fit(table)).observe(frame);
  if (focused) frame.querySelector(`.orders ${focused}`)?.focus();
};
