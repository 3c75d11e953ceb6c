// What is displayed: the same predicate as figures/selection.py, held together with it by one table
// of cases (tests/selection_cases.json). A selection has lists of labels, and the words looked for.

const FIELDS = { sector: "sectors", status: "statuses", measure: "measures", period: "periods" };
const ALIKE = { "‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-" };

/** A text as it is searched: lower case, composed, with the marks and dashes of a keyboard. */
function fold(text) {
  return text.replace(/[‘’“”‐‑‒–—−]/g, (sign) => ALIKE[sign]).toLowerCase().normalize("NFC");
}

function wordsOf(text) {
  return [...new Set(fold(text).split(/[ \t\r\n\u00a0\u202f]+/).filter(Boolean))];
}

/** The predicate: every filter with choices shares a value, every word occurs in the text. */
function matches(facets, selection) {
  const found = wordsOf(selection.words ?? "");
  return Object.values(FIELDS).every((name) => shares(facets[name], selection[name] ?? [])) && found.every((word) => facets.text.includes(word));
}

function shares(values, choices) {
  return !choices.length || choices.some((choice) => values.includes(choice));
}

/** The ids of the claims and events of a document that are displayed, in its order. */
function chosen(doc, selection) {
  return Object.entries(doc.items).filter(([, item]) => matches(item.facets, selection)).map(([id]) => id);
}

/** How many of the items a choice would show under the other filters, by its label. */
function countsOf(items, name, selection) {
  const others = { ...selection, [name]: [] };
  const counts = new Map();
  for (const facets of items) {
    const counted = matches(facets, others) ? 1 : 0;
    for (const label of facets[name]) counts.set(label, (counts.get(label) ?? 0) + counted);
  }
  return counts;
}

/** Reads an address's fragment: what fits the record, and what does not and is ignored. */
function readAddress(fragment, record) {
  const given = new URLSearchParams(fragment.replace(/^[#?]/, ""));
  const ignored = [];
  const source = sourceOf(given, record, ignored);
  const selection = { words: given.getAll("words").at(-1) ?? "" };
  for (const [key, name] of Object.entries(FIELDS)) {
    const labels = new Map(source.options[key].map((label) => [label.toLowerCase(), label]));
    if (key === "measure") for (const [id, label] of Object.entries(record.measures)) labels.set(id.toLowerCase(), label);
    const asked = given.getAll(key).filter(Boolean);
    selection[name] = [...new Set(asked.map((value) => labels.get(value.toLowerCase())).filter(Boolean))];
    ignored.push(...asked.filter((value) => !labels.has(value.toLowerCase())).map((value) => `${key}=${value}`));
  }
  const claim = record.claims.find((one) => one.claim === given.get("claim") && one.source === source.id)?.claim ?? null;
  if (given.get("claim") && !claim) ignored.push(`claim=${given.get("claim")}`);
  const amount = record.amounts.find((one) => one.amount === given.get("amount") && one.claim === claim)?.amount ?? null;
  if (given.get("amount") && !amount) ignored.push(`amount=${given.get("amount")}`);
  const view = given.get("view") === "ledger" ? "ledger" : "figures";
  if (given.get("view") && given.get("view") !== view) ignored.push(`view=${given.get("view")}`);
  return { source: source.id, selection, claim, amount, chart: given.get("chart"), view, ignored };
}

/** The source that the address names, else that of the claim it names, else the first. */
function sourceOf(given, record, ignored) {
  const byId = (id) => record.sources.find((one) => one.id.toLowerCase() === id?.toLowerCase());
  const asked = given.get("source");
  if (asked && !byId(asked)) ignored.push(`source=${asked}`);
  const named = record.claims.find((one) => one.claim === given.get("claim"));
  return byId(asked) ?? byId(named?.source) ?? record.sources[0];
}

/** The selection as a query, in the order and the spelling of the dashboard's. */
function queryOf(selection, source, more = {}) {
  const pairs = source ? [["source", source]] : [];
  for (const [key, name] of Object.entries(FIELDS)) pairs.push(...selection[name].map((value) => [key, value]));
  if (selection.words) pairs.push(["words", selection.words]);
  pairs.push(...Object.entries(more).filter(([, value]) => value));
  return pairs.map(([key, value]) => `${key}=${percent(value)}`).join("&");
}

function percent(text) {
  const more = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text.toWellFormed?.() ?? text).replace(/[!*'()]/g, more).replaceAll("%20", "+");
}
