"""Rules on status and nature: what the catalogue says of an amount, and what the words do.

Where the words give no cue the rule is skipped: a plain statement may be of any kind. A baseline
(the ``from`` of a change) is not obliged by words such as "potential", which speak of where the
change leads.
"""

from __future__ import annotations

from figures import dates, units
from figures.checks.context import Stated
from figures.checks.cues import Said
from figures.checks.findings import failed, passed, skipped
from figures.model import UNDECIDED, Amount, Finding

STATUS_WORDS = {"A": "reported", "E": "an estimate", "F": "a forecast", "U": "of low reliability"}
_SPECIAL = frozenset({"capacity", "potential", "plan"})


def status(stated: Stated, said: Said) -> Finding:
    """Check that the status agrees with the words, the period and the claim's ``sic``."""
    amount = stated.amount
    if problem := _status_problem(stated, said):
        return failed("amount-status", amount.id, problem[0], amount.place, problem[1])
    if amount.status is None:
        return passed("amount-status", amount.id, "No status is given, and no word calls for one.", amount.place)
    if amount.status == "U":
        message = "Low reliability is explained by the claim's sic note."
        return passed("amount-status", amount.id, message, amount.place)
    if amount.status in said.allowed_statuses:
        message = f"{STATUS_WORDS[amount.status].capitalize()}: the words say {said.quoted or 'so'}."
        return passed("amount-status", amount.id, message, amount.place)
    message = f"No word near the number tells whether it is {STATUS_WORDS[amount.status]}."
    return skipped("amount-status", amount.id, message, amount.place)


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
    if said.statuses:
        return _unlike_the_words(stated, said)
    return _unlike_the_nature(stated, said)


def _unlike_the_words(stated: Stated, said: Said) -> tuple[str, str] | None:
    amount, given = stated.amount, stated.amount.status
    baseline = amount.role == "from" and said.statuses == {"F"}
    if given in said.allowed_statuses or (given == "F" and ahead(stated)) or (baseline and given != "F"):
        return None
    if given is None and (amount.nature in _SPECIAL or said.statuses == {"A"}):
        return None
    wanted = " or ".join(STATUS_WORDS[status] for status in sorted(said.statuses))
    catalogue = f"says {STATUS_WORDS[given]}" if given else "gives no status"
    return f"The catalogue {catalogue}, the words say {wanted}: {said.quoted}.", _write("status", said.statuses)


def _unlike_the_nature(stated: Stated, said: Said) -> tuple[str, str] | None:
    given, natures = stated.amount.status, said.natures
    if given == "A" and natures and "capacity" not in natures and stated.amount.role != "from":
        return f"Reported, but the words speak of what is not yet: {said.quoted}.", "leave the status out, or write F"
    unfounded = stated.amount.role == "from" or natures == {"capacity"}
    if given == "F" and natures and unfounded and not ahead(stated):
        return f"A forecast, but no word says so; the words say {said.quoted}.", "leave the status out"
    return None


def nature(stated: Stated, said: Said) -> Finding:
    """Check that the nature agrees with the words and the unit."""
    amount = stated.amount
    if problem := _nature_problem(amount, said):
        return failed("amount-nature", amount.id, problem[0], amount.place, problem[1])
    if amount.nature and amount.nature in said.allowed_natures:
        message = f"{amount.nature.capitalize()}: the words say {said.quoted}."
        return passed("amount-nature", amount.id, message, amount.place)
    if amount.nature in _SPECIAL:
        message = f"No word near the number tells whether it is a {amount.nature}."
        return skipped("amount-nature", amount.id, message, amount.place)
    message = f"No word speaks against {amount.nature}." if amount.nature else "No nature is given."
    return passed("amount-nature", amount.id, message, amount.place)


def _nature_problem(amount: Amount, said: Said) -> tuple[str, str] | None:
    """What is wrong with the nature, and the cure."""
    given = amount.nature
    if given == "count" and units.known(amount.unit.partition("/")[0]):
        return f"A count has a counted noun for its unit; {amount.unit} is none.", "write nature: flow, or leave it out"
    if said.natures and given not in said.natures:
        hollow = amount.status == "F" and "capacity" not in said.natures
        if given not in _SPECIAL and (hollow or amount.role == "from" or amount.status == "U"):
            return None
        catalogue = f"says {given}" if given else "gives no nature"
        wanted = " or ".join(sorted(said.natures))
        return f"The catalogue {catalogue}, the words say {wanted}: {said.quoted}.", _write("nature", said.natures)
    if given in _SPECIAL and said.near and given not in said.allowed_natures:
        return f"The catalogue says {given}, but no word near the number does; they say {said.quoted}.", (
            "write the nature that the words have, or leave it out"
        )
    return None


def ahead(stated: Stated) -> bool:
    """Whether the period begins after the document's date."""
    if not stated.amount.period or stated.source.date == UNDECIDED:
        return False
    period, document = dates.parse(stated.amount.period), dates.parse(stated.source.date)
    begins = period.first or period.last
    return begins is not None and document.last is not None and begins > document.last


def _write(key: str, codes: frozenset[str]) -> str:
    return f"write {key}: {' or '.join(sorted(codes))}, or quote the words that say otherwise"
