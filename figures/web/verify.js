// Verify: holds the page against the one record inside it, in the reader's browser. It notices
// change; whoever rewrites the whole file, digests included, is not found out by it.

const DIGEST_DIGITS = 32;
const HELD = { package: "The data package to take home", yaml: "The catalogue to take home", dataset: "The description for search engines" };

class Verification {
  // file: { seals, fingerprint, blocks, shell, head } are texts, the blocks and the shell by id, the
  // head as pairs; roots are the parts of the page that are shown, plain is the page without its script.
  constructor(file, roots, plain) {
    Object.assign(this, { file, roots, plain });
    this.seals = parsed(file.seals);
    this.plainNoted = new Set();
    this.problems = new Map();
    this.noted = 0;
    this.counted = { lines: 0, sources: 0, quotes: 0, mentions: 0, shown: 0 };
    this.digests = Boolean(globalThis.crypto?.subtle);
  }

  /** Checks all of it; what makes a check impossible is a change as well. */
  async run() {
    try {
      await this.check();
    } catch (problem) {
      this.note(this.everySource(), `The file has not the form in which it was published (${problem.message}).`);
    }
    return this;
  }

  async check() {
    this.record = parsed(this.file.blocks.get("record"), recordOf);
    if (!this.seals) this.note(["file"], "The list of digests inside the file cannot be read.");
    if (this.record) this.checkWholeRecord();
    else this.note(this.everySource(), "The record inside the file cannot be read.");
    if (this.digests) await this.checkDigests();
  }

  note(names, problem) {
    this.noted += 1;
    for (const name of names) {
      const known = this.problems.get(name) ?? this.problems.set(name, []).get(name);
      if (!known.includes(problem)) known.push(problem);
    }
  }

  everySource() {
    return Object.keys(this.seals?.pages ?? { file: null });
  }

  // --- the record in itself

  // A record that lacks something is named here; the digests name what of it was changed.
  checkWholeRecord() {
    try {
      this.checkRecord();
    } catch (problem) {
      this.note(this.everySource(), `The record inside the file has not the form in which it was published (${problem.message}).`);
    }
  }

  checkRecord() {
    const { record } = this;
    this.texts = new Map(record.sources.map((source) => [source.id, [...(source.text ?? "")]]));
    this.claims = new Map(record.claims.map((one) => [one.claim, one]));
    this.amounts = new Map(record.amounts.map((one) => [one.amount, one]));
    for (const claim of record.claims) this.checkQuote(claim);
    for (const amount of record.amounts) this.checkMention(this.claims.get(amount.claim), amount.mention, amount);
    this.labels = new Map(record.labels.map((one) => [one.name, one.texts.flatMap(drawn)]));
    this.checkHead();
    for (const root of this.roots) this.checkShown(root);
    for (const root of this.roots) this.documentOf(root) && new Agreement(this, this.documentOf(root), root).check();
    for (const page of pagesOf(this.plain)) this.checkPlain(page);
  }

  documentOf(root) {
    const n = this.record.sources.findIndex((one) => one.id === root.dataset.source);
    return parsed(this.file.blocks.get(`document-${n}`));
  }

  checkQuote(claim) {
    const { quote } = claim;
    if (!quote) return this.note([claim.claim], "Its quote was not found in the text when the file was published.");
    this.counted.quotes += 1;
    if (this.slice(claim, quote) !== quote.text) this.note([claim.claim], `The text at ${quote.start}–${quote.end} is not its quote.`);
    if (claim.mention) this.checkMention(claim, claim.mention);
    return undefined;
  }

