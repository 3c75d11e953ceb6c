"""The number that begins at a token, in digits or words, with its sign: "−5", "minus two", "one over three"."""

from __future__ import annotations

from decimal import Decimal

from figures.reading.digit_number import in_digits
from figures.reading.number import Number
from figures.reading.numerals import SCALE_WORDS, VULGAR, share
from figures.reading.scales import scaled
from figures.reading.tokens import HYPHENS, MINUSES, Tokens
from figures.reading.word_number import in_words
from figures.units import UNITS

_BEFORE_SIGN = frozenset('([{$€£¥₹₽₸₩/~≈<>=≥≤;,:|"“‘')
"""A sign after one of these belongs to the number; after a letter or digit it is a dash."""


def number_at(tokens: Tokens, index: int, *, money: bool = False) -> Number | None:
    """Read the number that begins at this token, a sign or the word "minus" included."""
    if tokens.words[index] in MINUSES or tokens.words[index] == "+":
        return _signed(tokens, index, money=money)
    if tokens.lows[index] in {"minus", "negative"} and tokens.near(index + 1) and not takes_away(tokens, index):
        unsigned = _unsigned(tokens, index + 1, money=money)
        return unsigned and unsigned._replace(first=index, value=_negative(unsigned.value), literal="")
    return _unsigned(tokens, index, money=money)


def takes_away(tokens: Tokens, index: int) -> bool:
    """Whether "minus" is no sign: after an amount ("12 t minus 5 t", but "in 2013 minus 5 °C"), or in a margin."""
    last = tokens.words[index - 1]
    ends = (tokens.kinds[index - 1] == "n" and len(last) != 4) or tokens.lows[index - 1] in SCALE_WORDS
    return ends or _or_minus(tokens, index) or (tokens.kinds[index - 2] == "n" and last in UNITS.signs)


def _or_minus(tokens: Tokens, index: int) -> bool:
    """Whether "plus or minus" or "+/-" stands here: a margin, which has no sign."""
    return tokens.lows[index - 1] in {"or", "/"} and tokens.lows[index - 2] in {"plus", "+"}


def _signed(tokens: Tokens, index: int, *, money: bool) -> Number | None:
    after_range = tokens.words[index - 1] in MINUSES and tokens.words[index - 2] == "%"
    stands_free = after_range or not tokens.glued(index) or tokens.words[index - 1] in _BEFORE_SIGN or money
    telephone = tokens.words[index] == "+" and tokens.kinds[index + 2] == "n" and tokens.gap(index + 2) == " "
    if telephone or tokens.kinds[index + 1] not in {"n", "f"} or not tokens.glued(index + 1) or not stands_free:
        return None
    unsigned = _unsigned(tokens, index + 1, money=money)
    if unsigned is None:
        return None
    value = unsigned.value if tokens.words[index] == "+" or _or_minus(tokens, index) else _negative(unsigned.value)
    year = tokens.words[index - 1].isdecimal() and len(tokens.words[index - 1]) == 4
    measured = tokens.kinds[index - 2] == "n" and tokens.words[index - 1] in UNITS.signs
    after_number = (tokens.kinds[index - 1] == "n" and not year) or measured
    if after_number and tokens.gap(index) == " " and tokens.words[index] in HYPHENS | {"–"}:
        value = None  # "75 -300 mm" may be a range
    return unsigned._replace(first=index, value=value, literal="")


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _unsigned(tokens: Tokens, index: int, *, money: bool) -> Number | None:
    number = _simple(tokens, index, money=money)
    if number is None or tokens.lows[number.after] != "over" or money or number.scaled:
        return number
    below = _simple(tokens, number.after + 1, money=False)
    follows = below and (tokens.kinds[below.after] in {"w", "n"} or tokens.words[below.after] in {"%", "-", "/"})
    if below is None or follows or below.value is None or number.value is None:
        return number
    value = share(number.value, below.value) if 0 < number.value < below.value else None
    return number._replace(after=below.after, value=value, part=True, literal="")


def _simple(tokens: Tokens, index: int, *, money: bool) -> Number | None:
    kind = tokens.kinds[index]
    if kind == "n":
        return in_digits(tokens, index, money=money)
    if kind == "f":
        value = share(*VULGAR[tokens.words[index]]) if tokens.words[index] in VULGAR else None
        return scaled(tokens, Number(first=index, after=index + 1, value=value, part=True), money=money)
    return in_words(tokens, index) if kind == "w" else None
