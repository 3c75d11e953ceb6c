"""A second number that shares the unit of the first: "12 ± 3 mm", "4.5 (3.9) million", "thirty (30) days"."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading.beside import unit_after
from figures.reading.digit_number import power_of_ten
from figures.reading.number import Number
from figures.reading.numerals import SCALE_WORDS
from figures.reading.scales import scaled
from figures.reading.signed import number_at
from figures.reading.tokens import MINUSES, Tokens


def twins(tokens: Tokens, number: Number, *, money: bool) -> tuple[Number, Number | None, int]:
    """Read the number's twin: the number with the scale they share, the twin, and the token where their unit stands.

    A number that only repeats the first in brackets is no twin.
    """
    if tokens.words[number.after] == "(":
        return _bracketed(tokens, number, money=money)
    margin = _margin(tokens, number)
    if margin is None:
        return number, None, number.after
    bracketed = tokens.words[number.first - 1] == "(" and tokens.words[margin.after] == ")"
    power = power_of_ten(tokens, margin.after + 1) if bracketed else None
    if power:  # "(2.34 ± 0.05) × 10^6 years"
        return _raised(number, power[1]), _raised(margin, power[1]), power[0]
    return _shares_scale(tokens, number, margin), margin, margin.after


def _raised(number: Number, power: Decimal) -> Number:
    fits = number.value is not None and units.fits(number.value)
    value = units.exact(number.value, power) if fits and number.value is not None else None
    return number._replace(value=value, comma=None, literal="")


def _bracketed(tokens: Tokens, number: Number, *, money: bool) -> tuple[Number, Number | None, int]:
    """Read "thirty (30) days", the same again, and "12 (10) %", last year's; a mark, "12 (3) cars", is neither."""
    alone = number, None, number.after
    at = number.after + 1
    if "." in number.literal and tokens.glued(at - 1) and tokens.words[at].isdecimal() and len(tokens.words[at]) <= 2:
        return (number, None, at + 2) if tokens.words[at + 1] == ")" and tokens.glued(at + 1) else alone  # "12.3(4) eV"
    second = number_at(tokens, at) if number.value is not None and tokens.kinds[at] in {"n", "w"} else None
    if second is None or second.value is None or tokens.words[second.after] != ")":
        return alone
    after = second.after + 1
    same = second.value == number.value
    if tokens.lows[after] in SCALE_WORDS and tokens.near(after) and not number.scaled:
        first = scaled(tokens, number._replace(after=after), money=money)
        last = scaled(tokens, second._replace(after=after), money=money)
        if same:
            return first, None, first.after
        return first._replace(after=number.after), last._replace(after=second.after), first.after
    if same:
        return number, None, after
    unit = unit_after(tokens, number._replace(after=after)) if number.literal and second.literal else None
    return (number, second, after) if unit else alone


def _margin(tokens: Tokens, number: Number) -> Number | None:
    """Read the number after "±" and "+/-", whose unit is the other's."""
    at = number.after
    if tokens.words[at] == "±":
        return number_at(tokens, at + 1)
    signs = tokens.words[at] == "+" and tokens.words[at + 1] == "/" and tokens.words[at + 2] in MINUSES
    return number_at(tokens, at + 3) if signs else None


def _shares_scale(tokens: Tokens, number: Number, margin: Number) -> Number:
    """Give "12" of "12 ± 3 million" its scale; beside a power of ten, "3.2 ± 0.1 × 10^5", it is not read."""
    if margin.scaled and not number.scaled:
        fits = number.value is not None and units.fits(number.value)
        value = units.exact(number.value, margin.scale) if fits and number.value is not None else None
        return number._replace(value=value, comma=None, literal="", scaled=True, scale=margin.scale)
    closed = tokens.words[margin.after] == ")" and tokens.words[margin.after + 1] in {"×", "x", "*", "·"}
    lent = number.literal and not (margin.literal or margin.scaled)
    return number._replace(value=None) if closed or lent else number