  checkMention(claim, mention, amount) {
    const id = amount?.claim ?? claim.claim;
    if (!mention) return this.note([id], "A number of it was not found in the text when the file was published.");
    this.counted.mentions += 1;
    const { number } = mention;
    const inside = claim?.quote && claim.quote.start <= mention.start && mention.end <= claim.quote.end;
    if (amount && !inside) this.note([id], `Its number at ${mention.start}–${mention.end} is outside its quote.`);
    if (number.start < mention.start || mention.end < number.end) this.note([id], "The offsets of its number are not those of its words.");
    if (this.slice(claim, mention) !== mention.text) this.note([id], `The text at ${mention.start}–${mention.end} is not “${mention.text}”.`);
    return undefined;
  }

  slice(claim, { start, end }) {
    return (this.texts.get(claim?.source) ?? []).slice(start, end).join("");
  }

  // --- what is shown

  // What the page tells of itself to the browser's tab, to search engines and to other pages.
  checkHead() {
    const told = new Map(this.file.head);
    for (const name of new Set([...told.keys(), ...Object.keys(this.record.head)])) {
      this.same([], told.get(name) ?? "", [this.record.head[name] ?? ""], `In the head, ${name}`);
    }
  }

  // One text of the page, which may be one of several; with no names it is of every source.
  same(names, shown, expected, where) {
    this.counted.shown += 1;
    if (expected.some((one) => tidy(one).trim() === tidy(shown).trim())) return;
    this.note(names.length ? names : this.everySource(), `${where} shows “${tidy(shown).trim()}”, the record says “${expected.join("” or “")}”.`);
  }

  checkShown(root) {
    this.checkTitle(root);
    this.checkRows(root);
    this.compare(root, ".headline .large", "large", (node) => node.closest(".value").textContent.replace(/sic$/, ""));
    this.compare(root, ".as-table .plain", "drawn", (node) => node.textContent);
    this.compare(root, ".stated", "stated", (node) => node.textContent);
    this.checkPanelRows(root);
    this.checkCard(root);
    this.checkChips(root);
    this.checkLabels(root);
    this.checkQuotes(root);
    for (const box of root.querySelectorAll(".source .text")) this.checkText(box, [...box.children].map((one) => one.textContent).join(""), root.dataset.source);
    this.checkLedger(root);
  }

  checkTitle(root) {
    const source = root.classList.contains("head") && this.record.sources.find((one) => one.id === root.dataset.source);
    for (const [selector, expected] of Object.entries(source?.shown ?? {})) {
      this.same([source.id], ownText(root.querySelector(selector)), [expected], "The head of the page");
    }
  }

  checkPanelRows(root) {
    for (const row of root.querySelectorAll(".as-table tbody tr")) {
      const amount = this.amounts.get(row.querySelector(".plain")?.dataset.amount);
      const [, ...cells] = [...row.cells].map((cell) => cell.textContent);
      if (amount) cells.forEach((cell, n) => this.same([amount.claim], cell, [amount.shown[["status", "period"][n]]], "A panel’s table"));
    }
  }

  // The card shows one amount of its claim, or all of them.
  checkCard(root) {
    const card = root.querySelector(".card:not(.empty)");
    const claim = this.claims.get(root.querySelector('[aria-current="true"]')?.dataset.claim);
    if (!card || !claim) return;
    const values = this.record.amounts.filter((one) => one.claim === claim.claim).map((one) => one.card);
    const either = (key, joint, lead = "") => [[...new Set(values.map((one) => one[key]))].join(joint), ...values.map((one) => one[key])].map((said) => lead + said);
    const parts = {
      h2: values.length ? either("words", " → ") : [claim.title],
      ".read": either("exact", " and ", "read as "),
      ".measure": [claim.card.measure],
      ".verdict": [claim.card.verdict],
      ".note": claim.card.notes,
      dd: [...claim.card.facts, ...values.flatMap((one) => one.facts)],
    };
    for (const [selector, expected] of Object.entries(parts)) {
      for (const node of card.querySelectorAll(selector)) this.same([claim.claim], node.textContent, expected, "The card");
    }
  }

  checkChips(root) {
    for (const chip of root.querySelectorAll(".chip")) this.same([chip.dataset.claim], chip.textContent, [this.claims.get(chip.dataset.claim)?.card.chip ?? ""], "The timeline");
  }

