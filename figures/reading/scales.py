"""The scale of a number in digits: the word or letter after it that multiplies it, or that may.

What may be a scale and may not be leaves the number without a value: the scale is never dropped.
"""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading import number_words as spoken
from figures.reading.lexicon import is_plural
from figures.reading.number import Number
from figures.reading.numerals import SCALE_LETTERS, SCALE_WORDS
from figures.reading.rates import inverse_power
from figures.reading.tokens import HYPHENS, Tokens

_SHORT = frozenset(
    {"mln", "mn", "bn", "bln", "thous", "thsd", "mil", "mill", "mio", "cr", "tn", "trn", "mld", "mrd", "mlrd"}
)
"""Abbreviated scale words, after which a point does not end the sentence."""

_SPORT = frozenset({"runners", "hurdles", "sprinters", "swimmers", "races", "sprints", "medley", "freestyle"})
_UNIT_SIGNS = frozenset({"t", "€", "$", "£", "b", "bpd", "sq", "square", "cubic", "cu", "metric"})
"""Signs of units before which a letter is a scale: "5m t"."""


_ENGLISH = lexicon.NEVER_UNITS | {"in", "am", "pm", "has", "us"}


def _times(number: Number, scale: Decimal, after: int) -> Number:
    value = units.exact(number.value, scale) if number.value is not None and units.fits(number.value) else None
    comma = units.exact(number.comma, scale) if number.comma is not None else None
    return number._replace(after=after, value=value, comma=comma, scaled=True, scale=number.scale * scale)


def scaled(tokens: Tokens, number: Number, *, money: bool) -> Number:
    """Take the scale words or the scale letter that follow."""
    if number.value is not None and not number.literal and not units.fits(number.value):
        return number._replace(value=None)
    if tokens.kinds[number.after] != "w" and tokens.words[number.after] not in _BEFORE_SCALE:
        return number
    if _scale_letter(tokens, number, money=money):
        number = number._replace(value=None) if _is_run(tokens, number) else number
        return _times(number, SCALE_LETTERS[tokens.words[number.after]], number.after + 1)
    at = number.after
    at += tokens.words[at] == "-" and tokens.glued(at) and tokens.lows[at + 1] in SCALE_WORDS
    first = at
    while _scale_word(tokens, at, money=money) and number.scale < 10**15:
        after = _past_point(tokens, at)
        large = number.scale >= 10**6 <= SCALE_WORDS[tokens.lows[at]]  # "million million" is mostly a slip
        seats = tokens.lows[at] in {"hundred", "thousand"} and tokens.gap(at) and _hyphened(tokens, after)
        large = large or bool(seats)  # "5 hundred-seat halls"
        large = large or (tokens.lows[at] == "mld" and not (money or _names_money(tokens, after)))
        number, at = _times(number, SCALE_WORDS[tokens.lows[at]], after), after
        number = number._replace(value=None, comma=None) if large else number
    if at == first:
        return _set_apart(tokens, number, money=money) or _lone_letter(tokens, number)
    return _half_after(tokens, number) or number._replace(literal="")


def _names_money(tokens: Tokens, at: int) -> bool:
    """Whether a currency stands here: "5 mld euros"; elsewhere "MLD" is a million litres a day."""
    found = units.UNITS.find(tokens.words[at])
    return found is not None and found.dimension.startswith("money ")


