"""Words, digits and signs of a text, each with its place: everything else reads tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<u>(?:https?://|www\.)[^\s<>"]+)
      | (?P<n>(?:(?<![\w.,])\.)?[0-9]+
          (?:(?:[.,]|·(?!10[\^⁺⁻⁰¹²³⁴-⁹]))[0-9]+|[\u00a0\u2007\u2009\u202f'’][0-9]{3}(?![0-9])
            |[\u00ad\u200b-\u200d\u2060\ufeff]+[0-9]+)*)
      | (?P<d>\d+)
      | (?P<f>[¼-¾⅐-⅞↉]+)
      | (?P<p>[⁺⁻]?[⁰¹²³⁴-⁹]+)
      | (?P<w>[^\W\d_¹²³¼-¾⅐-⅞↉⁰-₉]+)
      | (?P<s>[^\s])""",
    re.VERBOSE,
)
"""url, number, foreign digits, vulgar fraction, power (superscript), word, sign: no part can be read two ways."""

_CHUNK = re.compile(r"\n[^\S\n]*\n\s*")

BLANK = "\u00a0\u2007\u2009\u202f \t"
DASHES = frozenset("-‐‑–—−")
HYPHENS = frozenset("-‐‑")
MINUSES = frozenset("-−–")


_PADDING = 8


class Tokens:
    """The tokens of one paragraph, as parallel lists; offsets are those of the whole text.

    Eight empty tokens stand at the end: reading a little past it, or (by a negative place) before
    the start, gives an empty word, so the callers need no bounds of their own.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.kinds: list[str] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for found in _TOKEN.finditer(text, start, end):
            self.kinds.append(found.lastgroup or "s")
            self.words.append(found.group())
            self.starts.append(found.start())
            self.ends.append(found.end())
        self.lows = [word.lower() for word in self.words]
        self.count = len(self.kinds)
        self._pad(end)

    def _pad(self, end: int) -> None:
        for _ in range(_PADDING):
            self.kinds.append("")
            self.words.append("")
            self.lows.append("")
            self.starts.append(end)
            self.ends.append(end)

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def gap(self, index: int) -> str:
        """What stands between this token and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < self.count else ""

    def near(self, index: int) -> bool:
        """Whether the token stands in the same run of text: at most a line break away from the one before it."""
        if not 0 < index < self.count:
            return True
        start, end = self.ends[index - 1], self.starts[index]
        return start == end or (end - start <= 3 and "\t" not in self.text[start:end])

    def in_line(self, index: int) -> bool:
        """Whether only blanks of one line, as in a table, stand before this token."""
        gap = self.gap(index)
        return len(gap) <= 40 and "\n" not in gap

    def starts_line(self, index: int) -> bool:
        """Whether the token is the first of its line."""
        return index == 0 or "\n" in self.gap(index)

    def ends_line(self, index: int) -> bool:
        """Whether the token is the last of its line."""
        return index + 1 >= self.count or "\n" in self.gap(index + 1)

    def between(self, first: int, after: int) -> str:
        """The text of the tokens from the first to the one before ``after``, spaces made single."""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split())


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs: nothing that is read goes across a blank line."""
    start = 0
    for found in _CHUNK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
