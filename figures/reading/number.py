"""One number, in digits, words or both, with its own scale word: "1.2 billion", "two and a half million"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from figures import units
from figures.reading import number_words as spoken
from figures.reading.numerals import POWERS, SCALE_LETTERS, SCALE_WORDS, VULGAR, comma_decimal, digits, share
from figures.reading.tokens import DASHES, MINUSES, Tokens

_SHORT = frozenset({"mln", "mn", "bn", "bln", "thous", "thsd", "mil", "mill", "mio", "cr", "tn", "trn", "mld", "mrd", "mlrd"})
"""Abbreviated scale words, after which a point does not end the sentence."""

_MAX_POWER = 30
_BEFORE_SIGN = frozenset("([{$€£¥₹₽₸₩/~≈<>=≥≤;,:|\"“‘")
_VAGUE_BEFORE = frozenset({"several", "few", "many", "per", "some-odd", "multi", "of"})
_VAGUE = frozenset({"hundreds", "thousands", "millions", "billions", "trillions", "tens", "dozens", "lakhs", "crores"})
_SCALING = spoken.SCALES.keys() | spoken.HUNDRED.keys()
_SPORT = frozenset({"runners", "hurdles", "sprinters", "swimmers", "races", "sprints", "medley", "freestyle"})
_STRETCH = frozenset({"for", "in", "over", "last", "past", "previous", "next", "first", "consecutive", "successive"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Tokens ``first`` up to ``after``; ``value`` None where it cannot be said.

    ``literal`` is the digits when they stand alone; ``comma`` the value if a comma is a decimal one.
    """

    first: int
    after: int
    value: Decimal | None
    scaled: bool = False
    in_words: bool = False
    literal: str = ""
    comma: Decimal | None = None
    signed: bool = False
    part: bool = False
    scale: Decimal = Decimal(1)


def number_at(tokens: Tokens, index: int, *, money: bool = False) -> Number | None:
    """Read the number that begins at this token, a sign or the word "minus" included."""
    if tokens.words[index] in MINUSES or tokens.words[index] == "+":
        return _signed(tokens, index, money=money)
    if tokens.lows[index] in {"minus", "negative"} and tokens.near(index + 1):
        unsigned = _unsigned(tokens, index + 1, money=money)
        return unsigned and replace(unsigned, first=index, value=_negative(unsigned.value), literal="", signed=True)
    return _unsigned(tokens, index, money=money)


def _signed(tokens: Tokens, index: int, *, money: bool) -> Number | None:
    stands_free = not tokens.glued(index) or tokens.words[index - 1] in _BEFORE_SIGN or money
    telephone = tokens.words[index] == "+" and tokens.kinds[index + 2] == "n" and tokens.gap(index + 2) == " "
    if telephone or tokens.kinds[index + 1] not in {"n", "f"} or not tokens.glued(index + 1) or not stands_free:
        return None
    unsigned = _unsigned(tokens, index + 1, money=money)
    if unsigned is None:
        return None
    value = unsigned.value if tokens.words[index] == "+" else _negative(unsigned.value)
    return replace(unsigned, first=index, value=value, literal="", signed=True)


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _unsigned(tokens: Tokens, index: int, *, money: bool) -> Number | None:
    number = _simple(tokens, index, money=money)
    if number is None or tokens.lows[number.after] != "over" or money or number.scaled:
        return number
    below = _simple(tokens, number.after + 1, money=False)
    follows = below and (tokens.kinds[below.after] in {"w", "n"} or tokens.words[below.after] in {"%", "-", "/"})
    if below is None or follows or below.value is None or number.value is None:
        return number
    value = share(number.value, below.value) if 0 < number.value < below.value else None
    return replace(number, after=below.after, value=value, part=True, literal="")


def _simple(tokens: Tokens, index: int, *, money: bool) -> Number | None:
    kind = tokens.kinds[index]
    if kind == "n":
        return _in_digits(tokens, index, money=money)
    if kind == "f":
        above, below = VULGAR[tokens.words[index]]
        return _scale(tokens, Number(first=index, after=index + 1, value=share(above, below), part=True), money=money)
    return _in_words(tokens, index) if kind == "w" else None


def _in_digits(tokens: Tokens, index: int, *, money: bool) -> Number:
    literal = tokens.words[index]
    number = Number(
        first=index, after=index + 1, value=digits(literal), literal=literal, comma=comma_decimal(literal)
    )
    for step in (_torn, _spaced, _power, _vulgar, _slashed):
        changed = step(tokens, number)
        if changed is not None:
            number = changed
            break
    return _lower_groups(tokens, _scale(tokens, number, money=money))


