"""The reader: every number of a text, with what is known about it and nothing that is guessed.

One pass over the tokens of each paragraph, with a bounded look ahead from each number: the time
grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal

from figures import units
from figures.model import Bound, Kind, Mention, Role
from figures.reading import beside, calendar, naming
from figures.reading import number_words as spoken
from figures.reading.bounds import bound_at, phrase_before
from figures.reading.numerals import SCALE_LETTERS, SCALE_WORDS
from figures.reading.number import Number, number_at
from figures.reading.tokens import DASHES, HYPHENS, MINUSES, Tokens, paragraphs

_MULTIPLES = {
    **{form: 2 for form in ("twice", "double", "doubled", "doubles", "doubling", "twofold")},
    **{form: 3 for form in ("thrice", "triple", "tripled", "triples", "tripling", "treble", "trebled", "threefold")},
    **{form: 4 for form in ("quadruple", "quadrupled", "quadruples", "quadrupling", "fourfold")},
    **{form: 5 for form in ("quintuple", "quintupled", "fivefold")},
    **{f"{word}fold": value for word, value in spoken.ONES.items() if value > 5},
    "hundredfold": 100, "thousandfold": 1000,
}  # fmt: skip
_VERBS = frozenset({"to", "will", "would", "could", "may", "might", "can", "almost", "nearly", "than", "and", "should",
                    "must", "about", "roughly", "over", "not"})  # fmt: skip
_TRIGGERS = (
    spoken.STARTS | _MULTIPLES.keys() | calendar.MONTHS.keys() | set(spoken.ORDINALS) | set(spoken.TENS)
    | {"a", "an", "minus", "negative", "o", "q", "h", "fy", "cy", "hundreds", "thousands", "millions", "billions",
       "trillions", "tens", "dozens", "lakhs", "crores", "last", "next", "this"}
)  # fmt: skip
_NOT_ONE_BEFORE = frozenset({"the", "this", "that", "every", "any", "each", "some", "no", "another", "which", "last",
                             "next", "number", "other", "good", "new", "big", "else"})  # fmt: skip
_NOT_ONE_AFTER = frozenset({"another", "who", "whose", "that", "which", "can", "could", "should", "must", "would", "may",
                            "might", "is", "was", "has", "had", "does", "day", "s", "or", "and", "thing", "by", "side",
                            "time", "way", "hand", "reason", "example"})  # fmt: skip
_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere",
                      "between", "somewhere", "anything"})  # fmt: skip
_CHANGING = frozenset({"rose", "fell", "grew", "up", "down", "increased", "decreased", "declined", "dropped", "gained",
                       "lost", "climbed", "jumped", "by", "added", "slipped", "advanced", "surged", "tumbled",
                       "rising", "falling", "increase", "sank", "shed", "soared", "edged"})  # fmt: skip
_YEARLY = frozenset("levels level prices figures figure elections election census report season results result budget data "
                    "standards terms values rates rules estimates estimate survey edition crisis olympics championships "
                    "games baseline average target targets agreement law act convention treaty guidelines forecast".split())
_DURATIONS = frozenset({"year", "month", "day", "week", "decade", "h", "min", "s", "quarter", "century"})
_TIMES = "×"
_LOWER = {"$": ("cent", 100), "USD": ("cent", 100), "EUR": ("cent", 100), "CAD": ("cent", 100), "AUD": ("cent", 100),
          "GBP": ("pence", 100), "ft": ("in", 12)}  # fmt: skip


_NOTHING = Number(first=0, after=0, value=None)


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A mention while its neighbours may still change it; places are tokens."""

    first: int
    after: int
    number_first: int
    number_after: int
    kind: Kind = "quantity"
    value: Decimal | None = None
    unit: str | None = None
    bound: Bound = "="
    role: Role = "single"
    edtf: str | None = None
    number: Number | None = None
    before: bool = False
    counted: bool = False


def scan(text: str, date: str | None = None) -> tuple[Mention, ...]:
    """Find every number of an English text, in digits or words, in the order of the text.

    ``date``, the document's own date ("2013-04-08"), gives "last December" its year. Values are in
    full in the unit without scale; what cannot be read has the value None. Raises ValueError for a
    date that is none.
    """
    day = datetime.date.fromisoformat(date) if date and len(date) == 10 else None
    if date and day is None:
        raise ValueError(f"expected a day such as 2013-04-08, got {date!r}")
    mentions: list[Mention] = []
    for start, end in paragraphs(text):
        tokens = Tokens(text, start, end)
        mentions.extend(_mention(tokens, draft) for draft in _Paragraph(tokens, day).drafts())
    return tuple(mentions)


