"""The words that tell what a number is: reported, estimated, forecast, planned, possible, a capacity.

Only words in the clause of the number count, and those before it first; where there are none, those
after it; where the sentence points back ("Four of them …"), those of the sentence before it in the
paragraph.
A word is *near* a number when it governs it: no other amount and no other clause stands between the
two, and it comes first. Only near words oblige; the others, in a comparison ("above forecasts") or
after the number, merely allow. What is "wished" or "would have been" is not reported, whatever verb
follows. A noun that has an amount of
its own ("a capacity of 3 Mt", "3 Mt of capacity") speaks of no other, and a verb that leads on ("the
potential to rise from 12 to 33 Mt") does not speak of where a change starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figures import units
from figures.checks import government
from figures.checks.clauses import AFTER, BEFORE, asides, clause_in, sentence_of
from figures.checks.context import Read
from figures.checks.cue_words import CUE, CUES, ESTIMATE, FORECAST, HINT, PLAN, Cue
from figures.checks.phrases import QUALIFIED
from figures.model import Mention, Nature, Span, Status

_ACCORDING = re.compile(
    r"(?:according to|based on|under)\s[^,.;]{0,60}?\b(?:(estimates?)|(forecasts?|projections?)|(plans?))\b",
    re.IGNORECASE,
)

_SUGGEST = re.compile(
    r"(?:[\w’'-]+\s+){0,4}?(?:(estimates?|calculations?)|(forecasts?|projections?|predictions?))\s+"
    r"(?:(?:for|of|by|from|in)\s+(?:[\w’'-]+\s+){1,4}?)?"
    r"(?:(?:suggest|show|impl|indicat|point)(?:s|y|ies|ied|e|es|ed)?|says?|said|sees?|saw|puts?|assumes?)\s",
    re.IGNORECASE,
)

_SUPPOSED = re.compile(r"if|unless|whether|assuming|supposing", re.IGNORECASE)
"""What these open ends with its comma: "If approved, it will carry 5 Mt" supposes no tonnes."""

_LEADS_ON = re.compile(
    r"(?:will|would|shall|could|might|may|(?:is|are|was|were)\s.*)|.*\s+to", re.IGNORECASE | re.DOTALL
)

_TO = re.compile(r"\s+to\b", re.IGNORECASE)

_OF_ITS_OWN = re.compile(rf"\s+(?:of|for)\s+{QUALIFIED}", re.IGNORECASE)

_BEFORE_IT = re.compile(r"[\s-]+(?:(?:of|in)\s+)?(?:\w+\s+)?", re.IGNORECASE)

_LISTED = re.compile(r"\s*(?:[,/–—-]|to|and|or)?\s*(?:and|or)?\s*", re.IGNORECASE)

_POINTS_BACK = re.compile(r"\b(?:of|among)\s+(?:them|these|those)\b", re.IGNORECASE)

_POINTS = re.compile(
    r"[“\"(]?(?:This|That|These|Those|It|They|Its|Their|Such|Of|Another|Some|Most|Half|Both|Each|All|And|So|Then|Together)\b"
)
"""Openings of a sentence that may go on from the sentence before it."""

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")

_HEADING = 80
"""Characters of a heading at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the words say of a number: the cues that oblige, all that allow, and the words themselves.

    ``leading`` are those that oblige a number of the same row: "will build 3 ports and 4 plants".
    """

    near: tuple[Cue, ...] = ()
    leading: tuple[Cue, ...] = ()
    all: tuple[Cue, ...] = ()
    words: tuple[str, ...] = ()
    unreal: str = ""
    """The words by which the number is not, or not surely, so: "would have"."""

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
    sentence = sentence_of(read, mention)
    clause = clause_in(read, sentence, mention)
    found = [cue for cue in _cues(read, clause) if _speaks_of(read, cue, mention)]
    before = [cue for cue in found if cue.end <= mention.number_start]
    after = [cue for cue in found if cue.start >= mention.number_end]
    owned = [cue for cue in after if cue.cue.noun and _owner(read, cue) == mention]
    following = [cue for cue in after if _follows(read, cue, mention)]
    if following and any(_just_before(read, cue, mention) for cue in before):
        chosen = [*before, *(cue for cue in owned if cue not in following)]
    elif following:
        chosen = list(dict.fromkeys([*owned, *following]))
    else:
        chosen = [*before, *owned] if before else after
    according = _according(read, sentence, mention)
    if unreal := government.unreal(read.text, clause, mention):
        return _said([], [cue for cue in [*according, *chosen] if cue.cue.status != "A"], unreal=unreal)
    if not chosen and not according:
        return _from_sentence_before(read, sentence, read.sentence_at(mention.number_start))
    leading = [cue for cue in chosen if _governs(read, cue, mention)]
    near = [cue for cue in leading if not _other_amount_between(read, cue, mention)]
    joining = [cue for cue in near if _is_of_a_noun(cue, near)]
    near, chosen = ([cue for cue in cues if cue not in joining] for cues in (near, chosen))
    return _said([*according, *near], [*according, *chosen], leading)


def hints(read: Read, mention: Mention) -> frozenset[Status | Nature]:
    """Return every status and nature for which a word stands round a mention.

    That is in its sentence (its relative clause, where it is in one), in the heading before it, or in the sentence
    before it where it points back there.
    A word that governs another number speaks of that one. What is planned or possible is forecast too, and what is
    about so much may be an estimate.
    """
    index = read.sentence_at(mention.number_start)
    sentence = sentence_of(read, mention)
    whole = Span(start=max(sentence.start, mention.start - BEFORE), end=min(sentence.end, mention.end + AFTER))
    parts = [next((aside for aside in asides(read, whole) if aside.holds(mention.number)), whole)]
    if index:
        before = read.sentences[index - 1]
        heading = read.text[before.end - 1] not in ".!?" and before.end - before.start < _HEADING
        points = _POINTS.match(read.text, sentence.start, sentence.end)
        if heading or (points and not _PARAGRAPH.search(read.text, before.end, sentence.start)):
            parts.append(Span(start=max(before.start, before.end - BEFORE), end=before.end))
    cues = [cue for part in parts for cue in _cues(read, part) if _speaks_of(read, cue, mention)]
    found = [cue.cue for cue in cues if not _of_another(read, cue, mention)]
    codes = {code for code, words in HINT.items() for part in parts if words.search(read.text, part.start, part.end)}
    cued = {code for cue in found for code in (cue.status, cue.nature) if code}
    inexact: set[Status | Nature] = {"E"} if mention.bound == "~" else set()
    return frozenset(codes | cued | inexact | ({"F"} if cued & {"plan", "potential"} else set()))


def _of_another(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether a word after a number governs another one: "sold 5 Mt, short of the 8 Mt planned".

    What will become of things that are there, "the 5 ships will sail", does not speak of how many they are.
    """
    if cue.start < mention.end:
        return False
    if government.of_known_things(read.text, mention) and not _follows(read, cue, mention):
        return True
    before = read.before(cue.start)
    return bool(before and before.number != mention.number and _follows(read, cue, before))


