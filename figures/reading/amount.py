"""One amount: a number with the currency, unit, rate or noun beside it, and its bound."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from figures import units
from figures.reading import number_words as spoken
from figures.reading.beside import unit_after
from figures.reading.bounds import bound_at, doubtful, phrase_before
from figures.reading.counted import counted_after
from figures.reading.draft import Draft, plain_draft
from figures.reading.lexicon import MAYBE_A_RATE, NOT_A_RATE, is_plural
from figures.reading.money import MONEY_STARTS, is_money, money_before
from figures.reading.number import Number
from figures.reading.numerals import SCALE_LETTERS, SCALE_WORDS
from figures.reading.rates import Beside, rated
from figures.reading.signed import number_at, takes_away
from figures.reading.tokens import HYPHENS, MINUSES, Tokens
from figures.reading.twins import twins


def amount_at(tokens: Tokens, index: int, *, lent: str | None = None) -> Draft | None:
    """Read the amount that begins at this token; ``lent`` is the currency of a range's first number."""
    in_digits = tokens.kinds[index] == "n"
    negative = not in_digits and _minus_money(tokens, index)
    start = index + 1 if negative else index
    money = None if in_digits else money_before(tokens, start)
    at = money[1] if money else start
    if (negative and not money) or not _begins(tokens, at, money):
        return None
    number = number_at(tokens, at, money=bool(money or lent))
    if number is None or (money and number.value is None and number.in_words):
        return None
    if money and money[2] != 1:
        number = _scaled_before(number, money[2])
    draft = _amount(tokens, index, number, money)
    if negative and draft.value is not None:  # "$5 -$6" may be a range
        draft.value = None if tokens.kinds[index - 1] == "n" and tokens.gap(index) == " " else -draft.value
    return draft


def _scaled_before(number: Number, scale: Decimal) -> Number:
    """Give the number the scale that stands before it with the currency ("SEKm 45"); two scales are not read."""
    sure = number.value is not None and not number.scaled and units.fits(number.value)
    value = units.exact(number.value, scale) if sure and number.value is not None else None
    return number._replace(value=value, comma=None, literal="", scaled=True, scale=scale)


def _minus_money(tokens: Tokens, index: int) -> bool:
    """Whether a minus stands before a currency: "-$5", "negative $5 million"."""
    if tokens.lows[index] in {"minus", "negative"}:
        return tokens.words[index + 1] in MONEY_STARTS and tokens.near(index + 1) and not takes_away(tokens, index)
    signs = tokens.words[index] in MINUSES and tokens.words[index + 1] in MONEY_STARTS
    return signs and tokens.glued(index + 1) and not (tokens.glued(index) and tokens.kinds[index - 1] in {"w", "n"})


def _begins(tokens: Tokens, at: int, money: tuple[str, int, Decimal] | None) -> bool:
    """Whether a number may begin here: after a currency, near by and no mere word."""
    if not money:
        return tokens.kinds[at] != ""
    near = tokens.near(at) or tokens.in_line(at)
    return near and (tokens.kinds[at] != "w" or tokens.lows[at] in spoken.STARTS)


def _amount(tokens: Tokens, index: int, number: Number, money: tuple[str, int, Decimal] | None) -> Draft:
    number, twin, unit_at = twins(tokens, number, money=bool(money))
    full = number if unit_at == number.after else number._replace(after=unit_at)
    listed = _money_unit(tokens, money[0], full) if money else unit_after(tokens, full)
    runs_on = bool(number.literal) and tokens.glued(number.after) and tokens.kinds[number.after] == "w"
    by = runs_on and tokens.words[number.after] == "x" and tokens.kinds[number.after + 1] == "n"
    if runs_on and not by and listed is None:
        return plain_draft(index, number.after + 1, "name")
    listed = listed or _half_a(tokens, full)
    found = listed if listed or by else _counted(tokens, index, number, full)
    unsure = (found is not None and found.unsure) or _each_so_large(tokens, number, listed)
    draft = Draft(
        first=index,
        after=found.after if found else full.after,
        number_first=number.first,
        number_after=number.after,
        value=None if unsure else _value(number, listed, counted=bool(found and found.counted)),
        number=number,
        before=bool(money),
    )
    if found:
        _take(tokens, draft, found, number)
    if twin:
        draft.twin = _twin_draft(tokens, draft, twin, found)
    _bound(tokens, draft, number)
    return draft


def _twin_draft(tokens: Tokens, draft: Draft, twin: Number, found: Beside | None) -> Draft:
    """Make a mention of its own of the twin of a number."""
    value = twin.value if draft.value is not None else None
    own = replace(draft, number_first=twin.first, number_after=twin.after, number=twin, value=value)
    if found:
        _take(tokens, own, found, twin)
    return own


def _value(number: Number, listed: Beside | None, *, counted: bool) -> Decimal | None:
    """The number's value; a decimal comma is one only beside a unit of the table."""
    if _THOUSANDS.fullmatch(number.literal):  # "€12.000" is twelve to some and twelve thousand to others
        money = listed is not None and is_money(listed.unit)
        if number.literal.endswith("000") or (number.literal.endswith("0") and (money or counted)):
            return None
    return number.comma if number.value is None and listed else number.value


