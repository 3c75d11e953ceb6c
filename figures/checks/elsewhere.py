"""Dates that a sentence gives to something else than a number: what it is compared with, or another number.

In "5 Mt, against 3 Mt in 2019" the year is that of the 3 Mt; "the mine, opened in 2012, sold 5 Mt"
says when it was opened. Such a year is no period of the 5 Mt, though it stands in the same quote.
"""

from __future__ import annotations

import re
from collections import deque

from figures.checks import clauses, phrases
from figures.checks.context import Read
from figures.model import Mention, Span

_COMPARED = re.compile(
    r"\b(?:(?P<weak>against|as\s+against|v|vs|(?:twice|double|triple|treble|half)\s+the)|compared\s+(?:with|to)|(?:in|by)\s+comparison\s+(?:with|to)|versus|unlike|relative\s+to"
    r"|than(?=\s+(?:in|the|that|those|during|at)\b)|(?:up|down)\s+from)\b\.?",
    re.IGNORECASE,
)
"""Words that open what a number is compared with; the weak ones only before another amount like it."""

_MULTIPLE = re.compile(
    r"\b(?:twice|double|triple|treble|half|times|above|below|beyond|beat|beating|match(?:ed|es|ing)|near|than)\s+the\s+\Z",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:['’]s)?\s+(?:figure|level|total|peak|record|average|low|high|result|number|volume|value|rate|output|mark)s?\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:(?:high|low|larg|bigg|small|strong|weak|fast|slow|heavi|light|long|short|steep|sharp|great)est|best|worst)\b"
    r"[^,;:()]{0,40}\bsince\s+(?:[^,;:()]{0,40}\s(?:in|of)\s+)?\Z",
    re.IGNORECASE,
)
_BORN = re.compile(
    r",\s+(?:(?:which|that|who)\s+)?(?:(?:was|were|is|had\s+been|has\s+been)\s+)?(?:(?:first|newly|\w+ly)\s+)?"
    r"(?:opened|built|founded|established|launched|created|completed|formed|born|acquired|inaugurated|commissioned"
    r"|installed|discovered|introduced|erected|constructed|signed|began|begun|started)\b[^,;:()]{0,60}\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:before|earlier|previous\s+\w+|preceding\s+\w+),\s+(?:in\s+)?\Z", re.IGNORECASE)
"""Before a date that says which one that was: "the year before, 2019"."""

_PARTICIPLE = re.compile(
    r"\bof\s+(?:the|its|their|his|her|these|those)\s+(?:[\w’'-]+\s+){1,3}?"
    r"(?:\w{2,}ed|found|built|made|bought|sold|caught|grown|sent|won|begun|dug|lent|spent|laid|taken|given|written|drawn)"
    r"\s+(?:\w+\s+)?(?:in|during|by|on|before|since|after|from)\s+\Z",
    re.IGNORECASE,
)
NOT_THEN = re.compile(
    r"(?:[,;(–—]\s*(?:and\s+|but\s+)?not|\b(?:rather\s+than|instead\s+of))\s+(?:(?:in|on|by|from|during|until)\s+)?\Z",
    re.IGNORECASE,
)
"""Before a date on which something was not."""

_OWING = re.compile(
    r"\b(?:without|under|after|before|despite|following|unlike|thanks\s+to|(?:because|as\s+a\s+result)\s+of|(?:due|owing|prior)\s+to)"
    r"\s+(?:the|its|their|his|her|an?)\s+\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s+[a-z]+\b")
"""After a year that tells which thing is meant: "the 2009 wall"."""

_EARLIER = re.compile(
    r"[\s,(]+(?:in\s+)?(?:(?:the|an?)\s+(?:year|month|season|quarter)\s+(?:before|earlier|previously)|the\s+(?:previous|prior|preceding)\s+\w+)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[^,;:()]{0,60},")
_FAR = 120


def of_another(read: Read, mention: Mention, date: Mention) -> str:
    """Return the words by which a date is not the period of a number; empty where it may be."""
    sentence = clauses.sentence_of(read, mention)
    before = Span(start=max(sentence.start, date.start - _FAR), end=date.start)
    ways = (
        _heads(read, mention, date),
        _level(read, mention, date, before),
        _of_a_part(read, mention, date),
        _not_then(read, date, before),
        of_a_thing(read, date),
        _year_before(read, mention, date),
        _highest(read, date, before),
        _inserted(read, mention, date, sentence, before),
        _compared(read, mention, date, before),
    )
    return next(filter(None, ways), "") if sentence.holds(date.span) else ""


def _heads(read: Read, mention: Mention, date: Mention) -> str:
    """Read "5 Mt (2019: 3 Mt)"."""
    heads = date.start >= mention.end and read.text[date.end : date.end + 1] == ":"
    return read.words(Span(start=date.start, end=date.end + 1)) if heads else ""


def _level(read: Read, mention: Mention, date: Mention, before: Span) -> str:
    """Read "5 Mt, twice the 2019 figure"."""
    found = _MULTIPLE.search(read.text, before.start, before.end)
    level = found and date.start >= mention.end and _LEVEL.match(read.text, date.end)
    return read.words(Span(start=found.start(), end=date.end)) if found and level else ""


def _of_a_part(read: Read, mention: Mention, date: Mention) -> str:
    """Read "5 Mt of the ore found in 2012"."""
    found = _PARTICIPLE.search(read.text, mention.end, max(mention.end, date.start))
    return read.words(Span(start=found.start(), end=date.end)) if found else ""


def _not_then(read: Read, date: Mention, before: Span) -> str:
    """Read "in May, not June"."""
    found = NOT_THEN.search(read.text, before.start, before.end)
    return read.words(Span(start=found.start(), end=date.end)).lstrip(" ,(") if found else ""


def of_a_thing(read: Read, date: Mention) -> str:
    """Read "without the 2009 wall": a year that only tells which thing is meant."""
    found, named = _OWING.search(phrases.before(read.text, date.start)), _NAMED.match(read.text, date.end)
    return read.words(Span(start=date.start - len(found[0]), end=named.end())) if found and named else ""


def _year_before(read: Read, mention: Mention, date: Mention) -> str:
    """Read "5 Mt in 2019, and 3 Mt the year before"."""
    found = _EARLIER.match(read.text, mention.end) if date.end <= mention.start else None
    return read.words(Span(start=mention.start, end=found.end())) if found else ""


def _highest(read: Read, date: Mention, before: Span) -> str:
    """Read "the highest since 2012"."""
    found = _SINCE.search(read.text, before.start, before.end)
    return read.words(Span(start=found.start(), end=date.end)) if found else ""


def _inserted(read: Read, mention: Mention, date: Mention, sentence: Span, before: Span) -> str:
    """Read "the mine, opened in 2012, sold 5 Mt", and "the mine, which sold 3 Mt in 2012, sold 5 Mt"."""
    asides = [aside for aside in clauses.asides(read, sentence) if _has_amount(read, aside)]
    born, closes = _BORN.search(read.text, before.start, before.end), _CLOSES.match(read.text, date.end)
    if born and closes:
        asides.append(Span(start=born.start(), end=closes.end()))
    apart = (aside for aside in asides if aside.holds(date.span) and not aside.holds(mention.number))
    return next((read.words(aside).strip(", ") for aside in apart), "")


def _compared(read: Read, mention: Mention, date: Mention, before: Span) -> str:
    """Return the phrase of a comparison that holds a date, and not the number."""
    found = next(iter(deque(_COMPARED.finditer(read.text, before.start, before.end), maxlen=1)), None)
    between = _YEAR_BEFORE.sub("", re.sub(r"\d,\d", "", read.text[found.end() if found else 0 : date.start]))
    if not found or re.search(r"[,;:()]", between):
        return ""
    phrase = Span(start=found.start(), end=date.end)
    inside = read.numbers_in(Span(start=found.end(), end=date.start))
    amounts = [one for one in inside if one.kind == "quantity"]
    if phrase.holds(mention.number) or any(one.kind == "date" for one in inside):
        return ""
    alike = any(one.unit in {None, mention.unit} for one in amounts)
    return read.words(phrase) if alike or not (found["weak"] or amounts) else ""


def _has_amount(read: Read, aside: Span) -> bool:
    return any(one.kind == "quantity" for one in read.numbers_in(aside))
