"""Two amounts that belong together: ranges, changes and scores, with the scale and unit they share."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.model import Role
from figures.reading import calendar
from figures.reading.amount import after_factor, amount_at
from figures.reading.bounds import phrase_before
from figures.reading.draft import Draft
from figures.reading.lexicon import CHANGING, RANGING
from figures.reading.money import is_money, money_before
from figures.reading.number import Number
from figures.reading.number_words import ONES
from figures.reading.numerals import SCALE_LETTERS
from figures.reading.rates import Beside, rated
from figures.reading.signed import number_at
from figures.reading.tokens import DASHES, HYPHENS, MINUSES, Tokens

_ABOUT = frozenset({"about", "almost", "nearly", "around", "approximately", "some", "perhaps"})
_MOST_SHARED = 1000
_FALL = 10
"""A shared scale that makes the first number more than ten times the second is doubted ("900 to 1 million"); from a
thousand on, such a number has its own scale ("900,000 to 1.2 million", but "1,200 to 1,500 crore")."""


def other_end(tokens: Tokens, low: Draft) -> Draft | None:
    """Read the second number of a range and give both their roles; None where there is no range."""
    joint, start = _joint(tokens, low.after)
    if not joint or low.kind != "quantity" or after_factor(tokens, low.first):
        return None
    opener = phrase_before(tokens, low.first)[1]
    if joint == "and" and tokens.lows[opener - 1] != "between":
        return None
    high = _high(tokens, start, low)
    return high and _pair(tokens, low, high, joint, opener)


def _joint(tokens: Tokens, at: int) -> tuple[str, int]:
    """The word that joins a range and where its second number begins."""
    if tokens.words[at] in HYPHENS and tokens.glued(at) and tokens.lows[at + 1] in {"to", "and"}:
        at += 1
    low = tokens.lows[at]
    if low in {"to", "through", "and"} and tokens.near(at):
        start = at + 1
        start += tokens.lows[start] == "plus" and low == "to"
        while tokens.lows[start] in _ABOUT:
            start += 1
        return low, start
    if (tokens.words[at] in DASHES or low == "~") and tokens.near(at):
        even = bool(tokens.gap(at)) == bool(tokens.gap(at + 1))
        return ("-", at + 1) if even and tokens.near(at + 1) else ("", at)
    return "", at


def _high(tokens: Tokens, start: int, low: Draft) -> Draft | None:
    bare = tokens.kinds[start] in {"n", "w", "f"} or tokens.words[start] in MINUSES
    if not bare and money_before(tokens, start) is None:
        return None
    high = amount_at(tokens, start, lent=low.unit if low.before else None)
    if high is None or high.kind != "quantity":
        return None
    year = calendar.is_year(tokens, start) and high.unit is None
    return None if year else high


def _pair(tokens: Tokens, low: Draft, high: Draft, joint: str, opener: int) -> Draft | None:
    change = tokens.lows[opener - 1] == "from" and joint in {"to", "through"}
    _same_letter(tokens, low, high)
    if not _units_meet(low, high, joint) or (joint == "to" and not change and _changed(tokens, low, high, opener)):
        _doubt_low(low, high)
        return None
    if _told_to(tokens, low, high, joint, opener) or _one_to_two_thirds(low, high):
        low.value = None
        return None
    values = None if _thousands_shared(low, high) or _goes_on(tokens, high, joint) else _shared(low, high)
    even = joint == "-" and low.unit is None and values is not None and values[0] == values[1] and not high.unit
    below_nought = joint == "to" and values is not None and values[1] < values[0] < 0  # "−5 to −10 °C"
    if not change and not below_nought and values is not None and (values[0] > values[1] or even):
        return _score(tokens, low, high, joint)
    sure_high = low.number and high.number and _hundreds(low.number, high.number)
    low.value, high.value = values or (None, high.value if sure_high else None)
    low.unit = high.unit = high.unit or low.unit
    low.counted = high.counted
    low.after, high.first = high.after, low.first
    if low.before and not high.before:
        _rate_both(tokens, low, high)
    ranging = {tokens.lows[opener - 2], tokens.lows[opener - 3]} & RANGING
    low.role, high.role = ("from", "to") if change and not ranging else ("low", "high")
    if below_nought and low.role == "low":
        low.role, high.role = "high", "low"
    high.bound = low.bound if high.bound == "=" else high.bound
    return high


def _rate_both(tokens: Tokens, low: Draft, high: Draft) -> None:
    """Give both ends of "$80-85 a barrel", whose sign stands once, the rate."""
    rate = rated(tokens, Beside(unit=low.unit or "", scale=Decimal(1), after=high.after))
    low.unit = high.unit = rate.unit
    low.after = high.after = rate.after
    if rate.unsure:
        low.value = high.value = None


def _units_meet(low: Draft, high: Draft, joint: str) -> bool:
    """Whether the units allow one range: the same, one lent by the other, or one rate ("$5 to $6 a barrel")."""
    if low.unit is None:
        return not high.before
    if low.unit == high.unit or (high.unit is None and (joint == "-" or low.before)):
        return True
    return high.unit is not None and high.unit.startswith(f"{low.unit}/")


def _changed(tokens: Tokens, low: Draft, high: Draft, opener: int) -> bool:
    """Whether "to" leads to where a change went ("rose 5 % to 20 %", "by 1,200 to 18,400") and opens no range."""
    verb = {tokens.lows[opener - 1], tokens.lows[opener - 2]} & CHANGING
    return bool(verb) and (low.unit is not None or high.before or high.unit is None or high.counted)


def _told_to(tokens: Tokens, low: Draft, high: Draft, joint: str, opener: int) -> bool:
    """Whether the first number is perhaps a change: "fell by a quarter to 3 t", "gained 12 to 84 pence"."""
    if joint != "to" or low.number is None or high.number is None:
        return False
    fraction = low.number.part and low.number.in_words and abs(low.number.value or Decimal(0)) < 1
    if fraction and not high.number.part and (high.value is None or high.value > 1):
        return True
    verb = {tokens.lows[opener - 1], tokens.lows[opener - 2]} & CHANGING
    return bool(verb) and low.unit is None and (high.unit in {"pence", "cent"} or is_money(high.unit))


def _one_to_two_thirds(low: Draft, high: Draft) -> bool:
    """Whether the second number is a fraction whose lower part may be the first one's too."""
    first, last = low.number, high.number
    if first is None or last is None or first.part or not first.in_words or not last.in_words:
        return False
    return last.part and low.unit is None and 0 < (last.value or 0) < 1 <= (first.value or 0)