def _hyphened(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins a word to what stands before this token."""
    return tokens.words[at] in HYPHENS and tokens.glued(at) and tokens.glued(at + 1) and tokens.kinds[at + 1] == "w"


def _is_run(tokens: Tokens, number: Number) -> bool:
    """Whether "10k" is a race of ten kilometres and no ten thousand."""
    before, following = tokens.lows[number.first - 1], tokens.lows[number.after + 1]
    counts = is_plural(following) or following in units.UNITS.names
    return tokens.lows[number.after] == "k" and (before in _RUNNING or following in _RUNNING) and not counts


_RUNNING = frozenset({"ran", "run", "running", "walked", "walk", "jogged", "race", "races", "runs", "runner", "pb"})
_BEFORE_SCALE = frozenset({"(", ")", "-", "‐", "‑", "+"})
"""Signs behind which a scale word may follow."""

_OF_MONEY = frozenset({"mm", "tr", "mia", "crs"})
"""Short scale words that mean something else, or nothing, away from money."""


def _set_apart(tokens: Tokens, number: Number, *, money: bool) -> Number | None:
    """See a scale word that a sign or "odd" sets apart: "$5 (million)", "20-odd million", "$20+ billion" are unread."""
    at = number.after
    if tokens.words[at] == "(" and tokens.lows[at + 1] in SCALE_WORDS and tokens.words[at + 2] == ")":
        return number._replace(after=at + 3, value=None, literal="", scaled=True)
    opened = tokens.words[number.first - 1] == "(" and tokens.kinds[number.first - 2] not in {"w", "n"}
    if tokens.words[at] == ")" and (opened or money) and tokens.lows[at + 1] in SCALE_WORDS and tokens.near(at + 1):
        return number._replace(value=None, literal="")
    if tokens.lows[at] == "grand" and tokens.near(at) and (money or tokens.kinds[at + 1] != "w"):
        return number._replace(after=at + 1, value=None, literal="", scaled=True)
    if money and tokens.words[at] == "LPA":
        return number._replace(value=None, literal="")  # lakh per annum
    at += tokens.words[at] in HYPHENS and tokens.glued(at)
    if tokens.lows[at] in {"plus", "odd", "+"} and tokens.lows[at + 1] in SCALE_WORDS and tokens.near(at + 1):
        return number._replace(after=at + 2, value=None, literal="", scaled=True)
    return None


_LONE = frozenset({"k", "M", "MM", "b", "B", "bil", "T", "G", "crs", "mia", "tr"})
"""Letters and short words that, apart from the number and beside nothing that tells, may be a scale."""


def _lone_letter(tokens: Tokens, number: Number) -> Number:
    """Leave "5 M" and "6 b" unread where nothing tells whether the letter is a scale: never the value without it."""
    at = number.after
    if tokens.words[at] not in _LONE:
        return number
    blank = 0 < len(tokens.gap(at)) <= 2 and "\n" not in tokens.gap(at)
    goes_on = tokens.glued(at + 1) and (tokens.kinds[at + 1] in {"w", "n", "p"} or tokens.words[at + 1] in _JOINED)
    return number._replace(value=None) if blank and not goes_on else number


_JOINED = frozenset({"/", "-", "'", "’", "^", "·", "&"})


def _scale_word(tokens: Tokens, at: int, *, money: bool) -> bool:
    """Whether a scale word stands here; "mm" and a few more only in money ("US$ 1MM")."""
    low = tokens.lows[at]
    return low in SCALE_WORDS and tokens.near(at) and (money or low not in _OF_MONEY)


def _past_point(tokens: Tokens, at: int) -> int:
    """The token after a scale word and the point that abbreviates it ("5 mln. tonnes")."""
    short = tokens.lows[at] in _SHORT and tokens.words[at + 1] == "." and tokens.glued(at + 1)
    return at + 2 if short and tokens.near(at + 2) and tokens.words[at + 2].islower() else at + 1


def _half_after(tokens: Tokens, number: Number) -> Number | None:
    """Read "3 million and a quarter": the part is a part of the scale."""
    part = spoken.fraction_after(tokens, number.after)
    if part is None or number.value is None or number.scale < 1000 or tokens.lows[part.after] in {"of", "million"}:
        return None
    return number._replace(after=part.after, value=number.value + part.value * number.scale)


def _scale_letter(tokens: Tokens, number: Number, *, money: bool) -> bool:
    """Whether a single letter is a scale: beside a currency, before a unit or a plural noun, or glued to digits."""
    at = number.after
    letter = tokens.words[at]
    runs_on = tokens.glued(at + 1) and tokens.kinds[at + 1] in {"w", "n", "p"}
    if letter not in SCALE_LETTERS or len(tokens.gap(at)) > 2 or "\n" in tokens.gap(at) or runs_on:
        return False
    if money or letter == "L":
        return money and (letter != "t" or tokens.glued(at))
    following = tokens.lows[at + 1] if tokens.near(at + 1) and tokens.kinds[at + 1] == "w" else ""
    divided = inverse_power(tokens, at + 2) is not None  # "2 m ha-1"
    names_unit = not divided and (following in units.UNITS.names or _unit_sign(tokens.words[at + 1]))
    if names_unit and following != "times" and letter not in {"t", "T"}:
        return True
    if tokens.glued(at):
        return _counts(number, letter, following)
    if letter in {"M", "MM", "B"} and is_plural(following) and following not in _DISSOLVED:
        return True
    counted = _PEOPLE if letter == "m" else _COUNTED  # "500 m people", but "a 10 m head" and "10 m cables"
    return (letter in "kKbm" and following in counted) or (letter == "k" and not following)


_DISSOLVED = frozenset({"solutions", "samples", "buffers", "salts", "acids", "times"})
"""What "5 M" before it may be the strength of."""


_PEOPLE = lexicon.words(
    "people inhabitants residents voters households tourists pupils users customers workers jobs homes subscribers "
    "visitors passengers"
)
_COUNTED = lexicon.UNMARKED | _PEOPLE
"""What is counted in thousands and millions: before it a letter apart from the digits is a scale ("5 M people")."""


def _unit_sign(word: str) -> bool:
    """Whether a word is the sign of a unit, or begins one ("sq km"), and no English word."""
    return word in _UNIT_SIGNS or (len(word) > 1 and word in units.UNITS.signs and word not in _ENGLISH)


def _counts(number: Number, letter: str, following: str) -> bool:
    """Whether a letter glued to digits is a scale, by what follows: "1.2m people", "300k", but "100m hurdles"."""
    if letter in {"t", "T"}:
        return False
    plural = len(following) > 3 and following.endswith("s") and not following.endswith("ss")
    if plural or following in {"people", "children", "women", "men"}:
        return following not in _SPORT
    decimals = "." in number.literal
    return letter in {"k", "M", "MM"} or (letter in {"b", "B"} and decimals) or (letter == "K" and not decimals)
