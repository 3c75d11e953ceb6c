"""What a number is once it is read: a record that digits and words share."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Number(NamedTuple):
    """Tokens ``first`` up to ``after``; ``value`` None where it cannot be said.

    ``scaled``: a scale word closes it, and ``scale`` is its size; ``literal`` is the digits when they
    stand alone; ``comma`` the value if a comma is a decimal one; ``part``: it is or holds a fraction;
    ``year``: it is spoken as years are ("nineteen ninety-nine").
    """

    first: int
    after: int
    value: Decimal | None
    scaled: bool = False
    in_words: bool = False
    literal: str = ""
    comma: Decimal | None = None
    part: bool = False
    year: bool = False
    scale: Decimal = Decimal(1)
