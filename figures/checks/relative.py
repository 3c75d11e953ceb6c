"""Dates in words without a number, "last year", "next month", counted from the document's date.

They are no mentions: a ledger of numbers has no row for them, and an amount beside one may stay
undated. But a period or an event's date that a curator takes from them is the source's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures import dates
from figures.model import Mention

_RELATIVE = re.compile(r"\b(?P<which>last|this|next|the\s+current)\s+(?P<unit>year|month)\b", re.IGNORECASE)
_STEPS = {"last": -1, "next": 1}


def dated(text: str, document: str | None) -> Iterator[Mention]:
    """Find such words, as mentions of kind date; none where the document's day is not known."""
    if document is None:
        return
    year, month = int(document[:4]), int(document[5:7])
    for found in _RELATIVE.finditer(text):
        step = _STEPS.get(found["which"].casefold(), 0)
        monthly = found["unit"].casefold() == "month"
        moved, at = divmod(year * 12 + month - 1 + step * (1 if monthly else 12), 12)
        edtf = f"{moved:04}-{at + 1:02}" if monthly else f"{moved:04}"
        if dates.is_date(edtf):
            start, end = found.span()
            yield Mention(
                start=start, end=end, text=found[0], number_start=start, number_end=end, kind="date", edtf=edtf
            )
