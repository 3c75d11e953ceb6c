// The host of the published file: filters, the state in the address's fragment, downloads, Verify.

const FILTER_TITLES = { sector: "Sector", status: "Status", measure: "Measure", period: "Period" };
const dataOf = (id) => document.getElementById(id)?.textContent ?? "";

class PublishedPage {
  constructor(record, place, plain) {
    this.record = record;
    this.documents = new Map(record.sources.map((source, n) => [source.id, JSON.parse(dataOf(`document-${n}`))]));
    this.filters = new Filters(this);
    this.downloads = new Downloads(this);
    this.verifier = new Verifier(this, plain);
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
    const amount = history.state?.amount ?? null;
    const before = this.state?.source;
    this.state = { ...readAddress(location.hash, this.record), amount };
    if (this.state.source !== before) this.mount();
    this.notes.textContent = this.state.ignored.map((one) => `Not in this catalogue, so ignored: ${one}`).join("\n");
    this.filters.read();
    this.show();
  }

  write(how) {
    const query = this.query({ claim: this.state.claim, chart: this.state.chart, view: this.state.view === "ledger" ? "ledger" : "" });
    const bare = location.pathname + location.search;
    history[how]({ amount: this.state.amount }, "", query ? `#${query}` : bare);
  }

  /** The query of the filters; of the source only where it is not the first. */
  query(more = {}) {
    return queryOf(this.state.selection, this.sourceKey(), more);
  }

  sourceKey() {
    return this.state.source === this.record.sources[0].id ? "" : this.state.source;
  }

  toSource(id) {
    history.pushState({}, "", `#source=${percent(id)}`);
    this.follow();
    this.select.focus();
  }

  choose(selection) {
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
    this.bodyRoot.dataset.source = this.state.source;
    this.headRoot.className = this.bodyRoot.className = "";
    this.parts = [mount(this.headRoot, "head", this.document, this.host()), mount(this.bodyRoot, "body", this.document, this.host())];
    this.filters.draw();
    if (this.select) this.select.value = this.state.source;
  }

