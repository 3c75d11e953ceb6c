// The filters of the published file: pills, menus and the search box, each choice with its count.

const FILTER_TITLES = { sector: "Sector", status: "Status", measure: "Measure", period: "Period" };

class Filters {
  constructor(page) {
    this.page = page;
    this.boxes = el("div", { class: "boxes" });
    this.search = el("input", { type: "search", "aria-label": "Search words and quotes", placeholder: "Search words and quotes", maxlength: 200, oninput: () => this.write() });
    this.clear = el("button", { type: "button", class: "link", onclick: () => page.reset() }, "Reset");
    this.count = el("p", { class: "sr", role: "status" });
    this.root = el("section", { class: "filters", "aria-label": "Filters" }, this.boxes, this.search, this.clear, this.count);
    this.root.addEventListener("keydown", (event) => event.key === "Escape" && this.close(true));
    document.addEventListener("pointerdown", (event) => event.target.closest(".filters details") || this.close());
  }

  /** Makes the choices of the shown source. */
  draw() {
    this.choices = [];
    this.menus = new Map();
    this.boxes.replaceChildren(this.sectors(), ...["status", "measure", "period"].map((key) => this.menu(key)));
  }

  sectors() {
    const { options } = this.page.source;
    const pills = options.sector.map((label) => {
      const count = el("span", { class: "count" });
      const button = el("button", { type: "button", "aria-pressed": "false", onclick: () => this.toggle(choice) }, square(this.hue(label)), label, " ", count);
      const choice = { key: "sector", label, count, root: button, chosen: false };
      this.choices.push(choice);
      return button;
    });
    return el("div", { class: "pills", role: "group", "aria-label": "Sector" }, pills);
  }

  hue(sector) {
    return Object.values(this.page.document.items).find((item) => item.sector === sector)?.n ?? -1;
  }

  menu(key) {
    const summary = el("summary", {}, FILTER_TITLES[key]);
    const lines = this.page.source.options[key].map((label) => {
      const count = el("span", { class: "count" });
      const box = el("input", { type: "checkbox", onchange: () => this.toggle(choice) });
      const root = el("label", {}, box, el("span", {}, label), count);
      const choice = { key, label, count, root, box, chosen: false };
      this.choices.push(choice);
      return root;
    });
    const root = el("details", { name: "filter" }, summary, el("fieldset", {}, el("legend", { class: "sr" }, FILTER_TITLES[key]), lines));
    this.menus.set(key, { root, summary });
    root.hidden = !lines.length;
    return root;
  }

  close(focus = false) {
    for (const { root, summary } of this.menus.values()) {
      if (root.open && focus) summary.focus();
      root.open = false;
    }
  }

  toggle(choice) {
    choice.chosen = !choice.chosen;
    this.write();
  }

  write() {
    const chosen = (key) => this.choices.filter((one) => one.key === key && one.chosen).map((one) => one.label);
    const selection = Object.fromEntries(Object.entries(FIELDS).map(([key, name]) => [name, chosen(key)]));
    this.page.choose({ ...selection, words: this.search.value });
  }

  /** Takes over what the address says. */
  read() {
    const { selection } = this.page.state;
    for (const choice of this.choices) choice.chosen = selection[FIELDS[choice.key]].includes(choice.label);
    if (this.search.value !== selection.words) this.search.value = selection.words;
  }

  update(count) {
    const { selection } = this.page.state;
    const all = [...this.page.facets.values()];
    const counts = Object.fromEntries(Object.entries(FIELDS).map(([key, name]) => [key, countsOf(all, name, selection)]));
    for (const choice of this.choices) this.mark(choice, counts[choice.key].get(choice.label) ?? 0);
    for (const [key, { summary }] of this.menus) {
      const chosen = selection[FIELDS[key]].length;
      const said = chosen ? `${FILTER_TITLES[key]} (${chosen})` : FILTER_TITLES[key];
      if (summary.textContent !== said) summary.textContent = said;
    }
    this.clear.hidden = !queryOf(selection, "");
    this.count.textContent = count === all.length ? `All ${count} claims and events shown` : `${count} of ${all.length} claims and events shown`;
  }

  mark({ root, box, count, chosen }, number) {
    count.textContent = String(number);
    root.classList.toggle("none", !number);
    if (box) box.checked = chosen;
    else root.setAttribute("aria-pressed", String(chosen));
  }
}
