"""Measures everything in one run and writes ``benchmarks/RESULTS.md``: ``python -m benchmarks``.

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

PARTS: tuple[Callable[[], Part], ...] = (page.run, published.run, growth.run, page.run_many, load.run)


def write(parts: Iterable[Part], to: Path) -> None:
    """Write the parts below a heading that says on what they were measured, and when."""
    to.write_text("\n".join([_head(), *(part.markdown() for part in parts)]), encoding="utf-8", newline="\n")


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


if __name__ == "__main__":
    main()
