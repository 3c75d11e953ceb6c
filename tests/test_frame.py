"""The figure table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import amount, catalogue, claim, failed, report, source

from figures import cite, model
from figures.frame import COLUMNS, exact, to_frame

CODES = {column.name: column.codes for column in COLUMNS if column.codes}


def row(made, findings=()):
    return to_frame(made, report(made, findings)).iloc[0]


def test_the_frame_has_the_documented_columns_in_their_order_and_types():
    frame = to_frame(catalogue(), report(catalogue()))

    assert [column.name for column in COLUMNS] == list(frame.columns)
    assert [column.dtype for column in COLUMNS] == [str(dtype) for dtype in frame.dtypes]


def test_the_columns_that_others_rely_on_keep_their_names():
    assert [column.name for column in COLUMNS] == [
        *("amount", "claim", "source", "sector", "measure", "measure_title", "title", "label"),
        *("value", "value_float", "unit", "bound", "role", "status", "status_words", "nature"),
        *("period", "period_words", "undated", "written", "words", "quote", "quote_start", "quote_end"),
        *("number_start", "number_end", "source_title", "publisher", "date", "url", "link", "sha256"),
        *("verified", "checker", "note", "sic", "citation"),
    ]


def test_an_empty_catalogue_gives_the_same_columns_and_types():
    frame = to_frame(catalogue([]), report(catalogue([])))

    assert len(frame) == 0
    assert [column.dtype for column in COLUMNS] == [str(dtype) for dtype in frame.dtypes]


def test_names_are_unique_and_every_column_says_what_it_means():
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(column.meaning.endswith(".") for column in COLUMNS)


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("bound", model.Bound),
        ("role", model.Role),
        ("status", model.Status),
        ("nature", model.Nature),
        ("verified", cite.Verdict),
    ],
)
def test_each_code_of_the_model_is_explained(column, codes):
    assert set(get_args(codes)) == set(CODES[column])


def test_there_is_one_row_per_amount_in_the_order_of_the_catalogue():
    made = catalogue([claim("b", [amount("b.1"), amount("b.2")]), claim("a", [amount("a.1")])])

    assert to_frame(made, report(made))["amount"].to_list() == ["b.1", "b.2", "a.1"]


@pytest.mark.parametrize("column", ["note", "sic", "nature", "undated", "label"])
def test_what_the_catalogue_leaves_empty_is_missing(column):
    frame = to_frame(catalogue(), report(catalogue()))

    assert frame[column].isna().all()


def test_a_quote_that_was_not_found_has_no_offsets_and_no_link():
    found = row(catalogue([claim(quote="Nobody said so")]))

    assert found[["quote_start", "quote_end", "number_start", "number_end", "link"]].isna().all()


def test_offsets_enclose_the_quote_and_the_number_in_code_points():
    text = "🚂 Sales rose to 5 t in 2012."
    found = row(catalogue(sources=(source(text),)))

    assert text[found["quote_start"] : found["quote_end"]] == "Sales rose to 5 t in 2012"
    assert text[found["number_start"] : found["number_end"]] == "5"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12000000", "12000000"),
        ("1.2E+9", "1200000000"),
        ("0.30", "0.3"),
        ("1200000000.00", "1200000000"),
        ("-3.4", "-3.4"),
        ("100", "100"),
        ("1234567890123456789012345678901234567890.5", "1234567890123456789012345678901234567890.5"),
    ],
)
def test_the_value_is_written_in_full(value, text):
    assert text == exact(amount(value=Decimal(value)))


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_the_written_value_is_the_exact_value(value):
    text = exact(amount(value=value))

    assert value == Decimal(text)
    assert "E" not in text.upper()


def test_a_value_beyond_binary_numbers_is_not_drawn_and_not_lost():
    found = to_frame(made := catalogue([claim(amounts=[amount(value=Decimal("1E+400"))])]), report(made))

    assert found["value_float"].isna().all()
    assert len(found["value"][0]) == 401


@pytest.mark.parametrize(
    ("made", "findings", "verdict"),
    [
        (catalogue(), [], "passed"),
        (catalogue(), [failed("sales.1")], "failed"),
        (catalogue(), [failed("sales")], "failed"),
        (catalogue(), [failed("another")], "passed"),
        (catalogue(sources=(source(None, problem="not there"),)), [], "failed"),
        (catalogue(sources=(replace(source(), sha256="f" * 64),)), [], "failed"),
        (catalogue([claim(quote="Nobody said so")]), [], "not checked"),
    ],
)
def test_a_row_passes_only_if_all_that_it_rests_on_does(made, findings, verdict):
    assert verdict == row(made, findings)["verified"]


def test_a_period_that_is_undecided_is_shown_as_it_stands():
    assert row(catalogue([claim(amounts=[amount(period="undecided")])]))["period_words"] == "undecided"


def test_codes_are_all_that_a_closed_column_holds():
    frame = to_frame(catalogue(), report(catalogue()))

    for name, codes in CODES.items():
        assert set(frame[name].dropna()) <= set(codes)