_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def _each_so_large(tokens: Tokens, number: Number, listed: Beside | None) -> bool:
    """Whether "5 million-euro loans" may be five loans of a million each."""
    scale = number.after - 1
    if listed is None or scale == number.first or tokens.words[number.after] not in HYPHENS:
        return False
    apart = tokens.lows[scale] in _SCALES and tokens.gap(scale) == " "
    return apart and tokens.glued(number.after) and is_plural(tokens.lows[listed.after])


_SCALES = spoken.HUNDRED.keys() | spoken.SCALES.keys()


def _half_a(tokens: Tokens, number: Number) -> Beside | None:
    """Read the unit of "half a percentage point" and "a tenth of one percent"; "by half a year ago" has none."""
    at = number.after
    at += tokens.lows[at] == "of" and tokens.lows[at + 1] in {"a", "an", "one"}
    spoken_so = number.in_words or at > number.after
    if not number.part or not spoken_so or number.scaled or tokens.lows[at] not in {"a", "an", "one"}:
        return None
    found = unit_after(tokens, number._replace(after=at + 1)) if tokens.near(at) else None
    return None if found is None or tokens.lows[found.after] in NOT_A_RATE | MAYBE_A_RATE else found


def _plus_noun(tokens: Tokens, index: int, number: Number) -> Beside | None:
    """Read the noun or unit of "5,000+ jobs" and the noun of "20 plus people"."""
    at = number.after
    if tokens.kinds[at + 1] != "w" or tokens.gap(at + 1) != " ":
        return None
    past = number._replace(after=at + 1)
    if tokens.words[at] == "+" and tokens.glued(at):
        return unit_after(tokens, past) or _noun(tokens, index, past)
    return _noun(tokens, index, past) if tokens.lows[at] == "plus" and is_plural(tokens.lows[at + 1]) else None


def _past_plus(tokens: Tokens, number: Number) -> Number:
    """Go past the "plus" of "20-plus people"."""
    hyphened = tokens.words[number.after] in HYPHENS and tokens.glued(number.after)
    return number._replace(after=number.after + 1) if hyphened and tokens.lows[number.after + 1] == "plus" else number


def _counted(tokens: Tokens, index: int, number: Number, full: Number) -> Beside | None:
    return _noun(tokens, index, full) or _plus_noun(tokens, index, _past_plus(tokens, number))


def _noun(tokens: Tokens, index: int, number: Number) -> Beside | None:
    share = number.part and number.value is not None and number.value < 1
    return None if share or after_factor(tokens, index) else counted_after(tokens, number)


def _bound(tokens: Tokens, draft: Draft, number: Number) -> None:
    draft.bound = bound_at(tokens, draft.first, draft.after, unit=draft.unit)
    if doubtful(tokens, draft.first):
        draft.value = None
    if draft.bound == "=" and draft.before and tokens.lows[draft.first - 1] in _PASSING:
        draft.bound = ">"
    if draft.bound == "=" and draft.after != number.after:
        draft.bound = bound_at(tokens, draft.first, number.after, unit=draft.unit)
        if draft.bound == "=" and draft.counted and tokens.lows[number.after] == "plus":
            draft.bound = ">="


_PASSING = frozenset({"passed", "passes", "crossed", "breached"})
"""Verbs that before a sum of money mean that it was exceeded; "passed 12 exams" and "crossed 9 km" are counts."""


def after_factor(tokens: Tokens, index: int) -> bool:
    """Whether "a factor of" stands before the number: it counts nothing, and opens no range."""
    at = phrase_before(tokens, index)[1]
    return tokens.lows[at - 1] == "of" and tokens.lows[at - 2] == "factor"


def _money_unit(tokens: Tokens, unit: str, number: Number) -> Beside:
    """Take a rate, and a currency named twice ("$5 million dollars", "$5 CAD")."""
    at = number.after
    of_the_next = tokens.kinds[at] == "s" and tokens.kinds[at + 1] == "n"
    named = None if of_the_next else unit_after(tokens, number)
    if named and is_money(named.unit) and unit in {"$", named.unit.partition("/")[0]}:
        return named
    return rated(tokens, Beside(unit=unit, scale=Decimal(1), after=number.after))


def _take(tokens: Tokens, draft: Draft, found: Beside, number: Number) -> None:
    draft.unit, draft.counted = found.unit, found.counted
    scale = found.scale
    late = None if draft.before or number.scaled else _late_scale(tokens, found.after)
    if late and is_money(found.unit):
        scale, draft.after = scale * late, found.after + 1
    if draft.value is not None and scale != 1:
        draft.value = units.exact(draft.value, scale) if units.fits(draft.value) else None


def _late_scale(tokens: Tokens, at: int) -> Decimal | None:
    """Read a scale after the currency: "75 USD million", "312 €m"."""
    if tokens.lows[at] in SCALE_WORDS and tokens.near(at):
        return SCALE_WORDS[tokens.lows[at]]
    return SCALE_LETTERS.get(tokens.words[at]) if tokens.glued(at) else None
