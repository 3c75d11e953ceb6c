"""Numbers in words: "twenty-four", "three hundred and two", "two and a half million", "half a dozen"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from figures.reading.numerals import share
from figures.reading.tokens import HYPHENS, Tokens

_CARDINAL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ONES = {word: value for value, word in enumerate(_CARDINAL_WORDS.split())} | {"nought": 0, "naught": 0}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90}  # fmt: skip
HUNDRED = {"hundred": 100, "hundreds": 100}
SCALES = {
    "thousand": 10**3, "thousands": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5,
    "million": 10**6, "millions": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "billions": 10**9,
    "trillion": 10**12, "trillions": 10**12, "quadrillion": 10**15,
}  # fmt: skip
DOZENS = {"dozen": 12, "dozens": 12, "doz": 12, "dozs": 12}

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = dict(zip(_ORDINAL_WORDS.split(), range(1, 20), strict=True)) | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
"""Ordinals; with a number before them, the lower part of a fraction."""

PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: value for word, value in ORDINALS.items() if value > 2 for form in (word, word + "s")
}
"""Lower parts of fractions: two thirds, three quarters, five eighths."""

AFTER_A = PARTS.keys() - {"halves"} - {part for part in PARTS if part.endswith(("s", "teenth", "eleventh", "twelfth"))}
"""Parts that are spoken of with an article: "a third", "a hundredth"."""

STARTS = frozenset({*ONES, *TENS, "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "dozen",
                    "half", "quarter"})  # fmt: skip
"""Words that can begin a number (after an article or without one)."""

BEFORE_HUNDRED = {"a", "an"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A number in words: the token after it, its value, whether a scale word closes it, and which.

    ``scale`` stays 1 where the number has several groups ("two million five hundred thousand").
    """

    after: int
    value: Decimal
    scaled: bool = False
    scale: int = 1


def skip_hyphen(tokens: Tokens, index: int) -> int:
    """The next token, past a hyphen that joins two words ("twenty-four", also "fifty - two")."""
    return (
        index + 1 if tokens.words[index] in HYPHENS and tokens.near(index) and tokens.kinds[index + 1] == "w" else index
    )


