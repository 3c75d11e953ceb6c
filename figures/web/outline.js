// A piece of the page as one text, as figures/publish/outline.py makes it of what was published.

const SEALED = "script, style, #fingerprint"; // what they say has digests of its own

/** The element with all that is in it but some parts; gaps between elements do not count. */
function outline(node, without = []) {
  if (node.nodeType === Node.TEXT_NODE) return /^[ \t\n\f\r]*$/.test(node.data) ? "" : node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || without.includes(node)) return "";
  const inside = node.matches(SEALED) ? [] : [...node.childNodes].map((one) => outline(one, without));
  return `${startTag(node)}${inside.join("")}</${node.localName}>`;
}

function startTag(node) {
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`);
  return `<${node.localName}${attributes.join("")}>`;
}

/** The page round its sources and its data, as the browser read it: made before anything is changed. */
class Frame {
  constructor(plain) {
    const { doctype, documentElement, head, body } = document;
    const pages = pagesOf(plain);
    const behind = this.behindProgram();
    const read = [...body.childNodes].filter((one) => !behind.includes(one)).map((one) => outline(one, pages));
    this.text = [`<!doctype ${doctype?.name}>`, startTag(documentElement), startTag(head), ...[...head.childNodes].map((one) => outline(one)), startTag(body), ...read].join("");
    // What is read later is plotly.js and nothing else.
    whenRead().then(() => {
      const late = this.behindProgram().filter((one) => one.localName !== "script" || one.id !== "plotly" || one.attributes.length > 1);
      this.text += late.map((one) => outline(one)).join("");
    });
  }

  behindProgram() {
    const all = [...document.body.childNodes];
    return all.slice(all.indexOf(document.getElementById("program")) + 1);
  }
}

/** The pages of the sources as they are without a script, each an element. */
function pagesOf(plain) {
  return [...plain.children].filter((one) => one.dataset.source);
}
