"""The clause in which a number stands: only words in it speak of the number."""

from __future__ import annotations

import re

from figures.checks.context import Read
from figures.model import Mention, Span

BEFORE, AFTER = 300, 120
"""Characters of a clause that are looked at, so that a text without full stops costs no more."""

_PART = re.compile(
    r"[;:—]|\s[–-]\s|\b(?:but|while|whereas|although|though|however|compared)\b"
    r"|\band\b(?=\s+(?:has|have|had|is|are|was|were|will|would|could|can|may|might|should)\b)"
    r"|,\s+(?=(?:up|down)\s+from\b|\w+ing\b)",
    re.IGNORECASE,
)

_ASIDE = re.compile(r",\s+(?:which|who|whose|where|when)\b[^,;]{0,200},|\([^()]{0,200}\)", re.IGNORECASE)


def clause_of(read: Read, mention: Mention) -> Span:
    """Return the clause in which a mention stands."""
    return clause_in(read, sentence_of(read, mention), mention)


def sentence_of(read: Read, mention: Mention) -> Span:
    """Return the sentence in which a mention stands."""
    return read.sentences[read.sentence_at(mention.number_start)]


def clause_in(read: Read, sentence: Span, mention: Mention) -> Span:
    """Return the clause of a mention: up to what parts clauses on either side, or a relative clause that holds it."""
    start = max(sentence.start, mention.number_start - BEFORE)
    end = min(sentence.end, mention.end + AFTER)
    for aside in asides(read, Span(start=start, end=end)):
        if aside.holds(mention.number):
            return aside
    for part in _PART.finditer(read.text, start, end):
        if part.end() <= mention.start:
            start = part.start() if part[0][0].isalpha() else part.end()
        elif part.start() >= mention.end:
            return Span(start=start, end=part.start())
    return Span(start=start, end=end)


def asides(read: Read, stretch: Span) -> list[Span]:
    """Return the relative clauses and brackets inside a stretch."""
    found = _ASIDE.finditer(read.text, stretch.start, stretch.end)
    return [Span(start=aside.start(), end=aside.end()) for aside in found]
