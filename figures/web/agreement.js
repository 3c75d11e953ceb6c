// What stands beside the values on the page, held against the view's document: titles, notes, the
// words round the numbers of the ledger, what was checked. The digests hold the document itself.

class Agreement {
  constructor(verification, doc, root) {
    Object.assign(this, { verification, doc, root });
  }

  check() {
    for (const panel of this.root.querySelectorAll(".panel")) this.checkPanel(panel);
    const reasons = this.doc.panels.filter((one) => one.apart).map((one) => `Why these stand apart. ${one.why}`);
    this.each(this.root, ".apart p", [], reasons, "A note between panels");
    this.checkCard(this.root.querySelector(".card:not(.empty)"));
    for (const row of this.root.querySelectorAll(".ledger tbody tr")) this.checkLedgerRow(row);
    const totals = this.doc.verification.totals.map(({ label, count }) => label + count);
    this.each(this.root, ".ledger .totals div", [], totals, "The ledger");
    this.checkSigns();
    this.checkPlots();
  }

  /** Each element that a selector finds says one of the expected texts. */
  each(part, selector, names, expected, where) {
    for (const node of part.querySelectorAll(selector)) this.verification.same(names, node.textContent, expected, where);
  }

  checkPanel(root) {
    const panel = this.doc.panels.find((one) => one.key === root.dataset.chart);
    if (!panel) return this.verification.note(this.verification.everySource(), "A panel is shown that was not published.");
    const say = (selector, expected) => this.each(root, selector, panel.ids, expected, "A panel");
    say("h3", [panel.title]);
    say("header .sector", panel.sectors.map((one) => one.name));
    say(".joint", panel.headline.map((one) => one.joint ?? ""));
    say(".as-table > p", [panel.summary]);
    say(".drawing > .note", [panel.note]);
    say("[data-row] > .note", panel.stated.map((one) => one.sic));
    return undefined;
  }

  checkCard(card) {
    const claim = this.root.querySelector('[aria-current="true"]')?.dataset.claim;
    const item = this.doc.items[claim];
    if (!card || !item) return;
    this.each(card, ".top .sector", [claim], [item.sector], "The card");
    const told = ({ outcome, message, code }) => `${outcome === "skipped" ? "Skipped. " : ""}${message} ${code}`;
    this.each(card, "details li", [claim], item.checks.map(told), "The card");
    for (const [n, sign] of card.querySelectorAll("details .sign").entries()) {
      const outcome = item.checks[n]?.outcome;
      this.verification.same([claim], `${sign.className} ${sign.getAttribute("aria-label")}`, [`sign ${outcome} ${outcome}`], "The card");
    }
  }

  checkLedgerRow(root) {
    const row = this.doc.ledger[Number(root.querySelector(".n").textContent) - 1];
    const cells = row && {
      ".place": row.before + row.number + row.after,
      ".state": row.label,
      ".what": row.what + (row.sic ? " sic" : ""),
      ".check": row.check ? (row.check === "failed" ? "Failed" : "Passed") : "–",
      ".characters": `${row.start}–${row.end}`,
    };
    const names = [root.dataset.claim || row?.claim].filter(Boolean);
    if (!row) this.verification.note(names.length ? names : this.verification.everySource(), "The ledger has a row that was not published.");
    for (const [selector, expected] of Object.entries(cells ?? {})) this.each(root, selector, names, [expected], "The ledger");
  }

  checkSigns() {
    for (const [selector, key] of [[".long", "means"], [".short", "short"]]) {
      this.each(this.root, `.legend ${selector}`, [], this.doc.legend.map((sign) => sign[key] || sign.means), "The legend");
    }
  }

  // Lanes and years: what is written into a drawing and is no label of an amount.
  checkPlots() {
    const { wide, narrow: small } = this.doc.timeline;
    const specs = [...this.doc.panels.map((panel) => panel.chart), wide, small].filter(Boolean);
    const written = specs.flatMap((spec) => spec.layout.annotations ?? []).map((note) => squeezed(readOf(note.text)));
    for (const plot of this.root.querySelectorAll(".plot")) {
      for (const label of plot.querySelectorAll(".annotation")) {
        if (plot.layout.annotations[label.dataset.index]?.name) continue;
        this.verification.same([], squeezed(label.textContent), written, "A chart");
      }
    }
  }
}

/** What a text of a drawing says, without its markup. */
function readOf(text) {
  return new DOMParser().parseFromString(text, "text/html").body.textContent;
}
