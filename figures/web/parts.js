// The view: one page, two hosts. The dashboard and the published file give it the same document
// and a state; it draws, lights a pick at once, and reports it to its host.
//
// state: { ids, claim, amount, chart, view, words, filters } · host: { pick, go, reset, plotly,
// address }. Python decides what is true and what is displayed; nothing is decided here.
// The view itself adds `index`: the place in the ledger of a picked period, which is no amount.

const FIRST_PROBLEMS = 4;

class View {
  constructor(root, doc, host) {
    Object.assign(this, { doc, host });
    this.state = { ids: new Set(doc.order), claim: null, amount: null, index: null, chart: null, view: "figures" };
    this.root = root;
    root.classList.add("cf");
    this.said = el("p", { class: "sr", "aria-live": "polite" });
    root.replaceChildren();
    this.theme();
    this.media = matchMedia("(prefers-color-scheme: dark)");
    this.retheme = () => this.theme() && this.light([]);
    this.media.addEventListener("change", this.retheme);
    this.beforePrint = () => this.print(true);
    this.afterPrint = () => this.print(false);
    addEventListener("beforeprint", this.beforePrint);
    addEventListener("afterprint", this.afterPrint);
  }

  get font() {
    return getComputedStyle(this.root).fontFamily;
  }

  // Paper is light, whatever the screen is.
  print(printing) {
    this.printing = printing;
    this.retheme();
  }

  // The theme is that of the host's page: its background decides.
  theme() {
    const dark = this.printing ? false : this.host.dark ? this.host.dark() : matchMedia("(prefers-color-scheme: dark)").matches;
    if (dark === this.dark) return false;
    this.dark = dark;
    this.root.dataset.theme = document.documentElement.dataset.shade = dark ? "dark" : "light";
    return true;
  }

  displayed(id) {
    return this.state.ids.has(id);
  }

  isActive({ claim, amount }) {
    const now = this.state;
    return Boolean(now.claim) && claim === now.claim && (!now.amount || !amount || amount === now.amount);
  }

  // Of a number of the text: lit while its claim is picked; of several amounts, or of a period, the one that was.
  isLit(of, index) {
    const now = this.state;
    return now.index === null ? of.lit && of.claim === now.claim && this.isActive(of) : index === now.index;
  }

  // The only amount of a claim needs no naming.
  oneOf(claim, amount) {
    return amount && this.doc.items[claim]?.values.length > 1 ? amount : null;
  }

  link(claim, amount) {
    return this.host.address({ claim, amount: this.oneOf(claim, amount) });
  }

  light() {}

  destroy() {
    this.media.removeEventListener("change", this.retheme);
    removeEventListener("beforeprint", this.beforePrint);
    removeEventListener("afterprint", this.afterPrint);
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
        ...this.problems(verification.problems),
      ),
    );
  }

  // What is wrong, the first of it at once: a hundred problems do not push the figures out of sight.
  problems(all) {
    const list = (some) => el("ul", { class: "problems" }, some.map((one) => el("li", {}, one.message, " ", el("code", {}, one.where), " ", one.cure)));
    const [first, more] = [all.slice(0, FIRST_PROBLEMS), all.slice(FIRST_PROBLEMS)];
    const rest = more.length ? [el("details", {}, el("summary", {}, `${more.length} more`), list(more))] : [];
    return first.length ? [list(first), ...rest] : [];
  }

  show() {
    this.theme();
  }
}
