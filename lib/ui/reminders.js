// Lists reminders: a summary to open, the text inside, a button that copies it; texts only.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

// Over plain http from another machine a browser has no clipboard; selecting and copying works.
const copyOldWay = (text) => {
  const area = make("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};

const copy = async (text) => {
  if (!navigator.clipboard) return copyOldWay(text);
  return navigator.clipboard.writeText(text).then(() => true, () => copyOldWay(text));
};

const draw = (data, parentElement) => {
  parentElement.querySelector("ul")?.remove();
  const list = make("ul");
  for (const reminder of data.reminders) {
    const item = make("li");
    const more = make("details");
    const summary = make("summary");
    const pre = make("pre", "", reminder.text);
    pre.tabIndex = 0;
    summary.append(make("strong", "", reminder.owner), make("span", "counts", reminder.counts));
    more.append(summary, pre);
    const button = make("button", "", data.words.copy);
    button.type = "button";
    button.setAttribute("aria-label", reminder.label);
    const told = make("span", "told");
    told.setAttribute("role", "status");
    button.onclick = async () => {
      const done = await copy(reminder.text);
      if (!done) more.open = true;
      told.textContent = done ? data.words.copied : data.words.failed;
      setTimeout(() => { told.textContent = ""; }, 4000);
    };
    item.append(more, told, button);
    list.append(item);
  }
  parentElement.append(list);
};
