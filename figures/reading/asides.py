"""The bare number in brackets behind an amount: "SEK 9,412 m (8,877)", "€86.4m (2022: 79.1)"."""

from __future__ import annotations

from figures.reading.draft import Draft
from figures.reading.tokens import Tokens


def doubt_asides(tokens: Tokens, found: list[Draft]) -> None:
    """Drop the value where the scale of the amount is perhaps meant for the number in brackets too.

    Nothing but the year that it is of may stand before it in the brackets.
    """
    for place, draft in enumerate(found):
        if draft.kind != "quantity" or draft.unit is not None or tokens.words[draft.after] != ")":
            continue
        opener = draft.first - 1
        earlier = found[max(0, place - 2) : place]
        if tokens.words[opener] == ":" and earlier and earlier[-1].kind == "date":
            opener = earlier.pop().first - 1
        amount = earlier[-1] if earlier else None
        if amount and tokens.words[opener] == "(" and amount.after == opener and _scaled(amount) and not _scaled(draft):
            draft.value = None


def _scaled(draft: Draft) -> bool:
    """Whether a scale, of its own or in its unit ("Mt"), makes the value larger than its digits."""
    return draft.number is not None and (draft.number.scaled or draft.value != draft.number.value)
