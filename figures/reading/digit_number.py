"""A number in digits with its own scale word: "1.2 billion", "2½", "5 × 10^6", "2 lakh 50 thousand"."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading import number_words as spoken
from figures.reading.lexicon import is_plural
from figures.reading.number import Number
from figures.reading.numerals import POWERS, SCALE_LETTERS, SCALE_WORDS, VULGAR, comma_decimal, digits, share
from figures.reading.tokens import HYPHENS, MINUSES, Tokens

_SHORT = frozenset(
    {"mln", "mn", "bn", "bln", "thous", "thsd", "mil", "mill", "mio", "cr", "tn", "trn", "mld", "mrd", "mlrd"}
)
"""Abbreviated scale words, after which a point does not end the sentence."""

_MAX_POWER = 30
_SPORT = frozenset({"runners", "hurdles", "sprinters", "swimmers", "races", "sprints", "medley", "freestyle"})
_UNIT_SIGNS = frozenset({"t", "€", "$", "£", "b", "bpd", "sq", "square", "cubic", "cu", "metric"})
"""Signs of units before which a letter is a scale: "5m t"."""


_ENGLISH = lexicon.NEVER_UNITS | {"in", "am", "pm", "has", "us"}


def in_digits(tokens: Tokens, index: int, *, money: bool) -> Number:
    """Read the number in digits at this token; ``money``: a currency stands before it."""
    literal = tokens.words[index]
    comma = comma_decimal(literal) if "," in literal else None
    number = Number(first=index, after=index + 1, value=digits(literal), literal=literal, comma=comma)
    if tokens.kinds[index + 1] in {"n", "f", "p"} or tokens.lows[index + 1] in _GOES_ON:
        steps = (_torn, _spaced, _power, _vulgar, _slashed)
        number = next((changed for step in steps if (changed := step(tokens, number))), number)
    number = scaled(tokens, number, money=money)
    return _lower_groups(tokens, number) if number.scaled else _spoken_part(tokens, number)


def _spoken_part(tokens: Tokens, number: Number) -> Number:
    """Read "3 hundredths" and "100 millionths"; "2 thirds" and "3 quarters" may be things of their own."""
    part = _PARTS.get(tokens.lows[number.after])
    if part is None or number.value is None or tokens.gap(number.after) != " ":
        return number
    return number._replace(after=number.after + 1, value=share(number.value, part), literal="", part=True)


_PARTS = {"tenths": 10, "hundredths": 100, "thousandths": 1000, "millionths": 10**6, "billionths": 10**9}


_GOES_ON = frozenset([".", ",", "/", "⁄", "-", "−", "×", "x", "*", "·", "^", "e"])
"""Signs and letters with which a number in digits may go on."""


def _torn(tokens: Tokens, number: Number) -> Number | None:
    """Digits torn apart by a tokenizer ("4 . 8", "80 , 000"): seen as one, not read."""
    at = number.after
    if tokens.words[at].startswith(".") and tokens.kinds[at] == "n" and tokens.gap(at) == " ":
        return number._replace(after=at + 1, value=None, literal="")
    if tokens.words[at] not in {".", ",", "/"} or tokens.kinds[at + 1] != "n" or tokens.gap(at) != " ":
        return None
    return number._replace(after=at + 2, value=None, literal="") if tokens.gap(at + 1) == " " else None


def _spaced(tokens: Tokens, number: Number) -> Number | None:
    """Thousands set apart by plain spaces ("10 000"): read beside words, uncertain in a row of numbers."""
    literal, at = number.literal, number.after
    if not literal.isdecimal() or len(literal) > 3 or literal.startswith("0"):
        return None
    groups = literal
    while (
        len(groups) <= 30
        and tokens.gap(at) == " "
        and len(tokens.words[at][:3]) == 3
        and tokens.words[at][:3].isdecimal()
    ):
        word = tokens.words[at]
        if tokens.kinds[at] != "n" or not (len(word) == 3 or word[3] in ".,"):
            break
        groups, at = groups + word, at + 1
        if len(word) > 3:
            break
    if tokens.glued(at) and tokens.lows[at] == "s":
        return None
    if at == number.after:
        return None
    certain = tokens.kinds[at] != "n" and (
        "000" in groups[1:] or tokens.kinds[at] == "w" or tokens.words[at] in {"%", "$", "€", "£", "°"}
        or (tokens.words[at] in {".", ",", ";", ")"} and tokens.glued(at))
        or tokens.words[number.first - 1] in {"$", "€", "£", "¥", "₹", "₽", "₸", "("}
    )  # fmt: skip
    certain = certain and tokens.kinds[number.first - 1] != "n" and digits(groups) is not None
    return number._replace(after=at, value=Decimal(groups) if certain else None, literal="")


def _power(tokens: Tokens, number: Number) -> Number | None:
    """Read "1e10", "2.48×10−5", "5 × 10^6" and "10⁶"; a superscript elsewhere is a reference mark."""
    at = number.after
    if tokens.lows[at] == "e" and tokens.glued(at):
        power = _exponent(tokens, at + 1)
        return None if power is None else _raised(number, power, Decimal(1))
    base = _ten(tokens, number, at)
    if base is None and (product := _times_power(tokens, number)):
        return product
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
    down = tokens.words[at] == "−" and tokens.kinds[at + 1] == "n" and tokens.words[at + 1] < "9" and tokens.glued(at)
    if number.literal == "10" and down and len(tokens.words[at + 1]) == 1:
        return at, Decimal(10)  # "10−6": no range falls
    if tokens.lows[at] in {"×", "x", "*", "·"} and tokens.words[at + 1] == "10" and tokens.near(at + 1):
        following = at + 2
        return (following + 1 if tokens.words[following] == "^" else following), Decimal(1)
    return None


def _times_power(tokens: Tokens, number: Number) -> Number | None:
    """Read "8 × 2^10"."""
    at = number.after + 1
    joined = tokens.lows[number.after] in {"×", "x", "*", "·"} and tokens.kinds[at] == "n" and tokens.near(at)
    if not joined or tokens.words[at + 1] != "^" or not tokens.glued(at + 1) or number.value is None:
        return None
    power = _exponent(tokens, at + 2)
    literal = tokens.words[at]
    below = Number(first=at, after=at + 1, value=digits(literal), literal=literal)
    raised = _to_the(below, power) if power else None
    if raised is None or raised.value is None:
        return None
    return number._replace(after=raised.after, value=units.exact(number.value, raised.value), literal="")


def _exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    if not tokens.glued(at):
        return None
    if tokens.kinds[at] == "p":
        written = tokens.words[at].translate(POWERS)
        return (at + 1, int(written)) if len(written) <= 3 and written.lstrip("+-").isdecimal() else None
    sign = -1 if tokens.words[at] in MINUSES else 1
    at += tokens.words[at] in MINUSES or tokens.words[at] == "+"
    word = tokens.words[at]
    return (at + 1, sign * int(word)) if word.isdecimal() and len(word) <= 2 and tokens.glued(at) else None


def _raised(number: Number, power: tuple[int, int], base: Decimal) -> Number:
    after, exponent = power
    value = None
    if number.value is not None and abs(exponent) <= _MAX_POWER:
        value = units.exact(number.value / base, Decimal(f"1e{exponent}"))
    return number._replace(after=after, value=value, literal="")


def _to_the(number: Number, power: tuple[int, int]) -> Number:
    """Read "1.1^23" of any base."""
    after, exponent = power
    small = number.value is not None and abs(exponent) <= _MAX_POWER and len(number.literal) <= 8
    raised = number.value ** abs(exponent) if small and number.value else None
    value = raised if raised is None or exponent >= 0 else share(1, raised)
    return number._replace(after=after, value=value, literal="")


def _vulgar(tokens: Tokens, number: Number) -> Number | None:
    """Read "2½" and "2 ½"."""
    at = number.after
    if tokens.words[at] not in VULGAR or not tokens.near(at) or not number.literal.isdecimal() or number.value is None:
        return None
    above, below = VULGAR[tokens.words[at]]
    return number._replace(after=at + 1, value=number.value + share(above, below), literal="", part=True)


def _slashed(tokens: Tokens, number: Number) -> Number | None:
    """Read "1/4", "2 1/2"; a larger number above the stroke is no fraction ("24/7", "9/11")."""
    at = number.after
    if tokens.words[at] in {"/", "⁄"} and tokens.glued(at):
        value = _fraction(tokens, number.first)
        return (
            number._replace(after=at + 2, value=value, literal="", part=True) if _slash(tokens, number.first) else None
        )
    mixed = at if tokens.gap(at) in {" ", "  "} else at + 1 if tokens.words[at] == "-" and tokens.glued(at) else 0
    if not mixed or not _slash(tokens, mixed) or number.value is None or not number.literal.isdecimal():
        return None
    part = _fraction(tokens, mixed)
    whole = None if part is None or abs(part) >= 1 else number.value + part
    return number._replace(after=mixed + 3, value=whole, literal="", part=True)


def _slash(tokens: Tokens, index: int) -> bool:
    return (
        tokens.kinds[index] == "n" and tokens.words[index + 1] in {"/", "⁄"} and tokens.kinds[index + 2] == "n"
        and tokens.glued(index + 1) and tokens.glued(index + 2)
        and not (tokens.words[index + 3] == "/" and tokens.glued(index + 3))
    )  # fmt: skip


def _fraction(tokens: Tokens, index: int) -> Decimal | None:
    above, below = tokens.words[index], tokens.words[index + 2]
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 3 or len(below) > 3:
        return None
    return share(int(above), int(below)) if 0 < int(above) < int(below) and int(below) in _DENOMINATORS else None


_DENOMINATORS = frozenset({*range(2, 11), 12, 15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 100, 1000})
"""What people divide by; "9/11" is a date."""


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
        number, at = _times(number, SCALE_WORDS[tokens.lows[at]], after), after
    if at == first:
        return _set_apart(tokens, number, money=money) or _lone_letter(tokens, number)
    return _half_after(tokens, number) or number._replace(literal="")


def _is_run(tokens: Tokens, number: Number) -> bool:
    """Whether "10k" is a race of ten kilometres and no ten thousand."""
    before, following = tokens.lows[number.first - 1], tokens.lows[number.after + 1]
    counts = is_plural(following) or following in units.UNITS.names
    return tokens.lows[number.after] == "k" and (before in _RUNNING or following in _RUNNING) and not counts


_RUNNING = frozenset({"ran", "run", "running", "walked", "walk", "jogged", "race", "races", "runs", "runner", "pb"})
_BEFORE_SCALE = frozenset({"(", ")", "-", "‐", "‑"})
"""Signs behind which a scale word may follow."""

_OF_MONEY = frozenset({"mm", "tr", "mia", "crs"})
"""Short scale words that mean something else, or nothing, away from money."""


def _set_apart(tokens: Tokens, number: Number, *, money: bool) -> Number | None:
    """See a scale word that a bracket or "odd" sets apart: "$5 (million)", "20-odd million" are not read."""
    at = number.after
    if tokens.words[at] == "(" and tokens.lows[at + 1] in SCALE_WORDS and tokens.words[at + 2] == ")":
        return number._replace(after=at + 3, value=None, literal="", scaled=True)
    opened = tokens.words[number.first - 1] == "(" and tokens.kinds[number.first - 2] not in {"w", "n"}
    if tokens.words[at] == ")" and opened and tokens.lows[at + 1] in SCALE_WORDS and tokens.near(at + 1):
        return number._replace(value=None, literal="")
    if tokens.lows[at] == "grand" and tokens.near(at) and (money or tokens.kinds[at + 1] != "w"):
        return number._replace(after=at + 1, value=None, literal="", scaled=True)
    at += tokens.words[at] in HYPHENS and tokens.glued(at)
    if tokens.lows[at] in {"plus", "odd"} and tokens.lows[at + 1] in SCALE_WORDS and tokens.near(at + 1):
        return number._replace(after=at + 2, value=None, literal="", scaled=True)
    return None


_LONE = frozenset({"k", "M", "MM", "b", "B", "bil", "T", "G"})
"""Letters that, apart from the number and beside nothing that tells, may be a scale."""


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
    names_unit = following in units.UNITS.names or _unit_sign(tokens.words[at + 1])
    if names_unit and following != "times" and letter not in {"t", "T"}:
        return True
    if tokens.glued(at):
        return _counts(number, letter, following)
    if letter in {"M", "MM", "B"} and is_plural(following) and following not in _DISSOLVED:
        return True
    return (letter == "k" and (not following or following in _COUNTED)) or (letter in "Kb" and following in _COUNTED)


_DISSOLVED = frozenset({"solutions", "samples", "buffers", "salts", "acids", "times"})
"""What "5 M" before it may be the strength of."""


_COUNTED = lexicon.UNMARKED | {
    "users",
    "customers",
    "workers",
    "jobs",
    "homes",
    "subscribers",
    "visitors",
    "passengers",
}
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


def _lower_groups(tokens: Tokens, number: Number) -> Number:
    """Add what is spoken after a scale: "3 hundred and 21", "2 lakh 50 thousand"."""
    while number.scaled and number.value is not None and number.scale >= 100:
        at = number.after + (tokens.lows[number.after] == "and")
        literal, scale = tokens.words[at], SCALE_WORDS.get(tokens.lows[at + 1], Decimal(1))
        if tokens.kinds[at] != "n" or not literal.isdecimal() or len(literal) > 3 or not tokens.near(at):
            break
        lower = Decimal(literal) * scale
        spoken_so = scale > 1 or (number.scale == 100 and at > number.after and lower < 100)
        if not spoken_so or lower >= number.scale or lower == 0:
            break
        number = number._replace(after=at + (2 if scale > 1 else 1), value=number.value + lower, scale=scale)
    return _and_words(tokens, number)


def _and_lower(tokens: Tokens, number: Number) -> Number:
    """Add words after lakhs and crores: "6 crore and two hundred"."""
    lower = spoken.cardinal(tokens, number.after + 1) if tokens.lows[number.after] == "and" else None
    if lower is None or lower.value >= number.scale or not tokens.near(number.after + 1) or number.value is None:
        return number
    return number._replace(after=lower.after, value=number.value + lower.value, scale=Decimal(1))


def _and_words(tokens: Tokens, number: Number) -> Number:
    """Add words after digits with "hundred": "3 hundred and one"."""
    at = number.after + 1
    if number.scale in {10**5, 10**7} and number.value is not None:
        return _and_lower(tokens, number)
    if number.scale != 100 or tokens.lows[number.after] != "and" or not tokens.near(at):
        return number
    rest = spoken.below_hundred(tokens, at)
    if rest is None:
        return number
    unsure = tokens.lows[rest[0]] in {*SCALE_WORDS, *spoken.PARTS}
    value = None if unsure or number.value is None else number.value + rest[1]
    return number._replace(after=rest[0], value=value, scale=Decimal(1))
