"""Digits: what a run of digits, points and commas is worth, or that it cannot be said."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_DIGITS = 40
"""A longer run of digits is no stated quantity."""

_PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:([\u00a0\u2007\u2009\u202f'’])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]+)?")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|(?:\.[0-9]{3})+,[0-9]{1,2})")
_CENTS = re.compile(r"(?:0|[1-9][0-9]*),0[0-9]")
"""A decimal comma for certain: no list has 00 or 05."""
_COMMA = re.compile(r"(?:0|[1-9][0-9]*),[0-9]{1,2}")

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10), "↉": (0, 3),
}  # fmt: skip

POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
"""Superscript digits to plain ones."""


def digits(literal: str) -> Decimal | None:
    """Read digits as English writes them; None where they can be read in two ways, or in none.

    Thousands by comma, by no-break, figure, thin or narrow space or by apostrophe; the Indian
    grouping 12,34,567; and 1.234.567 or 1.111,11, which cannot be anything else. "1,5" may be a
    list and is not read, nor is a number that begins with a needless zero (a code), nor one that is
    torn by invisible characters.
    """
    if len(literal) > MAX_DIGITS:
        return None
    literal = literal.replace("·", ".") if "." not in literal else literal
    if _PLAIN.fullmatch(literal):
        return Decimal(literal)
    if _THOUSANDS.fullmatch(literal) or _INDIAN.fullmatch(literal):
        return Decimal(literal.replace(",", ""))
    if _SPACED.fullmatch(literal):
        return Decimal(re.sub(r"[^0-9.,]", "", literal).replace(",", "."))
    if _DOTTED.fullmatch(literal) or _CENTS.fullmatch(literal):
        return Decimal(literal.replace(".", "").replace(",", "."))
    return None


def comma_decimal(literal: str) -> Decimal | None:
    """Read a decimal comma ("4,5"), which only a unit or a currency beside it makes certain."""
    return Decimal(literal.replace(",", ".")) if len(literal) <= MAX_DIGITS and _COMMA.fullmatch(literal) else None


def share(above: int | Decimal, below: int | Decimal) -> Decimal:
    """Divide; a quotient without end, such as a third, is given to 28 digits."""
    return Decimal(above) / Decimal(below)


_SCALE_NAMES = {
    2: "hundred hundreds",
    3: "thousand thousands thsd thous tsd",
    5: "lakh lakhs lac lacs",
    6: "million millions mn mln mlns mio mil mill mm",
    7: "crore crores cr crs",
    9: "billion billions bn bln bil milliard mld mlrd mrd mia",
    12: "trillion trillions tn trn tln tr",
    15: "quadrillion",
}
SCALE_WORDS = {name: Decimal(10) ** power for power, names in _SCALE_NAMES.items() for name in names.split()}
SCALE_WORDS |= dict.fromkeys(("dozen", "dozens", "doz", "dz", "dzs"), Decimal(12))
"""Scale words after a number, singular and plural, in lower case."""

SCALE_LETTERS = {
    "k": Decimal(1000), "K": Decimal(1000), "m": Decimal(10**6), "M": Decimal(10**6), "b": Decimal(10**9),
    "B": Decimal(10**9), "T": Decimal(10**12), "t": Decimal(10**12), "MM": Decimal(10**6), "L": Decimal(10**5),
}  # fmt: skip
"""Letters that are a scale only beside a currency, before a unit or noun, or glued to the digits."""
