"""README's picture and tables show what the program shows."""

from pathlib import Path

import screenshot

from benchmarks import __main__ as benchmarks
from figures import charts, export

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def rows(heading):
    """The rows of the table below a heading: lists of cells, the table's head left out."""
    below = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in below.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_table_of_formats_is_that_of_the_exports():
    assert rows("Take the figures home") == [[f"`{one.key}`", one.about] for one in export.FORMATS.values()]


def test_the_table_of_charts_is_that_of_the_kinds():
    assert rows("How values are drawn") == [[one.key, one.shows] for one in charts.KINDS]


def test_the_table_of_costs_is_that_of_the_benchmarks():
    results = benchmarks.RESULTS.read_text(encoding="utf-8")
    assert rows("What it costs")
    assert benchmarks.show(results, README) == README


def test_the_picture_shows_what_the_page_shows():
    recorded = screenshot.SHOWN.read_text(encoding="utf-8").strip()
    assert recorded == screenshot.shown(), "the page has changed: make the picture again, python -m tests.screenshot"
    assert screenshot.PICTURE.read_bytes().startswith(b"\x89PNG")