def _doubt_low(low: Draft, high: Draft) -> None:
    """Drop the first value where the second one's scale may be meant for it too: "lost 3 to 5 million jobs"."""
    own_unit = low.unit is not None and not low.before
    if not own_unit and may_lend(low, high) and not own_scale(low, high.number):
        low.value = None


def own_scale(first: Draft, lender: Number | None) -> bool:
    """Whether a number is too large, or has no value, to be told in the scale of the other."""
    if first.value is None or lender is None or lender.value is None:
        return True
    return _MOST_SHARED <= abs(first.value) > abs(lender.value / lender.scale) * _FALL


def may_lend(first: Draft, last: Draft) -> bool:
    """Whether the last number ends in a scale that the first has not: "5 or 6 million", "two or three hundred"."""
    if first.number is None or last.number is None or first.number.scaled:
        return False
    return last.number.scaled or _hundreds(first.number, last.number)


def _hundreds(first: Number, last: Number) -> bool:
    """Whether "two to three hundred" may be two hundred."""
    if not first.in_words or not last.in_words or first.value is None or last.value is None:
        return False
    return 0 < first.value < 10 and first.value * 100 < last.value


def _same_letter(tokens: Tokens, low: Draft, high: Draft) -> None:
    """Read the first "m" of "3m to 5m euros" as the second one."""
    first, last = low.number, high.number
    if low.unit != "m" or first is None or last is None or first.value is None or not last.scaled:
        return
    if tokens.words[first.after] == "m" == tokens.words[last.after - 1]:
        low.number = first._replace(after=first.after + 1, scaled=True)
        low.value, low.unit = units.exact(first.value, SCALE_LETTERS["m"]), None
        low.number_after = first.after + 1


def _score(tokens: Tokens, low: Draft, high: Draft, joint: str) -> Draft | None:
    """Read "3-1", "a 3-1 win" and "5 to 4" as no range; joined by a dash they are no quantities either."""
    if joint != "-" or low.unit or (high.unit and not high.counted):
        return None
    low.kind = high.kind = "other"
    high.after = high.number_after
    while tokens.words[high.after] in HYPHENS and tokens.glued(high.after) and tokens.lows[high.after + 1] in ONES:
        high.after += 2  # "three-nought-four"
    return high


