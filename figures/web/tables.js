// The figure table of what is displayed, and the ledger of every number in the text.

const FIRST_ROWS = 100;

class FigureTable {
  constructor(view) {
    this.view = view;
    this.sort = { key: null, down: false };
    this.limit = FIRST_ROWS;
    this.body = el("tbody");
    this.more = el("button", { type: "button", class: "more", onclick: () => this.all() });
    this.heads = new Map(
      [
        ["sector", "Sector"],
        ["measure", "Measure"],
        ["value", "Value"],
        ["unit", "Unit"],
        ["status", "Status"],
        ["period", "Period"],
        ["place", "Words of the source"],
      ].map(([key, name]) => [key, this.head(key, name)]),
    );
    this.count = el("span", { class: "quiet" });
    this.root = el(
      "section",
      { class: "figure-table" },
      el("header", {}, el("h2", {}, "Figure table"), this.count),
      el("table", {}, el("caption", { class: "sr" }, "One row an amount, as the source states it"), el("thead", {}, el("tr", {}, [...this.heads.values()])), this.body),
      this.more,
    );
    this.rows = view.doc.rows.map((row) => ({ row, root: this.row(row) }));
  }

  head(key, name) {
    const button = el("button", { type: "button", onclick: () => this.sortBy(key) }, name);
    return el("th", { scope: "col", class: key, "aria-sort": "none" }, button);
  }

  sortBy(key) {
    this.sort = { key, down: this.sort.key === key && !this.sort.down };
    for (const [own, th] of this.heads) {
      th.setAttribute("aria-sort", own !== key ? "none" : this.sort.down ? "descending" : "ascending");
    }
    this.draw();
  }

  row(row) {
    const lead = row.verified ? null : el("span", { class: "failed" }, "Not verified ");
    const pick = (event) => event.target.closest("button, a") || String(getSelection()) || this.view.pick(row.claim, row.amount);
    return el(
      "tr",
      { "data-claim": row.claim, "data-amount": row.amount, onclick: pick },
      el("td", { class: "sector-cell" }, square(row.n), sectorName(row.n, row.sector)),
      el("td", { class: "measure" }, row.measure, row.sic ? [" ", sicMark()] : null),
      el("td", { class: "value" }, valueButton(this.view, row, { class: "plain", "aria-label": row.label }, row.value)),
      el("td", { class: "unit" }, row.unit),
      el("td", { class: "status" }, glyph(row.form), row.status),
      el("td", { class: "period" }, row.period),
      el("td", { class: "place", lang: this.view.doc.source.language }, lead, words(row.before, row.number, row.after)),
    );
  }

  draw() {
    const { key, down } = this.sort;
    const shown = this.rows.filter(({ row }) => this.view.displayed(row.claim));
    if (key) shown.sort((a, b) => inUnit(key, a.row, b.row) || compare(a.row.sort[key], b.row.sort[key]) * (down ? -1 : 1));
    this.body.replaceChildren(...shown.slice(0, this.limit).map(({ root }) => root));
    this.more.hidden = shown.length <= this.limit;
    this.more.textContent = `Show all ${shown.length} rows`;
    this.count.textContent = `${shown.length} of ${this.rows.length} amounts`;
    this.root.hidden = !shown.length;
    this.light();
  }

  // The button goes when all rows are there: the focus goes to the first of the new ones.
  all() {
    const first = this.limit;
    this.limit = Infinity;
    this.draw();
    this.body.children[first].querySelector("button").focus();
  }

  light() {
    for (const { row, root } of this.rows) root.classList.toggle("active", this.view.isActive(row));
  }
}

// Values are put in order only among those of one unit: 500 km is neither more nor less than 4 projects.
function inUnit(key, a, b) {
  return key === "value" ? compare(a.sort.base, b.sort.base) : 0;
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}

class Ledger {
  constructor(view) {
    this.view = view;
    this.state = "";
    const { totals, reasons } = view.doc.verification;
    this.buttons = totals.map((total, n) =>
      el("button", { type: "button", "aria-pressed": n ? "false" : "true", onclick: () => this.only(n ? total.state : "") }, `${n ? total.label[0].toUpperCase() + total.label.slice(1) : "All"} ${total.count}`),
    );
    this.rows = view.doc.ledger.map((row) => ({ row, root: this.row(row) }));
    const head = ["#", "In the source", "State", "Claim or reason", "Check", "Characters"];
    this.root = el(
      "section",
      { class: "ledger" },
      el("h2", {}, "Every number in the text"),
      el("p", { class: "quiet" }, "In reading order, whichever filters are set. Each number is curated, or set aside for a stated reason."),
      el("dl", { class: "totals" }, totals.map((total) => el("div", {}, el("dt", {}, total.label), el("dd", {}, String(total.count))))),
      reasons ? el("p", { class: "quiet" }, reasons) : null,
      el("div", { class: "pills", role: "group", "aria-label": "Numbers shown" }, this.buttons),
      el("table", {}, el("caption", { class: "sr" }, "The ledger"), el("thead", {}, el("tr", {}, head.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, this.rows.map(({ root }) => root))),
    );
  }

  only(state) {
    const totals = this.view.doc.verification.totals;
    this.buttons.forEach((button, n) => button.setAttribute("aria-pressed", String((n ? totals[n].state : "") === state)));
    for (const { row, root } of this.rows) root.hidden = Boolean(state) && row.state !== state;
  }

  row(row) {
    const own = row.claim ? { claim: row.claim, amount: row.amount, index: row.period ? row.index : null } : null;
    const number = own
      ? valueButton(this.view, own, { class: "plain", "data-sector": row.n, "aria-label": `${row.number}, ${row.what}` }, row.number)
      : el("button", { type: "button", class: "plain aside", "aria-label": `${row.number}, ${row.what}`, onclick: () => this.view.toCharacters(row.index) }, row.number);
    const failed = row.check === "failed";
    return el(
      "tr",
      { class: row.state.replace(" ", "-"), ...(own ? { "data-claim": own.claim, "data-amount": own.amount || null } : {}) },
      el("td", { class: "n" }, String(row.index + 1)),
      el("td", { class: "place", lang: this.view.doc.source.language }, row.before, number, row.after),
      el("td", { class: "state" }, square(row.n, row.state !== "curated"), row.label),
      el("td", { class: "what" }, row.what, row.sic ? [" ", sicMark()] : null),
      el("td", { class: "check" }, row.check ? [el("span", { class: `sign ${row.check}`, "aria-hidden": "true" }), failed ? "Failed" : "Passed"] : "–"),
      el("td", { class: "characters" }, `${row.start}–${row.end}`),
    );
  }

  light() {
    for (const { row, root } of this.rows) root.classList.toggle("active", Boolean(row.claim) && this.view.isActive(row));
  }
}
