// A chart as a picture that can stand alone: its title, the sentences it shows, source and date
// are inside it.

const PICTURE_WIDTH = 960;
const PICTURE_MARGIN = 32;
const LINE = 20;

function plotlyText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function wrapped(text, characters) {
  const lines = [""];
  // An address is longer than any line.
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${characters}}`, "gu")) || []);
  for (const word of words) {
    if (lines.at(-1) && lines.at(-1).length + word.length >= characters) lines.push("");
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}

// Below the chart: every sentence that is displayed in it, then whose words they are.
function captionOf(view, chart) {
  const { source } = view.doc;
  const ids = [...new Set(chart.meta.hits.map((hit) => hit.claim))].filter((id) => view.displayed(id));
  const quotes = [...new Set(ids.map((id) => view.doc.items[id].pieces.map((piece) => piece.t).join("")))];
  const said = quotes.slice(0, 6).map((quote) => `“${quote}”`);
  if (quotes.length > 6) said.push(`… and ${quotes.length - 6} more sentences`);
  return [...said, `As stated on ${source.dateWords}: ${source.publisher}, “${source.title}”. ${source.url}`].flatMap((text) => wrapped(text, 128));
}

function pictureOf(view, chart, title) {
  const { data, layout } = chart.described(PICTURE_WIDTH - 2 * PICTURE_MARGIN);
  const lines = captionOf(view, chart);
  const [top, below] = [64, lines.length * LINE + 40];
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
      { ...note(`<b>${plotlyText(title)}</b>`, 1, 20, view.doc.colours.ink), yanchor: "bottom", yshift: 22 + layout.margin.t },
      { ...note(lines.map(plotlyText).join("<br>"), 0, 13, view.doc.colours.ink2), yanchor: "top", yshift: -(layout.margin.b + 14) },
    ],
  };
  return { data, layout: paper };
}

async function savePicture(view, chart, title, key, format) {
  const picture = pictureOf(view, chart, title);
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
  const link = () => new URL(view.host.address({ chart: key }), document.baseURI).href;
  return [
    ...(charts.length ? [save("svg"), save("png")] : []),
    el("button", { type: "button", "aria-label": `Copy the link to ${title}`, onclick: (event) => copy(link(), event.currentTarget) }, "Copy link"),
  ];
}
