"""Units beside a number, and the rates after them: "/year", "a year", "per tonne", "-a-share", "annually"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from figures import units
from figures.nouns import singular
from figures.reading import lexicon
from figures.reading.number_words import ONES, TENS
from figures.reading.numerals import POWERS, SCALE_WORDS
from figures.reading.tokens import HYPHENS, Tokens

_NUMBER_WORDS = frozenset({*ONES, *TENS, *SCALE_WORDS}) - {"one"}
_PER = frozenset({"per", "a", "an", "each", "every"})
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "h",
    "quarterly": "quarter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A unit beside a number: its symbol, the scale in it ("Mt"), and the token after it.

    ``counted``: it is a noun; ``unsure``: it can be read in two ways.
    """

    unit: str
    scale: Decimal
    after: int
    counted: bool = False
    unsure: bool = False


def rated(tokens: Tokens, beside: Beside) -> Beside:
    """Add the rate that follows a unit, if one does."""
    at = beside.after
    if tokens.words[at] == "/":
        return _stroke(tokens, beside)
    if tokens.words[at] in {"·", "⋅"} and tokens.glued(at):
        return replace(beside, unsure=True)
    if tokens.words[at] in HYPHENS and tokens.words[at + 2] in HYPHENS and tokens.lows[at + 1] in _PER:
        return _over(beside, tokens.lows[at + 3], at + 4) if tokens.lows[at + 3] in lexicon.PER_THING else beside
    for place in {at: None, _past_of(tokens, at): None}:
        rate = _spoken(tokens, beside, place)
        if rate:
            return rate
    return beside


_POWERS = {"1": "", "2": "2", "3": "3"}


