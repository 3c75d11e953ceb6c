"""Wrong catalogues made from a right one: every slip of the keyboard or of the eye, one at a time.

The changes of amounts and events; the letters of the quotes are changed where the score is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, get_args

from figures import dates, units
from figures.model import Amount, Bound, Catalogue, Claim, Event, Nature, Role, Source, Status

Kind = Literal[
    "digit of the value",
    "point of the value",
    "digit of the text",
    "point of the text",
    "power of ten",
    "unit",
    "sign",
    "bound",
    "role",
    "status",
    "nature",
    "period",
    "exchange",
    "event",
    "quote",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

_UNITS = ("t", "kg", "km", "m", "%", "h", "kWh", "MW", "USD", "EUR", "country", "t/year", "USD/year")
_POWERS = (-6, -3, -2, -1, 1, 2, 3, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A change not yet tried. ``after`` holds what was changed; without it the form is already wrong."""

    kind: Kind
    subject: str
    what: str
    after: tuple[Claim | Event, ...] = ()
    optional: tuple[str | None, ...] = ()
    """The status or nature before and after, where one of the two is none."""


def groups(catalogue: Catalogue, unscored: tuple[str, ...]) -> list[tuple[Claim, ...]]:
    """Group the claims by their quote: amounts are exchanged inside a group."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in catalogue.claims:
        if claim.id not in unscored:
            groups.setdefault((claim.source, claim.quote), []).append(claim)
    return [tuple(group) for group in groups.values()]


def of_claims(catalogue: Catalogue, group: tuple[Claim, ...]) -> Iterator[Mutant]:
    """Yield the changes of the amounts of claims that share a quote."""
    for claim in group:
        source = next(source for source in catalogue.sources if source.id == claim.source)
        for amount in claim.amounts:
            for kind, what, changed in _of_amount(catalogue, source, amount):
                after = (_with_amount(claim, changed),) if changed else ()
                yield Mutant(kind=kind, subject=amount.id, what=what, after=after)
            yield from _of_codes(claim, amount)
    yield from _exchanged(group)


def _with_amount(claim: Claim, changed: Amount) -> Claim:
    amounts = tuple(changed if amount.id == changed.id else amount for amount in claim.amounts)
    return replace(claim, amounts=amounts)


_Changed = Iterator[tuple[Kind, str, Amount | None]]


def _of_amount(catalogue: Catalogue, source: Source, amount: Amount) -> _Changed:
    yield from _of_value(catalogue, source, amount)
    for written in _other_digits(amount.text):
        yield "digit of the text", f"{amount.text} to {written}", replace(amount, text=written)
    for written in _other_points(amount.text):
        yield "point of the text", f"{amount.text} to {written}", replace(amount, text=written)
    for power in _POWERS:
        yield "power of ten", f"times 10^{power}", replace(amount, value=amount.value.scaleb(power))
    for unit in _UNITS:
        if unit != amount.unit:
            yield "unit", f"{amount.unit} to {unit}", replace(amount, unit=unit)
    yield "sign", f"{amount.value} to {-amount.value}", replace(amount, value=-amount.value)
    yield from _of_period(source, amount)


def _of_value(catalogue: Catalogue, source: Source, amount: Amount) -> _Changed:
    ways: tuple[tuple[Kind, Iterator[str]], ...] = (
        ("digit of the value", _other_digits(amount.written)),
        ("point of the value", _other_points(amount.written)),
    )
    for kind, written_ways in ways:
        for written in written_ways:
            what = f"{amount.written} to {written}"
            try:
                value, unit = units.read_value(written, catalogue.counted)
            except ValueError:
                yield kind, what, None
                continue
            sign, slash, rest = unit.partition("/")
            unit = source.currency.get(sign, sign) + slash + rest
            if value != amount.value:
                yield kind, what, replace(amount, written=written, value=value, unit=unit)


def _of_codes(claim: Claim, amount: Amount) -> Iterator[Mutant]:
    """Every other bound, role, status and nature; and no status or nature where one is given."""
    ways: tuple[tuple[Literal["bound", "role", "status", "nature"], tuple[str | None, ...]], ...] = (
        ("bound", get_args(Bound)),
        ("role", get_args(Role)),
        ("status", (*get_args(Status), None)),
        ("nature", (*get_args(Nature), None)),
    )
    for name, codes in ways:
        old = getattr(amount, name)
        for new in codes:
            if new != old:
                what = f"{old or 'none'} to {new or 'none'}"
                after = (_with_amount(claim, replace(amount, **{name: new})),)  # type: ignore[arg-type]  # by name
                optional = (old, new) if None in {old, new} else ()
                yield Mutant(kind=name, subject=amount.id, what=what, after=after, optional=optional)


def _of_period(source: Source, amount: Amount) -> _Changed:
    """Every other digit, a month that nobody stated, vagueness, no period; a period for what has none."""
    if not amount.period:
        year = source.date[:4]
        for period in (year, source.date) if year.isdigit() else ():
            yield "period", f"none to {period}", replace(amount, period=period, undated="")
        return
    yield "period", f"{amount.period} to none", replace(amount, period="", undated="not said")
    for period in (*_other_digits(amount.period), f"{amount.period}~", f"{amount.period}-01", f"../{amount.period}"):
        changed = replace(amount, period=period) if dates.is_date(period) else None
        yield "period", f"{amount.period} to {period}", changed


def _exchanged(group: tuple[Claim, ...]) -> Iterator[Mutant]:
    """Exchange the values, the words and the codes of each two amounts of a quote, where they differ."""
    owners = {amount.id: claim for claim in group for amount in claim.amounts}
    amounts = [amount for claim in group for amount in claim.amounts]
    for names in (("value", "unit", "written"), ("text",), ("role",), ("status", "nature")):
        for a, b in combinations(amounts, 2):
            if any(getattr(a, name) != getattr(b, name) for name in names):
                new_a = replace(a, **{name: getattr(b, name) for name in names})
                new_b = replace(b, **{name: getattr(a, name) for name in names})
                owner_a = _with_amount(owners[a.id], new_a)
                owner_b = _with_amount(owner_a if owners[a.id] is owners[b.id] else owners[b.id], new_b)
                after = (owner_b,) if owner_a.id == owner_b.id else (owner_a, owner_b)
                yield Mutant(kind="exchange", subject=f"{a.id}, {b.id}", what=names[0], after=after)


def of_event(event: Event) -> Iterator[Mutant]:
    """Yield the changes of an event's course, date and words."""
    course: Literal["happened", "planned"] = "planned" if event.course == "happened" else "happened"
    changed = (replace(event, course=course),)
    yield Mutant(kind="event", subject=event.id, what=f"{event.course} to {course}", after=changed)
    for date in _other_digits(event.date):
        after = (replace(event, date=date),) if dates.is_date(date) else ()
        yield Mutant(kind="event", subject=event.id, what=f"{event.date} to {date}", after=after)
    for text in _other_digits(event.text):
        after = (replace(event, text=text),)
        yield Mutant(kind="event", subject=event.id, what=f"{event.text} to {text}", after=after)


def _other_digits(written: str) -> Iterator[str]:
    """Yield the text with each digit turned into each other digit."""
    for at, old in enumerate(written):
        if old.isascii() and old.isdigit():
            yield from (f"{written[:at]}{new}{written[at + 1 :]}" for new in "0123456789" if new != old)


def _other_points(written: str) -> Iterator[str]:
    """Yield the text without its decimal point, and with one between any two digits."""
    bare = _POINT.sub("", written)
    if bare != written:
        yield bare
    for gap in _BETWEEN_DIGITS.finditer(bare):
        moved = f"{bare[: gap.start()]}.{bare[gap.start() :]}"
        if moved != written:
            yield moved


_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?=\d)")
