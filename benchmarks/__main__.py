"""Measures everything in one run: ``python -m benchmarks`` writes RESULTS.md, and its first table into README.

A part alone is printed by ``python -m benchmarks.page``, ``.published``, ``.growth`` or ``.load``.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from benchmarks import growth, load, page, published
from benchmarks.table import Part

RESULTS = Path(__file__).with_name("RESULTS.md")
README = Path(__file__).parent.parent / "README.md"
SECTION = "\n## What it costs\n"

PARTS: tuple[Callable[[], Part], ...] = (page.run, published.run, growth.run, page.run_many, load.run)


def write(parts: Iterable[Part], to: Path) -> None:
    """Write the parts below a heading that says on what they were measured, and when."""
    to.write_text("\n".join([_head(), *(part.markdown() for part in parts)]), encoding="utf-8", newline="\n")


def show(results: str, readme: str) -> str:
    """README with the head and the first table of the results in its section on costs."""
    before, section, after = readme.partition(SECTION)
    if not section:
        raise ValueError(f"README has no section {SECTION.strip()!r}")
    rest = after.partition("\n## ")[2]
    return f"{before}{section}\n{_shown(results)}\n## {rest}"


def _shown(results: str) -> str:
    """On what it was measured and when, where the rest is, and the table of the first part."""
    head, first, *_ = results.split("\n## ")
    told = "\n".join(head.splitlines()[2:])
    table = "\n".join(line for line in first.splitlines() if line.startswith("|"))
    return f"{told} [All results](benchmarks/RESULTS.md).\n\n{table}\n"


def _head() -> str:
    today = datetime.datetime.now(datetime.UTC).date()
    packages = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "plotly", "pandas"))
    return f"""# What it costs

Measured on {today} by `python -m benchmarks` on {_machine()}; Python {platform.python_version()}, {packages},
headless Chromium. Servers and browser shared the machine, so read the ratios, not the times.
"""


def _machine() -> str:
    """The kind of machine, never its name."""
    return f"{platform.system()} {platform.machine()} with {os.cpu_count()} cores{_processor()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return f" ({model})" if model else ""


def main() -> None:
    """Measure every part, one after the other, and write the results."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure, and write the table.")
    options.add_argument("-o", "--output", type=Path, default=RESULTS, help="where to write (default: %(default)s)")
    chosen = options.parse_args()
    done = []
    for part in PARTS:
        done.append(part())
        print(done[-1].markdown(), flush=True)
    write(done, chosen.output)
    if chosen.output == RESULTS:
        shown = show(RESULTS.read_text(encoding="utf-8"), README.read_text(encoding="utf-8"))
        README.write_text(shown, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