  host() {
    return {
      pick: (claim, amount, turned) => {
        Object.assign(this.state, { claim, amount, chart: null, ...(turned ? { view: "figures" } : {}) });
        this.write("pushState");
      },
      go: (view) => {
        this.state.view = view;
        this.write("pushState");
        this.show();
      },
      reset: (what) => this.reset(what),
      plotly: plotlyLoaded,
      dark: () => !this.printing && matchMedia("(prefers-color-scheme: dark)").matches,
      address: ({ claim, chart }) => `#${queryOf(NOTHING_CHOSEN, this.sourceKey(), { claim, chart })}`,
    };
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

class Downloads {
  constructor(page) {
    this.page = page;
    this.everything = false;
    this.switches = [false, true].map((everything) => el("button", { type: "button", onclick: () => this.turn(everything) }));
    const button = (label, make) => el("button", { type: "button", onclick: make }, label);
    this.root = el(
      "section",
      { class: "downloads", "aria-label": "Downloads" },
      el("h2", {}, "Take it with you"),
      el(
        "div",
        { class: "actions" },
        el("div", { class: "tabs", role: "group", "aria-label": "Rows of CSV and JSON" }, this.switches),
        button("CSV", () => this.table("csv", csvOf, "text/csv;charset=utf-8")),
        button("JSON", () => this.table("json", jsonOf, "application/json")),
        button("Complete data package (zip)", () => save(bytesOf("package"), page.record.package, "application/zip")),
        button("Text of the source", () => save(page.source.text ?? "", `${page.source.id}.txt`, "text/plain;charset=utf-8")),
        document.getElementById("yaml") ? button("Catalogue (YAML)", () => save(bytesOf("yaml"), `${page.record.stem}.yaml`, "application/yaml")) : null,
        button("Copy citation of this page", (event) => copy(this.page.record.citation, event.currentTarget)),
      ),
    );
  }

  turn(everything) {
    this.everything = everything;
    this.update(this.ids);
  }

  update(ids) {
    this.ids = ids;
    this.switches.forEach((button, n) => {
      button.textContent = n ? `Everything (${this.page.record.amounts.length})` : `Shown (${this.rows(false).length})`;
      button.setAttribute("aria-pressed", String(Boolean(n) === this.everything));
    });
  }

  rows(everything = this.everything) {
    const shown = new Set(this.ids);
    return this.page.record.amounts.filter((one) => everything || shown.has(one.claim)).map((one) => one.cells);
  }

  table(extension, make, type) {
    const { record } = this.page;
    const query = this.everything ? null : this.page.query();
    save(make(record, this.rows(), query), `${this.stem()}.${extension}`, type);
  }

  /** The name that the exports of the dashboard and the command line have. */
  stem() {
    const { selection } = this.page.state;
    const said = [this.page.sourceKey(), ...Object.values(FIELDS).flatMap((name) => selection[name]), selection.words].join(" ");
    const choices = this.everything ? "" : slugOf(said) || (queryOf(selection, "") ? "displayed" : "");
    return [this.page.record.stem, choices].filter(Boolean).join("-").slice(0, 75).replace(/-+$/, "");
  }
}

function bytesOf(id) {
  return Uint8Array.from(atob(dataOf(id)), (sign) => sign.charCodeAt(0));
}

/** RFC 4180, byte for byte what the export of the same rows is. */
function csvOf(record, rows) {
  const quoted = (cell) => (/[,"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [record.columns.map((column) => column.name), ...rows.map((cells) => cells.map((cell) => String(cell ?? "")))];
  return lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

/** JSON, byte for byte as well: numbers stand in the record as they are written. */
function jsonOf(record, rows, query) {
  const extent = query === null ? "everything in the catalogue" : query ? `what is displayed at ?${query}` : "what is displayed without filters";
  const head = { title: record.title, extent, catalogue_sha256: record.digest, checker: record.checker, columns: record.columns };
  const written = (cell, type) => (type === "number" && cell !== null ? cell : JSON.stringify(cell));
  const row = (cells) => record.columns.map(({ name, type }, n) => `   ${JSON.stringify(name)}: ${written(cells[n], type)}`).join(",\n");
  const body = rows.length ? `[\n${rows.map((cells) => `  {\n${row(cells)}\n  }`).join(",\n")}\n ]` : "[]";
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": ${body}\n}\n`;
}

function slugOf(text) {
  const plain = [...text.normalize("NFKD")].filter((sign) => sign < "\u0080").join("");
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function save(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

class Verifier {
  constructor(page, plain) {
    Object.assign(this, { page, plain });
    this.button = el("button", { type: "button", class: "verify-button", title: "Check this file in your browser", onclick: () => this.verify() }, "Verify");
    this.result = el("div", { class: "result", role: "status" });
    this.root = el("section", { class: "verify", "aria-label": "Verification in this browser" }, this.result);
  }

  async verify() {
    this.button.disabled = true;
    this.result.replaceChildren(el("p", {}, "Checking …"));
    const roots = this.page ? [this.page.bodyRoot] : [];
    await whenRead();
    const verification = await new Verification(fileParts(), roots, this.plain).run();
    this.result.replaceChildren(...resultOf(verification));
    this.result.dataset.verdict = verification.problems.size ? "failed" : "passed";
    this.button.disabled = false;
  }
}

function fileParts() {
  const blocks = [...document.querySelectorAll('script[type$="json"][id]')].filter((one) => one.id !== "seals");
  return {
    seals: dataOf("seals"),
    fingerprint: document.getElementById("fingerprint").textContent,
    blocks: new Map(blocks.map((one) => [one.id, one.textContent])),
  };
}

function resultOf({ problems, counted, digests, record, file }) {
  const title = (id) => [...(record?.claims ?? []), ...(record?.sources ?? [])].find((one) => (one.claim ?? one.id) === id)?.title;
  const failed = [...problems].map(([id, said]) => el("li", { "data-verdict": id }, el("strong", {}, title(id) ?? id), ` (${id}): `, said.join(" ")));
  const sign = el("span", { class: `sign ${failed.length ? "failed" : "passed"}`, "aria-hidden": "true" });
  const fine = (record?.claims ?? []).filter((one) => !problems.has(one.claim));
  return [
    el("h2", {}, sign, failed.length ? " Not verified" : " Verified in this browser"),
    failed.length ? el("ul", { class: "changed" }, failed) : null,
    el("p", {}, `Checked: ${counted.quotes} quotes and ${counted.mentions} numbers at their places in the text, ${counted.shown} rows, values and texts on the page. `, digestWords(digests, counted)),
    el("p", { class: "quiet" }, "This finds a change made to the file after it was published. It cannot find a forgery: whoever writes the whole file anew can write its digests anew. Against that, compare the fingerprint with one the publisher gives elsewhere: ", el("code", {}, file.fingerprint)),
    fine.length ? el("details", {}, el("summary", {}, `${fine.length} claims and events without a difference`), el("ul", {}, fine.map((one) => el("li", {}, fineWords(one))))) : null,
  ].filter(Boolean);
}

function digestWords(digests, counted) {
  if (digests) return `The SHA-256 of ${counted.sources === 1 ? "the text" : `${counted.sources} texts`} and the digests of ${counted.lines} lines of data were computed here.`;
  return "This browser offers no digest on this address (open the file from your disk, or over https), so no SHA-256 was compared.";
}

function fineWords({ claim, title, quote }) {
  return `${title} (${claim}): the quote stands at ${quote.start}–${quote.end}, its numbers inside it, and what is shown agrees.`;
}

/** Where the data cannot be shown, the page without script stays, and the check tells why. */
function start() {
  const place = document.getElementById("page");
  const plain = document.getElementById("plain");
  try {
    new PublishedPage(JSON.parse(dataOf("record")), place, plain);
  } catch (problem) {
    const verifier = new Verifier(null, plain);
    place.replaceChildren(el("p", {}, `The charts cannot be shown: the data of this file cannot be read (${problem.message}).`), verifier.button, verifier.root, plain);
    whenRead().then(() => verifier.verify());
  }
}

start();
