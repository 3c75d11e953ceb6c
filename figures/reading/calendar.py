"""Dates in a text as EDTF: days, months, years, decades, quarters, and months relative to a document's date."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from figures import units
from figures.reading import lexicon
from figures.reading.numerals import SCALE_WORDS
from figures.reading.tokens import DASHES, Tokens

_MONTH_NAMES = """january jan
february feb
march mar
april apr
may
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec"""
MONTHS = {name: place for place, names in enumerate(_MONTH_NAMES.split("\n"), start=1) for name in names.split()}
_ABBREVIATED = frozenset(name for name in MONTHS if len(name) < 5 and name not in {"may", "june", "july"})
_YEARS = re.compile(r"1[0-9]{3}|20[0-9]{2}|2100")
_RECENT = re.compile(r"1[89][0-9]{2}|20[0-9]{2}|2100")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9-])")
_NUMERIC = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{2}(?![0-9/])")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_VAGUE = frozenset({"about", "around", "circa", "c", "ca", "approximately"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date from token ``first`` up to ``after``; ``edtf`` None where the year is not said."""

    first: int
    after: int
    edtf: str | None


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether four digits stand alone as a year could."""
    return tokens.kinds[index] == "n" and len(tokens.words[index]) == 4 and bool(_YEARS.fullmatch(tokens.words[index]))


def year_at(tokens: Tokens, index: int) -> str:
    """The four digits of a year at this token, or nothing; for use inside a longer date."""
    return tokens.words[index] if is_year(tokens, index) and not _glued_on(tokens, index + 1) else ""


def _glued_on(tokens: Tokens, index: int) -> bool:
    return tokens.glued(index) and tokens.kinds[index] in {"w", "n"}


def date_at(tokens: Tokens, index: int, date: datetime.date | None) -> Dated | None:
    """Read the date that begins at this token; a bare year only where ``bare_year`` may be asked."""
    if tokens.kinds[index] == "n":
        return _in_digits(tokens, index)
    low = tokens.lows[index]
    if low in MONTHS:
        return _month(tokens, index, date)
    if low in {"last", "next", "this"} and tokens.lows[index + 1] in MONTHS and date is not None:
        return _relative_month(tokens, index, date)
    return _quarter(tokens, index)


def _in_digits(tokens: Tokens, index: int) -> Dated | None:
    """Read a date that begins with digits; their length and the next sign turn most numbers away."""
    size, following = len(tokens.words[index]), tokens.words[index + 1]
    if size <= 4 and (era := _era(tokens, index)):
        return era
    dated = _numeric(tokens, index) if following in _JOINTS or size > 7 else None
    if size <= 2:
        return dated or _day_month(tokens, index) or _quarter_first(tokens, index) or _class_of(tokens, index)
    return dated or (size == 4 and (_span_of_years(tokens, index) or _decade(tokens, index))) or None


_ERAS = {"AD": "AD", "CE": "AD", "BC": "BC", "BCE": "BC"}


def _era(tokens: Tokens, index: int) -> Dated | None:
    """Read "AD 79", "79 AD" and "1250 BC"; a year before Christ is counted in two ways, and gets no date."""
    word, before, after = tokens.words[index], tokens.words[index - 1], tokens.words[index + 1]
    if not word.isdecimal() or tokens.glued(index) or word.startswith("0"):
        return None
    following = tokens.words[index + 2]
    name = following in {"Hydro", "Ferries", "Lions"} or (following.islower() and lexicon.is_plural(following))
    if after in _ERAS and tokens.gap(index + 1) == " " and not name:
        edtf = word.zfill(4) if _ERAS[after] == "AD" else None
        return Dated(first=index, after=index + 2, edtf=edtf)
    first = index > 0 and before == "AD" and tokens.near(index)
    return Dated(first=index - 1, after=index + 1, edtf=word.zfill(4)) if first else None


_JOINTS = frozenset({".", "/", "-"})
_AFTER_DAY = frozenset({*MONTHS, *_SUFFIXES, "of", "-"})


def _valid(year: int, month: int, day: int | None = None) -> str | None:
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def _after_offset(tokens: Tokens, index: int, offset: int) -> int:
    while index < tokens.count and tokens.starts[index] < offset:
        index += 1
    return index


def _numeric(tokens: Tokens, index: int) -> Dated | None:
    """Read "2013-04-08", "2013-04" and "08.04.2013"; "8/4/2013" can be two days and gets no date."""
    start = tokens.starts[index]
    if tokens.glued(index) and tokens.words[index - 1] not in "([\"'“‘":
        return None
    found = _ISO.match(tokens.text, start)
    if found and (found[3] or 1 <= int(found[2]) <= 12) and not _short_span(found):
        edtf = _valid(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
        return Dated(first=index, after=_after_offset(tokens, index, found.end()), edtf=edtf) if edtf else None
    found = _NUMERIC.match(tokens.text, start)
    if not found:
        return _short_numeric(tokens, index)
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    choices = {_valid(year, two, one), _valid(year, one, two)} - {None}
    if found[2] == ".":
        choices = {_valid(year, two, one)} - {None}
    if not choices:
        return None
    edtf = choices.pop() if len(choices) == 1 else None
    return Dated(first=index, after=_after_offset(tokens, index, found.end()), edtf=edtf)


def _short_numeric(tokens: Tokens, index: int) -> Dated | None:
    """See a day in "8/4/13", whose century, and mostly whose month, is not said."""
    found = _SHORT_YEAR.match(tokens.text, tokens.starts[index])
    days = found and {_valid(2000, int(found[1]), int(found[2])), _valid(2000, int(found[2]), int(found[1]))} - {None}
    return Dated(first=index, after=_after_offset(tokens, index, found.end()), edtf=None) if found and days else None


def _after_apostrophe(tokens: Tokens, at: int) -> bool:
    """Whether a year of two digits stands here: "'19"."""
    two = tokens.kinds[at + 1] == "n" and len(tokens.words[at + 1]) == 2 and tokens.words[at + 1].isdecimal()
    return tokens.words[at] in {"'", "’", "‘"} and two and tokens.glued(at + 1) and not _glued_on(tokens, at + 2)


def _short_span(found: re.Match[str]) -> bool:
    """Whether "2012-13" or "2011-12" means two years rather than a month."""
    return not found[3] and int(found[2]) == int(found[1]) % 100 + 1


def _day_month(tokens: Tokens, index: int) -> Dated | None:
    """Read "8 April 2013", "8th of April", "5-8 May 2013" from its last day."""
    word, at = tokens.words[index], index + 1
    if tokens.words[at] in DASHES and tokens.kinds[at + 1] == "n" and word.isdecimal():
        return _days(tokens, index)
    if tokens.lows[at] not in _AFTER_DAY or not word.isdecimal() or not 1 <= int(word) <= 31:
        return None
    at += tokens.lows[at] in _SUFFIXES and tokens.glued(at)
    at += tokens.lows[at] == "of"
    at += tokens.words[at] == "-" and tokens.lows[at + 1] in MONTHS
    month = MONTHS.get(tokens.lows[at])
    if month is None or not tokens.near(at) or (tokens.lows[at] in {"may", "march"} and tokens.words[at].islower()):
        return None
    at += 1
    at += tokens.words[at] == "." and tokens.lows[at - 1] in _ABBREVIATED
    year_place = at + (tokens.words[at] in {",", "-"})
    year = year_at(tokens, year_place) if tokens.near(year_place) else ""
    if year:
        return Dated(first=index, after=year_place + 1, edtf=_valid(int(year), month, int(word)))
    return Dated(first=index, after=at, edtf=None)


def _days(tokens: Tokens, index: int) -> Dated | None:
    """Read "12–15 May 2013" as a span of days."""
    last = None if tokens.words[index + 3] in DASHES else _day_month(tokens, index + 2)
    if last is None or last.edtf is None or last.edtf[8:10] <= tokens.words[index].zfill(2) or "/" in last.edtf:
        return None
    first = f"{last.edtf[:8]}{tokens.words[index].zfill(2)}"
    return Dated(first=index, after=last.after, edtf=f"{first}/{last.edtf}")


def _month(tokens: Tokens, index: int, date: datetime.date | None) -> Dated | None:
    """Read "April 2013", "April 8, 2013", "Apr. 8", "December last year"."""
    month = MONTHS[tokens.lows[index]]
    if tokens.words[index][0].islower() and tokens.lows[index] in {"may", "march", "mar", "sep", "dec", "jan"}:
        return None
    at = index + 1
    at += tokens.words[at] == "." and tokens.lows[index] in _ABBREVIATED
    at += tokens.words[at] in {",", "of", "-"} and is_year(tokens, at + 1)
    if not tokens.near(at):
        return None
    if year := year_at(tokens, at):
        return Dated(first=index, after=at + 1, edtf=_valid(int(year), month))
    if _after_apostrophe(tokens, at):
        return Dated(first=index, after=at + 2, edtf=None)
    if tokens.lows[at + 1] == "year" and tokens.lows[at] in {"last", "this", "next"}:
        shift = {"last": -1, "this": 0, "next": 1}[tokens.lows[at]]
        return Dated(first=index, after=at + 2, edtf=_valid(date.year + shift, month) if date else None)
    return _month_day(tokens, index, at, month)


def _month_day(tokens: Tokens, index: int, at: int, month: int) -> Dated | None:
    word = tokens.words[at]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    at += 1
    at += tokens.lows[at] in _SUFFIXES and tokens.glued(at)
    place = at + (tokens.words[at] == ",")
    if (year := year_at(tokens, place)) and tokens.near(place):
        return Dated(first=index, after=place + 1, edtf=_valid(int(year), month, int(word)))
    return None if _glued_on(tokens, at) or tokens.words[at] == "%" else Dated(first=index, after=at, edtf=None)


def _relative_month(tokens: Tokens, index: int, date: datetime.date) -> Dated:
    """Read "last December" and "next May" from the document's date."""
    month, low = MONTHS[tokens.lows[index + 1]], tokens.lows[index]
    year = date.year
    if low == "last" and month >= date.month:
        year -= 1
    if low == "next" and month <= date.month:
        year += 1
    return Dated(first=index, after=index + 2, edtf=_valid(year, month))


