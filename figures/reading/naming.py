"""Numbers whose form makes them no quantities: names, list numbers, reference marks, versions, telephone numbers."""

from __future__ import annotations

from figures.model import Kind
from figures.reading.calendar import MONTHS, is_year
from figures.reading.clock import clock
from figures.reading.lexicon import STOPS
from figures.reading.named import Named, other
from figures.reading.number_words import ONES, TENS
from figures.reading.tokens import DASHES, HYPHENS, Tokens

_LINKS = frozenset({"mid", "pre", "post", "since", "early", "late", "ex"})


def named_at(tokens: Tokens, index: int) -> Named | None:
    """Read the digits at this token as something other than a quantity, where their form says so."""
    found = _by_sign_before(tokens, index) if tokens.glued(index) else None
    if found is None:
        found = _by_sign_after(tokens, index) if tokens.glued(index + 1) else clock(tokens, index)
    return found or _code(tokens, index) or _address(tokens, index)


_STREETS = frozenset({"street", "avenue", "road", "lane", "boulevard", "square", "terrace", "drive", "st", "ave", "rd"})


def _address(tokens: Tokens, index: int) -> Named | None:
    """Read the number of a house: "221B Baker Street", "10 Downing Street"."""
    lettered = tokens.glued(index + 1) and tokens.kinds[index + 1] == "w" and len(tokens.words[index + 1]) == 1
    at = index + 1 + lettered
    for place in range(at, at + 3):
        if not (tokens.words[place][:1].isupper() and tokens.near(place)):
            break
        if place > at and tokens.lows[place] in _STREETS:
            return other(index, at, index)
    return None


def _by_sign_before(tokens: Tokens, index: int) -> Named | None:
    """Ask only the rules that the token glued before the digits allows."""
    if tokens.kinds[index - 1] in {"w", "p"}:
        return _glued_name(tokens, index)
    sign = tokens.words[index - 1]
    if sign in HYPHENS or sign in {"+", "_"}:
        return _hyphened_name(tokens, index) or _telephone(tokens, index)
    if sign == "−" and tokens.glued(index - 1) and tokens.kinds[index - 2] == "w" and tokens.words[index] in _POWERS:
        return other(index, index + 1, index)
    return _list_number(tokens, index) or _mark(tokens, index) if sign in _OPENERS else None


_POWERS = frozenset({"1", "2", "3"})
_OPENERS = frozenset('#([{.,;)–”"')


def _by_sign_after(tokens: Tokens, index: int) -> Named | None:
    """Ask only the rules that the token glued behind the digits allows."""
    sign = tokens.words[index + 1]
    if tokens.kinds[index + 1] == "w":
        named = _plural_name(tokens, index) or _ordinal(tokens, index) or clock(tokens, index)
        return named or _lettered_name(tokens, index)
    report = tokens.words[index] in _REPORTS and tokens.words[index + 2] in {"K", "Q", "F"}
    if sign in HYPHENS and tokens.glued(index + 2) and (report or tokens.lows[index + 2] in _NUMBER_WORDS):
        return Named(first=index, after=index + 3, number_first=index, number_after=index + 1, kind="name")
    if sign in DASHES or sign == "/":
        if _mixed(tokens, index):
            return None
        return _telephone(tokens, index) or _directive(tokens, index) or clock(tokens, index)
    if sign == ":":
        return clock(tokens, index)
    return _list_number(tokens, index) or _mark(tokens, index) if sign in _CLOSERS else None


_CLOSERS = frozenset(".)],;")


def _glued_name(tokens: Tokens, index: int) -> Named | None:
    """Read "CO2", "G20", "H1N1", "v2.0": letters glued before digits."""
    if not tokens.glued(index) or tokens.kinds[index - 1] not in {"w", "p"} or tokens.words[index - 1] in {"x", "×"}:
        return None
    first, after = index - 1, index + 1
    while tokens.glued(after) and tokens.kinds[after] in {"w", "n"}:
        after += 1
    year = tokens.words[index] if is_year(tokens, index) and tokens.words[index - 1].isupper() else None
    kind: Kind = "other" if tokens.lows[first] in {"v", "p", "pp", "no"} else "name"
    return Named(first=first, after=after, number_first=index, number_after=index + 1, kind=kind, edtf=year)


