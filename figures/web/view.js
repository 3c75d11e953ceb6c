// The view: one page, two hosts. The dashboard and the published file give it the same document
// and a state; it draws, lights a pick at once, and reports it to its host.
//
// state: { ids, claim, amount, chart, view, words, filters } · host: { pick, go, reset, plotly,
// address }. Python decides what is true and what is displayed; nothing is decided here.

const FEW_CHARTS = 24;
const PRINT_WIDTH = 600;

class View {
  constructor(root, doc, host) {
    Object.assign(this, { doc, host });
    this.state = { ids: new Set(doc.order), claim: null, amount: null, chart: null, view: "figures" };
    this.root = root;
    root.classList.add("cf");
    this.said = el("p", { class: "sr", "aria-live": "polite" });
    root.replaceChildren();
    this.theme();
    this.media = matchMedia("(prefers-color-scheme: dark)");
    this.retheme = () => this.theme() && this.light([]);
    this.media.addEventListener("change", this.retheme);
  }

  get font() {
    return getComputedStyle(this.root).fontFamily;
  }

  // The theme is that of the host's page: its background decides.
  theme() {
    const dark = this.host.dark ? this.host.dark() : matchMedia("(prefers-color-scheme: dark)").matches;
    if (dark === this.dark) return false;
    this.dark = dark;
    this.root.dataset.theme = dark ? "dark" : "light";
    return true;
  }

  displayed(id) {
    return this.state.ids.has(id);
  }

  isActive({ claim, amount }) {
    const now = this.state;
    return Boolean(now.claim) && claim === now.claim && (!now.amount || !amount || amount === now.amount);
  }

  light() {}

  destroy() {
    this.media.removeEventListener("change", this.retheme);
    this.root.replaceChildren();
  }
}

class Head extends View {
  constructor(root, doc, host) {
    super(root, doc, host);
    const { source, verification } = doc;
    const link = source.url ? el("a", { href: source.url, rel: "noopener noreferrer" }, "The page at its publisher’s") : null;
    this.root.classList.add("head");
    this.root.append(
      el(
        "div",
        { class: "title" },
        el("p", { class: "kicker" }, el("strong", {}, `As stated on ${source.dateWords}.`), " We show what the source states, not whether it came true."),
        el("h1", { lang: source.language }, source.title),
        el("p", { class: "quiet" }, `${source.publisher}, ${source.dateWords}. `, link),
        el("p", { class: "quiet how" }, "Choose any number: the sentence that states it is lit in the source, the number’s own characters marked. Panels that cannot be compared stand apart and say why."),
      ),
      el(
        "div",
        { class: "verification" },
        el("p", { class: "verified" }, el("span", { class: `sign ${verification.failed ? "failed" : "passed"}`, "aria-hidden": "true" }), verification.headline),
        el("p", { class: "strip", "aria-hidden": "true" }, doc.strip.map((one) => square(one.n, one.hollow))),
        el("p", { class: "quiet" }, verification.numbers, " ", el("button", { type: "button", class: "link", onclick: () => host.go("ledger") }, "Open the ledger")),
        verification.problems.length
          ? el("ul", { class: "problems" }, verification.problems.map((one) => el("li", {}, one.message, " ", el("code", {}, one.where), " ", one.cure)))
          : null,
      ),
    );
  }

  show() {
    this.theme();
  }
}

class Body extends View {
  constructor(root, doc, host) {
    super(root, doc, host);
    this.reader = new Reader(this);
    this.card = new Card(this);
    this.panels = new Panels(this);
    this.when = new Timeline(this);
    this.table = new FigureTable(this);
    this.ledger = new Ledger(this);
    this.empty = el("div", { class: "nothing", hidden: true });
    this.side = el("aside", { class: "side", "aria-label": "The source" }, this.card.root, this.reader.root);
    this.main = el("div", { class: "main-column" }, this.panels.root, this.when.root);
    this.figures = el("div", { class: "figures" }, this.empty, this.main, el("div", { class: "track" }, this.side), this.table.root);
    this.tabs = el("div", { class: "tabs", role: "group", "aria-label": "View" }, ["figures", "ledger"].map((name) => this.tab(name)));
    this.root.classList.add("body");
    this.root.append(el("div", { class: "bar" }, this.tabs, this.legend()), this.figures, this.ledger.root, this.said);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.ready = true;
    this.watch();
    this.resized = new ResizeObserver(() => this.drawCharts());
    this.resized.observe(this.main);
    this.bar = this.root.querySelector(".bar");
    this.barSized = new ResizeObserver(() => this.root.style.setProperty("--bar", `${this.bar.offsetHeight}px`));
    this.barSized.observe(this.bar);
    this.escape = (event) => event.key === "Escape" && this.state.claim && !event.defaultPrevented && this.pick(null, null);
    document.addEventListener("keydown", this.escape);
    this.printing = (on) => () => {
      this.printWidth = on ? PRINT_WIDTH : 0;
      this.root.classList.toggle("printing", on);
      this.drawCharts();
    };
    this.beforePrint = this.printing(true);
    this.afterPrint = this.printing(false);
    addEventListener("beforeprint", this.beforePrint);
    addEventListener("afterprint", this.afterPrint);
    host.plotly().then((plotly) => ((this.plotly = plotly), document.fonts.load(`14px ${this.font}`).finally(() => this.drawCharts())));
  }