def _mention(tokens: Tokens, draft: _Draft) -> Mention:
    start, end = tokens.starts[draft.first], tokens.ends[draft.after - 1]
    quantity = draft.kind == "quantity"
    as_written = draft.number is not None and bool(draft.number.literal)
    if draft.value is not None and not as_written and units.fits(draft.value):
        draft.value = units.exact(draft.value, Decimal(1))
    return Mention(
        start=start,
        end=end,
        text=tokens.text[start:end],
        number_start=tokens.starts[draft.number_first],
        number_end=tokens.ends[draft.number_after - 1],
        kind=draft.kind,
        value=draft.value if quantity else None,
        unit=draft.unit if quantity else None,
        bound=draft.bound,
        role=draft.role,
        edtf=draft.edtf,
    )


class _Paragraph:
    """Reads one paragraph, token by token."""

    def __init__(self, tokens: Tokens, day: datetime.date | None) -> None:
        self.tokens = tokens
        self.day = day
        self.found: list[_Draft] = []

    def drafts(self) -> list[_Draft]:
        """All mentions of the paragraph, lists and changes told apart."""
        tokens, index = self.tokens, 0
        kinds, lows, words = tokens.kinds, tokens.lows, tokens.words
        while index < tokens.count:
            kind = kinds[index]
            if kind == "w":
                stirs = lows[index] in _TRIGGERS or words[index] in beside._MONEY_STARTS or lows[index] == "c"
            elif kind == "s":
                stirs = words[index] in beside._MONEY_STARTS or words[index] in MINUSES or words[index] == "+"
            else:
                stirs = True
            index = self._read(index) if stirs else index + 1
        self._share_in_lists()
        self._changes()
        return self.found

    def _read(self, index: int) -> int:
        """Read what begins here and tell where to go on."""
        kind = self.tokens.kind(index)
        if kind == "u" or kind == "p":
            return index + 1
        if kind == "d":
            return self._add(_Draft(first=index, after=index + 1, number_first=index, number_after=index + 1, kind="other"))
        rules = (self._named, self._dated, self._quantity) if kind == "n" else (self._dated, self._quantity)
        for rule in (*rules, self._multiple, self._ordinal):
            after = rule(index)
            if after > index:
                return after
        if kind == "n":
            return self._add(_Draft(first=index, after=index + 1, number_first=index, number_after=index + 1, kind="other"))
        return index + 1

    def _add(self, draft: _Draft) -> int:
        self.found.append(draft)
        return draft.after

    def _named(self, index: int) -> int:
        if calendar.date_at(self.tokens, index, self.day):
            return index
        named = naming.named_at(self.tokens, index)
        return self._add_named(named) if named else index

    def _add_named(self, named: naming.Named) -> int:
        first = max(named.first, self.found[-1].after) if self.found else named.first
        return self._add(
            _Draft(first=first, after=named.after, number_first=named.number_first, number_after=named.number_after,
                   kind=named.kind, edtf=named.edtf)
        )  # fmt: skip

    def _labels(self, at: int) -> int:
        """Go on with the numbers of a label: "paragraphs 34 to 37", "Tables 1, 2 and 5"."""
        tokens = self.tokens
        plural = tokens.low(self.found[-1].first).endswith("s")
        while tokens.kind(at + 1) == "n" and (
            tokens.word(at) in DASHES or (plural and tokens.low(at) in {"to", "and", "or", ","})
        ):
            if calendar.is_year(tokens, at + 1) or beside.unit_after(tokens, number_at(tokens, at + 1) or _NOTHING):
                break
            at = self._add(_Draft(first=at + 1, after=at + 2, number_first=at + 1, number_after=at + 2, kind="other"))
        return at

    def _dated(self, index: int) -> int:
        dated = calendar.date_at(self.tokens, index, self.day)
        if dated is None:
            return index
        vague = "~" if phrase_before(self.tokens, dated.first)[0] == "~" and dated.edtf and len(dated.edtf) == 4 else ""
        return self._add_date(dated.first, dated.after, dated.edtf and dated.edtf + vague)

    def _add_date(self, first: int, after: int, edtf: str | None) -> int:
        return self._add(
            _Draft(first=first, after=after, number_first=first, number_after=after, kind="date", edtf=edtf)
        )

    def _multiple(self, index: int) -> int:
        """Read "triple", "doubled", "tenfold"."""
        tokens, low = self.tokens, self.tokens.low(index)
        if low not in _MULTIPLES or tokens.kind(index) != "w":
            return index
        if low in {"double", "triple", "treble"} and not self._verbal(index):
            return index
        return self._add(
            _Draft(first=index, after=index + 1, number_first=index, number_after=index + 1, unit=_TIMES,
                   value=Decimal(_MULTIPLES[low]), bound=bound_at(tokens, index, index + 1))
        )  # fmt: skip

    def _verbal(self, index: int) -> bool:
        tokens = self.tokens
        return tokens.low(index - 1) in _VERBS or tokens.low(index + 1) in {"the", "its", "their", "that", "what"}

    def _ordinal(self, index: int) -> int:
        tokens, low = self.tokens, self.tokens.low(index)
        at = index
        if low in spoken.TENS and tokens.word(index + 1) in HYPHENS and tokens.low(index + 2) in spoken.ORDINALS:
            at = index + 2
        elif low not in spoken.ORDINALS or (low == "second" and tokens.low(index - 1) in {"per", "a", "each", "every"}):
            return index
        return self._add(_Draft(first=index, after=at + 1, number_first=index, number_after=at + 1, kind="ordinal"))

    def _quantity(self, index: int) -> int:
        draft = self._amount(index)
        if draft is None:
            return index
        number = draft.number
        if number and number.literal and not draft.before:
            plain = draft.unit is None or (draft.counted and calendar.is_year(self.tokens, index))
            named = naming.labelled(self.tokens, index, plain=plain)
            if named and not (draft.unit and not draft.counted):
                return self._labels(self._add_named(named))
            noun = draft.counted and not self._of_a_year(draft)
            plain = plain or self._old_money(index, draft)
            year = calendar.bare_year(self.tokens, index, noun_follows=noun) if plain or noun else None
            if year and calendar.is_year(self.tokens, index):
                return self._add_date(year.first, year.after, year.edtf)
        if number is None:
            return index
        if number.in_words and draft.value == 1 and not self._counts_one(draft):
            draft.kind, draft.after, draft.unit = "other", number.after, None
            return self._add(draft)
        self._compound(draft)
        return self._range(draft)

    def _of_a_year(self, draft: _Draft) -> bool:
        """Whether the noun is one that years have: "1990 levels", "the 2012 elections"."""
        return self.tokens.low(draft.number_after) in _YEARLY

    def _old_money(self, index: int, draft: _Draft) -> bool:
        """Whether "in 2010 dollars" names the prices of a year."""
        constant = self.tokens.low(index - 1) in {"in", "constant", "real", "current"}
        return constant and calendar.is_year(self.tokens, index) and not draft.before

    def _compound(self, draft: _Draft) -> None:
        """Join "thirteen dollars and forty-five cents", and "5 feet 2 inches", into one amount."""
        tokens, unit = self.tokens, draft.unit
        at = draft.after + (tokens.low(draft.after) == "and")
        lower = _LOWER.get(unit or "")
        if lower is None or draft.value is None or tokens.kind(at) not in {"n", "w"} or draft.number is None:
            return
        if not tokens.near(at) or draft.number.scaled or draft.value != draft.value.to_integral_value():
            return
        number = number_at(tokens, at)
        if number is None or number.value is None or not 0 < number.value < lower[1]:
            return
        small = beside.unit_after(tokens, number)
        bare = small is None and lower[0] == "cent" and at == draft.after and number.value >= 10 and not number.part
        bare = bare and tokens.kind(number.after) != "w" and not tokens.word(number.after) == "%"
        if bare or (small and small.unit in {lower[0], "pence" if unit == "GBP" else lower[0]}):
            draft.value = (draft.value + number.value / 100) if lower[1] == 100 else draft.value * 12 + number.value
            draft.unit = unit if lower[1] == 100 else "in"
            draft.after = small.after if small else number.after
            draft.number_after = number.after
            draft.number = None

    def _counts_one(self, draft: _Draft) -> bool:
        tokens, after = self.tokens, draft.number_after
        if tokens.low(draft.number_first) != "one" or (draft.unit and not draft.counted):
            return True
        if tokens.low(draft.first - 1) in _NOT_ONE_BEFORE or tokens.low(after) in _NOT_ONE_AFTER:
            return False
        return not (tokens.low(after) == "of" and tokens.kind(after + 1) == "w" and tokens.low(after + 1) in
                    {"the", "its", "their", "our", "his", "her", "these", "those", "them", "us", "my", "your"})  # fmt: skip

    def _amount(self, index: int, lent: str | None = None) -> _Draft | None:
        """Read one number with what stands beside it; ``lent`` is the currency of a range's first number."""
        tokens = self.tokens
        start, negative = index, False
        if tokens.word(index) in MINUSES and tokens.word(index + 1) in beside._MONEY_STARTS and tokens.glued(index + 1):
            if tokens.glued(index) and tokens.kind(index - 1) in {"w", "n"}:
                return None
            start, negative = index + 1, True
        money = beside.money_before(tokens, start)
        at = money[1] if money else start
        if negative and not money or (money and not tokens.near(at)):
            return None
        if tokens.kind(at) == "" or (money and tokens.kind(at) == "w" and tokens.low(at) not in spoken.STARTS):
            return None
        number = number_at(tokens, at, money=bool(money or lent))
        if number is None or (money and number.value is None and not number.literal and number.in_words):
            return None
        draft = self._beside(index, number, money)
        if negative and draft.value is not None:
            draft.value = -draft.value
        return draft

    def _beside(self, index: int, number: Number, money: tuple[str, int] | None) -> _Draft:
        tokens = self.tokens
        full = _restated(tokens, _tolerance(tokens, number))
        if money:
            found: beside.Beside | None = self._money(money[0], full)
        else:
            found = beside.unit_after(tokens, full)
        value = None if found and found.unsure else number.value
        if value is None and found and not found.unsure:
            value = number.comma
        if found is None and not self._factor(index) and not (number.part and number.value is not None and number.value < 1):
            found = beside.counted_after(tokens, full)
        draft = _Draft(first=index, after=found.after if found else full.after, number_first=number.first,
                       number_after=number.after, value=value, number=number, before=bool(money))  # fmt: skip
        if found:
            self._take(draft, found)
        elif number.literal and tokens.glued(number.after) and tokens.kind(number.after) == "w":
            draft.kind, draft.after, draft.value = "name", number.after + 1, None
        time = draft.unit in _DURATIONS
        draft.bound = bound_at(tokens, draft.first, draft.after, time=time)
        if draft.bound == "=" and found:
            draft.bound = bound_at(tokens, draft.first, number.after, time=time)
        return draft

    def _factor(self, index: int) -> bool:
        """Whether "a factor of" stands before the number."""
        at = phrase_before(self.tokens, index)[1]
        return self.tokens.low(at - 1) == "of" and self.tokens.low(at - 2) == "factor"

    def _money(self, unit: str, number: Number) -> beside.Beside:
        """Take a rate, and a currency named twice ("$5 million dollars", "$5 CAD")."""
        tokens, after = self.tokens, number.after
        named = beside.unit_after(tokens, number)
        named_unit = units.lookup(named.unit.partition("/")[0]) if named else None
        if named and named_unit and named_unit.dimension.startswith("money "):
            if unit == "$" or named_unit.symbol == unit:
                return named
        return beside.rated(tokens, beside.Beside(unit=unit, scale=Decimal(1), after=after))

    def _take(self, draft: _Draft, found: beside.Beside) -> None:
        tokens, number = self.tokens, draft.number
        draft.unit, draft.counted = found.unit, found.counted
        scale = found.scale
        late = self._late_scale(found.after)
        named = units.lookup(found.unit)
        if late and named and named.dimension.startswith("money ") and number and not number.scaled and not draft.before:
            scale, draft.after = scale * late, found.after + 1
        if draft.value is not None and scale != 1:
            draft.value = units.exact(draft.value, scale) if units.fits(draft.value) else None

    def _late_scale(self, at: int) -> Decimal | None:
        """Read a scale after the currency: "75 USD million", "312 €m"."""
        tokens = self.tokens
        if tokens.low(at) in SCALE_WORDS and tokens.near(at):
            return SCALE_WORDS[tokens.low(at)]
        return SCALE_LETTERS.get(tokens.word(at)) if tokens.glued(at) else None

    # Ranges

    def _range(self, low: _Draft) -> int:
        high = self._other_end(low)
        if high is None:
            return self._add(low)
        self._add(low)
        return self._add(high)

    def _other_end(self, low: _Draft) -> _Draft | None:
        """Read the second number of a range and give both their roles; None where there is no range."""
        tokens, at = self.tokens, low.after
        if low.kind != "quantity" or self._factor(low.first):
            return None
        joint, start = self._joint(low, at)
        if not joint:
            return None
        _, opener = phrase_before(tokens, low.first)
        before = tokens.low(opener - 1)
        number = number_at(tokens, start) if tokens.kind(start) in {"n", "w", "f"} else None
        if number is None and beside.money_before(tokens, start) is None and tokens.word(start) not in MINUSES:
            return None
        high = self._amount(start, lent=low.unit if low.before else None)
        if high is None or high.kind != "quantity" or (joint == "and" and before != "between"):
            return None
        if calendar.is_year(tokens, start) and high.unit is None and tokens.kind(start) == "n":
            return None
        return self._pair(low, high, joint, before, opener)

    def _joint(self, low: _Draft, at: int) -> tuple[str, int]:
        """The word that joins a range and where its second number begins."""
        tokens = self.tokens
        if tokens.word(at) in HYPHENS and tokens.glued(at) and tokens.low(at + 1) in {"to", "and"}:
            at += 1
        low_word = tokens.low(at)
        if not tokens.near(at):
            return "", at
        if low_word in {"to", "through", "and"}:
            start = at + 1
            while tokens.low(start) in {"about", "almost", "nearly", "around", "approximately", "some", "perhaps"}:
                start += 1
            return low_word, start
        if tokens.word(at) in DASHES or tokens.word(at) == "~":
            even = bool(tokens.gap(at)) == bool(tokens.gap(at + 1))
            return ("-", at + 1) if even and tokens.near(at + 1) else ("", at)
        return "", at

    def _pair(self, low: _Draft, high: _Draft, joint: str, before: str, opener: int) -> _Draft | None:
        change = before == "from" and joint in {"to", "through"}
        self._letter(low, high)
        own = low.unit is not None
        if own and low.unit != high.unit and not (high.unit is None and (joint == "-" or low.before)):
            if not (low.before and high.unit and high.unit.startswith(f"{low.unit}/")):
                return None
        if joint == "to" and own and not change and not low.before and self._is_changing(opener):
            return None
        if joint == "to" and not change and self._is_changing(opener) and (own or high.before or _bare(high)):
            return None
        if high.before and not low.before and not own:
            return None
        values = _shared(low, high)
        rising = values is None or values[0] <= values[1]
        if not change and not rising:
            return self._score(low, high, joint)
        low.value = values[0] if values else None
        high.value = values[1] if values else None
        low.unit, low.counted = high.unit or low.unit, high.counted
        high.unit = low.unit
        low.after = high.after
        high.first = low.first
        ranging = bool({self.tokens.low(opener - 2), self.tokens.low(opener - 3)} & _RANGING)
        low.role, high.role = ("from", "to") if change and not ranging else ("low", "high")
        high.bound = low.bound if high.bound == "=" else high.bound
        return high

    def _letter(self, low: _Draft, high: _Draft) -> None:
        """Read the first "m" of "3m to 5m euros" as the second one."""
        first, last = low.number, high.number
        if low.unit != "m" or first is None or last is None or first.value is None or not last.scaled:
            return
        if self.tokens.word(first.after) == "m" == self.tokens.word(last.after - 1):
            scale = SCALE_LETTERS["m"]
            low.number = replace(first, after=first.after + 1, scaled=True)
            low.value, low.unit, low.number_after = units.exact(first.value, scale), None, first.after + 1

    def _is_changing(self, opener: int) -> bool:
        return bool({self.tokens.low(opener - 1), self.tokens.low(opener - 2)} & _CHANGING)

    def _score(self, low: _Draft, high: _Draft, joint: str) -> _Draft | None:
        """Read "3-1" and "5 to 4" as no range; joined by a dash they are no quantities either."""
        if joint != "-" or low.unit or high.unit:
            return None
        low.kind = high.kind = "other"
        return high

    # Neighbours

    def _share_in_lists(self) -> None:
        """Give "45 and 50 mg" one unit; the scale of the last is not certain for the others."""
        quantities = self.found
        for place in range(len(quantities) - 1, 0, -1):
            last, first = quantities[place], quantities[place - 1]
            if first.kind != "quantity" or last.kind != "quantity" or first.unit or not last.unit or last.before:
                continue
            if first.role != "single" or last.role != "single" or first.number is None or last.number is None:
                continue
            if not self._listed(first, last, place):
                continue
            first.unit, first.counted = last.unit, last.counted
            if last.number.scaled and not first.number.scaled:
                first.value = None

    def _listed(self, first: _Draft, last: _Draft, place: int) -> bool:
        tokens = self.tokens
        joint = tuple(tokens.lows[first.number_after : last.first])
        if joint in {("and",), ("or",), ("out", "of"), ("of",), ("and", "/", "or")}:
            return True
        following = self.found[place + 1] if place + 1 < len(self.found) else None
        return joint == (",",) and following is not None and following.unit == last.unit and bool(
            set(tokens.lows[last.number_after : following.first]) & {"and", "or"}
        )

    def _changes(self) -> None:
        """Tell "from 5 % in 2010 to 6 % in 2012" and "to 6 % from 5 %" as changes."""
        tokens, opened = self.tokens, None
        for draft in self.found:
            if draft.kind != "quantity" or draft.role != "single":
                continue
            word = tokens.low(phrase_before(tokens, draft.first)[1] - 1)
            fits = opened is not None and self._same_sentence(opened[0], draft) and opened[0].unit == draft.unit
            if opened is not None and fits and {word, opened[1]} == {"from", "to"} and draft.unit:
                opened[0].role, draft.role = ("from", "to") if word == "to" else ("to", "from")
                opened = None
            elif word in {"from", "to"}:
                opened = (draft, word)

    def _same_sentence(self, first: _Draft, last: _Draft) -> bool:
        tokens = self.tokens
        if last.first - first.after > 16:
            return False
        return not any(tokens.words[place] in {".", ";", "?", "!"} for place in range(first.after, last.first))


