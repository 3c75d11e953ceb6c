"""The project's own charts without its page, for the pages that it is compared with."""

from __future__ import annotations

import json
from functools import cache
from html import escape
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


def lit(data: str, claim: str) -> str:
    """The quote of a claim or event in HTML, its first number lit."""
    made, report = _checked(data)
    quote = next(item.quote for item in (*made.claims, *made.events) if item.id == claim)
    mention = report.mentions.get(f"{claim}.1") or report.mentions[claim]
    before, number, after = quote.partition(mention.text)
    return f"{escape(before)}<mark>{escape(number)}</mark>{escape(after)}"


def without_server(folder: Path, data: str = "") -> None:
    """Write the page without a server: the same charts in one HTML file, every sector made ahead."""
    from plotly.offline import get_plotlyjs  # noqa: PLC0415, TID251 - only this page holds the script itself

    made = catalogue(data)
    states = {sector: _described(data, (sector,)) for sector in made.sectors} | {"": _described(data, ())}
    titles = list(drawn(data, ()))
    buttons = "".join(f'<button data-sector="{escape(sector)}">{escape(sector)}</button>' for sector in made.sectors)
    items = (*made.claims, *made.events)
    quotes = "".join(f'<p data-claim="{item.id}">{lit(data, item.id)}</p>' for item in items)
    divs = "".join(f'<div class="chart" title="{escape(title)}"></div>' for title in titles)
    page = _PAGE.format(buttons=buttons, charts=divs, quotes=quotes, plotly=get_plotlyjs(), states=_object(states))
    (folder / "index.html").write_text(page, encoding="utf-8")


def _described(data: str, sectors: tuple[str, ...]) -> str:
    return _object({title: chart.to_json() for title, chart in drawn(data, sectors).items()})


def _object(members: dict[str, str]) -> str:
    """A JSON object of values that are JSON already, safe inside a script."""
    return "{" + ",".join(f"{json.dumps(key)}:{value}" for key, value in members.items()).replace("<", "\\u003c") + "}"


_PAGE = """<!doctype html><meta charset="utf-8"><title>Without a server</title>
<style>main {{ display: flex }} #charts {{ width: 800px }} p:not([aria-current]) mark {{ background: none }}</style>
<nav>{buttons}</nav><main><div id="charts">{charts}</div><div>{quotes}</div></main>
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
function pick({{ points }}) {{
  document.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const quote = document.querySelector(`p[data-claim="${{points[0].customdata[0]}}"]`);
  quote.setAttribute("aria-current", "true");
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
