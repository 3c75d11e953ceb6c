"""Rules on status and nature: what the catalogue says of an amount, and what the words do.

A plain statement, without any such word, is reported: an estimate, a forecast, a capacity, a potential
and a plan each need a word of theirs in the clause, or at least close by, or a period that lies
ahead. A status is optional where the nature says it all, or where no nature is given and the words
report. A baseline (the ``from`` of a change) is not obliged by words such as "potential", which
speak of where the change leads.
"""

from __future__ import annotations

from collections.abc import Iterable

from figures import dates, units
from figures.checks import cues
from figures.checks.context import Stated
from figures.checks.cues import Said
from figures.checks.findings import failed, passed
from figures.model import UNDECIDED, Amount, Finding

STATUS_WORDS = {"A": "reported", "E": "an estimate", "F": "a forecast", "U": "of low reliability"}
_SPECIAL = frozenset({"capacity", "potential", "plan"})


def status(stated: Stated, said: Said) -> Finding:
    """Check that the status agrees with the words, the period and the claim's ``sic``."""
    amount = stated.amount
    if problem := _status_problem(stated, said):
        return failed("amount-status", amount.id, problem[0], amount.place, problem[1])
    return passed("amount-status", amount.id, _why_status(amount, said), amount.place)


def _why_status(amount: Amount, said: Said) -> str:
    """Say why a status holds."""
    if amount.status is None:
        return "No status is given, and no word calls for one."
    if amount.status == "U":
        return "Low reliability is explained by the claim's sic note."
    if amount.status in said.allowed_statuses:
        return f"{STATUS_WORDS[amount.status].capitalize()}: the words say {said.quoted or 'so'}."
    if amount.status == "A":
        return "Reported: the source says it without any word of doubt."
    return f"{STATUS_WORDS[amount.status].capitalize()}: the date, or words close by, allow it."


def _status_problem(stated: Stated, said: Said) -> tuple[str, str] | None:
    """What is wrong with the status, and the cure."""
    amount, given = stated.amount, stated.amount.status
    if stated.claim.sic and all(other.status != "U" for other in stated.claim.amounts):
        return "The claim has a sic note, but no amount of it is marked U.", "write status: U, or take the note away"
    if given == "U":
        cure = "say in sic what is odd, or give another status"
        return None if stated.claim.sic else ("Status U (low reliability) has no sic note that says why.", cure)
    if given == "A" and ahead(stated):
        message = f"Reported, but the period {amount.period} lies after the document's date, {stated.source.date}."
        return message, "write status: F, or correct the period"
    if said.unreal:
        message = f"Reported, but the words say that it is not, or not surely, so: “{' '.join(said.unreal.split())}”."
        return (message, "leave the status out, or write F") if given == "A" else None
    return (_unlike_the_words if said.statuses else _unlike_the_nature)(stated, said)


def _unlike_the_words(stated: Stated, said: Said) -> tuple[str, str] | None:
    amount, given = stated.amount, stated.amount.status
    if given in said.allowed_statuses or (given == "F" and ahead(stated)):
        return None
    if given is None and (amount.nature in _SPECIAL or (amount.nature is None and said.statuses == {"A"})):
        return None
    wanted = " or ".join(STATUS_WORDS[status] for status in sorted(said.statuses))
    catalogue = f"says {STATUS_WORDS[given]}" if given else "gives no status"
    return f"The catalogue {catalogue}, the words say {wanted}: {said.quoted}.", _write("status", said.statuses)


def _unlike_the_nature(stated: Stated, said: Said) -> tuple[str, str] | None:
    """Judge a status for which no near word stands: reported needs none, the others some word close by."""
    given, natures = stated.amount.status, said.natures
    if given == "A" and natures and "capacity" not in natures and stated.amount.role != "from":
        return f"Reported, but the words speak of what is not yet: {said.quoted}.", "leave the status out, or write F"
    if given not in {"E", "F"} or (given == "F" and ahead(stated)):
        return None
    founded = given in cues.hints(stated.read, stated.mention) or (given == "F" and natures & {"plan", "potential"})
    if founded and not (given == "F" and natures == {"capacity"}):
        return None
    says = f"the words say {said.quoted}" if said.near else "it stands there as plain fact"
    cure = "leave the status out" if natures else "write status: A, or quote the words that say otherwise"
    return f"{STATUS_WORDS[given].capitalize()}, but no word says so; {says}.", cure


def nature(stated: Stated, said: Said) -> Finding:
    """Check that the nature agrees with the words and the unit."""
    amount = stated.amount
    if problem := _nature_problem(stated, said):
        return failed("amount-nature", amount.id, problem[0], amount.place, problem[1])
    if amount.nature and amount.nature in said.allowed_natures:
        message = f"{amount.nature.capitalize()}: the words say {said.quoted}."
    elif amount.nature in _SPECIAL:
        message = f"{amount.nature.capitalize()}: the date, or words close by, allow it."
    else:
        message = f"No word speaks against {amount.nature}." if amount.nature else "No nature is given."
    return passed("amount-nature", amount.id, message, amount.place)


def _nature_problem(stated: Stated, said: Said) -> tuple[str, str] | None:
    """What is wrong with the nature, and the cure."""
    amount, given = stated.amount, stated.amount.nature
    if given in {"flow", "count"} and (problem := _unlike_the_unit(stated)):
        return problem
    if said.natures and given not in said.natures:
        return _unlike_the_near_words(amount, said)
    if given not in _SPECIAL or given in said.allowed_natures or said.unreal:
        return None
    cure = "write the nature that the words have, or leave it out"
    hinted = given in cues.hints(stated.read, stated.mention)
    if said.near and not (hinted and "F" in said.statuses):
        return f"The catalogue says {given}, but no word near the number does; they say {said.quoted}.", cure
    if hinted or (given == "plan" and ahead(stated)):
        return None
    return f"The catalogue says {given}, but no word round the number does.", cure


def _unlike_the_near_words(amount: Amount, said: Said) -> tuple[str, str] | None:
    """Judge a nature that is none of those that near words oblige to."""
    hollow = amount.status == "F" and "capacity" not in said.natures
    if amount.nature not in _SPECIAL and (hollow or amount.role == "from" or amount.status == "U"):
        return None
    catalogue = f"says {amount.nature}" if amount.nature else "gives no nature"
    wanted = " or ".join(sorted(said.natures))
    return f"The catalogue {catalogue}, the words say {wanted}: {said.quoted}.", _write("nature", said.natures)


def _unlike_the_unit(stated: Stated) -> tuple[str, str] | None:
    """Judge a count, which has a counted noun, and a flow, which is so much over a time."""
    amount = stated.amount
    base, _, per = amount.unit.partition("/")
    if amount.nature == "count" and units.known(base):
        return f"A count has a counted noun for its unit; {amount.unit} is none.", "write nature: flow, or leave it out"
    over_time = amount.period or any(units.is_time(unit) for unit in per.split("/"))
    if amount.nature == "flow" and not (over_time or "flow" in cues.hints(stated.read, stated.mention)):
        return "A flow is so much over a time, but no period, unit or word gives one.", "leave the nature out"
    return None


def ahead(stated: Stated) -> bool:
    """Whether the period begins after the document's date."""
    if not stated.amount.period or stated.source.date == UNDECIDED:
        return False
    period, document = dates.parse(stated.amount.period), dates.parse(stated.source.date)
    begins = period.first or period.last
    return begins is not None and document.last is not None and begins > document.last


def _write(key: str, codes: Iterable[str]) -> str:
    return f"write {key}: {' or '.join(sorted(codes))}, or quote the words that say otherwise"
