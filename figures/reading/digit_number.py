"""A number in digits with its own scale word: "1.2 billion", "2½", "5 × 10^6", "2 lakh 50 thousand"."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import number_words as spoken
from figures.reading.lexicon import DETERMINERS, LABELS
from figures.reading.number import Number
from figures.reading.numerals import POWERS, SCALE_WORDS, VULGAR, comma_decimal, digits, share
from figures.reading.scales import scaled
from figures.reading.tokens import MINUSES, Tokens
from figures.reading.word_number import GOES_ON, and_part

_MAX_POWER = 30


def in_digits(tokens: Tokens, index: int, *, money: bool) -> Number:
    """Read the number in digits at this token; ``money``: a currency stands before it."""
    literal = tokens.words[index]
    comma = comma_decimal(literal) if "," in literal else None
    number = Number(first=index, after=index + 1, value=digits(literal), literal=literal, comma=comma)
    mixed = tokens.words[index + 1] == "-" and tokens.words[index + 3] in _STROKES
    if mixed or tokens.kinds[index + 1] in {"n", "f", "p"} or tokens.lows[index + 1] in _GOES_ON:
        digits_follow = tokens.kinds[index + 1] == "n"
        steps = (_torn, _spaced, _slashed) if digits_follow else (_torn, _power, _vulgar, _slashed)
        number = next((changed for step in steps if (changed := step(tokens, number))), number)
    number = scaled(tokens, number, money=money)
    if number.scaled:
        return _lower_groups(tokens, number, money=money)
    return _and_half(tokens, number) or _spoken_part(tokens, number)


def _and_half(tokens: Tokens, number: Number) -> Number | None:
    """Read "5 and a half" and "5 and three quarters"; "5 and a third" may be two things and has no value."""
    literal = number.literal
    if tokens.lows[number.after] not in {"and", "-"} or tokens.kinds[number.after + 1] not in {"w", "s"}:
        return None
    if not literal.isdecimal() or len(literal) > 3:
        return None
    before = tokens.lows[number.first - 1]
    found = None if before == "between" or before in LABELS else and_part(tokens, number)
    said = tokens.lows[number.after : found.after] if found else []
    if found is None or tokens.lows[found.after] in DETERMINERS or "and" not in said:
        return None  # "hired 5 and half the staff"
    sure = {"half", "quarter"} & {*said} or said[-1].endswith("s")
    return found if sure and tokens.lows[found.after] not in GOES_ON else found._replace(value=None)


def _spoken_part(tokens: Tokens, number: Number) -> Number:
    """Read "3 hundredths" and "100 millionths"; "2 thirds" and "3 quarters" may be things of their own."""
    low = tokens.lows[number.after]
    part = _PARTS.get(f"{low}s" if low in _SINGLE_PARTS and number.value == 1 else low)
    if part is None or number.value is None or tokens.gap(number.after) != " ":
        return number
    return number._replace(after=number.after + 1, value=share(number.value, part), literal="", part=True)


_PARTS = {"tenths": 10, "hundredths": 100, "thousandths": 1000, "millionths": 10**6, "billionths": 10**9}


_SINGLE_PARTS = {"hundredth", "thousandth", "millionth", "billionth"}


_STROKES = frozenset("/⁄")
_GOES_ON = _STROKES | frozenset([".", ",", "−", "×", "x", "*", "·", "^", "e", "point", "dot"])
"""Signs and letters with which a number in digits may go on, but for the hyphen of "5-1/4"."""


def _torn(tokens: Tokens, number: Number) -> Number | None:
    """Digits torn apart by a tokenizer ("4 . 8", "80 , 000") or a word ("5 point 5"): seen as one, not read."""
    at = number.after
    if tokens.words[at].startswith(".") and tokens.kinds[at] == "n" and tokens.gap(at) == " ":
        return number._replace(after=at + 1, value=None, literal="")
    if tokens.words[at] not in {".", ",", "/", "point", "dot"} or tokens.kinds[at + 1] != "n" or tokens.gap(at) != " ":
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
        return _to_the(number, power) if power else number._replace(after=at + 1, value=None, literal="")
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


def power_of_ten(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """Read the "× 10^6" that stands behind a bracket: the token after it, and the power."""
    base = _ten(tokens, Number(first=at, after=at, value=None), at)
    power = _exponent(tokens, base[0]) if base else None
    return (power[0], Decimal(f"1e{power[1]}")) if power and abs(power[1]) <= _MAX_POWER else None


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
    if not mixed or not _slash(tokens, mixed) or number.value is None or not number.literal:
        return None
    part = _fraction(tokens, mixed) if number.literal.isdecimal() else None  # "$4.75 1/2" is not read
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


def _lower_groups(tokens: Tokens, number: Number, *, money: bool) -> Number:
    """Add what is spoken after a scale: "3 hundred and 21", "2 lakh 50 thousand"."""
    while number.scaled and number.value is not None and number.scale >= 100:
        at = number.after + (tokens.lows[number.after] == "and")
        literal, scale = tokens.words[at], SCALE_WORDS.get(tokens.lows[at + 1], Decimal(1))
        if tokens.kinds[at] != "n" or not literal.isdecimal() or len(literal) > 3 or not tokens.near(at):
            break
        lower = Decimal(literal) * scale
        spoken_so = scale > 1 or (number.scale == 100 and at > number.after and lower < 100)
        if not spoken_so or lower >= number.scale or lower == 0:
            return _one_or_two(tokens, number, at, scale) if not money else number
        number = number._replace(after=at + (2 if scale > 1 else 1), value=number.value + lower, scale=scale)
    return _and_words(tokens, number, money=money)


def _one_or_two(tokens: Tokens, number: Number, at: int, scale: Decimal) -> Number:
    """See one number, not read, in "2 thousand 300" and "3 hundred and 5 thousand", which may be two."""
    if number.scale not in {100, 1000} or tokens.lows[number.first - 1] == "between" or tokens.gap(at) != " ":
        return number
    if tokens.glued(at + 1) and tokens.kinds[at + 1] == "w":
        return number
    joined = (scale > 1 or at == number.after) if number.scale == 100 else scale == 1
    return number._replace(after=at + (2 if scale > 1 else 1), value=None) if joined else number


def _and_lower(tokens: Tokens, number: Number, *, money: bool) -> Number:
    """Add words after lakhs and crores: "6 crore and two hundred", but "Rs 6 crore and three cars"."""
    lower = spoken.cardinal(tokens, number.after + 1) if tokens.lows[number.after] == "and" else None
    if lower is None or lower.value >= number.scale or not tokens.near(number.after + 1) or number.value is None:
        return number
    whole = number.value % number.scale == 0
    if not whole or lower.value < 100 or (money and tokens.kinds[lower.after] == "w"):
        return number
    return number._replace(after=lower.after, value=number.value + lower.value, scale=Decimal(1))


def _and_words(tokens: Tokens, number: Number, *, money: bool) -> Number:
    """Add words after digits with "hundred": "3 hundred and one"."""
    at = number.after + 1
    if number.scale in {10**5, 10**7} and number.value is not None:
        return _and_lower(tokens, number, money=money)
    if number.scale not in {100, 1000} or tokens.lows[number.after] != "and" or not tokens.near(at):
        return number
    if number.scale == 1000:  # "5 thousand and three hundred" may be two numbers
        lower = None if money or tokens.lows[number.first - 1] == "between" else spoken.cardinal(tokens, at)
        small = lower is not None and 0 < lower.value < 1000 and tokens.lows[lower.after] != "of"
        return number._replace(after=lower.after, value=None) if lower and small else number
    rest = spoken.below_hundred(tokens, at)
    if rest is None:
        return number
    unsure = tokens.lows[rest[0]] in {*SCALE_WORDS, *spoken.PARTS}
    value = None if unsure or number.value is None else number.value + rest[1]
    return number._replace(after=rest[0], value=value, scale=Decimal(1))
