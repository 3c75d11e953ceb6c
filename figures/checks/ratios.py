"""Rule on changes that the source words: "almost triple", "halved", "rose 20%" beside the two ends of the change.

A ratio word agrees with the change beside it within these limits, ``r`` being ``to`` divided by
``from`` and ``n`` the word's number: "triple" and "about triple" 0.9 n to 1.1 n; "almost triple"
0.85 n up to n; "more than triple" above n, "at least triple" from n, both below n + 1. Of several
changes in one claim a word belongs to the nearest, and to none in another clause.

A share, "rose by a third" or "fell 20%", belongs to a change that stands directly beside it. It
agrees within a tenth and one point, however the two ends were rounded ("halved": as 50% of them as
they stand); "more than" up to one and a half times, "less than" down to half.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from figures import guard
from figures.checks import phrases
from figures.checks.context import Read, Stated
from figures.checks.findings import failed, passed, skipped
from figures.checks.phrases import QUALIFIED
from figures.model import Finding, Mention, Span

_CLAUSE = re.compile(r"[;:]|,?\s+(?:after|while|when|because|although|though|but|whereas|since)\b", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|close to|just under|not quite)\s+\Z", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|above|exceed\w*)\s+\Z", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:at least|no less than|not less than)\s+\Z", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under|below|at most|up to)\s+\Z", re.IGNORECASE)
_HALVED = re.compile(r"\bhalv(?:ed|es|ing)\b", re.IGNORECASE)

_UP = (
    r"r[io]se[sn]?|rising|gr[eo]w(?:s|n|ing|th)?|up|(?:gain|climb|jump|soar|expand)(?:s|ed|ing)?"
    r"|(?:surg|increas|advanc)(?:e|es|ed|ing)"
)
_DOWN = (
    r"f[ae]ll(?:s|en|ing)?|down|lost|cut|slid|(?:drop|shr[aiu]nk|slump|contract)(?:s|ed|ped|ing|ping)?"
    r"|(?:declin|decreas|reduc|plung)(?:e|es|ed|ing)"
)
_CHANGE_OF = re.compile(
    r"\s+(?:(?P<up>rise|increase|growth|jump|gain|surge)|(?P<down>fall|drop|decline|decrease|cut|reduction|slump))"
    r"(?:\s+(?:took|brought|sent|pushed|lifted|drove|raised)\s+(?:\w+\s+){1,3}?(?=from\b|to\b))?",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{QUALIFIED}(?:(?:by|of)\s+)?{QUALIFIED}\Z", re.IGNORECASE
)
_TO_ENDS = re.compile(
    rf"(?:\s+(?:in|over|during|last|this)\s+(?:the\s+)?\w+)?[\s,(:–—-]*(?:(?:from|to)\s+)?{QUALIFIED}", re.IGNORECASE
)
_AFTER_ENDS = re.compile(r"[\s,(–—-]*(?:(?:or|an?)\s+)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[,\s]\d{3})*(?:\.(?P<decimals>\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """The two ends of a change: two amounts of one claim, so of one quote."""

    start: Stated
    end: Stated

    @property
    def read(self) -> Read:
        return self.start.read


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """A change worded as a share of where it started, in hundredths: less than nothing for a fall."""

    span: Span
    number_start: int
    points: Decimal
    is_number: bool = True
    """Whether it is worked out from the two ends before they were rounded, as "20%" is, and "halved" is not."""


def ratio_wording(stated: Iterable[Stated]) -> Iterator[Finding]:
    """Check "almost triple", and "rose by a third", against the two ends of the change in the same claim."""
    for changes in _changes(stated).values():
        read, quote = changes[0].read, changes[0].start.quote
        for mention in read.mentions_in(quote):
            if mention.unit == "×" and mention.value:
                ends = _nearest(changes, mention.span)
                if not _parted(ends, mention.span):
                    yield _ratio(ends, mention, mention.value)
            elif share := _share(read, mention):
                yield from (_shared(ends, share) for ends in changes if _beside(ends, share))
        for found in _HALVED.finditer(read.text, quote.start, quote.end):
            span = Span(start=found.start(), end=found.end())
            ends = _nearest(changes, span)
            if not _parted(ends, span):
                yield _shared(ends, _Share(span=span, number_start=span.start, points=Decimal(-50), is_number=False))


def _nearest(changes: list[_Change], word: Span) -> _Change:
    return min(changes, key=lambda ends: abs(ends.start.mention.start - word.start))


def _parted(ends: _Change, word: Span) -> bool:
    """Whether another clause begins between a ratio word and a change: "twice as much, after fees fell from 3 to 2"."""
    first, last = sorted((ends.start.mention.span, word))
    return bool(_CLAUSE.search(ends.read.text, first.end, last.start))


def _changes(stated: Iterable[Stated]) -> dict[str, list[_Change]]:
    """Return the changes by claim: each "from" with the "to" that comes next, or just before it."""
    waiting: dict[str, Stated] = {}
    changes: dict[str, list[_Change]] = {}
    for one in stated:
        if one.amount.role not in {"from", "to"}:
            continue
        other = waiting.get(one.claim.id)
        if other and other.amount.role != one.amount.role:
            ends = _Change(start=other, end=one) if one.amount.role == "to" else _Change(start=one, end=other)
            changes.setdefault(one.claim.id, []).append(ends)
            del waiting[one.claim.id]
        else:
            waiting[one.claim.id] = one
    return changes


def _share(read: Read, mention: Mention) -> _Share | None:
    """Read "rose 20%" and "fell by half"; a number that no such verb has is no change."""
    if mention.kind != "quantity" or mention.value is None or mention.value <= 0:
        return None
    in_words = mention.unit is None and mention.value < 1
    if mention.unit != "%" and not in_words:
        return None
    before = phrases.before(read.text, mention.number_start)
    verb, noun = _CHANGED_BY.search(before), _CHANGE_OF.match(read.text, mention.end)
    found = noun or verb
    if not found:
        return None
    points = mention.value * 100 if in_words else mention.value
    start = mention.number_start if noun or not verb else mention.number_start - len(before) + verb.start()
    span = Span(start=start, end=noun.end() if noun else mention.end)
    return _Share(span=span, number_start=mention.number_start, points=points if found["up"] else -points)


def _beside(ends: _Change, share: _Share) -> bool:
    """Whether a change stands directly beside a share: "rose 20%, from 5 to 6 Mt", "from 5 to 6 Mt, up 20%"."""
    read, spans = ends.read, (ends.start.mention.span, ends.end.mention.span)
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    if share.span.end <= first:
        return bool(_TO_ENDS.fullmatch(read.text, share.span.end, first))
    return share.span.start >= last and bool(_AFTER_ENDS.fullmatch(read.text, last, share.span.start))


def _ratio(ends: _Change, mention: Mention, said: Decimal) -> Finding:
    read = ends.read
    before = phrases.before(read.text, mention.number_start)
    qualified = _ALMOST.search(before) or _MORE.search(before) or _LEAST.search(before)
    worded = f"{qualified[0].strip()} {mention.text}" if qualified else mention.text
    return _judged(ends, worded, lambda ratio: _agrees(before, said, ratio))


def _shared(ends: _Change, share: _Share) -> Finding:
    read = ends.read
    before = phrases.before(read.text, share.number_start)
    return _judged(ends, read.words(share.span), lambda ratio: _share_agrees(before, share, ratio, ends))


def _judged(ends: _Change, worded: str, agrees: Callable[[Decimal], bool]) -> Finding:
    claim = ends.start.claim
    code, subject, place = "ratio-wording", claim.id, claim.place
    derived = guard.ratio(ends.start.amount, ends.end.amount)
    if isinstance(derived, guard.Refusal):
        return skipped(code, subject, derived.why, place)
    message = f"The amounts give {derived.words}; the source says “{worded}”."
    if agrees(derived.value):
        return passed(code, subject, message, place)
    if claim.sic:
        return skipped(code, subject, f"{message} A sic note explains the claim.", place)
    cure = "correct the amounts; or say in sic that the source contradicts itself"
    return failed(code, subject, message, place, cure)


def _agrees(before: str, said: Decimal, ratio: Decimal) -> bool:
    """Whether a ratio lies within the limits of the word and of what stands before it."""
    if _ALMOST.search(before):
        return said * Decimal("0.85") <= ratio <= said
    if _MORE.search(before):
        return said < ratio < said + 1
    if _LEAST.search(before):
        return said <= ratio < said + 1
    return said * Decimal("0.9") <= ratio <= said * Decimal("1.1")


def _share_agrees(before: str, share: _Share, ratio: Decimal, ends: _Change) -> bool:
    """Whether a change by so many hundredths lies within the limits of its words."""
    points = abs(share.points)
    low, high = points * Decimal("0.9") - 1, points * Decimal("1.1") + 1
    if _MORE.search(before) or _LEAST.search(before):
        high = points * Decimal("1.5") + 1
    if _LESS.search(before) or _ALMOST.search(before):
        low = points / 2
    first, last = (_rounding(one) if share.is_number else Decimal(0) for one in (ends.start, ends.end))
    lowest, highest = ratio * (1 - last) / (1 + first), ratio * (1 + last) / (1 - first)
    least, most = sorted((way - 1) * 100 * (1 if share.points > 0 else -1) for way in (lowest, highest))
    return least <= high and most >= low


def _rounding(stated: Stated) -> Decimal:
    """Return half of the last digit written, as a share of the value; nothing for a number in words."""
    mention = stated.mention
    digits = _NUMBER.match(stated.read.text, mention.number_start, mention.number_end)
    written = Decimal("".join(sign for sign in digits[0] if sign in "0123456789.")) if digits else None
    if not digits or not written:
        return Decimal(0)
    return Decimal(5).scaleb(-1 - len(digits["decimals"] or "")) / written
