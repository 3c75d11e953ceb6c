"""Whether a word governs a number: only such a word tells what the number is.

It stands before the number ("a capacity of 3 Mt", "will sell 5 Mt"), or behind it and governs it all
the same ("the 5 Mt expected by traders", "about 40 people are thought to have died").
"""

from __future__ import annotations

import re
from itertools import pairwise

from figures import units
from figures.checks import phrases
from figures.checks.phrases import INSERTED, OWNER, PAST, QUALIFIED
from figures.model import Mention, Span

_THAT = re.compile(r"\A\s+(?:that|for)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom(?:\s+\S+(?:\s+\S+){0,3}\s+to)?\s*\Z", re.IGNORECASE)
_BREAK = re.compile(
    r"[,;:()]|\b(?:after|before|because|since|when|while|where|who|whom|which|whose|that|why|how|what|than|despite"
    r"|(?<=the\s)(?:first|last)|following|given|if|although|though|unless|with|without|against|for|from|over|as|until|under|above|below|beyond"
    rf"|{PAST})\b|\b(?:and|but)\s+(?:\w+ed|\w+s)\b",
    re.IGNORECASE,
)
"""What begins another clause or a phrase of its own, or is the verb of a statement, between a word and a number."""

_KNOWN = re.compile(rf"{OWNER}\Z", re.IGNORECASE)
_KNOWN_FEW = re.compile(rf"{OWNER}(?:(?:last|first|other|next|remaining)\s+)?\Z", re.IGNORECASE)
_NOT = re.compile(r"\s*(?:not|n['’]t)\b", re.IGNORECASE)
_AGO = re.compile(r"\s+(?:ago|earlier|later)\b", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r"\s+(?:of|for|is|was|are|were|at|to)\b|\s*\Z", re.IGNORECASE)
_NOUN = re.compile(
    r"capacit(?:y|ies)|potential|targets?|goals?|aims?|plans?|outlook|proposals?|estimates?|estimations?"
    r"|expectations?|predictions?|projections?|forecasts?|nameplate",
    re.IGNORECASE,
)
_NO_VERB = re.compile(r"capacit(?:y|ies)|nameplate|potential", re.IGNORECASE)
_BEFORE_NOUN = re.compile(r"\b(?:the|an?|its|their|his|her|this|that|of|in|on|our|no)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_BEFORE_PLURAL = re.compile(r"\b(?:the|its|their|his|her|these|of|in|on|our|no)\s+\Z", re.IGNORECASE)
_POSSIBLY = re.compile(r"possibl[ey]|potentially", re.IGNORECASE)
_VOLTS = frozenset({"V", "mV", "kV", "µV", "MV"})
_SUPPOSES = re.compile(r"if|unless|whether|assuming|supposing", re.IGNORECASE)
_AS_MUCH = re.compile(r"\bas\s+(?:much|many|few|little|high|low|early|late)\s+as\s+", re.IGNORECASE)
_IS_OF = re.compile(
    r"\s+(?:for|of|in|on|from)\s+(?:\w+\s+){1,3}(?:is|was|are|were|stands\s+at|stood\s+at)\s+(?:\w+ly\s+)?",
    re.IGNORECASE,
)
"""Between a noun and its number: "the target for wheat is 5 Mt"."""

_NOT_SUPPOSED = re.compile(
    r"[,;:()]|\b(?:that|which|who|whose|where|when|because|after|before|than|since|while|but|then)\b", re.IGNORECASE
)
"""What ends a supposition: up to there, whatever verb stands in it, nothing is reported."""


def governs(text: str, word: Span, mention: Mention) -> bool:
    """Whether a word before a number is its noun ("a capacity of 3 Mt"), or the verb or auxiliary of its verb group."""
    whole = INSERTED.sub("", text[word.end : max(word.end, mention.start)])
    between = _AS_MUCH.sub("", _THAT.sub("", whole))
    between = _FROM_TO.sub("", between) if mention.role == "to" else between
    said = text[word.start : word.end]
    if _NOT.match(between) or _AGO.match(text, mention.end):
        return False
    if _SUPPOSES.fullmatch(said):
        return not (_NOT_SUPPOSED.search(between) or _KNOWN.search(between))
    if _NOUN.fullmatch(said) and _IS_OF.fullmatch(whole):
        return True
    return _reaches(text, word, mention, between)


def _reaches(text: str, word: Span, mention: Mention, between: str) -> bool:
    """Whether nothing between a word and a number parts them."""
    said = text[word.start : word.end]
    if _BREAK.search(between) or _KNOWN.search(between) or between.lstrip().startswith(("and ", "or ")):
        return False
    if _POSSIBLY.fullmatch(said):
        return len(between.split()) <= 2 and " the " not in between
    if said.casefold() == "potential" and mention.unit in _VOLTS:
        return False
    if _NOUN.fullmatch(said) and (_NO_VERB.fullmatch(said) or _noun(text, word)):
        return bool(_OF_ITS_OWN.match(between)) and not re.match(r"\s+(?:is|was|are|were)\s+\w+ed\b", between)
    return True


def of_known_things(text: str, mention: Mention) -> bool:
    """Whether a number counts things that are there, whatever is said of them: "the 5 ships"."""
    counts = not units.known((mention.unit or "").partition("/")[0])
    return counts and bool(_KNOWN.search(phrases.before(text, mention.start)))


def is_noun(words: str) -> bool:
    """Whether these words can be the noun of a number: "forecast", "target"."""
    return bool(_NOUN.fullmatch(words))


def _noun(text: str, word: Span) -> bool:
    """Whether a word that may be a noun or a verb stands as a noun: "the target of", and not "they target"."""
    stands = _BEFORE_PLURAL if text[word.start : word.end].endswith("s") else _BEFORE_NOUN
    return bool(stands.search(phrases.before(text, word.start)))


def in_row(between: str) -> bool:
    """Whether one amount follows another as its equal: "3 ports and 4 plants"."""
    return bool(re.search(r"\b(?:and|or)\b|,", between)) and not re.search(
        rf"\b(?:{PAST}|after|because|when|who|which|that|while|than|from)\b", between, re.IGNORECASE
    )


_JOINT = re.compile(rf"(,|\b(?:and|or|plus))\s+{QUALIFIED}\Z", re.IGNORECASE)
_VERB_AFTER = re.compile(
    rf"\s+(?:(?:of|in|for|from)\s+)?(?:[a-z’'-]+\s+){{0,2}}?(?:is|are|was|were|has|have|will|would|{PAST})\b",
    re.IGNORECASE,
)


def joined(text: str, row: list[Span]) -> bool:
    """Whether amounts stand in one row, each just after its comma or "and", the last of them with its "and".

    What has a verb of its own after it is no part of the row: "will sell 2 t, and 5 t was lost".
    """
    gaps = [text[one.end : other.start] for one, other in pairwise(row)]
    joints = [joint[1] for gap in gaps if in_row(gap) and (joint := _JOINT.search(gap))]
    return len(joints) == len(gaps) and joints[-1] != "," and not _VERB_AFTER.match(text, row[-1].end)


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
    r"(?:(?:(?:an?|the|its|their)\s+)?(?:spending|invest\w+|sums?|totals?|amounts?|costs?|loss(?:es)?|profits?|sales|savings"
    r"|output|production|exports|imports|funding|grants?|loans?|payments?|growth)\s+of\s+)?"
    rf"{QUALIFIED}\Z",
    re.IGNORECASE,
)
"""Before a number that is the subject of its clause."""

