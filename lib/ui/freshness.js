// Says how fresh the numbers are; asks the server while the page is looked at, and has the page
// drawn anew only when the sheet has changed.
const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};
const wait = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });
const clock = (moment) => moment.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });

const PATIENCE = 8;
const LOST_AFTER = 2;
let stop = () => {};

export default function ({ data, parentElement, setTriggerValue }) {
  stop();
  const { words } = data;
  const address = new URL(`./${data.address}`, new URL("./", location.href));
  const drawn = data.state.content;
  let state = data.state;
  let [failed, since] = [0, null];

  parentElement.querySelector(".freshness")?.remove();
  const box = make("div", "freshness");
  const line = make("p");
  const read = make("span", "read");
  const again = make("button", "", words.again);
  const said = make("span", "said");
  again.type = "button";
  said.setAttribute("role", "status");
  for (const [index, text] of data.dates.split("**").entries()) line.append(make(index % 2 ? "strong" : "span", "", text));
  line.append(read, " ", again, said);
  const notice = make("div", "notice");
  notice.setAttribute("role", "alert");
  box.append(line, notice);
  parentElement.append(box);

  const tell = () => {
    read.className = state.late || since ? "read late" : "read";
    read.replaceChildren(state.late || since ? "▲ " : "", `${words.read} `, make("strong", "", state.read));
    const lost = since && [words.lost, words.lost_since.replace("{moment}", clock(since)), "", ""];
    const texts = lost || state.failure || [];
    notice.replaceChildren(...texts.map((text, index) => make(index % 2 ? "span" : "strong", "", text)));
    notice.className = `notice ${state.shown ? "warning" : "error"}`;
    notice.hidden = !texts.length;
    document.body.classList.toggle("connection-lost", Boolean(since));
    // Streamlit's own dialog says so in English, over a page that can still be read.
    if (since) document.querySelector('[data-testid="stDialog"] button')?.click();
  };
  tell();

  let asking = new AbortController();
  const ask = async () => {
    const mine = asking;
    const late = setTimeout(() => mine.abort(), (data.seconds + PATIENCE) * 1000);
    address.search = new URLSearchParams({ [data.seen]: state.mark });
    try {
      const answer = await fetch(address, { cache: "no-store", signal: mine.signal });
      if (!answer.ok) throw new Error(answer.status);
      return await answer.json();
    } finally {
      clearTimeout(late);
    }
  };
  // A phone that wakes, or a tab that is turned to, asks at once; one that is hidden does not ask.
  let round = 0;
  const watch = async () => {
    const mine = (round += 1);
    asking.abort();
    while (mine === round && !document.hidden) {
      asking = new AbortController();
      try {
        const told = await ask();
        if (mine !== round) return;
        // A server that has just begun has read nothing yet: what is on screen keeps its time.
        if (state.shown && !told.shown) Object.assign(told, { read: state.read, late: true, shown: true });
        [state, failed, since] = [told, 0, null];
      } catch {
        if (mine !== round) return;
        failed += 1;
        if (failed >= LOST_AFTER) since ??= new Date();
      }
      tell();
      if (failed) await wait(Math.min(failed, 5));
      else if (state.content !== drawn) {
        setTriggerValue("changed", state.content);
        await wait(2);
      }
    }
  };
  const lose = () => { failed = LOST_AFTER; since ??= new Date(); tell(); watch(); };
  again.onclick = async () => {
    const answer = await fetch(address, { method: "POST" }).then((got) => got.json()).catch(() => null);
    said.textContent = answer ? ` ${answer.said}` : "";
    await wait(4);
    said.textContent = "";
  };
  const heard = [[document, "visibilitychange", watch], [window, "online", watch], [window, "offline", lose]];
  for (const [where, event, act] of heard) where.addEventListener(event, act);
  watch();
  stop = () => {
    round += 1;
    asking.abort();
    for (const [where, event, act] of heard) where.removeEventListener(event, act);
  };
  return stop;
}
