"""Numbers that count nothing: names, labels, list numbers, reference marks, versions, times, telephone numbers."""

from __future__ import annotations

from dataclasses import dataclass

from figures.model import Kind
from figures.reading import lexicon
from figures.reading.calendar import MONTHS, is_year
from figures.reading.number_words import ONES, TENS
from figures.reading.tokens import DASHES, HYPHENS, Tokens

_LINKS = frozenset({"mid", "pre", "post", "since", "early", "late", "ex"})
_CLOCK = frozenset({"am", "pm", "a.m", "p.m"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A number that is no quantity: tokens of the mention and of its number, its kind, and a year if it has one."""

    first: int
    after: int
    number_first: int
    number_after: int
    kind: Kind
    edtf: str | None = None


def _other(first: int, after: int, number_first: int, number_after: int | None = None) -> Named:
    return Named(first=first, after=after, number_first=number_first, number_after=number_after or after, kind="other")


def named_at(tokens: Tokens, index: int) -> Named | None:
    """Read the digits at this token as something other than a quantity, where their form says so."""
    found = _by_sign_before(tokens, index) if tokens.glued(index) else None
    if found is None:
        found = _by_sign_after(tokens, index) if tokens.glued(index + 1) else _clock(tokens, index)
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
            return _other(index, at, index)
    return None


def _by_sign_before(tokens: Tokens, index: int) -> Named | None:
    """Ask only the rules that the token glued before the digits allows."""
    if tokens.kinds[index - 1] in {"w", "p"}:
        return _glued_name(tokens, index)
    sign = tokens.words[index - 1]
    if sign in HYPHENS or sign in {"+", "_"}:
        return _hyphened_name(tokens, index) or _telephone(tokens, index)
    if sign == "−" and tokens.glued(index - 1) and tokens.kinds[index - 2] == "w" and tokens.words[index] in _POWERS:
        return _other(index, index + 1, index)
    return _list_number(tokens, index) or _mark(tokens, index) if sign in _OPENERS else None


_POWERS = frozenset({"1", "2", "3"})
_OPENERS = frozenset('#([{.,;)–”"')


def _by_sign_after(tokens: Tokens, index: int) -> Named | None:
    """Ask only the rules that the token glued behind the digits allows."""
    sign = tokens.words[index + 1]
    if tokens.kinds[index + 1] == "w":
        return _plural_name(tokens, index) or _ordinal(tokens, index) or _clock(tokens, index)
    if sign in HYPHENS and tokens.glued(index + 2) and tokens.lows[index + 2] in _NUMBER_WORDS:
        return Named(first=index, after=index + 3, number_first=index, number_after=index + 1, kind="name")
    if sign in DASHES or sign == "/":
        return None if _mixed(tokens, index) else _telephone(tokens, index) or _directive(tokens, index)
    if sign == ":":
        return _clock(tokens, index)
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
        return _other(index, index + 1, index)
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
    return None if year else _other(first, after, index, index + 1)


_AGED = frozenset({"their", "his", "her", "my", "our", "your", "early", "mid", "late", "'", "’", "‘"})
_HEIGHTS = frozenset({"360", "480", "720", "1080", "1440", "2160", "4320"})
_NUMBER_WORDS = frozenset({*ONES, *TENS})
"""Beside digits and a hyphen they make a name ("7-eleven"): nobody writes a range so."""


def _plural_name(tokens: Tokens, index: int) -> Named | None:
    """Read "737s", several of one name, "their 40s", and the picture height "1080p"; "45s" are seconds."""
    word = tokens.words[index]
    decade = tokens.lows[index - 1] in _AGED and tokens.words[index + 1] == "s" and len(word) == 2 and word[1] == "0"
    if decade or (tokens.words[index + 1] == "p" and word in _HEIGHTS):
        return _other(index, index + 2, index, index + 1)
    if tokens.words[index + 1] != "s" or not tokens.glued(index + 1) or not word.isdecimal() or len(word) < 3:
        return None
    return Named(first=index, after=index + 2, number_first=index, number_after=index + 1, kind="name")


def _clock(tokens: Tokens, index: int) -> Named | None:
    """Read "2 pm", "2.17pm", "10:30", "3:2"."""
    at = index + 1
    if tokens.words[at] == ":":
        return _with_colons(tokens, index)
    low = tokens.lows[at]
    short = low in {"a", "p"} and tokens.words[at + 1] == "." and tokens.lows[at + 2] == "m"
    if not (low in _CLOCK or short or (low == "o" and tokens.lows[at + 2] == "clock")):
        return None
    hour, _, minute = tokens.words[index].partition(".")
    timely = hour.isdecimal() and len(hour) <= 2 and 1 <= int(hour) <= 12
    if not timely or (minute and (len(minute) != 2 or minute > "59")):
        return None
    return _other(index, at + (1 if low in _CLOCK else 3), index, index + 1)


def _with_colons(tokens: Tokens, index: int) -> Named | None:
    at = index + 1
    while tokens.words[at] == ":" and tokens.kinds[at + 1] == "n" and tokens.glued(at) and tokens.glued(at + 1):
        at += 2
    return _other(index, at + (tokens.lows[at] in _CLOCK), index, at) if at > index + 1 else None


def _mixed(tokens: Tokens, index: int) -> bool:
    """Whether a whole number and a fraction stand here, "5-1/4", as central banks write their rates."""
    above, stroke, below, after = tokens.words[index + 2 : index + 6]
    fraction = above.isdecimal() and below.isdecimal() and stroke == "/" and below in {"2", "4", "8", "16", "32"}
    return fraction and int(above) < int(below) and after not in {"/", "-"} and tokens.words[index - 1] not in DASHES


def _directive(tokens: Tokens, index: int) -> Named | None:
    """Read the number of a law of the European Union: "95/46/EC", "2016/679/EU"."""
    words, at = tokens.words, index + 2
    law = words[index + 1] == "/" and tokens.kinds[at] == "n" and words[at + 1] == "/" and words[at + 2].isupper()
    return _other(index, at + 3, index, at + 1) if law and tokens.glued(at + 2) else None


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
        return _other(index, at, index)
    return None


def _mark(tokens: Tokens, index: int) -> Named | None:
    """Read a reference mark in brackets, "[12]" and "[3, 4]", and "(3)"."""
    place = index - 1
    while place > index - 12 and (tokens.kinds[place] == "n" or tokens.words[place] in {",", ";", "-", "–"}):
        place -= 1
    word = tokens.words[index]
    if tokens.words[place] == "[" and tokens.words[index + 1] in {"]", ",", ";", "-", "–"} and word.isdecimal():
        return _other(index, index + 1, index)
    in_round = tokens.words[index - 1] == "(" and tokens.words[index + 1] == ")" and len(word) <= 2 and word.isdecimal()
    again = tokens.words[index - 2] == ")" and tokens.glued(index - 1)  # "230(c)(1)"
    if in_round and (tokens.kinds[index - 2] != "s" or again):
        return _other(index, index + 1, index)
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
        return _other(index, index + 1, index)
    return None


def _list_number(tokens: Tokens, index: int) -> Named | None:
    """Read the number that begins a line of a list: "3. The …", "2) the …", "#4"."""
    word, at = tokens.words[index], index + 1
    if tokens.words[index - 1] == "#" and tokens.glued(index):
        return _other(index - 1, index + 1, index, index + 1)
    opens = tokens.starts_line(index) or (tokens.words[index - 1] == "(" and tokens.starts_line(index - 1))
    if not opens or len(word) > 3 or not word.isdecimal() or tokens.words[at] not in {".", ")"} or not tokens.glued(at):
        return None
    return None if tokens.ends_line(at) or not tokens.gap(at + 1) else _other(index, index + 1, index)


def _ordinal(tokens: Tokens, index: int) -> Named | None:
    if tokens.lows[index + 1] in {"st", "nd", "rd", "th"} and tokens.glued(index + 1):
        return Named(first=index, after=index + 2, number_first=index, number_after=index + 2, kind="ordinal")
    return None


def _code(tokens: Tokens, index: int) -> Named | None:
    """Read versions and codes: "2.0.1", "2009/28/EC", "007"."""
    word, at = tokens.words[index], index + 1
    dots = word.split(".")
    if len(dots) > 2 and not all(len(part) == 3 for part in dots[1:]):
        return _other(index, at, index)
    if len(word) > 1 and word[0] == "0" and word.isdecimal():
        return _other(index, at, index)
    return None


def labelled(tokens: Tokens, index: int, *, plain: bool) -> Named | None:
    """Read "Article 5", "Boeing 737", "EXPO 2017": what the word before the digits makes of them.

    ``plain``: neither unit nor counted noun follows, so that a common word may be the label.
    """
    before = index - 1
    dotted = tokens.words[before] == "." and tokens.lows[before - 1] in lexicon.DOTTED_LABELS
    before -= dotted
    sign = tokens.kinds[before] != "w" and tokens.lows[before] not in lexicon.LABELS
    if sign or not tokens.near(index) or "\n" in tokens.gap(index):
        return None
    if _is_label(tokens, before, index, plain=plain, dotted=dotted):
        return _other(before, index + 1, index)
    if not _capital(tokens, before, index):
        return None
    if not plain:
        return _name(before, index) if _part_of_name(tokens, before, index) == "sure" else None
    return _named_year(tokens, before, index) if is_year(tokens, index) else _proper(tokens, before, index)


def maybe_named(tokens: Tokens, index: int) -> bool:
    """Whether the digits before a noun may belong to the name before them: "Falcon 9 launches", "type 2 diabetes"."""
    before = index - 1
    near = tokens.kinds[before] == "w" and tokens.near(index) and "\n" not in tokens.gap(index)
    if near and tokens.lows[before] in lexicon.KINDS and tokens.words[index].isdecimal():
        return len(tokens.words[index]) <= 2
    return near and _capital(tokens, before, index) and _part_of_name(tokens, before, index) == "perhaps"


def _capital(tokens: Tokens, before: int, index: int) -> bool:
    word, literal = tokens.words[before], tokens.words[index]
    return word != word.lower() and word.lower() not in MONTHS and literal.isdecimal() and len(literal) <= 4


def _name(before: int, index: int) -> Named:
    return Named(first=before, after=index + 1, number_first=index, number_after=index + 1, kind="name")


def _part_of_name(tokens: Tokens, before: int, index: int) -> str:
    """Whether the digits between a capitalised word and a noun are part of a name: "sure", "perhaps", or not."""
    word, low = tokens.words[before], tokens.lows[before]
    if len(tokens.words[index]) > 3 or tokens.glued(index):
        return ""
    if low in lexicon.NUMBERED | lexicon.HEADS or (word[1:] != word[1:].lower() and not word.isupper()):
        return "sure"
    if low in lexicon.FUNCTION | lexicon.STOPS | TENS.keys():
        return ""
    if _opens(tokens, before):
        ending = low.endswith(("ly", "ed", "ing", "s"))
        return "" if ending or low in lexicon.ORDERS | lexicon.COUNTING else "perhaps"
    place = _place(tokens, before)
    if place or not _prose(tokens, before, index):
        return "" if place == "opens" else "perhaps" if place else ""
    return "sure"


def _place(tokens: Tokens, before: int) -> str:
    """Whether a preposition makes the name a place or a day, and whether the two open their clause."""
    at = before
    while at > 0 and (tokens.words[at][:1].isupper() or tokens.lows[at] == "the") and at > before - 5:
        if tokens.lows[at] in lexicon.PLACING:
            break
        at -= 1
    if tokens.lows[at] not in lexicon.PLACING:
        return ""
    return "opens" if _opens(tokens, at) or tokens.words[at - 1] in {",", ";"} else "inside"


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a word is the first of a sentence or a line."""
    return at == 0 or tokens.starts_line(at) or tokens.words[at - 1] in {".", "!", "?", ":", "“", '"'}


def _is_label(tokens: Tokens, before: int, index: int, *, plain: bool, dotted: bool) -> bool:
    low = tokens.lows[before]
    if low not in lexicon.LABELS or (low == "no" and not dotted):
        return False
    if is_year(tokens, index) and low not in {"resolution", "flight"}:
        return False
    capital = tokens.words[before][:1].isupper()
    verb = low in lexicon.VERBAL_LABELS and _opens(tokens, before)
    return plain or dotted or (capital and not verb)


def _named_year(tokens: Tokens, before: int, index: int) -> Named | None:
    """Read "EXPO 2017" with its word, and the year of "the Kazakhstan 2050 Strategy" alone."""
    word, low = tokens.words[before], tokens.lows[before]
    heads = low in lexicon.HEADS or (word.isupper() and len(word) > 2)
    year = tokens.words[index]
    if heads:
        return Named(first=before, after=index + 1, number_first=index, number_after=index + 1, kind="name", edtf=year)
    capital = tokens.words[index + 1][:1].isupper() and tokens.kinds[index + 1] == "w" and tokens.near(index + 1)
    if (
        capital
        and low not in lexicon.FUNCTION
        and tokens.lows[index + 1] not in MONTHS
        and "\n" not in tokens.gap(index + 1)
    ):
        return Named(first=index, after=index + 1, number_first=index, number_after=index + 1, kind="name", edtf=year)
    return None


def _proper(tokens: Tokens, before: int, index: int) -> Named | None:
    """Read "Voyager 2" and "South 32": in prose, a small number after a name that begins no sentence."""
    low = tokens.lows[before]
    if (
        low in lexicon.FUNCTION
        or (_opens(tokens, before) and low not in lexicon.HEADS)
        or not _prose(tokens, before, index)
    ):
        return None
    after = tokens.words[index + 1]
    if after in {"%", "/", "$", "€", "£"} or (after in DASHES and tokens.kinds[index + 2] == "n"):
        return None
    return Named(first=before, after=index + 1, number_first=index, number_after=index + 1, kind="name")


def _prose(tokens: Tokens, before: int, index: int) -> bool:
    """Whether words in lower case stand near by, as they do in a sentence and not in a table."""
    lower = sum(
        tokens.kinds[place] == "w" and tokens.words[place].islower() for place in range(max(0, before - 8), before)
    )
    later = sum(tokens.kinds[place] == "w" and tokens.words[place].islower() for place in range(index + 1, index + 7))
    return lower + later >= 3
