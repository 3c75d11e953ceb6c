// What is known of the picked claim or event: as written, as read, what was checked, how to cite.

class Card {
  constructor(view) {
    this.view = view;
    this.root = el("section", { class: "card", tabindex: "-1", "aria-label": "The picked figure" });
    this.draw();
  }

  draw() {
    const { claim } = this.view.state;
    const item = claim && this.view.doc.items[claim];
    this.root.classList.toggle("empty", !item);
    const again = this.root.contains(document.activeElement) && document.activeElement.dataset.keep;
    this.root.replaceChildren(...(item ? this.parts(item) : this.invitation()));
    if (again) (this.root.querySelector(`[data-keep="${again}"]`) || this.root).focus({ preventScroll: true });
  }

  invitation() {
    return [
      el("p", { class: "quiet" }, "Choose a mark, a row or a number in the text: its sentence is lit here."),
      el("p", { class: "quiet keys" }, el("kbd", {}, "Enter"), " picks, and again goes into the card; ", el("kbd", {}, "←"), " ", el("kbd", {}, "→"), " step; ", el("kbd", {}, "Esc"), " leads back."),
    ];
  }

  parts(item) {
    return [
      el("div", { class: "top" }, sectorName(item.n, item.sector), this.steps()),
      ...this.values(item),
      item.measure ? el("p", { class: "measure" }, item.measure, item.sic ? [" ", sicMark()] : null) : null,
      this.sheetQuote(item),
      this.facts(item),
      item.sic ? el("p", { class: "note" }, item.sic) : null,
      item.note ? el("p", { class: "note" }, item.note) : null,
      this.verdict(item),
      this.actions(item),
    ].filter(Boolean);
  }

  values(item) {
    const { amount } = this.view.state;
    const values = item.values.filter((one) => !amount || one.amount === amount);
    const shown = values.length ? values : item.values;
    if (!shown.length) return [el("h2", {}, item.title)];
    return [
      el("h2", {}, [...new Set(shown.map((one) => one.words))].join(" → ")), // two amounts may have the same words
      el("p", { class: "read" }, "read as ", shown.map((one) => one.exact).join(" and ")),
    ];
  }

  facts(item) {
    const { amount } = this.view.state;
    const values = item.values.filter((one) => !amount || one.amount === amount);
    const rows = values.length
      ? values.flatMap((one) => [
          ["Status", [glyph(one.form), ` ${one.status}`, values.length > 1 ? `: ${one.shown}` : ""]],
          ["Period", one.period],
        ])
      : [
          ["Status", [glyph(item.form), ` ${item.status}`]],
          ["Date", item.date],
        ];
    return el("dl", {}, rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  }

  // On a telephone the card is a sheet at the bottom, and carries the sentence itself.
  sheetQuote(item) {
    const { amount, index } = this.view.state;
    const lit = (piece) => (index === null ? piece.number && (!amount || piece.amount === amount) : piece.index === index);
    const parts = item.pieces.map((piece) => (lit(piece) ? el("mark", {}, piece.t) : piece.t));
    return el("blockquote", { class: "sheet-only", lang: this.view.doc.source.language }, "“", parts, "”");
  }

  verdict(item) {
    const failed = item.checks.filter((check) => check.outcome === "failed");
    const sign = el("span", { class: failed.length ? "sign failed" : "sign passed", "aria-hidden": "true" });
    const text = failed.length
      ? [el("strong", {}, "Not verified. "), failed.map((check) => `${check.message} (${check.where})`).join(" ")]
      : item.verdict;
    return el("p", { class: failed.length ? "verdict failed" : "verdict" }, sign, el("span", {}, text));
  }

  actions(item) {
    const url = () => new URL(this.view.link(this.view.state.claim, this.view.state.amount), this.view.host.home || document.baseURI).href;
    const copyButton = (label, text, main) =>
      el("button", { type: "button", class: main ? "main" : "", "data-keep": label, onclick: (e) => copy(text(), e.currentTarget) }, label);
    return el(
      "div",
      { class: "actions" },
      el("button", { type: "button", class: "main sheet-only", onclick: () => this.view.toText() }, "Read in the text"),
      copyButton("Copy citation", () => item.citation, true),
      copyButton("Copy link", url),
      item.fragment ? el("a", { class: "button", "data-keep": "publisher", href: item.fragment, rel: "noopener noreferrer", target: "_blank" }, "At the publisher’s") : null,
      el(
        "details",
        {},
        el("summary", { "data-keep": "checks" }, `All ${item.checks.length} checks`),
        el(
          "ul",
          {},
          item.checks.map((check) =>
            el("li", {}, el("span", { class: `sign ${check.outcome}`, role: "img", "aria-label": check.outcome }), el("span", {}, check.outcome === "skipped" ? "Skipped. " : "", check.message, " ", el("code", {}, check.code))),
          ),
        ),
      ),
    );
  }

  steps() {
    const order = this.view.shownOrder();
    const at = order.indexOf(this.view.state.claim);
    const button = (label, text, step) =>
      el("button", { type: "button", "aria-label": label, "data-keep": label, onclick: () => this.view.step(step) }, text);
    return el(
      "span",
      { class: "steps" },
      button("Previous claim", "←", -1),
      el("span", {}, at < 0 ? "filtered out" : `${at + 1} of ${order.length}`),
      button("Next claim", "→", 1),
      el("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => this.view.close() }, "×"),
    );
  }
}
