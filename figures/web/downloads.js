// What the published file gives to take home; the tables are made here, from the record.

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
