"""A mention in the making: places are tokens, and the neighbours may still change it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from figures import units
from figures.model import Bound, Kind, Mention, Role
from figures.reading.number import Number
from figures.reading.tokens import Tokens


@dataclass(slots=True, kw_only=True)
class Draft:
    """Tokens ``first`` up to ``after``, the number between ``number_first`` and ``number_after``.

    ``before``: its unit is a currency that stands before it; ``counted``: its unit is a noun;
    ``twin``: the number after its "±", or in its brackets.
    """

    first: int
    after: int
    number_first: int
    number_after: int
    kind: Kind = "quantity"
    value: Decimal | None = None
    unit: str | None = None
    bound: Bound = "="
    role: Role = "single"
    edtf: str | None = None
    number: Number | None = None
    before: bool = False
    counted: bool = False
    twin: Draft | None = None


def plain_draft(first: int, after: int, kind: Kind, edtf: str | None = None) -> Draft:
    """Make a draft whose number is all of it."""
    return Draft(first=first, after=after, number_first=first, number_after=after, kind=kind, edtf=edtf)


def mention(tokens: Tokens, draft: Draft) -> Mention:
    """Turn tokens into offsets; what is no quantity has neither value nor unit."""
    start, end = tokens.starts[draft.first], tokens.ends[draft.after - 1]
    quantity = draft.kind == "quantity"
    return Mention(
        start=start,
        end=end,
        text=tokens.text[start:end],
        number_start=tokens.starts[draft.number_first],
        number_end=tokens.ends[draft.number_after - 1],
        kind=draft.kind,
        value=_value(draft) if quantity else None,
        unit=draft.unit if quantity else None,
        bound=draft.bound,
        role=draft.role,
        edtf=draft.edtf,
    )


def _value(draft: Draft) -> Decimal | None:
    """The value without exponent and needless zeros."""
    whole = draft.number is not None and draft.number.literal.isdecimal() and not draft.number.scaled
    if draft.value is None or whole or not units.fits(draft.value):
        return draft.value
    return units.exact(draft.value, Decimal(1))
