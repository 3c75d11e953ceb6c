"""The unit of the table that follows a number: symbol or name, glued, hyphened or apart."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading.number import Number
from figures.reading.rates import Beside, divided, inverse_power, rated
from figures.reading.tokens import HYPHENS, MINUSES, Tokens
from figures.unit_table import RATES

_UNSURE = frozenset({"MT", "mt"})
"""Metric tons to some and million tonnes to others: read only after a scale word ("2 million MT")."""

_LONGEST = 45
"""Characters in the longest written form of a unit."""


def _starts() -> tuple[dict[str, int], set[tuple[str, str]]]:
    """First tokens of all written forms, with the tokens of the longest, and their first two tokens.

    With them most words are turned away at once.
    """
    firsts: dict[str, int] = {}
    pairs: set[tuple[str, str]] = set()
    for form in (*units.UNITS.signs, *units.UNITS.names, *RATES):
        tokens = Tokens(form, 0, len(form))
        first, second = tokens.lows[:2]
        length = tokens.count + form.count(" ")  # hyphens may join the words
        firsts[first] = max(length, firsts.get(first, 0))
        pairs.update((first, joint) for joint in (second, *(HYPHENS if " " in form else ())))
    return firsts, pairs


_STARTS, _PAIRS = _starts()


def _longest(tokens: Tokens, start: int) -> int:
    """The most tokens that a unit can have that begins here."""
    first, second = tokens.lows[start : start + 2]
    most = _STARTS.get(first, 0)
    return most if most < 2 or (first, second) in _PAIRS else 1


def unit_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the unit that follows a number, with its rate."""
    at = number.after
    if tokens.kinds[at] == "s" and tokens.kinds[at + 1] == "n" and tokens.glued(at + 1):
        return None  # the sign belongs to the digits behind it
    if tokens.words[at] in {"[", "<", "{", "("} and tokens.words[at + 2] in {"]", ">", "}", ")"}:
        return _bracketed(tokens, at)
    hyphen = tokens.words[at] in HYPHENS and tokens.kinds[at + 1] == "w" and (tokens.glued(at) or tokens.glued(at + 1))
    start = at + 1 if hyphen else at
    longest = _longest(tokens, start)
    if not longest or not tokens.near(start):
        return _prefixed(tokens, start)
    for end in range(start + longest, start, -1):
        found = _form(tokens, number, start, end) if end <= tokens.count else None
        if found and (hyphen or _stands_alone(tokens, found, end)):
            return rated(tokens, _read(tokens, number, found, (start, end)))
    return _prefixed(tokens, start)


def _prefixed(tokens: Tokens, at: int) -> Beside | None:
    """See a prefix before a unit of the table that does not take it there, as in "3 Mbar": it is not read."""
    word = tokens.words[at]
    rest = word[1:]
    sign = rest in _PREFIXED or (len(rest) > 1 and rest not in lexicon.NEVER_UNITS and not rest.islower())
    prefixed = word[:1] in _PREFIXES and (sign or (word[:1] in {"Z", "Y"} and rest.isupper()))
    found = units.UNITS.signs.get(rest) if prefixed and tokens.near(at) else None
    return Beside(unit=found.symbol, scale=Decimal(1), after=at + 1, unsure=True) if found else None


_PREFIXES = frozenset("MGTPEZYµ")
_PREFIXED = frozenset({"ha", "bar", "toe", "bbl", "yr", "sr"})


def _bracketed(tokens: Tokens, at: int) -> Beside | None:
    """Read "20 [kg]" and "20 (kg)"; "(a)" is a mark, and "(in)" a word."""
    word = tokens.words[at + 1]
    mark = tokens.words[at] == "(" and (len(word) == 1 or word in _SIGN_WORDS)
    found = units.UNITS.signs.get(word) if tokens.kinds[at + 1] == "w" and not mark else None
    return Beside(unit=found.symbol, scale=found.scale, after=at + 3) if found else None