def _torn(tokens: Tokens, number: Number) -> Number | None:
    """Digits torn apart by a tokenizer ("4 . 8", "80 , 000"): seen as one, not read."""
    at = number.after
    if tokens.words[at].startswith(".") and tokens.kinds[at] == "n" and tokens.gap(at) == " ":
        return replace(number, after=at + 1, value=None, literal="")
    if tokens.words[at] not in {".", ",", "/"} or tokens.kinds[at + 1] != "n" or tokens.gap(at) != " ":
        return None
    return replace(number, after=at + 2, value=None, literal="") if tokens.gap(at + 1) == " " else None


def _spaced(tokens: Tokens, number: Number) -> Number | None:
    """Thousands set apart by plain spaces ("10 000"): read beside words, uncertain in a row of numbers."""
    literal, at = number.literal, number.after
    if not literal.isdigit() or len(literal) > 3 or literal.startswith("0"):
        return None
    groups = literal
    while tokens.gap(at) == " " and len(tokens.words[at][:3]) == 3 and tokens.words[at][:3].isdigit():
        word = tokens.words[at]
        if tokens.kinds[at] != "n" or not (len(word) == 3 or word[3] == "."):
            break
        groups, at = groups + word, at + 1
        if len(word) > 3:
            break
    if tokens.glued(at) and tokens.lows[at] == "s":
        return None
    if at == number.after or len(groups) > 30:
        return None
    certain = tokens.kinds[at] != "n" and (
        "000" in groups[1:] or tokens.kinds[at] == "w" or tokens.words[at] in {"%", "$", "€", "£", "°"}
        or tokens.kinds[number.first - 1] == "s"
    )  # fmt: skip
    certain = certain and tokens.kinds[number.first - 1] != "n" and digits(groups) is not None
    return replace(number, after=at, value=Decimal(groups) if certain else None, literal="")


def _power(tokens: Tokens, number: Number) -> Number | None:
    """Read "1e10", "2.48×10−5", "5 × 10^6" and "10⁶"; a superscript elsewhere is a reference mark."""
    at = number.after
    if tokens.lows[at] == "e" and tokens.glued(at):
        power = _exponent(tokens, at + 1)
        return None if power is None else _raised(number, power, Decimal(1))
    base = _ten(tokens, number, at)
    if base is None and tokens.words[at] == "^" and tokens.glued(at):
        power = _exponent(tokens, at + 1)
        return power and _to_the(number, power)
    if base is None:
        return None
    power = _exponent(tokens, base[0])
    return None if power is None else _raised(number, power, base[1])


def _ten(tokens: Tokens, number: Number, at: int) -> tuple[int, Decimal] | None:
    """Where the exponent stands, and the factor ten that a lone "10" already holds."""
    if number.literal == "10" and (tokens.kinds[at] == "p" or tokens.words[at] == "^") and tokens.glued(at):
        return (at if tokens.kinds[at] == "p" else at + 1), Decimal(10)
    if tokens.lows[at] in {"×", "x", "*", "·"} and tokens.words[at + 1] == "10" and tokens.near(at + 1):
        following = at + 2
        return (following + 1 if tokens.words[following] == "^" else following), Decimal(1)
    return None


def _exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    if not tokens.glued(at):
        return None
    if tokens.kinds[at] == "p":
        written = tokens.words[at].translate(POWERS)
        return (at + 1, int(written)) if len(written) <= 3 and written.lstrip("+-").isdigit() else None
    sign = -1 if tokens.words[at] in MINUSES else 1
    at += tokens.words[at] in MINUSES or tokens.words[at] == "+"
    word = tokens.words[at]
    return (at + 1, sign * int(word)) if word.isdigit() and len(word) <= 2 and tokens.glued(at) else None


def _raised(number: Number, power: tuple[int, int], base: Decimal) -> Number:
    after, exponent = power
    value = None
    if number.value is not None and abs(exponent) <= _MAX_POWER:
        value = units.exact(number.value / base, Decimal(f"1e{exponent}"))
    return replace(number, after=after, value=value, literal="")


def _to_the(number: Number, power: tuple[int, int]) -> Number:
    """Read "1.1^23" of any base."""
    after, exponent = power
    small = number.value is not None and abs(exponent) <= _MAX_POWER and len(number.literal) <= 8
    raised = number.value ** abs(exponent) if small and number.value else None
    value = raised if raised is None or exponent >= 0 else share(1, raised)
    return replace(number, after=after, value=value, literal="")


