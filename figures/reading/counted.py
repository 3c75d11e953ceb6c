"""The noun that a number counts: the last plural of the run of words after it, within its clause."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from figures import units
from figures.nouns import singular
from figures.reading import lexicon
from figures.reading.beside import unit_after
from figures.reading.lexicon import is_plural
from figures.reading.number import Number
from figures.reading.number_words import HUNDRED, ONES, SCALES, TENS
from figures.reading.rates import Beside, of_ratio, rated, rated_noun
from figures.reading.signed import number_at
from figures.reading.tokens import DASHES, HYPHENS, Tokens

_MAX_RUN = 7
"""Words between a number and its noun; more are no certain run."""


def counted_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the counted noun; None where none is certain.

    With one, whose noun is singular, only a run of at most three words is, and no verb or name at its end.
    """
    at = number.after
    if tokens.words[at] in DASHES and tokens.glued(at):
        if tokens.lows[at + 1] != "odd":
            return None
        at += 2
    at += tokens.lows[at] in {"more", "other", "further", "most", "very"} and tokens.near(at)
    at += tokens.lows[at] in _OFTEN and lexicon.is_plural(tokens.lows[at + 1]) and tokens.near(at)
    if tokens.kinds[at] == "n" or tokens.lows[at] in ONES:
        return _past_measure(tokens, number, at)
    if tokens.lows[at] == "of" and tokens.lows[at + 1] in _ARTICLES and tokens.near(at + 1):
        return _of_the(tokens, number, at + 2)
    if tokens.kinds[at] != "w":
        return None
    last, end = _run(tokens, at)
    if number.value == 1:
        return _single(tokens, number, at, end)
    return None if last is None else _noun(tokens, number.after, last)


def _of_the(tokens: Tokens, number: Number, at: int) -> Beside | None:
    """Read the noun of "142 of the schools", which the mention itself does not reach."""
    last = _run(tokens, at)[0] if number.value != 1 else None
    found = None if last is None else _noun(tokens, number.after, last)
    return found and replace(found, after=number.after)


_ARTICLES = lexicon.DETERMINERS - {"them", "us", "me"}


def _single(tokens: Tokens, number: Number, at: int, end: int) -> Beside | None:
    """Read the noun in the singular after a one that is written as such."""
    if tokens.lows[at] in _MEASURES:
        return _noun(tokens, number.after, at)
    if not (number.in_words or number.literal) or not 0 < end - at <= 3:
        return None
    if tokens.lows[end] in _QUALITIES and tokens.kinds[end + 1] == "w" and tokens.near(end):
        return None  # "1 big old house"
    last = tokens.lows[end - 1]
    runs = is_plural(last) and last not in lexicon.UNMARKED  # "one man runs"
    verb = end - at > 1 and (runs or last.endswith("ed"))
    place = end - 2 if verb else end - 1
    return _noun(tokens, number.after, place) if _may_be_counted(tokens, place) else None


_QUALITIES = frozenset({"old", "long", "high", "deep", "tall", "wide", "very", "well"})
"""Words that end a run but may stand between an adjective and its noun."""

_MEASURES = frozenset({"part", "piece", "slice"})
"""What one of a thing is counted in: "1 part vinegar"."""

_AFTER_HEAD = frozenset({"by", "up", "law", "on", "arms"})
"""Last parts of compounds whose first part is the noun: "passers-by", "runners-up", "fathers-in-law"."""

_AFTER_RUNS = lexicon.words("off in and at to each per against behind ahead short while as or")
"""What follows runs that are scored; other words may follow the verb."""

_NUMBERS = ONES.keys() | TENS.keys() | SCALES.keys() | HUNDRED.keys()

_OFTEN = frozenset({"daily", "weekly", "monthly", "quarterly", "yearly"})
_NOUNS = lexicon.words(
    """family assembly anomaly supply monopoly rally reply ally bully butterfly seed breed building wedding painting
    meeting killing landing sighting ring king string spring wing evening morning offering opening ceiling listing
    hearing recording drawing setting finding holding crossing outing reading warning beginning"""
)
"""Words in -ly, -ed and -ing that are nouns."""

_NO_NOUNS = lexicon.words("million billion trillion thousand hundred per vs am pm st nd rd th and")


def _may_be_counted(tokens: Tokens, index: int) -> bool:
    """Whether a word in the singular may be a counted noun: in lower case, and no participle or adverb."""
    word = tokens.words[index]
    ending = word.endswith(("ed", "ly", "ing")) and len(word) > 4 and word not in _NOUNS
    part = tokens.words[index + 1] == "%" and tokens.glued(index + 1)  # "1 mol%"
    return tokens.kinds[index] == "w" and word.islower() and not (ending or part) and word not in _NO_NOUNS


