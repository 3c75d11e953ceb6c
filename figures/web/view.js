// The body of the page: charts beside the source, the card, the table and the ledger; what is picked
// is lit everywhere at once.

const FEW_CHARTS = 24;
const ANSWER_WITHIN = 3000; // milliseconds in which the host hears of a pick
const PRINT_WIDTH = 600;

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
    this.signs = this.legend();
    this.bar = el("div", { class: "bar" }, this.tabs, this.signs);
    this.root.append(this.bar, this.figures, this.ledger.root, this.said);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.ready = true;
    this.watch();
    this.resized = new ResizeObserver(() => this.drawCharts());
    this.resized.observe(this.main);
    this.sized = new ResizeObserver(() => this.measure());
    for (const part of [this.bar, this.signs, this.card.root]) this.sized.observe(part);
    this.escape = (event) => event.key === "Escape" && !event.defaultPrevented && this.ours(event.target) && this.close();
    document.addEventListener("keydown", this.escape);
    this.wentBack = () => (this.awaited = null);
    addEventListener("popstate", this.wentBack);
    host.plotly().then((plotly) => ((this.plotly = plotly), document.fonts.load(`14px ${this.font}`).finally(() => this.drawCharts())));
  }

  print(printing) {
    this.printWidth = printing ? PRINT_WIDTH : 0;
    this.root.classList.toggle("printing", printing);
    super.print(printing);
    this.drawCharts();
  }

  // How much of the window is taken above and below: there nothing that has the focus may lie.
  measure() {
    const style = document.documentElement.style;
    const sheet = narrow() && this.state.claim ? this.card.root.offsetHeight : 0;
    style.setProperty("--bar", `${(narrow() ? this.signs : this.bar).offsetHeight}px`);
    style.setProperty("--sheet", `${sheet}px`);
    this.reader.box.tabIndex = narrow() ? -1 : 0; // a stop only where it scrolls
  }

  tab(name) {
    const label = name[0].toUpperCase() + name.slice(1);
    return el("button", { type: "button", "data-view": name, onclick: () => this.go(name) }, label);
  }

  legend() {
    return el("ul", { class: "legend", "aria-label": "Legend" }, this.doc.legend.map((sign) => el("li", {}, sign.key === "sic" ? sicMark() : glyph(sign.key), el("span", { class: "long" }, sign.means), el("span", { class: "short" }, sign.short || sign.means))));
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
    const few = this.charts.length <= FEW_CHARTS || this.printWidth;
    const due = this.charts.filter((chart) => few || chart.near);
    for (const chart of due) if (chart.drawn) chart.draw(this.plotly);
    // Drawn for the first time, each is painted before the next.
    const next = due.find((chart) => !chart.drawn && chart.draw(this.plotly));
    if (next) setTimeout(() => this.drawCharts());
    else if (due.length) this.serif ||= this.fetchSerif();
  }

  // The face of the source is larger than all of the view: it comes when the charts stand. Where the
  // page knows no such face nothing is fetched.
  async fetchSerif() {
    const faces = await document.fonts.load('600 1em "Source Serif"').catch(() => []);
    if (!faces.length) return;
    document.documentElement.classList.add("serif");
    if (this.state.claim && !narrow()) this.reader.reveal();
  }

  show(state) {
    const before = this.state;
    const told = this.heard(state);
    const claim = this.doc.items[told.claim] ? told.claim : null;
    const amount = this.oneOf(claim, told.amount);
    const moved = claim !== before.claim || amount !== before.amount;
    this.state = { ...told, ids: new Set(state.ids), claim, amount, index: moved ? null : before.index };
    const themed = this.theme();
    const filtered = !this.shown || state.ids.join() !== [...before.ids].join();
    if (filtered) this.filter();
    // Nothing may match for another reason than before.
    else if (!state.ids.length && `${told.words} ${told.filters}` !== `${before.words} ${before.filters}`) this.sayNothingMatches();
    if (!this.shown || told.view !== before.view) this.turn();
    if (!this.shown || filtered || themed || moved) this.light([before.claim, claim]);
    if (claim && moved) this.reveal();
    if (state.chart && state.chart !== before.chart) this.toChart(state.chart);
    this.shown = true;
  }

  // What was picked here stands until the host has heard of it: the answer to an earlier pick may come later.
  expect() {
    const { claim, amount, view } = this.state;
    this.awaited = { claim, amount, view };
    this.until = performance.now() + ANSWER_WITHIN;
  }

  heard(state) {
    const own = Object.entries(this.awaited || {});
    if (performance.now() > this.until || own.every(([key, value]) => state[key] === value)) this.awaited = null;
    return { ...state, ...this.awaited };
  }

  filter() {
    const none = !this.state.ids.size;
    const left = this.empty.contains(document.activeElement);
    this.empty.hidden = !none;
    if (none) this.sayNothingMatches();
    if (left) (none ? this.empty.querySelector("button") : this.tabs.firstChild).focus();
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
    const text = fold(this.doc.paragraphs.flat().map((one) => one.t).join(""));
    const absent = wordsOf(words ?? "").filter((word) => !text.includes(word));
    const missing = absent.map((word) => `“${word}”`).join(" or ");
    const what = words ? `No figure matches “${words}”` : "No figure matches";
    this.empty.replaceChildren(
      el("h2", {}, `${what}${filters?.length ? ` in ${filters.join(", ")}` : ""}.`),
      words ? el("p", {}, missing ? `The text does not contain ${missing}.` : `The text does contain “${words}”, but in none of these figures.`) : null,
      el(
        "p",
        { class: "actions" },
        words ? el("button", { type: "button", class: "main", onclick: () => this.host.reset("words") }, "Clear the search") : null,
        el("button", { type: "button", class: words ? "" : "main", onclick: () => this.host.reset() }, "Clear all filters"),
      ),
    );
  }

  turn() {
    const ledger = this.state.view === "ledger";
    const left = (ledger ? this.figures : this.ledger.root).contains(document.activeElement);
    this.figures.hidden = ledger;
    this.ledger.root.hidden = !ledger;
    for (const tab of this.tabs.children) tab.setAttribute("aria-pressed", String((tab.dataset.view === "ledger") === ledger));
    if (left) (this.home || this.tabs.querySelector('[aria-pressed="true"]')).focus();
    this.drawCharts();
  }

  go(name) {
    this.state.view = name;
    this.expect();
    this.turn();
    this.host.go(name);
  }

  // Lit at once, then reported: the host answers with the same state.
  // A row of the ledger leads to the figures; `view` names another view to turn to.
  pick(claim, named, { index = null, view = null } = {}) {
    const before = this.state.claim;
    const amount = this.oneOf(claim, named);
    const turned = claim && this.state.view === "ledger" ? "figures" : view;
    if (claim && document.activeElement.closest(".cf [data-claim]")) this.origin = document.activeElement;
    Object.assign(this.state, { claim, amount, index, view: turned || this.state.view });
    this.expect();
    if (turned) this.turn();
    this.light([before, claim]);
    if (claim) this.reveal();
    // The row that was pressed is out of sight now: the focus goes where it led.
    if (turned && claim) this.reader.number?.focus({ preventScroll: true });
    this.host.pick(claim, amount, turned);
  }

  // Where the reader was when he picked; null where that is out of sight. Numbers of the text are made anew.
  get home() {
    const index = this.origin?.dataset.index;
    const place = index ? this.reader.box.querySelector(`[data-index="${index}"]`) : this.origin;
    return place?.isConnected && place.checkVisibility() ? place : null;
  }

  // Closes the card and leads back: to the mark, or to the row of the ledger, from which it was opened.
  close() {
    const { claim } = this.state;
    const inside = this.card.root.contains(document.activeElement);
    const ledger = this.ledger.root.contains(this.origin) ? "ledger" : null;
    if (!claim && !(ledger && document.activeElement.matches(".text span"))) return;
    this.pick(null, null, { view: ledger });
    if (!inside && !ledger) return;
    const own = [...this.root.querySelectorAll(`button[data-claim="${CSS.escape(claim)}"]:not([tabindex])`)];
    (this.home || own.find((one) => one.checkVisibility()) || this.tabs.firstChild).focus();
  }

  ours(place) {
    return place === document.body || this.root.contains(place);
  }

  // The sentence is lit and painted first; everything else that shows the pick follows in the next frame.
  light(claims) {
    this.reader.redraw(claims.filter(Boolean));
    this.due ||= requestAnimationFrame(() => setTimeout(() => this.follow()));
  }

  follow() {
    this.due = null;
    this.card.draw();
    this.tell();
    this.root.classList.toggle("picked", Boolean(this.state.claim));
    for (const hit of this.root.querySelectorAll(".hit")) {
      hit.setAttribute("aria-pressed", String(this.isActive({ claim: hit.dataset.claim, amount: hit.dataset.amount })));
    }
    this.panels.update();
    this.table.light();
    this.ledger.light();
    this.drawCharts();
  }

  reveal() {
    if (!narrow()) this.reader.reveal();
    this.untold = true;
  }

  // Says aloud what was picked, and makes its panel where that is far down.
  tell() {
    const { claim } = this.state;
    if (this.untold && claim) {
      this.panels.reach((panel) => panel.ids?.includes(claim));
      this.said.textContent = this.doc.items[claim].sentence;
    }
    this.untold = false;
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

  // Arrow keys walk through the claims while a mark, a number or the card has the focus; from what is
  // picked already, Enter leads into its card.
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea")) return;
    const picked = event.target === this.home || event.target.matches("a.lit");
    if (event.key === "Enter" && picked && this.state.claim && !event.repeat) {
      event.preventDefault();
      this.card.root.focus();
    }
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !event.target.closest("[data-claim], .card")) return;
    event.preventDefault();
    const kind = event.target.closest(".hit, .number, tr .plain, .large");
    this.step(by);
    const same = kind && this.root.querySelector(`.${kind.classList[0]}[data-claim="${CSS.escape(this.state.claim)}"]:not([tabindex="-1"])`);
    if (same) this.origin = same;
    if (same) same.focus();
    else if (!this.card.root.contains(document.activeElement)) this.card.root.focus({ preventScroll: true });
  }

  toText() {
    this.root.classList.add("reading");
    this.reader.box.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "center", behavior: reduced() ? "auto" : "smooth" });
    this.reader.box.focus({ preventScroll: true });
  }

  toCharacters(index) {
    this.origin = document.activeElement;
    this.pick(null, null, { view: "figures" });
    const at = this.reader.box.querySelector(`[data-index="${index}"]`);
    at?.scrollIntoView({ block: "center", behavior: "auto" });
    at?.focus({ preventScroll: true });
  }

  toChart(key) {
    const target = key === "timeline" ? this.when.root : this.panels.reach((panel) => panel.key === key || panel.measures?.includes(key));
    if (!target) return;
    // Who came by a link to it goes on from there with the next key.
    target.setAttribute("tabindex", "-1");
    if (document.activeElement === document.body) target.focus({ preventScroll: true });
    this.measure();
    requestAnimationFrame(() => target.scrollIntoView({ block: "start", behavior: reduced() ? "auto" : "smooth" }));
  }

  destroy() {
    this.near.disconnect();
    this.resized.disconnect();
    this.sized.disconnect();
    document.removeEventListener("keydown", this.escape);
    removeEventListener("popstate", this.wentBack);
    super.destroy();
  }
}

function mount(root, part, doc, host) {
  const made = part === "head" ? new Head(root, doc, host) : new Body(root, doc, host);
  return { show: (state) => made.show(state), destroy: () => made.destroy() };
}

export { mount, chosen, FIELDS };
