"""What stands beside a number: its currency before it, its unit, rate or counted noun after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from figures import units
from figures.reading.number import Number
from figures.reading.numerals import SCALE_WORDS
from figures.reading.tokens import DASHES, HYPHENS, Tokens

_LONGEST = 6
"""Tokens in the longest written form of a unit ("tonnes of carbon dioxide equivalent")."""

_PER = frozenset({"per", "a", "an", "each", "every"})
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
            "hourly": "h", "quarterly": "quarter"}  # fmt: skip
_PERIODS = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds quarter annum yr night "
    "decade".split()
)
_PER_THING = _PERIODS | frozenset(
    "share barrel bbl tonne ton litre liter gallon pound kilo kilogram kg kilometre kilometer km mile unit head person "
    "piece bushel ounce acre hectare household capita employee worker student visitor passenger ticket hour watt "
    "kilowatt megawatt megawatt-hour kwh mwh mmbtu kilowatt-hour vehicle car user customer pack bottle pop".split()
)

_NEVER = frozenset({"a", "y", "has", "as", "pa", "p.a.", "d", "time", "mo", "mark", "t.", "at", "us", "no",
                    "ac", "deg", "all", "try", "top", "per", "x.", "be", "to", "or", "b", "pps", "le", "bp.",
                    "min.", "'", "re", "re.", "sh", "sh."})  # fmt: skip
"""Signs that are English words (or nearly so): a unit only glued to digits or below a stroke, or never."""

_ADJECTIVES = frozenset({"thick", "long", "wide", "high", "tall", "deep", "across", "diameter", "apart", "by", "of"})

_STOPS = frozenset(
    """a an the and or but nor so yet if that this these those which who whom whose what when where while because
    although though unless than as at by for from in into of off on onto out over under up upon with within without
    to toward towards through throughout during before after since until till about above across against along among
    around behind below beneath beside besides between beyond down inside near outside past per via amid despite except
    including excluding regarding concerning compared versus vs worth he she it they we you i him her them us me his
    hers its their our your my mine ours yours theirs is are was were be been being am has have had having do does did
    done will would shall should can could may might must not also only just even still already ever never always often
    now then there here how why both either neither each every all any some more most less least fewer much many
    last next ago later earlier annually yearly monthly weekly daily alone together respectively away apart long wide
    tall high deep old said says say according due such well too very again back however therefore thus
    came come comes went go goes made make makes took take takes got get gets gave give gives became become becomes
    left fell fall falls rose rise rises grew grow grows lost won saw see sees held hold holds kept keep keeps began
    begin begins ran run runs met meet cut put set hit let led paid pay pays sold sell sells bought buy told felt
    found sent spent built stood sat brought thought caught taught meant showed shown show shows known
    remain remains remained seem seems include includes included need needs want wants use uses used live work play
    die died dies travel applied gathered attended took participated agreed signed joined voted reported instead once
    yesterday today tomorrow tonight whether plus minus times
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december""".split()
)
_NOT_PLURAL = frozenset({"this", "his", "its", "was", "has", "is", "as", "us", "plus", "perhaps", "always", "besides",
                         "thus", "yes", "does", "gas", "bus", "versus", "previous", "various", "whereas", "towards",
                         "afterwards", "nowadays", "overseas", "less", "vis", "times"})  # fmt: skip
_UNMARKED = frozenset({"people", "children", "men", "women", "staff", "personnel", "crew", "aircraft", "spacecraft",
                       "livestock", "cattle", "sheep", "fish", "species", "series", "police", "troops", "oxen",
                       "mice", "geese", "teeth", "feet", "criteria", "headquarters", "offspring", "bacteria"})  # fmt: skip
_MAX_RUN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A unit beside a number: its symbol, the scale in it ("Mt"), and the token after it."""

    unit: str
    scale: Decimal
    after: int
    counted: bool = False
    unsure: bool = False
    nouns: frozenset[str] = frozenset()


def _starts() -> frozenset[str]:
    """First tokens of all written forms, so that most words are turned away at once."""
    firsts = set()
    for form in (*units.UNITS.signs, *units.UNITS.names, *units.RATES):
        tokens = Tokens(form, 0, len(form))
        firsts.add(tokens.low(0))
    return frozenset(firsts)


_STARTS = _starts()
_MONEY = frozenset(sign for sign, unit in units.UNITS.signs.items() if unit.dimension.startswith("money ") and unit.scale == 1)
_MONEY_STARTS = frozenset(Tokens(sign, 0, len(sign)).word(0) for sign in _MONEY) | {
    "US", "U", "Rupees", "Dollars", "Euros", "Pounds", "Tenge", "Yen", "Roubles", "Rubles",
}  # fmt: skip
_NOT_BEFORE = frozenset({"ALL", "TRY", "TOP", "MOP", "CUP", "LE", "c", "p", "¢", "cent", "kr.", "Re", "pound", "penny",
                         "dime", "franc", "peso", "krona", "krone", "mark", "pence", "Euro", "INR."})  # fmt: skip


