// The sheet of panels: what is measured and how much of it, the drawing, and its limits.

const FIRST_PANELS = 40;

class Panels {
  constructor(view) {
    this.view = view;
    this.charts = [];
    this.list = el("div", { class: "panels" });
    this.more = el("button", { type: "button", class: "more", onclick: () => this.goOn() });
    this.root = el("section", { class: "sheet" }, el("h2", { class: "sr" }, "The figures, one panel a measure"), this.list, this.more);
    this.made = [];
    this.add(FIRST_PANELS);
  }

  add(count) {
    const next = this.view.doc.panels.slice(this.made.length, this.made.length + count);
    for (const panel of next) {
      const root = panel.apart ? this.apart(panel) : this.panel(panel);
      this.made.push({ panel, root, chart: panel.chart ? this.charts.at(-1) : null });
      this.list.append(root);
    }
    const left = this.view.doc.panels.length - this.made.length;
    this.more.hidden = !left;
    this.more.textContent = `Show more panels (${left} left)`;
    if (!this.view.ready) return;
    this.view.watch();
    this.update();
  }

  goOn() {
    const first = this.made.length;
    this.add(FIRST_PANELS);
    const shown = this.made.slice(first).find(({ panel, root }) => panel.key && !root.hidden);
    shown?.root.querySelector("button").focus();
  }

  apart(panel) {
    return el(
      "div",
      { class: "apart" },
      el("span", { class: "unequal", "aria-hidden": "true" }, "≠"),
      el("p", {}, el("strong", {}, "Why these stand apart. "), panel.why),
    );
  }

  panel(panel) {
    const drawing = el("div", { class: "drawing" });
    if (panel.chart) {
      this.charts.push(new Chart(this.view, panel.chart, panel.title));
      drawing.append(this.charts.at(-1).root);
    }
    const own = panel.chart ? [this.charts.at(-1)] : [];
    drawing.append(...panel.stated.map((one) => this.stated(one)));
    if (panel.note) drawing.append(el("p", { class: "note" }, panel.note));
    drawing.append(el("div", { class: "tools" }, this.numbers(panel), tools(this.view, panel.title, panel.key, ...own)));
    return el(
      "article",
      { class: "panel", id: `chart-${panel.key}`, "data-chart": panel.key },
      el(
        "header",
        {},
        panel.sectors.map((one) => sectorName(one.n, one.name)),
        el("h3", {}, panel.title),
        el("p", { class: "headline" }, panel.headline.map((part) => this.headline(part))),
      ),
      drawing,
    );
  }

  // A number, its unit and its mark stay on one line.
  headline(part) {
    if (!part.claim) return el("span", { class: part.joint === "→" ? "joint arrow" : "joint" }, part.joint);
    const number = valueButton(this.view, part, { class: "large", "aria-label": part.label }, part.number);
    return el(
      "span",
      { class: "value", "data-row": part.claim },
      number,
      part.unit ? el("span", { class: "unit" }, ` ${part.unit}`) : null,
      part.sic ? sicMark() : null,
    );
  }

  stated(one) {
    const text = [`“${one.before}`, el("b", {}, one.number), `${one.after}”`];
    const button = valueButton(this.view, one, { class: "stated", "data-sector": one.n }, text);
    return el("div", { "data-row": one.claim }, button, one.sic ? el("p", { class: "note" }, one.sic) : null);
  }

  // The same values as a table, for those who do not see the drawing or want to copy it.
  numbers(panel) {
    const cells = (row) => [
      el("td", {}, valueButton(this.view, row, { class: "plain" }, row.shown)),
      el("td", {}, row.status),
      el("td", {}, row.period),
    ];
    const head = ["Value", "Status", "Period"].map((name) => el("th", { scope: "col" }, name));
    return el(
      "details",
      { class: "as-table" },
      el("summary", {}, "As a table"),
      el("p", {}, panel.summary),
      el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, panel.rows.map((row) => el("tr", { "data-row": row.claim }, cells(row))))),
    );
  }

  update() {
    for (const { panel, root, chart } of this.made) {
      if (panel.apart) {
        root.hidden = !panel.apart.every((ids) => ids.some((id) => this.view.displayed(id)));
      } else {
        root.hidden = !panel.ids.some((id) => this.view.displayed(id));
        chart?.show(!root.hidden);
        root.classList.toggle("active", panel.ids.includes(this.view.state.claim));
      }
    }
  }

  // A panel that a link asks for, or that holds the picked claim, is made even if far down.
  reach(test) {
    const at = this.view.doc.panels.findIndex(test);
    if (at >= this.made.length) this.add(at + 1 - this.made.length);
    return at < 0 ? null : this.made[at].root;
  }
}

class Timeline {
  constructor(view) {
    this.view = view;
    const { wide, narrow: small, undated, more } = view.doc.timeline;
    this.charts = wide ? [new Chart(view, wide, "Timeline"), new Chart(view, small, "Timeline")] : [];
    this.charts.forEach((chart, n) => chart.root.classList.add(n ? "for-narrow" : "for-wide"));
    this.nothing = el("p", { class: "note", hidden: true }, "None of the figures shown has a date in the source.");
    this.root = el(
      "section",
      { class: "when", id: "chart-timeline", "data-chart": "timeline" },
      el("h2", {}, "When, as the source tells it"),
      el("p", { class: "quiet" }, view.doc.timeline.about),
      this.charts.map((chart) => chart.root),
      this.nothing,
      more ? el("p", { class: "note" }, more) : null,
      wide ? el("div", { class: "tools" }, tools(view, "When, as the source tells it", "timeline", ...this.charts)) : null,
      undated.length ? el("p", { class: "undated" }, el("span", {}, "No date stated: "), undated.map((one) => this.undated(one))) : null,
    );
  }

  update() {
    const some = this.charts.some((chart) => chart.meta.hits.some((hit) => this.view.displayed(hit.claim)));
    for (const chart of this.charts) chart.show(some);
    for (const tools of this.root.querySelectorAll(".tools")) tools.hidden = !some;
    this.nothing.hidden = some;
  }

  undated(one) {
    return valueButton(this.view, one, { class: "chip", "data-row": one.claim }, square(one.n), one.label);
  }
}
