"""The words before and after a number that bound it: "more than", "up to", "about", "or more"."""

from __future__ import annotations

from figures import units
from figures.model import Bound
from figures.reading.lexicon import LASTING, OVERSEERS, SPREADING, STOPS, words
from figures.reading.number_words import HUNDRED, ONES, PARTS, SCALES, TENS
from figures.reading.tokens import HYPHENS, Tokens

_PHRASES: dict[Bound, str] = {
    ">": """over|above|exceeded|exceeding|exceeds|exceed|in excess of|upwards of|upward of|north of|topped|topping|tops
        |to top|will top|would top|could top|may top|might top|should top|surpassed|surpassing|surpasses|surpass
        |well over|well above|just over|just above|at more than|over the age of
        |above the age of|>""",
    ">=": """at least|no less than|not less than|a minimum of|minimum of|at a minimum of|no fewer than|not fewer than
        |not below|not under|at the very least|starting at|greater than or equal to|≥|> =""",
    "<": """under|below|just under|just below|short of|well under|well below|not quite|south of|under the age of
        |below the age of|<""",
    "<=": """up to|up to about|up to some|at most|no more than|not more than|a maximum of|maximum of|as much as
        |as many as|not exceeding|not exceed|not exceeded|not over|not above|not to exceed|no greater than
        |no higher than|no larger than|a ceiling of|capped at|limited to|less than or equal to|≤|< =""",
    "~": """about|around|approximately|almost|nearly|nearly some|some|of some|roughly|close to|circa|c .|ca .|ca
        |approx .|approx|an estimated|estimated|estimated at|an approximate|in the region of|in the order of
        |on the order of|in the neighborhood of|somewhere around|just about|nearer|nearer to|closer to|nearing
        |approaching|more or less|~|≈|∼""",
}
_COMPARATIVES: dict[Bound, str] = {
    ">": "more greater larger bigger higher longer older heavier wider deeper thicker taller faster warmer hotter "
    "broader stronger farther further",
    "<": "less fewer lower smaller shorter younger narrower thinner shallower cooler colder slower lighter",
}
"""Before "than", they make a bound."""

_BEFORE: dict[str, list[tuple[list[str], Bound]]] = {}
for _bound, _text in _PHRASES.items():
    for _phrase in [*_text.split("|"), *(f"{word} than" for word in _COMPARATIVES.get(_bound, "").split())]:
        _parts = _phrase.split()
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

_HOLDS = frozenset(
    {"not", "never", "cannot", "no", "nowhere", "neither", "nor", "nobody", "none", "nothing", "without", "unlikely",
     "rarely", "seldom", "hardly", "scarcely"}
)  # fmt: skip
_TURNED: dict[Bound, Bound] = {">": "<=", ">=": "<", "<": ">="}
_BETWEEN = words(
    """be been being to have has had do does did event case cost costs take takes taken last lasts fall fallen drop
    dropped decline go gone sink dip rise risen climb get grow weigh measure contain hold carry pay charge
    exceed run stay remain spend use earn number total amount reach fell rose dropped went go goes got came
    expected allowed likely permitted forecast priced valued worth at by for the a in any even ever it him her
    them you us me"""
)
"""Words between "not" and "more than" over which it reaches; over others it may or may not."""

_BREAKS = words(
    """and but or that which who because since when while if as after until till although though so only just
    merely simply all every everyone counting including"""
)
"""Words past which a denial does not reach, or that take its force."""

_FAR = 10
"""Words before a bound in which a denial is looked for."""


def _denial(tokens: Tokens, start: int) -> str:
    """Whether a word before a bound denies it: "turned", "doubtful", or not at all (an empty text)."""
    sure, parted = tokens.lows[start] not in {"just", "well", "up", "as"}, False
    if _forbidden(tokens, start):
        return "turned"
    place = start
    while (place := _past_aside(tokens, place - 1)) >= max(0, start - _FAR):
        low = tokens.lows[place]
        past = parted and (tokens.words[place + 1] != "," or low == "no")  # "did not, in May, exceed", but "No, …"
        if (low in _HOLDS or _shortened(tokens, place)) and not past:
            needless = tokens.lows[place - 1] == "need" or tokens.lows[place - 2] == "needn"
            return "turned" if sure and low not in _ABSENT and not needless else "doubtful"
        if low in _BREAKS or low in _ENDS:
            break
        parted = parted or low == ","
        need = low in {"to", "be"} and tokens.lows[place - 1] in {"have", "has", "had", "need"}
        sure = sure and low in _BETWEEN and not need
    return ""


