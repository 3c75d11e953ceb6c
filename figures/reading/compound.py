"""One amount told in two units or numbers: "5 feet 2 inches", "two dollars and forty cents", "2 miles and a half"."""

from __future__ import annotations

from decimal import Decimal

from figures.reading import number_words as spoken
from figures.reading.beside import unit_after
from figures.reading.draft import Draft
from figures.reading.lexicon import STOPS
from figures.reading.number import Number
from figures.reading.rates import Beside
from figures.reading.signed import number_at
from figures.reading.tokens import HYPHENS, Tokens

_CENTS = ("cent", Decimal("0.01"))
_LOWER = {"$": _CENTS, "USD": _CENTS, "EUR": _CENTS, "CAD": _CENTS, "AUD": _CENTS, "GBP": ("pence", Decimal("0.01"))}


def compound(tokens: Tokens, draft: Draft) -> None:
    """Join "thirteen dollars and forty-five cents", "15 dollars 50" and "5 feet 2 inches" into one amount."""
    half = half_after(tokens, draft.after) if draft.unit and not draft.counted and not draft.before else None
    if half and draft.value is not None and draft.value == draft.value.to_integral_value():
        draft.value, draft.after = draft.value + half.value, half.after
    if draft.unit is None:
        _marked_height(tokens, draft)
    if draft.unit != "ft" and draft.unit not in _LOWER:
        return
    if draft.unit == "ft" and _foot_and_inches(tokens, draft):
        return
    at = draft.after + (tokens.lows[draft.after] == "and")
    whole = draft.value is not None and draft.value == draft.value.to_integral_value()
    scaled = draft.number is None or draft.number.scaled
    if not whole or scaled or not tokens.near(at) or not _may_join(tokens, draft, at):
        return
    number = number_at(tokens, at)
    if number is None or number.value is None or number.value <= 0:
        return
    small = unit_after(tokens, number)
    if draft.unit == "ft" and small and small.unit == "in" and number.value < 12:
        _join(draft, number, small.after, draft.value * 12 + number.value if draft.value is not None else None, "in")
    elif draft.unit in _LOWER and number.value < 100:
        _cents(tokens, draft, number, small)


_SMALL = frozenset({"cent", "cents", "c", "¢", "p", "pence", "penny"})


def _may_join(tokens: Tokens, draft: Draft, at: int) -> bool:
    """Whether inches or cents may stand here, told from the looks alone: reading the number costs more."""
    if tokens.kinds[at] == "w":
        return tokens.lows[at] in spoken.STARTS
    short = len(tokens.words[at]) <= 4 if draft.unit == "ft" else len(tokens.words[at]) == 2
    return tokens.kinds[at] == "n" and (short or tokens.words[at + 1] in _SMALL)


def _foot_and_inches(tokens: Tokens, draft: Draft) -> bool:
    """Join "6-foot-4", whose inches are not named."""
    at = draft.after + 1
    word = tokens.words[at]
    joined = tokens.words[draft.after] in HYPHENS and tokens.glued(draft.after) and tokens.glued(at)
    if not joined or not word.isdecimal() or len(word) > 2 or int(word) > 11 or draft.value is None:
        return False
    draft.value, draft.unit, draft.after = draft.value * 12 + int(word), "in", at + 1
    draft.number_after, draft.number = at + 1, None
    return True


_FOOT_MARKS = frozenset("'’′")
_INCH_MARKS = frozenset('"”″')


def _marked_height(tokens: Tokens, draft: Draft) -> None:
    """Read 5'10" as one height."""
    at = draft.number_after
    feet, inches = tokens.words[at - 1], tokens.words[at + 1]
    marked = tokens.words[at] in _FOOT_MARKS and tokens.words[at + 2] in _INCH_MARKS
    whole = feet.isdecimal() and inches.isdecimal() and len(feet) <= 2 and int(inches) < 12 if marked else False
    if whole and all(tokens.glued(place) for place in range(at, at + 3)):
        draft.value, draft.unit = Decimal(int(feet) * 12 + int(inches)), "in"
        draft.number_after, draft.after, draft.number = at + 3, at + 3, None


def half_after(tokens: Tokens, at: int) -> spoken.Words | None:
    """Read "and a half", "and a quarter" or "and three quarters" after a unit, where no other unit or noun follows."""
    said = (tokens.lows[at + 1], tokens.lows[at + 2])
    if tokens.lows[at] != "and" or said not in {("a", "half"), ("a", "quarter"), ("three", "quarters")}:
        return None
    ends = tokens.kinds[at + 3] != "w" or tokens.lows[at + 3] in STOPS - {"of", "a", "an"}
    return spoken.fraction(tokens, at + 1) if ends and tokens.near(at + 2) else None


def _cents(tokens: Tokens, draft: Draft, number: Number, small: Beside | None) -> None:
    name, part = _LOWER[draft.unit or ""]
    low = tokens.lows[number.after]
    follows = (tokens.kinds[number.after] == "w" and low not in STOPS) or tokens.words[number.after] == "%"
    bare = small is None and number.first == draft.after and not follows and not number.part
    if draft.value is None or not ((small and small.unit == name) or (bare and name == "cent" and number.value != 0)):
        return
    if small or (number.value or 0) >= 10:
        value = draft.value + (number.value or 0) * part
        _join(draft, number, small.after if small else number.after, value, draft.unit)


def _join(draft: Draft, number: Number, after: int, value: Decimal | None, unit: str | None) -> None:
    draft.value, draft.unit, draft.after = value, unit, after
    draft.number_after, draft.number = number.after, None
