// The source, complete: quotes are washed in their sector's hue, numbers underlined, and the
// active sentence is one element with the number's own characters in a <mark>.

const SHORT = 20; // characters of a number that stay on one line

class Reader {
  constructor(view) {
    this.view = view;
    this.paragraphs = view.doc.paragraphs.map(() => el("p"));
    this.pieces = [];
    this.box = el(
      "div",
      { class: "text", tabindex: "0", role: "region", "aria-label": "The source, complete", lang: view.doc.source.language },
      this.paragraphs,
    );
    this.counted = el("span", { class: "quiet" });
    this.root = el(
      "section",
      { class: "source" },
      el("header", {}, el("h2", {}, "The source, complete"), this.counted),
      this.box,
    );
    this.draw();
  }

  count() {
    const ids = new Set(this.view.doc.paragraphs.flat().flatMap((segment) => segment.ids));
    const shown = [...ids].filter((id) => this.view.displayed(id)).length;
    this.counted.textContent = shown === 1 ? "1 quote marked" : `${shown} quotes marked`;
  }

  draw() {
    this.view.doc.paragraphs.forEach((_, n) => this.drawParagraph(n));
  }

  redraw(claims) {
    const focused = this.box.contains(document.activeElement) ? document.activeElement.dataset.index : null;
    this.view.doc.paragraphs.forEach((segments, n) => {
      // A claim's period may stand outside its quote.
      if (segments.some((segment) => claims.includes(segment.of?.claim) || segment.ids.some((id) => claims.includes(id)))) this.drawParagraph(n);
    });
    if (focused && document.activeElement.dataset.index !== focused) this.box.querySelector(`[data-index="${focused}"]`)?.focus({ preventScroll: true });
  }

  // What is as it was stays in its place: to light a sentence must take less than a frame.
  drawParagraph(n) {
    const { claim } = this.view.state;
    const paragraph = this.paragraphs[n];
    const segments = this.view.doc.paragraphs[n];
    const looks = segments.map((segment) => this.look(segment));
    const before = this.pieces[n];
    this.pieces[n] = segments.map((segment, at) => {
      const old = before?.[at];
      const look = looks[at];
      const same = old && old.look.owner === look.owner && old.look.out === look.out;
      const node = same ? old.node : this.piece(segment, look);
      if (same && old.look.lit !== look.lit) this.lightNumber(node, segment, look.lit);
      if (!old) paragraph.append(node);
      else if (!same) old.node.replaceWith(node);
      return { look, node };
    });
    const active = [...paragraph.querySelectorAll("[aria-current]")];
    if (claim && active[0]?.dataset.claim === claim) return;
    for (const one of active) one.replaceWith(...one.childNodes);
    if (claim) this.gather(claim, segments, this.pieces[n]);
  }

  // The pieces of the active sentence that stand together become one element.
  gather(claim, segments, pieces) {
    let active = null;
    segments.forEach((segment, at) => {
      if (!segment.ids.includes(claim)) return (active = null);
      const { node } = pieces[at];
      if (!active) {
        active = el("span", { class: "quote active", "aria-current": "true", "data-claim": claim });
        node.before(active);
      }
      active.append(node);
    });
  }

  // Whose a piece is and how it is shown.
  look(segment) {
    const { claim } = this.view.state;
    const shown = segment.ids.filter((id) => this.view.displayed(id));
    const first = shown.includes(claim) ? claim : shown[0] || segment.ids[0];
    const owner = first && segment.of ? segment.of.claim : first;
    const out = Boolean(owner) && !this.view.displayed(owner);
    const lit = Boolean(owner && segment.of) && this.view.isLit(segment.of, segment.index);
    return { owner, out, lit };
  }

  piece(segment, { owner, out, lit }) {
    if (!owner) return segment.aside ? el("span", { class: "aside", tabindex: "-1", "data-index": segment.index }, segment.t) : document.createTextNode(segment.t);
    const item = this.view.doc.items[owner];
    const off = out ? " out" : "";
    if (!segment.of) {
      const pick = () => String(getSelection()) || this.view.pick(owner, null);
      const place = segment.aside ? { tabindex: "-1", "data-index": segment.index } : {};
      return el("span", { class: `quote${off}`, ...place, "data-sector": item.n, "data-claim": owner, onclick: pick }, segment.t);
    }
    const number = el("a", {
      class: `number${off}${segment.t.length > SHORT ? "" : " short"}`,
      href: this.view.link(segment.of.claim, segment.of.amount),
      "data-sector": item.n,
      "data-index": segment.index,
      "data-claim": segment.of.claim,
      "data-amount": segment.of.amount || null,
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.view.pick(segment.of.claim, segment.of.amount || null, { index: segment.of.lit ? null : segment.index });
      },
    });
    this.lightNumber(number, segment, lit);
    return number;
  }

  lightNumber(number, segment, lit) {
    number.classList.toggle("lit", lit);
    number.replaceChildren(lit ? el("mark", {}, segment.t) : segment.t);
  }

  // The number that is lit; else the first one of the lit sentence.
  get number() {
    return this.box.querySelector("a.lit") || this.box.querySelector("[aria-current] a");
  }

  // Only inside the box: the page itself stays where it is.
  reveal() {
    const year = this.view.state.index === null ? null : this.box.querySelector("a.lit");
    const active = year || this.box.querySelector('[aria-current="true"]');
    if (!active) return;
    const top = (one) => one.getBoundingClientRect().top - this.box.getBoundingClientRect().top + this.box.scrollTop;
    // Its paragraph from the start, if it is not long; else two whole lines before it.
    const line = parseFloat(getComputedStyle(active).lineHeight) || 24;
    const [start, own] = [top(active.closest("p")), top(active)];
    const lines = Math.floor((own - start) / line);
    const first = lines * line < this.box.clientHeight / 2 ? start : start + (lines - 2) * line;
    this.box.scrollTo({ top: Math.max(0, first - 12), behavior: reduced() ? "auto" : "smooth" });
  }
}