def money_before(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency sign or code that stands before its number: the unit and the token after."""
    if tokens.word(index) in _MONEY_NAMES:
        return _named_money(tokens, index)
    if tokens.word(index) not in _MONEY_STARTS and tokens.word(index) != "c":
        return None
    for length in range(min(5, tokens.count - index), 0, -1):
        form = tokens.text[tokens.starts[index] : tokens.ends[index + length - 1]]
        if form[0] not in "aA":
            form = form.replace(" ", "")
        if form in _MONEY and form not in _NOT_BEFORE:
            return units.UNITS.signs[form].symbol, index + length
    return None


_MONEY_NAMES = frozenset({"Rupees", "Dollars", "Euros", "Pounds", "Euro", "Tenge", "Yen", "Roubles", "Rubles"})


def _named_money(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read a currency's name before its number, as contracts write it: "Rupees five crore"."""
    word = tokens.low(index)
    found = units.UNITS.names.get(f"{tokens.low(index - 1)} {word}") or units.UNITS.names.get(word)
    return (found.symbol, index + 1) if found else None


def unit_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the unit of the table that follows a number, with its rate."""
    at = number.after
    if tokens.word(at) in {"[", "<", "{"} and tokens.word(at + 2) in {"]", ">", "}"} and tokens.kind(at + 1) == "w":
        found = units.UNITS.find(tokens.word(at + 1))
        return found and Beside(unit=found.symbol, scale=found.scale, after=at + 3)
    hyphen = tokens.word(at) in HYPHENS and tokens.kind(at + 1) == "w" and (tokens.glued(at) or tokens.glued(at + 1))
    if hyphen and not tokens.near(at + 1):
        return None
    start = at + 1 if hyphen else at
    if not tokens.near(start) or (tokens.low(start) not in _STARTS):
        return None
    for length in range(_LONGEST, 0, -1):
        found_beside = _form(tokens, number, start, length, hyphen=hyphen)
        if found_beside:
            return rated(tokens, found_beside)
    return None


def _form(tokens: Tokens, number: Number, start: int, length: int, *, hyphen: bool) -> Beside | None:
    end = start + length
    if end > tokens.count:
        return None
    form = tokens.between(start, end)
    if len(form) > 45 or "\n\n" in form or (tokens.glued(end) and tokens.kind(end) in {"w", "n", "d"}):
        return None
    if form in units.RATES and _free(tokens, number, start, end, form):
        found = units.lookup(form)
    elif form in units.UNITS.signs and not _free(tokens, number, start, end, form):
        found = units.UNITS.names.get(form.lower())
    else:
        found = units.UNITS.find(form)
    if found is None or (form.lower() in _NEVER and form not in units.UNITS.signs):
        return None
    if tokens.word(end) in HYPHENS and tokens.glued(end) and tokens.kind(end + 1) == "w" and not hyphen:
        if tokens.low(end + 1) not in _AFTER_HYPHEN and tokens.glued(end + 1) and tokens.kind(end - 1) == "w":
            return None
    if _multiplied(tokens, found, end) or (form == "won" and not number.scaled and (number.value or 0) < 1000):
        return None
    if tokens.kind(end) == "p" and tokens.glued(end):
        return None
    if tokens.word(end) in HYPHENS | {"−"} and tokens.kind(end + 1) == "n" and tokens.glued(end) and tokens.glued(end + 1):
        if tokens.word(end + 1) in {"1", "2", "3"}:
            return Beside(unit="1/s", scale=Decimal(1), after=end + 2) if form == "s" else None
    if tokens.low(end) == "old" and form.lower() in {"year", "years"}:
        end += 1
    elif hyphen and tokens.word(end) in HYPHENS and tokens.low(end + 1) == "old":
        end += 2
    if form in _UNSURE and not number.scaled:
        return Beside(unit=found.symbol, scale=Decimal(1), after=end, unsure=True)
    return _beside(found, end)


_UNSURE = frozenset({"MT", "mt"})
"""Metric tons to some and million tonnes to others: read only after a scale word ("2 million MT")."""


_AFTER_HYPHEN = frozenset({"a", "an", "per", "long", "wide", "high", "deep", "thick", "tall", "old", "plus", "strong"})


def _multiplied(tokens: Tokens, found: units.Unit, end: int) -> bool:
    """Whether another unit follows at once: "tonne kilometres" are no tonnes."""
    if found.dimension not in {"mass", "length", "power", "time"} or not tokens.near(end) or "\n" in tokens.gap(end):
        return False
    following = units.UNITS.names.get(tokens.low(end))
    return following is not None and following.dimension in {"length", "time"}


def _beside(found: units.Unit, after: int) -> Beside:
    return Beside(unit=found.symbol, scale=found.scale, after=after)


def _free(tokens: Tokens, number: Number, start: int, end: int, form: str) -> bool:
    """Whether a sign may be a unit here: words in disguise need to be glued, and number words take no signs."""
    glued = tokens.glued(start) and start == number.after
    if form == "in":
        return _inches(tokens, start, number)
    if form == '"':
        return (glued or tokens.gap(start) == " ") and _closes_no_quote(tokens, start)
    if form in {"ft", "cu ft", "%", "°"} or len(form) > 2 and form.lower() not in _NEVER:
        return form not in {"ALL", "TRY", "TOP", "CUP", "won"} or form.isupper()
    if form.lower() in _NEVER and form != "B":
        return False
    if number.in_words and form.isalpha():
        return form.isupper() and len(form) > 1
    if form in {"am", "pm"}:
        return "." in number.literal and len(number.literal.partition(".")[2]) != 2
    if form == "x":
        return glued and tokens.kind(end) != "n"
    return glued or form not in {"c", "p", "b", "B", "M", "T"}


def _inches(tokens: Tokens, start: int, number: Number) -> bool:
    following = tokens.low(start + 1)
    if number.in_words or (number.literal.isdigit() and len(number.literal) == 4):
        return False
    return following in _ADJECTIVES or not following or following in {".", ",", ")", ";", "×", "x"}


def _closes_no_quote(tokens: Tokens, index: int) -> bool:
    """Whether the paragraph holds no other straight quotation mark near by that this one could close."""
    return '"' not in tokens.words[max(0, index - 30) : index]


def rated(tokens: Tokens, beside: Beside) -> Beside:
    """Add the rate that follows a unit: "/year", "a year", "per annum", "-a-share", "annually"."""
    at = beside.after
    if tokens.word(at) == "/" and tokens.kind(at + 1) in {"w", "n"}:
        return _stroke(tokens, beside)
    hyphened = tokens.word(at) in HYPHENS and tokens.low(at + 1) in {"a", "per", "an"} and tokens.word(at + 2) in HYPHENS
    if hyphened and tokens.low(at + 3) in _PER_THING:
        return _over(beside, tokens.low(at + 3), at + 4)
    return _spoken_rate(tokens, beside)


def _spoken_rate(tokens: Tokens, beside: Beside) -> Beside:
    at = beside.after
    spread = _past_of(tokens, at)
    for place in (at, spread):
        low = tokens.low(place)
        if low in _ADVERBS and tokens.near(place) and (place == at or tokens.low(place + 1) not in _STOPS):
            return _over(beside, _ADVERBS[low], place + 1)
        if low == "p" and tokens.word(place + 1) == "." and tokens.low(place + 2) == "a":
            return _over(beside, "year", place + 3 + (tokens.word(place + 3) == "."))
        if low in {"pa"} and place == at:
            return _over(beside, "year", place + 1)
        if low in _PER and tokens.near(place):
            thing = _thing(tokens, place)
            if thing:
                return _again(tokens, _over(beside, *thing))
    return beside


def _past_of(tokens: Tokens, at: int) -> int:
    """The place of a rate after "of crude oil" in "barrels of crude oil a day"."""
    if tokens.low(at) != "of":
        return at
    for place in range(at + 2, at + 4):
        if tokens.low(place) in _PER and tokens.low(place + 1) in _PERIODS or tokens.low(place) in _ADVERBS:
            return place
        if tokens.kind(place) != "w" or tokens.low(place) in _STOPS:
            break
    return at


def _thing(tokens: Tokens, place: int) -> tuple[str, int] | None:
    low, thing = tokens.low(place), tokens.low(place + 1)
    if not tokens.near(place + 1) or tokens.kind(place + 1) != "w":
        return None
    if low == "per":
        square = units.UNITS.find(tokens.between(place + 1, place + 3)) if tokens.count > place + 2 else None
        if square:
            return square.symbol, place + 3
        listed = units.UNITS.find(tokens.word(place + 1))
        if thing in SCALE_WORDS:
            return None
        return (tokens.word(place + 1) if listed else thing, place + 2) if len(thing) > 2 or listed else None
    limit = _PERIODS if low in {"each", "every"} else _PER_THING
    if tokens.low(place + 2) in _SINCE:
        return None
    return (thing, place + 2) if thing in limit else None


_SINCE = frozenset({"earlier", "ago", "before", "later", "prior", "previously", "after", "since", "from", "old",
                    "ahead", "hence", "on", "into"})  # fmt: skip
"""After "a year", they make it a point in time and no rate."""


def _stroke(tokens: Tokens, beside: Beside) -> Beside:
    at = beside.after + 1
    for length in (3, 2, 1):
        form = tokens.between(at, at + length) if at + length <= tokens.count else ""
        found = units.UNITS.find(form)
        if found:
            return _again(tokens, _over(beside, form, at + length))
    if tokens.kind(at) == "w" and len(tokens.word(at)) > 2:
        return _over(beside, tokens.low(at), at + 1)
    return beside


def _again(tokens: Tokens, beside: Beside) -> Beside:
    """Take one more rate: "J/m² per year"."""
    thing = _thing(tokens, beside.after) if tokens.low(beside.after) in _PER and beside.unit.count("/") < 2 else None
    return _over(beside, *thing) if thing and tokens.near(beside.after) else beside


def _over(beside: Beside, below: str, after: int) -> Beside:
    found = units.UNITS.find(below)
    if found is None:
        name = units.singular(below)
    else:
        name = units.below_stroke(beside.unit, found.symbol) if found.scale == 1 else below
    if name in {"pp", "×"}:
        return beside
    return replace(beside, unit=f"{beside.unit}/{name}", after=after)


def counted_after(tokens: Tokens, number: Number) -> Beside | None:
    """Read the noun that a number counts: the last plural of the run of words within its clause.

    With the number one, whose noun is singular, only a run that punctuation or a function word ends
    within two words is certain. None where no noun is.
    """
    at = number.after
    if tokens.word(at) in DASHES and tokens.glued(at):
        return None
    if tokens.word(at) in HYPHENS and tokens.low(at + 1) == "odd":
        at += 2
    at += tokens.low(at) in {"more", "other", "further", "most", "very"} and tokens.near(at)
    last, nouns, place = 0, set(), at
    while place < at + _MAX_RUN and tokens.kind(place) == "w" and tokens.near(place) and tokens.low(place) not in _STOPS:
        if "\n" in tokens.gap(place) and place > at and last:
            break
        if _plural(tokens.low(place)) and not (tokens.kind(place + 1) == "s" and tokens.word(place + 1) in "'’"):
            last = place
            nouns.add(units.singular(tokens.low(place)))
        elif last and not _modifies(tokens.low(last)):
            break
        place += 1
        while tokens.word(place) in HYPHENS and tokens.glued(place) and tokens.glued(place + 1):
            place += 1
            if tokens.kind(place) == "w":
                place += 1
    if last and number.value != 1:
        return _noun(tokens, at, last, frozenset(nouns))
    if number.value == 1 and 0 < place - at <= 3 and number.in_words and tokens.kind(place - 1) == "w":
        return _noun(tokens, at, place - 1, frozenset())
    return None


_PLAIN = frozenset({"additional", "extra", "new", "further", "more", "full", "entire", "consecutive", "straight",
                    "fiscal", "financial", "calendar", "academic", "past", "last", "successive", "whole", "long", "other", "complete", "solid", "short"})  # fmt: skip
"""Words that may stand before a unit without making it another: "three consecutive years"."""


def _noun(tokens: Tokens, at: int, index: int, nouns: frozenset[str]) -> Beside | None:
    noun = units.singular(tokens.low(index))
    if len(noun) < 3:
        return None
    listed = units.UNITS.names.get(tokens.low(index))
    if listed is not None:
        plain = all(word in _PLAIN or tokens.kind(at + place) == "s" for place, word in enumerate(tokens.lows[at:index]))
        return rated(tokens, _beside(listed, index + 1)) if plain and index > at and listed.symbol != "×" else None
    beside = Beside(unit=noun, scale=Decimal(1), after=index + 1, counted=True, nouns=nouns)
    low = tokens.low(index + 1)
    if (low == "per" or tokens.low(index + 2) in _PERIODS) and low in _PER or low in _ADVERBS:
        return rated(tokens, beside)
    return beside


def _plural(low: str) -> bool:
    if low in _UNMARKED:
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")) and low not in _NOT_PLURAL


def _modifies(low: str) -> bool:
    """Whether a plural often stands before another noun: "sales offices", "women writers"."""
    return low in {"sales", "women", "men", "sports", "goods", "arms", "news", "savings", "systems", "communications",
                   "operations", "economics", "mathematics", "physics", "electronics", "logistics"}  # fmt: skip