def _vulgar(tokens: Tokens, number: Number) -> Number | None:
    """Read "2½" and "2 ½"."""
    at = number.after
    if tokens.kinds[at] != "f" or not tokens.near(at) or not number.literal.isdigit() or number.value is None:
        return None
    above, below = VULGAR[tokens.words[at]]
    return replace(number, after=at + 1, value=number.value + share(above, below), literal="", part=True)


def _slashed(tokens: Tokens, number: Number) -> Number | None:
    """Read "1/4", "2 1/2"; a larger number above the stroke is no fraction ("24/7", "9/11")."""
    at = number.after
    if tokens.words[at] in {"/", "⁄"} and tokens.glued(at):
        value = _fraction(tokens, number.first)
        return replace(number, after=at + 2, value=value, literal="", part=True) if _slash(tokens, number.first) else None
    mixed = at if tokens.gap(at) in {" ", "  "} else at + 1 if tokens.words[at] == "-" and tokens.glued(at) else 0
    if not mixed or not _slash(tokens, mixed) or number.value is None or not number.literal.isdigit():
        return None
    part = _fraction(tokens, mixed)
    whole = None if part is None or abs(part) >= 1 else number.value + part
    return replace(number, after=mixed + 3, value=whole, literal="", part=True)


def _slash(tokens: Tokens, index: int) -> bool:
    return (
        tokens.kinds[index] == "n" and tokens.words[index + 1] in {"/", "⁄"} and tokens.kinds[index + 2] == "n"
        and tokens.glued(index + 1) and tokens.glued(index + 2)
        and not (tokens.words[index + 3] == "/" and tokens.glued(index + 3))
    )  # fmt: skip


def _fraction(tokens: Tokens, index: int) -> Decimal | None:
    above, below = tokens.words[index], tokens.words[index + 2]
    if not (above.isdigit() and below.isdigit()) or len(above) > 3 or len(below) > 3:
        return None
    return share(int(above), int(below)) if 0 < int(above) < int(below) else None


def _times(number: Number, scale: Decimal, after: int) -> Number:
    value = units.exact(number.value, scale) if number.value is not None and units.fits(number.value) else None
    comma = units.exact(number.comma, scale) if number.comma is not None else None
    return replace(number, after=after, value=value, comma=comma, scaled=True, scale=number.scale * scale)


def _scale(tokens: Tokens, number: Number, *, money: bool) -> Number:
    """Take the scale words or the scale letter that follow."""
    at = number.after
    if number.value is not None and not units.fits(number.value):
        return replace(number, value=None)
    at = at + 1 if tokens.words[at] == "-" and tokens.glued(at) and tokens.lows[at + 1] in SCALE_WORDS else at
    taken = False
    while tokens.lows[at] in SCALE_WORDS and tokens.near(at) and number.scale < 10**15:
        if tokens.lows[at] in {"cr", "mm"} and not (money or tokens.glued(at) or tokens.lows[at] == "cr"):
            break
        if tokens.lows[at] == "mm" and not money:
            break
        short = tokens.lows[at] in _SHORT and tokens.words[at + 1] == "." and tokens.glued(at + 1)
        dotted = short and tokens.near(at + 2) and tokens.words[at + 2].islower()
        at += 2 if dotted else 1
        number, taken = _times(number, SCALE_WORDS[tokens.lows[at - (2 if dotted else 1)]], at), True
    if not taken and _scale_letter(tokens, number, money=money):
        return _times(number, SCALE_LETTERS[tokens.words[number.after]], number.after + 1)
    if taken and (half := _half_after(tokens, number)):
        return half
    return number if not number.scaled else replace(number, literal="")


def _half_after(tokens: Tokens, number: Number) -> Number | None:
    """Read "3 million and a quarter": the part is a part of the scale."""
    part = spoken.fraction_after(tokens, number.after)
    if part is None or number.value is None or number.scale < 1000 or tokens.lows[part.after] in {"of", "million"}:
        return None
    return replace(number, after=part.after, value=number.value + part.value * number.scale)


