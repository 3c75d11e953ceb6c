"""Where a quote stands in a source's text.

It is compared under the equivalences of `figures.folding`; every offset is a code point of the text
as stored.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from figures.folding import EQUIVALENCES, Equivalence, Folded, fold, folded_words, under
from figures.model import Span

_JOINERS = frozenset(".,'/:-")
"""Between two digits these continue a number, a date or a ratio."""

MOST_HITS = 100
"""Of more occurrences than this no more are listed."""

_FEW, _SHOWN = 4, 24
"""Fewer characters than the first say nothing about where a quote was meant; of more the second are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where a quote stands: every place, the equivalences needed, and places that cut a word or number."""

    spans: tuple[Span, ...] = ()
    equivalences: tuple[Equivalence, ...] = ()
    cut: tuple[Span, ...] = ()

    @property
    def span(self) -> Span | None:
        """The one place, or None where there is none or more than one."""
        return self.spans[0] if len(self.spans) == 1 else None


def find(
    text: str | Folded,
    quote: str,
    prefix: str = "",
    suffix: str = "",
    *,
    within: Span | None = None,
    most: int = MOST_HITS,
) -> Located:
    """Every place where the quote stands, between ``prefix`` and ``suffix`` where they are given.

    Only inside the stretch ``within`` of the text, where one is given. At ``most`` places are looked
    for: two tell that there is not one.

    The selectors are those of the W3C Web Annotation model (TextQuoteSelector). A place where a
    word or a number goes on beyond the quote is no place: "fell by 3" is not in "fell by 3.4".
    """
    folded = text if isinstance(text, Folded) else fold(text)
    wanted = folded_words(quote).strip(" ")
    if not wanted:
        return Located()
    stretch = folded.here(within) if within else Span(start=0, end=len(folded.folded))
    spans: dict[Span, bool] = {}
    for start in _starts(folded, wanted, folded_words(prefix), folded_words(suffix), stretch):
        end = start + len(wanted)
        spans[folded.original(start, end)] = _whole(folded.folded, start, end)
        if len(spans) >= MOST_HITS or sum(spans.values()) >= most:
            break
    good = tuple(sorted(span for span, whole in spans.items() if whole))
    return Located(
        spans=good,
        equivalences=needed(folded.text[good[0].start : good[0].end], quote) if len(good) == 1 else (),
        cut=tuple(sorted(span for span, whole in spans.items() if not whole)),
    )


def needed(stored: str, quote: str) -> tuple[Equivalence, ...]:
    """Name the equivalences without which a place would not have the quote's characters."""
    quote = quote.strip()
    if stored == quote:
        return ()
    for kind in EQUIVALENCES:
        if under((kind,), stored) == under((kind,), quote):
            return (kind,)
    others = {kind: tuple(other for other in EQUIVALENCES if other != kind) for kind in EQUIVALENCES}
    return tuple(kind for kind in EQUIVALENCES if under(others[kind], stored) != under(others[kind], quote))


def agreeing(folded: Folded, quote: str) -> tuple[str, str, str]:
    """How far a quote that is not found does agree: its words up to there, and how text and quote go on.

    All three are short; the first two are empty where not even the start of the quote is found.
    """
    wanted = folded_words(quote).strip(" ")
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in folded.folded else (low, middle - 1)
    if low < _FEW:
        return "", "", _to_a_space(wanted, 0)
    at = folded.folded.find(wanted[:low])
    back = wanted.rfind(" ", 0, low) + 1
    return (
        wanted[:back].strip()[-_SHOWN:].partition(" ")[2] if back > _SHOWN else wanted[:back].strip(),
        _to_a_space(folded.folded[at + back : at + low + 2 * _SHOWN], low - back),
        _to_a_space(wanted[back : low + 2 * _SHOWN], low - back),
    )


def _to_a_space(words: str, least: int) -> str:
    """Cut words after about as many characters as are shown, where a word ends."""
    end = words.find(" ", least + _SHOWN // 2)
    return words[:end] if end >= 0 else words


def _starts(folded: Folded, wanted: str, prefix: str, suffix: str, within: Span) -> Iterator[int]:
    """Folded offsets of the quote. White space where context and quote meet may be left out: YAML strips it."""
    befores, afters = _joints(prefix, last=True), _joints(suffix, last=False)
    for before, after in product(befores, afters):
        whole = Span(start=len(before), end=len(before) + len(wanted))
        if before or after:
            whole = _inner(before + wanted + after, whole)
        for at in folded.places(before + wanted + after, whole, within):
            yield at + len(before)


def _joints(context: str, *, last: bool) -> tuple[str, ...]:
    """Return a context as it may stand: with a space towards the quote, and without one where it gives none."""
    outer = context.lstrip(" ") if last else context.rstrip(" ")
    if not outer:
        return ("",)
    spaced = f"{outer} " if last else f" {outer}"
    return (outer,) if outer != outer.strip(" ") else (spaced, outer)


def _inner(needle: str, quote: Span) -> Span:
    """Leave out a first and last word of the needle, which its context may have cut."""
    first = 0 if quote.start == 0 else needle.find(" ") + 1
    last = len(needle) if quote.end == len(needle) else needle.rfind(" ")
    return Span(start=min(first, quote.start), end=max(last, quote.end))


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether no word and no number goes on beyond this stretch."""
    before, after = folded[max(0, start - 2) : start][::-1], folded[end : end + 2]
    if before and _is_mark(folded[start]):
        return False
    return not (_goes_on(folded[start], before) or _goes_on(folded[end - 1], after) or _signed(folded[start], before))


def _goes_on(edge: str, beyond: str) -> bool:
    """Whether a word or number at this edge continues with what lies beyond, nearest first."""
    if not beyond or not (_of_word(edge) or _is_mark(beyond[0])):
        return False
    if _of_word(beyond[0]):
        return True
    further = beyond[1:2]
    if edge.isdigit():
        return beyond[0] in _JOINERS and further.isdigit()
    return beyond[0] == "'" and further.isalpha()


def _signed(first: str, before: str) -> bool:
    """Whether a number starts here whose sign or decimal point was left out; ``before`` is nearest first."""
    if not first.isdigit() or before[:1] not in {"-", "+", "."}:
        return False
    return len(before) == 1 or not _of_word(before[1])


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
