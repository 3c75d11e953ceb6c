"""Whether a quote states an amount: exactly, with its unit, or not at all."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from figures import units
from figures.model import Bound, Mention
from figures.nouns import singular
from figures.reading.denial import denied
from figures.reading.reader import scan


def states(quote: str, value: Decimal | int | str, unit: str, bound: Bound | None = None) -> bool:
    """Tell whether the quote states this amount.

    The value is compared exactly after conversion between units of one dimension (12 Mt is 12000000 t);
    ``unit`` is a symbol, name or plural; a bound other than None must agree. Raises TypeError for a
    float, whose digits are not those that were written, and ValueError for a text that is no number.
    """
    amount = _exact(value)
    return any(_agrees(mention, amount, unit, bound) and not denied(quote, mention) for mention in scan(quote))


def _exact(value: Decimal | int | str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise TypeError(f"expected a Decimal, int or str, got {type(value).__name__}")
    try:
        amount = Decimal(value)
    except InvalidOperation as error:
        raise ValueError(f"expected a number, got {str(value)[:60]!r}") from error
    return amount


def _agrees(mention: Mention, amount: Decimal, unit: str, bound: Bound | None) -> bool:
    if mention.kind != "quantity" or mention.value is None or not units.fits(amount):
        return False
    if bound is not None and bound != mention.bound:
        return False
    if mention.unit is None or not unit:
        return mention.unit is None and not unit and mention.value == amount
    if _same_unit(mention.unit, unit):
        found = units.lookup(unit)
        scale = found.scale if found else Decimal(1)
        return units.exact(amount, scale) == mention.value
    converted = units.convert(amount, unit, mention.unit)
    return converted is not None and converted == mention.value


def _same_unit(stated: str, asked: str) -> bool:
    """Whether two names are of one unit: by the table, or as nouns in singular and plural."""
    symbol = units.canonical(asked)
    if symbol is not None:
        return symbol == stated
    return singular(asked.strip()) == stated
