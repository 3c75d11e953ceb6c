from __future__ import annotations

from decimal import Decimal

import pytest

from figures.reading import states

QUOTE = (
    "Between 2010 and 2014 the port's traffic more than doubled, from 12 to 33 million tonnes, "
    "at a cost of $1.2 billion"
)

TRUE = [
    (QUOTE, "12", "Mt", None),
    (QUOTE, "12000000", "t", "="),
    (QUOTE, "33000", "kt", None),
    (QUOTE, 33000000, "tonnes", None),
    (QUOTE, Decimal("1.2e9"), "$", None),
    (QUOTE, "1200000000", "dollars", None),
    (QUOTE, 2, "times", ">"),
    ("it carries 1,200 GWh", "1.2", "TWh", None),
    ("it carries 1.2 terawatt-hours", 1200, "gigawatt-hours", None),
    ("grew by 1.5 percentage points", "150", "basis points", None),
    ("13 countries took part", 13, "country", None),
    ("13 countries took part", 13, "countries", None),
    ("some 300 people", 300, "people", "~"),
    ("some 300 people", 300, "person", None),
    ("half a million euros", 500000, "EUR", None),
    ("55 bcm a year", 55, "bcm/year", None),
    ("up to 25 million tonnes annually", 25, "Mt/year", "<="),
    ("a 5-km road", 5000, "metres", None),
    ("fell by 3 %", 3, "percent", None),
    ("sank to −3 °C", -3, "°C", None),
    ("between 4 and 6 MW", 6, "MW", None),
    ("the ratio was 2.5", "2.5", "", None),
    ("at $84 a barrel", 84, "$/barrel", None),
    ("at $84 a barrel", 84, "$/bbl", None),
    ("at 60 mph", 60, "miles per hour", None),
    ("₹1.5 lakh crore", "1500000000000", "INR", None),
    ("four joint power generation projects", 4, "project", "="),
]

DENIED = [
    "The council is unlikely to open {} schools.",
    "The council failed to open {} schools in May.",
    "It is false that {} schools opened.",
    "The mayor denied that the council had opened {} schools.",
    "They didn't reach {} schools.",
    "They never reached {} schools.",
    "They did not even paint {} schools.",
    "The town did not build the {} schools.",
    "The town hasn't even sold {} schools.",
    "Were {} schools opened?",
    "The question is: did the council open {} schools by May?",
    "It was not {} schools.",
]
STATED = [
    "It is not open, and has {} schools.",
    "It failed to grow but has {} schools.",
    "Rain did not reach 50 mm at any of {} schools.",
    "It did not rise because {} schools shut.",
    "It did not sell 3 farms but {} schools.",
    "Did it work? It opened {} schools.",
    "The plan is false, and the town has {} schools.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_a_sentence_denies_or_asks_is_not_stated(sentence):
    assert not states(sentence.format(40), 40, "school")


@pytest.mark.parametrize("sentence", STATED)
def test_a_denial_of_something_else_denies_no_amount(sentence):
    assert states(sentence.format(40), 40, "school")


FALSE = [
    (QUOTE, 2010, "t", None),
    (QUOTE, 2014, "Mt", None),
    (QUOTE, "22.5", "Mt", None),
    (QUOTE, 12, "t", None),
    (QUOTE, 33, "t", None),
    (QUOTE, 33, "kt", None),
    (QUOTE, 120, "Mt", None),
    (QUOTE, 21, "Mt", None),
    (QUOTE, "1.2", "$", None),
    (QUOTE, "1.2e9", "USD", None),
    (QUOTE, "12e8", "t", None),
    (QUOTE, "2.1e9", "$", None),
    (QUOTE, 33, "million", None),
    (QUOTE, -12, "Mt", None),
    (QUOTE, 12, "Mt", "<="),
    (QUOTE, 2, "times", "="),
    ("113 countries took part", 13, "country", None),
    ("it fell by 3.4 %", 3, "%", None),
    ("it fell by 3 %", -3, "%", None),
    ("up 4 per cent", 4, "pp", None),
    ("up 4 percentage points", 4, "%", None),
    ("-5 °C", 5, "°C", None),
    ("a 20-kilometre line", 20, "mile", None),
    ("300 people", 300, "country", None),
    ("45 million tonne-kilometres", 45, "Mt", None),
    ("9 million passenger kilometres", 9000000, "km", None),
    ("45 MT of coal", 45, "t", None),
    ("45 MT of coal", 45, "Mt", None),
    ("In 2012 dollars", 2012, "$", None),
    ("Article 5 of the act", 5, "article", None),
    ("EXPO 2017", 2017, "", None),
    ("1,5 or 2,5", "1.5", "", None),
    ("120 345 tonnes 678", 345, "t", None),
    ("12\u200b345 tonnes", 345, "t", None),
    ("several hundred plants", 100, "plant", None),
    ("5 and 6 million tonnes", 5, "t", None),
    ("5 and 6 million tonnes", 5000000, "t", None),
    ("the 25 million tonnes a year", 25000000, "t", None),
    ("a billion", "1e9", "t", None),
    ("12 million tonnes", "NaN", "t", None),
    ("12 million tonnes", "1e999999", "t", None),
    ("over one thousand 206 lakh tonnes", 20600000, "t", None),
    ("$900 to $1 million", 900, "$", None),
    ("12 t\n\nmillion", 12000000, "t", None),
]


@pytest.mark.parametrize(("quote", "value", "unit", "bound"), TRUE)
def test_what_the_quote_says_is_stated(quote, value, unit, bound):
    assert states(quote, value, unit, bound)


@pytest.mark.parametrize(("quote", "value", "unit", "bound"), FALSE)
def test_what_it_does_not_say_is_refused(quote, value, unit, bound):
    assert not states(quote, value, unit, bound)


@pytest.mark.parametrize("value", [1.2e9, 12.0, True, None])
def test_a_float_is_no_value(value):
    with pytest.raises(TypeError, match="expected a Decimal, int or str, got "):
        states(QUOTE, value, "t")


def test_a_text_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="expected a number, got 'twelve'"):
        states(QUOTE, "twelve", "t")


@pytest.mark.parametrize(
    "text", ["not 30 million litres but 3", "It was not 30 million litres", "isn't 30 million litres"]
)
def test_what_the_word_before_denies_is_not_stated(text):
    assert not states(text, 30_000_000, "l")


@pytest.mark.parametrize("text", ["not only 30 million litres", "not 3 but 30 million litres", "whether or not 30 Ml"])
def test_a_denial_of_something_else_takes_nothing_away(text):
    assert states(text, 30_000_000, "l")
