// A chart as a picture that can stand alone: its title, the sentences it shows, source and date
// are inside it.

const PICTURE_WIDTH = 960;
const PICTURE_MARGIN = 32;
const LINE = 20;

// Faces of one width that every system has: nobody who opens the picture needs ours.
const PICTURE_FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif';
const ROOM = 0.88; // of the width: where another face must do after all, it may be wider

function plotlyText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function wrapped(text, font) {
  ruler.font = font;
  const most = (PICTURE_WIDTH - 2 * PICTURE_MARGIN) * ROOM;
  const fits = (line) => ruler.measureText(line).width <= most;
  const lines = [""];
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, fits))) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (fits(line)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

// An address may be longer than any line.
function pieces(word, fits) {
  if (fits(word)) return [word];
  const half = Math.ceil([...word].length / 2);
  const signs = [...word];
  return [...pieces(signs.slice(0, half).join(""), fits), ...pieces(signs.slice(half).join(""), fits)];
}

// Below the chart: its note, every sentence that is displayed in it with its place in the text, and
// whose words they are.
function captionOf(view, chart, note) {
  const { source } = view.doc;
  const own = new Set(chart.meta.hits.map((hit) => hit.claim));
  const ids = view.shownOrder().filter((id) => own.has(id));
  const places = new Map(ids.map((id) => view.doc.items[id]).map((item) => [item.pieces.map((piece) => piece.t).join(""), item.place]));
  const said = [...places].slice(0, 6).map(([quote, place]) => `“${quote}” (${place})`);
  if (places.size > 6) said.push(`… and ${places.size - 6} more sentences`);
  return [...(note ? [note] : []), ...said, `As stated on ${source.dateWords}: ${source.publisher}, “${source.title}”. ${source.url}`].flatMap((text) => wrapped(text, `13px ${PICTURE_FONT}`));
}

// The chart as it is shown, but in the picture's face, and without what the reader has picked just now.
function inItsFace(view, chart) {
  const page = Object.create(view, { font: { value: PICTURE_FONT }, isActive: { value: () => false } });
  return Object.create(chart, { view: { value: page } }).described(PICTURE_WIDTH - 2 * PICTURE_MARGIN);
}

function pictureOf(view, chart, title, about) {
  const { data, layout } = inItsFace(view, chart);
  const lines = captionOf(view, chart, about);
  const heading = wrapped(title, `bold 20px ${PICTURE_FONT}`);
  const [top, below] = [40 + heading.length * 26, lines.length * LINE + 40];
  const note = (text, y, size, color) => ({
    text, y, xref: "paper", yref: "paper", x: 0, xanchor: "left", showarrow: false, align: "left", font: { size, color: colourOf(color, view) }, xshift: -layout.margin.l,
  });
  const paper = {
    ...layout,
    width: PICTURE_WIDTH,
    height: layout.height + top + below,
    paper_bgcolor: colourOf(view.doc.colours.page, view),
    margin: { ...layout.margin, l: layout.margin.l + PICTURE_MARGIN, r: layout.margin.r + PICTURE_MARGIN, t: layout.margin.t + top, b: layout.margin.b + below },
    annotations: [
      ...layout.annotations,
      { ...note(heading.map((line) => `<b>${plotlyText(line)}</b>`).join("<br>"), 1, 20, view.doc.colours.ink), yanchor: "bottom", yshift: 22 + layout.margin.t },
      { ...note(lines.map(plotlyText).join("<br>"), 0, 13, view.doc.colours.ink2), yanchor: "top", yshift: -(layout.margin.b + 14) },
    ],
  };
  return { data, layout: paper };
}

async function savePicture(view, chart, title, key, format) {
  const panel = view.doc.panels.find((one) => one.key === key);
  const picture = pictureOf(view, chart, title, panel ? panel.note : view.doc.timeline.about);
  const { width, height } = picture.layout;
  const url = await view.plotly.toImage(picture, { format, width, height, scale: format === "png" ? 2 : 1 });
  const body = url.slice(url.indexOf(",") + 1);
  const bytes = format === "svg" ? decodeURIComponent(body) : Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
  const blob = new Blob([bytes], { type: format === "svg" ? "image/svg+xml" : "image/png" });
  const link = el("a", { href: URL.createObjectURL(blob), download: `${view.doc.source.id}-${key}.${format}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function tools(view, title, key, ...charts) {
  const current = () => charts.find((chart) => chart.plot.clientWidth) || charts[0];
  const save = (format) =>
    el("button", { type: "button", "aria-label": `Save the chart ${title} as ${format.toUpperCase()}`, onclick: () => savePicture(view, current(), title, key, format) }, format.toUpperCase());
  const link = () => new URL(view.host.address({ chart: key }), view.host.home || document.baseURI).href;
  return [
    ...(charts.length ? [save("svg"), save("png")] : []),
    el("button", { type: "button", "aria-label": `Copy the link to ${title}`, onclick: (event) => copy(link(), event.currentTarget) }, "Copy link"),
  ];
}
