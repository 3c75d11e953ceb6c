"""The small rules on dates, a line for each: periods, what a date is of, events, and the ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import catalogue, one
from test_checks_rules import claim, found, rows

from figures.checks import check

# Periods: text of "5 Mt" | periods that it gives | periods that it does not give

PERIODS = """
# An interval with two ends
It sold 5 Mt from 2013 to 2015.             | 2013/2015                    | 2013; 2015; 2013/..; ../2015
It sold 5 Mt from 2013 until 2015.          | 2013/2015                    | 2013; 2015
It sold 5 Mt from 2013 till 2015.           | 2013/2015                    | 2015
It sold 5 Mt over the years 2013 to 2015.   | 2013/2015                    | 2015
It sold 5 Mt in the period 2013 to 2015.    | 2013/2015                    | 2015
It sold 5 Mt from 2013 to the end of 2015.  | 2013/2015                    | 2015
It sold 5 Mt in 2013–2015.                  | 2013/2015                    | 2013; 2015
It sold 5 Mt between 2013 and 2015.         | 2013/2015                    | 2013; 2015
It sold 5 Mt from March to June 2013.       | 2013-03/2013-06              | 2013-06; 2013; 2013-03
It sold 5 Mt between March and June 2013.   | 2013-03/2013-06              | 2013-06; 2013
It sold 5 Mt in March–June 2013.            | 2013-03/2013-06              | 2013-06
It sold 5 Mt from 3 to 28 May 2013.         | 2013-05-03/2013-05-28        | 2013-05-28; 2013-05
It sold 5 Mt between 3 and 28 May 2013.     | 2013-05-03/2013-05-28        | 2013-05-28
It sold 5 Mt on 3–28 May 2013.              | 2013-05-03/2013-05-28        | 2013-05-28
It sold 5 Mt from 3 March to 8 May 2013.    | 2013-03-03/2013-05-08        | 2013-05-08
# Two dates of which each may be meant, or both
It sold 5 Mt in 2013 and 2014.              | 2013/2014; 2013              | 2013/..; 2012
It sold 5 Mt in 2013 and 2015.              | 2013                         | 2013/2015
It sold 5 Mt in May and June 2013.          | 2013-05/2013-06; 2013-05; 2013-06 | 2013
It sold 5 Mt in May and July 2013.          | 2013-07                      | 2013-05/2013-07
# Open intervals
It sold 5 Mt until 2015.                    | ../2015                      | 2015; 2015/..
It sold 5 Mt till the end of 2015.          | ../2015                      | 2015
It sold 5 Mt before 2015.                   | ../2015                      | 2015
It sold 5 Mt up to 2015.                    | ../2015                      | 2015
It sold 5 Mt through 2015.                  | 2015; ../2015                | 2015/..
It sold 5 Mt by 2015.                       | 2015; ../2015                | 2015/..
It sold 5 Mt since 2015.                    | 2015/..                      | 2015; ../2015
It sold 5 Mt after 2015.                    | 2015/..                      | 2015
It sold 5 Mt from 2015.                     | 2015; 2015/..                | ../2015
It sold 5 Mt from the start of 2015.        | 2015; 2015/..                | ../2015
# Parts of a year
It sold 5 Mt in the first half of 2015.     | 2015-01/2015-06              | 2015; 2015-01/2015-05
It sold 5 Mt in the second half of 2015.    | 2015-07/2015-12              | 2015
It sold 5 Mt in the last half of 2015.      | 2015-07/2015-12              | 2015
It sold 5 Mt in the first quarter of 2015.  | 2015-01/2015-03              | 2015
It sold 5 Mt in the 2nd quarter of 2015.    | 2015-04/2015-06              | 2015
It sold 5 Mt in the third quarter of 2015.  | 2015-07/2015-09              | 2015
It sold 5 Mt in the fourth quarter of 2015. | 2015-10/2015-12              | 2015
It sold 5 Mt in the last quarter of 2015.   | 2015-10/2015-12              | 2015
It sold 5 Mt in Q1 2015.                    | 2015-01/2015-03              | 2015
It sold 5 Mt in Q4 of 2015.                 | 2015-10/2015-12              | 2015
It sold 5 Mt for the last 2015 time.        |                              | 2015-10/2015-12
It sold 5 Mt in the first nine months of 2015.  | 2015-01/2015-09          | 2015
It sold 5 Mt in the first eight months of 2015. | 2015-01/2015-08          | 2015
It sold 5 Mt in the last 3 months of 2015.      | 2015-10/2015-12          | 2015
It sold 5 Mt in the first few months of 2015.   | 2015                     | 2015-01/2015-03
# Up to a day
It sold 5 Mt in the year ended 31 December 2015.       | 2015; 2015-01/2015-12; 2015-01-01/2015-12-31 | 2015-12-31
It sold 5 Mt in the year ended 31 March 2015.          | 2014-04/2015-03; 2014-04-01/2015-03-31 | 2015; 2015-03-31
It sold 5 Mt in the year ended 29 February 2016.       | 2015-03/2016-02; 2015-03-01/2016-02-29 | 2016
It sold 5 Mt in the year to March 2015.                | 2014-04/2015-03              | 2015; 2015-03
It sold 5 Mt in the year to 15 May 2015.               | 2014-05-16/2015-05-15        | 2015-05-15; 2014-05/2015-05
It sold 5 Mt in the quarter ended 30 June 2015.        | 2015-04/2015-06; 2015-04-01/2015-06-30 | 2015-06-30; 2015
It sold 5 Mt in the half ended 30 June 2015.           | 2015-01/2015-06              | 2015
It sold 5 Mt in the half-year ended 30 June 2015.      | 2015-01/2015-06              | 2015
It sold 5 Mt in the nine months ended 30 June 2015.    | 2014-10/2015-06              | 2015
It sold 5 Mt in the twelve months to December 2015.    | 2015; 2015-01/2015-12        | 2015-12
It sold 5 Mt in the six months to 15 May 2015.         | 2015-05-15                   | 2014-11-16/2015-05-15
It sold 5 Mt in the many months to June 2015.          | 2015-06                      | 2015-05/2015-06
"""


@pytest.mark.parametrize(("text", "true", "false"), rows(PERIODS))
def test_words_round_a_date_give_the_whole_period(text, true, false):
    def problems(period):
        return found(catalogue(claim(text, "5 Mt", "5 Mt", f'period: "{period}"'), text=text))

    assert {period: problems(period) for period in true.split("; ") if period} == {
        period: set() for period in true.split("; ") if period
    }
    assert [period for period in false.split("; ") if "amount-period" not in problems(period)] == []


# Dates and what they are of: text of "5 Mt" | period | findings

DATES = """
# A date that follows its number
It sold 5 Mt (2013) and left.                       | 2013 |
It sold 5 Mt (2013) and left.                       |      | amount-period
It sold 5 Mt already in 2013.                       |      | amount-period
It sold 5 Mt during the course of 2013.             |      | amount-period
It sold 5 Mt as at the end of 2013.                 |      | amount-period
It sold 5 Mt of ore dug in 2013.                    |      |
It sold 5 Mt with care in 2013.                     |      |
It sold 5 Mt with care in 2013.                     | 2013 |
It sold 5 Mt (2013: 3 Mt).                          |      |
It sold 5 Mt in 2013 prices.                        |      |
It was worth 5 Mt in 2013 US dollars.               |      |
In 2013 prices it sold 5 Mt.                        |      |
# A change is counted from a year that is not its own
Sales rose 5 Mt on 2013.                            |      |
Sales rose 5 Mt compared with 2013.                 |      |
Sales fell 5 Mt from the year 2013.                 |      |
Sales rose 5 Mt from 2013 to 2015.                  |      | amount-period
Sales rose 5 Mt from 2013 to 2015.                  | 2013/2015 |
Sales were 5 Mt over 2013.                          |      | amount-period
Sales rose 5 Mt over March 2013.                    |      | amount-period
In 2015 sales rose 5 Mt on 2013.                    | 2015 |
In 2015 sales rose 5 Mt on 2013.                    |      | amount-period
# A date before its number
Sales in 2013 of 5 Mt were good.                    |      | amount-period
Sales in 2013 totalled 5 Mt.                        |      | amount-period
In 2013: 5 Mt.                                      |      | amount-period
It sold 3 Mt in 2013 and over 3 ships of 5 Mt.      |      |
In 2013 it sold 5 Mt.                               |      | amount-period
While in 2013 it sold 5 Mt, it closed.              |      | amount-period
(In 2013, it sold 5 Mt.)                            |      | amount-period
At the start of 2013 it had 5 Mt.                   |      | amount-period
When 2013 came it sold 5 Mt.                        |      |
In 2013, after the fire, it sold 5 Mt.              |      | amount-period
It sold 3 Mt in 2013, but in 2014 it sold 5 Mt.     |      | amount-period
It sold 3 Mt in 2013, but in 2014 it sold 5 Mt.     | 2014 |
It sold 3 Mt in 2013, then in 2014 sold 1 Mt of 5 Mt. |    |
# Dates in the order of their numbers
It sold 3 Mt and 5 Mt in 2013 and 2014 respectively.  | 2014 |
It sold 3 Mt and 5 Mt in 2013 and 2014 respectively.  | 2013 | amount-period
It sold 5 Mt and 3 Mt in 2013 and 2014 respectively.  | 2013 |
It sold 5 Mt and 3 Mt in 2013 and 2014 respectively.  | 2014 | amount-period
It sold 5 Mt and 3 Mt in 2013 and 2014.               | 2014 |
# Compared with another year
It sold 5 Mt, compared to 2013.                     | 2013 | amount-period
It sold 5 Mt in comparison with 2013.               | 2013 | amount-period
It sold 5 Mt, unlike in 2013.                       | 2013 | amount-period
It sold 5 Mt, more than in 2013.                    | 2013 | amount-period
It sold 5 Mt, relative to 2013.                     | 2013 | amount-period
It sold 5 Mt, down from a peak in 2013.             | 2013 | amount-period
It sold 5 Mt v 3 Mt in 2013.                        | 2013 | amount-period
It sold 5 Mt vs. 3 Mt in 2013.                      | 2013 | amount-period
It sold 5 Mt against 3 ships in 2013.               | 2013 |
It sold 5 Mt against a plan of 2013.                | 2013 |
It sold 5 Mt, compared with 3 ships in 2013.        | 2013 |
It sold 5 Mt, compared with 3 Mt, in 2013.          | 2013 |
It sold 5 Mt, compared with 3 Mt in 2012, in 2013.  | 2013 |
It sold 5 Mt, compared with 3,100 t in 2013.        | 2013 | amount-period
# Twice the figure of a year
It sold 5 Mt, twice the 2013 level.                 | 2013 | amount-period
It sold 5 Mt, above the 2013 record.                | 2013 | amount-period
It sold 5 Mt, beating the 2013 record.              | 2013 | amount-period
It sold 5 Mt, above the 2013 roof.                  | 2013 |
It beat the 2013 record when it sold 5 Mt.          | 2013 |
# A superlative since
It sold 5 Mt, the best since 2013.                  | 2013/.. | amount-period
It sold 5 Mt, the strongest showing since 2013.     | 2013/.. | amount-period
It sold 5 Mt, open since 2013.                      | 2013/.. |
# Things that are of a year
The port, built in 2013, sold 5 Mt.                 | 2013 | amount-period
The port, first opened by them in 2013, sold 5 Mt.  | 2013 | amount-period
The port, busy in 2013, sold 5 Mt.                  | 2013 |
The port, built in 2013 for 5 Mt, is shut.          | 2013 |
The ore (3 Mt in 2013) came to 5 Mt.                | 2013 | amount-period
The ore (sold in 2013) came to 5 Mt.                | 2013 |
It sold 5 Mt of the coal mined in 2013.             | 2013 | amount-period
It sold 5 Mt of its old coal dug up by 2013.        | 2013 | amount-period
It sold 5 Mt of coal mined in 2013.                 | 2013 |
"""


@pytest.mark.parametrize(("text", "period", "codes"), rows(DATES))
def test_date_is_that_of_a_number_or_of_something_else(text, period, codes):
    fields = f'period: "{period}"' if period else ""
    assert found(catalogue(claim(text, "5 Mt", "5 Mt", fields), text=text)) == set(codes.split())


# Relative dates and the ends of an interval: text of "5 Mt" | fields | findings; the document is of 4 May 2020

ENDS = """
Sales rose from 5 Mt to 8 Mt in 2013–2015.     | role: from; period: 2013 |
Sales rose from 5 Mt to 8 Mt in 2013–2015.     | role: from; period: 2015 | amount-period
Sales rose from 8 Mt to 5 Mt in 2013–2015.     | role: to; period: 2015   |
Sales rose from 8 Mt to 5 Mt in 2013–2015.     | role: to; period: 2013   | amount-period
Sales rose from 8 Mt to 5 Mt from 2013 to 2015. | role: to; period: 2015  |
It sold 5 Mt last month.                       | period: 2020-04          |
It sold 5 Mt this month.                       | period: 2020-05          |
It sells 5 Mt next month.                      | period: 2020-06          |
It sold 5 Mt in the current year.              | period: 2020             |
It sold 5 Mt in the current year.              | period: 2021             | amount-period
It sold 5 Mt on the last day.                  | period: 2020             | amount-period
"""


@pytest.mark.parametrize(("text", "fields", "codes"), rows(ENDS))
def test_end_of_an_interval_is_that_of_its_role(text, fields, codes):
    words = {"from": "from 5 Mt", "to": "to 5 Mt"}.get(fields.partition("; ")[0].removeprefix("role: "), "5 Mt")
    fields = fields.replace("period: ", 'period: "') + '"'
    assert found(catalogue(claim(text, words, "5 Mt", fields), text=text)) == set(codes.split())


@pytest.mark.parametrize(
    ("month", "words", "period"),
    [("01", "last month", "2019-12"), ("12", "next month", "2021-01"), ("12", "this month", "2020-12")],
)
def test_month_before_january_is_in_the_year_before(month, words, period):
    text = f"It sold 5 Mt {words}."
    made = claim(text, "5 Mt", "5 Mt", f'period: "{period}"')
    assert found(dated(made, text, f"2020-{month}-04")) == set()


def dated(claims, text, date):
    """A catalogue whose document has another date."""
    made = catalogue(claims, text=text)
    return replace(made, sources=tuple(replace(source, date=date) for source in made.sources))


# Events: text | its words | course | date | findings; the document is of 4 May 2020

EVENTS = """
The port opened in 2013.                  | 2013          | happened | 2013       |
The port opened in 2013.                  | 2013          | planned  | 2013       | event-course
The port opened in 2013.                  | 2013          | happened | 2014       | event-date
The port opened in 2013.                  | port          | happened | 2013       | event-date
The port opens in 2021.                   | 2021          | planned  | 2021       |
The port opens in 2021.                   | 2021          | happened | 2021       | event-course
The port was opened in 2020.              | 2020          | happened | 2020       |
The port was opened in 2020.              | 2020          | planned  | 2020       | event-course
The port will open in 2020.               | 2020          | planned  | 2020       |
The port will open in 2020.               | 2020          | happened | 2020       | event-course
The port: 2020.                           | 2020          | happened | 2020       | event-course?
The port was opened on 4 May 2020.        | 4 May 2020    | happened | 2020-05-04 |
The port opened on 3 May 2020.            | 3 May 2020    | planned  | 2020-05-03 | event-course
The port opens on 5 May 2020.             | 5 May 2020    | happened | 2020-05-05 | event-course
It was built from 2012 to 2014.           | 2012          | happened | 2012       |
It was built from 2012 to 2014.           | 2012          | happened | 2012/2014  |
It was built from 2012 to 2014.           | 2014          | happened | 2013       | event-date
It opened by 2014.                        | 2014          | happened | ../2014    |
It opened by 2014.                        | 2014          | happened | 2014       |
The port opened in the 1990s.             | 1990s         | happened | 1999       | event-date
# What did not happen, or only should
It was neither opened nor sold in 2013.   | 2013          | happened | 2013       | event-denied
None of the ports was opened in 2013.     | 2013          | happened | 2013       | event-denied
Nobody opened it in 2013.                 | 2013          | happened | 2013       | event-denied
It failed to open in 2013.                | 2013          | happened | 2013       | event-denied
It didn't open in 2013.                   | 2013          | happened | 2013       | event-denied
It cannot open in 2021.                   | 2021          | planned  | 2021       | event-denied
It has no longer opened in 2013.          | 2013          | happened | 2013       | event-denied
It was not, they say, opened in 2013.     | 2013          | happened | 2013       | event-denied
It never closed but opened in 2013.       | 2013          | happened | 2013       |
It was not only opened in 2013.           | 2013          | happened | 2013       |
It was expected to open in 2013.          | 2013          | happened | 2013       | event-denied
It was expected to open in 2021.          | 2021          | planned  | 2021       |
It was to have opened in 2013.            | 2013          | happened | 2013       | event-denied
It would have opened in 2013.             | 2013          | happened | 2013       | event-denied
They denied that it opened in 2013.       | 2013          | happened | 2013       | event-denied
They denied that it was shut, which opened in 2013. | 2013 | happened | 2013      |
They denied that it shut after it opened in 2013. | 2013  | happened | 2013       |
"""

EVENT = """
- id: opening
  source: note
  sector: Trade
  title: Opening
  course: {}
  date: "{}"
  text: "{}"
  quote: "{}"
