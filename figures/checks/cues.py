"""The words that tell what a number is: reported, estimated, forecast, planned, possible, a capacity.

Only words in the clause of the number count, and those before it first; where there are none, those
after it; where the sentence points back ("Four of them …"), those of the sentence before it in the
paragraph.
A word is *near* a number when no other amount stands between the two: only near words oblige, the
others merely allow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from figures.checks.context import Read
from figures.model import Mention, Nature, Span, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One group of words, and the status or the nature that they say."""

    key: str
    words: str
    status: Status | None = None
    nature: Nature | None = None


_NOT_YET = (
    "expect|forecast|project|predict|anticipat|envisag|plan|target|aim|intend|pledg|propos|schedul|estimat|believ"
)
_DOING = "carry|handle|process|produce|generate|transport|hold|store|accommodate|seat|treat|serve|supply|refine|ship"

CUES = (
    Cue(key="will", words=r"will|shall|(?:is|are|was|were)\s+(?:set|due|going|likely)\s+to", status="F", nature="plan"),
    Cue(
        key="forecast",
        words=r"(?:expect(?:s|ed|ations?)?|forecast(?:s|ed)?|project(?:ed|ions?)|predict(?:s|ed|ions?)?"
        r"|anticipat(?:es?|ed)|envisag(?:es?|ed)|foresee[sn]?|outlook)",
        status="F",
    ),
    Cue(
        key="plan",
        words=r"(?:plan(?:s|ned|ning)?|target(?:s|ed|ing)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|goals?"
        r"|pledg(?:es?|ed)|commit(?:s|ted)\s+to|propos(?:es?|ed|als?)|schedul(?:es?|ed)|earmarked|in\s+the\s+pipeline"
        r"|(?:in|under)\s+(?:development|construction|preparation)|to\s+be\s+(?:built|opened|completed|constructed))",
        nature="plan",
    ),
    Cue(key="potential", words=r"potential(?:ly)?|could|might|possibl[ey]|(?-i:may)(?=\s+[a-z])", nature="potential"),
    Cue(
        key="capacity",
        words=rf"capacit(?:y|ies)|capable\s+of|(?:can|able\s+to)\s+(?:{_DOING})|designed\s+(?:for|to)|rated\s+at|nameplate",
        nature="capacity",
    ),
    Cue(key="estimate", words=r"(?:estimat(?:es?|ed|ions?)|reckoned|believed|thought\s+to)", status="E"),
    Cue(
        key="reported",
        words=r"(?:has|have|had)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+|since\s+)?(?:been\s+)?"
        rf"(?!{_NOT_YET})(?:\w{{2,}}ed|risen|fallen|grown|become)"
        rf"|(?:was|were)(?!\s+(?:\w+ly\s+|still\s+|also\s+|then\s+|not\s+)?(?:{_NOT_YET}))|rose|fell|grew|shrank|reached|exceeded|total(?:l)?ed|amounted|stood|increased|decreased|declined"
        r"|dropped|jumped|climbed|surged|produced|exported|imported|carried|handled|shipped|sold|bought|spent|earned"
        r"|employed|recorded|registered|reported|posted|paid|received|gained|lost|generated|transported|visited"
        r"|doubled|tripled|quadrupled|halved|accounted\s+for",
        status="A",
    ),
)
_BY_KEY = {cue.key: cue for cue in CUES}
_CUE = re.compile(r"\b(?:" + "|".join(f"(?P<{cue.key}>{cue.words})" for cue in CUES) + r")\b", re.IGNORECASE)

_PART = re.compile(
    r"[;:—]|\s[–-]\s|\b(?:but|while|whereas|although|though|however|compared)\b"
    r"|\band\b(?=\s+(?:has|have|had|is|are|was|were|will|would|could|can|may|might|should)\b)"
    r"|,\s+(?=(?:up|down)\s+from\b|\w+ing\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:which|who|whose|where|when)\b[^,;]{0,200},|\([^()]{0,200}\)", re.IGNORECASE)