def _bare(draft: _Draft) -> bool:
    """Whether a number has no unit of the table: "by 1,200 to 18,400" is a change and where it led, no range."""
    return draft.unit is None or draft.counted


def _tolerance(tokens: Tokens, number: Number) -> Number:
    """Go past "± 0.1" and "+/- 0.1", whose unit is the number's."""
    at = number.after
    if tokens.word(at) == "±":
        at += 1
    elif tokens.word(at) == "+" and tokens.word(at + 1) == "/" and tokens.word(at + 2) in MINUSES:
        at += 3
    else:
        return number
    margin = number_at(tokens, at)
    return margin or number


def _restated(tokens: Tokens, number: Number) -> Number:
    """Go past the same number again in brackets: "thirty (30) days", "1,000 (one thousand) tonnes"."""
    at = number.after
    if tokens.word(at) != "(" or number.value is None or tokens.kind(at + 1) not in {"n", "w"}:
        return number
    again = number_at(tokens, at + 1)
    if again is None or again.value != number.value or tokens.word(again.after) != ")":
        return number
    return replace(number, after=again.after + 1)


def _shared(low: _Draft, high: _Draft) -> tuple[Decimal, Decimal] | None:
    """The values of a range, the scale of the second shared where that is how it is spoken; None where unsure."""
    first, last = low.number, high.number
    if low.value is None or high.value is None or first is None or last is None:
        return None
    scale = last.scale if last.scaled and not last.in_words else _word_scale(last, high)
    unit_scale = high.value / last.value / (1 if last.value else 1) if last.value else Decimal(1)
    own_unit = low.unit is not None and not low.before
    if not own_unit and unit_scale != 1:
        low_value = low.value * unit_scale
    else:
        low_value = low.value
    if first.scaled or own_unit or scale == 1 or first.value is None or abs(first.value) >= 1000:
        return low_value, high.value
    shared = units.exact(low_value, scale)
    return (shared, high.value) if shared <= high.value * 10 else None


def _word_scale(number: Number, draft: _Draft) -> Decimal:
    """The scale word that closes a number in words, as a power of ten."""
    if not number.scaled or number.value is None:
        return Decimal(1)
    for size in (10**12, 10**9, 10**7, 10**6, 10**5, 10**3):
        if number.value >= size and number.value % (size // 10 if size > 1000 else size) == 0:
            return Decimal(size)
    return Decimal(1)
