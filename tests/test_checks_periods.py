"""Periods: dates that a sentence gives to something else, dates without a number, parts of a year."""

from __future__ import annotations

import pytest
from small import catalogue, failures, one

DATED = 'period: "{}"'


def problems(sentence, period):
    rest = DATED.format(period) if period else "undated: Not said."
    return failures(catalogue(one(sentence, "5 Mt", "5 Mt", rest), text=sentence), "amount-period")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It sold 5 Mt, against 3 Mt in 2019.", "against 3 Mt in 2019"),
        ("It sold 5 Mt, versus 3 Mt in 2019.", "versus 3 Mt in 2019"),
        ("It sold 5 Mt, against 3,000 t in 2019.", "against 3,000 t in 2019"),
        ("It sold 5 Mt against 3 Mt the year before, 2019.", "against 3 Mt the year before, 2019"),
        ("The mine sold 5 Mt of the ore found in 2019.", "of the ore found in 2019"),
        ("It sold 5 Mt, up from 3 Mt in 2019.", "up from 3 Mt in 2019"),
        ("It sold 5 Mt, double the 3 Mt sold in 2019.", "double the 3 Mt sold in 2019"),
        ("Against 3 Mt in 2019, it sold 5 Mt.", "Against 3 Mt in 2019"),
        ("Unlike in 2019, when it sold 3 Mt, it sold 5 Mt.", "Unlike in 2019"),
        ("It sold more than the 3 Mt of 2019, namely 5 Mt.", "than the 3 Mt of 2019"),
        ("Compared with 2019, it sold a poor 5 Mt.", "Compared with 2019"),
        ("Sales of 5 Mt were twice the 2019 figure.", "twice the 2019"),
        ("The sales of 5 Mt were the highest since 2019.", "highest since 2019"),
        ("It sold 5 Mt of ore in all (2019: 3 Mt).", "2019:"),
        ("The mine, opened in 2019, sold 5 Mt.", "opened in 2019"),
        ("The mine, which was built with care in 2019, sold 5 Mt.", "which was built with care in 2019"),
        ("The ore, which came to 3 Mt in 2019, was 5 Mt.", "which came to 3 Mt in 2019"),
    ],
)
def test_date_of_something_else_is_no_period(sentence, words):
    period = "2019/.." if "since" in sentence else "2019"
    (problem,) = problems(sentence, period)
    assert problem == f"The period is {period}, but its date is not that of “5 Mt”: “{words}”."
    assert problems(sentence, "") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It sold 5 Mt in 2019, against 3 Mt in 2018.",
        "It sold more than 3 Mt in 2019, and 5 Mt of it was tin.",
        "A case against 3 banks in 2019 came to 5 Mt.",
        "Sales of 5 Mt in 2019 were twice the 2018 figure.",
        "In 2019, after the 2018 slump, it sold 5 Mt.",
        "Compared with 2018, sales in 2019 were 5 Mt.",
        "It sold 5 Mt (2018: 3 Mt) in 2019.",
        "The mine, working without a break in 2019, sold 5 Mt.",
        "Mines were opened in 2019, and they sold 5 Mt.",
        "The mine, opened in 2019 with 5 Mt in store, is shut.",
    ],
)
def test_date_of_the_number_is_its_period_whatever_stands_beside(sentence):
    assert problems(sentence, "2019") == []


def test_date_of_a_clause_inserted_after_the_opening_date_is_no_period():
    assert problems("In 2019, after the 2018 slump, it sold 5 Mt.", "2018/..") == [
        "The period is 2018/.., but “2019” stands beside “5 Mt”."
    ]


@pytest.mark.parametrize(
    ("sentence", "period", "others"),
    [
        ("Last year the port sold 5 Mt.", "2019", ("2018", "2020")),
        ("The port sold 5 Mt last year.", "2019", ("2020",)),
        ("The port sold 5 Mt this year.", "2020", ("2019",)),
        ("Next year it will ship 5 Mt.", "2021", ("2020",)),
        ("The port sold 5 Mt last month.", "2020-04", ("2020", "2020-05")),
        ("It sold 3 Mt in 2018, and last year it sold 5 Mt.", "2019", ("2018",)),
        ("It sold 5 Mt last year and 3 Mt this year.", "2019", ("2020",)),
        ("It has sold 5 Mt since last year.", "2019/..", ("2019",)),
    ],
)
def test_last_year_is_counted_from_the_document(sentence, period, others):
    assert problems(sentence, period) == []
    assert problems(sentence, "") == []
    assert all(problems(sentence, other) for other in others)


