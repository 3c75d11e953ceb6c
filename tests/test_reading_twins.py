"""Two numbers that stand together: in brackets, as sides, as feet and inches, as hours, as years of a life."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.reading import scan, states

NUMBERS = st.integers(2, 899)


def said(text: str):
    return [(mention.kind, mention.value, mention.unit) for mention in scan(text)]


def amounts(text: str):
    return [(value, unit) for kind, value, unit in said(text) if kind == "quantity"]


@given(
    now=NUMBERS,
    then=NUMBERS,
    ending=st.sampled_from(
        [("per cent", 1, "%"), ("million", 10**6, None), ("MW", 1, "MW"), ("thousand t", 1000, "t")]
    ),
)
@settings(deadline=None)
def test_last_year_s_number_in_brackets_shares_scale_and_unit(now, then, ending):
    words, scale, unit = ending
    expected = [(now * scale, unit)] + ([(then * scale, unit)] if now != then else [])
    assert amounts(f"It came to {now} ({then}) {words} in all.") == expected
    assert amounts(f"It cost €{now} ({then}) million.")[0] == (now * 10**6, "EUR")


def test_a_mark_in_brackets_shares_nothing():
    assert amounts("They sold 12 (3) of them.") == [(12, None)]


@given(wide=st.integers(5, 60), long=st.integers(5, 60), unit=st.sampled_from(["cm", "m", "mm"]))
@settings(deadline=None)
def test_glued_sides_have_the_unit(wide, long, unit):
    assert amounts(f"A plate of {wide}x{long} {unit} broke.") == [(wide, unit), (long, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two 4x4 lorries came", [(2, None)]),
        ("a 2x4 plank", []),
        ("6x250 ml", [(250, "mL")]),
        ("the 4 × 100 m relay", [(4, None), (100, "m")]),
        ("1920x1080 pixels", [(1920, "pixel"), (1080, "pixel")]),
        ("He is 5'10\" tall", [(70, "in")]),
        ("He is 6’2” tall", [(74, "in")]),
        ("It weighs 12st 7lb", [(12, "stone"), (7, "lb")]),
        ("open 8-9am and 10.30–11 pm", []),
        ("a solution at pH 7.4 and 310 K", [(7.4, None), (310, "K")]),
    ],
)
def test_pairs(text, expected):
    assert [(None if value is None else float(value), unit) for value, unit in amounts(text)] == expected


@pytest.mark.parametrize("text", ["12.000 tonnes", "12.500 people", "€12.500", "a 2.9 Mb genome"])
def test_thousands_or_decimals_and_bits_or_bases_are_not_read(text):
    assert [value for value, _ in amounts(text)] == [None]


@pytest.mark.parametrize(("text", "value", "unit"), [("12.345 kg", "12.345", "kg"), ("at €1.085", "1.085", "EUR")])
def test_three_decimals_that_are_no_thousands_are_read(text, value, unit):
    assert states(text, value, unit)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Bach (1685–1750) wrote it", "1685/1750"),
        ("the abbot's reign (1495–1526) saw it", "1495/1526"),
        ("growth in H1 21, as before", None),
    ],
)
def test_years_in_brackets_behind_a_name_are_an_interval(text, edtf):
    assert [(mention.kind, mention.edtf) for mention in scan(text)] == [("date", edtf)]


def test_numbers_in_brackets_behind_a_number_are_a_range():
    assert amounts("The median was 1,240 (1040–1310) there.")[1:] == [(1040, None), (1310, None)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It ranged from 4% in Larne to 20% in Newry.", ["low", "high"]),
        ("It rose from 4% in May to 20% in June.", ["from", "to"]),
    ],
)
def test_a_range_told_far_apart(text, roles):
    assert [mention.role for mention in scan(text) if mention.kind == "quantity"] == roles


@pytest.mark.parametrize(("text", "kind"), [("the 21st", "ordinal"), ("the 12st", "quantity"), ("a 3rd", "ordinal")])
def test_only_the_right_ending_makes_an_ordinal(text, kind):
    assert [mention.kind for mention in scan(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left at half past six and by a quarter to nine were home.", []),
        ("It fell by a quarter to nine tonnes.", [(None, None), (9, "t")]),
        ("a four-day week of 40 hours", [(4, "day"), (40, "h")]),
        ("a 2,500-square-foot house", [(2500, "sq ft")]),
        ("a 25-basis-point cut", [(25, "bp")]),
        ("corn at $4.75 1/2 a bushel", [(None, "$/bushel")]),
        ("one night three men came", [(1, "night"), (3, "man")]),
        ("born in two thousand and eight", []),
        ("in two thousand and eight towns", [(2008, "town")]),
        ("in 4 equal parts", [(4, "part")]),
        ("two are harmful, 20 trebles it", [(2, None), (20, None)]),
    ],
)
def test_more_of_what_belongs_together(text, expected):
    assert amounts(text) == expected


@given(
    number=NUMBERS, power=st.sampled_from(["10", "100", "1000", "1,000", "1 000"]), unit=st.sampled_from(["ha", "t"])
)
@settings(deadline=None)
def test_a_power_of_ten_over_a_table_is_its_scale(number, power, unit):
    assert {value for value, _ in amounts(f"Area ({power} {unit})\nNorth  {number}  {number + 1}")} == {None}
    assert amounts(f"The farm ({power} {unit})\nwas sold.")[0][1] == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [("He said ‘12 km’ of it", [(12, "km")]), ("‘12 million’", [(12_000_000, None)]), ("the code 0x1F", [])],
)
def test_quoted_numbers_and_codes(text, expected):
    assert amounts(text) == expected


def test_the_number_behind_plus_or_minus_is_neither_end_of_a_change():
    roles = [mention.role for mention in scan("It fell from 24.3 ± 1.8 g to 17.9 ± 1.2 g.")]
    assert roles == ["from", "single", "to", "single"]


def test_two_powers_of_ten_around_plus_or_minus_are_read_each_by_itself():
    assert amounts("9.83e-3 ± 1e-5 km") == [(Decimal("0.00983"), "km"), (Decimal("0.00001"), "km")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.87 lakh, or 79.8%", [(187_000, None), (Decimal("79.8"), "%")]),
        ("by 3,400, or 12%", [(3400, None), (12, "%")]),
        ("5, 10, or 20 %", [(5, "%"), (10, "%"), (20, "%")]),
        ("1.8 × 10⁴ and 99.2 %", [(18_000, None), (Decimal("99.2"), "%")]),
        ("5 million and 3 t", [(5_000_000, None), (3, "t")]),
        ("1 mol% of it", [(1, None)]),
    ],
)
def test_a_number_told_by_itself_takes_no_unit_from_the_next(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("782 yuan ($109) a metric ton", [(782, "CNY/tonne"), (109, "$/tonne")]),
        ("$98 a barrel (€91)", [(98, "$/barrel"), (91, "EUR/barrel")]),
        ("£50 ($60) for it", [(50, "GBP"), (60, "$")]),
        ("$3 a dozen", [(3, "$/dozen")]),
        ("$13 per million British thermal units", [(13, "$/million Btu")]),
        ("Rs. 45,000/- a month", [(45_000, "INR")]),
        ("half of one percent; a tenth of one per cent", [(Decimal("0.5"), "%"), (Decimal("0.1"), "%")]),
        ("two thousand seven hundred crore", [(27_000_000_000, None)]),
        ("one lakh twenty thousand crore", [(1_200_000_000_000, None)]),
        ("thirty, forty million", [(None, None), (40_000_000, None)]),
    ],
)
def test_rates_and_scales_that_belong_to_both(text, expected):
    assert amounts(text) == expected