def _hyphened_name(tokens: Tokens, index: int) -> Named | None:
    """Read "COVID-19", "F-16", "G-20"; "mid-2012" is a date and "under-19" no count."""
    if not tokens.glued(index) or not tokens.glued(index - 1):
        return None
    if tokens.words[index - 1] in {"+", "_"} and tokens.kinds[index - 2] in {"w", "n"}:
        return other(index, index + 1, index)
    if tokens.words[index - 1] not in HYPHENS:
        return None
    word, low = tokens.words[index - 2], tokens.lows[index - 2]
    side = low == "by" and tokens.words[index - 3] in HYPHENS and tokens.kinds[index - 4] == "n"  # "9-by-13-inch"
    if side or tokens.kinds[index - 2] != "w" or low in _LINKS or low in MONTHS:
        return None
    first, after = index - 2, index + 1
    while tokens.glued(after) and tokens.kinds[after] in {"w", "n"}:
        after += 1
    year = tokens.words[index] if is_year(tokens, index) else None
    if word[0].isupper():
        return Named(first=first, after=after, number_first=index, number_after=index + 1, kind="name", edtf=year)
    return None if year else other(first, after, index, index + 1)


_REPORTS = frozenset({"8", "10", "20"})
"""What companies file: the form "10-K"."""


def _lettered_name(tokens: Tokens, index: int) -> Named | None:
    """Read what looks like a unit and is none: "2024F", the steel "316L", the oil "5W-30"."""
    word, letter, after = tokens.words[index], tokens.words[index + 1], index + 2
    if not tokens.glued(index + 1):
        return None
    oil = (
        letter == "W" and tokens.words[after] in HYPHENS and tokens.kinds[after + 1] == "n" and tokens.glued(after + 1)
    )
    if oil and len(word) <= 2:
        return Named(first=index, after=after + 2, number_first=index, number_after=after + 2, kind="name")
    forecast = letter in {"F", "E"} and is_year(tokens, index) and not word.endswith("0")
    if forecast or (letter == "L" and word in {"304", "316", "317"}):
        return Named(first=index, after=after, number_first=index, number_after=index + 1, kind="name")
    return None


_AGED = frozenset({"their", "his", "her", "my", "our", "your", "early", "mid", "late", "upper", "lower", "'", "’", "‘"})
_YOUNGER = frozenset({"under", "over", "x"})
_HEIGHTS = frozenset({"360", "480", "720", "1080", "1440", "2160", "4320"})
_NUMBER_WORDS = frozenset({*ONES, *TENS})
"""Beside digits and a hyphen they make a name ("7-eleven"): nobody writes a range so."""


def _plural_name(tokens: Tokens, index: int) -> Named | None:
    """Read "737s", several of one name, "their 40s", and the picture height "1080p"; "45s" are seconds."""
    word = tokens.words[index]
    before = tokens.lows[index - 1 - (tokens.words[index - 1] in HYPHENS and tokens.glued(index))]  # "mid-30s"
    ends = tokens.kinds[index + 2] != "w" or tokens.lows[index + 2] in STOPS
    another = before in {"and", "or"} and tokens.lows[index - 2] == "s" and tokens.lows[index - 4] in _AGED | {"the"}
    aged = before in _AGED or ((before == "the" or another) and ends)  # "the 80s and 90s"
    decade = aged and tokens.words[index + 1] == "s" and len(word) == 2 and word[1] == "0"
    counted = tokens.kinds[index - 1] == "n" or tokens.lows[index - 1] in ONES  # "six 4s and two 6s"
    several = tokens.words[index + 1] == "s" and word.isdecimal() and (counted or before in _YOUNGER)
    if decade or several or (tokens.words[index + 1] == "p" and word in _HEIGHTS):
        return other(index, index + 2, index, index + 1)
    if tokens.words[index + 1] != "s" or not tokens.glued(index + 1) or not word.isdecimal() or len(word) < 3:
        return None
    return Named(first=index, after=index + 2, number_first=index, number_after=index + 1, kind="name")


def _mixed(tokens: Tokens, index: int) -> bool:
    """Whether a whole number and a fraction stand here, "5-1/4", as central banks write their rates."""
    above, stroke, below, after = tokens.words[index + 2 : index + 6]
    fraction = above.isdecimal() and below.isdecimal() and stroke == "/" and below in {"2", "4", "8", "16", "32"}
    return fraction and int(above) < int(below) and after not in {"/", "-"} and tokens.words[index - 1] not in DASHES


_UNION = [["(", name, ")"] for name in ("EU", "EC", "EEC", "Euratom")]


def _directive(tokens: Tokens, index: int) -> Named | None:
    """Read the number of a law of the European Union: "95/46/EC", "2016/679/EU", "(EU) 2016/679"."""
    words, at = tokens.words, index + 2
    law = index - (tokens.lows[index - 1] == "no")
    if words[law - 3 : law] in _UNION and words[index + 1] == "/" and tokens.kinds[at] == "n":
        return other(index, at + 1, index)
    law = words[index + 1] == "/" and tokens.kinds[at] == "n" and words[at + 1] == "/" and words[at + 2].isupper()
    return other(index, at + 3, index, at + 1) if law and tokens.glued(at + 2) else None


