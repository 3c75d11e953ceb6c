from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import numbers

DECIMALS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**25), 10**25), st.integers(0, 12)
)
LONG = st.integers(10**30, 10**60).map(Decimal)


@pytest.mark.parametrize(
    ("value", "unit", "bound", "shown"),
    [
        ("12000000", "t", "=", "12 Mt"),
        ("4500000", "t", "=", "4.5 Mt"),
        ("1000", "t", "=", "1000 t"),
        ("12345.60", "t", "~", "about 12,345.6 t"),
        ("25000000", "t/year", "=", "25 Mt a year"),
        ("80", "km/h", "<=", "≤ 80 km/h"),
        ("5", "kWh/hour", "=", "5 kWh an hour"),
        ("70", "USD/barrel", "=", "US$70 a barrel"),
        ("3", "t/day", "=", "3 t a day"),
        ("1200000000", "USD", "=", "US$1.2 bn"),
        ("1200000000", "CHF", "=", "CHF 1.2 bn"),
        ("4", "project", "=", "4 projects"),
        ("1", "project", "=", "1 project"),
        ("6700000", "country", ">", "> 6.7 million countries"),
        ("-3", "%", "=", "−3%"),
        ("500", "km", ">=", "≥ 500 km"),
        ("0", "t", "=", "0 t"),
    ],
)
def test_a_value_is_written_with_its_unit_and_bound(value, unit, bound, shown):
    assert numbers.shown(Decimal(value), unit, bound).replace(numbers.SPACE, " ") == shown


@given(DECIMALS | LONG)
def test_no_digit_is_lost(value):
    digits = numbers.plain(value).replace(",", "").replace(numbers.MINUS, "-")
    assert Decimal(digits) == value


@given(DECIMALS, st.sampled_from(["t", "USD", "project", "%", "km", "kWh", "t/year"]))
def test_scaling_changes_nothing_but_the_power_of_ten(value, unit):
    scale = numbers.scale_of(unit, abs(value))
    digits = Decimal(scale.digits(value).replace(",", "").replace(numbers.MINUS, "-"))
    assert digits.scaleb(scale.power) == value


def test_money_is_read_in_one_piece_and_mass_in_two():
    assert numbers.scale_of("USD", Decimal(2_000_000)).parts(Decimal(2_000_000)) == ("US$2\u00a0mn", "")
    assert numbers.scale_of("t", Decimal(2_000_000)).parts(Decimal(2_000_000), ">") == (">\u00a02", "Mt")


@pytest.mark.parametrize(
    ("value", "unit", "bound", "columns"),
    [
        ("1200000000", "USD", ">", (">\u00a01.2", "bn US$")),
        ("5", "CHF", "=", ("5", "CHF")),
        ("-3", "%", "~", ("about\u00a0−3", "%")),
        ("25000000", "t/year", "=", ("25", "Mt a year")),
    ],
)
def test_in_a_table_the_digits_stand_alone(value, unit, bound, columns):
    assert numbers.scale_of(unit, Decimal(value)).columns(Decimal(value), bound) == columns


@pytest.mark.parametrize(
    ("unit", "noun"), [("project", True), ("t", False), ("km", False), ("USD", False), ("t/year", False)]
)
def test_what_is_a_counted_noun(unit, noun):
    assert numbers.is_noun(unit) is noun
