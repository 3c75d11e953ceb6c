"""What a catalogue costs as it grows: loading, checking, the figure table, and the view's document.

Beside it, as the measure of all things, PyYAML's C loader on the same file and one ``scan`` of the
same text. Each step is the median of a few runs in this process.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml  # noqa: TID251 - as the measure of ours

from benchmarks import make
from benchmarks.table import Part, Row, seconds, times
from figures import frame, view
from figures.catalogue import load
from figures.checks import check
from figures.reading import scan

SIZES = (10, 100, 1_000, 10_000)
MOST_OF_BASE = 4.0
"""Load and check may cost this many times PyYAML's C loader and one scan together."""

_ENOUGH = 1.0  # seconds for one step, after which it is not repeated


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds of each step for a catalogue of so many claims."""

    claims: int
    load: float
    check: float
    table: float
    document: float
    yaml: float
    scan: float

    @property
    def read(self) -> float:
        """Load and check."""
        return self.load + self.check

    @property
    def base(self) -> float:
        """What reading the YAML and the text costs alone."""
        return self.yaml + self.scan


def measure(claims: int, repeats: int = 5) -> Cost:
    """Measure every step for one size."""
    with tempfile.TemporaryDirectory() as folder:
        file = make.write(Path(folder), claims)
        data = file.read_bytes()
        catalogue = load(file)
        report = check(catalogue)
        if report.failed:
            raise SystemExit(f"The catalogue made is wrong: {report.failed[0].message}")
        (source,) = catalogue.sources
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

        def cost(step: Callable[[], Any]) -> float:
            return _median(step, repeats)

        return Cost(
            claims=claims,
            load=cost(lambda: load(file)),
            check=cost(lambda: check(catalogue)),
            table=cost(lambda: frame.to_frame(catalogue, report)),
            document=cost(lambda: view.dumps(view.document(catalogue, report, source.id))),
            yaml=cost(lambda: yaml.load(data, Loader=loader)),  # noqa: S506 - a safe loader
            scan=cost(lambda: scan(source.text or "", source.date)),
        )


def _median(step: Callable[[], Any], repeats: int) -> float:
    taken: list[float] = []
    while len(taken) < repeats and sum(taken) < _ENOUGH * repeats:
        start = time.perf_counter()
        step()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def run(sizes: tuple[int, ...] = SIZES, repeats: int = 5) -> Part:
    """Measure all sizes and describe them."""
    costs = [measure(size, repeats) for size in sizes]
    first, last = costs[0], costs[-1]
    grown = (last.read / last.claims) / (first.read / first.claims)
    return Part(
        title="How a catalogue grows",
        head=(
            "Claims",
            "Load",
            "Check",
            "Table",
            "Charts and document",
            "PyYAML (C)",
            "One scan",
            "Load + check, to these two",
        ),
        rows=tuple(_row(cost) for cost in costs),
        notes=(
            f"A claim costs {times(grown)} as much to load and check among {last.claims:,} as among {first.claims:,}.",
            f"Limit for the largest: {times(MOST_OF_BASE)} what PyYAML's C loader and one scan cost together.",
        ),
    )


def _row(cost: Cost) -> Row:
    steps = (cost.load, cost.check, cost.table, cost.document, cost.yaml, cost.scan)
    return (f"{cost.claims:,}", *map(seconds, steps), times(cost.read / cost.base))


if __name__ == "__main__":
    print(run().markdown())
