"""Headings that give a table its scale: "(in millions of dollars)", "SEKm", "Output, Mt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures import units
from figures.reading.draft import Draft
from figures.reading.tokens import Tokens

_SCALE = r"(?:thousand|million|billion|trillion|crore|lakh)s?|mn|mln|bn|mio|['’]?000s?"
_MONEY = r"(?:[A-Z]{1,3}[$£¥]|[$€£¥₹]|[A-Z]{3}|Rs\.?)"
_FOLDED = "|".join(
    sorted((re.escape(sign) for sign, unit in units.UNITS.signs.items() if unit.scale != 1), key=len, reverse=True)
)
_HEADING = re.compile(
    rf"""\(\s*(?:[A-Za-z]{{1,9}}\s+)?in\s+(?:{_MONEY}\s?)?(?:{_SCALE})\b[^()\n]{{0,60}}\)
       | \(\s*(?:{_MONEY}\s?(?:{_SCALE}|m|M|k|b|B)|(?:{_SCALE})|{_FOLDED})(?:[\s,/][^()\n\d]{{0,40}})?\)
       | \b[Ii]n\s+(?:{_MONEY}\s?)?(?:thousands|millions|billions|crores|lakhs)\b
       | (?:^|,[ ])[ \t]*(?:(?:{_MONEY}[ ]?)?(?:thousand|million|billion|crore|lakh)s?\b[^\d\n,.]{{0,30}}
            |{_MONEY}[ ]?(?:mn|bn|m|k)\b|{_FOLDED})[ ]*(?=\t|[ ][ ]|$)""",
    re.VERBOSE | re.MULTILINE,
)
"""A scale in brackets, "in millions", or a scale, or a unit with one, that ends or begins a line."""

_MULTIPLIER = re.compile(
    r"\(\s*1(?:0|00|[ ,.]?000(?:[ ,.]?000)?)\s+[^\W\d_][^()\n\d]{0,20}\d?\s*\)[ \t]*$", re.MULTILINE
)
"""A power of ten with a unit in brackets that ends a line: over a row of numbers, "Area (1000 ha)", their scale."""

_MOST_WORDS = 3
"""Words to each number in a row of a table; sentences have more."""


class Headings:
    """Follows the headings of a text, paragraph by paragraph, and leaves the numbers under them without a value.

    The number alone is not what the table states, and which of its columns the heading is for
    (a share, a price per share) cannot be told: so the scale is never dropped, nor is it lent.
    """

    def __init__(self) -> None:
        self._open = False

    def doubt(self, tokens: Tokens, drafts: list[Draft], start: int, end: int) -> None:
        """Take the value from the bare numbers of the rows that a heading stands over or in."""
        text = tokens.text
        found = [match.start() for match in _HEADING.finditer(text, start, end) if _heads(text, match, start, end)]
        spans = [
            match.span() for match in _MULTIPLIER.finditer(text, start, end) if _multiplies(text, match, start, end)
        ]
        _no_amounts(tokens, drafts, spans)
        found = sorted([*found, *(first for first, _ in spans)])
        self._open = self._open and not _is_sentence(text[start:end].partition("\n")[0])
        if not (found or self._open):
            return
        places = iter(drafts)
        draft = next(places, None)
        for first, after in _lines(text, start, end):
            row = []
            while draft is not None and tokens.starts[draft.number_first] < after:
                row.append(draft)
                draft = next(places, None)
            heads = [place for place in found if first <= place < after]
            self._row(tokens, row, text[first:after], heads[0] if heads else None)

    def _row(self, tokens: Tokens, row: list[Draft], line: str, heading: int | None) -> None:
        numbers = [draft for draft in row if draft.kind == "quantity" and draft.value is not None]
        if heading is not None:
            under = [draft for draft in numbers if tokens.starts[draft.first] > heading]
            self._open = self._open or not under
        elif self._open:
            under = numbers
            self._open = not numbers or _is_row(line, len(row))
        else:
            return
        if _is_row(line, len(row)):
            for draft in under:
                _doubt(draft)


_SENTENCE = re.compile(r"[a-z)”\"’'0-9][.!?]['’”\")]*\s*\Z")
_SHORT_LINE = 8
"""Words of a line that may be a heading though its scale stands in no brackets."""


def _is_sentence(line: str) -> bool:
    """Whether a line is prose: it ends as sentences do, and is set in no columns."""
    columns = "\t" in line or "  " in line.strip() or "|" in line
    return _SENTENCE.search(line) is not None and len(line.split()) > 2 and not columns


def _heads(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a scale heads a table: in brackets, or on a short line of its own; and in no sentence."""
    first = max(start, text.rfind("\n", start, match.start()) + 1)
    after = text.find("\n", match.end(), end)
    line = text[first : end if after < 0 else after]
    if _is_sentence(line):
        return match[0].startswith("(") and after >= 0
    return match[0].startswith("(") or len(line.split()) <= _SHORT_LINE or "\t" in line or "  " in line.strip()


def _multiplies(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a power of ten stands over a line with numbers, on a short line."""
    first = max(start, text.rfind("\n", max(start, match.start() - _LONG_LINE), match.start()) + 1)
    stop = text.find("\n", match.end() + 1, min(end, match.end() + _LONG_LINE))
    below = text[match.end() + 1 : stop if stop >= 0 else min(end, match.end() + _LONG_LINE)]
    return len(text[first : match.end()].split()) <= _SHORT_LINE and any(letter.isdecimal() for letter in below)


_LONG_LINE = 400


def _no_amounts(tokens: Tokens, drafts: list[Draft], spans: list[tuple[int, int]]) -> None:
    """Take the values from the numbers inside these spans, both in the order of the text."""
    places = iter(spans)
    span = next(places, None)
    for draft in drafts if spans else ():
        while span is not None and span[1] <= tokens.starts[draft.first]:
            span = next(places, None)
        if span is not None and span[0] < tokens.starts[draft.first]:
            draft.value = None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        yield start, stop
        start = stop


def _is_row(line: str, numbers: int) -> bool:
    """Whether a line is a row of a table: set in columns, or with few words to each number."""
    columns = "\t" in line or "  " in line.strip() or "|" in line
    return columns or (len(line.split()) - numbers <= _MOST_WORDS * numbers and not line.rstrip().endswith((".", ";")))


def _doubt(draft: Draft) -> None:
    own_scale = draft.number is not None and draft.number.scaled
    if not own_scale and (draft.unit is None or draft.before):
        draft.value = None
