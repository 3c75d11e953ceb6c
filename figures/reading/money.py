"""Currencies that stand before their number: "$", "US$", "Rs.", "KZT", "Rupees"."""

from __future__ import annotations

from figures import units
from figures.reading import lexicon
from figures.reading.tokens import Tokens

_SIGNS = frozenset(
    sign
    for sign, unit in units.UNITS.signs.items()
    if unit.dimension.startswith("money ") and unit.scale == 1 and sign not in lexicon.NOT_BEFORE
)


def _starts() -> dict[str, int]:
    """First tokens of all of them, with the tokens of the longest ("U . S . $" has five)."""
    firsts = dict.fromkeys(lexicon.MONEY_NAMES, 1) | {"c": 2}
    for sign in _SIGNS:
        tokens = Tokens(sign, 0, len(sign))
        firsts[tokens.words[0]] = max(tokens.count, firsts.get(tokens.words[0], 0))
    return firsts


MONEY_STARTS = _starts()
"""Tokens that may begin a currency before its number."""


def money_before(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency that begins at this token: its unit and the token after it."""
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
            return units.UNITS.signs[form].symbol, index + length
    return None


def _named(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency's name before its number, as contracts write it: "US Dollars two million"."""
    names = units.UNITS.names
    found = names.get(f"{tokens.lows[index - 1]} {tokens.lows[index]}") or names.get(tokens.lows[index])
    return (found.symbol, index + 1) if found else None


def is_money(unit: str | None) -> bool:
    """Whether a unit, without its rate, is a currency."""
    found = units.lookup(unit.partition("/")[0]) if unit else None
    return found is not None and found.dimension.startswith("money ")