_SUBJECT_TO_VERB = re.compile(
    rf"\s+(?:of\s+[a-z’'-]+\s+)?(?:(?!\w+ed\b|(?:{PAST}|of|in|on|at|with|for|from|who|which|that|and|or|to)\b)[a-z’'-]+\s+){{0,2}}?"
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


_HAVE = (
    r"(?:(?:would|could|should|might|may|must|ought\s+to)(?:n['’]t)?|(?:was|were)\s+(?:\w+\s+)?to)\s+"
    r"(?:(?:not|never|also|then|well|still|all|now|long|already|\w+ly)\s+)*have|(?:would|could|should|might|must)['’]ve"
)
_SHOULD = r"(?:should|ought\s+to)(?=\s+(?!have\b)[a-z])"
_UNREAL = re.compile(
    rf"\b(?P<word>{_HAVE}|{_SHOULD}|(?:wish(?:es|ed|ing)?|if|as\s+though|unless|supposing)\s+(?:only\s+)?(?:\w+\s+){{1,4}}had)\b",
    re.IGNORECASE,
)
_UNREAL_AFTER = re.compile(
    rf"\s+(?:(?!\w+ed\b|{PAST}|and\b|who\b|that\b|which\b)[a-z]+\s+){{0,3}}?(?P<word>{_HAVE})\b", re.IGNORECASE
)
_NOT_SUBJECT = re.compile(rf"\b(?:\w+ed|{PAST}|was|were|is|are|have|who|which|with|of|by|for|after)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"[,;]|\b(?:it|he|she|they|we|I|you|how|why|what|where|because|after|before|when|since|that|which|who|had|but|than|until|if|while|with)\b",
    re.IGNORECASE,
)


def unreal(text: str, clause: Span, mention: Mention) -> str:
    """Return the words by which a number is not so, or not surely: "would have sold 5 Mt", "if it had been 5 Mt"."""
    before = text[clause.start : mention.start]
    if _KNOWN_FEW.search(before):
        return ""
    words = INSERTED.sub("", before)
    for found in _UNREAL.finditer(words):
        if not _OTHER.search(words[found.end() :]):
            return found["word"]
    after = _UNREAL_AFTER.match(text, mention.end, clause.end)
    return after["word"] if after and not _NOT_SUBJECT.search(before) else ""