def _span_of_years(tokens: Tokens, index: int) -> Dated | None:
    """Read "2010–2015", "2012-13", "2012/13"."""
    first, at = tokens.words[index], index + 1
    joint = tokens.words[at]
    years = _YEARS if _long_past(tokens, index) else _RECENT
    if not years.fullmatch(first) or not (joint in DASHES or joint == "/") or tokens.kinds[at + 1] != "n":
        return None
    last = tokens.words[at + 1]
    if _glued_on(tokens, at + 2) or tokens.words[at + 2] == "%" or len(tokens.gap(at)) > 1:
        return None
    if len(last) == 2 and last.isdecimal() and tokens.glued(at + 1) and int(last) > int(first) % 100:
        last = first[:2] + last
    if len(last) == 2 and last == "00" and first.endswith("99"):
        last = str(int(first) + 1)
    crop_year = joint != "/" or (last.isdecimal() and int(last) == int(first) + 1)
    if not years.fullmatch(last) or int(last) <= int(first) or not crop_year:
        return None
    return Dated(first=index, after=at + 2, edtf=f"{first}/{last}")


def _long_past(tokens: Tokens, index: int) -> bool:
    """Whether what stands before two years makes them years, of whatever century: "in 1789-91"."""
    before, earlier = tokens.lows[index - 1], tokens.lows[index - 2]
    told = (
        before in lexicon.SURELY_YEAR or before in {"years", "period"} or (before == "of" and earlier in lexicon.DATED)
    )
    return told or _lived(tokens, index)