def _forbidden(tokens: Tokens, start: int) -> bool:
    """Whether a law forbids it: "No person shall be held for more than 48 hours"."""
    place = start
    while (place := _past_aside(tokens, place - 1)) >= max(0, start - _FAR):
        if tokens.lows[place] in {"shall", "may", "must"}:
            noun = _past_aside(tokens, place - 1)
            opener = noun - 1 if tokens.lows[noun - 1] == "no" else noun - 2
            return tokens.lows[opener] == "no" and tokens.lows[opener + 1] not in {"doubt", "matter", "wonder", ","}
        if tokens.lows[place] in _BREAKS or tokens.kinds[place] != "w":
            break
    return False


def _past_aside(tokens: Tokens, place: int) -> int:
    """Go back past what two commas set apart: "may, in May, sell", "never has been, or will be, more"."""
    if tokens.words[place] != "," or place < 1:
        return place
    opens = (at for at in range(place - 2, max(0, place - _ASIDE), -1) if tokens.words[at] == ",")
    at = next(opens, place)
    return at - 1 if tokens.lows[at + 1] in _OPEN_ASIDE else place


_ASIDE = 7
"""Words between the commas of an aside, one more."""

_OPEN_ASIDE = words(
    "or and nor if in at on as by for with under during after before since however even when whatever though unless"
)

_ENDS = frozenset('.;:!?()“”"')


def _shortened(tokens: Tokens, place: int) -> bool:
    """Whether the t of "don't" stands here."""
    quoted = tokens.lows[place] == "t" and tokens.words[place - 1] in {"'", "’"}
    return quoted and tokens.lows[place - 2].endswith("n")


_ABSENT = words("neither nor nobody none nothing without unlikely rarely seldom hardly scarcely")


_SURE = frozenset(("turned", bound) for bound in _TURNED)


def doubtful(tokens: Tokens, first: int) -> bool:
    """Whether a denial in the clause may turn the bound before this token, so that it is not read."""
    bound, start = _phrase_at(tokens, first)
    if bound == "<=" and tokens.lows[start] == "not" and tokens.lows[start - 1] in {"need", "needs"}:
        return True  # "need not exceed"
    return bound in {*_TURNED, "<="} and bool(denial := _denial(tokens, start)) and (denial, bound) not in _SURE


def phrase_before(tokens: Tokens, index: int) -> tuple[Bound, int]:
    """Read the bound that ends just before this token, and where its words begin; "not" turns it about."""
    bound, start = _phrase_at(tokens, index)
    if bound not in _TURNED or _denial(tokens, start) != "turned":
        return bound, start
    adjacent = tokens.lows[start - 1] in {"not", "never", "no"}
    return _TURNED[bound], start - adjacent


def _phrase_at(tokens: Tokens, index: int) -> tuple[Bound, int]:
    for parts, bound in _BEFORE.get(tokens.lows[index - 1], ()):
        first = index - len(parts)
        if first >= 0 and tokens.lows[first:index] == parts:
            no_bound = _moves(tokens, first) if parts == ["up", "to"] else _multiplies(tokens, first, parts)
            return ("=", index) if no_bound else (bound, first)
    return "=", index


def _multiplies(tokens: Tokens, at: int, parts: list[str]) -> bool:
    """Whether "as many as" compares: "three times as many as ten years ago"."""
    return parts[0] == "as" == parts[-1] and tokens.lows[at - 1] in {"times", "twice", "thrice", "half"}


def _moves(tokens: Tokens, at: int) -> bool:
    """Whether the "up" before "to" belongs to the verb: "went up to 5 %"; "it adds up to 90 t" may be both."""
    low, earlier = tokens.lows[at - 1], tokens.lows[at - 2]
    if tokens.words[at - 1] in HYPHENS and tokens.glued(at):
        return True  # "a follow-up to"
    return low in _MOVED or (low in {"go", "move"} and earlier in {"to", "will", "would", "could", "may", "might"})


_MOVED = words(
    """went gone going rose rise rises rising risen climb climbs climbed climbing crept edged inched jumped shot moved
    came"""
)


def bound_at(tokens: Tokens, first: int, after: int, *, unit: str | None = None) -> Bound:
    """Read the bound of a mention between its tokens ``first`` and ``after``, whose unit may make it none."""
    first -= tokens.words[first - 1] == "±"
    bound, start = phrase_before(tokens, first)
    if bound in _COMPARED and start < first and _only_looks_so(tokens, start, first, after, unit):
        bound = "="
    marked = bound == "=" and tokens.lows[first - 1] == "the" and tokens.lows[after] in _MARKS
    if marked and tokens.lows[first - 2] in _SIDES:  # "below the 5,000 mark"
        bound = phrase_before(tokens, first - 1)[0]
    return _after(tokens, after) if bound == "=" else bound


