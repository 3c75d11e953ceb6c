// What Streamlit calls: brings the view, the document and Plotly into the page, and carries what
// the reader does to Python. The same module serves each part, so all parts share what was fetched.

const fetched = new Map();
const mounted = new WeakMap();
const parts = new Map();

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
    choices.answered(data.state);
    // What could not be fetched once is asked for again with the next state.
    this.queue = this.queue.catch(() => {}).then(() => this.show());
    return this.queue;
  }

  async show() {
    const { data } = this;
    if (!data) return;
    if (this.shown?.document !== data.document) await this.mount(data);
    this.shown?.view.show(choices.applied(this.data.state, this.shown));
  }

  async mount(data) {
    const [view, made] = await Promise.all([module(data.view), once(data.document, () => json(data.document)), styles(data.styles)]);
    if (!this.data) return;
    this.clear();
    const root = document.createElement("div");
    this.parent.append(root);
    this.shown = { document: data.document, root, view: view.mount(root, data.part, made, this.host()), made, module: view };
  }

  clear() {
    this.shown?.view.destroy();
    this.shown?.root.remove();
    this.shown = null;
  }

  host() {
    return {
      pick: (claim, amount, view) => this.tellLater({ do: "pick", claim, amount: amount ?? null, view: view ?? null }),
      go: (view) => this.tellNow({ do: "go", view }),
      reset: (what) => {
        choices.forget();
        this.tellNow({ do: "reset", what: what ?? null });
      },
      dark: isDark,
      plotly: () => plotly(this.data.plotly),
      address: (params) => addressOf(params),
    };
  }

  /** A picked sentence is painted first: Streamlit takes a few milliseconds to send what it is told. */
  tellLater(event) {
    this.tellNow();
    this.untold = event;
    requestAnimationFrame(() => setTimeout(() => this.tellNow()));
  }

  /** Tells Python what still waits, then this. */
  tellNow(event) {
    const waiting = this.untold;
    this.untold = null;
    for (const one of [waiting, event]) if (one) this.tell("event", one);
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

const HEARD_WITHIN = 5000;

/** A filter's choice is shown as soon as its button shows it; what Python answers then is the same. */
class Choices {
  /** What the buttons show, by field, until an answer of Python says the same; earlier answers are passed over. */
  shown = null;

  press(button) {
    const counts = parts.get("watch")?.data?.counts;
    if (!button || !counts || button.closest(".cf")) return; // the view's own buttons choose nothing
    const key = Object.keys(counts).find((name) => button.closest(`.st-key-${name}`));
    if (key) setTimeout(() => this.take(key, pressed(key))); // once the button shows it
    else if (button.closest(".st-key-reset")) this.forget();
  }

  take(key, labels) {
    const body = parts.get("body");
    if (!body?.shown) return;
    this.shown = { ...this.shown, [body.shown.module.FIELDS[key]]: labels };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.forget(), body.show()), HEARD_WITHIN);
    body.show();
  }

  answered(state) {
    const said = state.selection;
    if (said && this.shown && Object.keys(this.shown).every((name) => alike(this.shown[name], said[name]))) this.forget();
  }

  applied(state, { made, module }) {
    if (!this.shown || !state.selection) return state;
    const selection = { ...state.selection, ...this.shown };
    return { ...state, ids: module.chosen(made, selection), filters: Object.values(module.FIELDS).flatMap((name) => selection[name]) };
  }

  forget() {
    this.shown = null;
    clearTimeout(this.timer);
  }
}

const choices = new Choices();
addEventListener("popstate", () => choices.forget());
addEventListener("click", (event) => choices.press(event.target.closest?.("button")), true);

const alike = (some, others) => some.length === others.length && some.every((one) => others.includes(one));

/** The label of a filter's button, without the count that stands in it. */
function labelOf(button) {
  const note = button.querySelector(":scope > .cf-count");
  return button.textContent.slice(0, button.textContent.length - (note?.textContent.length ?? 0)).trim();
}

const pressed = (key) => [...document.querySelectorAll(`.st-key-${key} button[aria-pressed="true"]`)].map(labelOf);

const EVERY = 5000;

/** Watches the server for another edition, and writes the counts beside the filters' options. */
class Watch {
  constructor() {
    this.timer = setInterval(() => this.look(), EVERY);
    this.observer = new MutationObserver((records) => records.every(({ target }) => target.closest(".cf")) || this.changed());
    this.observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-expanded", "disabled"] });
    this.press = (event) => (this.pressed = event.detail ? null : event.target.closest?.("button"));
    document.addEventListener("click", this.press, true);
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

  /** Something beside the view has changed; what the view does itself needs nothing from here. */
  changed() {
    // A server that was away may have been another one since: let it draw the page again.
    const away = Boolean(document.querySelector('[data-testid="stConnectionStatus"]'));
    if (this.away && !away) this.tell("event", { do: "look" });
    this.away = away;
    this.count();
    this.keepFocus();
  }

  /** For who has only keys: Streamlit opens a filter elsewhere, and a button out of use, while its file is made, loses the focus. */
  keepFocus() {
    const { pressed } = this;
    const opened = pressed?.ariaExpanded === "true" && document.querySelector('[data-testid="stPopoverBody"]');
    const first = opened && document.activeElement === pressed && opened.querySelector("button, input");
    const back = this.waiting && !pressed?.disabled && document.activeElement === document.body && pressed;
    this.waiting = Boolean(pressed?.disabled);
    if (first || back) (first || back).focus();
    if (first) this.pressed = null;
  }

  /** The counts stand inside the buttons but not in their names: the address holds the name. */
  count() {
    for (const [key, counts] of Object.entries(this.data?.counts ?? {})) {
      for (const button of document.querySelectorAll(`.st-key-${key} button`)) {
        const label = labelOf(button);
        if (!(label in counts)) continue;
        writeCount(button, String(counts[label]));
        paint(button, this.data.hues?.[key]?.[label], !counts[label]);
      }
    }
  }

  destroy() {
    this.data = null;
    clearInterval(this.timer);
    this.observer.disconnect();
    document.removeEventListener("click", this.press, true);
  }
}

function writeCount(button, count) {
  const note = button.querySelector(":scope > .cf-count");
  const place = note ?? Object.assign(document.createElement("span"), { className: "cf-count", ariaHidden: "true" });
  if (place.textContent !== count) place.textContent = count;
  if (!note) button.append(place);
  if (button.getAttribute("aria-description") !== count) button.setAttribute("aria-description", count);
}

/** The square of a sector's colour before its name; a choice that would show nothing has a dashed edge. */
function paint(button, hue, none) {
  if (button.classList.contains("cf-none") !== none) button.classList.toggle("cf-none", none);
  if (hue === undefined || button.querySelector(":scope > .cf-square")) return;
  const square = Object.assign(document.createElement("span"), { className: "cf-square", ariaHidden: "true" });
  square.style.setProperty("--hue", `var(--sector-${hue})`);
  button.prepend(square);
}

export default async function ({ data, parentElement, setTriggerValue }) {
  if (!mounted.has(parentElement)) {
    mounted.set(parentElement, data.part === "watch" ? new Watch() : new Part(parentElement));
  }
  const part = mounted.get(parentElement);
  parts.set(data.part, part);
  await part.take(data, setTriggerValue);
  return () => {
    mounted.delete(parentElement);
    part.destroy();
  };
}
