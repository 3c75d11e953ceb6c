"""What a date of the source says in full: one date, an open interval, or an interval with two ends.

"From 2013 to 2015" is 2013/2015, not 2013: an amount that stands beside one end holds for the whole,
unless its role says which end it is of. "Between March and June 2013" and "the second quarter of
2013" are intervals too; there the words before the date give what it lacks.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date as day
from datetime import timedelta

from figures import dates
from figures.checks import phrases
from figures.checks.context import Read
from figures.model import Mention, Role, Span
from figures.reading import scan

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_FIRST_END = re.compile(
    rf"\b(?P<open>from|between|over|during|for|in)?\s*(?P<start>\d{{1,2}}(?:\s+{_MONTH})?|{_MONTH}(?:\s+\d{{1,2}})?)"
    r"\s*(?P<joint>[-–—]|\b(?:to|until|till|through|and)\b)\s*\Z",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-–—]\s*")
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+end\s+of\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|over|during|for|in|through|period|years?)\s+(?:the\s+)?(?:(?:years|period|seasons?)\s+)?(?:(?:of|from)\s+)?\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_EDGE = r"\s+(?:the\s+)?(?:(?:end|start|beginning|close)\s+of\s+)?(?:the\s+year\s+)?\Z"
_UNTIL = re.compile(rf"\b(?:(?P<sure>until|till|before|up\s+to)|by|through){_EDGE}", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:(?P<sure>since|after)|from){_EDGE}", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"\b(?P<place>first|second|third|fourth|1st|2nd|3rd|4th|last)\s+(?P<part>quarter|half)\s+(?:of\s+)?\Z",
    re.IGNORECASE,
)
_FIRST_MONTHS = re.compile(
    r"\b(?P<place>first|last)\s+(?P<months>\w+)\s+months\s+(?:of|in)\s+(?:the\s+year\s+)?\Z", re.IGNORECASE
)
_ENDED = re.compile(
    r"\b(?:(?P<months>\w+)[\s-]+months?|quarter|(?P<half>half)(?:[\s-]+year)?|(?P<year>year))\s+(?:period\s+)?"
    r"(?:ended|ending|to|through)\s+(?:on\s+)?(?:the\s+)?(?:end\s+of\s+)?\Z",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for words, count in {
        "two": 2,
        "three": 3,
        "four": 4,
        "six": 6,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "twelve": 12,
    }.items()
    for word in (words, str(count))
}
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The dates of the source that make one period; ``edtf`` is that of the whole, ``ends`` of its two ends.

    ``others`` are readings that are as true: "by 2015" may be 2015.
    """

    edtf: str
    dates: tuple[Mention, ...]
    words: str
    ends: tuple[str, str] = ("", "")
    others: tuple[str, ...] = ()

    def says(self, wanted: str, role: Role) -> bool:
        """Whether the words give this period to an amount of this role."""
        return wanted in {self.edtf, *self.others} or (bool(wanted) and wanted == self.end_of(role))

    def end_of(self, role: Role) -> str:
        """Return the end that a role names: ``from`` the first, ``to`` the last; else the whole."""
        return {"from": self.ends[0], "to": self.ends[1]}.get(role, "") or self.edtf


def when(read: Read, date: Mention) -> When:
    """Return what a dated mention says together with the words round it."""
    if "/" not in (date.edtf or ""):
        for first, last in ((_earlier(read, date), date), (date, _later(read, date))):
            if first and last and first.edtf and last.edtf and _joined(read, first, last):
                return _between(read, first.edtf, last.edtf, (first, last))
        if found := _with_first_end(read, date) or _two_years(read, date):
            return found
    return _by_itself(read, date)


def _between(read: Read, first: str, last: str, mentions: tuple[Mention, ...], start: int | None = None) -> When:
    span = Span(start=mentions[0].start if start is None else start, end=mentions[-1].end)
    return When(edtf=f"{first}/{last}", dates=mentions, words=read.words(span), ends=(first, last))


def _earlier(read: Read, date: Mention) -> Mention | None:
    before = read.before(date.number_start)
    return before if before and before.end <= date.start and _is_end(before) else None


def _later(read: Read, date: Mention) -> Mention | None:
    after = read.after(date.end)
    return after if after and _is_end(after) else None


def _is_end(date: Mention) -> bool:
    return date.kind == "date" and bool(date.edtf) and "/" not in (date.edtf or "")


def _joined(read: Read, first: Mention, last: Mention) -> bool:
    """Whether two dates are the ends of an interval: "from … to …", "between … and …", or a dash."""
    if not dates.is_date(f"{first.edtf}/{last.edtf}"):
        return False
    before = phrases.before(read.text, first.start)
    if _DASH.fullmatch(read.text, first.end, last.start):
        return True
    if _FROM.search(before):
        return bool(_TO.fullmatch(read.text, first.end, last.start))
    return bool(_BETWEEN.search(before) and _AND.fullmatch(read.text, first.end, last.start))


