// The host of the published file: the state in the address's fragment, and the parts of the page.

const dataOf = (id) => document.getElementById(id)?.textContent ?? "";

class PublishedPage {
  constructor(record, place, plain, frame) {
    this.record = record;
    this.documents = new Map(record.sources.map((source, n) => [source.id, JSON.parse(dataOf(`document-${n}`))]));
    this.filters = new Filters(this);
    this.downloads = new Downloads(this);
    this.verifier = new Verifier(this, plain, frame);
    this.notes = el("p", { class: "ignored", role: "status" });
    this.headRoot = el("div");
    this.bodyRoot = el("div");
    const tools = el("div", { class: "tools-row" }, this.filters.root, this.verifier.button);
    plain.remove();
    place.append(...[this.chooser()].filter(Boolean), this.headRoot, tools, this.verifier.root, this.notes, this.bodyRoot, this.downloads.root);
    // Heard before the view hears them: paper is light, whatever the screen is.
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    this.follow();
    for (const name of ["popstate", "hashchange"]) addEventListener(name, () => this.follow());
  }

  print(printing) {
    this.printing = printing;
    this.show();
  }

  chooser() {
    const { sources } = this.record;
    if (sources.length < 2) return null;
    this.select = el("select", { id: "source-choice", onchange: () => this.toSource(this.select.value) }, sources.map((one) => el("option", { value: one.id }, one.title)));
    return el("p", { class: "chooser" }, el("label", { for: "source-choice" }, "Source"), " ", this.select);
  }

  get source() {
    return this.record.sources.find((one) => one.id === this.state.source);
  }

  /** The facets of the shown source's claims and events by id, in the order of the catalogue. */
  get facets() {
    const own = this.record.claims.filter((one) => one.source === this.state.source);
    return new Map(own.map((one) => [one.claim, this.document.items[one.claim].facets]));
  }

  // --- state and address

  /** Reads the address: at the start, after Back, and after a change by hand. */
  follow() {
    const before = this.state?.source;
    this.waiting = null;
    this.state = readAddress(location.hash, this.record);
    if (this.state.source !== before) this.mount();
    if (this.state.chart && !this.hasChart(this.state.chart)) this.state.ignored.push(`chart=${this.state.chart}`);
    this.notes.textContent = this.state.ignored.map((one) => `Not in this catalogue, so ignored: ${one}`).join("\n");
    this.filters.read();
    this.show();
  }

  write(how) {
    const query = this.query({ claim: this.state.claim, amount: this.state.amount, chart: this.state.chart, view: this.state.view === "ledger" ? "ledger" : "" });
    const bare = location.pathname + location.search;
    history[how]({}, "", query ? `#${query}` : bare);
  }

  /** A picked sentence is painted first: in a file the browser takes a frame or two for the address. */
  writeLater(how) {
    this.waiting = how;
    requestAnimationFrame(() => setTimeout(() => this.writeNow()));
  }

  writeNow() {
    const how = this.waiting;
    this.waiting = null;
    if (how) this.write(how);
  }

  /** The query of the filters; of the source only where it is not the first. */
  query(more = {}) {
    return queryOf(this.state.selection, this.sourceKey(), more);
  }

  sourceKey() {
    return this.state.source === this.record.sources[0].id ? "" : this.state.source;
  }

  toSource(id) {
    this.writeNow();
    history.pushState({}, "", `#source=${percent(id)}`);
    this.follow();
    this.select.focus();
  }

  choose(selection) {
    this.writeNow();
    Object.assign(this.state, { selection, chart: null });
    this.write("replaceState");
    this.show();
  }

  reset(what) {
    const { selection } = this.state;
    const none = Object.fromEntries(Object.values(FIELDS).map((name) => [name, []]));
    this.choose(what === "words" ? { ...selection, words: "" } : { ...none, words: "" });
    this.filters.read();
    this.filters.search.focus();
  }

  // --- the view

  mount() {
    this.parts?.forEach((part) => part.destroy());
    this.document = this.documents.get(this.state.source);
    this.headRoot.dataset.source = this.bodyRoot.dataset.source = this.state.source;
    this.headRoot.className = this.bodyRoot.className = "";
    this.parts = [mount(this.headRoot, "head", this.document, this.host()), mount(this.bodyRoot, "body", this.document, this.host())];
    this.filters.draw();
    if (this.select) this.select.value = this.state.source;
  }

  host() {
    return {
      pick: (claim, amount, view) => {
        this.writeNow();
        Object.assign(this.state, { claim, amount, chart: null, view: view || this.state.view });
        this.writeLater("pushState");
      },
      go: (view) => {
        this.writeNow();
        this.state.view = view;
        this.write("pushState");
        this.show();
      },
      reset: (what) => this.reset(what),
      home: this.record.url,
      plotly: plotlyLoaded,
      dark: () => !this.printing && matchMedia("(prefers-color-scheme: dark)").matches,
      address: ({ claim, amount, chart }) => `#${queryOf(NOTHING_CHOSEN, this.sourceKey(), { claim, amount, chart })}`,
    };
  }

  hasChart(key) {
    return key === "timeline" || this.document.panels.some((panel) => panel.key === key || panel.measures?.includes(key));
  }

  ids() {
    return [...this.facets].filter(([, facets]) => matches(facets, this.state.selection)).map(([id]) => id);
  }

  show() {
    const { claim, amount, chart, view, selection } = this.state;
    const ids = this.ids();
    const filters = Object.values(FIELDS).flatMap((name) => selection[name]);
    for (const part of this.parts) part.show({ ids, claim, amount, chart, view, words: selection.words, filters });
    this.filters.update(ids.length);
    this.downloads.update(ids);
  }
}

const NOTHING_CHOSEN = { sectors: [], statuses: [], measures: [], periods: [], words: "" };

/** plotly.js stands last in the file, so that the text is there before it. */
async function plotlyLoaded() {
  await whenRead();
  return globalThis.Plotly;
}

/** Until the browser has read the file to its end. */
async function whenRead() {
  if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}

/** Where the data cannot be shown, the page without script stays, and the check tells why. */
function start() {
  const place = document.getElementById("page");
  const plain = document.getElementById("plain");
  const frame = new Frame(plain);
  try {
    new PublishedPage(recordOf(dataOf("record")), place, plain, frame);
  } catch (problem) {
    const verifier = new Verifier(null, plain, frame);
    place.replaceChildren(el("p", {}, `The charts cannot be shown: the data of this file cannot be read (${problem.message}).`), verifier.button, verifier.root, plain);
    whenRead().then(() => verifier.verify());
  }
}

start();
