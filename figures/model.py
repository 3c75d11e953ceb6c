"""Frozen records: the words of the product, one meaning each.

Offsets are code points, half open, from 0. Values are exact decimals in the unit without
scale: "12 million tonnes" is ``Decimal("12000000")`` and ``"t"``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Bound = Literal["=", "<", "<=", ">", ">=", "~"]
"""FHIR comparators, and "~" for about."""

Role = Literal["single", "from", "to", "low", "high"]
Status = Literal["A", "E", "F", "U"]
"""SDMX observation status: A reported, E estimate, F forecast, U low reliability."""

Nature = Literal["flow", "capacity", "potential", "plan", "count"]
Kind = Literal["quantity", "date", "ordinal", "name", "other"]
Course = Literal["happened", "planned"]
Outcome = Literal["passed", "failed", "skipped"]
Reason = Literal[
    "document-date",
    "part-of-name",
    "ordinal",
    "wording",
    "count-outside-claims",
    "repeats-another",
    "out-of-scope",
    "not-a-quantity",
]
"""The closed list of reasons for which a mention is set aside."""

UNDECIDED = "undecided"
"""What a draft writes where the curator has to decide: right in form, a failed check."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a text, in code points, half open."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a file; line and column count from 1. ``keys`` has the line of each of its keys."""

    file: str
    line: int
    column: int = 1
    keys: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def of(self, key: str) -> Place:
        """Return the place of a key, or this one where the key is not written."""
        return Place(file=self.file, line=self.keys[key]) if key in self.keys else self

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A number that the reader finds in a text, in digits or in words.

    ``start`` and ``end`` enclose the mention with its unit, ``number_start`` and ``number_end``
    the digits or number words with their own scale word. ``value`` is None where the reader
    cannot say; ``edtf`` is set for dates, and for names that hold a year.
    """

    start: int
    end: int
    text: str
    number_start: int
    number_end: int
    kind: Kind
    value: Decimal | None = None
    unit: str | None = None
    bound: Bound = "="
    role: Role = "single"
    edtf: str | None = None

    @property
    def span(self) -> Span:
        """The mention with its unit."""
        return Span(start=self.start, end=self.end)

    @property
    def number(self) -> Span:
        """The digits or number words alone: what is lit, and what tells two mentions apart."""
        return Span(start=self.number_start, end=self.number_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A mention of the source that is no figure of the catalogue, and why."""

    text: str
    reason: Reason
    place: Place
    prefix: str = ""
    suffix: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document: its stored text, and what is known about it.

    ``text`` is None where the file could not be read; ``problem`` then says why.
    """

    id: str
    title: str
    publisher: str
    date: str
    language: str
    path: str
    sha256: str
    place: Place
    url: str = ""
    rights: str = ""
    currency: Mapping[str, str] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    text: str | None = None
    sha256_found: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Several measures that the catalogue shows together, without a common axis."""

    id: str
    title: str
    place: Place
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted: amounts meet on an axis only inside one measure."""

    id: str
    title: str
    place: Place
    note: str = ""
    panel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two measures that a reader would compare and the source does not let us; and why."""

    between: tuple[str, str]
    why: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One value of a claim, tied to its own mention: a row of the figure table."""

    id: str
    claim: str
    value: Decimal
    unit: str
    written: str
    text: str
    place: Place
    bound: Bound = "="
    role: Role = "single"
    status: Status | None = None
    nature: Nature | None = None
    period: str = ""
    undated: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One curated statement of a source: a verbatim quote and the amounts that it states."""

    id: str
    source: str
    sector: str
    measure: str
    title: str
    quote: str
    amounts: tuple[Amount, ...]
    place: Place
    prefix: str = ""
    suffix: str = ""
    dated_by: str = ""
    note: str = ""
    sic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated happening that a quote states, with or without an amount."""

    id: str
    source: str
    sector: str
    title: str
    course: Course
    date: str
    text: str
    quote: str
    place: Place
    prefix: str = ""
    suffix: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A whole catalogue, right in form; what is wrong in substance is for the checks."""

    file: str
    digest: str
    title: str
    sources: tuple[Source, ...]
    sectors: tuple[str, ...]
    counted: tuple[str, ...]
    panels: tuple[Panel, ...]
    measures: tuple[Measure, ...]
    apart: tuple[Apart, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount, in the order of the catalogue."""
        return tuple(amount for claim in self.claims for amount in claim.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The result of one check on one subject (the id of a source, claim, amount or event)."""

    code: str
    outcome: Outcome
    subject: str
    message: str
    place: Place
    cure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One mention of a source with its state, and what it is curated as or why it is not.

    ``subject`` is the id of the amount, claim or event that uses the mention; ``use`` says how:
    ``amount``, ``period``, ``date`` or ``name``.
    """

    mention: Mention
    state: Literal["curated", "set aside", "unaccounted"]
    subject: str = ""
    use: Literal["", "amount", "period", "date", "name"] = ""
    reason: Reason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the checks found out about a catalogue.

    ``quotes`` holds the span of each claim's and event's quote in its source's text; ``mentions``
    the mention of each amount (by its id) and of each event's date (by the event's id), with
    offsets in the source's text. What could not be found is absent.
    """

    findings: tuple[Finding, ...]
    ledgers: Mapping[str, tuple[LedgerRow, ...]]
    quotes: Mapping[str, Span]
    mentions: Mapping[str, Mention]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def failed(self) -> tuple[Finding, ...]:
        """The checks that failed."""
        return tuple(finding for finding in self.findings if finding.outcome == "failed")
