"""Rules on what is compared: the units of a measure, pairs kept apart, and ratios that the source words.

A ratio word agrees with the change beside it within these limits, ``r`` being ``to`` divided by
``from`` and ``n`` the word's number: "triple" and "about triple" 0.9 n to 1.1 n; "almost triple"
0.85 n up to n; "more than triple" above n, "at least triple" from n, both below n + 1. Of several
changes in one claim a word belongs to the nearest, and to none in another clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from figures import guard
from figures.checks.context import Stated, Work
from figures.checks.findings import failed, passed, skipped
from figures.model import UNDECIDED, Amount, Finding, Mention

_CLAUSE = re.compile(r"[;:]|,?\s+(?:after|while|when|because|although|though|but|whereas|since)\b", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|close to|just under|not quite)\s+\Z", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|above|exceed\w*)\s+\Z", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:at least|no less than|not less than)\s+\Z", re.IGNORECASE)


def ratio_wording(work: Work, stated: Iterable[Stated]) -> Iterator[Finding]:
    """Check "almost triple" against the two ends of the nearest change in the same claim."""
    for changes in _changes(stated).values():
        first = changes[0][0]
        for mention in first.read.mentions_in(first.quote):
            if mention.unit == "×" and mention.value:
                start, end = _nearest(changes, mention)
                if not _parted(start, mention):
                    yield _ratio(start, end, mention, mention.value)


def _nearest(changes: list[tuple[Stated, Stated]], word: Mention) -> tuple[Stated, Stated]:
    return min(changes, key=lambda ends: abs(ends[0].mention.start - word.start))


def _parted(start: Stated, word: Mention) -> bool:
    """Whether another clause begins between a ratio word and a change: "twice as much, after fees fell from 3 to 2"."""
    first, last = sorted((start.mention.span, word.span))
    return bool(_CLAUSE.search(start.read.text, first.end, last.start))


def _changes(stated: Iterable[Stated]) -> dict[str, list[tuple[Stated, Stated]]]:
    """Return the changes by claim: each "from" with the "to" that comes next."""
    starts: dict[str, Stated] = {}
    changes: dict[str, list[tuple[Stated, Stated]]] = {}
    for one in stated:
        if one.amount.role == "from":
            starts[one.claim.id] = one
        elif one.amount.role == "to" and (start := starts.pop(one.claim.id, None)):
            changes.setdefault(one.claim.id, []).append((start, one))
    return changes


def _ratio(first: Stated, last: Stated, mention: Mention, said: Decimal) -> Finding:
    code, subject, place = "ratio-wording", first.claim.id, first.claim.place
    derived = guard.ratio(first.amount, last.amount)
    if isinstance(derived, guard.Refusal):
        return skipped(code, subject, derived.why, place)
    before = first.read.text[max(0, mention.start - 20) : mention.number_start]
    qualified = _ALMOST.search(before) or _MORE.search(before) or _LEAST.search(before)
    worded = f"{qualified[0].strip()} {mention.text}" if qualified else mention.text
    message = f"The amounts give {derived.words}; the source says “{worded}”."
    if _agrees(before, said, derived.value):
        return passed(code, subject, message, place)
    if first.claim.sic:
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


def measure_units(work: Work) -> Iterator[Finding]:
    """Check that the amounts of each measure can be drawn on one axis."""
    by_measure: dict[str, list[Amount]] = {}
    for claim in work.catalogue.claims:
        if claim.measure != UNDECIDED:
            by_measure.setdefault(claim.measure, []).extend(a for a in claim.amounts if a.status != "U")
    measures = guard.measures(work.catalogue)
    for measure in work.catalogue.measures:
        amounts = by_measure.get(measure.id, [])
        strangers = list(_strangers(amounts, measures))
        for amount, why in strangers:
            message = f"The measure {measure.id} holds amounts that cannot meet. {why}"
            yield failed("measure-units", amount.id, message, amount.place, "give one of them a measure of its own")
        if amounts and not strangers:
            message = f"The amounts of {measure.id} can share an axis."
            yield passed("measure-units", measure.id, message, measure.place)


def _strangers(amounts: list[Amount], measures: dict[str, str]) -> Iterator[tuple[Amount, str]]:
    """Return the amounts that do not meet the first of each unit already seen, and why."""
    firsts: dict[str, Amount] = {}
    for amount in amounts:
        others = [first for unit, first in firsts.items() if unit != amount.unit]
        verdicts = [guard.may_share_axis(amount, other, measures) for other in others]
        firsts.setdefault(amount.unit, amount)
        yield from ((amount, verdict.why) for verdict in verdicts[:1] if not verdict.allowed)


def kept_apart(work: Work) -> Iterator[Finding]:
    """Check that each pair kept apart is one of two measures, each with a claim."""
    used = {claim.measure for claim in work.catalogue.claims}
    for apart in work.catalogue.apart:
        a, b = apart.between
        code, subject = "apart-measures", f"{a}, {b}"
        idle = [measure for measure in (a, b) if measure not in used]
        if idle:
            message = f"No claim counts {idle[0]}, so there is nothing to keep apart."
            yield failed(code, subject, message, apart.place, "name measures that claims count, or delete the pair")
        else:
            yield passed(code, subject, f"{a} and {b} are two measures with claims.", apart.place)
