from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import units
from figures.units import UnknownUnit, canonical, convert, known, read_value

COUNTED = ("project", "country")


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("12 Mt", "12000000", "t"),
        ("12000000 t", "12000000", "t"),
        ("12 million tonnes", "12000000", "t"),
        ("25 Mt/year", "25000000", "t/year"),
        ("1.2 billion $", "1200000000", "$"),
        ("$1.2 billion", "1200000000", "$"),
        ("1,200 USD", "1200", "USD"),
        ("3 lakh INR", "300000", "INR"),
        ("500 km", "500", "km"),
        ("4 project", "4", "project"),
        ("4 countries", "4", "country"),
        ("4 projects/year", "4", "project/year"),
        ("-3 %", "-3", "%"),
        ("−3 pp", "-3", "pp"),
        ("5 m t", "5000000", "t"),
        ("5 m", "5", "m"),
        ("55 bcm", "55000000000", "m3"),
        ("1.85 mb/d", "1850000", "bbl/day"),
        ("14.6 GW", "14.6", "GW"),
        ("2 kt CO2e", "2000", "tCO2e"),
        ("415 MtCO2e", "415000000", "tCO2e"),
        ("-4 °C", "-4", "°C"),
    ],
)
def test_what_a_curator_writes_is_read_in_full(written, value, unit):
    assert read_value(written, COUNTED) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "written", ["1e9", "1e9 t", "", "t", "12", "12 million", "twelve t", "1.2.3 t", "12,34 t", "$5 t", "nan t"]
)
def test_what_is_no_amount_is_refused_in_plain_words(written):
    with pytest.raises(ValueError, match="expected a number and a unit, such as 12 Mt, got ") as refused:
        read_value(written)
    assert not isinstance(refused.value, UnknownUnit)


def test_the_message_quotes_what_was_found():
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        read_value("1e9")
    assert str(refused.value) == "expected a number and a unit, such as 12 Mt, got '1e9'"


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("4 projcts", "project"), ("5 kilometers1", "kilometers"), ("5 tonns", "tonnes"), ("5 qqqqq", None)],
)
def test_an_unknown_unit_names_the_nearest_known_one(written, nearest):
    with pytest.raises(UnknownUnit) as unknown:
        read_value(written, COUNTED)
    assert unknown.value.nearest == nearest
    assert unknown.value.unit == written.partition(" ")[2]


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("tonnes", "t"),
        ("metric ton", "t"),
        ("Mt", "t"),
        ("kilometres", "km"),
        ("square kilometers", "km2"),
        ("m³", "m3"),
        ("kilowatt-hours", "kWh"),
        ("per cent", "%"),
        ("percentage points", "pp"),
        ("basis point", "bp"),
        ("euros", "EUR"),
        ("US dollars", "USD"),
        ("dollars", "$"),
        ("tonnes per year", "t/year"),
        ("tonnes annually", "t/year"),
        ("$/bbl", "$/barrel"),
        ("dollars per barrel", "$/barrel"),
        ("mph", "mi/h"),
        ("kph", "km/h"),
        ("$/MMBtu", "$/MMBtu"),
        ("degrees Celsius", "°C"),
        ("feet", "ft"),
        ("inches", "in"),
        ("times", "×"),
        ("µm", "µm"),
        ("μm", "µm"),
    ],
)
def test_symbols_names_and_plurals_have_one_symbol(name, symbol):
    assert canonical(name) == symbol
    assert canonical(symbol) == symbol
    assert known(name)


@pytest.mark.parametrize("name", ["", "project", "widgets", "million", "t/widget/", "x" * 200])
def test_what_the_table_does_not_list_is_unknown(name):
    assert canonical(name) is None
    assert not known(name)


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        ("1", "GWh", "MWh", "1000"),
        ("12", "Mt", "t", "12000000"),
        ("25", "Mt/year", "t/year", "25000000"),
        ("25", "bp", "pp", "0.25"),
        ("36", "km/h", "m/s", "10"),
        ("5.5", "$/MMBtu", "$/Btu", "0.0000055"),
        ("1", "mi", "m", "1609.344"),
        ("1", "acre", "m2", "4046.8564224"),
        ("1", "barrel", "L", "158.987294928"),
        ("3", "project", "project", "3"),
        ("1", "year", "month", "12"),
        ("1", "month", "year", None),
        ("1", "%", "pp", None),
        ("1", "$", "USD", None),
        ("1", "t", "km", None),
        ("1", "month", "day", None),
        ("1", "°C", "K", None),
        ("1", "project", "country", None),
        ("1e99999", "t", "kg", None),
        ("NaN", "t", "t", None),
    ],
)
def test_conversion_is_exact_or_none(value, unit, to, result):
    assert convert(Decimal(value), unit, to) == (None if result is None else Decimal(result))


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_conversion_goes_back_to_the_very_value(value):
    there = convert(value, "km", "mi")
    assert there is None or convert(there, "mi", "km") == value
    assert convert(convert(value, "Mt", "kg") or Decimal(0), "kg", "Mt") == value


def test_every_prefix_that_goes_into_the_value_is_a_spoken_scale():
    folded = {unit.scale for unit in units.UNITS.signs.values() if unit.scale != 1}
    assert folded <= {Decimal(10) ** power for power in (3, 5, 6, 9, 12)}


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("0.85 EUR/project", "0.85", "EUR/project"),
        ("12 Mt/countries", "12000000", "t/country"),
        ("3 project/country", "3", "project/country"),
        ("3 projects/year", "3", "project/year"),
    ],
)
def test_a_counted_noun_may_stand_on_either_side_of_the_slash(written, value, unit):
    assert read_value(written, COUNTED) == (Decimal(value), unit)