def _lived(tokens: Tokens, index: int) -> bool:
    """Whether years stand in brackets behind a name or a reign: "Bach (1685–1750)"."""
    word = tokens.words[index - 2]
    named = tokens.kinds[index - 2] == "w" and word[:1].isupper() and (word[1:].islower() or len(word) == 1)
    bracketed = tokens.words[index - 1] == "(" and tokens.words[index + 3] == ")"
    return bracketed and (named or word in {"reign", "rule", "dynasty", "era", "war", "period", "career", "tenure"})


def _decade(tokens: Tokens, index: int) -> Dated | None:
    """Read "1990s" and "1990's" as ten years."""
    year, at = tokens.words[index], index + 1
    if not _RECENT.fullmatch(year) or not year.endswith("0"):
        return None
    at += tokens.words[at] in {"'", "’"} and tokens.glued(at) and tokens.lows[at + 1] == "s"
    if tokens.lows[at] != "s" or not tokens.glued(at):
        return None
    return Dated(first=index, after=at + 1, edtf=f"{year}/{int(year) + 9}")


def _quarter(tokens: Tokens, index: int) -> Dated | None:
    """Read "Q1 2013", "H2 2013", "FY2013" and "fiscal 2013"."""
    word = tokens.words[index]
    if word in {"Q", "H"} and tokens.glued(index + 1) and tokens.words[index + 1] in {"1", "2", "3", "4"}:
        if _glued_on(tokens, index + 2):
            return None
        part, size = int(tokens.words[index + 1]), 3 if word == "Q" else 6
        return _part_of_year(tokens, index, index + 2, part * size, size)
    if word in {"FY", "CY"} and tokens.kinds[index + 1] == "n":
        return _fiscal(tokens, index)
    return None


