"""A text under the equivalences in which quotes are compared, and the way back to the text as stored.

They are five and no other (``EQUIVALENCES``): kinds and runs of white space, quotation marks, dashes,
invisible characters, and canonical composition (NFC, Unicode Standard Annex 15). Never NFKC, which
makes 10⁶ and 106 one, and never letter case.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
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

_MARKS_IN_A_ROW = 30
"""As many as the Stream-Safe Text Format (Annex 15) allows: longer runs stay as they are."""

_INDEX_FROM = 20_000
"""Below this length searching the text costs less than an index of its words."""

_TOO_COMMON = 500

_WORD = re.compile(r"\w+")

_EVEN = re.compile(r"[!-~]*(?: [!-~]+)*")


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


def folded_words(words: str) -> str:
    """Return the words under all equivalences; most are in plain ASCII, where nothing changes."""
    return words if _EVEN.fullmatch(words) else fold(words).folded


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


def under(kinds: tuple[Equivalence, ...], text: str) -> str:
    """Return a text under some equivalences, without white space at its ends."""
    return Folded(text, kinds).folded.strip()
