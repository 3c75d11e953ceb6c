// Elements are made here, and only here; what a source says becomes text, never markup.

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(made.style, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

// A value of the source, anywhere on the page: one action leads to its sentence.
function valueButton(view, { claim, amount, index }, attributes, ...children) {
  return el(
    "button",
    {
      type: "button",
      "data-claim": claim,
      "data-amount": amount || null,
      ...attributes,
      onclick: () => view.pick(claim, amount || null, { index }),
    },
    ...children,
  );
}

function sectorName(n, name) {
  return el("span", { class: "sector", "data-sector": n }, name);
}

function square(n, hollow = false) {
  return el("span", { class: hollow ? "square hollow" : "square", "data-sector": n, "aria-hidden": "true" });
}

function glyph(form) {
  return el("span", { class: `glyph ${form}`, "aria-hidden": "true" });
}

function sicMark() {
  return el("abbr", { class: "sic", title: "odd in the source, kept as written" }, "sic");
}

function words(before, number, after) {
  return el("span", { class: "words" }, `“${before}`, el("b", {}, number), `${after}”`);
}

async function copy(text, button) {
  const label = button.dataset.label || (button.dataset.label = button.textContent);
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    window.prompt("Copy with Ctrl+C or ⌘C:", text);
  }
  setTimeout(() => (button.textContent = label), 1600);
}

const reduced = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = () => matchMedia("(max-width: 860px)").matches;