def _part_of_year(tokens: Tokens, index: int, at: int, last: int, size: int) -> Dated | None:
    """Go on after the quarter or half: "Q1 2013", "Q3 '19", "Q3 FY19"; months only where the year is the calendar's."""
    if last > 12:
        return None
    place = at + (tokens.words[at] in {",", "-", "/", "of"})
    if year := year_at(tokens, place):
        return Dated(first=index, after=place + 1, edtf=f"{year}-{last - size + 1:02d}/{year}-{last:02d}")
    if _after_apostrophe(tokens, place):
        return Dated(first=index, after=place + 2, edtf=None)
    short = tokens.words[place].isdecimal() and len(tokens.words[place]) == 2 and tokens.gap(place) == " "
    if place == at and short and (tokens.kinds[at + 1] in {"", "s"} or tokens.lows[at + 1] in lexicon.STOPS):
        goes_on = tokens.words[at + 1] in {"%", "-", "–", "$", "€", "£"} or tokens.kinds[at + 2] == "n"
        return Dated(first=index, after=at if goes_on else at + 1, edtf=None)
    if tokens.words[place] in {"FY", "CY"} and tokens.kinds[place + 1] == "n" and tokens.glued(place + 1):
        return Dated(first=index, after=_fiscal(tokens, place).after, edtf=None)
    return Dated(first=index, after=at, edtf=None)


def _quarter_first(tokens: Tokens, index: int) -> Dated | None:
    """Read "1Q19", "3Q 2013" and "1H13"."""
    letter, at = tokens.words[index + 1], index + 2
    if letter not in {"Q", "H"} or not tokens.glued(index + 1) or tokens.words[index] not in {"1", "2", "3", "4"}:
        return None
    if tokens.glued(at) and tokens.kinds[at] == "n" and len(tokens.words[at]) == 2 and not _glued_on(tokens, at + 1):
        return Dated(first=index, after=at + 1, edtf=None)
    size = 3 if letter == "Q" else 6
    return None if tokens.glued(at) and tokens.kinds[at] == "w" else _part_of_year(
        tokens, index, at, int(tokens.words[index]) * size, size)  # fmt: skip


def _class_of(tokens: Tokens, index: int) -> Dated | None:
    """See a year in "in '69"; which century it is of is not said, and digits in quotation marks are none."""
    opens = _after_apostrophe(tokens, index - 1) and index > 1 and bool(tokens.gap(index - 1))
    if not opens:
        return None
    quoted = tokens.words[index + 1] in {"'", "’"} or tokens.kinds[index + 1] == "n" or tokens.words[index + 1] == "%"
    quoted = quoted or tokens.lows[index + 1] in SCALE_WORDS or bool(units.UNITS.find(tokens.words[index + 1] or "-"))
    quoted = quoted or (tokens.words[index - 1] == "‘" and "’" in tokens.words[index + 1 : index + _QUOTED])
    return Dated(first=index - 1, after=index + 1, edtf=None) if not quoted else None


