"""What the word before digits makes of them: "Article 5", "Boeing 737", "EXPO 2017", "Radio 4"."""

from __future__ import annotations

from figures.reading import lexicon
from figures.reading.calendar import MONTHS, is_year
from figures.reading.named import Named, other
from figures.reading.number_words import TENS
from figures.reading.tokens import DASHES, Tokens


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
    if tokens.words[before - 1] == "&" and tokens.glued(before) and plain and _capital(tokens, before, index):
        return _name(before - 2, index)  # "S&P 500"
    if _is_label(tokens, before, index, plain=plain, dotted=dotted):
        return other(before, index + 1, index)
    if not _capital(tokens, before, index):
        return None
    if not plain:
        return _name(before, index) if _part_of_name(tokens, before, index) == "sure" else None
    return _named_year(tokens, before, index) if is_year(tokens, index) else _proper(tokens, before, index)


def maybe_named(tokens: Tokens, index: int) -> bool:
    """Whether the digits before a noun may belong to the name before them: "Falcon 9 launches"."""
    before = index - 1
    near = tokens.kinds[before] == "w" and tokens.near(index) and "\n" not in tokens.gap(index)
    return near and _capital(tokens, before, index) and _part_of_name(tokens, before, index) == "perhaps"


def _capital(tokens: Tokens, before: int, index: int) -> bool:
    word, literal = tokens.words[before], tokens.words[index]
    return word != word.lower() and word.lower() not in MONTHS and literal.isdecimal() and len(literal) <= 4


def _name(before: int, index: int) -> Named:
    first = max(0, before)
    return Named(first=first, after=index + 1, number_first=index, number_after=index + 1, kind="name")


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
    if is_year(tokens, index) and low not in {"resolution", "flight", "§", "form"} and not (dotted and low in _NUMERO):
        return False
    capital = tokens.words[before][:1].isupper()
    verb = low in lexicon.VERBAL_LABELS and _opens(tokens, before)
    return plain or dotted or (capital and not verb) or _kind(tokens, before, index)


def _kind(tokens: Tokens, before: int, index: int) -> bool:
    """Whether a label in lower case owns what follows: "type 2 diabetes", but not "in this class 12 girls"."""
    whole, _, part = tokens.words[index].partition(".")
    short = whole.isdecimal() and len(whole) <= 2 and (not part or tokens.lows[before] == "grade")  # "grade 8.8 bolts"
    told = tokens.lows[before - 1] in {"this", "that", "each", "every", "same"}
    return tokens.lows[before] in lexicon.KINDS and short and not told


_NUMERO = frozenset({"no", "nos", "nr", "ref", "tel", "ext"})
"""Before four digits they make a number of it, and no year."""


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
