"""The reader: every number of a text, with what is known about it and nothing that is guessed.

One pass over the tokens of each paragraph, with a bounded look ahead from each number: the time
grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import contextlib
import datetime
import gc
from collections.abc import Iterator
from decimal import Decimal

from figures import units
from figures.model import Mention
from figures.reading import calendar, labels, naming
from figures.reading import number_words as spoken
from figures.reading.amount import amount_at
from figures.reading.asides import doubt_asides, share_rates
from figures.reading.beside import unit_after
from figures.reading.bounds import bound_at, phrase_before
from figures.reading.clock import spoken_hour
from figures.reading.compound import compound
from figures.reading.draft import Draft, mention, plain_draft
from figures.reading.headings import Headings
from figures.reading.lexicon import (
    CHANGING,
    DETERMINERS,
    NOT_ONE_AFTER,
    NOT_ONE_BEFORE,
    PERIODS,
    SURELY_YEAR,
    VERBAL,
    YEARLY,
    words,
)
from figures.reading.lists import doubt_lists, share_in_lists, tell_products, tell_ratios
from figures.reading.money import MONEY_STARTS, is_money
from figures.reading.named import Named
from figures.reading.number import Number
from figures.reading.ranges import other_end, tell_changes, tell_scores
from figures.reading.rates import Beside, rated, sized_thing
from figures.reading.signed import number_at
from figures.reading.tokens import DASHES, HYPHENS, MINUSES, Tokens, paragraphs

_TIMES = "×"
_MULTIPLES = {
    form: value
    for value, forms in {
        2: "twice double doubled doubles doubling twofold",
        3: "thrice triple tripled triples tripling treble trebled threefold",
        4: "quadruple quadrupled quadruples quadrupling fourfold",
        5: "quintuple quintupled fivefold",
        100: "hundredfold",
        1000: "thousandfold",
    }.items()
    for form in forms.split()
} | {f"{word}fold": value for word, value in spoken.ONES.items() if value > 5}

_TRIGGERS = frozenset(
    {
        *spoken.STARTS, *spoken.ORDINALS, *spoken.TENS, *_MULTIPLES, *calendar.MONTHS,
        *words("a an minus negative o q h fy cy last next this point nil hundreds thousands millions billions "
               "trillions tens dozens lakhs crores"),
    }
)  # fmt: skip
"""Words that may begin a mention; all others are passed over."""

_SIGNS = frozenset({*MONEY_STARTS, *MINUSES, "+"})


def scan(text: str, date: str | None = None) -> tuple[Mention, ...]:
    """Find every number of an English text, in digits or words, in the order of the text.

    ``date``, the document's own date ("2013-04-08"), gives "last December" its year. Values are in
    full in the unit without scale; what cannot be read has the value None. Raises ValueError for a
    date that is none.
    """
    day = _day(date) if date else None
    mentions: list[Mention] = []
    headings = Headings()
    with _unswept():
        for start, end in paragraphs(text):
            tokens = Tokens(text, start, end)
            drafts = _Paragraph(tokens, day).drafts()
            headings.doubt(tokens, drafts, start, end)
            mentions.extend(mention(tokens, draft) for draft in drafts)
    return tuple(mentions)


@contextlib.contextmanager
def _unswept() -> Iterator[None]:
    """Keep Python's collector of cycles away: the records make none, and it walks through all of them again and again.

    In a text of nothing but numbers that is a third of the time. A scan in another thread may end the pause early.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _day(date: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError as error:
        raise ValueError(f"expected a day such as 2013-04-08, got {date[:40]!r}") from error


class _Paragraph:
    """Reads one paragraph, token by token; each rule tells where it stopped, or where it began if it found nothing."""

    def __init__(self, tokens: Tokens, day: datetime.date | None) -> None:
        self.tokens = tokens
        self.day = day
        self.found: list[Draft] = []

    def drafts(self) -> list[Draft]:
        """Read all mentions of the paragraph, lists and changes told apart."""
        tokens, index = self.tokens, 0
        while index < tokens.count:
            index = self._read(index) if self._stirs(index) else index + 1
        doubt_lists(tokens, self.found)
        tell_ratios(tokens, self.found)
        tell_scores(tokens, self.found)
        share_in_lists(tokens, self.found)
        tell_products(tokens, self.found)
        tell_changes(tokens, self.found)
        doubt_asides(tokens, self.found)
        share_rates(tokens, self.found)
        return self.found

    def _stirs(self, index: int) -> bool:
        """Whether a mention may begin here."""
        tokens = self.tokens
        kind = tokens.kinds[index]
        if kind == "w":
            return tokens.lows[index] in _TRIGGERS or tokens.words[index] in MONEY_STARTS
        return tokens.words[index] in _SIGNS if kind == "s" else kind in {"n", "f", "d"}

    def _read(self, index: int) -> int:
        """Read what begins here and tell where to go on."""
        kind = self.tokens.kinds[index]
        for rule in _IN_DIGITS if kind == "n" else _IN_WORDS:
            after = rule(self, index)
            if after > index:
                return after
        return self._add(plain_draft(index, index + 1, "other")) if kind in {"n", "d"} else index + 1

    def _add(self, draft: Draft) -> int:
        self.found.append(draft)
        return draft.after

    def _named(self, index: int) -> int:
        named = naming.named_at(self.tokens, index)
        return self._add_named(named) if named else index

    def _add_named(self, named: Named) -> int:
        first = max(named.first, self.found[-1].after) if self.found else named.first
        draft = plain_draft(first, named.after, named.kind, named.edtf)
        draft.number_first, draft.number_after = named.number_first, named.number_after
        return self._add(draft)

    def _more_labels(self, at: int) -> int:
        """Go on with the numbers of a label: "paragraphs 34 to 37", "Tables 1, 2 and 5"."""
        tokens = self.tokens
        joints = DASHES | {"to", "and", "or", ","} if tokens.lows[self.found[-1].first].endswith("s") else DASHES
        while tokens.kinds[at + 1] == "n" and not calendar.is_year(tokens, at + 1):
            if tokens.lows[at] not in joints and not self._next_label(at):
                break
            number = number_at(tokens, at + 1)
            lettered = tokens.glued(at + 2) and len(tokens.words[at + 2]) == 1 and tokens.words[at + 2].isupper()
            if number and not lettered and unit_after(tokens, number):
                break
            at = self._add(plain_draft(at + 1, at + 2 + lettered, "other"))
        return at

    def _next_label(self, at: int) -> bool:
        """Whether the number after "and" is the next one of a label in the singular: "Scope 1, 2 and 3 emissions"."""
        joint, words = self.tokens.lows[at], self.tokens.words
        last, following = words[at - 1], words[at + 1]
        joined = joint in {"and", "or"} or (joint == "," and words[at + 2] in {"and", "or"})
        return joined and last.isdecimal() and len(last) <= 2 and following == str(int(last) + 1)

    def _dated(self, index: int) -> int:
        dated = calendar.date_at(self.tokens, index, self.day)
        if dated is None:
            return index
        return self._add(plain_draft(dated.first, dated.after, "date", dated.edtf))

    def _multiple(self, index: int) -> int:
        """Read "triple", "doubled", "tenfold"."""
        tokens, low = self.tokens, self.tokens.lows[index]
        adjective = low in {"double", "triple", "treble"} and not (
            tokens.lows[index - 1] in VERBAL or tokens.lows[index + 1] in {"the", "its", "their", "that", "what"}
        )
        if low not in _MULTIPLES or adjective:
            return index
        draft = plain_draft(index, index + 1, "quantity")
        draft.value, draft.unit = Decimal(_MULTIPLES[low]), _TIMES
        draft.bound = bound_at(tokens, index, index + 1)
        timely = tokens.lows[index + 2] in PERIODS or tokens.lows[index + 1] in {"daily", "weekly", "monthly", "yearly"}
        if low in {"twice", "thrice"} and timely:
            rate = rated(tokens, Beside(unit=_TIMES, scale=Decimal(1), after=index + 1))
            draft.unit, draft.after = rate.unit, rate.after
        return self._add(draft)

    def _half_past(self, index: int) -> int:
        """Read the time of day of "half past six" and "a quarter to 9"."""
        after = spoken_hour(self.tokens, index)
        return self._add(plain_draft(index, after, "other")) if after else index

    def _one_and_a_half(self, index: int) -> int:
        """Read "an hour and a half", "a mile and a quarter", "a dollar ten"."""
        tokens = self.tokens
        unit = units.UNITS.names.get(tokens.lows[index + 1]) if tokens.lows[index] in {"a", "an"} else None
        if unit is None or unit.scale != 1 or unit.symbol == _TIMES:
            return index
        draft = plain_draft(index, index + 2, "quantity")
        draft.value, draft.unit = Decimal(1), unit.symbol
        draft.number = Number(first=index, after=index + 2, value=Decimal(1), in_words=True)
        compound(tokens, draft)
        draft.number_after, draft.number = draft.after, None
        draft.bound = bound_at(tokens, index, draft.after, unit=draft.unit)
        return self._add(draft) if draft.after > index + 2 else index

    def _ordinal(self, index: int) -> int:
        tokens, low = self.tokens, self.tokens.lows[index]
        if low in spoken.TENS and tokens.words[index + 1] in HYPHENS and tokens.lows[index + 2] in spoken.ORDINALS:
            return self._add(plain_draft(index, index + 3, "ordinal"))
        second = low == "second" and tokens.lows[index - 1] in {"per", "a", "each", "every"}
        return self._add(plain_draft(index, index + 1, "ordinal")) if low in spoken.ORDINALS and not second else index

    def _quantity(self, index: int) -> int:
        draft = amount_at(self.tokens, index)
        if draft is None:
            return index
        if draft.number and draft.number.literal and not draft.before:
            after = self._no_quantity(index, draft)
            if after > index:
                return after
            if self._year_or_sum(index, draft):
                draft.value = None
        if self._denominates(draft) or (draft.value == 1 and not self._counts_one(draft)):
            return self._add(plain_draft(draft.number_first, draft.number_after, "other"))
        nil = self._to_nil(draft)
        if past := nil or self._long_ordinal(draft):
            return self._add(plain_draft(draft.number_first, past, "other" if nil else "ordinal"))
        if draft.number and (draft.number.year or self._year_in_words(draft)):
            return self._spoken_year(draft, draft.number)
        compound(self.tokens, draft)
        if self._listed_or_negative(draft):
            draft.value = None
        self._add(draft)
        second = draft.twin or other_end(self.tokens, draft)
        return self._add(second) if second else draft.after

    def _listed_or_negative(self, draft: Draft) -> bool:
        """Whether a dash that may be a sign stands apart before a number that is all of its line."""
        tokens, dash = self.tokens, draft.first - 1
        alone = tokens.starts_line(dash) and tokens.ends_line(draft.after - 1)
        return alone and dash >= 0 and tokens.words[dash] in MINUSES

    def _no_quantity(self, index: int, draft: Draft) -> int:
        """Read digits that a label or a year's place makes no quantity, whatever noun follows them."""
        if draft.unit is None and self._first_day(draft):
            return self._add(plain_draft(draft.number_first, draft.number_after, "date"))
        year = calendar.is_year(self.tokens, index)
        lettered = self._lettered(index, draft)
        plain = draft.unit is None or lettered or (draft.counted and year)
        named = labels.labelled(self.tokens, index, plain=plain)
        if named and (plain or draft.counted):
            return self._more_labels(self._add_named(named))
        if draft.counted and labels.maybe_named(self.tokens, index):
            draft.unit, draft.counted, draft.after = None, False, draft.number_after
        quarter = self.tokens.lows[draft.number_after] == "quarter"  # "the 1988 quarter"
        if not year or not (draft.unit is None or draft.counted or quarter or self._old_prices(index)):
            return index
        noun = draft.counted and self.tokens.lows[draft.number_after] not in YEARLY
        dated = calendar.bare_year(self.tokens, index, noun_follows=noun)
        return self._add(plain_draft(index, index + 1, "date", dated.edtf)) if dated else index

    def _lettered(self, index: int, draft: Draft) -> bool:
        """Whether a capital glued to digits, which may be a unit, may also be part of a label: "runway 27L"."""
        letter = self.tokens.words[index + 1]
        return draft.after == index + 2 and len(letter) == 1 and letter.isupper() and self.tokens.glued(index + 1)

    def _first_day(self, draft: Draft) -> bool:
        """Whether "3" in "between 3 and 28 March" and "on 3 or 4 May" is a day."""
        tokens, at = self.tokens, draft.number_after
        if tokens.kinds[at + 1] != "n" or not (tokens.lows[at] in {"and", "to", "or"} or tokens.words[at] in DASHES):
            return False
        if draft.value is None or not 1 <= draft.value <= 31:
            return False
        dated = calendar.date_at(tokens, at + 1, self.day)
        return dated is not None and tokens.lows[at + 2] in calendar.MONTHS

    def _denominates(self, draft: Draft) -> bool:
        """Whether a ratio is told by the number: "per 100,000 inhabitants", "for every 100 girls"."""
        words, at = self.tokens.lows, draft.first
        every = words[at - 1] in {"every", "each"} and words[at - 2] in {"for", "in", "of"}
        per = words[at - 1] == "per" and not sized_thing(self.tokens, at - 1)
        return draft.number is not None and not draft.before and (per or (every and draft.counted))

    def _year_or_sum(self, index: int, draft: Draft) -> bool:
        """Whether "by 2050 dollars" or "destroyed by 1350" may end at a year; "rose by 2050" does not."""
        words = self.tokens.lows
        by_year = words[index - 1] == "by" and words[index - 2] not in CHANGING
        return by_year and calendar.is_year(self.tokens, index) and (is_money(draft.unit) or draft.unit is None)

    def _long_ordinal(self, draft: Draft) -> int | None:
        """The token after "one hundred and fifth" or "two thousandth", whose first part is no quantity."""
        tokens, number = self.tokens, draft.number
        if number is None or not (number.in_words or number.literal):
            return None
        whole = spoken.skip_hyphen(tokens, number.after)
        if spoken.ORDINALS.get(tokens.lows[whole], 0) >= 100 and (number.value or 0) > 1 and tokens.near(whole):
            return whole + 1
        if tokens.lows[number.after - 1] not in _HUNDREDS or number.literal:
            return None
        at = spoken.skip_hyphen(tokens, number.after)
        at += tokens.lows[at] == "and"
        at = spoken.skip_hyphen(tokens, at + 1) if tokens.lows[at] in spoken.TENS else at
        ordinal = tokens.lows[at] in spoken.ORDINALS and tokens.near(at) and tokens.words[at + 1] not in HYPHENS
        return at + 1 if ordinal else None

    def _to_nil(self, draft: Draft) -> int | None:
        """The token after the score "one-nil"."""
        at = draft.number_after + (self.tokens.words[draft.number_after] in DASHES)
        score = draft.unit is None and self.tokens.lows[at] == "nil" and self.tokens.lows[at + 1] != "point"
        return at + 1 if score and self.tokens.near(at) else None

    def _spoken_year(self, draft: Draft, number: Number) -> int:
        """Add a year in words: a date, or no quantity where a unit or an hour of the day makes it another thing."""
        year = draft.unit is None or draft.counted
        edtf = str(number.value) if year and number.value is not None and number.value < 2100 else None
        return self._add(plain_draft(number.first, number.after, "date" if edtf else "other", edtf))

    def _year_in_words(self, draft: Draft) -> bool:
        """Whether "in nineteen hundred and five" is a year."""
        number = draft.number
        if number is None or not number.in_words or number.scaled or draft.unit or draft.value is None:
            return False
        spoken_so = self.tokens.lows[draft.first] in {"nineteen", "twenty", "two"} and 1900 <= draft.value < 2100
        return spoken_so and self.tokens.lows[draft.first - 1] in SURELY_YEAR

    def _old_prices(self, index: int) -> bool:
        """Whether "in 2010 dollars" names the prices of a year."""
        return self.tokens.lows[index - 1] in {"in", "constant", "real", "current"}

    def _counts_one(self, draft: Draft) -> bool:
        """Whether the word "one" is a number here and no pronoun."""
        tokens, after = self.tokens, draft.number_after
        if tokens.lows[draft.number_first] != "one" or (draft.unit and not draft.counted):
            return True
        before = tokens.lows[phrase_before(tokens, draft.first)[1] - 1]
        if before == "between":
            return True
        pronoun = before in NOT_ONE_BEFORE or tokens.lows[after] in NOT_ONE_AFTER
        return not pronoun and not (tokens.lows[after] == "of" and tokens.lows[after + 1] in DETERMINERS)


_HUNDREDS = spoken.HUNDRED.keys() | spoken.SCALES.keys()

_IN_DIGITS = (_Paragraph._dated, _Paragraph._named, _Paragraph._quantity)
_IN_WORDS = (
    _Paragraph._dated,
    _Paragraph._half_past,
    _Paragraph._one_and_a_half,
    _Paragraph._quantity,
    _Paragraph._multiple,
    _Paragraph._ordinal,
)
"""The rules in the order in which they are asked."""
