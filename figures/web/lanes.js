// A timeline under filters: rows of what is not displayed are folded away, and lanes in which nothing
// is left. Python gives the strips that can go, from top to bottom, each with the claims it holds.

/** Says where a height in the whole chart lies once what is not displayed is folded away. */
function folding(chart) {
  const gone = (chart.meta.strips ?? []).filter((strip) => !strip.claims.some((id) => chart.view.displayed(id)));
  const above = (y, { top, bottom }) => Math.min(Math.max(y - top, 0), bottom - top);
  return (y) => (typeof y === "number" ? y - gone.reduce((sum, strip) => sum + above(y, strip), 0) : y);
}

/** The described chart without its empty rows. */
function folded(chart, { data, layout }) {
  if (!chart.meta.strips) return { data, layout };
  const place = folding(chart);
  const [whole] = layout.yaxis.range;
  const annotations = layout.annotations.map((note) => ({ ...note, y: place(note.y) }));
  for (const { n, top, bottom, claims, middle } of chart.meta.lanes) {
    annotations[n].visible = claims.some((id) => chart.view.displayed(id));
    if (middle) annotations[n].y = (place(top) + place(bottom)) / 2;
  }
  return {
    data: data.map((trace) => ({ ...trace, y: trace.y.map(place) })),
    layout: {
      ...layout,
      annotations,
      height: layout.height - whole + place(whole),
      yaxis: { ...layout.yaxis, range: [place(whole), 0] },
      shapes: layout.shapes.map((shape) => ({ ...shape, y0: place(shape.y0), y1: place(shape.y1) })),
    },
  };
}

/** Puts the places where marks are picked over the marks, and makes room for what is left. */
function foldHits(chart, height) {
  if (!chart.meta.strips) return;
  const place = folding(chart);
  chart.root.style.height = `${height}px`;
  chart.meta.hits.forEach((hit, n) => (chart.hits.children[n].style.top = `${place(hit.top)}px`));
}
