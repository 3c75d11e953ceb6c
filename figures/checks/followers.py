"""Words after a number that govern it: "the 5 Mt expected by traders", "about 40 people are thought to have died"."""

from __future__ import annotations

import re

from figures import units
from figures.checks import phrases
from figures.checks.phrases import PAST, QUALIFIED
from figures.model import Mention, Span

_PARTICIPLE = re.compile(
    r"expected|forecast|projected|predicted|anticipated|envisaged|planned|targeted|intended|pledged|promised|budgeted|proposed"
    r"|scheduled|earmarked|estimated|guided|pencilled\s+in",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:(?:that|which)\s+(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+)?(?:(?:originally|previously|initially|first|once)\s+)?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:[.,;:)]|\Z)|\s+(?:by|in|for|at|under|on|from|earlier|previously|originally|last|this|next|when|an?\s+(?:year|month))\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|than|those|these)\s+\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were)\s+(?:(?:\w+ly|also|still|now|already|not)\s+)?\Z", re.IGNORECASE)
_AUXILIARY = re.compile(r"will|would|could|might|may|(?:is|are|was|were|looks?|seems?|appears?)\s", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:\A|[.;:!?—(\n“\"]\s*|,\s+(?:and\s+)?|\b(?:and|but|that|said|says)\s+)"
    rf"{QUALIFIED}\Z",
    re.IGNORECASE,
)
"""Before a number that is the subject of its clause."""

_SUBJECT_TO_VERB = re.compile(
    rf"\s+(?:(?!\w+ed\b|(?:{PAST}|of|in|on|at|with|for|from|who|which|that|and|or|to)\b)[a-z’'-]+\s+){{0,2}}?"
    r"(?:(?:is|are|was|were)\s+(?:(?:\w+ly|also|still|now|already|not)\s+)?(?:being\s+)?)?",
    re.IGNORECASE,
)


def follows(text: str, word: Span, mention: Mention) -> bool:
    """Whether a word after a number governs it all the same.

    It may be a participle just behind it ("the 5 Mt expected by traders") or the verb whose subject
    it is ("about 40 people are thought to have died"). "A quay, to cost 5 dollars, is planned" too.
    """
    between, said = text[mention.end : word.start], text[word.start : word.end]
    before = phrases.before(text, mention.start)
    future = re.search(r",\s+to\s+[a-z]+\s+\Z", before)
    if future and re.fullmatch(r",\s+(?:is|are|was|were)\s+", between):
        return True
    if _PARTICIPLE.fullmatch(said) and _BEHIND.fullmatch(between) and _ENDS.match(text, word.end):
        things = units.known((mention.unit or "").partition("/")[0])
        return things or bool(_DEFINITE.search(before))
    verb = _AUXILIARY.match(said) or _IS.search(between)
    return bool(verb and _SUBJECT.search(before) and _SUBJECT_TO_VERB.fullmatch(between))
