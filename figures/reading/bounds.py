"""The words before and after a number that bound it: "more than", "up to", "about", "or more"."""

from __future__ import annotations

from figures.model import Bound
from figures.reading.lexicon import LASTING
from figures.reading.tokens import Tokens

_PHRASES: dict[Bound, str] = {
    ">": """more than|over|above|exceeded|exceeding|exceeds|exceed|in excess of|greater than|larger than|bigger than
        |higher than|longer than|older than|heavier than|upwards of|upward of|north of|topped|topping|tops|surpassed
        |surpassing|surpasses|surpass|well over|well above|just over|just above|at more than|>""",
    ">=": """at least|no less than|not less than|a minimum of|minimum of|at a minimum of|no fewer than|not fewer than
        |not below|not under|at the very least|starting at|greater than or equal to|≥|> =""",
    "<": """less than|under|below|fewer than|lower than|smaller than|shorter than|younger than|just under|just below
        |short of|well under|well below|not quite|south of|<""",
    "<=": """up to|up to about|up to some|at most|no more than|not more than|a maximum of|maximum of|as much as
        |as many as|not exceeding|not exceed|not exceeded|not over|not above|not to exceed|no greater than
        |no higher than|no larger than|a ceiling of|capped at|limited to|less than or equal to|≤|< =""",
    "~": """about|around|approximately|almost|nearly|nearly some|some|of some|roughly|close to|circa|c .|ca .|ca
        |approx .|approx|an estimated|estimated|estimated at|an approximate|in the region of|in the order of
        |on the order of|in the neighborhood of|somewhere around|just about|nearing|approaching|more or less|~|≈|∼""",
}

_BEFORE: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
for _bound, _text in _PHRASES.items():
    for _phrase in _text.split("|"):
        _parts = tuple(_phrase.split())
        _BEFORE.setdefault(_parts[-1], []).append((_parts, _bound))
for _rows in _BEFORE.values():
    _rows.sort(key=lambda row: -len(row[0]))

_AFTER_PHRASES: dict[Bound, str] = {
    ">=": "or more|and more|or above|and above|or over|and over|or older|and older|or higher|or greater|or longer"
    "|at least|and up",
    "<=": "or less|or fewer|or below|and under|or lower|or under|and below|at most",
    "~": "or so|or thereabouts",
}
_AFTER = {tuple(phrase.split()): bound for bound, text in _AFTER_PHRASES.items() for phrase in text.split("|")}

_HOLDS = frozenset({"not", "n't", "never"})


def phrase_before(tokens: Tokens, index: int) -> tuple[Bound, int]:
    """Read the bound that ends just before this token, and where its words begin."""
    for parts, bound in _BEFORE.get(tokens.lows[index - 1], ()):
        first = index - len(parts)
        if first >= 0 and all(tokens.lows[first + place] == part for place, part in enumerate(parts)):
            if bound == ">" and tokens.lows[first - 1] in _HOLDS | {"no"}:
                return "<=", first - 1
            if bound == "<" and tokens.lows[first - 1] in _HOLDS | {"no"}:
                return ">=", first - 1
            return bound, first
    return "=", index


def bound_at(tokens: Tokens, first: int, after: int, *, time: bool = False) -> Bound:
    """Read the bound of a mention between its tokens ``first`` and ``after``.

    "Over three years" beside another verb is a stretch of time, no bound, so a unit of time needs
    a verb of lasting before it.
    """
    bound, start = phrase_before(tokens, first)
    if bound == ">" and tokens.lows[first - 1] == "over" and time and tokens.lows[start - 1] not in LASTING:
        bound = "="
    if bound == "=":
        bound = _after(tokens, after)
    return bound


def _after(tokens: Tokens, after: int) -> Bound:
    if tokens.words[after] == "+" and tokens.glued(after) and tokens.kinds[after + 1] != "n":
        return ">="
    return _AFTER.get((tokens.lows[after], tokens.lows[after + 1]), "=")
