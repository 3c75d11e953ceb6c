"""One part of the results, and how numbers are written in it."""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table with its heading, and what must be said about it."""

    title: str
    head: Row
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def markdown(self) -> str:
        """The part as Markdown."""
        lines = [f"## {self.title}", "", *map(_line, (self.head, ("---",) * len(self.head), *self.rows))]
        return "\n".join(lines + [line for note in self.notes for line in ("", note)]) + "\n"


def _line(row: Row) -> str:
    return f"| {' | '.join(row)} |"


def seconds(value: float) -> str:
    """A time, in seconds from one second on, else in milliseconds."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.1f} ms"


def times(ratio: float) -> str:
    """A ratio: ``1.3 ×``."""
    return f"{ratio:.2g} ×" if ratio < 10 else f"{ratio:.0f} ×"


def megabytes(count: float) -> str:
    """A number of bytes in MB of a million."""
    return f"{count / 1e6:.2f} MB"