def tell_scores(tokens: Tokens, found: list[Draft]) -> None:
    """Take the quantities from a score among scores: "6-4, 3-6"."""
    for one, two, three, four in zip(found, found[1:], found[2:], found[3:], strict=False):
        if tokens.words[two.number_after] != "," or three.number_first != two.number_after + 1:
            continue
        pairs = ((one, two), (three, four))
        scores = [low.kind == high.kind == "other" and _dashed(tokens, low, high) for low, high in pairs]
        ranges = [low.unit is None and low.role == "low" and _dashed(tokens, low, high) for low, high in pairs]
        if any(scores) and any(ranges):
            for draft in (one, two, three, four):
                draft.kind, draft.role = "other", "single"


def _dashed(tokens: Tokens, low: Draft, high: Draft) -> bool:
    return high.number_first == low.number_after + 1 and tokens.words[low.number_after] in DASHES


def _shared(low: Draft, high: Draft) -> tuple[Decimal, Decimal] | None:
    """The values of a range, with the second one's scale where that is how it is spoken; None where unsure."""
    first, last = low.number, high.number
    if low.value is None or high.value is None or first is None or last is None or not last.value:
        return None if low.value is None or high.value is None else (low.value, high.value)
    own_unit = low.unit is not None and not low.before
    in_unit = Decimal(1) if own_unit else high.value / last.value
    value = units.exact(low.value, in_unit)
    if not own_unit and _hundreds(first, last):
        return None
    if first.scaled or own_unit or not last.scaled or own_scale(low, last):
        return value, high.value
    if last.in_words and _two_ways(low.value, last):
        return None
    shared = units.exact(value, last.scale)
    return (shared, high.value) if shared <= high.value * _FALL else None


def _thousands_shared(low: Draft, high: Draft) -> bool:
    """Whether "10-15,000" may be ten thousand to fifteen, or "20-15,000" the slip of one who meant so."""
    first, last = low.number, high.number
    if first is None or last is None or first.value is None or last.value is None or not last.literal.endswith(",000"):
        return False
    return first.literal.isdecimal() and 0 < first.value * 1000 < last.value * 2


def _goes_on(tokens: Tokens, high: Draft, joint: str) -> bool:
    """Whether a third number follows whose scale the other two may have: "5 to 6 to 7 million"."""
    again, start = _joint(tokens, high.after)
    if joint != "to" or again != "to" or high.unit is not None or high.number is None or high.number.scaled:
        return False
    third = number_at(tokens, start)
    return third is not None and third.scaled


def _two_ways(low: Decimal, last: Number) -> bool:
    """Whether the scale of words may be meant in part: "five to six hundred thousand", "ten to twelve hundred …"."""
    hundreds = (last.value or 0) / last.scale
    return last.scale == 1 or (hundreds >= 100 and (low < 10 or low * 100 < hundreds))


def tell_changes(tokens: Tokens, found: list[Draft]) -> None:
    """Give roles to "from 5 % in 2010 to 6 % in 2012" and "to 6 % from 5 %"."""
    opened: tuple[Draft, str] | None = None
    first = -1
    for draft in found:
        twin, first = draft.first == first, draft.first
        if draft.kind != "quantity" or draft.role != "single" or twin:
            continue
        word = tokens.lows[phrase_before(tokens, draft.first)[1] - 1]
        if opened and {word, opened[1]} == {"from", "to"} and _one_change(tokens, opened[0], draft):
            if word == "to" and opened[0].before:
                _doubt_low(opened[0], draft)
            ranging = word == "to" and tokens.lows[phrase_before(tokens, opened[0].first)[1] - 2] in RANGING
            roles: tuple[Role, Role] = ("low", "high") if ranging else ("from", "to")
            opened[0].role, draft.role = roles if word == "to" else ("to", "from")
            opened = None
        elif word in {"from", "to"}:
            opened = (draft, word)


def _one_change(tokens: Tokens, first: Draft, last: Draft) -> bool:
    near = first.unit == last.unit and last.first - first.after <= 16
    return near and not any(tokens.words[place] in {".", ";", "?", "!"} for place in range(first.after, last.first))
