"""Whether a quote states an amount: exactly, with its unit, or not at all."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from figures import units
from figures.model import Bound, Mention
from figures.reading.reader import scan


def states(quote: str, value: Decimal | int | str, unit: str, bound: Bound | None = None) -> bool:
    """Tell whether the quote states this amount.

    The value is compared exactly after conversion between units of one dimension (12 Mt is 12000000 t);
    ``unit`` is a symbol, name or plural; a bound other than None must agree. Raises TypeError for a
    float, whose digits are not those that were written, and ValueError for a text that is no number.
    """
    amount = _exact(value)
    return any(_agrees(mention, amount, unit, bound) and not _denied(quote, mention) for mention in scan(quote))


_DENIAL = re.compile(r"(?<!\bor )(?:\bnot|\bnever|n['’]t)\s{1,3}\Z", re.IGNORECASE)
_LONGEST_DENIAL = 12
_DOUBTED = re.compile(
    r"\b(?:false|untrue|incorrect|wrong|unlikely|doubtful|improbable|implausible|denie[sd]|deny|not\s+true)\s+that\b[^,;]*\Z"
    r"|\b(?:(?:unlikely|unable|fail(?:s|ed|ing)?|refus(?:es|ed|ing))\s+to|(?:\w+n['’]t|not|never)\s+reach(?:ed)?)\b"
    r"(?:(?!\b(?:and|but|while)\b)[^,;])*\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[\s“\"]*(?:was|were|is|are|did(?! you know)|does|do|has|have|had|will|would|can|could|should)\s", re.I
)
_STOP = re.compile(r"[.!?][”\"]?(?:\s|\Z)|\n\s*\n")
_FAR = 300
"""Characters of its sentence in which a denial or a question is looked for."""


def _denied(quote: str, mention: Mention) -> bool:
    """Whether its sentence denies the amount ("not 12 t but 9 t", "unlikely to reach 5 %") or only asks for it."""
    before = quote[max(0, mention.start - _LONGEST_DENIAL) : mention.start]
    if mention.bound == "=" and _DENIAL.search(before) is not None:
        return True
    words = _STOP.split(quote[max(0, mention.start - _FAR) : mention.start])[-1]
    stop = _STOP.search(quote, mention.end, mention.end + _FAR)
    asked = stop is not None and stop[0].startswith("?") and _ASKS.match(words.rpartition(": ")[2]) is not None
    return asked or _DOUBTED.search(words) is not None


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
    return units.singular(asked.strip()) == stated
