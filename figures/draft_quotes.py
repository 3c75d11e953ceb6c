"""Which words of a text a proposal quotes: enough to prove something, no more than stands in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from figures import folding, text
from figures.checks.amounts import words_in
from figures.checks.context import Read
from figures.draft_yaml import Quote
from figures.model import Mention, Span

_REFUSED = re.compile(
    f"[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f{folding.BIDI}\\ufffe\\uffff\\U000e0000-\\U000e007f]"
)
"""What no catalogue may hold: quotes, words and contexts end before it."""

_UNSEEN = re.compile(f"[{folding.INVISIBLE}]")

_LONGEST_QUOTE, _SHORTEST_QUOTE, _ROUND_A_NUMBER = 1500, 8, 300

_CONTEXTS = (0, 16, 48, 150, 450, 950)
"""Characters of prefix and suffix that are tried in turn until the words stand in one place."""


def quote_round(read: Read, mention: Mention) -> Span | None:
    """Return the sentence of a mention; more where it is too short to prove anything, less where it is long."""
    first, last = read.sentence_at(mention.start), read.sentence_at(max(mention.start, mention.end - 1))
    while True:
        span = Span(start=read.sentences[first].start, end=read.sentences[last].end)
        if _proves(read.text[span.start : min(span.end, span.start + _LONGEST_QUOTE)]):
            break
        if first == 0 and last == len(read.sentences) - 1:
            return None
        first, last = max(0, first - 1), min(len(read.sentences) - 1, last + (first == 0))
    return _without_refused(read, _narrowed(read, span, mention), mention)


def _proves(words: str) -> bool:
    """Whether a quote is long enough for a catalogue: two words, eight characters that are seen."""
    seen = clean(words)
    return len("".join(seen.split())) >= _SHORTEST_QUOTE and len(seen.split()) > 1


def _narrowed(read: Read, span: Span, mention: Mention) -> Span:
    if span.end - span.start <= _LONGEST_QUOTE:
        return span
    around = Span(
        start=max(span.start, mention.start - _ROUND_A_NUMBER), end=min(span.end, mention.end + _ROUND_A_NUMBER)
    )
    return to_white_space(read, around)


def _without_refused(read: Read, span: Span, mention: Mention) -> Span | None:
    """Return the part of a quote round its mention that holds nothing a catalogue refuses."""
    start, end = span.start, span.end
    for found in _REFUSED.finditer(read.text, span.start, span.end):
        if found.end() <= mention.start:
            start = found.end()
        elif found.start() >= mention.end:
            end = found.start()
            break
        else:
            return None
    return Span(start=start, end=end) if _proves(read.text[start:end]) else None


def to_white_space(read: Read, span: Span) -> Span:
    """Widen a span to the white space on either side, by forty characters at most."""
    before, after = read.text[max(0, span.start - 40) : span.start], read.text[span.end : span.end + 40]
    left = len(before) - max((before.rfind(space) + 1 for space in " \n\t\u00a0"), default=0)
    right = min((at for space in " \n\t\u00a0" if (at := after.find(space)) >= 0), default=len(after))
    return Span(start=span.start - left, end=span.end + right)


def placed(read: Read, span: Span) -> Quote | None:
    """Return a stretch as a quote, with the shortest context that makes it stand in one place."""
    words = clean(read.text[span.start : span.end])
    place = text.find(read.folded, words, within=span, most=2).span
    if place is None or _REFUSED.search(words):
        return None
    for length in _CONTEXTS:
        prefix, suffix = _before(read, place.start, length), _after(read, place.end, length)
        if text.find(read.folded, words, prefix, suffix, most=2).span == place:
            return Quote(span=place, words=words, prefix=prefix, suffix=suffix)
    return None


def _before(read: Read, start: int, length: int) -> str:
    raw = read.text[max(0, start - length) : start]
    return _context(_REFUSED.split(raw)[-1])


def _after(read: Read, end: int, length: int) -> str:
    return _context(_REFUSED.split(read.text[end : end + length])[0])


def _context(raw: str) -> str:
    """Fold white space, keep it at the edges; nothing but white space is no context."""
    folded = re.sub(r"\s+", " ", _UNSEEN.sub("", raw))
    return folded if folded.strip() else ""


def clean(words: str) -> str:
    """Write words of the source as a catalogue holds them: one line, nothing invisible."""
    return " ".join(_UNSEEN.sub("", words).split())


def own_words(read: Read, quote: Span, mention: Mention) -> str:
    """Return words of the quote that hold this number alone, and stand there once; empty where there are none."""
    for stretch in _stretches(read, quote, mention):
        words = clean(read.text[stretch.start : stretch.end])
        if read.numbers_in(stretch) == (mention,) and len(words) <= 500:
            found, _ = words_in(read, quote, words)
            if found and found.holds(mention.number):
                return words
    return ""


def _stretches(read: Read, quote: Span, mention: Mention) -> Iterator[Span]:
    """Yield the mention, its number, and ever more words round it, up to the numbers on either side."""
    if quote.holds(mention.span):
        yield mention.span
    number = mention.number
    yield number
    before = list(re.finditer(r"\S+", read.text[max(quote.start, number.start - 150) : number.start]))
    after = list(re.finditer(r"\S+", read.text[number.end : min(quote.end, number.end + 150)]))
    origin = max(quote.start, number.start - 150)
    for left, right in product(range(0, 7), repeat=2):
        start = origin + before[-left].start() if 0 < left <= len(before) else number.start
        end = number.end + after[right - 1].end() if 0 < right <= len(after) else number.end
        yield Span(start=start, end=end)
