"""When something holds: the dates of EDTF (ISO 8601-2, levels 0 and 1) that a catalogue writes.

``2012``, ``2012-12``, ``2013-04-08``, each also with ``~`` for about; ``2013/2015``, ``../2013``
and ``2013/..`` for intervals. A year stays a year: no day is ever invented. ``Period.first`` and
``Period.last`` are the days that the period reaches from and to, for drawing and filtering.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["year", "month", "day", "interval"]

FORMS = "2012, 2012-12, 2013-04-08, 2015~, 2013/2015, ../2013 or 2013/.."
"""The forms that are read, for messages."""

PATTERN = r"[0-9]{4}(-[0-9]{2}){0,2}~?"
"""One date; an interval is two of them, or one and ``..``, with a slash between."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, and how exactly it is known; None is an open end."""

    edtf: str
    first: date | None
    last: date | None
    precision: Precision
    approximate: bool = False


@lru_cache(maxsize=4096)
def parse(edtf: str) -> Period:
    """Read a date or an interval; ValueError says in a plain sentence what is wrong with it."""
    if "/" in edtf:
        return _interval(edtf)
    match = _DATE.fullmatch(edtf)
    if match is None:
        raise ValueError(f"write {FORMS}")
    month, day = (int(part) if part else None for part in match.group(2, 3))
    first, last = _days(int(match[1]), month, day)
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    return Period(edtf=edtf, first=first, last=last, precision=precision, approximate=bool(match[4]))


def is_date(edtf: str) -> bool:
    """Whether `parse` reads this."""
    try:
        parse(edtf)
    except ValueError:
        return False
    return True


def is_day(edtf: str) -> bool:
    """Whether this is one day for certain, so that "last year" can be counted from it."""
    return is_date(edtf) and parse(edtf).precision == "day" and not parse(edtf).approximate


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if year == 0:
        raise ValueError("there is no year 0")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= day <= last:
        raise ValueError(f"there is no day {day} in {_MONTHS[month - 1]} {year}")
    return date(year, month, day), date(year, month, day)


def _interval(edtf: str) -> Period:
    start, _, end = edtf.partition("/")
    if start == end == "..":
        raise ValueError("an interval has a date at one end at least")
    if not start or not end:
        raise ValueError("an open end is written as two dots, such as 2013/..")
    first, last = (None if part == ".." else _bounded(part) for part in (start, end))
    if first and first.first and last and last.last and first.first > last.last:
        raise ValueError("the interval ends before it starts")
    return Period(
        edtf=edtf,
        first=first.first if first else None,
        last=last.last if last else None,
        precision="interval",
        approximate=any(part.approximate for part in (first, last) if part),
    )


def _bounded(part: str) -> Period:
    if "/" in part:
        raise ValueError("an interval has two ends and one slash")
    return parse(part)


def words(edtf: str) -> str:
    """Say the date as a sentence does: ``2012-12`` is "December 2012", ``2015~`` is "about 2015".

    Raises ValueError as `parse` does.
    """
    parse(edtf)
    if "/" not in edtf:
        return _words_of_one(edtf)
    start, _, end = edtf.partition("/")
    if start == "..":
        return f"until {_words_of_one(end)}"
    if end == "..":
        return f"from {_words_of_one(start)}"
    return f"{_words_of_one(start)} to {_words_of_one(end)}"


def _words_of_one(edtf: str) -> str:
    parts = [int(part) for part in edtf.rstrip("~").split("-")]
    said = [str(parts[0]), *(_MONTHS[month - 1] for month in parts[1:2]), *map(str, parts[2:])]
    return ("about " if edtf.endswith("~") else "") + " ".join(reversed(said))
