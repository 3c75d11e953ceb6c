"""Bounds that only look like bounds, bounds that a verb or a law makes, and margins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.reading import scan, states

NUMBERS = st.integers(2, 899)


def bounds(text: str):
    return [mention.bound for mention in scan(text) if mention.kind == "quantity"]


@given(share=st.integers(2, 90), number=NUMBERS, words=st.sampled_from(["more than", "less than", "below", "above"]))
@settings(deadline=None)
def test_what_an_amount_is_compared_with_has_no_bound(share, number, words):
    assert bounds(f"It was {share}% {words} {number} kg there.") == ["=", "="]
    assert bounds(f"It fell, to {words} {number} kg.") == [">" if words in {"more than", "above"} else "<"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The path climbs 900 m over 7 km.", ["=", "="]),
        ("They lived under six kings.", ["="]),
        ("They built it in under six months.", ["<"]),
        ("There were 72 fewer than 12 months before.", ["=", "="]),
        ("In 2012 more than 12 mills shut.", [">"]),
        ("Prices passed £400,000 in May.", [">"]),
        ("She passed 12 exams and crossed 9 km of sand.", ["=", "="]),
        ("It is set to top €650 million.", [">"]),
        ("gaps wider than 3 mm", [">"]),
        ("gaps narrower than 3 mm", ["<"]),
        ("nowhere deeper than 60 m", ["<="]),
        ("it was nearer $7bn", ["~"]),
        ("It never went over 512 MB.", ["<="]),
        ("Fees went up to 5%.", ["="]),
        ("Fees will go up to 5%.", ["="]),
        ("It costs up to 5 euros.", ["<="]),
        ("a mine of 5 Mt-plus", [">="]),
        ("some 1,400 t, twenty-odd years and 80-odd cars", ["~", "~", "~"]),
        ("It covers over 12 ha and was widened to over 30 km.", [">", ">"]),
        ("Water is trucked to the camp over 38 km of sand; fire spread over 860 hectares.", ["=", "="]),
        ("We handed over 8,350 vans and turned over £5m.", ["=", "="]),
        ("It was sold under three brands; the dynasty ruled for 276 years under 16 emperors.", ["=", "=", "="]),
        ("a class of under 16 pupils", ["<"]),
        ("anyone under the age of 18 or over 70, or aged 30 or over", ["<", ">", ">="]),
        ("It closed below the 22,500 mark and above the 5% threshold.", ["<", ">"]),
        ("It crossed the 22,500 mark.", ["="]),
        ("at 450 °C under 20 bar of hydrogen; it fell to under 2 bar", ["=", "=", "<"]),
        ("three times as many as ten years ago, as many as 12 t", ["=", "=", "<="]),
        ("an error that does not exceed ±1.5 pp", ["<="]),
        ("in no event longer than ten years", ["<="]),
    ],
)
def test_bounds(text, expected):
    assert bounds(text) == expected


@given(number=NUMBERS, verb=st.sampled_from(["shall work", "may be held", "must wait for", "may use"]))
@settings(deadline=None)
def test_what_a_law_forbids_to_all_is_an_upper_bound(number, verb):
    assert states(f"No clerk {verb} more than {number} hours.", number, "h", "<=")


def test_a_doubt_is_no_law():
    assert [mention.value for mention in scan("No doubt fares may exceed 40 t.")] == [None]


@given(
    value=NUMBERS,
    margin=st.integers(1, 9),
    sign=st.sampled_from([" ± ", "±", " +/- "]),
    unit=st.sampled_from(["kg", "mm", "%", "Mt", "million tonnes", "years"]),
)
@settings(deadline=None)
def test_the_number_after_plus_or_minus_is_an_amount_of_its_own(value, margin, sign, unit):
    text = f"It came to {value}{sign}{margin} {unit} there."
    scale, name = (10**6, "t") if unit in {"Mt", "million tonnes"} else (1, unit)
    _, last = scan(text)
    assert text[last.number_start] == str(margin)
    assert states(text, value * scale, name)
    assert states(text, margin * scale, name)
    assert scale == 1 or not states(text, value, name)


@pytest.mark.parametrize("text", ["plus or minus 3 points", "+/-3 points", "±3 points"])
def test_a_margin_has_no_sign(text):
    assert [mention.value for mention in scan(text)] == [3]


def test_a_power_of_ten_that_may_be_for_both_leaves_both_unread():
    assert [mention.value for mention in scan("3.2 ± 0.1 × 10^5 cells")][:2] == [None, None]


def test_a_power_of_ten_behind_the_bracket_is_for_both():
    assert [(mention.value, mention.unit) for mention in scan("(3 ± 1) × 10^5 J")] == [(300_000, "J"), (100_000, "J")]
