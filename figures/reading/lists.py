"""Numbers that stand in one list, or in a ratio: what they share of unit and scale, and what they do not."""

from __future__ import annotations

from itertools import pairwise

from figures import units
from figures.reading.draft import Draft
from figures.reading.lexicon import FUNCTION, OF_THEIRS
from figures.reading.number_words import ONES
from figures.reading.ranges import may_lend, own_scale
from figures.reading.tokens import Tokens

_JOINTS = frozenset(
    {
        ("and",),
        ("or",),
        ("out", "of"),
        ("of",),
        ("and", "/", "or"),
        (",", "and"),
        (",", "or"),
    }
)
"""What stands between two numbers of one list, or of a part and its whole."""


def share_in_lists(tokens: Tokens, found: list[Draft]) -> None:
    """Give "45 and 50 mg" one unit; that the scale of the last is shared is not certain, so the others lose theirs."""
    listing = False
    for last, first in zip(reversed(found), reversed(found[:-1]), strict=False):
        if not _can_share(tokens, first, last):
            listing = False
            continue
        joint = tuple(tokens.lows[first.number_after : min(last.first, first.number_after + 4)])
        listing = (
            joint in _JOINTS
            or (joint in _SIDES and _are_sides(first, last, joint))
            or _of_theirs(tokens, first, last)
            or (listing and joint == (",",))
        )
        if listing and first.number and last.number:
            first.unit, first.counted = last.unit, last.counted
            if last.number.scaled and not first.number.scaled and not own_scale(first, last.number):
                first.value = None


_SIDES = frozenset({("by",), ("x",), ("×",), ("-", "by", "-")})
"""What stands between the sides of a thing: "9-by-13-inch"."""


_UNLIKE = 20
"""A side so many times the other is none, as in "4 × 100 m"."""


def _are_sides(first: Draft, last: Draft, joint: tuple[str, ...]) -> bool:
    """Whether two numbers are the sides of a thing: the unit is a length or pixels, and they are alike in size."""
    found = units.lookup(last.unit) if last.unit else None
    if found is None or found.dimension not in {"length", "pixel"} or not first.value or not last.value:
        return False
    return "by" in joint or 1 < _UNLIKE * first.value / last.value < _UNLIKE * _UNLIKE


def tell_products(tokens: Tokens, found: list[Draft]) -> None:
    """Take the quantities from "4x4" and "2x4 planks", and the first from "6x250 ml"."""
    for first, last in pairwise(found):
        joint = tokens.words[first.number_after : last.number_first]
        glued = tokens.glued(first.number_after) and tokens.glued(last.number_first)
        if joint not in (["x"], ["×"]) or not glued or first.unit is not None or first.kind != "quantity":
            continue
        first.kind, first.after = "other", first.number_after
        if not _measured(last):
            last.kind, last.after = "other", last.number_after


def _of_theirs(tokens: Tokens, first: Draft, last: Draft) -> bool:
    """Whether "of their last" or the like stands between a part and its whole: "four of their last five matches"."""
    words = tokens.lows[first.number_after : last.first]
    return 1 < len(words) <= 4 and words[0] == "of" and all(word in OF_THEIRS for word in words[1:])


_AMONG = frozenset({"and", "or", ",", "/", "maybe", "perhaps", "possibly", "even", "if", "not", "say"})
"""What stands between two amounts of one list: "$5 or $6 million", "three, maybe four million"."""


_AGAINST = frozenset({("vs",), ("vs", "."), ("v",), ("versus",), ("against",)})
"""What stands between two amounts that are held against each other: "4.1 vs. 3.9 million"."""

_STEPS = frozenset({1, 5, 10, 50, 100})
"""By which people count on: "two, three million", "thirty, forty thousand"."""


def _among(first: Draft, last: Draft, joint: tuple[str, ...]) -> bool:
    """Whether these words join a list; a comma alone does between "two, three million"."""
    if joint == (",",):
        low, high = first.number, last.number
        if low is None or high is None or low.value is None or high.value is None:
            return False
        return high.value / high.scale - low.value in _STEPS
    if joint in _AGAINST:
        return True
    return bool(joint) and joint[0] != "not" and all(word in _AMONG for word in joint)


