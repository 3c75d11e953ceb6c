"""Rules on what is compared: the units of a measure, and the pairs of measures kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from figures import guard
from figures.checks.context import Work
from figures.checks.findings import failed, passed
from figures.model import UNDECIDED, Amount, Finding


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
