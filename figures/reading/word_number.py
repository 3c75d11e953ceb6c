"""A number in words with its own scale: "forty-five", "two and a half million", "half a dozen", "nil point five"."""

from __future__ import annotations

from decimal import Decimal

from figures.reading import number_words as spoken
from figures.reading.lexicon import CHANGING, STOPS, is_plural
from figures.reading.number import Number
from figures.reading.numerals import SCALE_WORDS, share
from figures.reading.tokens import HYPHENS, Tokens
from figures.units import UNITS

_VAGUE_BEFORE = frozenset({"several", "few", "many", "per", "some-odd", "multi", "of"})
_VAGUE = frozenset({"hundreds", "thousands", "millions", "billions", "trillions", "tens", "dozens", "lakhs", "crores"})
_SCALING = spoken.SCALES.keys() | spoken.HUNDRED.keys()
_STRETCH = frozenset({"for", "in", "over", "last", "past", "previous", "next", "first", "consecutive", "successive"})


def in_words(tokens: Tokens, index: int) -> Number | None:
    """Read the number in words that begins at this token, whatever follows it."""
    if tokens.lows[index - 1] == "of" and tokens.lows[index - 2] in spoken.PARTS and tokens.lows[index] in {"a", "an"}:
        number = _any(tokens, index)
        return number and number._replace(value=None)
    return _any(tokens, index)


def _any(tokens: Tokens, index: int) -> Number | None:
    low = tokens.lows[index]
    if low in _VAGUE:
        return _vague(tokens, index)
    if low in {"a", "an"} and tokens.lows[index + 1] not in _AFTER_ARTICLE:
        return None
    if low in {"point", "nil"}:
        return _bare_point(tokens, index)
    if low not in spoken.STARTS and low not in {"a", "an", "o"}:
        return None
    part = spoken.fraction(tokens, index)
    if part is not None and _is_part(tokens, index, part.after):
        return _whole_and_part(tokens, index, part)
    whole = _whole(tokens, index)
    return None if whole is None else _finish(tokens, whole)


_AFTER_HALF = frozenset(
    {"a", "an", "dozen", "hour", "mile", "inch", "pint", "percent", "point", "tonne", "ton", *spoken.SCALES}
)
"""What "half-" is a number before; "half-life" and "half-year results" have none."""