_COMPARED = frozenset("<>")
_MARKS = frozenset({"mark", "level", "threshold", "barrier", "line"})
_SIDES = frozenset({"over", "above", "under", "below"})


def _only_looks_so(tokens: Tokens, start: int, first: int, after: int, unit: str | None) -> bool:
    """Whether "over" or the like is no bound.

    "Over three years" beside another verb is a stretch of time, so a unit of time needs a verb of lasting before it;
    what is spread or carried over a length or an area has no bound either, nor what is done under six kings;
    and what an amount is compared with ("6 % more than 9 t", "900 m over 7 km") has none of its own.
    """
    low, before = tokens.lows[first - 1], tokens.lows[start - 1]
    if low == "over" and unit in _DURATIONS:
        return before not in LASTING and tokens.lows[first - 2] not in _SLIGHTLY
    if low == "over" and (before in _HANDED or _spread(tokens, start, unit)):
        return True
    if low == "under" and (unit in OVERSEERS or (unit in _PRESSURES and "of" in tokens.lows[after : after + 2])):
        return True  # "under 20 bar of hydrogen"
    return _ends_amount(tokens, start, unit)


_DURATIONS = frozenset({"year", "month", "day", "week", "decade", "h", "min", "s", "quarter", "century"})
_PRESSURES = frozenset({"bar", "mbar", "Pa", "kPa", "MPa", "GPa", "atm", "psi", "Torr"})
_HANDED = words(
    """hand hands handed handing turn turns turned turning fear fears row rows concern concerns dispute disputes worry
    worries anger outcry protest protests debate clash clashes battle"""
)
"""Verbs and nouns that "over" belongs to."""

_SLIGHTLY = words("just well slightly little")
"""Before "over two hours", they make "over" a bound."""


def _spread(tokens: Tokens, start: int, unit: str | None) -> bool:
    """Whether something lies or goes over a length or an area: "spread over 800 ha", "trucked to us over 38 km"."""
    found = units.lookup(unit) if unit and tokens.lows[start - 1] not in STOPS - _CARRIED else None
    if found is None or found.dimension not in {"length", "area"}:
        return False
    for place in range(start - 1, max(-1, start - 1 - _NEAR), -1):
        if tokens.lows[place] in SPREADING:
            return True
        if tokens.kinds[place] == "s":
            break
    return False


_CARRIED = words("us them him me you it here there out down away along across apart together")
"""What may stand between the verb and its "over"."""

_NEAR = 5
"""Words before "over" in which its verb stands."""


def _ends_amount(tokens: Tokens, at: int, own: str | None) -> bool:
    """Whether a number ends before this token, or one with a unit, or "a third"; a year does not."""
    word = tokens.words[at - 1]
    if tokens.kinds[at - 1] == "n":
        return tokens.lows[at] in {"more", "fewer", "less"} and not (word.isdecimal() and len(word) == 4)
    unit = word in units.UNITS.signs or word.lower() in units.UNITS.names
    if tokens.lows[at] in {"under", "below", "above"}:  # "at 77 K under 10−6 mbar"
        found = units.UNITS.find(word) if unit else None
        unit = word.lower() in _SHARES or (found is not None and found.symbol == own)
        if tokens.lows[at - 1] in PARTS and tokens.lows[at - 2] in {"a", "by", "one", "two", "three"}:
            return True
    last = at - 2 - (tokens.lows[at - 2] in {"per", "percentage"})
    return unit and (tokens.kinds[last] == "n" or tokens.lows[last] in _NUMBER_WORDS)


_SHARES = words("% percent cent times points")
_NUMBER_WORDS = frozenset({*ONES, *TENS, *SCALES, *HUNDRED})


def _after(tokens: Tokens, after: int) -> Bound:
    hyphened = tokens.lows[after + 1] if tokens.words[after] in HYPHENS and tokens.glued(after) else ""
    if hyphened in {"plus", "odd"}:
        return ">=" if hyphened == "plus" else "~"
    if tokens.words[after] == "+" and tokens.glued(after) and tokens.kinds[after + 1] != "n":
        return ">="
    another = tokens.kinds[after + 2] == "n" or tokens.lows[after + 2] in _NUMBER_WORDS  # "under 18 or over 70"
    return "=" if another else _AFTER.get((tokens.lows[after], tokens.lows[after + 1]), "=")
