"""The sentences of a text, and its lines. Every offset is a code point of the text as stored."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from figures.model import Span

_GAP = re.compile(r"""(?P<stop>[.!?…]["'”’)\]]{0,3})?(?(stop)\s+|\n\s*)""")

_SHORT_LINE = 50
"""A shorter line is a heading, an item or a row of a table, and no part of wrapped prose."""

_AFTER_NUMBER = re.compile(r"\d\s?°?\s?\Z")

_ABBREVIATIONS = (
    "mr mrs ms dr st no nos vs approx ca cf fig figs e.g i.e p pp vol art sec est gov gen sen rep prof u.s u.k u.n"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)


class Lines:
    """Line and column of an offset, both from 1, as an editor counts them (LF, CR LF, CR)."""

    def __init__(self, text: str) -> None:
        self._starts = array("q", [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))])

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text without the white space round them; headings, items and rows count as such."""
    spans = []
    start = 0
    for gap in _GAP.finditer(text):
        if _ends(text, start, gap):
            spans.append(Span(start=start, end=gap.end()))
            start = gap.end()
    spans.append(Span(start=start, end=len(text)))
    return tuple(trimmed for span in spans if (trimmed := _trimmed(text, span)))


def _trimmed(text: str, span: Span) -> Span | None:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return Span(start=start, end=end) if start < end else None


def _ends(text: str, start: int, gap: re.Match[str]) -> bool:
    """Whether a sentence that began at ``start`` ends before this white space."""
    following = text[gap.end() : gap.end() + 1]
    if gap.group().count("\n") > 1 or not following:
        return True
    if stop := gap.group("stop"):
        return not following.islower() and not (stop[0] == "." and _abbreviated(text, start, gap.start()))
    line = text[max(start, text.rfind("\n", start, gap.start()) + 1, gap.start() - _SHORT_LINE) : gap.start()]
    return len(line) < _SHORT_LINE or following in "-*•|#" or "\t" in line or "|" in line


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the word before this full stop is an abbreviation or an initial; the "V" of "5 V" is a unit."""
    word = re.split(r"[\s(\[\"“]", text[max(start, stop - 8) : stop])[-1]
    initial = len(word) == 1 and word.isupper() and not _AFTER_NUMBER.search(text[max(start, stop - 8) : stop - 1])
    return word.lower() in _ABBREVIATIONS.split() or initial
