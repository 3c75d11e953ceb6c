"""Currencies that stand before their number: "$", "US$", "Rs.", "KZT", "Rupees"."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading.calendar import is_year
from figures.reading.numerals import SCALE_WORDS
from figures.reading.tokens import Tokens
from figures.unit_table import ISO_4217

_SIGNS = frozenset(
    sign
    for sign, unit in units.UNITS.signs.items()
    if unit.dimension.startswith("money ") and unit.scale == 1 and sign not in lexicon.NOT_BEFORE
)


_WITH_SCALE = {
    form: (code, scale)
    for code in ISO_4217.split()
    for form, scale in ((f"{code}m", 6), (f"{code}mn", 6), (f"{code}bn", 9), (f"M{code}", 6))
}
"""Codes with their scale, as company reports write them: "SEKm 45", "MEUR 1.2"."""

_SCALES = {"m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "thousand": 3}


def _starts() -> dict[str, int]:
    """First tokens of all of them, with the tokens of the longest ("U . S . $" has five)."""
    firsts = dict.fromkeys((*lexicon.MONEY_NAMES, *_WITH_SCALE), 1) | {"c": 2}
    for sign in _SIGNS:
        tokens = Tokens(sign, 0, len(sign))
        firsts[tokens.words[0]] = max(tokens.count, firsts.get(tokens.words[0], 0))
    return firsts


MONEY_STARTS = _starts()
"""Tokens that may begin a currency before its number."""


def money_before(tokens: Tokens, index: int) -> tuple[str, int, Decimal] | None:
    """Read a currency that begins at this token: its unit, the token after it, and the scale in it."""
    found = _WITH_SCALE.get(tokens.words[index])
    if found is not None:
        return None if _heads(tokens, index + 1) else (found[0], index + 1, Decimal(10) ** found[1])
    money = _plain(tokens, index)
    if money is None:
        return None
    scale = _SCALES.get(tokens.lows[money[1]])
    if scale is None or tokens.kinds[money[1] + 1] != "n" or not tokens.near(money[1]):
        return *money, Decimal(1)
    return None if _heads(tokens, money[1] + 1) else (money[0], money[1] + 1, Decimal(10) ** scale)


def _heads(tokens: Tokens, at: int) -> bool:
    """Whether a year, or no number, stands after the scale: "SEKm 2012 2011" heads a table."""
    return tokens.kinds[at] != "n" or is_year(tokens, at) or not tokens.near(at) or "\n" in tokens.gap(at)


def _plain(tokens: Tokens, index: int) -> tuple[str, int] | None:
    if tokens.kinds[index] == "s" and tokens.glued(index) and tokens.kinds[index - 1] == "w":
        return None  # "J$5" is no plain dollar
    if tokens.words[index] in lexicon.MONEY_NAMES:
        return _named(tokens, index)
    if tokens.words[index] not in MONEY_STARTS:
        return None
    for length in range(min(MONEY_STARTS[tokens.words[index]], tokens.count - index), 0, -1):
        form = tokens.text[tokens.starts[index] : tokens.ends[index + length - 1]]
        form = form if form[0] in "aA" else form.replace(" ", "")
        if form in _SIGNS:
            return (
                None if _too_little(tokens, form, index + length) else (units.UNITS.signs[form].symbol, index + length)
            )
    return None


_LEAST = {"COP": 1000, "NAD": 100, "RON": 103, "INR": 10, "PHP": 10, "SAR": 10}
"""Codes that are other things too, before a smaller number: a summit, a datum, a grade of petrol, a blood value."""


def _too_little(tokens: Tokens, code: str, at: int) -> bool:
    """Whether a number is too small to be a sum in this currency: "COP28", "RON 95", "INR 2.5", "PHP 8"."""
    whole, _, part = tokens.words[at].partition(".")
    small = code in _LEAST and whole.isdecimal() and int(whole) < _LEAST[code] and (code != "INR" or len(part) == 1)
    scaled = tokens.lows[at + 1] in SCALE_WORDS or (tokens.glued(at + 1) and tokens.kinds[at + 1] == "w")
    return small and not scaled


_NORMS = frozenset("1234567")
"""Of exhaust gases."""

_CUPS = frozenset({"84", "88", "92", "96", *map(str, range(1960, 2036, 4))})


def _is_norm(tokens: Tokens, at: int) -> bool:
    """Whether the number after "Euro" is a norm or a year of football: "Euro 5 engines", "Euro 96", "Euro 2024"."""
    if tokens.lows[at + 1] in SCALE_WORDS or tokens.lows[at + 1] in {"per", "a", "an"}:
        return False
    norm = tokens.words[at] in _NORMS and tokens.lows[at + 1] not in lexicon.STOPS  # "Euro 5 is paid"
    return norm or tokens.words[at] in _CUPS


def _named(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency's name before its number, as contracts write it: "US Dollars two million"."""
    if tokens.words[index] == "Euro" and _is_norm(tokens, index + 1):
        return None
    names = units.UNITS.names
    found = names.get(f"{tokens.lows[index - 1]} {tokens.lows[index]}") or names.get(tokens.lows[index])
    return (found.symbol, index + 1) if found else None


def is_money(unit: str | None) -> bool:
    """Whether a unit, without its rate, is a currency."""
    found = units.lookup(unit.partition("/")[0]) if unit else None
    return found is not None and found.dimension.startswith("money ")
