"""The figure table: a catalogue and its report as a pandas DataFrame, one row per amount.

:data:`COLUMNS` is the one description of the table: it makes the frame, and the exports, their
notes and the documents read it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from figures import cite, dates, grammar
from figures.model import (
    Amount,
    Catalogue,
    Claim,
    Measure,
    Mention,
    Report,
    Source,
    Span,
)
from figures.verbatim import verbatim

Dtype = Literal["str", "Int64", "Float64"]
"""The types of the columns: each of them can be missing."""

Cell = str | int | float | None

Table = pd.DataFrame
"""The figure table; who only passes it on needs no pandas of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row is made of."""

    source: Source
    measure: Measure | None
    claim: Claim
    amount: Amount
    quote: Span | None
    mention: Mention | None
    verdict: cite.Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, type, unit (of measurement) and meaning, and how a row gives its cell.

    ``codes`` are its values where the list is closed, with their meanings. ``decimal`` marks a text
    that is a number written in full.
    """

    name: str
    dtype: Dtype = "str"
    unit: str = ""
    meaning: str
    cell: Callable[[Row], Cell]
    codes: Mapping[str, str] | None = None
    decimal: bool = False


_BOUNDS = {
    "=": "the value",
    "~": "about the value",
    "<": "less than the value",
    "<=": "at most the value",
    ">": "more than the value",
    ">=": "at least the value",
}
_ROLES = {
    "single": "a value by itself",
    "from": "where a change starts",
    "to": "where a change ends",
    "low": "lower end of a range",
    "high": "upper end of a range",
}
_VERDICTS = {
    "passed": "the quote is in the text and states the amount",
    "failed": "a check of the text, the claim or the amount failed",
    "not checked": "a check could not be made",
}
_IN_TEXT = "code points from the start of the stored text"

COLUMNS = (
    Column(name="amount", meaning="Id of the amount: the claim's id and a number.", cell=lambda row: row.amount.id),
    Column(name="claim", meaning="Id of the claim.", cell=lambda row: row.claim.id),
    Column(name="source", meaning="Id of the source.", cell=lambda row: row.source.id),
    Column(name="sector", meaning="Sector of the claim.", cell=lambda row: row.claim.sector),
    Column(
        name="measure",
        meaning="Id of what is counted. Amounts compare only inside one measure.",
        cell=lambda row: row.claim.measure,
    ),
    Column(
        name="measure_title",
        meaning="What is counted, in words.",
        cell=lambda row: row.measure.title if row.measure else None,
    ),
    Column(name="title", meaning="Title of the claim.", cell=lambda row: row.claim.title),
    Column(name="label", meaning="What the amount is within its claim.", cell=lambda row: row.amount.label),
    Column(
        name="value",
        unit="as in the column unit",
        meaning="The exact value in full, a decimal written as text.",
        cell=lambda row: exact(row.amount),
        decimal=True,
    ),
    Column(
        name="value_float",
        dtype="Float64",
        unit="as in the column unit",
        meaning="The value as the nearest binary number, for drawing.",
        cell=lambda row: _drawn(row.amount),
    ),
    Column(name="unit", meaning="Unit without scale; the currency in ISO 4217.", cell=lambda row: row.amount.unit),
    Column(
        name="bound",
        meaning="How the value bounds what is stated.",
        cell=lambda row: row.amount.bound,
        codes=_BOUNDS,
    ),
    Column(
        name="role",
        meaning="The amount's part in a change or a range.",
        cell=lambda row: row.amount.role,
        codes=_ROLES,
    ),
    Column(
        name="status",
        meaning="SDMX observation status, where one fits.",
        cell=lambda row: row.amount.status,
        codes=grammar.STATUS_WORDS,
    ),
    Column(
        name="status_words",
        meaning="What the source says the value is, in one word: its status or its nature.",
        cell=lambda row: grammar.status_words(row.amount),
    ),
    Column(
        name="nature",
        meaning="What the status has no code for.",
        cell=lambda row: row.amount.nature,
        codes=grammar.NATURE_WORDS,
    ),
    Column(name="period", meaning="When the amount holds, in EDTF.", cell=lambda row: row.amount.period),
    Column(name="period_words", meaning="The period in words.", cell=lambda row: _period_words(row.amount)),
    Column(name="undated", meaning="Why there is no period.", cell=lambda row: row.amount.undated),
    Column(name="written", meaning="The value as the curator wrote it.", cell=lambda row: row.amount.written),
    Column(name="words", meaning="The words of the quote that give the amount.", cell=lambda row: row.amount.text),
    Column(name="quote", meaning="The source's words that state the claim.", cell=lambda row: row.claim.quote),
    Column(
        name="quote_start",
        dtype="Int64",
        unit=_IN_TEXT,
        meaning="Where the quote starts.",
        cell=lambda row: row.quote.start if row.quote else None,
    ),
    Column(
        name="quote_end",
        dtype="Int64",
        unit=_IN_TEXT,
        meaning="Where the quote ends, not included.",
        cell=lambda row: row.quote.end if row.quote else None,
    ),
    Column(
        name="number_start",
        dtype="Int64",
        unit=_IN_TEXT,
        meaning="Where the number itself starts.",
        cell=lambda row: row.mention.number_start if row.mention else None,
    ),
    Column(
        name="number_end",
        dtype="Int64",
        unit=_IN_TEXT,
        meaning="Where the number itself ends, not included.",
        cell=lambda row: row.mention.number_end if row.mention else None,
    ),
    Column(name="source_title", meaning="Title of the source.", cell=lambda row: row.source.title),
    Column(name="publisher", meaning="Who published the source.", cell=lambda row: row.source.publisher),
    Column(name="date", meaning="Date of the source, in EDTF.", cell=lambda row: row.source.date),
    Column(name="url", meaning="Address of the source.", cell=lambda row: cite.address(row.source)),
    Column(
        name="link",
        meaning="Address of the quote: a text fragment, to which browsers scroll.",
        cell=lambda row: cite.link(row.source, row.quote),
    ),
    Column(name="sha256", meaning="SHA-256 of the stored text, as stated.", cell=lambda row: row.source.sha256),
    Column(
        name="verified",
        meaning="Result of the check of the amount against the stored text.",
        cell=lambda row: row.verdict,
        codes=_VERDICTS,
    ),
    Column(name="checker", meaning="Program that checked, with its version.", cell=lambda _: cite.checker()),
    Column(name="note", meaning="The curator's note on the claim.", cell=lambda row: row.claim.note),
    Column(name="sic", meaning="Note on an oddity of the source.", cell=lambda row: row.claim.sic),
    Column(name="citation", meaning="How to cite the claim.", cell=lambda row: cite.plain(row.source, row.claim)),
)
"""The columns, in their order."""