def _scale_letter(tokens: Tokens, number: Number, *, money: bool) -> bool:
    """Whether a single letter is a scale: beside a currency, or before a unit or a plural noun."""
    at = number.after
    letter = tokens.words[at]
    if letter not in SCALE_LETTERS or tokens.kinds[at] != "w" or len(tokens.gap(at)) > 2 or "\n" in tokens.gap(at):
        return False
    if tokens.glued(at + 1) and tokens.kinds[at + 1] in {"w", "n", "p"}:
        return False
    if money:
        return letter != "t" or tokens.glued(at)
    following = tokens.lows[at + 1] if tokens.near(at + 1) and tokens.kinds[at + 1] == "w" else ""
    word = tokens.words[at + 1]
    names_unit = following in units.UNITS.names or word in {"t", "€", "$", "£", "b", "bpd", "TEU", "bbl", "ha", "MWh", "boe"}
    if letter in {"m", "M", "b", "B", "k", "K", "MM"} and names_unit and following not in {"times", "time"}:
        return True
    if not tokens.glued(at) or letter in {"T", "t"}:
        return letter in {"k", "K"} and not following and tokens.ends_line(at) and letter == "k"
    plural = len(following) > 3 and following.endswith("s") and not following.endswith("ss")
    if plural or following in {"people", "children", "women", "men"}:
        return following not in _SPORT
    if letter in {"b", "B"}:
        return "." in number.literal
    return letter in {"k", "M", "MM"} or (letter == "K" and "." not in number.literal)


def _lower_groups(tokens: Tokens, number: Number) -> Number:
    """Add what is spoken after a scale: "3 hundred and 21", "2 lakh 50 thousand"."""
    while number.scaled and number.value is not None and number.scale >= 100:
        at = number.after + (tokens.lows[number.after] == "and")
        literal, scale = tokens.words[at], SCALE_WORDS.get(tokens.lows[at + 1], Decimal(1))
        if tokens.kinds[at] != "n" or not literal.isdigit() or len(literal) > 3 or not tokens.near(at):
            break
        lower = Decimal(literal) * scale
        spoken_so = scale > 1 or (number.scale == 100 and at > number.after and lower < 100)
        if not spoken_so or lower >= number.scale or lower == 0:
            break
        number = replace(number, after=at + (2 if scale > 1 else 1), value=number.value + lower, scale=scale)
    return number


def _in_words(tokens: Tokens, index: int) -> Number | None:
    low = tokens.lows[index]
    if low in _VAGUE:
        return _vague(tokens, index)
    if low in {"a", "an"} and tokens.lows[index + 1] not in _AFTER_ARTICLE:
        return None
    if low not in spoken.STARTS and low not in {"a", "an", "o"}:
        return None
    part = spoken.fraction(tokens, index)
    if part is not None and _is_part(tokens, index, part.after):
        return _whole_and_part(tokens, index, part)
    whole = _whole(tokens, index)
    return None if whole is None else _finish(tokens, whole)


_AFTER_ARTICLE = frozenset({"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "dozen", "half",
                            "quarter", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "tenth",
                            "hundredth", "thousandth", "millionth"})  # fmt: skip


def _is_part(tokens: Tokens, index: int, after: int) -> bool:
    """Whether words that look like a fraction are one, and not "the second half" or "a third party"."""
    low, following = tokens.lows[index], tokens.lows[after]
    last = tokens.lows[after - 1]
    before = tokens.lows[index - 1]
    if last == "half":
        return before not in spoken.ORDINALS and before not in {"latter", "other", "other's", "better", "-"}
    if low == "quarter":
        return following in spoken.SCALES or (before in {"about", "almost", "nearly"} and following == "of")
    if low in {"a", "an"} and last != "quarter":
        return following in {"of", "", "less", "more", "higher", "lower"} or tokens.kinds[after] == "s"
    if last == "quarters":
        return before not in _STRETCH
    return before not in spoken.TENS


def _whole_and_part(tokens: Tokens, index: int, part: spoken.Words) -> Number:
    number = Number(first=index, after=part.after, value=part.value, in_words=True, part=True)
    scale = spoken.multiple(tokens, part.after)
    if scale is None:
        return number
    return replace(number, after=scale.after, value=part.value * scale.value, scaled=True, scale=scale.value)


def _whole(tokens: Tokens, index: int) -> Number | None:
    """Read a whole number in words, a dozen, or "zero eight"."""
    at = index
    while tokens.lows[at] in {"zero", "o", "nought"} and tokens.lows[at + 1] in spoken.STARTS and tokens.near(at + 1):
        at += 1
    if tokens.lows[at] == "o":
        return None
    start = at + 1 if tokens.lows[at] in {"a", "an"} and tokens.lows[at + 1] == "dozen" else at
    if tokens.lows[start] == "dozen":
        if tokens.lows[start - 1] in _VAGUE_BEFORE:
            return None
        return Number(first=index, after=start + 1, value=Decimal(12), in_words=True)
    words = spoken.cardinal(tokens, at)
    if words is None:
        return None
    if tokens.lows[at] in _SCALING and words.after == at + 1:
        return Number(first=index, after=words.after, value=None, in_words=True, scaled=True)
    if tokens.lows[at] in _SCALING and tokens.lows[at - 1] in _VAGUE_BEFORE:
        return Number(first=index, after=words.after, value=None, in_words=True, scaled=True)
    value, after = words.value, words.after
    if tokens.lows[after] in {"dozen", "dozens", "dozs", "doz"} and tokens.near(after):
        value, after = _dozens(value), after + 1
    return Number(first=index, after=after, value=value, in_words=True, scaled=words.scaled,
                  scale=Decimal(words.scale))  # fmt: skip