def _with_first_end(read: Read, date: Mention) -> When | None:
    """Read the first end that leaves its year or month to the date: "March to June 2013", "from 3 to 28 May 2013"."""
    before = phrases.before(read.text, date.start)
    found = _FIRST_END.search(before)
    if not found or not date.edtf:
        return None
    opens, paired = (found["open"] or "").casefold(), found["joint"].casefold() == "and"
    if found["start"].isdigit():
        opened = opens == ("between" if paired else "from") or bool(_DASH.fullmatch(found["joint"]))
        whole = f"{date.edtf[:7]}-{int(found['start']):02}" if opened and len(date.edtf) == 10 else None
    else:
        whole = next((one.edtf for one in scan(f"{found['start']} {date.edtf[:4]}", read.date) if one.edtf), None)
    if not whole or not dates.is_date(f"{whole}/{date.edtf}"):
        return None
    start = date.start - len(before) + found.start("start")
    own = tuple(one for one in read.numbers_in(Span(start=start, end=date.start)) if not one.edtf)
    both = _between(read, whole, date.edtf, (*own, date), start)
    if not paired or opens == "between":
        return both
    follow = len(whole) == len(date.edtf) == 7 and int(date.edtf[5:]) - int(whole[5:]) == 1
    return replace(both, others=(whole, date.edtf)) if follow else None


def _two_years(read: Read, date: Mention) -> When | None:
    """Read "over 2012 and 2013": each of the two years, or both of them together."""
    for first, last in ((_earlier(read, date), date), (date, _later(read, date))):
        years = [one.edtf or "" for one in (first, last) if one]
        together = len(years) == 2 and all(map(_YEAR.fullmatch, years)) and int(years[1]) - int(years[0]) == 1
        if first and last and together and _AND.fullmatch(read.text, first.end, last.start):
            return When(edtf=date.edtf or "", dates=(date,), words=date.text, others=("/".join(years),))
    return None


def _by_itself(read: Read, date: Mention) -> When:
    """Return a date alone: open where "since" or "until" stands before it, perhaps open with "from" or "by"."""
    edtf = date.edtf or ""
    before = phrases.before(read.text, date.start)
    if "/" in edtf:
        return When(edtf=edtf, dates=(date,), words=date.text, ends=(edtf.partition("/")[0], edtf.partition("/")[2]))
    if ended := _ended(edtf, before):
        return When(edtf=ended[0], dates=(date,), words=date.text, others=ended[1:])
    if part := _part_of_year(edtf, before):
        return When(edtf=part[0], dates=(date,), words=f"{part[1]} {date.text}")
    for pattern, whole, ends in (
        (_UNTIL, f"../{edtf}", ("", edtf)),
        (_SINCE, f"{edtf}/..", (edtf, "")),
    ):
        if found := pattern.search(before):
            if found["sure"]:
                return When(edtf=whole, dates=(date,), words=f"{found[0].strip()} {date.text}", ends=ends)
            return When(edtf=edtf, dates=(date,), words=date.text, others=(whole,))
    return When(edtf=edtf, dates=(date,), words=date.text)


def _part_of_year(edtf: str, before: str) -> tuple[str, str] | None:
    """Return the months of "the second half of 2013" and the like, and the words before the year."""
    if (first := _FIRST_MONTHS.search(before)) and re.fullmatch(r"\d{4}", edtf):
        count = _COUNTS.get(first["months"].casefold(), 0)
        ends = (1, count) if first["place"].casefold() == "first" else (13 - count, 12)
        return (f"{edtf}-{ends[0]:02}/{edtf}-{ends[1]:02}", first[0].strip()) if count else None
    found = _PART_OF_YEAR.search(before)
    if not found or not re.fullmatch(r"\d{4}", edtf):
        return None
    length = 6 if found["part"].casefold() == "half" else 3
    place = _PLACES.get(found["place"].casefold(), 12 // length)
    if place * length > 12:
        return None
    return f"{edtf}-{(place - 1) * length + 1:02}/{edtf}-{place * length:02}", found[0].strip()


def _ended(edtf: str, before: str) -> tuple[str, ...]:
    """Return the months, and the days, of "the year ended 31 March 2013"; first the year, where it is one."""
    found = _ENDED.search(before)
    if not found or not re.fullmatch(r"\d{4}-\d{2}(?:-\d{2})?", edtf):
        return ()
    count = 12 if found["year"] else 6 if found["half"] else 3
    if found["months"]:
        count = _COUNTS.get(found["months"].casefold(), 0)
    year, month = int(edtf[:4]), int(edtf[5:7])
    last = calendar.monthrange(year, month)[1]
    first_year, first_month = divmod(year * 12 + month - count, 12)
    if not count:
        return ()
    if edtf[8:] and int(edtf[8:]) < last:
        begins = day(year - 1, month, int(edtf[8:])) + timedelta(days=1)
        return (f"{begins}/{edtf}",) if count == 12 else ()
    first = f"{first_year}-{first_month + 1:02}"
    ways = (f"{first}/{edtf[:7]}", f"{first}-01/{edtf[:7]}-{last}")
    return (edtf[:4], *ways) if (count, month) == (12, 12) else ways