  // What is written into the drawings; a label may leave out its words where there is no room.
  checkLabels(root) {
    for (const plot of root.querySelectorAll(".plot")) {
      for (const label of plot.querySelectorAll(".annotation")) {
        const { name } = plot.layout.annotations[label.dataset.index] ?? {};
        const known = this.labels.get(name);
        if (!known) continue;
        this.counted.shown += 1;
        if (!known.includes(squeezed(label.textContent))) this.note([this.amounts.get(name)?.claim ?? name], `A chart shows “${label.textContent}”, which the record does not say.`);
      }
    }
  }

  checkPlain(page) {
    const before = this.noted;
    this.checkPlainParts(page);
    if (this.noted > before) this.plainNoted.add(page.dataset.source);
  }

  checkPlainParts(page) {
    this.checkRows(page);
    this.checkQuotes(page);
    const source = this.record.sources.find((one) => one.id === page.dataset.source);
    const box = page.querySelector(".plain-text");
    if (box) this.checkText(box, box.textContent, source?.id);
    const heading = page.querySelector("h1")?.textContent;
    if (heading !== tidy(source?.title ?? "")) this.note([page.dataset.source], "The title shown is not the record’s.");
  }

  checkRows(root) {
    for (const row of root.querySelectorAll("tr[data-amount]:not(.ledger tr, .as-table tr)")) {
      const amount = this.amounts.get(row.dataset.amount);
      if (!amount) this.note([row.dataset.claim], "A row is shown that is not in the record.");
      else this.checkRow(row, amount);
    }
  }

  checkRow(row, amount) {
    this.counted.shown += 1;
    for (const [name, expected] of Object.entries(amount.shown)) {
      const shown = row.querySelector(`td.${name}`)?.textContent ?? "";
      if (tidy(shown).trim() !== tidy(expected).trim()) this.note([amount.claim], `The row shows “${shown}”, the record says “${expected}”.`);
    }
  }

  compare(root, selector, key, shownOf) {
    for (const node of root.querySelectorAll(selector)) {
      const amount = this.amounts.get(node.dataset.amount);
      this.counted.shown += 1;
      const shown = shownOf(node);
      if (tidy(shown).trim() === tidy(amount?.[key] ?? "").trim()) continue;
      this.note([amount?.claim ?? node.dataset.claim], `The page shows “${shown}”, the record says “${amount?.[key]}”.`);
    }
  }

  checkQuotes(root) {
    for (const node of root.querySelectorAll("blockquote")) {
      const id = node.dataset.claim ?? root.querySelector('[aria-current="true"]')?.dataset.claim;
      const claim = this.claims.get(id);
      if (!claim) continue;
      this.counted.shown += 1;
      const expected = claim.quote ? claim.quote.text : claim.words;
      if (tidy(node.textContent) !== tidy(`“${expected}”`)) this.note([id], "The quote shown is not the record’s.");
    }
  }

  // The whole text, shown in paragraphs: the same signs, line breaks aside.
  checkText(box, shown, sourceId) {
    const text = this.texts.get(sourceId);
    if (!text) return;
    this.counted.shown += 1;
    const signs = [...tidy(shown)].filter((sign) => sign !== "\n");
    const places = [...text.keys()].filter((n) => text[n] !== "\n" && text[n] !== "\r");
    const at = places.findIndex((place, n) => tidy(text[place]) !== signs[n]);
    if (at < 0 && signs.length === places.length) return;
    const place = at < 0 ? text.length : places[at];
    const held = this.record.claims.filter((one) => one.source === sourceId && one.quote?.start <= place && place < one.quote?.end);
    this.note(held.length ? held.map((one) => one.claim) : [sourceId], `The text shown differs from the record’s at ${place}.`);
  }