def _said(near: list[_Found], every: list[_Found], leading: Sequence[_Found] = (), unreal: str = "") -> Said:
    return Said(
        near=tuple(found.cue for found in near),
        leading=tuple(found.cue for found in leading),
        all=tuple(found.cue for found in every),
        words=tuple(dict.fromkeys(found.words for found in near or every)),
        unreal=unreal,
    )


def _from_sentence_before(read: Read, sentence: Span, index: int) -> Said:
    """Ask the sentence before, where this one says nothing and points back to it."""
    start = max(sentence.start, sentence.end - BEFORE)
    if index == 0 or not _POINTS_BACK.search(read.text, start, sentence.end):
        return Said()
    before = read.sentences[index - 1]
    if _PARAGRAPH.search(read.text, before.end, sentence.start):
        return Said()
    found = [cue for cue in _cues(read, before) if cue.cue.nature]
    return _said(found, found)


def _cues(read: Read, clause: Span) -> Iterator[_Found]:
    """Find the cues of a clause, without those of a relative clause or brackets inside it."""
    stretch = Span(start=max(clause.start, clause.end - BEFORE - AFTER), end=clause.end)
    inner = [aside for aside in asides(read, stretch) if not aside.holds(clause)]
    for found in CUE.finditer(read.text, stretch.start, stretch.end):
        here = Span(start=found.start(), end=found.end())
        if not any(aside.holds(here) for aside in inner) and not _counted(read, here):
            yield _found(found, CUES)


def _counted(read: Read, word: Span) -> bool:
    """Whether a word is the noun that an amount counts: "hit 3 targets"."""
    before = read.before(word.start)
    counts = before and before.kind == "quantity" and before.number_end <= word.start and before.end == word.end
    return bool(counts)


