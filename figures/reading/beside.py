"""What stands beside a number: its currency before it, its unit, rate or counted noun after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading.number import Number
from figures.reading.numerals import SCALE_WORDS
from figures.reading.tokens import DASHES, HYPHENS, Tokens
from figures.unit_table import RATES

_PER = frozenset({"per", "a", "an", "each", "every"})
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
            "hourly": "h", "quarterly": "quarter"}  # fmt: skip
_MAX_RUN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A unit beside a number: its symbol, the scale in it ("Mt"), and the token after it."""

    unit: str
    scale: Decimal
    after: int
    counted: bool = False
    unsure: bool = False
    nouns: frozenset[str] = frozenset()


def _starts() -> dict[str, int]:
    """First tokens of all written forms, with the tokens of the longest, so that most words are turned away at once."""
    firsts: dict[str, int] = {}
    for form in (*units.UNITS.signs, *units.UNITS.names, *RATES):
        tokens = Tokens(form, 0, len(form))
        firsts[tokens.lows[0]] = max(tokens.count, firsts.get(tokens.lows[0], 0))
    return firsts


_STARTS = _starts()
_MONEY = frozenset(sign for sign, unit in units.UNITS.signs.items() if unit.dimension.startswith("money ") and unit.scale == 1)
MONEY_STARTS = frozenset(Tokens(sign, 0, len(sign)).words[0] for sign in _MONEY) | {
    "US", "U", "Rupees", "Dollars", "Euros", "Pounds", "Tenge", "Yen", "Roubles", "Rubles",
}  # fmt: skip
def money_before(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency sign or code that stands before its number: the unit and the token after."""
    if tokens.words[index] in lexicon.MONEY_NAMES:
        return _named_money(tokens, index)
    if tokens.words[index] not in MONEY_STARTS and tokens.words[index] != "c":
        return None
    for length in range(min(5, tokens.count - index), 0, -1):
        form = tokens.text[tokens.starts[index] : tokens.ends[index + length - 1]]
        if form[0] not in "aA":
            form = form.replace(" ", "")
        if form in _MONEY and form not in lexicon.NOT_BEFORE:
            return units.UNITS.signs[form].symbol, index + length
    return None


def _named_money(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency's name before its number, as contracts write it: "Rupees five crore"."""
    word = tokens.lows[index]
    found = units.UNITS.names.get(f"{tokens.lows[index - 1]} {word}") or units.UNITS.names.get(word)
    return (found.symbol, index + 1) if found else None


def unit_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the unit of the table that follows a number, with its rate."""
    at = number.after
    if tokens.words[at] in {"[", "<", "{"} and tokens.words[at + 2] in {"]", ">", "}"} and tokens.kinds[at + 1] == "w":
        found = units.UNITS.find(tokens.words[at + 1])
        return found and Beside(unit=found.symbol, scale=found.scale, after=at + 3)
    hyphen = tokens.words[at] in HYPHENS and tokens.kinds[at + 1] == "w" and (tokens.glued(at) or tokens.glued(at + 1))
    if hyphen and not tokens.near(at + 1):
        return None
    start = at + 1 if hyphen else at
    if not tokens.near(start) or (tokens.lows[start] not in _STARTS):
        return None
    for length in range(_STARTS[tokens.lows[start]], 0, -1):
        found_beside = _form(tokens, number, start, length, hyphen=hyphen)
        if found_beside:
            return rated(tokens, found_beside)
    return None


def _form(tokens: Tokens, number: Number, start: int, length: int, *, hyphen: bool) -> Beside | None:
    end = start + length
    if end > tokens.count:
        return None
    form = tokens.between(start, end)
    runs_on = tokens.glued(end) and tokens.kinds[end] in {"w", "n", "d"} and form[-1].isalnum()
    if len(form) > 45 or runs_on or (form[-1] == "." and units.UNITS.find(form[:-1])):
        return None
    if form in RATES and _free(tokens, number, start, end, form):
        found = units.lookup(form)
    elif form in units.UNITS.signs and not _free(tokens, number, start, end, form):
        found = units.UNITS.names.get(form.lower())
    else:
        found = units.UNITS.find(form)
    if found is None or (form.lower() in lexicon.NEVER_UNITS and form not in units.UNITS.signs):
        return None
    if tokens.words[end] in HYPHENS and tokens.glued(end) and tokens.kinds[end + 1] == "w" and not hyphen:
        if tokens.lows[end + 1] not in lexicon.AFTER_HYPHEN and tokens.glued(end + 1) and tokens.kinds[end - 1] == "w":
            return None
    if _multiplied(tokens, found, end) or (form == "won" and not number.scaled and (number.value or 0) < 1000):
        return None
    if tokens.kinds[end] == "p" and tokens.glued(end):
        return None
    if tokens.words[end] in HYPHENS | {"−"} and tokens.kinds[end + 1] == "n" and tokens.glued(end) and tokens.glued(end + 1):
        if tokens.words[end + 1] in {"1", "2", "3"}:
            return Beside(unit="1/s", scale=Decimal(1), after=end + 2) if form == "s" else None
    if tokens.lows[end] == "old" and form.lower() in {"year", "years"}:
        end += 1
    elif hyphen and tokens.words[end] in HYPHENS and tokens.lows[end + 1] == "old":
        end += 2
    if form in _UNSURE and not number.scaled:
        return Beside(unit=found.symbol, scale=Decimal(1), after=end, unsure=True)
    return _beside(found, end)


_UNSURE = frozenset({"MT", "mt"})
"""Metric tons to some and million tonnes to others: read only after a scale word ("2 million MT")."""


def _multiplied(tokens: Tokens, found: units.Unit, end: int) -> bool:
    """Whether another unit follows at once: "tonne kilometres" are no tonnes."""
    if found.dimension not in {"mass", "length", "power", "time"} or not tokens.near(end) or "\n" in tokens.gap(end):
        return False
    following = units.UNITS.names.get(tokens.lows[end])
    return following is not None and following.dimension in {"length", "time"}


def _beside(found: units.Unit, after: int) -> Beside:
    return Beside(unit=found.symbol, scale=found.scale, after=after)


def _free(tokens: Tokens, number: Number, start: int, end: int, form: str) -> bool:
    """Whether a sign may be a unit here: words in disguise need to be glued, and number words take no signs."""
    glued = tokens.glued(start) and start == number.after
    if form == "in":
        return _inches(tokens, start, number)
    if form == '"':
        return (glued or tokens.gap(start) == " ") and _closes_no_quote(tokens, start)
    if form in {"ft", "cu ft", "%", "°"} or len(form) > 2 and form.lower() not in lexicon.NEVER_UNITS:
        return form not in {"ALL", "TRY", "TOP", "CUP", "won"} or form.isupper()
    if form.lower() in lexicon.NEVER_UNITS and form != "B":
        return False
    if number.in_words and form.isalpha():
        return form.isupper() and len(form) > 1
    if form in {"am", "pm"}:
        return "." in number.literal and len(number.literal.partition(".")[2]) != 2
    if form in {"x", "×"}:
        return glued and tokens.kinds[end] != "n"
    return glued or form not in {"c", "p", "b", "B", "M", "T"}


def _inches(tokens: Tokens, start: int, number: Number) -> bool:
    following = tokens.lows[start + 1]
    if number.in_words or (number.literal.isdigit() and len(number.literal) == 4):
        return False
    return following in lexicon.INCH_CONTEXT or not following or following in {".", ",", ")", ";", "×", "x"}


def _closes_no_quote(tokens: Tokens, index: int) -> bool:
    """Whether the paragraph holds no other straight quotation mark near by that this one could close."""
    return '"' not in tokens.words[max(0, index - 30) : index]


def rated(tokens: Tokens, beside: Beside) -> Beside:
    """Add the rate that follows a unit: "/year", "a year", "per annum", "-a-share", "annually"."""
    at = beside.after
    if tokens.words[at] == "/" and tokens.kinds[at + 1] in {"w", "n"}:
        return _stroke(tokens, beside)
    hyphened = tokens.words[at] in HYPHENS and tokens.lows[at + 1] in {"a", "per", "an"} and tokens.words[at + 2] in HYPHENS
    if hyphened and tokens.lows[at + 3] in lexicon.PER_THING:
        return _over(beside, tokens.lows[at + 3], at + 4)
    return _spoken_rate(tokens, beside)


def _spoken_rate(tokens: Tokens, beside: Beside) -> Beside:
    at = beside.after
    spread = _past_of(tokens, at)
    for place in (at, spread):
        low = tokens.lows[place]
        if low in _ADVERBS and tokens.near(place) and (place == at or tokens.lows[place + 1] not in lexicon.STOPS):
            return _over(beside, _ADVERBS[low], place + 1)
        if low == "p" and tokens.words[place + 1] == "." and tokens.lows[place + 2] == "a":
            return _over(beside, "year", place + 3 + (tokens.words[place + 3] == "."))
        if low in {"pa"} and place == at:
            return _over(beside, "year", place + 1)
        if low in _PER and tokens.near(place):
            thing = _thing(tokens, place)
            if thing:
                return _again(tokens, _over(beside, *thing))
    return beside


def _past_of(tokens: Tokens, at: int) -> int:
    """The place of a rate after "of crude oil" in "barrels of crude oil a day"."""
    if tokens.lows[at] != "of":
        return at
    for place in range(at + 2, at + 5):
        low = tokens.lows[place]
        if low == "per" or low in _ADVERBS or (low in _PER and tokens.lows[place + 1] in lexicon.PERIODS):
            return place
        if tokens.kinds[place] not in {"w", "n", "s"} or low in lexicon.STOPS or (tokens.kinds[place] != "w" and tokens.gap(place)):
            break
    return at


def _thing(tokens: Tokens, place: int) -> tuple[str, int] | None:
    low, thing = tokens.lows[place], tokens.lows[place + 1]
    if not tokens.near(place + 1) or tokens.kinds[place + 1] != "w":
        return None
    if low == "per":
        for length in (4, 3, 2):
            end = place + 1 + length
            long = units.UNITS.find(tokens.between(place + 1, end)) if end <= tokens.count else None
            if long:
                return long.symbol, end
        listed = units.UNITS.find(tokens.words[place + 1])
        if thing in SCALE_WORDS:
            return None
        return (tokens.words[place + 1] if listed else thing, place + 2) if len(thing) > 2 or listed else None
    limit = lexicon.PERIODS if low in {"each", "every"} else lexicon.PER_THING
    if tokens.lows[place + 2] in lexicon.NOT_A_RATE:
        return None
    return (thing, place + 2) if thing in limit else None


def _stroke(tokens: Tokens, beside: Beside) -> Beside:
    at = beside.after + 1
    for length in (3, 2, 1):
        form = tokens.between(at, at + length) if at + length <= tokens.count else ""
        found = units.UNITS.find(form)
        if found:
            return _again(tokens, _over(beside, form, at + length))
    if tokens.kinds[at] == "w" and len(tokens.words[at]) > 2:
        return _over(beside, tokens.lows[at], at + 1)
    return beside


def _again(tokens: Tokens, beside: Beside) -> Beside:
    """Take one more rate: "J/m² per year"."""
    thing = _thing(tokens, beside.after) if tokens.lows[beside.after] in _PER and beside.unit.count("/") < 2 else None
    return _over(beside, *thing) if thing and tokens.near(beside.after) else beside


def _over(beside: Beside, below: str, after: int) -> Beside:
    found = units.UNITS.find(below)
    if found is None:
        name = units.singular(below)
    else:
        name = units.below_stroke(beside.unit, found.symbol) if found.scale == 1 else below
    if name in {"pp", "×"}:
        return beside
    return replace(beside, unit=f"{beside.unit}/{name}", after=after)


def counted_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the noun that a number counts: the last plural of the run of words within its clause.

    With the number one, whose noun is singular, only a run that punctuation or a function word ends
    within two words is certain. None where no noun is.
    """
    at = number.after
    if tokens.words[at] in DASHES and tokens.glued(at):
        return None
    if tokens.words[at] in HYPHENS and tokens.lows[at + 1] == "odd":
        at += 2
    at += tokens.lows[at] in {"more", "other", "further", "most", "very"} and tokens.near(at)
    last, nouns, place = 0, set(), at
    while place < at + _MAX_RUN and tokens.kinds[place] == "w" and tokens.near(place) and tokens.lows[place] not in lexicon.STOPS:
        if "\n" in tokens.gap(place) and place > at and last:
            break
        if _plural(tokens.lows[place]) and not (tokens.kinds[place + 1] == "s" and tokens.words[place + 1] in "'’"):
            last = place
            nouns.add(units.singular(tokens.lows[place]))
        elif last and not _modifies(tokens.lows[last]):
            break
        place += 1
        while tokens.words[place] in HYPHENS and tokens.glued(place) and tokens.glued(place + 1):
            place += 1
            if tokens.kinds[place] == "w":
                place += 1
    if last and number.value != 1:
        return _noun(tokens, at, last, frozenset(nouns))
    if number.value == 1 and 0 < place - at <= 3 and number.in_words and tokens.kinds[place - 1] == "w":
        return _noun(tokens, at, place - 1, frozenset())
    return None


def _noun(tokens: Tokens, at: int, index: int, nouns: frozenset[str]) -> Beside | None:
    noun = units.singular(tokens.lows[index])
    if len(noun) < 3:
        return None
    listed = units.UNITS.names.get(tokens.lows[index])
    if listed is not None:
        plain = all(word in lexicon.PLAIN or tokens.kinds[at + place] == "s" for place, word in enumerate(tokens.lows[at:index]))
        return rated(tokens, _beside(listed, index + 1)) if plain and index > at and listed.symbol != "×" else None
    beside = Beside(unit=noun, scale=Decimal(1), after=index + 1, counted=True, nouns=nouns)
    low = tokens.lows[index + 1]
    if (low == "per" or tokens.lows[index + 2] in lexicon.PERIODS) and low in _PER or low in _ADVERBS:
        return rated(tokens, beside)
    return beside


def _plural(low: str) -> bool:
    if low in lexicon.UNMARKED:
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")) and low not in lexicon.NOT_PLURAL


def _modifies(low: str) -> bool:
    """Whether a plural often stands before another noun: "sales offices", "women writers"."""
    return low in lexicon.MODIFIERS