  checkLedger(root) {
    const text = this.texts.get(root.dataset.source) ?? [];
    for (const row of root.querySelectorAll(".ledger tbody tr")) {
      const number = row.querySelector(".plain")?.textContent ?? "";
      const [start, end] = row.querySelector(".characters").textContent.split("–").map(Number);
      if (!text.slice(start, end).join("").includes(number)) {
        this.note([row.dataset.claim || root.dataset.source], `The ledger shows “${number}”, which does not stand at ${start}–${end}.`);
      }
    }
  }

  // --- the digests

  async checkDigests() {
    for (const source of this.record?.sources ?? []) {
      if (source.text === null) continue;
      this.counted.sources += 1;
      if ((await sha256(source.text)) !== source.sha256) this.note([source.id], "The text does not have the stated SHA-256.");
    }
    if (!this.seals) return;
    if ((await sha256(this.file.seals)) !== this.file.fingerprint) this.note(this.everySource(), "The list of digests does not have the fingerprint that the page states.");
    for (const [id, text] of this.file.shell) {
      if (text !== null && (await sealOf(text)) !== this.seals.shell?.[id]) this.note(this.everySource(), `The ${id} of the page ${id === "styles" ? "are not those" : "is not that"} which was published.`);
    }
    for (const [id, seals] of Object.entries(this.seals.blocks)) await this.checkBlock(id, seals);
    await this.checkPlainPages();
  }

  async checkPlainPages() {
    const pages = new Map(pagesOf(this.plain).map((one) => [one.dataset.source, one]));
    for (const id of new Set([...pages.keys(), ...Object.keys(this.seals.pages)])) {
      pages.get(id)?.normalize(); // the browser cuts long texts
      const same = (await sealOf(pages.has(id) ? outline(pages.get(id)) : "")) === this.seals.pages[id];
      if (!same && !this.plainNoted.has(id)) this.note([id], "The page without JavaScript differs from what was published.");
    }
  }

  // Line by line; where some are more or fewer, those are named that are not there any more.
  async checkBlock(id, seals) {
    const found = await Promise.all((this.file.blocks.get(id) ?? "").split("\n").map(sealOf));
    this.counted.lines += found.length;
    const present = new Set(found);
    const changed = seals.filter(([seal], n) => (found.length === seals.length ? found[n] !== seal : !present.has(seal)));
    const said = `${HELD[id] ?? "Data of the page"} differ${HELD[id] ? "s" : ""} from what was published.`;
    for (const [, names] of changed) this.note(names.length ? names : this.everySource(), said);
    if (!changed.length && found.length !== seals.length) this.note(this.everySource(), "The page holds data that were not published.");
  }
}

function tidy(text) {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd").replaceAll("\u00a0", " ");
}

/** How a label may be drawn: whole, or cut between two words, or inside its first where that has no digit. */
function drawn(text) {
  const words = text.split(" ");
  const first = /\d/.test(words[0]) ? [] : [...words[0]].map((_, n, signs) => `${signs.slice(0, n + 1).join("")}…`);
  return [text, ...words.map((_, n) => `${words.slice(0, n + 1).join(" ")}…`), ...first].map(squeezed);
}

/** A text without its gaps, which a drawing breaks as it likes. */
function squeezed(text) {
  return tidy(text).replace(/\s/g, "");
}

/** The text of an element without that of the elements inside it. */
function ownText(node) {
  return [...(node?.childNodes ?? [])].filter((one) => one.nodeType === 3).map((one) => one.data).join("");
}

/** The record, with the text of each source in one piece. */
function recordOf(text) {
  const record = JSON.parse(text);
  for (const source of record.sources) source.text = source.pieces?.map((one) => one.t).join("") ?? null;
  return record;
}

function parsed(text, read = JSON.parse) {
  try {
    return read(text);
  } catch {
    return null;
  }
}

async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function sealOf(line) {
  return (await sha256(line)).slice(0, DIGEST_DIGITS);
}
