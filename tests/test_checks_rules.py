"""The small rules of the checks, a line for each: a text, what a catalogue says of it, and what an auditor would find.

A code with "?" behind it is a check that was skipped, left to a reader's judgement.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import catalogue, one

from figures.checks import check, clauses, phrases
from figures.checks.context import Read


def rows(table):
    """The lines of a table, without its titles, each as its columns; an arrow begins one more column of a line."""
    lines = [line.strip() for line in table.replace("\n→", "|").strip().splitlines()]
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


def found(made):
    """The codes of what failed, and of what was skipped with "?"; other numbers of the text do not matter here."""
    marks = {"failed": "", "skipped": "?"}
    codes = {f"{one.code}{marks[one.outcome]}" for one in check(made).findings if one.outcome in marks}
    return codes - {"mention-accounted"}


def claim(quote, words, value, fields):
    """A claim with one amount; fields are those of the amount, and ``undated`` unless they give a period."""
    rest = [field for field in fields.split("; ") if field]
    rest += [] if any(field.startswith("period") for field in rest) else ["undated: Not said."]
    return one(quote, words, value, "\n      ".join(rest))


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


# What the words say of a number: text | its amount | what the catalogue says | findings

SAID = """
# According to whom: it holds for the whole sentence
According to the estimates, it sold 5 t.            | 5 t | status: E        |
According to the estimates, it sold 5 t.            | 5 t | status: F        | amount-status
According to the projections, it sells 5 t.         | 5 t | status: F        |
According to the projections, it sells 5 t.         | 5 t | status: A        | amount-status
Under the new plans, it sells 5 t.                  | 5 t | nature: plan     |
Under the new plans, it sells 5 t.                  | 5 t | status: A        | amount-status amount-nature
Based on the forecast, it sells 5 t.                | 5 t | status: A        | amount-status
The bank's calculations say that 5 t is there.      | 5 t | status: A        | amount-status
The bank's predictions for ore indicate 5 t.        | 5 t | status: A        | amount-status
It sold 5 t according to the estimates.             | 5 t | status: A        |
# Suppositions end with their comma
If approved, it sold 5 t.                           | 5 t | status: A        |
If approved, it sold 5 t.                           | 5 t | nature: potential | amount-nature
If approved it sells 5 t.                           | 5 t | nature: potential |
Supposing a fall, it sold 5 t.                      | 5 t | nature: potential | amount-nature
Unless it sells 5 t, it will close.                 | 5 t | status: A        | amount-status amount-nature
Whether it sold 5 t is open.                        | 5 t | status: A        | amount-nature
Assuming a loss of 5 t, it will close.              | 5 t | status: A        | amount-status amount-nature
# A noun with an amount of its own speaks of no other
With a forecast of 3 t, it sold 5 t.                | 5 t | status: A        |
With a forecast for 3 t, it sold 5 t.               | 5 t | status: A        |
It has 3 t of capacity and sold 5 t.                | 5 t | status: A        |
It has 3 t in new capacity and sold 5 t.            | 5 t | status: A        |
It has 5 t of spare capacity.                       | 5 t | nature: capacity |
The capacity of 3 to 5 t is used.                   | 5 t | nature: capacity; role: high |
The capacity of 3 t and 5 t is used.                | 5 t | nature: capacity |
# A word that leads on does not speak of where a change starts
It is expected to rise from 5 t to 8 t.             | from 5 t | role: from; status: A |
It is expected to rise from 5 t to 8 t.             | to 8 t   | role: to; status: A   | amount-status
It will rise from 5 t to 8 t.                       | from 5 t | role: from; status: A |
It will rise from 5 t to 8 t.                       | to 8 t   | role: to; status: F   |
# The sentence before, where this one points back
Four mines are planned. Some of them have 5 t.      | 5 t | nature: plan     |
Four mines are planned. Of these 5 t is ore.        | 5 t | nature: plan     |
Four mines are planned. Of these 5 t is ore.        | 5 t | status: A        | amount-status amount-nature
Four mines are planned. There 5 t is ore.           | 5 t | status: A        |
# Another clause
It is expected to grow—5 t was sold.                | 5 t | status: A        |
It is expected to grow: 5 t was sold.               | 5 t | status: A        |
It is expected to grow (5 t was sold).              | 5 t | status: A        |
It is expected to grow, selling 5 t of it.          | 5 t | status: A        |
It is expected to grow, up from 5 t of it.          | 5 t | status: A        |
# Near words
A target of 3 ships and 5 mines stands.             | 5 mines | nature: plan  |
They hit 3 targets and sold 5 t.                    | 5 t | status: A        |
The forecast was 5 t.                               | 5 t | status: F        |
The forecast was 5 t.                               | 5 t | status: A        | amount-status
It sold the 5 t planned for May.                    | 5 t | status: A        |
It needs the 5 t planned for May.                   | 5 t | nature: plan     |
It needs the 5 t planned for May.                   | 5 t | status: A        | amount-status amount-nature
It needs 5 t pledged by banks.                      | 5 t | nature: plan     |
It needs the 5 ships planned for May.               | 5 ships | nature: plan  |
It needs 5 ships planned for May.                   | 5 ships | status: A     |
"""


@pytest.mark.parametrize(("text", "words", "fields", "codes"), rows(SAID))
def test_words_say_what_a_number_is(text, words, fields, codes):
    value = words.split(" ", 1)[1] if words.startswith(("from ", "to ")) else words
    value = {"5 mines": "5 mine", "5 ships": "5 ship"}.get(value, value)
    made = catalogue(claim(text, words, value, fields), text=text)
    assert found(made) == set(codes.split())


# Amounts of a change beside what the source words: text | from | to | findings

RATIOS = """
# Words for a ratio, with their limits
It rose from 8 t to 24 t, almost triple.        | 8 t   | 24 t  |
It rose from 8 t to 24.1 t, almost triple.      | 8 t   | 24.1 t  | ratio-wording
It rose from 8 t to 20.4 t, almost triple.      | 8 t   | 20.4 t |
It rose from 8 t to 20.3 t, almost triple.      | 8 t   | 20.3 t | ratio-wording
It rose from 10 t to 27 t, triple that.         | 10 t  | 27 t  |
It rose from 10 t to 26 t, triple that.         | 10 t  | 26 t  | ratio-wording
It rose from 10 t to 33 t, triple that.         | 10 t  | 33 t  |
It rose from 10 t to 34 t, triple that.         | 10 t  | 34 t  | ratio-wording
It rose from 10 t to 30 t, at least 3 times as much. | 10 t  | 30 t  |
It rose from 10 t to 29 t, at least 3 times as much. | 10 t  | 29 t  | ratio-wording
It rose from 10 t to 39 t, at least 3 times as much. | 10 t  | 39 t  |
It rose from 10 t to 40 t, at least 3 times as much. | 10 t  | 40 t  | ratio-wording
It rose from 10 t to 39 t, more than triple.    | 10 t  | 39 t  |
It rose from 10 t to 30 t, more than triple.    | 10 t  | 30 t  | ratio-wording
It rose from 10 t to 40 t, more than triple.    | 10 t  | 40 t  | ratio-wording
# Shares, within a tenth and one point
It rose 20% from 100 t to 120 t.                | 100 t | 120 t |
It rose 20% from 100.00 t to 123.00 t.          | 100.00 t | 123.00 t |
It rose 20% from 100.00 t to 123.10 t.          | 100.00 t | 123.10 t | ratio-wording
It rose 20% from 100.00 t to 117.00 t.          | 100.00 t | 117.00 t |
It rose 20% from 100.00 t to 116.90 t.          | 100.00 t | 116.90 t | ratio-wording
It fell by 20% from 100 t to 80 t.              | 100 t | 80 t  |
It fell by 20% from 100 t to 120 t.             | 100 t | 120 t | ratio-wording
It rose by 20% from 100 t to 80 t.              | 100 t | 80 t  | ratio-wording
It went from 100 t to 120 t, a rise.            | 100 t | 120 t |
It went from 100 t to 120 t, up 20%.            | 100 t | 120 t |
It went from 100 t to 120 t, up 40%.            | 100 t | 120 t | ratio-wording
It went from 100 t to 120 t, or up 40%.         | 100 t | 120 t | ratio-wording
It went from 100 t to 120 t, pay up 40%.        | 100 t | 120 t |
It rose more than 20% from 100 t to 130 t.      | 100 t | 130 t |
It rose more than 20% from 100 t to 140 t.      | 100 t | 140 t | ratio-wording
It rose less than 20% from 100 t to 110 t.      | 100 t | 110 t |
It rose less than 20% from 100 t to 105 t.      | 100 t | 105 t | ratio-wording
It rose nearly 20% from 100 t to 110 t.         | 100 t | 110 t |
It rose at least 20% from 100 t to 130 t.       | 100 t | 130 t |
It rose last year by 90%, from 100 t to 120 t.  | 100 t | 120 t |
It rose 90% last year, from 100 t to 120 t.     | 100 t | 120 t | ratio-wording
It fell by half from 100 t to 50 t.             | 100 t | 50 t  |
It fell by half from 100 t to 30 t.             | 100 t | 30 t  | ratio-wording
It rose by a third from 90 t to 120 t.          | 90 t  | 120 t |
It rose by a third from 90 t to 150 t.          | 90 t  | 150 t | ratio-wording
It halved from 100 t to 50 t.                   | 100 t | 50 t  |
It halved from 100 t to 45 t.                   | 100 t | 45 t  |
It halved from 100 t to 56.5 t.                 | 100 t | 56.5 t | ratio-wording
It halved from 100 t to 40 t.                   | 100 t | 40 t  | ratio-wording
Fees halved, while ore went from 1 t to 9 t.    | 1 t   | 9 t   |
# However the two ends were rounded
It rose 50% from 1 t to 2 t.                    | 1 t   | 2 t   |
It rose 50% from 1.0 t to 2.0 t.                | 1.0 t | 2.0 t | ratio-wording
It rose 50% from one tonne to two tonnes.       | 1 t   | 2 t   | ratio-wording
It halved from 3 t to 1 t.                      | 3 t   | 1 t   | ratio-wording
It rose 20% from 1,000 t to 1,300 t.            | 1000 t | 1300 t | ratio-wording
# No change of these two
It rose 0% from 100 t to 120 t.                 | 100 t | 120 t |
Of the 20% sold, it went from 1 t to 9 t.       | 1 t   | 9 t   |
"""


@pytest.mark.parametrize(("text", "start", "end", "codes"), rows(RATIOS))
def test_change_agrees_with_its_wording(text, start, end, codes):
    worded = "".join(
        f'    - {{value: {value}, text: "{words}", role: {role}, undated: Not said.}}\n'
        for value, words, role in ((start, _in(text, "from", start), "from"), (end, _in(text, "to", end), "to"))
    )
    made = catalogue(claim(text, "x", "1 t", "").partition("    - value")[0] + worded, text=text)
    assert found(made) == set(codes.split())


def _in(text, before, value):
    """The words of the text for a value."""
    number = {"1000": "1,000", "1300": "1,300"}.get(value.split()[0], value.split()[0])
    words = [f"{before} {number} t", f"{number} t", "one tonne" if before == "from" else "two tonnes"]
    return next(one for one in words if one in text)


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


# Set aside: text | words | reason | findings

ASIDES = """
It is 4 May 2020 today.                   | 4 May 2020      | document-date |
It is 5 May 2020 today.                   | 5 May 2020      | document-date | set-aside-reason
It came in third place.                   | third           | ordinal       |
It came in 3 places.                      | 3               | ordinal       | set-aside-reason
The group met at Expo 2017 again.         | Expo 2017       | part-of-name  |
The Kazakhstan 2050 Strategy is new.      | 2050            | part-of-name  |
The new 2050 Strategy is out.             | 2050            | part-of-name  |
The Silk 2050 plan is out.               | 2050            | part-of-name  |
The new 2050 plan is out.                 | 2050            | part-of-name  | set-aside-reason
In 2050 the plan is out.                  | 2050            | part-of-name  | set-aside-reason
The 2050 plan is out.                     | 2050            | part-of-name  | set-aside-reason
The Ore 5 t Mine is open.                 | 5 t             | part-of-name  | set-aside-reason
The two of them left.                     | two             | wording       |
They left in two days.                    | two days        | wording       |
They sold twelve tonnes.                  | twelve tonnes   | wording       | set-aside-reason
They sold twice as much.                  | twice           | wording       |
They sold 12 tonnes.                      | 12 tonnes       | wording       | set-aside-reason
They sold 3 times as much.                | 3 times         | wording       |
They had 3 ships.                         | 3 ships         | count-outside-claims |
They had 3 tonnes.                        | 3 tonnes        | count-outside-claims | set-aside-reason
They left in 2013.                        | 2013            | count-outside-claims | set-aside-reason
They had 3 tonnes.                        | 3 tonnes        | not-a-quantity       | set-aside-reason
They had 3 ships.                         | 3 ships         | not-a-quantity       | set-aside-reason
They left in 2013.                        | 2013            | not-a-quantity       |
They had 3 tonnes.                        | 3 tonnes        | repeats-another      | set-aside-reason
They had 3 tonnes.                        | 3 tonnes        | out-of-scope         | set-aside-reason?
They had 3 tonnes.                        | 4 tonnes        | out-of-scope         | set-aside-found
They had 3 tonnes.                        | They had        | out-of-scope         | set-aside-found
They had 3 tonnes or 3 tonnes.            | 3 tonnes        | out-of-scope         | set-aside-found
They had 3 tonnes and 3 ships.            | 3 tonnes and 3 ships | count-outside-claims | set-aside-reason
"""


@pytest.mark.parametrize(("text", "words", "reason", "codes"), rows(ASIDES))
def test_reason_to_set_a_number_aside_can_be_true(text, words, reason, codes):
    aside = f'\n- {{text: "{words}", reason: {reason}, note: Why not.}}'
    assert found(catalogue("", text=text, aside=aside)) == set(codes.split())


# Denials: text of "5 Mt" | "" stated, "?" left to a reader, or the word that denies it

DENIALS = """
# Just before the number, or before the verb of which it is the measure
It was never about 5 Mt.                       | never
It sold neither 5 Mt nor 8 Mt.                 | neither
It hasn't reached 5 Mt.                        | hasn't
It has not yet even reached 5 Mt.              | not
It failed to ship 5 Mt.                        | failed to
It has yet to sell 5 Mt.                       | yet to
It did not at any point sell 5 Mt.             | not
It did not have to sell to 5 Mt.               | ?
It did not only sell 5 Mt.                     |
No mine has ever sold 5 Mt.                    | No
Nobody sold 5 Mt.                              | Nobody
No one sold 5 Mt.                              | No one
None of the mines sold 5 Mt.                   | None of the
No. 4 sold 5 Mt.                               |
# Something instead of it
It sold tin instead of 5 Mt.                   | instead of
It sold nowhere near 5 Mt.                     | nowhere near
It is far from reaching 5 Mt.                  | far from
It is anything but 5 Mt.                       | anything but
# Denied or false that
It denied having sold 5 Mt.                    | denied having
It is simply untrue that it sold 5 Mt.         | is simply untrue that
There is no evidence that it sold 5 Mt.        | no evidence that
It dismissed the claim that it sold 5 Mt.      | dismissed the claim that
It never denied that it sold 5 Mt.             | ?
It denied that the man who sold 5 Mt left.     | ?
It denied that fees rose, and sold 5 Mt.       |
Reports that it sold 5 Mt were unfounded.      | were unfounded
Reports that it sold 5 Mt are a hoax.          | are a hoax
Reports that it sold 5 Mt came in.             |
# Not reached
The target of 5 Mt was not reached.            | was not
The target of 5 Mt was never yet met.          | was never
The claim of 5 Mt is untrue.                   | is untrue
The target of 5 Mt was reached.                |
# What is there, came about later or is only supposed is not denied
It did not sell its 5 Mt.                      | ?
It did not sell 5 Mt until May.                |
Had it not sold 5 Mt, it said, fine.           | ?
It asked whether it had not sold 5 Mt.         | ?
# Words that may deny something else
It was not shut for 5 Mt.                      | ?
It was not shut and sold 5 Mt.                 |
It was not shut because it sold 5 Mt.          |
It cannot be 5 Mt it wants.                    | cannot
It cannot be said of 5 Mt.                     | ?
Ore that was not good amounted to 5 Mt.        |
It sold no more than 5 Mt.                     |
It is no doubt 5 Mt.                           |
It sold nothing but 5 Mt.                      |
It left without selling 5 Mt.                  | ?
It was unlikely to sell 5 Mt.                  | ?
It disputed the figure of 5 Mt.                | ?
It missed 5 Mt.                                | ?
# Asked or supposed
Did it sell 5 Mt?                              | Did
Were 5 Mt sold?                                | Were
Do you know that it sold 5 Mt?                 | ?
Will the 5 Mt be sold?                         | ?
Who sold 5 Mt?                                 |
Should it sell 5 Mt, it would close.           | Should
Had it sold 5 Mt, it could close.              | Had
Had it sold 5 Mt, it says.                     |
Were those who sold 5 Mt there, it would close. |
Had the man who knew of 5 Mt come, it could close. |
"""


@pytest.mark.parametrize(("text", "word"), rows(DENIALS))
def test_number_is_denied_by_the_word_that_governs_it(text, word):
    fields = {"about": 'bound: "~"', "more than": 'bound: "<="'}
    rest = next((field for words, field in fields.items() if words in text), "")
    findings = check(catalogue(claim(text, "5 Mt", "5 Mt", rest), text=text)).findings
    (finding,) = [one for one in findings if one.code == "amount-denied"]
    says = finding.message.rpartition("“")[2].removesuffix("”.") if finding.outcome == "failed" else ""
    assert ("?" if finding.outcome == "skipped" else says) == word


# Which words oblige: text | amount | what the catalogue says | findings

GOVERNED = """
# Behind the number: a participle, or the verb whose subject it is
It needs the 5 t originally planned for May.        | 5 t | status: A    | amount-status amount-nature
It needs the 5 t that was planned for May.          | 5 t | status: A    | amount-status amount-nature
It needs the 5 t planned town.                      | 5 t | status: A    |
It needs the 5 t planned.                           | 5 t | status: A    | amount-status amount-nature
It needs those 5 ships planned for May.             | 5 ships | status: A | amount-status amount-nature
It needs new 5 ships planned for May.               | 5 ships | status: A |
Some 5 t is expected to be lost.                    | 5 t | status: A; bound: "~" | amount-status
It said 5 t would be lost.                          | 5 t | status: A    | amount-status
It said 5 t of the ore would be lost.               | 5 t | status: A    | amount-status
It said 5 t more ore would be lost.                 | 5 t | status: A    | amount-status
It said 5 t sold there would be lost.               | 5 t | status: A    |
It sold 5 t it would have.                          | 5 t | status: A    |
A quay, to cost 5 EUR, is planned.                  | 5 EUR | status: A  | amount-status amount-nature
A quay, costing 5 EUR, is planned.                  | 5 EUR | status: A  |
# Before the number, unless something parts them
It expects 5 t.                                     | 5 t | status: A    | amount-status
It expects, they say, 5 t.                          | 5 t | status: A    | amount-status
It expects him after 5 t.                           | 5 t | status: A    |
It expects not 5 t.                                 | 5 t | status: A    | amount-denied
It expects its 5 t.                                 | 5 t | status: A    |
It expects and has 5 t.                             | 5 t | status: A    |
It was planned 5 years ago.                         | 5 years | status: A |
It plans to keep 5 years.                           | 5 years | status: A | amount-status amount-nature
It could be as much as 5 t.                         | 5 t | status: A; bound: "<=" | amount-status amount-nature
The target for wheat is 5 t.                        | 5 t | status: A    | amount-status amount-nature
The target for new wheat exports is 5 t.            | 5 t | status: A    | amount-status amount-nature
The plan for wheat pleased 5 t.                     | 5 t | status: A    |
The capacity is used by 5 t.                        | 5 t | status: A    |
The nameplate capacity is 5 t.                      | 5 t | status: A    | amount-nature
It has a capacity, they say, of 5 t.                | 5 t | status: A    | amount-nature
The forecast that 5 t goes is new.                  | 5 t | status: A    | amount-status
The target from 2 t to 5 t is new.                  | to 5 t | role: to; status: A  | amount-status amount-nature
Possibly 5 t is there.                              | 5 t | status: A    | amount-status amount-nature
Possibly the biggest is 5 t.                        | 5 t | status: A    |
The potential is 5 V.                               | 5 V | status: A    |
The potential is 5 t.                               | 5 t | status: A    | amount-status amount-nature
It will rise from 2 t to 5 t.                       | to 5 t | role: to; status: A  | amount-status
# Rows
It will build 3 ships and 5 mines.                  | 5 mines | status: A | amount-status
It will build 3 ships, 4 ferries and 5 mines.       | 5 mines | status: A | amount-status
It will build 3 ships, which have 5 mines.          | 5 mines | status: A |
It will build 3 ships, 5 mines.                     | 5 mines | status: A |
It will build 3 ships and 5 mines were sold.        | 5 mines | status: A |
# Not, or not surely, so
It would have sold 5 t.                             | 5 t | status: A    | amount-status
It would have sold its 5 t.                         | 5 t | status: A    |
It should sell 5 t.                                 | 5 t | status: A    | amount-status
It ought to sell 5 t.                               | 5 t | status: A    | amount-status
They wish they had 5 t.                             | 5 t | status: A    | amount-status
It would have stayed where it sold 5 t.             | 5 t | status: A    |
Then 5 t would have gone.                           | 5 t | status: A    | amount-status
The owner of 5 t would have gone.                   | 5 t | status: A    |
It would have sold 5 t.                             | 5 t | status: F    |
"""


@pytest.mark.parametrize(("text", "words", "fields", "codes"), rows(GOVERNED))
def test_word_obliges_where_it_governs_the_number(text, words, fields, codes):
    value = {"to 5 t": "5 t"}.get(words, words.removesuffix("s") if words[-5:] in {"ships", "mines"} else words)
    made = catalogue(claim(text, words, value, fields), text=text)
    assert found(made) - {"amount-denied?"} == set(codes.split())


# The number and its words: text, the quote in [[ ]] if not all of it | words | value | fields | findings

OWN = """
It sold 5 t and 8 t.                   | 5 t        | 5 t          |            |
It sold 5 t and 8 t.                   | 5 t and 8 t | 5 t         |            | amount-mention
It sold 5 t and 8 t.                   | sold       | 5 t          |            | amount-mention
It sold 5 t and 8 t.                   | 6 t        | 5 t          |            | amount-mention
It sold 5 t and 5 t.                   | 5 t        | 5 t          |            | amount-mention
It sold 5 t in 2013.                   | 2013       | 5 t          |            | amount-mention
It sold 5.2 million t.                 | 5.2        | 5.2 t        |            | amount-mention
It sold 5.2 million t.                 | 5.2 million | 5.2 Mt      |            |
It sold 5.2 million t.                 | 5.2 million t | 5.2 million t |         |
It sold 5.2 million t.                 | 5.2 million t | 5.3 million t |         | amount-value
It sold 10-15% of it.                  | 10         | 10 %         | role: low  |
It sold 10-15% of it.                  | -15%       | 15 %         | role: high |
It sold 10-15% of it.                  | 15%        | 15 %         | role: low  | amount-role
It sold 1015% of it.                   | 10         | 10 %         | role: low  | amount-mention
[[It sold 5 t]] of ore, 8 t of tin.    | 8 t        | 8 t          |            | amount-mention
[[In all it sold 5]] million t.        | 5          | 5 t          |            | amount-mention
It sold 5 ships.                       | 5 ships    | 5 t          |            | amount-unit
It sold 5 t of it.                     | 5 t        | 5 kg         |            | amount-value
It sold 5 t of it.                     | 5 t        | 5 m          |            | amount-unit
It sold 5 t of it.                     | 5 t        | 5000 kg      |            |
It sold $5 of it.                      | $5         | 5 USD        |            | amount-unit
It sold $5 of it.                      | $5         | 5 $          |            |
It sold about 5 t.                     | 5 t        | 5 t          |            | amount-bound
It sold about 5 t.                     | 5 t        | 5 t          | bound: "~" |
# Counted: the noun that follows, before the next number, in its own clause
It has 5 new fast ships.               | 5          | 5 ship       |            |
It has three or four ships.            | three      | 3 ship       |            |
It has 5 for 3 ships.                  | 5          | 5 ship       |            | amount-unit
It has 5, and the ships left.          | 5          | 5 ship       |            | amount-unit
It has 5 when ships leave.             | 5          | 5 ship       |            | amount-unit
It has 5; ships left.                  | 5          | 5 ship       |            | amount-unit
It has 5 but ships left.               | 5          | 5 ship       |            | amount-unit
It has 5 shipyards.                    | 5          | 5 ship       |            | amount-unit
# Quotes
It did not [[sell 5 t of ore]].        | 5 t        | 5 t          |            | quote-negation amount-denied
It can't [[sell 5 t of ore]].          | 5 t        | 5 t          |            | quote-negation amount-denied
It hardly sells, [[it sold 5 t]].      | 5 t        | 5 t          |            |
It sold 5 t. [[It sold 5 t]].          | 5 t        | 5 t          |            | quote-unique
# Natures
It sold 5 t.                           | 5 t        | 5 t          | status: A; nature: flow |
It weighs 5 t.                         | 5 t        | 5 t          | status: A; nature: flow | amount-nature
It weighs 5 t.                         | 5 t        | 5 t          | status: A; nature: count | amount-nature
It has 5 ships.                        | 5 ships    | 5 ship       | status: A; nature: count |
It weighs 5 t in 2013.                 | 5 t        | 5 t          | period: 2013; nature: flow |
It weighs 5 t in 2021.                 | 5 t        | 5 t          | period: 2021; status: A | amount-status
It weighs 5 t in 2021.                 | 5 t        | 5 t          | period: 2021; status: F |
It weighs 5 t in 2021.                 | 5 t        | 5 t          | period: 2021; nature: plan |
It weighs 5 t in 2020.                 | 5 t        | 5 t          | period: 2020; status: F | amount-status
It weighs 5 t in May 2020.             | 5 t        | 5 t          | period: 2020-05; status: F | amount-status
It weighs 5 t in June 2020.            | 5 t        | 5 t          | period: 2020-06; status: F |
It weighs 5 t in all.                  | 5 t        | 5 t          | status: U               | amount-status
"""


@pytest.mark.parametrize(("text", "words", "value", "fields", "codes"), rows(OWN))
def test_amount_agrees_with_its_own_number(text, words, value, fields, codes):
    quote = text.partition("[[")[2].partition("]]")[0] or text
    made = catalogue(claim(quote, words, value, fields), text=text.replace("[[", "").replace("]]", ""))
    assert found(made) - {"amount-denied?"} == set(codes.split())


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


def test_rules_look_so_far_and_no_further_in_a_text_without_full_stops():
    read = Read("word " * 200 + "5 t" + " word" * 200, None)
    (mention,) = read.mentions
    clause = clauses.clause_of(read, mention)
    assert (mention.number_start - clause.start, clause.end - mention.end) == (300, 120)
    assert len(phrases.before(read.text, mention.start)) == 60


def test_amount_that_meets_none_of_two_units_is_one_finding():
    text = "It sold 5 t over 6 km in 7 kWh of work."
    amounts = "".join(
        f"    - {{value: {value}, text: {value}, undated: Not said.{more}}}\n"
        for value, more in (("5 t", ""), ("6 km", ', bound: "="'), ("7 kWh", ""))
    )
    made = catalogue(claim(text, "x", "1 t", "").partition("    - value")[0] + amounts, text=text)
    strangers = [one.subject for one in check(made).failed if one.code == "measure-units"]
    assert strangers == ["one.2", "one.3"]


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


# What a finding says, and how it is cured: text of "5 t" | fields | code → words of the message → words of the cure

SENTENCES = """
# Periods
It sold 5 t. | period: 2013 | amount-period
→ The period is 2013, but no date is in the quote.
→ write the words of the source that give the period as dated_by
It sold 5 t in 2013. | period: 2014 | amount-period
→ but the quote has “2013” (2013).
→ write period: "2013"; or
It sold 5 t in 2013 or in 2014. | period: 2015 | amount-period
→ the quote has “2013” (2013), “2014” (2014).
→ write period: "2013"; or
It sold 5 t, it says, whether in 2013 or in 2014. | period: 2015 | amount-period
→ but the quote has “2013” (2013), “2014” (2014).
→ write the period of the quote, or the words
It sold 5 t in 2013. | undated: No. | amount-period
→ It has no period, but “2013” stands beside “5 t”.
→ write period: "2013"
It sold 5 t. | undated: No. | amount-period
→ It has no period, and no date stands beside it.
It sold 5 t in 2013. | period: 2013 | amount-period
→ 2013 is the source's “2013”.
It sold 5 t, unlike in 2013. | period: 2013 | amount-period
→ its date is not that of “5 t”: “unlike in 2013”.
→ write the words of the source that give the period
It sold 5 t from 2013 to 2015. | period: 2013/2015 | amount-period
→ 2013/2015 is the source's “2013 to 2015”.
It sold 5 t in the first half of 2015. | period: 2015-01/2015-06 | amount-period
→ is the source's “first half of 2015”.
It sold 5 t until the end of 2015. | period: ../2015 | amount-period
→ is the source's “until the end of 2015”.
# Status
It sold 5 t. | undated: No. | amount-status
→ No status is given, and no word calls for one.
It sold 5 t. | status: A | amount-status
→ Reported: the words say “sold”.
It weighs 5 t. | status: A | amount-status
→ Reported: the source says it without any word of doubt.
It weighs 5 t in 2021. | status: F; period: 2021 | amount-status
→ A forecast: the date, or words close by, allow it.
It is expected to sell 5 t. | status: F | amount-status
→ A forecast: the words say “expected”.
It is expected to sell 5 t. | status: A | amount-status
→ The catalogue says reported, the words say a forecast: “expected”.
→ write status: F, or quote the words
It is expected to sell 5 t. | undated: No. | amount-status
→ The catalogue gives no status, the words say a forecast
→ write status: F
It could sell 5 t. | status: A | amount-status
→ Reported, but the words speak of what is not yet: “could”.
→ leave the status out, or write F
It weighs 5 t in 2021. | status: A; period: 2021 | amount-status
→ the period 2021 lies after the document's date, 2020-05-04.
→ write status: F, or correct
It would have sold 5 t. | status: A | amount-status
→ not, or not surely, so: “would have”.
→ leave the status out, or write F
It weighs 5 t. | status: E | amount-status
→ An estimate, but no word says so; it stands there as plain fact.
→ write status: A, or quote
Its capacity is 5 t. | status: E | amount-status
→ An estimate, but no word says so; the words say “capacity”.
→ leave the status out
It weighs 5 t. | status: U | amount-status
→ Status U (low reliability) has no sic note
→ say in sic what is odd
# Nature
It could sell 5 t. | nature: potential | amount-nature
→ Potential: the words say “could”.
It weighs 5 t in 2021. | nature: plan; period: 2021 | amount-nature
→ Plan: the date, or words close by, allow it.
It sold 5 t. | nature: flow | amount-nature
→ No word speaks against flow.
It sold 5 t. | undated: No. | amount-nature
→ No nature is given.
It could sell 5 t. | undated: No. | amount-nature
→ The catalogue gives no nature, the words say potential: “could”.
→ write nature: potential, or quote
It could sell 5 t. | nature: capacity | amount-nature
→ The catalogue says capacity, the words say potential
→ write nature: potential
It is expected to sell 5 t. | nature: capacity | amount-nature
→ The catalogue says capacity, but no word near the number does; they say “expected”.
→ write the nature that
It weighs 5 t. | nature: plan | amount-nature
→ The catalogue says plan, but no word round the number does.
→ write the nature that
It weighs 5 t. | nature: count | amount-nature
→ A count has a counted noun for its unit; t is none.
→ write nature: flow
It weighs 5 t. | nature: flow | amount-nature
→ but no period, unit or word gives one.
→ leave the nature out
# Bound, role, value
It sold about 5 t. | undated: No. | amount-bound
→ The catalogue says “=” (the value itself), the words say “~” (about): “It sold about 5 t”.
→ write bound: "~"
It sold at last, to the joy of all of us, 5 t. | bound: "<" | amount-bound
→ (the value itself): “the joy of all of us, 5 t”.
→ write bound: "="
It sold 5 t. | role: low | amount-role
→ The catalogue says low (the lower end of a range), the words say single (a value by itself): “It sold 5 t”.
→ write role: single
It sold 5 t. | undated: No. | amount-unit
→ “5 t” is in t.
It sold 5 t. | undated: No. | amount-value
→ “5 t” is 5 t.
It sold 5 t. | undated: No. | amount-mention
→ “5 t” holds one number of the quote, “5 t”.
# Denials
It did not sell 5 t. | undated: No. | amount-denied
→ The source denies “5 t”: “not”.
→ take the amount out, or quote words of the source
Did it sell 5 t? | undated: No. | amount-denied
→ only asks or supposes “5 t”: “Did”
→ take the amount out, or quote words that state it
It sold 5 t. | undated: No. | amount-denied
→ No word of its clause denies it.
"""


@pytest.mark.parametrize(("text", "fields", "code", "says", "cure"), [[*row, ""][:5] for row in rows(SENTENCES)])
def test_finding_says_what_is_wrong_and_how_it_is_cured(text, fields, code, says, cure):
    fields = fields.replace("undated: No.", "").strip("; ")
    fields = "; ".join(
        f'{key}: "{said}"' for key, _, said in (one.partition(": ") for one in fields.split("; ")) if said
    )
    fields = fields.replace('""', '"')
    (finding,) = [
        one for one in check(catalogue(claim(text, "5 t", "5 t", fields), text=text)).findings if one.code == code
    ]
    assert says in finding.message
    assert cure in (finding.cure or "")


# What stands in a claim beside its amounts: text, quote in [[ ]] | fields of "5 t" | of the claim | findings

CLAIMS = """
It sold 5 t.                           | status: U          | sic: Odd.                |
It sold 5 t.                           | status: A          | sic: Odd.                | amount-status
[[It sold 5 t of ore.]] That was 2013. | period: "2013"     | dated_by: That was 2013  |
[[It sold 5 t of ore.]] That was 2013. | period: "2014"     | dated_by: That was 2013  | amount-period
[[It sold 5 t of ore.]] That was 2013. | period: "2013"     | dated_by: That was 2012  | amount-period
[[It sold 5 t of ore.]] In 2013, 2013. | period: "2013"     | dated_by: "2013"         | amount-period
[[It sold 5 t of ore.]] That was 2013. | undated: Not said. | sector: undecided        | undecided
It sold 5 t, they say, in 2013.        | period: "2013"     | prefix: None             | quote-verbatim
It sold 5 t. [[It sold 5 t.]]          | undated: Not said. | prefix: sold 5 t.        |
[[It sold 5 t.]] It sold 5 t.          | undated: Not said. | suffix: It sold          |
"""


@pytest.mark.parametrize(("text", "fields", "more", "codes"), rows(CLAIMS))
def test_claim_is_judged_with_what_stands_beside_its_amounts(text, fields, more, codes):
    quote = text.partition("[[")[2].partition("]]")[0] or text
    rest = "undated: Not said.\n      " if "dated" not in fields and "period" not in fields else ""
    key = more.partition(":")[0]
    claims = one(quote, "5 t", "5 t", rest + fields).replace(f"\n  {key}: Trade", "") + f"  {more}\n"
    made = catalogue(claims, text=text.replace("[[", "").replace("]]", ""))
    assert found(made) == set(codes.split())


def test_amount_of_low_reliability_is_on_no_axis_with_the_others():
    text = "It sold 5 t over 6 km of road."
    claims = one(text, "5 t", "5 t", "undated: Not said.") + one(
        text, "6 km", "6 km", "undated: Not said.\n      status: U"
    ).replace("- id: one", "- id: two")
    assert found(catalogue(claims + "  sic: No road is there.\n", text=text)) == set()
    assert found(catalogue(claims.replace("\n      status: U", ""), text=text)) == {"measure-units"}


# Words close by, which allow and oblige to nothing: text (⏎ for a line's end) | fields of "5 t" | findings

ALLOWED = """
A survey was made. It weighs 5 t.                  | status: E        |
A survey was made. The ore weighs 5 t.             | status: E        | amount-status
A survey was made.⏎⏎It weighs 5 t.                 | status: E        | amount-status
Survey of ore⏎⏎The ore weighs 5 t.                 | status: E        |
It weighs 5 t, says a survey.                      | status: E        |
It weighs 5 t. A survey was made.                  | status: E        | amount-status
It reportedly weighs 5 t.                          | status: E        |
It weighs about 5 t.                               | status: E; bound: "~" |
It weighs 5 t, says the outlook.                   | status: F        |
It weighs 5 t next.                                | status: F        |
It weighs 5 t by 2025.                             | status: F; period: "2025" |
It weighs 5 t in a hall.                           | status: F        | amount-status
It may weigh 5 t.                                  | status: F        |
In May it weighs 5 t.                              | status: F        | amount-status
It seats 5 t.                                      | nature: capacity |
It weighs 5 t in a hall.                           | nature: capacity | amount-nature
It has scope for 5 t.                              | nature: potential |
It has room for 5 t.                               | nature: potential | amount-nature
It has signed for 5 t.                             | nature: plan     | amount-nature
It signs for 5 t.                                  | nature: plan     |
It loads 5 t.                                      | nature: flow     |
It is 5 t/day.                                     | nature: capacity | amount-nature
It sold 5 t, short of the 8 t planned.             | nature: plan     | amount-nature
It sold 5 t, short of the 8 t planned.             | status: F        | amount-status
The 8 t planned are not the 5 t sold.              | status: A        |
# Several amounts
It will in 3 years sell 5 t.                       | status: A        | amount-status
It will for 3 days sell 5 t.                       | status: F        |
It will triple to 5 t.                             | status: A        | amount-status
It will add 3% to get 5 t.                         | status: A        | amount-status
It will sell 3 kg of tin in a hall of 5 t.         | status: A        |
The goal is 8 t; 5 t is there.                     | status: A        |
It was planned and has sold 5 t.                   | status: A        |
It has sold 5 t.                                   | status: F        | amount-status
It was estimated that it sold 5 t.                 | status: E        |
It was estimated that it sold 5 t.                 | status: A        |
"""


@pytest.mark.parametrize(("text", "fields", "codes"), rows(ALLOWED))
def test_words_close_by_allow_what_no_word_says(text, fields, codes):
    text = text.replace("⏎", "\n")
    quote = next(part for part in text.replace("\n", ". ").split(". ") if "5 t" in part).rstrip(".")
    value = "5 t/day" if "5 t/day" in text else "5 t"
    assert found(catalogue(claim(quote, value, value, fields), text=text)) - {"amount-denied?"} == set(codes.split())
