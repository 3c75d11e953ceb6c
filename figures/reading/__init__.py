"""Reading quantities in English text: ``scan`` finds them, ``states`` holds an amount against a quote."""

from __future__ import annotations

from figures.reading.reader import scan
from figures.reading.statement import states

__all__ = ["scan", "states"]
