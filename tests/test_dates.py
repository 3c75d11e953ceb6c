"""Dates as EDTF writes them: what they reach from and to, what they are called, what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import dates

READ = [
    # EDTF, first day, last day, precision, approximate, words
    ("2012", date(2012, 1, 1), date(2012, 12, 31), "year", False, "2012"),
    ("2013-08", date(2013, 8, 1), date(2013, 8, 31), "month", False, "August 2013"),
    ("2012-12", date(2012, 12, 1), date(2012, 12, 31), "month", False, "December 2012"),
    ("2012-02", date(2012, 2, 1), date(2012, 2, 29), "month", False, "February 2012"),
    ("2013-04-08", date(2013, 4, 8), date(2013, 4, 8), "day", False, "8 April 2013"),
    ("2015~", date(2015, 1, 1), date(2015, 12, 31), "year", True, "about 2015"),
    ("2015-06~", date(2015, 6, 1), date(2015, 6, 30), "month", True, "about June 2015"),
    ("2013-04-08~", date(2013, 4, 8), date(2013, 4, 8), "day", True, "about 8 April 2013"),
    ("2013/2015", date(2013, 1, 1), date(2015, 12, 31), "interval", False, "2013 to 2015"),
    ("2013/2013", date(2013, 1, 1), date(2013, 12, 31), "interval", False, "2013 to 2013"),
    ("2013-04-08/2013-04-08", date(2013, 4, 8), date(2013, 4, 8), "interval", False, "8 April 2013 to 8 April 2013"),
    ("1850-01-01", date(1850, 1, 1), date(1850, 1, 1), "day", False, "1 January 1850"),
    ("2013~/2015-06", date(2013, 1, 1), date(2015, 6, 30), "interval", True, "about 2013 to June 2015"),
    ("../2013", None, date(2013, 12, 31), "interval", False, "until 2013"),
    ("2013/..", date(2013, 1, 1), None, "interval", False, "from 2013"),
    ("2013~/..", date(2013, 1, 1), None, "interval", True, "from about 2013"),
    ("0001", date(1, 1, 1), date(1, 12, 31), "year", False, "1"),
    ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month", False, "December 9999"),
]

REFUSED = [
    ("0000", "there is no year 0"),
    ("0000-01-01", "there is no year 0"),
    ("2012-13", "there is no month 13"),
    ("2012-00", "there is no month 0"),
    ("2012-21", "there is no month 21"),
    ("2013-02-29", "there is no day 29 in February 2013"),
    ("2013-04-31", "there is no day 31 in April 2013"),
    ("2013-04-00", "there is no day 0 in April 2013"),
    ("2015/2013", "the interval ends before it starts"),
    ("2015-05/2015-04", "the interval ends before it starts"),
    ("../..", "an interval has a date at one end at least"),
    ("2013/", "an open end is written as two dots, such as 2013/.."),
    ("/2013", "an open end is written as two dots, such as 2013/.."),
    ("2013/2014/2015", "an interval has two ends and one slash"),
    ("2013/2014-13", "there is no month 13"),
]

MALFORMED = [
    *("", " 2012", "2012 ", "12", "201", "20122", "-2012", "+2012", "2012-1", "2012-1-1", "2012/13"),
    *("03/04/2012", "8 April 2013", "2012?", "2012%", "~2012", "201X", "2012-XX", "Y20120", "2012-Q1", "2012W01"),
    *("2013-04-08T10:00", "2013-04-08T10:00Z", "２０１２", "٢٠١٢", "2012\n", "..", "2012..2013", "undecided", "2012~~"),
]


@pytest.mark.parametrize(("edtf", "first", "last", "precision", "approximate", "said"), READ)
def test_a_date_reaches_from_its_first_day_to_its_last(edtf, first, last, precision, approximate, said):
    expected = dates.Period(edtf=edtf, first=first, last=last, precision=precision, approximate=approximate)
    assert expected == dates.parse(edtf)
    assert said == dates.words(edtf)


@pytest.mark.parametrize(("edtf", "said"), REFUSED)
def test_a_day_that_never_was_is_refused_with_the_reason(edtf, said):
    with pytest.raises(ValueError, match=said.replace("..", r"\.\.")) as caught:
        dates.parse(edtf)
    assert said == str(caught.value)


@pytest.mark.parametrize("edtf", MALFORMED)
def test_other_forms_are_refused_with_the_forms_that_are_read(edtf):
    with pytest.raises(ValueError, match=r"write|open end|there is no"):
        dates.parse(edtf)
    with pytest.raises(ValueError, match=r"write|open end|there is no"):
        dates.words(edtf)


@settings(deadline=None)
@given(st.dates())
def test_a_day_is_itself(day):
    period = dates.parse(day.isoformat())
    assert (day, day, "day") == (period.first, period.last, period.precision)


@settings(deadline=None)
@given(st.dates())
def test_a_year_and_a_month_hold_their_days_and_no_others(day):
    for edtf in (day.isoformat()[:4], day.isoformat()[:7]):
        period = dates.parse(edtf)
        assert period.first <= day <= period.last
        assert edtf == period.first.isoformat()[: len(edtf)] == period.last.isoformat()[: len(edtf)]


@settings(deadline=None)
@given(st.text("0123456789-/.~? XTZ:", max_size=14))
def test_whatever_is_written_is_a_period_or_a_plain_refusal(text):
    try:
        period = dates.parse(text)
    except ValueError:
        return
    assert period.first is None or period.last is None or period.first <= period.last
    assert dates.words(text)