def _dozens(value: Decimal) -> Decimal:
    """Read "five dozen", and "three hundred and two dozen", where the dozens are the last part."""
    return value * 12 if value < 100 else value - value % 100 + (value % 100) * 12


def _finish(tokens: Tokens, number: Number) -> Number:
    """Take what follows a whole number in words: a year's second half, a decimal part, a half, a scale."""
    for step in (_spoken_year, _point, _and_part, _parts, _digits_after):
        changed = step(tokens, number)
        if changed is not None:
            return changed
    return number


def _digits_after(tokens: Tokens, number: Number) -> Number | None:
    """Digits straight after a scale word ("one thousand 206 lakh") belong to one number, which is not read."""
    at = number.after
    if not number.scaled or tokens.kinds[at] != "n" or tokens.gap(at) != " " or not tokens.words[at].isdigit():
        return None
    after = at + 2 if tokens.lows[at + 1] in SCALE_WORDS else at + 1
    return replace(number, after=after, value=None)


def _spoken_year(tokens: Tokens, number: Number) -> Number | None:
    """Read "nineteen seventy-three"."""
    rest = spoken.below_hundred(tokens, number.after) if tokens.near(number.after) else None
    if rest is None or number.value is None or not 13 <= number.value <= 20 or rest[1] < 10:
        return None
    return replace(number, after=rest[0], value=number.value * 100 + rest[1])


def _point(tokens: Tokens, number: Number) -> Number | None:
    """Read "five point five", digit by digit."""
    at, decimals = number.after + 1, ""
    if tokens.lows[number.after] != "point" or number.value is None:
        return None
    while len(decimals) < 10 and tokens.near(at) and (part := spoken.below_hundred(tokens, at)):
        decimals, at = decimals + str(part[1]), part[0]
    if not decimals:
        return None
    scale = spoken.SCALES.get(tokens.lows[at], 1)
    value = (number.value + Decimal(f"0.{decimals}")) * scale
    return replace(number, after=at + (scale > 1), value=value, scaled=scale > 1, scale=Decimal(scale))


def _and_part(tokens: Tokens, number: Number) -> Number | None:
    """Read "two and a half", "two-and-a-half million", "one million and a half"."""
    part = spoken.fraction_after(tokens, number.after)
    if part is None or number.value is None:
        return None
    scale = spoken.multiple(tokens, part.after) if tokens.lows[part.after] != "of" else None
    if number.scaled and scale is not None:
        return replace(number, after=scale.after, value=number.value + part.value * scale.value)
    if scale is not None:
        return replace(number, after=scale.after, value=(number.value + part.value) * scale.value, scaled=True,
                       scale=scale.value)  # fmt: skip
    if tokens.lows[part.after] == "of":
        return None
    size = _last_scale(tokens, number.after - 1) if number.scaled else 1
    return replace(number, after=part.after, value=number.value + part.value * size)


def _parts(tokens: Tokens, number: Number) -> Number | None:
    """Read "twenty-three fifths"; "one hundred thirty fifths" can be divided in two ways and has no value."""
    low = tokens.lows[number.after]
    if low not in spoken.PARTS or not low.endswith("s") or low == "quarters" or not tokens.near(number.after):
        return None
    before = tokens.lows[number.after - 1]
    unsure = before in spoken.TENS and tokens.lows[number.after - 2] in spoken.HUNDRED
    value = None if unsure or number.value is None else share(number.value, spoken.PARTS[low])
    return replace(number, after=number.after + 1, value=value, part=True)


def _last_scale(tokens: Tokens, index: int) -> int:
    return spoken.SCALES.get(tokens.lows[index], 1)


def _vague(tokens: Tokens, index: int) -> Number:
    """"Hundreds of", "tens of thousands of": a number without a value."""
    at = index + 1
    while tokens.lows[at] == "of" and tokens.lows[at + 1] in _VAGUE:
        at += 2
    return Number(first=index, after=at, value=None, in_words=True, scaled=True)


def joins_range(tokens: Tokens, index: int) -> bool:
    """Whether a dash stands here."""
    return tokens.words[index] in DASHES
