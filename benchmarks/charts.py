"""The project's own charts without its page, for the pages that it is compared with."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

from figures import frame, model, panels, paths, timeline
from figures.catalogue import load
from figures.charts import Chart
from figures.checks import check

DATA = "FIGURES_BENCHMARK"
"""Environment variable that names the catalogue; empty, it is the project's own."""


@cache
def _checked(data: str) -> tuple[model.Catalogue, model.Report]:
    catalogue = load(data or paths.default_data())
    return catalogue, check(catalogue)


def catalogue(data: str = "") -> model.Catalogue:
    """The catalogue."""
    return _checked(data)[0]


def table(data: str, sectors: tuple[str, ...]) -> frame.Table:
    """The figure table of some sectors; of all where none is named."""
    whole = frame.to_frame(*_checked(data))
    return whole[whole["sector"].isin(sectors)] if sectors else whole


def drawn(data: str, sectors: tuple[str, ...]) -> dict[str, Chart]:
    """The charts of some sectors by title, made now; their marks can be clicked."""
    made, rows = catalogue(data), table(data, sectors)
    charts = {panel.title: panel.chart for panel in panels.panels(made, rows) if panel.chart}
    source = made.sources[0]
    items = [item for item in timeline.items(made, rows, source) if not sectors or item.sector in sectors]
    if dated := timeline.timeline(made, items[:80], source, timeline.WIDE):
        charts["Timeline"] = dated
    for chart in charts.values():
        # Our own view puts buttons over the marks; here Plotly itself has to report the click.
        chart.update_traces(hoverinfo="none", selector={"type": "bar"})
        chart.update_layout(hovermode="closest")
    return charts


def sentences(data: str) -> dict[str, tuple[int, tuple[str, str, str, str, str]]]:
    """Where each claim and event is stated: the line of the source, cut round the quote and its first number."""
    made, report = _checked(data)
    text = made.sources[0].text or ""
    found = {}
    for item in (*made.claims, *made.events):
        quote = report.quotes[item.id]
        number = (report.mentions.get(f"{item.id}.1") or report.mentions[item.id]).number
        start, end = text.rfind("\n", 0, quote.start) + 1, text.find("\n", quote.end)
        cuts = (start, quote.start, number.start, number.end, quote.end, end if end >= 0 else len(text))
        before, opening, digits, rest, after = (text[a:b] for a, b in pairwise(cuts))
        found[item.id] = text.count("\n", 0, quote.start), (before, opening, digits, rest, after)
    return found


def without_server(folder: Path, data: str = "") -> None:
    """Write the page without a server: the same charts and the same text in one HTML file, every sector made ahead.

    A click does what a reader needs and no more: the sentence becomes one element in the text, its
    number a ``mark``, and the text is scrolled to it.
    """
    from plotly.offline import get_plotlyjs  # noqa: PLC0415, TID251 - only this page holds the script itself

    made = catalogue(data)
    states = {sector: _described(data, (sector,)) for sector in made.sectors} | {"": _described(data, ())}
    titles = list(drawn(data, ()))
    buttons = "".join(f'<button data-sector="{escape(sector)}">{escape(sector)}</button>' for sector in made.sectors)
    lines = "".join(f"<p>{escape(line)}</p>" for line in (made.sources[0].text or "").split("\n"))
    divs = "".join(f'<div class="chart" title="{escape(title)}"></div>' for title in titles)
    page = _PAGE.format(
        buttons=buttons,
        charts=divs,
        lines=lines,
        plotly=get_plotlyjs(),
        states=_object(states),
        sentences=_safe(sentences(data)),
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


def _described(data: str, sectors: tuple[str, ...]) -> str:
    return _object({title: chart.to_json() for title, chart in drawn(data, sectors).items()})


def _object(members: dict[str, str]) -> str:
    """A JSON object of values that are JSON already, safe inside a script."""
    return "{" + ",".join(f"{json.dumps(key)}:{value}" for key, value in members.items()).replace("<", "\\u003c") + "}"


def _safe(value: object) -> str:
    """A value as JSON, safe inside a script."""
    return json.dumps(value).replace("<", "\\u003c")


_PAGE = """<!doctype html><meta charset="utf-8"><title>Without a server</title>
<style>main {{ display: flex }} #charts {{ width: 800px }} #text {{ width: 430px; height: 90vh; overflow: auto }}
</style>
<nav>{buttons}</nav><main><div id="charts">{charts}</div><div id="text">{lines}</div></main>
<script>{plotly}</script>
<script>
const states = {states}, charts = [...document.querySelectorAll(".chart")];
let sector = "";
function show() {{
  for (const div of charts) {{
    const spec = states[sector][div.title];
    div.hidden = !spec;
    if (spec) Plotly.react(div, spec.data, spec.layout, {{ displayModeBar: false }});
  }}
}}
const sentences = {sentences}, lines = document.getElementById("text").children;
function pick({{ points }}) {{
  const old = document.querySelector("[aria-current]");
  old?.replaceWith(old.textContent);
  const claim = points[0].customdata[0], [line, [before, opening, digits, rest, after]] = sentences[claim];
  const quote = document.createElement("span"), number = document.createElement("mark");
  quote.dataset.claim = claim;
  quote.setAttribute("aria-current", "true");
  number.textContent = digits;
  quote.append(opening, number, rest);
  lines[line].replaceChildren(before, quote, after);
  quote.scrollIntoView({{ block: "nearest" }});
}}
show();
charts.forEach((div) => div.on("plotly_click", pick));
document.querySelectorAll("button").forEach((button) => button.addEventListener("click", () => {{
  sector = sector === button.dataset.sector ? "" : button.dataset.sector;
  show();
}}));
</script>
"""
