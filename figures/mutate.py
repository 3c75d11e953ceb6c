"""The mutation score: how many wrong catalogues the checks can tell from the right one.

Every amount is changed in every way that a slip of the keyboard or of the eye could change it, one
at a time; every quote and every event too. A change is caught when the reader of catalogues would
refuse it or a check fails. Nothing is random: the same catalogue has the same score.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, get_args

from figures import dates, units
from figures.checks import first_failure
from figures.checks.context import Reads, Work
from figures.checks.quotes import quote
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
_MARGIN = 1100
"""Text kept on each side of a quote that is altered: more than the longest prefix or suffix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, and the code of the check that caught it: ``form`` is the reader's; empty: it survived."""

    kind: Kind
    subject: str
    what: str
    caught_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationReport:
    """Every change that was tried. ``unscored`` names claims and events that fail before any change."""

    changes: tuple[Change, ...]
    unscored: tuple[str, ...] = ()

    @property
    def survivors(self) -> tuple[Change, ...]:
        """The changes that no check caught."""
        return tuple(change for change in self.changes if not change.caught_by)

    def by_kind(self) -> dict[Kind, tuple[int, int]]:
        """Count the changes caught and made, by kind."""
        counts: dict[Kind, tuple[int, int]] = {}
        for kind in KINDS:
            caught = [bool(change.caught_by) for change in self.changes if change.kind == kind]
            if caught:
                counts[kind] = (sum(caught), len(caught))
        return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mutant:
    """A change not yet tried. ``after`` holds what was changed; without it the form is already wrong."""

    kind: Kind
    subject: str
    what: str
    after: tuple[Claim | Event, ...] = ()


def mutate(catalogue: Catalogue) -> MutationReport:
    """Try every change of every amount, quote and event of a catalogue."""
    judge = _Judge(catalogue)
    items: tuple[Claim | Event, ...] = (*catalogue.claims, *catalogue.events)
    unscored = tuple(item.id for item in items if judge.fails_already(item))
    changes: list[Change] = []
    for group in _groups(catalogue, unscored):
        changes += [judge.tried(mutant, group) for mutant in _of_claims(catalogue, group)]
    scored = [event for event in catalogue.events if event.id not in unscored]
    changes += [judge.tried(mutant, ()) for event in scored for mutant in _of_event(event)]
    for item in items:
        if item.id not in unscored:
            changes += judge.letters(item)
    return MutationReport(changes=tuple(changes), unscored=unscored)


class _Judge:
    """Decides whether a change is caught; looks first at what the change can reach, then at everything."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._reads: Reads = {}
        self._bare = tuple(replace(source, set_aside=()) for source in catalogue.sources)
        self._whole_fails = first_failure(catalogue, self._reads) is not None

    def fails_already(self, item: Claim | Event) -> bool:
        """Whether a claim or event fails before any change, by itself."""
        return first_failure(self._part((item,)), self._reads, whole=False) is not None

    def tried(self, mutant: _Mutant, group: tuple[Claim, ...]) -> Change:
        """Check a changed claim beside those that share its quote; and, where that is not enough, the whole."""
        code = "form"
        if mutant.after:
            after = {item.id: item for item in mutant.after}
            near: dict[str, Claim | Event] = {**{claim.id: claim for claim in group}, **after}
            finding = first_failure(self._part(tuple(near.values())), self._reads, whole=False)
            if finding is None and not self._whole_fails:
                finding = first_failure(self._with(after), self._reads)
            code = finding.code if finding else ""
        return Change(kind=mutant.kind, subject=mutant.subject, what=mutant.what, caught_by=code)

    def _part(self, items: tuple[Claim | Event, ...]) -> Catalogue:
        claims = tuple(item for item in items if isinstance(item, Claim))
        events = tuple(item for item in items if isinstance(item, Event))
        return replace(self._catalogue, claims=claims, events=events, apart=(), sources=self._bare)

    def _with(self, after: dict[str, Claim | Event]) -> Catalogue:
        claims = tuple(after.get(claim.id, claim) for claim in self._catalogue.claims)
        events = tuple(after.get(event.id, event) for event in self._catalogue.events)
        return replace(
            self._catalogue,
            claims=tuple(item for item in claims if isinstance(item, Claim)),
            events=tuple(item for item in events if isinstance(item, Event)),
        )

    def letters(self, item: Claim | Event) -> Iterator[Change]:
        """Change each character of a quote in the stored text, its SHA-256 brought up to date."""
        source = next(source for source in self._bare if source.id == item.source)
        work = Work(self._part((item,)), self._reads)
        place = next(work.quotes[item.id] for _ in quote(work, item) if item.id in work.quotes)
        text = source.text or ""
        before, after = text[max(0, place.start - _MARGIN) : place.start], text[place.end : place.end + _MARGIN]
        words = text[place.start : place.end]
        for at, old in enumerate(words):
            if not old.isspace():
                new = _other_letter(old)
                stored = f"{before}{words[:at]}{new}{words[at + 1 :]}{after}"
                code = self._noticed(item, source, stored)
                what = f"“{old}” to “{new}” at {place.start + at}"
                yield Change(kind="quote", subject=item.id, what=what, caught_by=code)

    def _noticed(self, item: Claim | Event, source: Source, stored: str) -> str:
        digest = hashlib.sha256(stored.encode("utf-8", "surrogatepass")).hexdigest()
        altered = replace(source, text=stored, sha256=digest, sha256_found=digest)
        finding = first_failure(replace(self._part((item,)), sources=(altered,)), {}, whole=False)
        return finding.code if finding else ""


def _groups(catalogue: Catalogue, unscored: tuple[str, ...]) -> list[tuple[Claim, ...]]:
    """Group the claims by their quote: amounts are exchanged inside a group."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in catalogue.claims:
        if claim.id not in unscored:
            groups.setdefault((claim.source, claim.quote), []).append(claim)
    return [tuple(group) for group in groups.values()]