def doubt_lists(tokens: Tokens, found: list[Draft]) -> None:
    """Drop the first value of "$5 or $6 million": whether the scale is its own too is not certain."""
    listing, lender = False, None
    for last, first in zip(reversed(found), reversed(found[:-1]), strict=False):
        joint = tuple(tokens.lows[first.number_after : min(last.first, first.number_after + 4)])
        among = _among(first, last, joint) or (listing and joint == (",",))
        listing = among and _alike(first, last)
        scaled = first.number is not None and first.number.scaled
        lender = (last.number if may_lend(first, last) else lender) if listing and not scaled else None
        if lender and first.before and last.unit is None:
            last.unit = first.unit
        if lender and not own_scale(first, lender):
            first.value = None


_OUT_OF = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})
"""What shares are told out of: "one in ten", "7 out of 10"."""


def tell_ratios(tokens: Tokens, found: list[Draft]) -> None:
    """Take the noun from "one in ten children" and "one child in ten": neither number counts what is there."""
    for first, last in pairwise(found):
        joint = tuple(tokens.lows[first.after : min(last.first, first.after + 4)])
        if joint in _RATIOS and "every" in joint and first.counted:
            first.unit, first.counted, first.after = None, False, first.number_after
        if joint not in _RATIOS or last.number is None or first.value is None or last.value is None:
            continue
        usual = last.value in _OUT_OF or first.value == 1
        nouns = bool(first.unit) + bool(last.unit) <= 1 or first.value == 1
        if not (usual and nouns and first.value < last.value) or any(_measured(draft) for draft in (first, last)):
            continue
        for draft in (first, last):
            draft.unit, draft.counted, draft.after = None, False, draft.number_after


def _measured(draft: Draft) -> bool:
    return draft.unit is not None and not draft.counted


_RATIOS = frozenset(
    tuple(words.split()) for words in ("in", "in every", "in each", "out of", "out of every", "of every", "- in -")
)
"""What stands between the numbers of a ratio."""


def _after_in(tokens: Tokens, draft: Draft) -> bool:
    """Whether the number is the second of a ratio, "one in three of the firms"."""
    number = tokens.kinds[draft.first - 2] == "n" or tokens.lows[draft.first - 2] in ONES
    return tokens.lows[draft.first - 1] == "in" and number and draft.value in _OUT_OF


def _after_name(tokens: Tokens, draft: Draft) -> bool:
    """Whether a name inside a sentence stands before the number, whose own unit it may be: "Mach 0.85"."""
    word, before = tokens.words[draft.first - 1], tokens.kinds[draft.first - 2]
    return draft.first > 1 and before == "w" and word != word.lower() and word.lower() not in FUNCTION


def _alike(first: Draft, last: Draft) -> bool:
    """Whether two amounts may stand in one list: the first of money, or without a unit of its own."""
    quantities = first.kind == last.kind == "quantity" and first.role == "single"
    return quantities and (first.unit is None or (first.before and last.unit in {None, first.unit}))


def _can_share(tokens: Tokens, first: Draft, last: Draft) -> bool:
    if first.unit is not None or last.unit is None or last.before or first.kind != "quantity":
        return False
    share = (first.number is not None and first.number.part) or _after_in(tokens, first) or _after_name(tokens, first)
    return not share and first.role == last.role == "single" and not _of_its_own(tokens, first, last)


_MOST_PERCENT = 1000


def _of_its_own(tokens: Tokens, first: Draft, last: Draft) -> bool:
    """Whether the first number is told by itself: "1.87 lakh, or 79.8%", "18,000 and 99.2 %", "5 million and 3 t"."""
    if first.number is None or last.number is None or first.value is None:
        return False
    at = first.number_after
    pair = tokens.words[at] == "," != tokens.words[first.first - 1] and tokens.lows[at + 1] in {"and", "or"}
    apart = last.unit == "%" and (first.value > _MOST_PERCENT or pair)
    return apart or (first.number.scaled and not last.number.scaled)
