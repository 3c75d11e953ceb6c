"""Filters, their address, and what they leave on display."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import amount, catalogue, claim, event, measure, source

from figures import load
from figures.selection import (
    FILTERS,
    Facets,
    Option,
    Selection,
    chosen,
    facets,
    fit,
    fold,
    matches,
    measure_labels,
    options,
    period_label,
    read,
    words_of,
)

REAL = load(Path(__file__).parent.parent / "data/figures.yaml")
CASES = json.loads((Path(__file__).parent / "selection_cases.json").read_text("utf-8"))


def selection(choices):
    return Selection(**{name: value if isinstance(value, str) else tuple(value) for name, value in choices.items()})


def of_case(values):
    return Facets(source="", **{name: value if name == "text" else tuple(value) for name, value in values.items()})


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["why"])
def test_the_predicate_shows_what_the_table_of_cases_says(case):
    shown = [id_ for id_, one in CASES["facets"].items() if matches(of_case(one), selection(case["selection"]))]

    assert case["shows"] == shown


def test_the_texts_of_the_table_of_cases_are_folded():
    assert all(one["text"] == fold(one["text"]) for one in CASES["facets"].values())


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("sector=Energy", ("power-count", "power-worth")),
        ("status=Forecast&status=Planned", ("route-forecast", "highway-opens", "expo-2017")),
        ("period=2012", ("rail-2012", "crossing-opened")),
        ("measure=Freight+on+the+Altynkol%E2%80%93Khorgos+route", ("route-forecast", "route-capacity")),
        ("measure=route-freight", ("route-forecast", "route-capacity")),
        ("words=expo+2017", ("expo-2017",)),
        ("words=Altynkol-Khorgos", ("route-forecast", "route-capacity", "crossing-opened")),
        ("sector=Expo&measure=Cargo+volumes%2C+Kazakhstan%E2%80%93China", ()),
    ],
)
def test_the_address_alone_says_what_of_the_release_is_shown(query, ids):
    assert ids == chosen(REAL, read(query, REAL)[0])


def test_without_choices_everything_is_shown_claims_first():
    assert tuple(one.id for one in (*REAL.claims, *REAL.events)) == chosen(REAL, Selection())


def test_every_amount_of_the_release_has_a_status_word_in_the_options():
    labels = [option.label for option in options(REAL, Selection())["status"]]

    assert labels == [
        "Reported",
        "Estimate",
        "Forecast",
        "Low reliability",
        "Capacity",
        "Potential",
        "Plan",
        "Happened",
        "Planned",
    ]


def test_counts_are_taken_under_the_other_filters_and_claims_and_events_count():
    counted = options(REAL, Selection(sectors=("Rail",)))

    assert (
        Option(label="Road", count=2),
        Option(label="Rail", count=5),
        Option(label="Energy", count=2),
        Option(label="Expo", count=2),
    ) == counted["sector"]
    assert {option.label: option.count for option in counted["period"]} == {
        "2010": 0,
        "2012": 2,
        "2015": 1,
        "2017": 0,
        "Not stated": 2,
    }


def test_periods_are_offered_in_the_order_of_time():
    periods = ["", "2015", "2013/2015", "2012-12", "2013/..", "../2013", "2013~"]
    made = catalogue([claim(f"c{n}", [amount(f"c{n}.1", period=period)]) for n, period in enumerate(periods)])

    labels = [option.label for option in options(made, Selection())["period"]]

    assert labels == ["until 2013", "2012", "2013", "2013 to 2015", "from 2013", "2015", "Not stated"]


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("2012", "2012"),
        ("2012-12", "2012"),
        ("2013-04-08", "2013"),
        ("2015~", "2015"),
        ("2013-01/2013-06", "2013"),
        ("2013/2015", "2013 to 2015"),
        ("../2013", "until 2013"),
        ("", "Not stated"),
        ("undecided", "undecided"),
    ],
)
def test_a_period_falls_under_its_year_else_its_words(edtf, label):
    assert label == period_label(edtf)


def test_measures_that_share_a_title_are_told_apart_by_their_ids():
    made = catalogue(measures=(measure("a", "Sales"), measure("b", "sales"), measure("c", "Sales abroad")))

    assert measure_labels(made) == {"a": "Sales (a)", "b": "sales (b)", "c": "Sales abroad"}


def test_one_source_is_shown_at_a_time_the_first_by_default():
    made = catalogue(
        [claim("a"), claim("b", source="other", sector="Farms")],
        [event("c", source="other")],
        sources=(source(), source(id="other")),
        sectors=("Trade", "Farms"),
    )

    assert chosen(made, Selection()) == ("a",)
    assert chosen(made, Selection(source="other")) == ("b", "c")
    assert [
        option.label for option in options(made, Selection(source="other"))["sector"] if option.label != "Trade"
    ] == ["Farms"]
    assert fit(made, Selection(source="third"))[1] == ("source=third",)


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ("", ()),
        ("claim=rail-2012&chart=power&view=ledger&source=akorda-2013-04-08", ()),
        ("sector=Nowhere", ("sector=Nowhere",)),
        ("sector=Nowhere&sector=Energy&period=1850", ("sector=Nowhere", "period=1850")),
        ("sector=energy", ()),
        ("__proto__=1&sectors=Energy", ("__proto__", "sectors")),
        ("sector=%00%ff", ("sector=\0\ufffd",)),
        ("source=../../etc/passwd", ("source=../../etc/passwd",)),
        ("sector=" + "x" * 100_000, ("sector=" + "x" * 53 + "…",)),
        ("&&&=&==;?", ()),
    ],
)
def test_what_the_catalogue_does_not_know_is_named_and_ignored(query, unknown):
    assert unknown == read(query, REAL)[1]


def test_case_is_forgiven_and_an_id_stands_for_a_measure():
    found, unknown = read("?sector=ENERGY&status=plan&measure=Power-Projects&source=AKORDA-2013-04-08", REAL)

    assert unknown == ()
    assert chosen(REAL, found) == ("power-count",)


@pytest.mark.parametrize("size", [1, 100_000])
def test_a_huge_address_is_read(size):
    found = Selection.from_query("sector=Energy&" * size + "words=" + "grain+" * size)

    assert found.sectors == ("Energy",)
    assert words_of(found.words) == ("grain",)


def test_only_what_differs_from_the_default_is_in_the_address():
    assert Selection().to_query() == ""
    assert Selection(sectors=("Towns & roads",), words="a=b").to_query() == "sector=Towns+%26+roads&words=a%3Db"


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
choices = st.lists(texts, unique=True, max_size=3).map(tuple)
selections = st.builds(
    Selection,
    sectors=choices,
    statuses=choices,
    measures=choices,
    periods=choices,
    words=st.just("") | texts,
    source=st.just("") | texts,
)
labels = {key: [option.label for option in found] for key, found in options(REAL, Selection()).items()}
fitting = st.builds(
    Selection,
    **{
        name: st.lists(st.sampled_from(labels[key]), unique=True, max_size=3).map(tuple)
        for key, name in FILTERS.items()
    },
    words=st.sampled_from(["", "2015", "Kazakhstan", "tonnes million", "nobody"]),
)


@settings(deadline=None)
@given(selections)
def test_an_address_gives_back_its_selection(one):
    assert one == Selection.from_query(one.to_query())


@settings(deadline=None)
@given(st.text())
def test_any_address_is_read_without_an_error(query):
    found, _ = read(query, REAL)

    assert (found, ()) == fit(REAL, found)
    assert set(chosen(REAL, found)) <= set(facets(REAL))


@settings(deadline=None)
@given(fitting)
def test_a_selection_of_known_labels_is_kept_as_it_is(one):
    assert (one, ()) == fit(REAL, one)


@settings(deadline=None)
@given(fitting, st.sampled_from(list(FILTERS)))
def test_an_options_count_is_what_choosing_it_alone_shows(one, key):
    for option in options(REAL, one)[key]:
        assert option.count == len(chosen(REAL, replace(one, **{FILTERS[key]: (option.label,)})))


@settings(deadline=None)
@given(fitting, st.sampled_from(list(FILTERS)))
def test_a_filter_only_takes_away(one, key):
    assert set(chosen(REAL, one)) <= set(chosen(REAL, replace(one, **{FILTERS[key]: ()})))


@settings(deadline=None)
@given(texts)
def test_folding_twice_changes_nothing(text):
    assert fold(text) == fold(fold(text))


def test_the_predicate_knows_every_field_of_a_selection():
    assert {*FILTERS.values(), "words", "source"} == {field.name for field in fields(Selection)}