def _form(tokens: Tokens, number: Number, start: int, end: int) -> units.Unit | None:
    """What these tokens mean as a unit, if they may be one here."""
    form = tokens.between(start, end)
    runs_on = tokens.glued(end) and tokens.kinds[end] in {"w", "n", "d"} and form[-1].isalnum()
    runs_on = runs_on or (form == "°" and tokens.glued(end) and tokens.kinds[end] == "w" and len(tokens.words[end]) > 1)
    if len(form) > _LONGEST or runs_on or (form[-1] == "." and units.UNITS.find(form[:-1])):
        return None
    if form in RATES or form in units.UNITS.signs:
        free = _free(tokens, number, start, end)
        return units.lookup(form) if free else _verb_or_name(number, form)
    return None if form.lower() in lexicon.NEVER_UNITS else _verb_or_name(number, form)


def _verb_or_name(number: Number, form: str) -> units.Unit | None:
    """A unit by its name; "won" is a verb unless many of them are."""
    if form.lower() == "won" and not number.scaled and (number.value or 0) < 1000:
        return None
    low = form.lower()
    return units.UNITS.names.get(low) or (units.UNITS.names.get(low.replace("-", " ")) if "-" in low else None)


def _stands_alone(tokens: Tokens, found: units.Unit, end: int) -> bool:
    """Whether nothing makes another unit of it: "tonne-kilometres", "tonne kilometres", "m⁴", "mol%"."""
    if tokens.words[end] == "%" and tokens.glued(end):
        return False  # "1 mol%"
    hyphened = tokens.words[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1)
    if hyphened and tokens.kinds[end + 1] == "w" and tokens.kinds[end - 1] == "w":
        return tokens.lows[end + 1] in lexicon.AFTER_HYPHEN
    if tokens.kinds[end] == "p" and tokens.glued(end):
        return tokens.words[end].startswith("⁻")
    if found.dimension not in _MULTIPLIED or tokens.gap(end) != " ":
        return True
    low = tokens.lows[end]
    following = units.UNITS.names.get(low)
    multiplied = low == "pounds" or (following is not None and following.dimension in _MULTIPLYING)
    return not (multiplied and lexicon.is_plural(low))  # in the singular it is a thing: "a 7.62mm barrel"


_MULTIPLYING = frozenset({"length", "time", "calendar", "mass", "volume", "current", "substance"})
_MULTIPLIED = frozenset(
    {"mass", "length", "power", "volume", "area", "voltage", "current", "pressure", "angle", "kelvin", "celsius"}
)
"""What is multiplied, most often by a length or a time: "tonne kilometres", "megawatt years", "foot pounds"."""


def _read(tokens: Tokens, number: Number, found: units.Unit, span: tuple[int, int]) -> Beside:
    start, end = span
    sign = tokens.between(start, end) in units.UNITS.signs  # "6-foot-1" is a height
    if sign and (inverse := inverse_power(tokens, end)):
        sure = found.symbol == "s" and not inverse[0]
        return Beside(unit=f"1/{found.symbol}", scale=Decimal(1), after=inverse[1], unsure=not sure)
    if found.symbol == "year" and tokens.lows[end] == "old":
        end += 1
    elif found.symbol == "year" and tokens.words[end] in HYPHENS and tokens.lows[end + 1] == "old":
        end += 2
    letter = found.symbol == "m" and end == start + 1 and tokens.glued(start) and tokens.kinds[start - 1] == "n"
    million = letter and not metres(tokens, number, end)
    unsure = (tokens.words[start] in _UNSURE and not number.scaled) or million or _multiplied(tokens, found, end)
    unsure = (
        unsure
        or (tokens.words[end - 1] in _BASES and tokens.words[end] != "/")
        or (tokens.words[start:end] == ["F"] and not _warm(tokens, number))
    )
    return divided(tokens, Beside(unit=found.symbol, scale=found.scale, after=end, unsure=unsure))


def _warm(tokens: Tokens, number: Number) -> bool:
    """Whether "23F" is a temperature and no woman of 23: by the words near by, or by its size."""
    if number.value is None or not 13 <= number.value < 100 or not tokens.glued(number.after):
        return True
    near = {
        *tokens.lows[max(0, number.first - _NEAR) : number.after],
        *tokens.lows[number.after + 1 : number.after + 7],
    }
    return bool(near & lexicon.WARMTH) or "°" in near or bool(tokens.words[number.first - 1] in MINUSES)


_BASES = frozenset({"kb", "Mb", "Gb"})
"""Of a genome, or bits: read only as a rate."""

_NEAR = 8
"""Words before or after an "m" in which one of length makes it metres."""


