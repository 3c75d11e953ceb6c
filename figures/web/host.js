// What Streamlit calls: brings the view, the document and Plotly into the page, and carries what
// the reader does to Python. The same module serves each part, so all parts share what was fetched.

const fetched = new Map();
const mounted = new WeakMap();

/** The result of `make`, made once for each name; a failure is forgotten, so that the next call tries again. */
function once(name, make) {
  if (!fetched.has(name)) {
    const result = make();
    result.catch(() => fetched.delete(name));
    fetched.set(name, result);
  }
  return fetched.get(name);
}

/** Addresses are relative to the page: a proxy may have put a path before it. */
const absolute = (address) => new URL(address, document.baseURI).href;

async function json(address) {
  const answer = await fetch(absolute(address));
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for ${address}`);
  return answer.json();
}

/** Adds an element to the head and waits until the browser has loaded what it names. */
function element(tag, attributes) {
  return new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.addEventListener("load", () => resolve(made));
    made.addEventListener("error", () => reject(new Error(`Not loaded: ${attributes.src ?? attributes.href}`)));
    document.head.append(made);
  });
}

const styles = (address) => once(address, () => element("link", { rel: "stylesheet", href: absolute(address) }));
const module = (address) => once(address, () => import(absolute(address)));
const plotly = (address) => once(address, () => plotlyFrom(address));

/** The page's head has asked for it already; what failed there is asked for again. */
async function plotlyFrom(address) {
  const asked = document.querySelector(`script[src$="${address}"]`);
  if (!globalThis.Plotly && asked && document.readyState !== "complete") {
    await new Promise((done) => (asked.addEventListener("load", done), addEventListener("load", done)));
  }
  if (!globalThis.Plotly) await element("script", { src: absolute(address) });
  return globalThis.Plotly;
}

/** Whether the page is dark now: Streamlit tells components its colours, not their mode. */
function isDark() {
  const page = document.querySelector(".stApp") ?? document.body;
  const colour = getComputedStyle(page).backgroundColor.match(/\d+(\.\d+)?/g) ?? [255, 255, 255];
  return colour.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 384;
}

/** One mounted part of the view; remembers the newest data while older data is still being fetched. */
class Part {
  constructor(parent) {
    this.parent = parent;
    this.shown = null;
    this.queue = Promise.resolve();
  }

  take(data, tell) {
    this.data = data;
    this.tell = tell;
    // What could not be fetched once is asked for again with the next state.
    this.queue = this.queue.catch(() => {}).then(() => this.show());
    return this.queue;
  }

  async show() {
    const { data } = this;
    if (!data) return;
    if (this.shown?.document !== data.document) await this.mount(data);
    this.shown?.view.show(this.data.state);
  }

  async mount(data) {
    const [view, made] = await Promise.all([module(data.view), once(data.document, () => json(data.document)), styles(data.styles)]);
    if (!this.data) return;
    this.clear();
    const root = document.createElement("div");
    this.parent.append(root);
    this.shown = { document: data.document, root, view: view.mount(root, data.part, made, this.host()) };
  }

  clear() {
    this.shown?.view.destroy();
    this.shown?.root.remove();
    this.shown = null;
  }

  host() {
    return {
      pick: (claim, amount, view) => this.tell("event", { do: "pick", claim, amount: amount ?? null, view: view ?? null }),
      go: (view) => this.tell("event", { do: "go", view }),
      reset: (what) => this.tell("event", { do: "reset", what: what ?? null }),
      dark: isDark,
      plotly: () => plotly(this.data.plotly),
      address: (params) => addressOf(params),
    };
  }

  destroy() {
    this.data = null;
    this.clear();
  }
}

/** The page's address with these parameters; of the present ones only the source stays. */
function addressOf(params) {
  const url = new URL(globalThis.location.href);
  const kept = url.searchParams.getAll("source").map((source) => ["source", source]);
  const given = Object.entries(params).filter(([, value]) => value !== null && value !== undefined && value !== "");
  url.search = new URLSearchParams([...(params.source === undefined ? kept : []), ...given]).toString();
  url.hash = "";
  return url.href;
}

const EVERY = 5000;

/** Watches the server for another edition, and writes the counts beside the filters' options. */
class Watch {
  constructor() {
    this.timer = setInterval(() => this.look(), EVERY);
    this.observer = new MutationObserver(() => this.changed());
    this.observer.observe(document.body, { childList: true, subtree: true });
  }

  take(data, tell) {
    this.data = data;
    this.tell = tell;
    this.count();
  }

  async look() {
    if (document.hidden || !this.data) return;
    const answer = await fetch(absolute("edition")).catch(() => null);
    const mark = answer?.ok ? await answer.text() : this.data?.mark;
    if (this.data && mark !== this.data.mark) this.tell("event", { do: "look" });
  }

  changed() {
    // A server that was away may have been another one since: let it draw the page again.
    const away = Boolean(document.querySelector('[data-testid="stConnectionStatus"]'));
    if (this.away && !away) this.tell("event", { do: "look" });
    this.away = away;
    this.count();
  }

  /** The counts stand inside the buttons but not in their names: the address holds the name. */
  count() {
    for (const [key, counts] of Object.entries(this.data?.counts ?? {})) {
      for (const button of document.querySelectorAll(`.st-key-${key} button`)) {
        const note = button.querySelector(":scope > .cf-count");
        const label = button.textContent.slice(0, button.textContent.length - (note?.textContent.length ?? 0)).trim();
        if (label in counts) writeCount(button, note, String(counts[label]));
      }
    }
  }

  destroy() {
    this.data = null;
    clearInterval(this.timer);
    this.observer.disconnect();
  }
}

function writeCount(button, note, count) {
  const place = note ?? Object.assign(document.createElement("span"), { className: "cf-count", ariaHidden: "true" });
  if (place.textContent !== count) place.textContent = count;
  if (!note) button.append(place);
  if (button.getAttribute("aria-description") !== count) button.setAttribute("aria-description", count);
}

export default async function ({ data, parentElement, setTriggerValue }) {
  if (!mounted.has(parentElement)) {
    mounted.set(parentElement, data.part === "watch" ? new Watch() : new Part(parentElement));
  }
  const part = mounted.get(parentElement);
  await part.take(data, setTriggerValue);
  return () => {
    mounted.delete(parentElement);
    part.destroy();
  };
}
