// Draws one chart that Python described: which claims are displayed, which one is picked, and in
// which theme, is decided here; what a chart says never is.

const PLOT_CONFIG = { displayModeBar: false, showSendToCloud: false, responsive: false, doubleClick: false };
const KEEP = new Set(["x", "y", "customdata", "text", "name", "meta", "tickvals", "ticktext"]);

function recoloured(part, swaps) {
  if (typeof part === "string") return swaps[part] || part;
  if (Array.isArray(part)) return part.map((one) => recoloured(one, swaps));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([k, v]) => [k, KEEP.has(k) ? v : recoloured(v, swaps)]));
}

function colourOf(value, view) {
  return view.dark ? view.doc.swaps[value] || value : value;
}

class Chart {
  constructor(view, spec, title) {
    this.view = view;
    this.spec = spec;
    this.meta = spec.layout.meta;
    this.looks = {};
    this.plot = el("div", { class: "plot", "aria-hidden": "true" });
    this.hits = el("div", { class: "hits" }, this.meta.hits.map((hit) => this.hitButton(hit)));
    const margin = spec.layout.margin;
    Object.assign(this.hits.style, { left: `${margin.l}px`, right: `${margin.r}px`, top: `${margin.t}px` });
    this.root = el(
      "div",
      { class: "chart", role: "group", "aria-label": title, style: { height: `${spec.layout.height}px` } },
      this.plot,
      this.hits,
    );
  }

  hitButton(hit) {
    const style = { left: hit.left, right: hit.right, top: `${hit.top}px`, height: `${hit.height}px` };
    const quiet = hit.main ? {} : { tabindex: "-1", "aria-hidden": "true" };
    return valueButton(this.view, hit, { class: "hit", style, "aria-label": hit.sentence, ...quiet });
  }

  // A chart that is not shown is taken out of the page, so that nothing has to pass over its marks.
  show(shown) {
    this.root.hidden = !shown;
    if (!shown) this.plot.remove();
    else if (!this.plot.isConnected) this.root.prepend(this.plot);
  }

  // Drawn again only where something it holds has changed.
  draw(Plotly) {
    const { ids, claim, amount } = this.view.state;
    const seen = this.plot.clientWidth;
    if (!seen) return;
    const width = this.view.printWidth || seen;
    const own = this.meta.hits.filter((hit) => ids.has(hit.claim));
    const lit = own.filter((hit) => hit.claim === claim && (!amount || hit.amount === amount));
    const key = JSON.stringify([width, this.view.dark, own.map((h) => h.amount || h.claim), lit.map((h) => h.amount)]);
    if (key === this.drawn) return;
    this.drawn = key;
    const { data, layout } = this.described(width);
    foldHits(this, layout.height);
    return Plotly.react(this.plot, data, layout, PLOT_CONFIG);
  }

  // The chart as it is to be drawn at this width, with what is displayed and what is lit.
  described(width) {
    const look = this.look();
    const layout = {
      ...look.layout,
      width,
      font: { ...look.layout.font, family: this.view.font },
      xaxis: { ...look.layout.xaxis },
      annotations: look.layout.annotations.map((note) => ({ ...note })),
    };
    const inside = width - layout.margin.l - layout.margin.r;
    if (this.meta.pixels) layout.xaxis.range = [layout.xaxis.range[0], inside / this.meta.pixels];
    for (const label of this.meta.labels) {
      const note = layout.annotations[label.n];
      const hit = this.meta.hits.find((one) => (one.amount || one.claim) === note.name);
      note.visible = this.view.displayed(hit.claim);
      fitLabel(note, label, layout.xaxis.range, inside, this.view);
      // A derived number is never lit: the source does not state it.
      if (label.fit !== "between" && this.view.isActive(hit)) this.light(note);
    }
    return folded(this, { data: look.data.filter((trace) => this.shows(trace)).map((trace) => ({ ...trace, visible: true })), layout });
  }

  look() {
    const theme = this.view.dark ? "dark" : "light";
    this.looks[theme] ||= this.view.dark ? recoloured(this.spec, this.view.doc.swaps) : this.spec;
    return this.looks[theme];
  }

  // What is not shown is left out: Plotly reads through a trace even where it is not visible.
  shows({ meta }) {
    return meta.points || (this.view.displayed(meta.claim) && (!meta.plate || this.view.isActive(meta)));
  }