def metres(tokens: Tokens, number: Number, end: int) -> bool:
    """Whether the "m" glued to digits is metres.

    Newspapers write millions so too ("sales of 421.5m"): beside a currency, a unit or a plural it was
    a million before it came here. Of the rest, only those beside a word or another unit of length,
    or with the distance of a race, are metres; what remains has no value.
    """
    places = range(max(0, number.first - _NEAR), min(tokens.count, end + _NEAR))
    if any(tokens.lows[place] in lexicon.LENGTHS for place in places):
        return True
    race = tokens.lows[number.first - 1] in {"the", "s", "women", "men", "in"} and number.literal in lexicon.RACES
    return race or tokens.words[end] in {"×", "x", "²", "³"} or tokens.words[number.first - 1] in {"×", "x", "±"}


_NO_FACTORS = frozenset({"share", "points", "permille", "ratio", "calendar", "parts", "container", "data", "pixel"})
_SIGN_WORDS = lexicon.NEVER_UNITS | {"in", "am", "pm", "x", "×", "%", "$", "€", "£", '"', "'", "°"}
_COMPASS = frozenset({"N", "S", "E", "W"})


def _multiplied(tokens: Tokens, found: units.Unit, end: int) -> bool:
    """Whether another sign goes on with the unit, as in "5 kg m" and "3 A·s": a product that the table has not."""
    dotted = tokens.words[end] in {"·", "⋅", "*", "."} and tokens.glued(end) and tokens.glued(end + 1)
    at = end + 1 if dotted else end
    word = tokens.words[at]
    if not dotted and tokens.gap(end) not in {" ", "\u00a0", "\u202f", "\u2009"}:
        return False
    if word not in units.UNITS.signs or word in _SIGN_WORDS or inverse_power(tokens, at + 1):
        return False
    if not dotted and word in units.UNITS.names:
        return False  # "a 4-day week"
    apart = found.dimension in _NO_FACTORS or found.dimension.startswith("money ")
    compass = word in _COMPASS and found.symbol in {"km", "mi", "m", "nmi"}
    goes_on = tokens.glued(at + 1) and (tokens.kinds[at + 1] in {"w", "n"} or tokens.words[at + 1] in {"'", "’", "-"})
    goes_on = goes_on and not tokens.words[at + 2].isdecimal()
    return not (apart or compass or goes_on) and not units.UNITS.signs[word].dimension.startswith("money ")


def _free(tokens: Tokens, number: Number, start: int, end: int) -> bool:
    """Whether a sign may be a unit here: words in disguise may not, and number words take few signs."""
    form = tokens.between(start, end)
    glued = tokens.glued(start) and start == number.after
    if form in _CONTEXTS:
        return _CONTEXTS[form](tokens, number, start)
    if form in lexicon.NEVER_UNITS:
        return False
    if len(form) > 2 or form in {"ft", "%", "°"}:
        return True
    if number.in_words and form.isalpha():
        return (form.isupper() and len(form) > 1) or form in _AFTER_WORDS
    if form in {"x", "×", "st"}:
        return glued and (form == "st" or tokens.kinds[end] != "n")
    return glued or form not in {"c", "p", "b", "B", "M", "T"}


_AFTER_WORDS = frozenset({"kg", "km", "cm", "mg", "ml", "mL", "gm", "kW", "kV"})
"""Signs that are no words: "two kg"."""


def _inches(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether "in" is inches and no preposition."""
    following = tokens.lows[start + 1]
    if tokens.lows[number.first - 1] in {"ft", "foot", "feet", "'"} and (number.value or 12) < 12:
        return True
    if number.in_words or (number.literal.isdecimal() and len(number.literal) == 4):
        return False
    return following in lexicon.INCH_CONTEXT or not following or following in {".", ",", ")", ";", "×", "x"}


def _inch_mark(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a straight quotation mark closes none near by."""
    return len(tokens.gap(start)) <= 1 and number.after == start and '"' not in tokens.words[max(0, start - 16) : start]


def _tiny(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether "pm" and "am" are metres: a time of day has no decimals, or two of them."""
    decimals = number.literal.partition(".")[2]
    return tokens.near(start) and bool(decimals) and len(decimals) != 2


_CONTEXTS = {"in": _inches, '"': _inch_mark, "pm": _tiny, "am": _tiny}