def inverse_power(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read the negative power glued to a unit, "-1" or "⁻²": what it adds to the unit below, and the token after it."""
    if not tokens.glued(at):
        return None
    if tokens.kinds[at] == "p" and tokens.words[at][0] == "⁻":
        power = tokens.words[at].translate(POWERS).lstrip("-")
        return (_POWERS[power], at + 1) if power in _POWERS else None
    minus = tokens.words[at] in HYPHENS or tokens.words[at] in {"−", "–"}
    power = tokens.words[at + 1]
    goes_on = tokens.words[at + 2] == "%" or (tokens.glued(at + 2) and tokens.kinds[at + 2] in {"w", "n"})
    return (_POWERS[power], at + 2) if minus and tokens.glued(at + 1) and power in _POWERS and not goes_on else None


def divided(tokens: Tokens, beside: Beside) -> Beside:
    """Read units with negative powers as the lower parts of a rate: "m s-1", "t ha−1", "mg·L⁻¹", "W m-2"."""
    while beside.unit.count("/") < 3:
        at = beside.after
        dotted = tokens.words[at] in {"·", "⋅"} and tokens.glued(at) and tokens.glued(at + 1)
        at += dotted
        power = inverse_power(tokens, at + 1)
        if power is None or not (dotted or 0 < len(tokens.gap(at)) < 2) or tokens.words[at] not in units.UNITS.signs:
            break
        below = units.UNITS.signs.get(tokens.words[at] + power[0])
        name = units.below_stroke(beside.unit, below.symbol) if below and below.scale == 1 else ""
        beside = replace(beside, unit=f"{beside.unit}/{name}" if name else beside.unit, after=power[1],
                         unsure=beside.unsure or not name)  # fmt: skip
    return beside


def rated_noun(tokens: Tokens, beside: Beside) -> Beside:
    """Add a rate to a counted noun, where it is one of time or land: "visitors a year", but not "seats a party won"."""
    low, following = tokens.lows[beside.after], tokens.lows[beside.after + 1]
    timely = low in _ADVERBS or (low in _PER and (low == "per" or following in lexicon.PERIODS | _LAND))
    glued = low == "/" and tokens.glued(beside.after) and tokens.glued(beside.after + 1)
    divided_by = units.UNITS.find(tokens.words[beside.after + 1]) if glued else None  # "120 cells/mL"
    return rated(tokens, beside) if timely or divided_by else beside


_LAND = frozenset({"acre", "hectare"})


def _spoken(tokens: Tokens, beside: Beside, place: int) -> Beside | None:
    low = tokens.lows[place]
    if not tokens.near(place):
        return None
    if low in _ADVERBS:
        certain = place == beside.after or tokens.lows[place + 1] not in lexicon.STOPS
        return _over(beside, _ADVERBS[low], place + 1) if certain else None
    if annual := _per_annum(tokens, beside, place):
        return _over(beside, "year", annual)
    if packed := sized_thing(tokens, place):
        return _over(beside, tokens.lows[packed], beside.after)  # its own number is a mention too
    if _maybe_time(tokens, place) or _ratio(tokens, place):
        return replace(beside, unsure=True)  # "$2.57 per million Btu"
    below = _below(tokens, place) if low in _PER else None
    return _again(tokens, _over(beside, *below)) if below else None


def _per_annum(tokens: Tokens, beside: Beside, place: int) -> int:
    """The token after "p.a." or "pa", or 0."""
    low = tokens.lows[place]
    if low == "p" and tokens.words[place + 1] == "." and tokens.lows[place + 2] == "a":
        return place + 3 + (tokens.words[place + 3] == ".")
    return place + 1 if low == "pa" and place == beside.after else 0


def sized_thing(tokens: Tokens, place: int) -> int:
    """The place of the thing in "per 40-foot container", whose size is told by the number; or 0."""
    at = place + 2
    sized = tokens.lows[place] == "per" and tokens.kinds[place + 1] == "n" and tokens.words[at] in HYPHENS
    known = units.UNITS.find(tokens.words[at + 1]) if sized and tokens.glued(at) and tokens.glued(at + 1) else None
    noun = tokens.lows[at + 2]
    named = known and tokens.kinds[at + 2] == "w" and tokens.gap(at + 2) == " " and noun not in lexicon.STOPS
    return at + 2 if named and not units.UNITS.find(noun) else 0


def _past_of(tokens: Tokens, at: int) -> int:
    """The place of a rate after "of crude oil" in "barrels of crude oil a day"."""
    if tokens.lows[at] != "of":
        return at
    for place in range(at + 2, at + 5):
        low = tokens.lows[place]
        if low == "per" or low in _ADVERBS or (low in _PER and tokens.lows[place + 1] in lexicon.PERIODS):
            return place
        apart = tokens.kinds[place] != "w" and tokens.gap(place)
        if low in lexicon.STOPS or apart or tokens.kinds[place] not in {"w", "n", "s"}:
            break
    return at


def _below(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """What a unit is divided by after "per", "a" or "every", and the token after it."""
    low, thing = tokens.lows[place], tokens.lows[place + 1]
    if not tokens.near(place + 1) or tokens.kinds[place + 1] != "w":
        return None
    if low == "per":
        return _after_per(tokens, place + 1)
    if low not in {"each", "every"} and (measure := _measure(tokens, place + 1)):
        return measure
    timely = thing in lexicon.PERIODS or (low not in {"each", "every"} and thing in lexicon.PER_THING)
    following = tokens.lows[place + 2]
    year_on = following == "on" and (tokens.kinds[place + 3] in {"", "s"} or tokens.lows[place + 3] == "from")
    return (thing, place + 2) if timely and following not in lexicon.NOT_A_RATE and not year_on else None


def _measure(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """What something is told "a" measure of: "₹2,000 a quintal", "€40 a square metre"."""
    for length in (3, 2, 1):
        form = tokens.between(at, at + length).lower() if at + length <= tokens.count else ""
        found = units.UNITS.names.get(form)
        if found is not None and found.dimension in _MEASURES:
            return form, at + length
    return None


_MEASURES = frozenset({"mass", "volume", "length", "area", "energy"})


def _maybe_time(tokens: Tokens, place: int) -> bool:
    """Whether "a year after" may be a rate or a point in time; "a year before tax" is a rate."""
    at = place + 2
    may = tokens.lows[place] in {"a", "an"} and tokens.lows[place + 1] in lexicon.PERIODS
    deducted = {tokens.lows[at + 1], tokens.lows[at + 2]} & lexicon.DEDUCTED
    return may and tokens.lows[at] in lexicon.MAYBE_A_RATE and tokens.near(at) and not deducted


def of_ratio(tokens: Tokens, at: int) -> bool:
    """Whether "per 100,000" follows within the clause: "deaths from malaria per 100,000 children"."""
    for place in range(at, at + _FAR):
        if _ratio(tokens, place):
            return True
        if tokens.kinds[place] != "w" or tokens.lows[place] in {"and", "or", "but", "while", "than", "to"}:
            break
    return False


_FAR = 6
"""Words between a counted noun and the number it is told per."""


def _ratio(tokens: Tokens, place: int) -> bool:
    """Whether "per 100,000" or "for every million" follows: the number before it is no amount of its own."""
    at = place
    if tokens.lows[place] == "for" and tokens.lows[place + 1] in {"every", "each"}:
        at = place + 1
    elif tokens.lows[place] != "per":
        return False
    one = tokens.lows[at + 1] in {"a", "one"} and tokens.lows[at + 2] in SCALE_WORDS
    half = tokens.lows[at + 1] == "half" and (tokens.lows[at + 2] == "a" or tokens.lows[at + 2] in units.UNITS.names)
    number = one or half or tokens.kinds[at + 1] == "n" or tokens.lows[at + 1] in _NUMBER_WORDS
    return number and tokens.near(at + 1) and not _is_measure(tokens, at + 1)


def _is_measure(tokens: Tokens, at: int) -> bool:
    """Whether "million Btu" stands here, which is a measure of its own."""
    return tokens.lows[at] == "million" and tokens.lows[at + 1] in {"british", "btu"}


def _after_per(tokens: Tokens, at: int) -> tuple[str, int] | None:
    named = tokens.kinds[at + 1] == "w" and tokens.lows[at + 1] not in lexicon.STOPS
    at += tokens.lows[at] in {"a", "an"} and named  # "euros per a kilo"
    joined = tokens.words[at + 1] in HYPHENS and tokens.glued(at + 1) and tokens.glued(at + 2)
    for length in (4, 3) if joined and tokens.kinds[at + 2] == "w" else (4, 3, 2, 1):
        form = tokens.between(at, at + length) if at + length <= tokens.count else ""
        if units.UNITS.find(form):
            return form, at + length
    if joined and tokens.lows[at + 2] in _JOINED_TO:
        return tokens.between(at, at + 3).lower(), at + 3
    thing, noun = tokens.lows[at], tokens.lows[at + 1]
    if thing not in lexicon.PER_THING and noun in lexicon.PER_THING and tokens.gap(at + 1) == " ":
        return noun, at + 2  # "per diluted share"
    return (thing, at + 1) if len(thing) > 2 and thing not in SCALE_WORDS else None


_JOINED_TO = frozenset({"year", "years", "day", "days", "hour", "hours", "month", "months", "km", "mile", "kilometre"})
"""What closes a compound that things are told per: "patient-year", "passenger-mile"."""


def _stroke(tokens: Tokens, beside: Beside) -> Beside:
    at = beside.after + 1
    if tokens.words[at] == "-" and tokens.glued(at):
        return replace(beside, after=at + 1)  # "Rs. 45,000/-"
    if tokens.words[at] == "b":
        return replace(beside, after=at + 1, unsure=True)  # barrels, and no bits
    for length in (3, 2, 1):
        form = tokens.between(at, at + length) if at + length <= tokens.count else ""
        if units.UNITS.find(form):
            return _again(tokens, _over(beside, form, at + length))
    if tokens.kinds[at] == "w" and len(tokens.words[at]) > 2:
        return _over(beside, tokens.lows[at], at + 1)
    again = units.UNITS.find(tokens.words[at + 1]) if tokens.kinds[at] == "n" else None
    alternative = again is not None and again.symbol == beside.unit  # "220C/200C"
    return replace(beside, unsure=not alternative and tokens.glued(at) and tokens.glued(beside.after))


def _again(tokens: Tokens, beside: Beside) -> Beside:
    """Take one more rate: "J/m2 per year", "litres per person per day", "mg/kg/day"; no power of the last."""
    at = beside.after
    glued_on = tokens.glued(at) and (tokens.kinds[at] in {"n", "p", "w"} or tokens.words[at] in {"^", "·", "⋅"})
    per_kelvin = tokens.words[at] == "K" and beside.unit.partition("/")[0] in _HEATS and tokens.gap(at)
    if glued_on or per_kelvin:
        return replace(beside, unsure=True)
    if tokens.words[at] == "/" and beside.unit.count("/") == 1:
        return _stroke(tokens, beside)
    more = tokens.lows[beside.after] in _PER and tokens.near(beside.after) and beside.unit.count("/") == 1
    below = _below(tokens, beside.after) if more else None
    return _over(beside, *below) if below else beside


_HEATS = frozenset({"J", "kJ", "MJ", "W", "mW", "kW", "cal", "kcal", "Btu"})
"""Units that, divided, are often told for each kelvin too: "J/kg K"."""

_MAYBE_BARRELS = frozenset({"bit", "kbit", "Mbit", "Gbit"})
"""Units that in "9.8 Mb/d" may be barrels."""


def _over(beside: Beside, below: str, after: int) -> Beside:
    found = units.UNITS.find(below)
    if beside.unit in _MAYBE_BARRELS and found is not None and found.symbol != "s":
        return replace(beside, after=after, unsure=True)
    if found is None:
        name = singular(below)
    elif found.scale == 1:
        name = units.below_stroke(beside.unit, found.symbol)
    else:
        name = below
    return beside if name in {"pp", "×"} else replace(beside, unit=f"{beside.unit}/{name}", after=after)
