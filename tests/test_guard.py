"""What may meet, and the sentence that says why not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import amount
from small import REAL

from figures import guard
from figures.model import UNDECIDED

AMOUNTS = {one.id: one for one in REAL.amounts}
MEASURES = guard.measures(REAL)


def words(sentence):
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("a", "b", "allowed", "why"),
    [
        ("cargo-change.1", "cargo-change.2", True, "They count the same thing in one unit."),
        ("cargo-change.1", "rail-2012.1", False, "12 Mt and > 16 Mt count different things."),
        ("route-forecast.1", "rail-2012.1", False, "4.5 Mt and > 16 Mt count different things."),
        (
            "route-forecast.1",
            "route-capacity.1",
            True,
            "A forecast inside a ceiling: no line and no ratio between them.",
        ),
        ("power-count.1", "power-worth.1", False, "4 projects and US$1.2 bn count different things."),
        (
            "delivery-distance.1",
            "delivery-distance.1",
            False,
            "500 km is doubtful in the source, so it meets no other number.",
        ),
    ],
)
def test_axis_of_the_real_catalogue(a, b, allowed, why):
    for pair in ((AMOUNTS[a], AMOUNTS[b]), (AMOUNTS[b], AMOUNTS[a])):
        verdict = guard.may_share_axis(*pair, MEASURES)
        assert verdict.allowed is allowed
        assert sorted(words(verdict.why).split()) == sorted(why.split())


def test_ratio_of_the_change_names_its_parents():
    derived = guard.ratio(AMOUNTS["cargo-change.1"], AMOUNTS["cargo-change.2"])
    assert derived == guard.Derived(
        value=Decimal("2.75"),
        parents=("cargo-change.1", "cargo-change.2"),
        words="33,000,000 ÷ 12,000,000 = 2.75",
    )


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ({}, {"bound": ">"}, "> 5 t is a bound and no value, so nothing is computed from it."),
        ({}, {"status": "U"}, "5 t is doubtful in the source, so it meets no other number."),
        ({}, {"claim": "other"}, "5 t and 5 t count different things."),
        ({}, {"unit": "km"}, "5 t and 5 km have units that do not meet: t and km."),
        ({}, {"unit": "t/year"}, "5 t and 5 t a year have units that do not meet: t and t/year."),
        ({"unit": "°C"}, {"unit": "°C"}, "°C has no true zero, so one value is no multiple of another."),
        ({"unit": "dB"}, {"unit": "dB"}, "dB is a logarithm, so one value is no multiple of another."),
        ({"value": Decimal(-5)}, {}, "−5 t is below zero, so it is no multiple of another value."),
        ({"value": Decimal(0)}, {}, "Nothing is divided by zero."),
        ({}, {"nature": "capacity"}, "A capacity says what could be; 5 t and 5 t have no ratio."),
    ],
)
def test_ratio_is_refused_with_a_reason(a, b, why):
    refusal = guard.ratio(amount(**a), amount("sales.2", **b))
    assert isinstance(refusal, guard.Refusal)
    assert words(refusal.why) == why


def test_ratio_without_an_end_is_rounded_and_says_so():
    derived = guard.ratio(amount(value=Decimal(3)), amount("sales.2", value=Decimal(1000)))
    assert derived == guard.Derived(
        value=Decimal(333), parents=("sales.1", "sales.2"), words="1000 ÷ 3 = about 333", exact=False
    )


def test_ratio_converts_exactly_between_units():
    derived = guard.ratio(amount(unit="kWh"), amount("sales.2", unit="MWh"))
    assert isinstance(derived, guard.Derived)
    assert derived.value == 1000


FLOW = {"nature": "flow"}


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ("2012", "2013", True),
        ("2012", "2012-03", False),
        ("2012", "2012-01/2012-06", False),
        ("2012-02", "2012-03", True),
        ("2012", "2010/2012", False),
        ("2012", "2013/..", True),
        ("2012", "", True),
    ],
)
def test_flows_over_times_of_different_length_do_not_meet(a, b, meet):
    year, month = amount(period=a, **FLOW), amount("sales.2", period=b, **FLOW)
    for pair in ((year, month), (month, year)):
        assert guard.may_share_axis(*pair, {"sales": "one"}).allowed is meet
        assert isinstance(guard.ratio(*pair), guard.Derived) is meet
    stock = amount("sales.2", period=b)
    assert guard.may_share_axis(year, stock, {"sales": "one"}).allowed
    rates = [replace(one, unit="t/year") for one in (year, month)]
    assert guard.may_share_axis(*rates, {"sales": "one"}).allowed


def test_flow_over_a_month_is_named_beside_one_over_a_year():
    refusal = guard.ratio(amount(**FLOW), amount("sales.2", period="2012-03", **FLOW))
    assert isinstance(refusal, guard.Refusal)
    assert words(refusal.why) == "5 t and 5 t are flows over times of different length: 2012 and 2012-03."


@pytest.mark.parametrize("known", [{}, {"sales": UNDECIDED, "port": UNDECIDED}, {"sales": "one"}])
def test_measures_that_are_not_known_or_not_decided_are_not_one(known):
    assert not guard.may_share_axis(amount(), amount("port.1"), known).allowed


def test_ratio_of_what_is_about_so_much_is_about_so_much():
    derived = guard.ratio(amount(value=Decimal(4), bound="~"), amount("sales.2", value=Decimal(8)))
    assert derived == guard.Derived(
        value=Decimal(2), parents=("sales.1", "sales.2"), words="8 ÷ 4 = about 2", exact=False
    )


FORECAST = {"status": "F", "period": "2012"}
CEILING = {"unit": "t/year", "nature": "capacity", "status": None, "period": ""}


@pytest.mark.parametrize(
    ("forecast", "ceiling", "allowed"),
    [
        (FORECAST, CEILING, True),
        (FORECAST, {**CEILING, "unit": "t"}, True),
        ({**FORECAST, "unit": "t/year"}, CEILING, True),
        ({**FORECAST, "period": ""}, CEILING, False),
        ({**FORECAST, "period": "2012-12"}, CEILING, False),
        ({**FORECAST, "period": "2012/2013"}, CEILING, False),
        ({**FORECAST, "status": "A"}, CEILING, False),
        ({**FORECAST, "status": "U"}, CEILING, False),
        ({**FORECAST, "nature": "capacity"}, CEILING, False),
        (FORECAST, {**CEILING, "nature": "flow"}, False),
        (FORECAST, {**CEILING, "unit": "t/month"}, False),
        (FORECAST, {**CEILING, "unit": "km/year"}, False),
    ],
)
def test_only_a_forecast_for_one_year_lies_inside_a_ceiling(forecast, ceiling, allowed):
    verdict = guard.inside(amount(**forecast), amount("sales.2", **ceiling))
    assert verdict.allowed is allowed
    assert verdict.why.endswith(".")


def test_another_measure_is_no_ceiling():
    forecast, ceiling = amount(**FORECAST), amount("port.1", **CEILING)
    assert not guard.inside(forecast, ceiling).allowed
    assert guard.inside(forecast, ceiling, same_measure=True).allowed


@settings(deadline=None)
@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_ratio_and_its_inverse_agree(a, b):
    one, other = amount(value=Decimal(a)), amount("sales.2", value=Decimal(b))
    forth, back = guard.ratio(one, other), guard.ratio(other, one)
    assert isinstance(forth, guard.Derived)
    assert isinstance(back, guard.Derived)
    assert abs(forth.value * back.value - 1) < Decimal("0.02")