_QUOTED = 12
"""Words in which a quotation is looked for that begins with two digits."""


def _fiscal(tokens: Tokens, index: int) -> Dated:
    """Read a fiscal year, "FY2013", "FY13", "FY13/14"; which months it has is not said: its year stands for it."""
    span = _span_of_years(tokens, index + 1)
    if span:
        return Dated(first=index, after=span.after, edtf=span.edtf)
    year, last = tokens.words[index + 1], tokens.words[index + 3]
    if len(year) == 2 and year.isdecimal():
        joint = tokens.words[index + 2] in DASHES or tokens.words[index + 2] == "/"
        two = joint and len(last) == 2 and last.isdecimal() and int(last) == int(year) + 1 and tokens.glued(index + 3)
        return Dated(first=index, after=index + (4 if two else 2), edtf=f"20{year}/20{last}" if two else f"20{year}")
    return Dated(first=index, after=index + 2, edtf=year if _YEARS.fullmatch(year) else None)


def _no_count(tokens: Tokens, index: int, before: str) -> bool:
    """Whether nothing says that four digits before a noun are a number of it: "weak 2009 exports"."""
    than = before == "than" and tokens.lows[index - 2] in {"more", "less", "fewer"}
    if than or (before == "about" and tokens.lows[index - 2] in lexicon.COUNTING):
        return False
    if before in lexicon.MAYBE_YEAR or tokens.words[index] < "1900":
        return before in lexicon.MAYBE_YEAR
    return before not in lexicon.COUNTING and tokens.lows[index + 1] not in lexicon.UNMARKED


def _long_ago(tokens: Tokens, index: int) -> bool:
    """Whether four digits below 1800 are a year: "the fire of 1666", "extinct by 1350"; no "exceeded by 1350"."""
    before, earlier = tokens.lows[index - 1], tokens.lows[index - 2]
    if before == "of":
        return earlier in lexicon.DATED
    by = before == "by" and earlier not in lexicon.CHANGING and not earlier.endswith("ed")
    return by or _of_a_reign(tokens, index) or _of_a_reign(tokens, index - 2)


def _of_a_reign(tokens: Tokens, index: int) -> bool:
    """Whether two years begin here: "from 1618 to 1648"; after a verb of change they are amounts."""
    joints = (tokens.lows[index - 1], tokens.lows[index + 1])
    if joints not in {("from", "to"), ("from", "until"), ("between", "and")}:
        return False
    rising = is_year(tokens, index) and is_year(tokens, index + 2) and tokens.words[index] < tokens.words[index + 2]
    earlier = tokens.lows[max(0, index - _FAR) : index - 1]
    near = {*earlier[earlier.index(".") + 1 :]} if "." in earlier else {*earlier}
    ends = tokens.words[index + 3] in {"", ".", ",", ";", ":", "(", ")"} or tokens.lows[index + 3] in lexicon.STOPS
    return rising and ends and not near & (lexicon.CHANGING | lexicon.RANGING)


_FAR = 9
"""Words before "from" in which a verb of change is looked for."""


def bare_year(tokens: Tokens, index: int, *, noun_follows: bool) -> Dated | None:
    """Read four digits as a year, where the words around them do not make them a number of things."""
    word, before = tokens.words[index], tokens.lows[index - 1]
    if tokens.words[index + 1] in {"x", "×"} and tokens.glued(index + 1):
        return None  # "1920x1080 pixels"
    if before in DASHES or (before == "." and tokens.lows[index - 2] in _VAGUE):
        before = tokens.lows[index - 2]
    recent = bool(_RECENT.fullmatch(word))
    if not is_year(tokens, index) or not (recent or before in lexicon.SURELY_YEAR or _long_ago(tokens, index)):
        return None
    round_number = word.endswith(("00", "50"))
    surely = lexicon.SURELY_YEAR | {"the", "by"}
    if noun_follows and not (recent and (before in surely if round_number else _no_count(tokens, index, before))):
        return None
    return Dated(first=index, after=index + 1, edtf=word + ("~" if before in _VAGUE else ""))