def _of_claims(catalogue: Catalogue, group: tuple[Claim, ...]) -> Iterator[_Mutant]:
    for claim in group:
        source = next(source for source in catalogue.sources if source.id == claim.source)
        for amount in claim.amounts:
            for kind, what, changed in _of_amount(catalogue, source, amount):
                after = (_with_amount(claim, changed),) if changed else ()
                yield _Mutant(kind=kind, subject=amount.id, what=what, after=after)
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
    yield from _of_codes(amount)
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


def _of_codes(amount: Amount) -> _Changed:
    """Every other bound and role; every other status and nature where one is given."""
    for bound in get_args(Bound):
        if bound != amount.bound:
            yield "bound", f"{amount.bound} to {bound}", replace(amount, bound=bound)
    for role in get_args(Role):
        if role != amount.role:
            yield "role", f"{amount.role} to {role}", replace(amount, role=role)
    for status in get_args(Status):
        if amount.status not in {None, status}:
            yield "status", f"{amount.status} to {status}", replace(amount, status=status)
    for nature in get_args(Nature):
        if amount.nature not in {None, nature}:
            yield "nature", f"{amount.nature} to {nature}", replace(amount, nature=nature)


def _of_period(source: Source, amount: Amount) -> _Changed:
    """Every other digit, a month that nobody stated, vagueness, no period; a period for what has none."""
    if not amount.period:
        year = source.date[:4]
        for period in (year, source.date) if year.isdigit() else ():
            yield "period", f"none to {period}", replace(amount, period=period, undated="")
        return
    yield "period", f"{amount.period} to none", replace(amount, period="", undated="not said")
    for period in (*_other_digits(amount.period), f"{amount.period}~", f"{amount.period}-01", f"../{amount.period}"):
        changed = replace(amount, period=period) if _is_date(period) else None
        yield "period", f"{amount.period} to {period}", changed


def _exchanged(group: tuple[Claim, ...]) -> Iterator[_Mutant]:
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
                yield _Mutant(kind="exchange", subject=f"{a.id}, {b.id}", what=names[0], after=after)


def _of_event(event: Event) -> Iterator[_Mutant]:
    course: Literal["happened", "planned"] = "planned" if event.course == "happened" else "happened"
    changed = (replace(event, course=course),)
    yield _Mutant(kind="event", subject=event.id, what=f"{event.course} to {course}", after=changed)
    for date in _other_digits(event.date):
        after = (replace(event, date=date),) if _is_date(date) else ()
        yield _Mutant(kind="event", subject=event.id, what=f"{event.date} to {date}", after=after)
    for text in _other_digits(event.text):
        after = (replace(event, text=text),)
        yield _Mutant(kind="event", subject=event.id, what=f"{event.text} to {text}", after=after)


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


def _is_date(edtf: str) -> bool:
    try:
        dates.parse(edtf)
    except ValueError:
        return False
    return True


def _other_letter(old: str) -> str:
    """Return a character that no equivalence takes for the old one."""
    if old.isdigit():
        return "7" if old != "7" else "1"
    return "x" if old != "x" else "q"
