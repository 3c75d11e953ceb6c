"""The noun that a number counts: the last plural of the run of words after it, within its clause."""

from __future__ import annotations

from decimal import Decimal

from figures import units
from figures.reading import lexicon
from figures.reading.beside import unit_after
from figures.reading.lexicon import is_plural
from figures.reading.number import Number
from figures.reading.number_words import ONES
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
    if tokens.kinds[at] != "w":
        return None
    last, end = _run(tokens, at)
    if tokens.lows[at] in _MEASURES and number.value == 1:
        return _noun(tokens, number.after, at)
    if last is not None and number.value != 1:
        return _noun(tokens, number.after, last)
    single = number.value == 1 and (number.in_words or number.literal) and 0 < end - at <= 3
    return _noun(tokens, number.after, end - 1) if single and _may_be_counted(tokens, end - 1) else None


_MEASURES = frozenset({"part", "piece", "slice"})
"""What one of a thing is counted in: "1 part vinegar"."""

_OFTEN = frozenset({"daily", "weekly", "monthly", "quarterly", "yearly"})
_NO_NOUNS = lexicon.words("million billion trillion thousand hundred per vs am pm st nd rd th and")


def _may_be_counted(tokens: Tokens, index: int) -> bool:
    """Whether a word in the singular may be a counted noun: in lower case, and no participle or adverb."""
    word = tokens.words[index]
    ending = word.endswith(("ed", "ly", "ing")) and len(word) > 5
    return tokens.kinds[index] == "w" and word.islower() and not ending and word not in _NO_NOUNS


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
        possessive = tokens.kinds[place + 1] == "s" and tokens.words[place + 1] in "'’"
        if last is not None and tokens.lows[last] not in lexicon.MODIFIERS:
            break
        if is_plural(tokens.lows[place]) and not possessive:
            last = place
        place = _past_hyphens(tokens, place + 1)
    return last, place


def _goes_on(tokens: Tokens, place: int, at: int) -> bool:
    if tokens.kinds[place] != "w" or not tokens.near(place) or tokens.lows[place] in lexicon.STOPS:
        return False
    new_row = "\n" in tokens.gap(place) and (place > at or tokens.words[place][0].isupper())
    return not new_row or (place > at and tokens.words[place][0].islower())


def _past_hyphens(tokens: Tokens, place: int) -> int:
    """Go past the later parts of a compound: "solar-powered"."""
    while tokens.words[place] in HYPHENS and tokens.glued(place) and tokens.glued(place + 1):
        place += 2 if tokens.kinds[place + 1] == "w" else 1
    return place


def _noun(tokens: Tokens, at: int, index: int) -> Beside | None:
    noun = units.singular(tokens.lows[index])
    listed = units.UNITS.names.get(tokens.lows[index])
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