_AFTER_ARTICLE = spoken.AFTER_A | {"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "dozen"}


def _is_part(tokens: Tokens, index: int, after: int) -> bool:
    """Whether words that look like a fraction are one, and not "the second half" or "a third party"."""
    low, last, following = tokens.lows[index], tokens.lows[after - 1], tokens.lows[after]
    before = tokens.lows[index - 1]
    short = before in spoken.ONES or (tokens.kinds[index - 1] == "n" and len(before) < 4)
    if (low == "half" and short and is_plural(following)) or ((low, last) == ("one", "third") and following in _THIRD):
        return False  # "5 half days"
    hyphened = tokens.words[after] in HYPHENS and tokens.glued(after) and tokens.glued(after + 1)
    if last == "half" and hyphened and tokens.lows[after + 1] not in _AFTER_HALF:
        return False
    if last == "half":
        return before not in spoken.ORDINALS and before not in {"latter", "other", "better", "-"}
    if low == "quarter":
        of_scale = following == "of" and spoken.multiple(tokens, after) is not None
        return of_scale or following in spoken.SCALES or (before in {"about", "almost", "nearly"} and following == "of")
    if low in {"a", "an"} and last != "quarter":
        ends = following in {"of", "", "less", "more", "higher", "lower"} or tokens.kinds[after] == "s"
        return ends or (before in _BEFORE_PART and following in STOPS)
    return before not in (_STRETCH if last == "quarters" else spoken.TENS)


_THIRD = frozenset({"party", "person", "country", "world", "place", "reading"})
"""What "one third" before it is one of: "one third party"."""

_BEFORE_PART = CHANGING | frozenset({"about", "almost", "nearly", "roughly", "around", "some", "over", "between"})
"""Before "a third" they make it a part even where a word follows: "up a third on the year"."""


def _whole_and_part(tokens: Tokens, index: int, part: spoken.Words) -> Number:
    number = Number(first=index, after=part.after, value=part.value, in_words=True, part=True)
    scale = spoken.multiple(tokens, part.after)
    if scale is None:
        return number
    return number._replace(after=scale.after, value=part.value * scale.value, scaled=True, scale=scale.value)


def _whole(tokens: Tokens, index: int) -> Number | None:
    """Read a whole number in words, a dozen, or "zero eight"."""
    at = index
    while tokens.lows[at] in {"zero", "o", "nought"} and tokens.lows[at + 1] in spoken.STARTS and tokens.near(at + 1):
        at += 1
    start = at + 1 if tokens.lows[at] in {"a", "an"} and tokens.lows[at + 1] == "dozen" else at
    if tokens.lows[start] == "dozen":
        before = tokens.lows[start - 1]
        own = before in STOPS or tokens.kinds[start - 1] != "w" or start == 0  # no baker's, no long dozen
        vague = before in _VAGUE_BEFORE
        value = Decimal(12) if own else None
        return None if vague else Number(first=index, after=start + 1, value=value, in_words=True)
    words = spoken.cardinal(tokens, at) if tokens.lows[at] != "o" else None
    return _cardinal(tokens, index, at, words) if words else None


def _cardinal(tokens: Tokens, index: int, at: int, words: spoken.Words) -> Number:
    """Make a number of a cardinal; a scale word alone ("EUR million"), or after "several", has no value."""
    value: Decimal | None = words.value
    after = words.after
    alone = tokens.lows[at] in _SCALING and (after == at + 1 or tokens.lows[at - 1] in _VAGUE_BEFORE)
    if alone or (words.scaled and tokens.lows[at - 1] != "between" and _larger(tokens, after + 1, words)):
        value = None
    elif tokens.lows[after] in spoken.DOZENS and tokens.near(after):
        value, after = _dozens(words.value), after + 1
    scale = Decimal(words.scale)
    return Number(
        first=index, after=after, value=value, in_words=True, scaled=words.scaled or value is None, scale=scale
    )


def _larger(tokens: Tokens, at: int, words: spoken.Words) -> bool:
    """Whether a number of a larger scale follows: "two thousand and eight million" can be meant in two ways."""
    following = spoken.cardinal(tokens, at) if tokens.lows[at - 1] == "and" else None
    return following is not None and following.scaled and following.scale > words.scale


def _dozens(value: Decimal) -> Decimal:
    """Read "five dozen", and "three hundred and two dozen", where the dozens are the last part."""
    return value * 12 if value < 100 else value - value % 100 + (value % 100) * 12


def _finish(tokens: Tokens, number: Number) -> Number:
    """Take what follows a whole number in words: a year's second half, a decimal part, a half, a scale."""
    for step in (_old_sum, _score, _spoken_year, _point, _and_ones, and_part, _parts, _digits_after):
        changed = step(tokens, number)
        if changed is not None:
            return changed
    return number


def _digits_after(tokens: Tokens, number: Number) -> Number | None:
    """Digits straight after a scale word ("one thousand 206 lakh") belong to one number, which is not read."""
    at = number.after
    if not number.scaled or tokens.kinds[at] != "n" or tokens.gap(at) != " " or not tokens.words[at].isdecimal():
        return None
    after = at + 2 if tokens.lows[at + 1] in SCALE_WORDS else at + 1
    return number._replace(after=after, value=None)


def _old_sum(tokens: Tokens, number: Number) -> Number | None:
    """Read "four-and-twenty"."""
    if number.after != number.first + 1 or tokens.lows[number.first] not in spoken.ONES:
        return None
    found = spoken.tens_last(tokens, number.first)
    return found and number._replace(after=found[0], value=Decimal(found[1]))


def _score(tokens: Tokens, number: Number) -> Number | None:
    """Read "three score and ten"; after "the", or before a verb, a score is no twenty."""
    at = number.after
    if tokens.lows[at] != "score" or not tokens.near(at) or number.value is None or not 1 < number.value < 100:
        return None
    rest = spoken.below_hundred(tokens, at + 2) if tokens.lows[at + 1] == "and" else None
    more = rest if rest and rest[1] < 20 else (at + 1, 0)
    return number._replace(after=more[0], value=number.value * 20 + more[1])


def _spoken_year(tokens: Tokens, number: Number) -> Number | None:
    """Read "nineteen seventy-three" and "nineteen oh five"."""
    at = number.after
    if number.value is None or not 13 <= number.value <= 20 or not tokens.near(at) or number.after > number.first + 1:
        return None
    zero = spoken.skip_hyphen(tokens, at)
    if tokens.lows[zero] in {"oh", "o", "nought"}:
        place = spoken.skip_hyphen(tokens, zero + 1)
        unit = spoken.ONES.get(tokens.lows[place], 0)
        rest = (place + 1, unit) if 1 <= unit <= 9 and tokens.near(place) else None
    else:
        rest = spoken.below_hundred(tokens, at)
        rest = rest if rest and rest[1] >= 10 else None
    return rest and number._replace(after=rest[0], value=number.value * 100 + rest[1], year=True)


def _bare_point(tokens: Tokens, index: int) -> Number | None:
    """Read "nil point five", and "point five" where no point of another kind can be meant ("at this point five")."""
    nil = tokens.lows[index] == "nil"
    signed = tokens.kinds[index - 1] == "s" and tokens.words[index - 1] not in HYPHENS  # no "point-to-point five"
    opens = index == 0 or signed or tokens.lows[index - 1] in _BEFORE_POINT
    number = _point(tokens, Number(first=index, after=index + nil, value=Decimal(0), in_words=True))
    measured = number is not None and (tokens.lows[number.after] == "per" or tokens.lows[number.after] in UNITS.names)
    told = measured and tokens.lows[index - 1] in {"to", "and", "or", "a", "another", "at"}
    people = number is not None and not measured and is_plural(tokens.lows[number.after])
    return number if nil or told or (opens and not people) else None


_BEFORE_POINT = frozenset({"by", "about", "almost", "nearly", "only", "just", "roughly", "than", "under", "over",
                           "from", "of", "up", "down", "between"})  # fmt: skip


def _point(tokens: Tokens, number: Number) -> Number | None:
    """Read "five point five" and "two point oh five", digit by digit."""
    at, decimals = number.after + 1, ""
    if tokens.lows[number.after] != "point" or number.value is None:
        return None
    while len(decimals) < 10 and tokens.near(at) and (part := _decimals(tokens, at)):
        decimals, at = decimals + str(part[1]), part[0]
    if not decimals:  # "five point 5"
        return number._replace(after=at + 1, value=None) if tokens.kinds[at] == "n" else None
    scale = spoken.SCALES.get(tokens.lows[at], 1)
    value: Decimal | None = (number.value + Decimal(f"0.{decimals}")) * scale
    if tokens.lows[number.first - 1] == "at" and tokens.lows[number.first] == "one":
        value = None  # "at one point five men spoke"
    return number._replace(after=at + (scale > 1), value=value, scaled=scale > 1, scale=Decimal(scale))


def _decimals(tokens: Tokens, at: int) -> tuple[int, int] | None:
    return (at + 1, 0) if tokens.lows[at] in {"oh", "o"} else spoken.below_hundred(tokens, at)


def _and_ones(tokens: Tokens, number: Number) -> Number | None:
    """Read "twenty and three and a half"."""
    at = number.after + 1
    ones = spoken.ONES.get(tokens.lows[at], 0) if tokens.lows[at - 1] == "and" and tokens.near(at) else 0
    if tokens.lows[number.first] not in spoken.TENS or number.after > number.first + 1 or not 0 < ones < 10:
        return None
    part = spoken.fraction_after(tokens, at + 1)
    both = None if part is None or number.value is None else number.value + ones
    return None if both is None else and_part(tokens, number._replace(after=at + 1, value=both))


def and_part(tokens: Tokens, number: Number) -> Number | None:
    """Read "two and a half", "two-and-a-half million", "one million and a half"."""
    part = spoken.fraction_after(tokens, number.after)
    if part is None or number.value is None or not {"and", "&"} & {*tokens.lows[number.after : part.after]}:
        return None
    scale = spoken.multiple(tokens, part.after) if tokens.lows[part.after] != "of" else None
    if number.scaled and scale is not None:
        return number._replace(after=scale.after, value=number.value + part.value * scale.value)
    if scale is not None:
        return number._replace(after=scale.after, value=(number.value + part.value) * scale.value, scaled=True,
                       scale=scale.value, literal="")  # fmt: skip
    if tokens.lows[part.after] == "of":  # "five and three eighths of an inch"
        measured = tokens.lows[part.after + 1] in {"a", "an"} and tokens.lows[part.after + 2] in UNITS.names
        whole = number.value + part.value
        return number._replace(after=part.after, value=whole, literal="", part=True) if measured else None
    shared = tokens.lows[number.first - 1] == "between" and tokens.lows[part.after - 1].endswith("s")
    apart = tokens.lows[part.after - 2] == "and" and tokens.lows[part.after] in GOES_ON
    if shared or apart:  # "between one and two thirds", "sold five and half were lost"
        return number._replace(after=part.after, value=None, literal="", part=True)
    size = _SIZES.get(tokens.lows[number.after - 1], 1)
    return number._replace(after=part.after, value=number.value + part.value * size, literal="")


GOES_ON = frozenset({"a", "an", "were", "was", "are", "is", "have", "has", "had", "did", "will", "would"})
"""Words with which, after "five and half", a new clause may begin."""

_SIZES = spoken.SCALES | spoken.DOZENS


def _parts(tokens: Tokens, number: Number) -> Number | None:
    """Read "twenty-three fifths"; "one hundred thirty fifths" can be divided in two ways and has no value."""
    one = spoken.fraction(tokens, number.after) if tokens.lows[number.after] in spoken.ONES else None
    if one is not None and tokens.near(number.after):
        return number._replace(after=one.after, value=None, part=True)  # "two hundred three fifths"
    hyphened = spoken.skip_hyphen(tokens, number.after)
    if hyphened > number.after and tokens.lows[hyphened] in spoken.PARTS and tokens.lows[hyphened].endswith("s"):
        return number._replace(after=hyphened + 1, value=None, part=True)  # "one hundred thirty-fifths"
    low = tokens.lows[number.after]
    if low not in spoken.PARTS or not low.endswith("s") or low == "quarters" or not tokens.near(number.after):
        return None
    last = number.after - 1 - (tokens.lows[number.after - 1] in spoken.SCALES)
    lower = spoken.TENS if last == number.after - 1 else spoken.TENS | spoken.ONES  # "one hundred one thousand fifths"
    unsure = tokens.lows[last] in lower and tokens.lows[last - 1] in spoken.HUNDRED
    unsure = unsure or (tokens.lows[number.after - 1] in {"ten", "hundred"} and spoken.PARTS[low] >= 1000)
    value = None if unsure or number.value is None else share(number.value, spoken.PARTS[low])
    return number._replace(after=number.after + 1, value=value, part=True)


def _vague(tokens: Tokens, index: int) -> Number:
    """Read "hundreds of", "tens of thousands of" as a number without a value."""
    at = index + 1
    while tokens.lows[at] == "of" and tokens.lows[at + 1] in _VAGUE:
        at += 2
    return Number(first=index, after=at, value=None, in_words=True, scaled=True)