def _telephone(tokens: Tokens, index: int) -> Named | None:
    """Read three and more groups of digits joined by hyphens or strokes, and an international number."""
    at, groups = index + 1, 1
    while (tokens.words[at] in DASHES or tokens.words[at] == "/") and tokens.glued(at) and tokens.kinds[at + 1] == "n" \
            and tokens.glued(at + 1):  # fmt: skip
        at, groups = at + 2, groups + 1
    plus = tokens.words[index - 1] == "+" and tokens.glued(index)
    if plus and groups == 1 and len(tokens.words[index]) <= 3:
        while tokens.kinds[at] == "n" and tokens.gap(at) == " ":
            at, groups = at + 1, groups + 1
    if groups >= 3 or (groups == 2 and plus):
        return other(index, at, index)
    return None


def _mark(tokens: Tokens, index: int) -> Named | None:
    """Read a reference mark in brackets, "[12]" and "[3, 4]", and "(3)"."""
    place = index - 1
    while place > index - 12 and (tokens.kinds[place] == "n" or tokens.words[place] in {",", ";", "-", "–"}):
        place -= 1
    word = tokens.words[index]
    if tokens.words[place] == "[" and tokens.words[index + 1] in {"]", ",", ";", "-", "–"} and word.isdecimal():
        return other(index, index + 1, index)
    short = len(word) <= 2 and word.isdecimal() and not word.startswith("0")
    in_round = tokens.words[index - 1] == "(" and tokens.words[index + 1] == ")" and short
    again = tokens.words[index - 2] == ")" and tokens.glued(index - 1)  # "230(c)(1)"
    if in_round and (tokens.kinds[index - 2] != "s" or again):
        return other(index, index + 1, index)
    after_stop = (
        tokens.words[index - 1] in {".", ",", ")", "”", '"'} and tokens.glued(index) and tokens.glued(index - 1)
    )
    if (
        after_stop
        and word.isdecimal()
        and len(word) <= 3
        and tokens.kinds[index - 2] == "w"
        and tokens.lows[index - 2] != "no"
    ):
        return other(index, index + 1, index)
    return None


def _list_number(tokens: Tokens, index: int) -> Named | None:
    """Read the number that begins a line of a list: "3. The …", "2) the …", "#4"."""
    word, at = tokens.words[index], index + 1
    if tokens.words[index - 1] == "#" and tokens.glued(index):
        return other(index - 1, index + 1, index, index + 1)
    opens = tokens.starts_line(index) or (tokens.words[index - 1] == "(" and tokens.starts_line(index - 1))
    if not opens or len(word) > 3 or not word.isdecimal() or tokens.words[at] not in {".", ")"} or not tokens.glued(at):
        return None
    return None if tokens.ends_line(at) or not tokens.gap(at + 1) else other(index, index + 1, index)


def _ordinal(tokens: Tokens, index: int) -> Named | None:
    ending, digits = tokens.lows[index + 1], tokens.words[index][-2:]
    short = {"st": "1", "nd": "2", "rd": "3"}.get(ending)
    fits = ending == "th" or (short == digits[-1] and (len(digits) < 2 or digits[0] != "1"))
    if fits and tokens.glued(index + 1):
        return Named(first=index, after=index + 2, number_first=index, number_after=index + 2, kind="ordinal")
    return None


def _code(tokens: Tokens, index: int) -> Named | None:
    """Read versions and codes: "2.0.1", "2009/28/EC", "007"."""
    word, at = tokens.words[index], index + 1
    if word == "0" and tokens.words[at] == "x" and tokens.glued(at) and tokens.glued(at + 1):
        while tokens.glued(at) and tokens.kinds[at] in {"w", "n"}:
            at += 1
        return other(index, at, index)  # "0x1F"
    dots = word.split(".")
    if len(dots) > 2 and not all(len(part) == 3 for part in dots[1:]):
        return other(index, at, index)
    if len(word) > 1 and word[0] == "0" and word.isdecimal():
        return other(index, _groups(tokens, index), index)
    return None


def _groups(tokens: Tokens, index: int) -> int:
    """The token after a telephone number that begins with a nought: "0800 496 0173", "(01) 498 4000"."""
    at = index + 1
    at += tokens.words[at] == ")" and tokens.words[index - 1] == "("
    digits, after = len(tokens.words[index]), at
    while digits < _MOST_DIGITS and tokens.gap(after) == " " and _is_group(tokens.words[after]):
        digits, after = digits + len(tokens.words[after]), after + 1
    return after if digits >= 9 and not tokens.starts_line(index) else index + 1


_MOST_DIGITS = 15
"""Of a telephone number."""


def _is_group(word: str) -> bool:
    return len(word) >= 3 and word.isdecimal()
