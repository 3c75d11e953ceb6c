"""What stands in brackets behind an amount: "SEK 9,412 m (8,877)", "4,503 ringgit ($1,036) a ton"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from figures.reading.draft import Draft
from figures.reading.money import is_money
from figures.reading.rates import Beside, rated
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


def share_rates(tokens: Tokens, found: list[Draft]) -> None:
    """Give both amounts of "781.5 yuan ($109.74) a tonne" and "$98 a barrel (€91)" the rate."""
    for first, last in pairwise(found):
        bracketed = tokens.words[first.after] == "(" == tokens.words[last.first - 1] and tokens.words[last.after] == ")"
        if not bracketed or last.first != first.after + 1 or not is_money(first.unit) or not is_money(last.unit):
            continue
        _, stroke, below = (first.unit or "").partition("/")
        plain = Beside(unit=last.unit or "", scale=Decimal(1), after=last.after + 1)
        rate = plain if stroke or "/" in plain.unit else rated(tokens, plain)
        if stroke and "/" not in plain.unit:
            last.unit = f"{last.unit}/{below}"
        elif rate.unit != plain.unit and not rate.unsure:
            first.unit = f"{first.unit}/{rate.unit.partition('/')[2]}"
            last.unit, last.after = rate.unit, rate.after


def _scaled(draft: Draft) -> bool:
    """Whether a scale, of its own or in its unit ("Mt"), makes the value larger than its digits."""
    return draft.number is not None and (draft.number.scaled or draft.value != draft.number.value)
