"""A source's text: where a quote stands in it, its sentences, its lines.

A quote is compared under five equivalences and no other (``EQUIVALENCES``): kinds and runs of white
space, quotation marks, dashes, invisible characters, and canonical composition (NFC, Unicode
Standard Annex 15). Never NFKC, which makes 10⁶ and 106 one, and never letter case. Every offset is
a code point of the text as stored.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Literal

from figures.model import Span

Equivalence = Literal["white space", "quotation marks", "dashes", "invisible characters", "composed letters"]
EQUIVALENCES: tuple[Equivalence, ...] = (
    "white space",
    "quotation marks",
    "dashes",
    "invisible characters",
    "composed letters",
)

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark."""

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What changes the order in which text is shown: never passed over, or 12 could be shown as 21."""

_SPACES = "\t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ALIKE: dict[Equivalence, dict[str, str]] = {
    "white space": {" ": _SPACES},
    "quotation marks": {"'": "‘’‚‛‹›ʼ", '"': "“”„‟«»"},
    "dashes": {"-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
}
_JOINERS = frozenset(".,'/:-")
"""Between two digits these continue a number, a date or a ratio."""

_MARKS_IN_A_ROW = 30
"""As many as the Stream-Safe Text Format (Annex 15) allows: longer runs stay as they are."""

_INDEX_FROM = 20_000
"""Below this length searching the text costs less than an index of its words."""

_TOO_COMMON = 500
MOST_HITS = 100
"""Of more occurrences than this no more are listed."""

_FEW, _SHOWN = 4, 24
"""Fewer characters than the first say nothing about where a quote was meant; of more the second are shown."""

_WORD = re.compile(r"\w+")
_EVEN = re.compile(r"[!-~]*(?: [!-~]+)*")
_GAP = re.compile(r"""(?P<stop>[.!?…]["'”’)\]]{0,3})?(?(stop)\s+|\n\s*)""")
_SHORT_LINE = 50
"""A shorter line is a heading, an item or a row of a table, and no part of wrapped prose."""

_ABBREVIATIONS = (
    "mr mrs ms dr st no nos vs approx ca cf fig figs e.g i.e p pp vol art sec est gov gen sen rep prof u.s u.k u.n"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)


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


class Folded:
    """A text under the equivalences, and the way back to the offsets of the text as stored."""

    def __init__(self, text: str, kinds: tuple[Equivalence, ...] = EQUIVALENCES) -> None:
        self.text = text
        even = text.translate(_table(kinds))
        parts: list[str] = []
        starts, originals, sizes, lengths = (array("q") for _ in range(4))
        done = size = 0
        pattern = _changing(even, kinds)
        for found in pattern.finditer(even) if pattern else ():
            new = _folded_token(found.group())
            parts += even[done : found.start()], new
            size += found.start() - done
            starts.append(size)
            originals.append(found.start())
            sizes.append(len(new))
            lengths.append(found.end() - found.start())
            size += len(new)
            done = found.end()
        self.folded = "".join([*parts, even[done:]])
        self._starts, self._originals, self._sizes, self._lengths = starts, originals, sizes, lengths

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the stored text that ``folded[start:end]`` came from; ``start < end``."""
        return Span(start=self._back(start, 0), end=self._back(end - 1, 1))

    def _back(self, at: int, after: int) -> int:
        """Return the stored offset of a folded code point, or with ``after`` of what follows it."""
        token = bisect_right(self._starts, at) - 1
        if token < 0:
            return at + after
        beyond = at - self._starts[token] - self._sizes[token]
        if beyond < 0:
            return self._originals[token] + after * self._lengths[token]
        return self._originals[token] + self._lengths[token] + beyond + after

    def here(self, span: Span) -> Span:
        """Return the folded stretch that a span of the stored text became."""
        return Span(start=self._forth(span.start, 0), end=self._forth(span.end, 1))

    def _forth(self, at: int, end: int) -> int:
        token = bisect_right(self._originals, at - end) - 1
        if token < 0:
            return at
        beyond = at - self._originals[token] - self._lengths[token]
        return self._starts[token] + (self._sizes[token] + beyond if beyond >= 0 else end * self._sizes[token])

    @cached_property
    def words(self) -> dict[str, array[int]]:
        """Where each word stands, so that ten thousand quotes cost one reading of the text."""
        index: dict[str, array[int]] = {}
        for found in _WORD.finditer(self.folded):
            index.setdefault(found.group(), array("q")).append(found.start())
        return index

    def places(self, needle: str, whole: Span, within: Span) -> Iterator[int]:
        """Offsets of a folded needle inside ``within``; ``whole`` is its stretch whose words are whole words."""
        candidates = self._candidates(needle, whole) if within.end - within.start >= _INDEX_FROM else None
        if candidates is None:
            candidates = self._each(needle, within)
        for at in candidates:
            if within.start <= at and at + len(needle) <= within.end and self.folded.startswith(needle, at):
                yield at

    def _each(self, needle: str, within: Span) -> Iterator[int]:
        at = self.folded.find(needle, within.start, within.end)
        while at >= 0:
            yield at
            at = self.folded.find(needle, at + 1, within.end)

    def _candidates(self, needle: str, whole: Span) -> Iterable[int] | None:
        """Where the needle's rarest word would put it; None where each of its words is common."""
        nowhere: array[int] = array("q")
        places = [
            (self.words.get(found.group(), nowhere), found.start())
            for found in _WORD.finditer(needle, whole.start, whole.end)
        ]
        if not places:
            return None
        rarest, offset = min(places, key=_how_common)
        return [at - offset for at in rarest] if len(rarest) <= _TOO_COMMON else None


def _how_common(place: tuple[array[int], int]) -> int:
    return len(place[0])


def fold(text: str) -> Folded:
    """Put a text under all equivalences: made once for a source, used for all its quotes."""
    return Folded(text)


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
    wanted = _folded(quote).strip(" ")
    if not wanted:
        return Located()
    stretch = folded.here(within) if within else Span(start=0, end=len(folded.folded))
    spans: dict[Span, bool] = {}
    for start in _starts(folded, wanted, _folded(prefix), _folded(suffix), stretch):
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
        if _under((kind,), stored) == _under((kind,), quote):
            return (kind,)
    others = {kind: tuple(other for other in EQUIVALENCES if other != kind) for kind in EQUIVALENCES}
    return tuple(kind for kind in EQUIVALENCES if _under(others[kind], stored) != _under(others[kind], quote))


def agreeing(folded: Folded, quote: str) -> tuple[str, str, str]:
    """How far a quote that is not found does agree: its words up to there, and how text and quote go on.

    All three are short; the first two are empty where not even the start of the quote is found.
    """
    wanted = _folded(quote).strip(" ")
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


def _folded(words: str) -> str:
    """Return the words under all equivalences; most are in plain ASCII, where nothing changes."""
    return words if _EVEN.fullmatch(words) else fold(words).folded


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


@cache
def _table(kinds: tuple[Equivalence, ...]) -> dict[int, str]:
    return {
        ord(variant): plain
        for kind in kinds
        for plain, variants in _ALIKE.get(kind, {}).items()
        for variant in variants
    }


def _changing(even: str, kinds: tuple[Equivalence, ...]) -> re.Pattern[str] | None:
    """Match what takes another length: runs of spaces, invisible characters, and letters to compose."""
    spaces = " " if "white space" in kinds else ""
    invisible = INVISIBLE if "invisible characters" in kinds else ""
    options = [f"[{spaces}{invisible}]{{2,}}"] if spaces else []
    if invisible:
        options.append(f"[{invisible}]+")
    if "composed letters" in kinds and not even.isascii():
        options += _composing(even)
    return re.compile("|".join(options), re.DOTALL) if options else None


def _composing(even: str) -> list[str]:
    """Patterns for what NFC may change in this text, from the characters that it holds."""
    characters = {character for character in set(even) if ord(character) > 0x7F}
    marks = "".join(sorted(filter(_follows, characters)))
    alone = "".join(sorted(c for c in characters if unicodedata.normalize("NFC", c) != c))
    patterns = [f"[^ {INVISIBLE}{re.escape(marks)}][{re.escape(marks)}]{{1,{_MARKS_IN_A_ROW}}}"] if marks else []
    return [*patterns, f"[{re.escape(alone)}]"] if alone else patterns


def _follows(character: str) -> bool:
    """Whether NFC may join this character to the one before: marks, and vowels and finals of Hangul."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _folded_token(token: str) -> str:
    if " " in token:
        return " "
    return "" if token[0] in INVISIBLE else unicodedata.normalize("NFC", token)


def _under(kinds: tuple[Equivalence, ...], text: str) -> str:
    return Folded(text, kinds).folded.strip()


class Lines:
    """Line and column of an offset, both from 1, as an editor counts them (LF, CR LF, CR)."""

    def __init__(self, text: str) -> None:
        self._starts = array("q", [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))])

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def sentences(text: str) -> tuple[Span, ...]:
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
    """Whether the word before this full stop is an abbreviation or an initial."""
    word = re.split(r"[\s(\[\"“]", text[max(start, stop - 8) : stop])[-1]
    return word.lower() in _ABBREVIATIONS.split() or (len(word) == 1 and word.isupper())