  tab(name) {
    const label = name[0].toUpperCase() + name.slice(1);
    return el("button", { type: "button", "data-view": name, onclick: () => this.go(name) }, label);
  }

  legend() {
    return el("ul", { class: "legend", "aria-label": "Legend" }, this.doc.legend.map((sign) => el("li", {}, sign.key === "sic" ? sicMark() : glyph(sign.key), el("span", { class: "long" }, sign.means), el("span", { class: "short", "aria-hidden": "true" }, sign.short || sign.means))));
  }

  get charts() {
    return [...this.panels.charts, ...this.when.charts];
  }

  // Of many charts each is drawn when it comes near the window: a thousand panels open as fast as five.
  watch() {
    this.near ||= new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) target.chart.near = isIntersecting;
        this.drawCharts();
      },
      { rootMargin: "600px" },
    );
    for (const chart of this.charts) {
      chart.root.chart = chart;
      this.near.observe(chart.root);
    }
  }

  drawCharts() {
    if (!this.plotly) return;
    const few = this.charts.length <= FEW_CHARTS;
    const due = this.charts.filter((chart) => few || chart.near);
    for (const chart of due) if (chart.drawn) chart.draw(this.plotly);
    // Drawn for the first time, each is painted before the next.
    const next = due.find((chart) => !chart.drawn && chart.draw(this.plotly));
    if (next) setTimeout(() => this.drawCharts());
  }

  show(state) {
    const before = this.state;
    const claim = this.doc.items[state.claim] ? state.claim : null;
    const amount = claim === before.claim ? before.amount : null;
    this.state = { ...state, ids: new Set(state.ids), claim, amount: state.amount || amount };
    const themed = this.theme();
    const filtered = !this.shown || state.ids.join() !== [...before.ids].join();
    if (filtered) this.filter();
    if (!this.shown || state.view !== before.view) this.turn();
    if (!this.shown || filtered || themed || claim !== before.claim) this.light([before.claim, claim]);
    if (claim && claim !== before.claim) this.reveal();
    if (state.chart && state.chart !== before.chart) this.toChart(state.chart);
    this.shown = true;
  }

  filter() {
    const none = !this.state.ids.size;
    this.empty.hidden = !none;
    if (none) this.sayNothingMatches();
    this.main.hidden = none;
    this.panels.update();
    this.table.draw();
    this.reader.draw();
    for (const row of this.root.querySelectorAll("[data-row]")) row.hidden = !this.displayed(row.dataset.row);
    // "within" joins two values, and "No date stated" needs something without a date.
    for (const joint of this.root.querySelectorAll(".joint")) {
      joint.hidden = Boolean(joint.previousElementSibling?.hidden || joint.nextElementSibling?.hidden);
    }
    this.when.update();
    this.reader.count();
    for (const list of this.root.querySelectorAll(".undated")) list.hidden = !list.querySelector(".chip:not([hidden])");
    for (const hit of this.root.querySelectorAll(".hit")) hit.hidden = !this.displayed(hit.dataset.claim);
    this.drawCharts();
  }

  sayNothingMatches() {
    const { words, filters } = this.state;
    const inText = words && this.doc.paragraphs.flat().map((one) => one.t).join("").toLowerCase().includes(words.toLowerCase());
    const what = words ? `No figure matches “${words}”` : "No figure matches";
    this.empty.replaceChildren(
      el("h2", {}, `${what}${filters?.length ? ` in ${filters.join(", ")}` : ""}.`),
      words ? el("p", {}, inText ? `The text does contain “${words}”, but in none of the figures shown.` : `The text does not contain “${words}”.`) : null,
      el(
        "p",
        { class: "actions" },
        words ? el("button", { type: "button", onclick: () => this.host.reset("words") }, "Clear the search") : null,
        el("button", { type: "button", class: "main", onclick: () => this.host.reset() }, "Clear all filters"),
      ),
    );
  }

  turn() {
    const ledger = this.state.view === "ledger";
    this.figures.hidden = ledger;
    this.ledger.root.hidden = !ledger;
    for (const tab of this.tabs.children) tab.setAttribute("aria-pressed", String((tab.dataset.view === "ledger") === ledger));
    this.drawCharts();
  }

  go(name) {
    this.state.view = name;
    this.turn();
    this.host.go(name);
  }

  // Lit at once, then reported: the host answers with the same state.
  pick(claim, amount) {
    const before = this.state.claim;
    const turned = claim && this.state.view === "ledger";
    Object.assign(this.state, { claim, amount, ...(turned ? { view: "figures" } : {}) });
    if (turned) this.turn();
    this.light([before, claim]);
    if (claim) this.reveal();
    // The row that was pressed is out of sight now: the focus goes where it led.
    if (turned) this.reader.box.querySelector("a.lit, [aria-current] a")?.focus({ preventScroll: true });
    this.host.pick(claim, amount, turned);
  }

  light(claims) {
    this.reader.redraw(claims.filter(Boolean));
    this.card.draw();
    this.root.classList.toggle("picked", Boolean(this.state.claim));
    for (const hit of this.root.querySelectorAll(".hit")) {
      hit.setAttribute("aria-pressed", String(this.isActive({ claim: hit.dataset.claim, amount: hit.dataset.amount })));
    }
    this.panels.update();
    this.table.light();
    this.ledger.light();
    // The lit sentence is painted first: drawing two charts anew takes several frames.
    requestAnimationFrame(() => setTimeout(() => this.drawCharts()));
  }

  reveal() {
    const item = this.doc.items[this.state.claim];
    if (!narrow()) this.reader.reveal();
    this.panels.reach((panel) => panel.ids?.includes(this.state.claim));
    this.said.textContent = item.sentence;
  }

  shownOrder() {
    return this.doc.order.filter((id) => this.displayed(id));
  }

  step(by) {
    const order = this.shownOrder();
    const at = order.indexOf(this.state.claim);
    if (!order.length) return;
    this.pick(order[at < 0 ? 0 : (at + by + order.length) % order.length], null);
  }

  // Arrow keys walk through the claims while a mark, a number or the card has the focus.
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea")) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !event.target.closest("[data-claim], .card")) return;
    event.preventDefault();
    const kind = event.target.closest(".hit, .number, tr .plain, .large");
    this.step(by);
    const same = kind && this.root.querySelector(`.${kind.classList[0]}[data-claim="${CSS.escape(this.state.claim)}"]:not([tabindex="-1"])`);
    (same || this.card.root.querySelector("button"))?.focus({ preventScroll: !same });
  }

  toText() {
    this.root.classList.add("reading");
    this.reader.box.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "center", behavior: reduced() ? "auto" : "smooth" });
    this.reader.box.focus({ preventScroll: true });
  }

  toCharacters(index) {
    if (this.state.claim) this.pick(null, null);
    this.go("figures");
    const at = this.reader.box.querySelector(`[data-index="${index}"]`);
    at?.scrollIntoView({ block: "center", behavior: "auto" });
    at?.focus({ preventScroll: true });
  }

  toChart(key) {
    const target = key === "timeline" ? this.when.root : this.panels.reach((panel) => panel.key === key || panel.measures?.includes(key));
    requestAnimationFrame(() => target?.scrollIntoView({ block: "start", behavior: reduced() ? "auto" : "smooth" }));
  }

  destroy() {
    this.near.disconnect();
    this.resized.disconnect();
    this.barSized.disconnect();
    document.removeEventListener("keydown", this.escape);
    removeEventListener("beforeprint", this.beforePrint);
    removeEventListener("afterprint", this.afterPrint);
    super.destroy();
  }
}

function mount(root, part, doc, host) {
  const made = part === "head" ? new Head(root, doc, host) : new Body(root, doc, host);
  return { show: (state) => made.show(state), destroy: () => made.destroy() };
}

export { mount, chosen, FIELDS };