_ACCORDING = re.compile(
    r"(?:according to|based on|under)\s[^,.;]{0,60}?\b(?:(?P<estimate>estimates?)|(?P<forecast>forecasts?|projections?)"
    r"|(?P<plan>plans?))\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:of|among)\s+(?:them|these|those)\b", re.IGNORECASE)

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_BEFORE, _AFTER = 300, 120
"""Characters of a clause that are looked at, so that a text without full stops costs no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the words say of a number: the cues that oblige, all that allow, and the words themselves."""

    near: tuple[Cue, ...] = ()
    all: tuple[Cue, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses that the near words say."""
        return frozenset(cue.status for cue in self.near if cue.status)

    @property
    def natures(self) -> frozenset[Nature]:
        """The natures that the near words say and that are no mere possibility of a "will"."""
        return frozenset(cue.nature for cue in self.near if cue.nature and not cue.status)

    @property
    def allowed_statuses(self) -> frozenset[Status]:
        """The statuses that any of the words allows."""
        return frozenset(cue.status for cue in self.all if cue.status)

    @property
    def allowed_natures(self) -> frozenset[Nature]:
        """The natures that any of the words allows."""
        return frozenset(cue.nature for cue in self.all if cue.nature)

    @property
    def quoted(self) -> str:
        """The words, for a message."""
        return ", ".join(f"“{' '.join(word.split())}”" for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    cue: Cue
    words: str
    start: int
    end: int


def said(read: Read, mention: Mention) -> Said:
    """Return what the words round a mention say of it."""
    sentence = _sentence(read, mention)
    clause = _clause(read, sentence, mention)
    found = list(_cues(read, clause))
    before = [cue for cue in found if cue.end <= mention.number_start]
    chosen = before or [cue for cue in found if cue.start >= mention.number_end]
    according = _according(read, sentence, clause)
    if not chosen and not according:
        return _from_sentence_before(read, sentence, read.sentence_at(mention.number_start))
    near = [cue for cue in chosen if not _other_amount_between(read, cue, mention)]
    return _said([*according, *near], [*according, *chosen])


def _said(near: list[_Found], every: list[_Found]) -> Said:
    return Said(
        near=tuple(found.cue for found in near),
        all=tuple(found.cue for found in every),
        words=tuple(dict.fromkeys(found.words for found in near)),
    )


def _from_sentence_before(read: Read, sentence: Span, index: int) -> Said:
    """Ask the sentence before, where this one says nothing and points back to it."""
    start = max(sentence.start, sentence.end - _BEFORE)
    if index == 0 or not _POINTS_BACK.search(read.text, start, sentence.end):
        return Said()
    before = read.sentences[index - 1]
    if _PARAGRAPH.search(read.text, before.end, sentence.start):
        return Said()
    found = [cue for cue in _cues(read, before) if cue.cue.nature]
    return _said(found, found)


def clause_of(read: Read, mention: Mention) -> Span:
    """Return the clause in which a mention stands."""
    return _clause(read, _sentence(read, mention), mention)


def _sentence(read: Read, mention: Mention) -> Span:
    index = read.sentence_at(mention.number_start)
    return read.sentences[index] if read.sentences else Span(start=0, end=len(read.text))


def _clause(read: Read, sentence: Span, mention: Mention) -> Span:
    """Return the clause of a mention: up to what parts clauses on either side, or a relative clause that holds it."""
    start = max(sentence.start, mention.number_start - _BEFORE)
    end = min(sentence.end, mention.end + _AFTER)
    for aside in _asides(read, Span(start=start, end=end)):
        if aside.holds(mention.number):
            return aside
    for part in _PART.finditer(read.text, start, end):
        if part.end() <= mention.start:
            start = part.start() if part[0][0].isalpha() else part.end()
        elif part.start() >= mention.end:
            return Span(start=start, end=part.start())
    return Span(start=start, end=end)


def _asides(read: Read, stretch: Span) -> list[Span]:
    found = _ASIDE.finditer(read.text, stretch.start, stretch.end)
    return [Span(start=aside.start(), end=aside.end()) for aside in found]


def _cues(read: Read, clause: Span) -> Iterator[_Found]:
    """Find the cues of a clause, without those of a relative clause or brackets inside it."""
    stretch = Span(start=max(clause.start, clause.end - _BEFORE - _AFTER), end=clause.end)
    asides = [aside for aside in _asides(read, stretch) if not aside.holds(clause)]
    for found in _CUE.finditer(read.text, stretch.start, stretch.end):
        here = Span(start=found.start(), end=found.end())
        if not any(aside.holds(here) for aside in asides):
            yield _found(found)


def _found(match: re.Match[str]) -> _Found:
    return _Found(cue=_BY_KEY[match.lastgroup or ""], words=match[0], start=match.start(), end=match.end())


def _according(read: Read, sentence: Span, clause: Span) -> list[_Found]:
    """Find "According to the estimates, …", which holds for the whole sentence."""
    if match := _ACCORDING.match(read.text, sentence.start, sentence.end):
        return [_found(match)] if match.end() <= clause.start else []
    return []


def _other_amount_between(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether an amount of its own stands between a cue and the mention; the other end of a range does not."""
    between = sorted((cue.end, cue.start, mention.number_start, mention.number_end))[1:3]
    return any(
        other.kind == "quantity" and other.span != mention.span and other.unit not in {"×", "%"}
        for other in read.numbers_in(Span(start=between[0], end=between[1]))
    )