def to_frame(catalogue: Catalogue, report: Report) -> pd.DataFrame:
    """Make the figure table: one row per amount in the catalogue's order, the columns of COLUMNS.

    Texts have pandas' ``str`` type, offsets ``Int64``; an empty text of the catalogue is missing.
    """
    rows = tuple(_rows(catalogue, report))
    return pd.DataFrame({column.name: _series(column, rows) for column in COLUMNS})


def of_claims(frame: pd.DataFrame, claims: Iterable[str]) -> pd.DataFrame:
    """The rows of the claims with these ids, in the order of the table."""
    return frame[frame["claim"].isin(list(claims))]


def records(frame: pd.DataFrame) -> tuple[dict[str, Cell], ...]:
    """The rows in plain Python: texts, whole numbers, binary numbers, and None for what is missing."""
    columns = [
        [None if missing else cell for cell, missing in zip(frame[name].tolist(), frame[name].isna(), strict=True)]
        for name in frame.columns
    ]
    return tuple(dict(zip(frame.columns, cells, strict=True)) for cells in zip(*columns, strict=True))


def exact(amount: Amount) -> str:
    """The value in full: no exponent, no zeros behind the last digit of a fraction, nothing rounded."""
    digits = format(amount.value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _rows(catalogue: Catalogue, report: Report) -> Iterator[Row]:
    sources = {source.id: source for source in catalogue.sources}
    measures = {measure.id: measure for measure in catalogue.measures}
    verdicts = cite.verdict(catalogue, report)
    for claim in verbatim(catalogue, report).claims:
        for amount in claim.amounts:
            yield Row(
                source=sources[claim.source],
                measure=measures.get(claim.measure),
                claim=claim,
                amount=amount,
                quote=report.quotes.get(claim.id),
                mention=report.mentions.get(amount.id),
                verdict=verdicts[amount.id],
            )


def _series(column: Column, rows: tuple[Row, ...]) -> pd.Series[Any]:
    cells = [None if cell == "" else cell for cell in map(column.cell, rows)]
    return pd.Series(cells, dtype=column.dtype)


def _drawn(amount: Amount) -> float | None:
    """The value for drawing; one beyond every binary number is missing, never infinite."""
    value = float(amount.value)
    return value if math.isfinite(value) else None


def _period_words(amount: Amount) -> str:
    try:
        return dates.words(amount.period) if amount.period else ""
    except ValueError:
        return amount.period
