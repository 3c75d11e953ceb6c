"""What a number counts, and what it is told per: nouns simple, compound and unmarked, and the cases left open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.reading import scan, states

NUMBERS = st.integers(2, 899)
COMPOUNDS = ["by-elections", "semi-finalists", "non-voters", "co-authors", "start-ups", "break-ins", "e-mails"]
UNMARKED = ["fish species", "police officers", "aircraft carriers", "staff members"]


def quantities(text: str):
    return [(mention.value, mention.unit) for mention in scan(text) if mention.kind == "quantity"]


@given(number=NUMBERS, noun=st.sampled_from(COMPOUNDS), before=st.sampled_from(["", "new ", "well-known "]))
@settings(deadline=None)
def test_the_last_part_of_a_compound_tells_that_it_is_counted(number, noun, before):
    assert quantities(f"They saw {number} {before}{noun} there.") == [(number, noun.removesuffix("s"))]


@given(number=NUMBERS, noun=st.sampled_from(UNMARKED))
@settings(deadline=None)
def test_an_unmarked_plural_gives_way_to_the_noun_behind_it(number, noun):
    modifier, _, head = noun.partition(" ")
    assert states(f"They saw {number} {noun} there.", number, head)
    assert not states(f"They saw {number} {noun} there.", number, modifier)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 passers-by", "passer-by"),
        ("12 small- and medium-sized firms", "firm"),
        ("12 customs-free ports", "port"),
        ("12 head of cattle", "head"),
        ("sold 12 head.", "head"),
        ("12 head to the hills", None),
        ("12 loaves", "loaf"),
        ("12 fishermen", "fisherman"),
        ("12 larvae", "larva"),
        ("12 rough-and-ready", None),
        ("12-plus people", "person"),
        ("scored 12 runs in the first hour", "run"),
        ("12 runs until May", None),
        ("12 oil-and-gas", None),
        ("12 permanent ones", None),
        ("12 memoranda", "memorandum"),
        ("12 of the mills have shut", "mill"),
        ("12 of his younger brothers", "brother"),
        ("12 of them left", None),
        ("12 of the best years", None),
    ],
)
def test_what_twelve_counts(text, unit):
    assert quantities(text) == [(12, unit)]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("One tenant accounted for half of it", "tenant"),
        ("one sailor injured", "sailor"),
        ("one family left", "family"),
        ("one abandoned mill", "mill"),
        ("one newly built mill", None),
        ("one teacher serves a village", "teacher"),
        ("one man runs it", "man"),
        ("one species survives", "species"),
        ("one sales office", "office"),
    ],
)
def test_one_counts_the_noun_before_a_participle(text, noun):
    assert quantities(text)[0] == (1, noun)


@given(number=NUMBERS, size=st.integers(2, 90), thing=st.sampled_from(["bag", "barge", "crate"]))
@settings(deadline=None)
def test_a_thing_told_by_its_size_is_what_a_price_is_per(number, size, thing):
    text = f"They pay €{number} per {size}-kg {thing} there."
    assert quantities(text) == [(number, f"EUR/{thing}"), (size, "kg")]
    assert not states(text, number, "EUR")
    assert quantities(f"They pay €{number} per {size}-kg there.")[0] == (None, "EUR")


@given(number=NUMBERS, measure=st.sampled_from(["quintal", "hectare", "stone", "yard", "megawatt-hour"]))
@settings(deadline=None)
def test_money_a_measure_is_a_rate(number, measure):
    text = f"They pay £{number} a {measure} there."
    assert states(text, number, f"GBP/{measure}")
    assert not states(text, number, "GBP")


def test_a_number_of_its_own_is_no_part_of_the_noun_that_is_counted():
    assert quantities("five of the three-ton satellites") == [(5, "satellite"), (3, "t")]