"""


@pytest.mark.parametrize(("text", "words", "course", "date", "codes"), rows(EVENTS))
def test_event_is_as_its_words_say(text, words, course, date, codes):
    made = catalogue("", text=text, events=EVENT.format(course, date, words, text))
    assert found(made) == set(codes.split())


# What is accounted for: text | fields of the claim of "5 Mt" | numbers left over

LEDGER = """
It sold 5 Mt in 2013.                 | period: 2013       |
It sold 5 Mt in all of 2013.          | undated: Not said. | 2013
It sold 5 Mt and 3 t.                 | undated: Not said. | 3 t
It sold 5 Mt from 2013 to 2015.       | period: 2013/2015  |
It sold 5 Mt in 2013, in all of 2013. | period: 2013       |
"""


@pytest.mark.parametrize(("text", "fields", "left"), rows(LEDGER))
def test_number_is_accounted_for_by_its_amount_and_period(text, fields, left):
    key, _, said = fields.partition(": ")
    made = catalogue(one(text, "5 Mt", "5 Mt", f'{key}: "{said}"'), text=text)
    over = [one.message.split("”")[0].lstrip("“") for one in check(made).failed if one.code == "mention-accounted"]
    assert over == [part for part in left.split("; ") if part]


@pytest.mark.parametrize(
    ("text", "words", "date", "use"),
    [
        ("The port was opened in 2013.", "2013", "2013", "date"),
        ("The port was opened at Expo 2017.", "Expo 2017", "2017", "name"),
    ],
)
def test_ledger_says_what_uses_a_number(text, words, date, use):
    made = catalogue("", text=text, events=EVENT.format("happened", date, words, text))
    assert [(row.subject, row.use) for row in check(made).ledgers["note"]] == [("opening", use)]
    claims = claim("It sold 5 t in 2013.", "5 t", "5 t", 'period: "2013"')
    rows_of = check(catalogue(claims, text="It sold 5 t in 2013.")).ledgers["note"]
    assert [(row.subject, row.use) for row in rows_of] == [("one.1", "amount"), ("one", "period")]
