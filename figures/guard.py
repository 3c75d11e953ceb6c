"""The comparability guard: which amounts may meet, and the sentence that says why others may not.

Amounts share an axis, a ratio, a sum or a growth rate only inside one measure and one unit. The one
exception is a forecast for one year, drawn inside a ceiling in the same unit a year of the same
measure: as a part of it, without line or ratio. What a source leaves doubtful (status U) meets nothing,
nor does a flow over a month meet one over a year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from figures import dates, numbers, units
from figures.model import UNDECIDED, Amount, Catalogue

_SIGNIFICANT = 3
"""A ratio that has no end as a decimal is rounded to so many digits, and says so."""

_NO_TRUE_ZERO = frozenset({"°C", "°F"})
"""20 °C is not twice as warm as 10 °C."""

_LOGARITHMS = frozenset({"dB", "dB(A)"})
"""60 dB is not twice as loud as 30 dB, but a thousand times as strong."""

_ALIKE = Decimal("1.1")
"""Two stretches of time are of one length while the longer is at most so many times the shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether two amounts may meet, and why (not), as a sentence for the reader."""

    allowed: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A number that we computed: never a row. ``exact`` is False where it is rounded, or a parent is about so much."""

    value: Decimal
    parents: tuple[str, ...]
    words: str
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a number is not computed."""

    why: str


def measures(catalogue: Catalogue) -> dict[str, str]:
    """Map the id of each claim to that of its measure: what the other functions ask for."""
    return {claim.id: claim.measure for claim in catalogue.claims}


def may_share_axis(a: Amount, b: Amount, measures: Mapping[str, str]) -> Verdict:
    """Whether two amounts may be drawn on one axis."""
    counted = measures.get(a.claim, UNDECIDED)
    same = counted not in {"", UNDECIDED} and counted == measures.get(b.claim)
    if why := _doubtful(a) or _doubtful(b) or _other_measure(a, b, same) or _other_length(a, b):
        return Verdict(allowed=False, why=why)
    if a.unit == b.unit or units.convert(a.value, a.unit, b.unit) is not None:
        return Verdict(allowed=True, why="They count the same thing in one unit.")
    ceiling = _inside(a, b) if _is_ceiling(b) else _inside(b, a)
    return ceiling if ceiling.allowed else Verdict(allowed=False, why=_other_unit(a, b))


def inside(forecast: Amount, ceiling: Amount, *, same_measure: bool | None = None) -> Verdict:
    """Whether a forecast may be drawn inside a ceiling. Without ``same_measure`` they must be of one claim."""
    same = forecast.claim == ceiling.claim if same_measure is None else same_measure
    if why := _doubtful(forecast) or _doubtful(ceiling) or _other_measure(forecast, ceiling, same):
        return Verdict(allowed=False, why=why)
    return _inside(forecast, ceiling)


def _inside(forecast: Amount, ceiling: Amount) -> Verdict:
    if not _is_ceiling(ceiling):
        return Verdict(allowed=False, why=f"{_shown(ceiling)} is no capacity, so nothing is drawn inside it.")
    if forecast.status != "F" or _is_ceiling(forecast):
        return Verdict(allowed=False, why=f"{_shown(forecast)} is no forecast, so it is not drawn inside a capacity.")
    base, _, per = ceiling.unit.partition("/")
    if (forecast.unit == ceiling.unit) or (per == "year" and forecast.unit == base and _one_year(forecast.period)):
        return Verdict(allowed=True, why="A forecast inside a ceiling: no line and no ratio between them.")
    return Verdict(allowed=False, why=_other_unit(forecast, ceiling))


def ratio(a: Amount, b: Amount, *, same_measure: bool | None = None) -> Derived | Refusal:
    """Compute ``b`` divided by ``a``. Without ``same_measure`` they must be of one claim."""
    same = a.claim == b.claim if same_measure is None else same_measure
    why = _doubtful(a) or _doubtful(b) or _other_measure(a, b, same) or _other_length(a, b) or _incomputable(a, b)
    value = None if why else units.convert(b.value, b.unit, a.unit)
    if value is None or not a.value:
        return Refusal(why=why or (_other_unit(a, b) if a.value else "Nothing is divided by zero."))
    exact = Fraction(value) / Fraction(a.value)
    rounded, ended = _decimal(exact)
    ended = ended and "~" not in {a.bound, b.bound}
    words = f"{numbers.plain(value)} ÷ {numbers.plain(a.value)} = {'' if ended else 'about '}{numbers.plain(rounded)}"
    return Derived(value=rounded, parents=(a.id, b.id), words=words, exact=ended)


def _incomputable(a: Amount, b: Amount) -> str:
    """Why no number is computed from two amounts of one measure; empty where it may be."""
    for amount in (a, b):
        if amount.bound not in {"=", "~"}:
            return f"{_shown(amount)} is a bound and no value, so nothing is computed from it."
        if amount.unit in _NO_TRUE_ZERO:
            return f"{amount.unit} has no true zero, so one value is no multiple of another."
        if amount.unit in _LOGARITHMS:
            return f"{amount.unit} is a logarithm, so one value is no multiple of another."
        if amount.value < 0:
            return f"{_shown(amount)} is below zero, so it is no multiple of another value."
    if (a.nature == "capacity") != (b.nature == "capacity"):
        return f"A capacity says what could be; {_shown(a)} and {_shown(b)} have no ratio."
    return ""


def _doubtful(amount: Amount) -> str:
    return f"{_shown(amount)} is doubtful in the source, so it meets no other number." if amount.status == "U" else ""


def _other_measure(a: Amount, b: Amount, same: bool) -> str:
    return "" if same else f"{_shown(a)} and {_shown(b)} count different things."


def _other_length(a: Amount, b: Amount) -> str:
    """Why two flows do not meet: one is of a year, the other of a month. A rate is the same over any time."""
    if {a.nature, b.nature} != {"flow"} or "/" in a.unit + b.unit:
        return ""
    lengths = [_days(amount.period) for amount in (a, b)]
    if not all(lengths) or max(lengths) <= _ALIKE * min(lengths):
        return ""
    return f"{_shown(a)} and {_shown(b)} are flows over times of different length: {a.period} and {b.period}."


def _days(period: str) -> int:
    """The days of a period; none where it has no two ends."""
    known = dates.parse(period) if period else None
    return (known.last - known.first).days + 1 if known and known.first and known.last else 0


def _other_unit(a: Amount, b: Amount) -> str:
    return f"{_shown(a)} and {_shown(b)} have units that do not meet: {a.unit} and {b.unit}."


def _is_ceiling(amount: Amount) -> bool:
    return amount.nature == "capacity"


def _one_year(period: str) -> bool:
    return bool(period) and dates.parse(period).precision == "year"


def _shown(amount: Amount) -> str:
    return numbers.shown(amount.value, amount.unit, amount.bound)


def _decimal(exact: Fraction) -> tuple[Decimal, bool]:
    """Write a fraction as a decimal, and tell whether it is the whole truth."""
    ended = units.decimal(exact)
    if ended is not None and len(ended.normalize().as_tuple().digits) <= 2 * _SIGNIFICANT:
        return ended, True
    return Context(prec=_SIGNIFICANT).divide(Decimal(exact.numerator), Decimal(exact.denominator)), False