def test_date_that_opens_the_second_clause_is_that_of_its_number():
    sentence = "It sold 3 Mt in 2018, and in 2019 it sold 5 Mt."
    assert problems(sentence, "2019") == []
    assert problems(sentence, "2018") == ["The period is 2018, but “2019” stands beside “5 Mt”."]
    assert problems(sentence, "") == ["It has no period, but “2019” stands beside “5 Mt”."]


@pytest.mark.parametrize(
    ("sentence", "period", "others"),
    [
        ("It sold 5 Mt in the first half of 2019.", "2019-01/2019-06", ("2019",)),
        ("It sold 5 Mt in the third quarter of 2019.", "2019-07/2019-09", ("2019",)),
        ("It sold 5 Mt in the first nine months of 2019.", "2019-01/2019-09", ("2019",)),
        ("It sold 5 Mt in the year ended 31 December 2019.", "2019", ("2019-12-31", "2018")),
        ("It sold 5 Mt in the year to December 2019.", "2019-01/2019-12", ("2019-12",)),
        ("It sold 5 Mt in the year to June 2019.", "2018-07/2019-06", ("2019", "2019-06")),
        ("It sold 5 Mt over 2018 and 2019.", "2018/2019", ("2017/2019",)),
        ("It had 5 Mt in store at the end of 2019.", "2019", ("../2019", "2019/..")),
        ("It had 5 Mt in store by the end of 2019.", "../2019", ("2019/..",)),
        ("It sold 5 Mt over 2018 and 2019.", "2018", ("2020",)),
    ],
)
def test_part_of_a_year_is_not_the_year(sentence, period, others):
    assert problems(sentence, period) == []
    assert all(problems(sentence, other) for other in others)


EVENT = """
- id: opening
  source: note
  sector: Trade
  title: Opening
  course: {}
  date: "{}"
  text: next year
  quote: The port will be opened next year
"""


@pytest.mark.parametrize(
    ("course", "date", "codes"),
    [("planned", "2021", set()), ("planned", "2022", {"event-date"}), ("happened", "2021", {"event-course"})],
)
def test_event_may_be_dated_by_next_year(course, date, codes):
    made = catalogue("", text="The port will be opened next year.", events=EVENT.format(course, date))
    assert failures(made) == codes


@pytest.mark.parametrize(
    ("sentence", "course", "word"),
    [
        ("The bridge was not opened in 2012.", "happened", "was not"),
        ("The bridge never opened in 2012.", "happened", "never"),
        ("No bridge was opened in 2012.", "happened", "No bridge was"),
        ("The bridge was to have opened in 2012.", "happened", "was to have"),
        ("The bridge was due to open in 2012.", "happened", "was due to"),
        ("They denied that the bridge was shut in 2012.", "happened", "denied that"),
        ("The bridge will not open in 2025.", "planned", "will not"),
        ("It is false that the bridge will open in 2025.", "planned", "is false that"),
        ("The bridge was opened in 2012.", "happened", ""),
        ("The bridge was not finished until 2012.", "happened", ""),
        ("The bridge was not only built but opened in 2012.", "happened", ""),
        ("Those who did not flee were shot in 2012.", "happened", ""),
        ("The bridge, which had not been used, opened in 2012.", "happened", ""),
        ("The bridge was planned in 2012.", "happened", ""),
        ("The bridge did not close and was sold in 2012.", "happened", ""),
        ("No doubt it was opened in 2012.", "happened", ""),
        ("It has not changed since it opened in 2012.", "happened", ""),
        ("The bridge should open in 2025.", "planned", ""),
    ],
)
def test_event_that_its_words_deny_fails_unless_its_title_says_so(sentence, course, word):
    year = sentence.rstrip(".")[-4:]
    events = (
        EVENT.format(course, year).replace("next year", year, 1).replace("The port will be opened next year", sentence)
    )
    made = catalogue("", text=sentence, events=events)
    so = "happened" if course == "happened" else "is planned"
    assert failures(made, "event-denied") == ([f"The words do not say that it {so}: “{word}”."] if word else [])
    titled = events.replace("title: Opening", "title: No opening")
    assert failures(catalogue("", text=sentence, events=titled), "event-denied") == []


@pytest.mark.parametrize(
    ("sentence", "words", "date", "fails"),
    [
        ("The bridge opened in the 1990s.", "1990s", "1990", True),
        ("The bridge opened in the 1990s.", "1990s", "1990/1999", False),
        ("It was built from 2012 to 2014.", "2014", "2014", False),
        ("The bridge is open since 2012.", "2012", "2012", False),
    ],
)
def test_event_may_be_an_end_of_an_interval_and_no_year_of_a_decade(sentence, words, date, fails):
    events = EVENT.format("happened", date).replace("text: next year", f'text: "{words}"')
    events = events.replace("The port will be opened next year", sentence)
    assert bool(failures(catalogue("", text=sentence, events=events), "event-date")) is fails