  light(note) {
    const { accentFill, accentInk } = this.view.doc.colours;
    Object.assign(note, { bgcolor: colourOf(accentFill, this.view), font: { ...note.font, color: colourOf(accentInk, this.view) } });
  }
}

const ruler = document.createElement("canvas").getContext("2d");

function widthOf(value, rest, size, font) {
  ruler.font = `600 ${size}px ${font}`;
  const bold = ruler.measureText(value).width;
  ruler.font = `${size}px ${font}`;
  return (bold + (rest ? ruler.measureText(`  ${rest}`).width : 0)) * 1.06 + 6;
}

// Where a label finds room: beside its mark, inside it, in two lines, or at the edge of the chart.
function fitLabel(note, label, [low, high], inside, view) {
  const { font } = view;
  const pixel = (x) => ((x - low) / (high - low)) * inside;
  const whole = widthOf(label.value, label.words, note.font.size, font);
  const value = widthOf(label.value, "", note.font.size, font);
  const half = Math.max(value, widthOf("", label.words, note.font.size, font));
  const [start, end] = [pixel(label.x0), pixel(label.x1)];
  const put = (x, xanchor, xshift, lines) => {
    Object.assign(note, { x, xanchor, xshift });
    if (lines && label.words) note.text = note.text.replace("</b>  ", "</b><br>");
  };
  const room = inside + 8;
  const edge = () => put(high, "right", 4, whole > inside);
  const bare = (...place) => ((note.text = note.text.replace(/<\/b> .*$/, "</b>")), place.length && put(...place));
  if (label.fit === "before" || label.fit === "after") return fitBeside(note, label, [start - 9, room - end - 9], { whole, half, value, font, put });
  if (value > room) return shorten(note, label, room, font, () => put(low, "left", 0));
  if (label.fit === "above") return start + whole <= room ? undefined : edge();
  if (label.fit === "ending" && end >= value) return end >= whole ? undefined : bare();
  if (label.fit === "ending") return start + whole <= room ? put(label.x0, "left", 0) : start + value <= room ? bare(label.x0, "left", 0) : bare(high, "right", 0);
  if (label.fit === "between" && end - start >= whole + 60) return undefined;
  const shift = label.fit === "between" ? 14 : 9;
  if (end + shift + whole <= room) return put(label.x1, "left", shift);
  const within = () => {
    put(label.inside.end, "right", -9);
    note.font = { ...note.font, color: colourOf(label.inside.ink, view) };
  };
  const inner = label.inside ? pixel(label.inside.end) - start : 0;
  if (inner >= whole + 18) return within();
  if (label.fit === "beside" && start - 9 >= whole) return put(label.x0, "right", -9);
  if (end + shift + half <= room) return put(label.x1, "left", shift, true);
  // A bar is as high as one line: two would stand out of it.
  if (inner >= value + 18) return bare(), within();
  if (end + shift + value <= room) return bare(label.x1, "left", shift);
  return label.fit === "beside" && start - 9 >= value ? bare(label.x0, "right", -9) : edge();
}

// A name beside its period: on its own side, else on the wider one, there in two lines, without its
// date or cut short; never over a mark.
function fitBeside(note, label, [before, after], { whole, half, value, font, put }) {
  const past = label.fit === "before";
  const left = (past ? before : after) >= whole ? past : before > after;
  const room = left ? before : after;
  const place = (lines) => (left ? put(label.x0, "right", -9, lines) : put(label.x1, "left", 9, lines));
  if (room >= whole) return place();
  if (room >= half) return place(true);
  note.text = note.text.replace(/<\/b> .*$/, "</b>");
  return room >= value ? place() : shorten(note, label, room, font, place);
}

// A name that is longer than its room is cut between two words, a single word without digits inside it:
// half a number would be another one.
function shorten(note, label, room, font, place) {
  const words = label.value.split(" ");
  const fits = (text) => widthOf(`${text}…`, "", note.font.size, font) <= room;
  while (words.length > 1 && !fits(words.join(" "))) words.pop();
  const signs = [...words.join(" ").trimEnd()];
  while (signs.length > 1 && !/\d/.test(words[0]) && !fits(signs.join(""))) signs.pop();
  const cut = signs.join("") === label.value ? "" : "…";
  note.text = `<b>${plotlyText(signs.join(""))}${cut}</b>`;
  place();
}
