"""The words round a number, and what is lit of it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from figures import dates
from figures.model import Amount, Mention, Place, Span

REASONS = {
    "document-date": "Date of the document",
    "part-of-name": "Part of a name",
    "ordinal": "Ordinal",
    "wording": "Wording of the source",
    "count-outside-claims": "Count outside the claims",
    "repeats-another": "Repeats another",
    "out-of-scope": "Out of scope",
    "not-a-quantity": "Not a quantity",
}
"""Why a number is set aside, in words."""


def lit(mention: Mention) -> Span:
    """What is lit of a mention: the number with its scale word; of a date or a name all of it."""
    return mention.number if mention.kind == "quantity" else mention.span


def around(text: str, number: Span, within: Span, *, before: int, after: int) -> dict[str, Any]:
    """The words round a number, cut between words; what is left out is shown as an ellipsis."""
    start, end = max(within.start, number.start - before), min(within.end, number.end + after)
    lead, tail = text[start : number.start], text[number.end : end]
    if start > within.start:
        lead = f"… {lead.partition(' ')[2]}"
    if end < within.end:
        tail = f"{tail.rpartition(' ')[0]} …"
    return {"before": _one_line(lead), "number": text[number.start : number.end], "after": _one_line(tail)}


def line_of(text: str, span: Span) -> Span:
    """The whole line in which something stands."""
    end = text.find("\n", span.end)
    return Span(start=text.rfind("\n", 0, span.start) + 1, end=len(text) if end < 0 else end)


def where(place: Place) -> str:
    """File and line for a visitor: he need not know in which folder of the machine the file lies."""
    return f"{PurePath(place.file).name}:{place.line}"


def period(amount: Amount, *, reason: bool = False) -> str:
    """When an amount holds, in words; on request with the reason why it is not known."""
    if amount.period:
        return dates.words(amount.period)
    return f"Not stated. {amount.undated}" if reason and amount.undated else "not stated"


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
