"""What the published file costs: the same charts in a plain page, and a catalogue of a thousand claims.

Both are opened from the disk by turns, in headless Chromium with a fresh profile each time, so that
no server and no network is in what is measured. Medians.
"""

from __future__ import annotations

import gzip
import statistics
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import charts, make
from benchmarks.page import (
    Effort,
    Site,
    Taken,
    clickable,
    first_chart,
    headless,
    measure,
    median,
    opened,
    our_mark,
    plotly_mark,
)
from benchmarks.table import Part, Row, megabytes, seconds, times
from figures.catalogue import load
from figures.checks import check
from figures.publish import publish

EFFORT = Effort(loads=5, slow_loads=0, clicks=6)
MANY = Effort(loads=3, slow_loads=0, clicks=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file on the disk and how it is found to be used; its size in bytes, and as gzip -9 makes it."""

    site: Site
    size: int
    packed: int


def run(claims: int = 1_000, effort: Effort = EFFORT, many: Effort = MANY) -> Part:
    """Measure the published file beside a plain page, and one of many claims."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, bare = _published(folder / "ours.html", "", "The published file"), _bare(folder)
        taken = measure((ours.site, bare.site), clickable(""), effort)
        data = str(make.write(folder, claims))
        large = _published(folder / "large.html", data, f"The published file of {claims:,} claims")
        taken |= measure((large.site,), clickable(data)[:6], many)
        verified = [_verified(ours.site), "–", _verified(large.site)]
    rows = [_row(file, taken[file.site.name], said) for file, said in zip((ours, bare, large), verified, strict=True)]
    return Part(
        title="The published file, opened from the disk",
        head=("File", "First chart", "Sector → settled", "Mark → sentence lit", "Verify", "Size", "gzip -9"),
        rows=(*rows[:2], _ratios(ours, bare, taken), rows[2]),
        notes=(
            "Limits: the first chart 1.15 × and each click 1.3 × a plain page with the same charts; "
            "gzip -9 of the sample 1.6 MB.",
        ),
    )


def _published(file: Path, data: str, name: str) -> File:
    made = load(data) if data else charts.catalogue()
    file.write_bytes(publish(made, check(made)))
    sector = make.SECTORS[1] if data else "Energy"
    return _file(file, name, f'.filters .pills button:has-text("{sector}")', ours=True)


def _bare(folder: Path) -> File:
    charts.without_server(folder)
    return _file(folder / "index.html", "A plain page with the same charts", 'button:has-text("Energy")', ours=False)


def _file(file: Path, name: str, sector: str, *, ours: bool) -> File:
    data = file.read_bytes()
    site = Site(name=name, address=file.as_uri(), sector=sector, mark=our_mark if ours else plotly_mark)
    return File(site=site, size=len(data), packed=len(gzip.compress(data, 9)))


def _verified(site: Site) -> str:
    """The time from a click on Verify to its result, which must be that nothing has changed."""
    spent = []
    with headless() as browser:
        for _ in range(3):
            with opened(browser, site) as page:
                first_chart(page)
                page.wait_for_timeout(1000)
                verdict, milliseconds = page.evaluate(_VERIFY)
                if verdict != "passed":
                    raise RuntimeError(f"{site.name}: Verify says {verdict}")
                spent.append(milliseconds / 1000)
    return median(spent, seconds)


_VERIFY = """async () => {
  const start = performance.now();
  document.querySelector(".verify-button").click();
  while (!document.querySelector(".result[data-verdict]")) await new Promise(requestAnimationFrame);
  return [document.querySelector(".result").dataset.verdict, performance.now() - start];
}"""


def _row(file: File, taken: Taken, verified: str) -> Row:
    spent = (median(values, seconds) for values in (taken.first, taken.sector, taken.mark))
    return (file.site.name, *spent, verified, megabytes(file.size), megabytes(file.packed))


def _ratios(ours: File, bare: File, taken: Mapping[str, Taken]) -> Row:
    mine, plain = taken[ours.site.name], taken[bare.site.name]
    pairs = ((mine.first, plain.first), (mine.sector, plain.sector), (mine.mark, plain.mark))
    ratios = (f"{statistics.median(a) / statistics.median(b):.2f} ×" for a, b in pairs)  # 1.1 could be above 1.15
    return ("Ours, to the plain page", *ratios, "–", times(ours.size / bare.size), times(ours.packed / bare.packed))


if __name__ == "__main__":
    print(run().markdown())
