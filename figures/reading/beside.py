"""The unit of the table that follows a number: symbol or name, glued, hyphened or apart."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading.number import Number
from figures.reading.rates import Beside, rated
from figures.reading.tokens import HYPHENS, Tokens
from figures.unit_table import RATES

_UNSURE = frozenset({"MT", "mt"})
"""Metric tons to some and million tonnes to others: read only after a scale word ("2 million MT")."""

_LONGEST = 45
"""Characters in the longest written form of a unit."""


def _starts() -> dict[str, int]:
    """First tokens of all written forms, with the tokens of the longest, so that most words are turned away at once."""
    firsts: dict[str, int] = {}
    for form in (*units.UNITS.signs, *units.UNITS.names, *RATES):
        tokens = Tokens(form, 0, len(form))
        firsts[tokens.lows[0]] = max(tokens.count, firsts.get(tokens.lows[0], 0))
    return firsts


_STARTS = _starts()


def unit_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the unit that follows a number, with its rate."""
    at = number.after
    if tokens.kinds[at] == "s" and tokens.kinds[at + 1] == "n" and tokens.glued(at + 1):
        return None  # the sign belongs to the digits behind it
    if tokens.words[at] in {"[", "<", "{"}:
        return _bracketed(tokens, at)
    hyphen = tokens.words[at] in HYPHENS and tokens.kinds[at + 1] == "w" and (tokens.glued(at) or tokens.glued(at + 1))
    start = at + 1 if hyphen else at
    if not tokens.near(start) or tokens.lows[start] not in _STARTS:
        return None
    for end in range(start + _STARTS[tokens.lows[start]], start, -1):
        found = _form(tokens, number, start, end) if end <= tokens.count else None
        if found and (hyphen or _stands_alone(tokens, found, end)):
            return rated(tokens, _read(tokens, number, found, (start, end)))
    return None


def _bracketed(tokens: Tokens, at: int) -> Beside | None:
    """Read "20 [kg]"."""
    closed = tokens.words[at + 2] in {"]", ">", "}"} and tokens.kinds[at + 1] == "w"
    found = units.UNITS.find(tokens.words[at + 1]) if closed else None
    return Beside(unit=found.symbol, scale=found.scale, after=at + 3) if found else None


def _form(tokens: Tokens, number: Number, start: int, end: int) -> units.Unit | None:
    """What these tokens mean as a unit, if they may be one here."""
    form = tokens.between(start, end)
    runs_on = tokens.glued(end) and tokens.kinds[end] in {"w", "n", "d"} and form[-1].isalnum()
    if len(form) > _LONGEST or runs_on or (form[-1] == "." and units.UNITS.find(form[:-1])):
        return None
    if form in RATES or form in units.UNITS.signs:
        free = _free(tokens, number, start, end)
        return units.lookup(form) if free else _verb_or_name(number, form)
    return None if form.lower() in lexicon.NEVER_UNITS else _verb_or_name(number, form)


def _verb_or_name(number: Number, form: str) -> units.Unit | None:
    """A unit by its name; "won" is a verb unless many of them are."""
    if form.lower() == "won" and not number.scaled and (number.value or 0) < 1000:
        return None
    return units.UNITS.names.get(form.lower())


def _stands_alone(tokens: Tokens, found: units.Unit, end: int) -> bool:
    """Whether nothing makes another unit of it: "tonne-kilometres", "tonne kilometres", "m⁴"."""
    hyphened = tokens.words[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1)
    if hyphened and tokens.kinds[end + 1] == "w" and tokens.kinds[end - 1] == "w":
        return tokens.lows[end + 1] in lexicon.AFTER_HYPHEN
    if tokens.kinds[end] == "p" and tokens.glued(end):
        return False
    if found.dimension not in {"mass", "length", "power", "time"} or tokens.gap(end) != " ":
        return True
    following = units.UNITS.names.get(tokens.lows[end])
    return following is None or following.dimension not in {"length", "time"}


def _read(tokens: Tokens, number: Number, found: units.Unit, span: tuple[int, int]) -> Beside:
    start, end = span
    if _inverse(tokens, end):
        return Beside(unit=f"1/{found.symbol}", scale=Decimal(1), after=end + 2, unsure=found.symbol != "s")
    if found.symbol == "year" and tokens.lows[end] == "old":
        end += 1
    elif found.symbol == "year" and tokens.words[end] in HYPHENS and tokens.lows[end + 1] == "old":
        end += 2
    unsure = (tokens.words[start] in _UNSURE and not number.scaled) or _multiplied(tokens, end)
    return Beside(unit=found.symbol, scale=found.scale, after=end, unsure=unsure)


def _multiplied(tokens: Tokens, end: int) -> bool:
    """Whether another sign goes on with the unit: "t ha-1", "m s−1", "t km"."""
    if tokens.gap(end) != " " or tokens.words[end] not in units.UNITS.signs:
        return False
    return tokens.words[end] in {"km", "h"} or _inverse(tokens, end + 1) or tokens.words[end + 1][:1] == "⁻"


def _inverse(tokens: Tokens, end: int) -> bool:
    """Whether a negative power follows: "s-1"."""
    minus = tokens.words[end] in HYPHENS or tokens.words[end] == "−"
    power = tokens.words[end + 1] in {"1", "2", "3"} and tokens.words[end + 2] != "%"
    return minus and tokens.glued(end) and tokens.glued(end + 1) and power


def _free(tokens: Tokens, number: Number, start: int, end: int) -> bool:
    """Whether a sign may be a unit here: words in disguise may not, and number words take few signs."""
    form = tokens.between(start, end)
    glued = tokens.glued(start) and start == number.after
    if form in _CONTEXTS:
        return _CONTEXTS[form](tokens, number, start)
    if form in lexicon.NEVER_UNITS:
        return False
    if len(form) > 2 or form in {"ft", "%", "°"}:
        return True
    if number.in_words and form.isalpha():
        return form.isupper() and len(form) > 1
    if form in {"x", "×"}:
        return glued and tokens.kinds[end] != "n"
    return glued or form not in {"c", "p", "b", "B", "M", "T"}


def _inches(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether "in" is inches and no preposition."""
    following = tokens.lows[start + 1]
    if number.in_words or (number.literal.isdecimal() and len(number.literal) == 4):
        return False
    return following in lexicon.INCH_CONTEXT or not following or following in {".", ",", ")", ";", "×", "x"}


def _inch_mark(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a straight quotation mark closes none near by."""
    return len(tokens.gap(start)) <= 1 and number.after == start and '"' not in tokens.words[max(0, start - 16) : start]


def _tiny(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether "pm" and "am" are metres: a time of day has no decimals, or two of them."""
    decimals = number.literal.partition(".")[2]
    return tokens.near(start) and bool(decimals) and len(decimals) != 2


_CONTEXTS = {"in": _inches, '"': _inch_mark, "pm": _tiny, "am": _tiny}