def _found(match: re.Match[str], cues: Sequence[Cue]) -> _Found:
    """Return the cue whose group matched; the groups are in the order of the cues."""
    return _Found(cue=cues[(match.lastindex or 0) - 1], words=match[0], start=match.start(), end=match.end())


def _according(read: Read, sentence: Span, mention: Mention) -> list[_Found]:
    """Find "According to the estimates, …" and "Forecasts suggest that …", which hold for the whole sentence."""
    ways = (pattern.match(read.text, sentence.start, sentence.end) for pattern in (_ACCORDING, _SUGGEST))
    return [_found(match, (ESTIMATE, FORECAST, PLAN)) for match in ways if match and match.end() <= mention.start]


def _other_amount_between(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether an amount of its own stands between a cue and the mention.

    The other end of a range does not, nor one of the same row: "will build 3 ports and 4 plants".
    """
    between = sorted((cue.end, cue.start, mention.number_start, mention.number_end))[1:3]
    inside = _amounts(read, Span(start=between[0], end=between[1]), mention)
    others = [one for one in inside if one.span != mention.span and one.unit not in {"×", "%"}]
    if not others:
        return False
    return cue.start > mention.start or not government.joined(read.text, [one.span for one in (*others, mention)])


def _amounts(read: Read, span: Span, mention: Mention) -> list[Mention]:
    """Return the amounts of a stretch; a time, "one day" or "within ten years", is one only among times."""
    found = [one for one in read.numbers_in(span) if one.kind == "quantity"]
    timed = units.is_time(mention.unit or "")
    return [one for one in found if timed or not units.is_time(one.unit or "")]


def _governs(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether a cue obliges a mention, or the first of a row of amounts that it is in."""
    if cue.start >= mention.number_end:
        return _follows(read, cue, mention)
    if cue.cue.status == "A":
        return True
    first = next(iter(_amounts(read, Span(start=cue.end, end=mention.number_end), mention)), mention)
    if first.number_start < mention.number_start and not government.in_row(read.text[first.end : mention.start]):
        first = mention
    return government.governs(read.text, Span(start=cue.start, end=cue.end), first)


def _follows(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether a cue after a number governs it; what is reported needs no word, so none of its words obliges."""
    return cue.cue.status != "A" and government.follows(read.text, Span(start=cue.start, end=cue.end), mention)


def _is_of_a_noun(cue: _Found, near: Sequence[_Found]) -> bool:
    """Whether "was" only joins a noun to its number: "the forecast was 5 Mt" reports nothing."""
    joins = cue.words.casefold() in {"was", "were", "stood"}
    return joins and any(
        other.cue.status != "A" and government.is_noun(other.words) and other.end < cue.start for other in near
    )


def _just_before(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether a word reports a number just behind it: "shipped the 5 Mt planned for May" says that it shipped them."""
    return cue.cue.status == "A" and len(read.text[cue.end : mention.start].split()) <= 1


def _speaks_of(read: Read, cue: _Found, mention: Mention) -> bool:
    """Whether a cue may speak of a mention: no other amount has it as its own, and it does not lead on from it."""
    if _SUPPOSED.fullmatch(cue.words):
        return mention.start > cue.end and "," not in read.text[cue.end : mention.start]
    leads_on = bool(_LEADS_ON.fullmatch(cue.words) or _TO.match(read.text, cue.end))
    if leads_on:
        return mention.role != "from"
    owner = _owner(read, cue) if cue.cue.noun else None
    return owner is None or _in_one_list(read, owner, mention)


def _owner(read: Read, cue: _Found) -> Mention | None:
    """Return the amount that a noun has for its own: the one after "of", else the one just before it."""
    after = read.after(cue.end)
    if after and after.kind == "quantity" and _OF_ITS_OWN.fullmatch(read.text, cue.end, after.start):
        return after
    before = read.before(cue.start)
    if before and before.kind == "quantity" and _BEFORE_IT.fullmatch(read.text, before.end, max(before.end, cue.start)):
        return before
    return None


def _in_one_list(read: Read, owner: Mention, mention: Mention) -> bool:
    """Whether only numbers and joints stand between two mentions: "3, 4 and 5 Mt", "3 to 5 Mt"."""
    first, last = sorted((owner, mention), key=lambda one: one.number_start)
    row = read.numbers_in(Span(start=first.number_start, end=last.number_end))
    ends = [max(one.number_end, one.end if one.unit else 0) for one in row]
    gaps = zip(ends, [one.start for one in row[1:]], strict=False)
    return all(end >= start or _LISTED.fullmatch(read.text, end, start) for end, start in gaps)