def _past_measure(tokens: Tokens, number: Number, at: int) -> Beside | None:
    """Read the noun of "two 500-mg tablets" and "four 8mm holes", which the mention itself does not reach."""
    joined = tokens.glued(at + 1) or number.in_words
    measure = number_at(tokens, at) if joined and number.value != 1 and tokens.gap(at) == " " else None
    unit = unit_after(tokens, measure) if measure and not measure.scaled else None
    last = _run(tokens, unit.after)[0] if unit and tokens.near(unit.after) else None
    noun = _noun(tokens, number.after, last) if last is not None else None
    return noun and Beside(unit=noun.unit.partition("/")[0], scale=Decimal(1), after=number.after, counted=True)


def _run(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The last plural of the run of words that begins here, and where the run ends."""
    last, place = None, at
    while place < at + _MAX_RUN and _goes_on(tokens, place, at):
        low = tokens.lows[last] if last is not None else ""
        if low and low not in lexicon.MODIFIERS and not (low in lexicon.KEEPS and is_plural(tokens.lows[place])):
            break
        after = _past_hyphens(tokens, place + 1)
        possessive = tokens.kinds[after] == "s" and tokens.words[after] in "'’"
        if _is_plural(tokens, place, after) and not possessive:
            last = after - 1
        place = after
    return last, place


def _is_plural(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a word is a plural; in a compound its last part tells ("semi-finalists"), or its first ("passers-by")."""
    if after > first + 1 and tokens.lows[after - 1] in _AFTER_HEAD:
        return is_plural(tokens.lows[first])
    last = tokens.lows[after - 1]
    if last == "head":  # "90 head of cattle", but they head for the hills, and head is a modifier too
        return tokens.lows[after] == "of" or tokens.kinds[after] != "w" or is_plural(tokens.lows[after])
    short = after > first + 1 and last in {"ups", "ins", "ons"}  # "start-ups", "break-ins"
    return tokens.kinds[after - 1] == "w" and (short or is_plural(last))


def _first_part(tokens: Tokens, at: int, index: int) -> int:
    """Where the compound begins that ends at this token: "by-elections"; but a "road-works" of two numbers has none."""
    while index - 2 >= at and tokens.words[index - 1] in HYPHENS and tokens.glued(index) and tokens.glued(index - 1):
        index -= 2
    return index


def _goes_on(tokens: Tokens, place: int, at: int) -> bool:
    compound = tokens.words[place + 1] in HYPHENS and tokens.glued(place + 1) and tokens.glued(place + 2)
    scored = tokens.lows[place] == "runs" and (tokens.kinds[place + 1] != "w" or tokens.lows[place + 1] in _AFTER_RUNS)
    stops = tokens.lows[place] in lexicon.STOPS and not compound and not scored
    if tokens.kinds[place] != "w" or not tokens.near(place) or stops:
        return False
    if tokens.lows[place] in _NUMBERS and not compound:
        return False  # "one night three men came"
    new_row = "\n" in tokens.gap(place) and (place > at or tokens.words[place][0].isupper())
    return not new_row or (place > at and tokens.words[place][0].islower())


def _past_hyphens(tokens: Tokens, place: int) -> int:
    """Go past the later parts of a compound: "solar-powered", "small- and medium-sized"."""
    while tokens.words[place] in HYPHENS and tokens.glued(place):
        if tokens.glued(place + 1):
            place += 2 if tokens.kinds[place + 1] == "w" else 1
        elif tokens.lows[place + 1] in {"and", "or"} and tokens.words[place + 3] in HYPHENS and tokens.glued(place + 3):
            place += 3
        else:
            break
    return place


def _noun(tokens: Tokens, at: int, index: int) -> Beside | None:
    first = _first_part(tokens, at, index)
    noun = singular("".join(tokens.lows[first : index + 1]))
    listed = units.UNITS.names.get(tokens.lows[index]) if first == index else None
    if listed is not None:
        return _listed(tokens, listed, at, index)
    beside = Beside(unit=noun, scale=Decimal(1), after=index + 1, counted=True)
    return rated_noun(tokens, beside) if len(noun) > 2 and not of_ratio(tokens, index + 1) else None


def _listed(tokens: Tokens, listed: units.Unit, at: int, index: int) -> Beside | None:
    """Take a unit of the table after a word: "three consecutive years" are years, "passenger kilometres" no km."""
    between = range(at, index)
    plain = all(tokens.lows[place] in lexicon.PLAIN or tokens.kinds[place] == "s" for place in between)
    if not plain or not between or listed.symbol == "×":
        return None
    return rated(tokens, Beside(unit=listed.symbol, scale=listed.scale, after=index + 1))