def tens_last(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read "four-and-twenty" and "five and thirty", as people once counted; "between four and twenty" is two."""
    at = skip_hyphen(tokens, index + 1)
    if tokens.lows[at] != "and" or not tokens.near(at) or tokens.lows[index - 1] in {"between", "of", "from", "-"}:
        return None
    at = skip_hyphen(tokens, at + 1)
    unit, ten = ONES[tokens.lows[index]], TENS.get(tokens.lows[at], 0)
    alone = tokens.lows[skip_hyphen(tokens, at + 1)] not in {*ONES, *HUNDRED, *SCALES}
    return (at + 1, ten + unit) if 1 <= unit <= 9 and ten and tokens.near(at) and alone else None


def below_hundred(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read "seven", "seventeen", "seventy" or "seventy-seven": the token after and the value."""
    low = tokens.lows[index]
    if low in TENS:
        following = skip_hyphen(tokens, index + 1)
        if 0 < ORDINALS.get(tokens.lows[following], 0) < 10 and following > index + 1:
            return None  # "twenty-first"
        unit = ONES.get(tokens.lows[following], 0)
        if 1 <= unit <= 9 and tokens.near(following):
            return following + 1, TENS[low] + unit
        return index + 1, TENS[low]
    return (index + 1, ONES[low]) if low in ONES else None


def _joined(tokens: Tokens, index: int) -> int:
    """The token after a joining "and", "&" or hyphen, where a number part may follow."""
    while tokens.lows[index] in {"and", "&"} or (tokens.words[index] in HYPHENS and tokens.glued(index)):
        index += 1
        if tokens.lows[index] not in {"and", "&"} and tokens.words[index] not in HYPHENS:
            break
    return index


def below_thousand(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read up to 9999 as spoken: "forty-five hundred and three", "a hundred", "hundred fifteen"."""
    low = tokens.lows[index]
    if low in BEFORE_HUNDRED and tokens.lows[index + 1] in HUNDRED:
        head: tuple[int, int] | None = (index + 1, 1)
    elif low == "hundred":
        head = (index, 1)
    else:
        head = below_hundred(tokens, index)
    if head is None:
        return None
    after, value = head
    following = skip_hyphen(tokens, after)
    if tokens.lows[following] not in HUNDRED or not tokens.near(following) or value == 0:
        return after, value
    after, value = following + 1, value * 100
    rest_at = _joined(tokens, after)
    rest = below_hundred(tokens, rest_at)
    if rest is None or not tokens.near(rest_at) or tokens.lows[rest[0]] in HUNDRED:
        return after, value
    own_part = rest[1] < PARTS.get(tokens.lows[rest[0]], 0)
    return (after, value) if own_part else (rest[0], value + rest[1])


_INDIAN = {name: SCALES[name] for name in ("lakh", "lakhs", "lac", "lacs", "crore", "crores")}
"""Of them people count thousands: "two thousand seven hundred crore"."""


def cardinal(tokens: Tokens, index: int) -> Words | None:
    """Read a whole number in words; None where none begins here."""
    total, group_floor, after, scaled = 0, 10**18, index, False
    at, groups = index, 0
    while True:
        part = _group(tokens, at, first=at == index)
        if part is None:
            break
        following, value, scale = part
        if scale >= group_floor:
            large = _INDIAN.get(tokens.lows[following - 1])
            if large and at == after and value * scale < group_floor * large:
                total, after, groups = total * large + value * scale, following, 2
            break
        total, after, scaled, groups = total + value * scale, following, scale > 1, groups + 1
        if scale == 1:
            break
        group_floor = scale
        at = _past_comma(tokens, following, scale) or _joined(tokens, following)
        if not tokens.near(at) or (at > following and fraction(tokens, at)):
            break
    alone = group_floor if groups == 1 and scaled else 1
    return Words(after=after, value=Decimal(total), scaled=scaled, scale=alone) if after > index else None


def _past_comma(tokens: Tokens, index: int, scale: int) -> int | None:
    """The next group of "four thousand, eight hundred and sixty"; in a list of several numbers there is none."""
    part = _group(tokens, index + 1, first=False) if scale > 1 and tokens.words[index] == "," else None
    if part is None or not 100 <= part[1] * part[2] < scale:
        return None
    after = part[0]
    after += tokens.words[after] == "," and tokens.lows[after + 1] in {"and", "or"}
    more = tokens.words[after] in {",", "and", "or"} and tokens.lows[after + 1] in STARTS
    return None if more else index + 1


def _group(tokens: Tokens, index: int, *, first: bool) -> tuple[int, int, int] | None:
    """One group with its scale ("forty-two thousand"): token after, value, scale."""
    low = tokens.lows[index]
    if first and low in BEFORE_HUNDRED and tokens.lows[index + 1] in SCALES:
        head: tuple[int, int] | None = (index + 1, 1)
    elif first and low in SCALES and not low.endswith("s"):
        head = (index, 1)
    else:
        head = below_thousand(tokens, index)
    if head is None:
        return None
    after, value = head
    scale = 1
    following = skip_hyphen(tokens, after)
    while tokens.lows[following] in SCALES and tokens.near(following) and scale < 10**12:
        scale *= SCALES[tokens.lows[following]]
        after, following = following + 1, following + 1
    return after, value, scale


def fraction_after(tokens: Tokens, index: int) -> Words | None:
    """Read what may follow a whole number or stand alone: "and a half", "and three quarters"."""
    at = _joined(tokens, index)
    if at == index or not tokens.near(at):
        return None
    return fraction(tokens, at)


def fraction(tokens: Tokens, index: int) -> Words | None:
    """Read "half", "a half", "one third", "two-thirds", "three quarters", "a quarter"."""
    low = tokens.lows[index]
    if low in {"half", "quarter"}:
        return Words(after=index + 1, value=share(1, PARTS[low]))
    above = (index + 1, 1) if low in {"a", "an"} else below_hundred(tokens, index)
    if above is None:
        return None
    at = skip_hyphen(tokens, above[0])
    part = tokens.lows[at]
    if (part in TENS or (part in ONES and low not in BEFORE_HUNDRED)) and tokens.near(at):
        return _compound_part(tokens, at, above[1])
    plural = part.endswith("s") or part == "halves" or (part == "quarter" and tokens.lows[at + 1] in SCALES)
    plural = plural or (at > above[0] and (above[1], part) in {(2, "third"), (3, "quarter")})  # "a two-third majority"
    if part not in PARTS or not tokens.near(at) or (above[1] > 1 and not plural) or above[1] == 0:
        return None
    if low in {"a", "an"} and part not in AFTER_A:
        return None
    return Words(after=at + 1, value=share(above[1], PARTS[part]))


def _compound_part(tokens: Tokens, index: int, above: int) -> Words | None:
    """Read the lower part of "one twenty-fifth", "one one-hundredth" and "two one hundred and fifths"."""
    after, whole = below_thousand(tokens, index) or (index + 1, TENS.get(tokens.lows[index], 0))
    at = _joined(tokens, after)
    if whole >= 100 and tokens.lows[at] in TENS:
        whole, at = whole + TENS[tokens.lows[at]], skip_hyphen(tokens, at + 1)
    low = tokens.lows[at]
    unit = ORDINALS.get(low.removesuffix("s"), 0)
    size = whole * unit if unit >= 100 else whole + unit if whole % 10 == 0 and 1 <= unit <= 9 else 0
    if not size or not tokens.near(at) or (above > 1 and not low.endswith("s")):
        return None
    return Words(after=at + 1, value=share(above, size))


def multiple(tokens: Tokens, index: int) -> Words | None:
    """Read a scale that follows a fraction: "half a million", "quarter million", "a quarter of a billion"."""
    at = index + 1 if tokens.lows[index] == "of" and tokens.lows[index + 1] in {"a", "an"} else index
    at = skip_hyphen(tokens, at)
    at = at + 1 if tokens.lows[at] in {"a", "an"} else at
    at = skip_hyphen(tokens, at)
    low = tokens.lows[at]
    size = SCALES.get(low) or DOZENS.get(low) or HUNDRED.get(low)
    if size is None or low.endswith("s") or not tokens.near(at):
        return None
    value, after = Decimal(size), at + 1
    while tokens.lows[after] in SCALES:
        value, after = value * SCALES[tokens.lows[after]], after + 1
    return Words(after=after, value=value, scaled=True)
