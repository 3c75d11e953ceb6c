"""The figure table as CSV, JSON and Parquet, read back cell by cell."""

from __future__ import annotations

import io
import json
import re
from decimal import Decimal

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hostile import (
    CELL,
    FORMULAS,
    HOSTILE,
    NAMES,
    NUMBERS,
    REAL,
    REPORT,
    TEXTS,
    as_written,
    hostile,
    read_csv,
    rendered,
    table,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import amount, catalogue, claim

from figures.export import render
from figures.frame import COLUMNS, records

# --- CSV


def test_the_csv_holds_every_text_to_the_character():
    assert read_csv(rendered("csv")) == [NAMES, *as_written(table(HOSTILE))]


def test_the_csv_ends_each_record_with_crlf():
    data = rendered("csv", catalogue())

    assert data.count(b"\r\n") == 2
    assert data.endswith(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")


def test_pandas_reads_the_csv_cell_by_cell():
    data = rendered("csv")

    read = pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False, na_values=[""])

    assert list(read.columns) == NAMES
    assert as_written(records(read)) == as_written(table(HOSTILE))


def test_pandas_reads_the_numbers_of_the_release():
    read = pd.read_csv(io.BytesIO(render("csv", REAL, REPORT)), dtype={"value": "str"})

    assert read["value"].map(Decimal).tolist() == [one.value for one in REAL.amounts]
    assert read["value_float"].tolist() == [float(one.value) for one in REAL.amounts]
    assert read["quote_start"].tolist() == [row["quote_start"] for row in table(REAL, REPORT)]


printable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None)
@given(st.lists(printable, min_size=1, max_size=4))
def test_any_text_comes_back_from_the_csv(texts):
    made = hostile(texts)

    assert read_csv(rendered("csv", made)) == [NAMES, *as_written(table(made))]


# --- CSV for spreadsheets


def spreadsheet_rows(made):
    data = rendered("csv-excel", made)
    assert data.startswith(b"\xef\xbb\xbf")
    return read_csv(data, "utf-8-sig")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_could_be_a_formula_has_an_apostrophe_before_it(text):
    title = spreadsheet_rows(hostile([text]))[1][NAMES.index("title")]

    assert title == f"'{text}"


@pytest.mark.parametrize("text", sorted({"X ray", *TEXTS} - {*FORMULAS, "-", "x" * CELL}))
def test_any_other_text_is_left_as_it_is(text):
    assert spreadsheet_rows(hostile([text]))[1][NAMES.index("title")] == text


@pytest.mark.parametrize("value", ["-3.4", "-1200000000000", "0.1"])
def test_a_number_is_never_touched(value):
    made = catalogue([claim(amounts=[amount(value=Decimal(value))])])
    line = rendered("csv-excel", made).decode("utf-8-sig").split("\r\n")[1]

    assert f",{value},{float(value)}," in line


def test_every_text_is_in_quotation_marks_whatever_separates_cells_elsewhere():
    made = hostile([";=2+3"])

    assert b',";=2+3",' in rendered("csv-excel", made)


@settings(deadline=None)
@given(st.lists(printable, min_size=1, max_size=4))
def test_no_cell_of_any_text_can_become_a_formula(texts):
    numbers = {*NUMBERS, "value"}
    for row in spreadsheet_rows(hostile(texts))[1:]:
        for name, cell in zip(NAMES, row, strict=True):
            assert name in numbers or not re.match(r"[\s\ufeff\u200b]*[=+\-@|＝＋－＠]", cell)


# --- JSON and Parquet


def test_json_holds_the_rows_with_decimals_as_text_and_null_for_missing():
    found = json.loads(rendered("json"))

    assert list(found) == ["title", "extent", "catalogue_sha256", "checker", "columns", "rows"]
    assert found["catalogue_sha256"] == HOSTILE.digest
    assert found["rows"] == list(table(HOSTILE))
    assert found["rows"][0]["value"] == "5"
    assert found["rows"][0]["sic"] is None
    assert [column["name"] for column in found["columns"]] == NAMES
    assert {"name", "type", "meaning"} <= set(found["columns"][0])
    assert rendered("json").startswith(b'{\n "title": ')


def test_parquet_holds_the_rows_with_their_types_and_meanings():
    found = pq.read_table(io.BytesIO(rendered("parquet")))

    assert found.to_pylist() == list(table(HOSTILE))
    assert [str(field.type) for field in found.schema] == [
        {"str": "string", "Int64": "int64", "Float64": "double"}[column.dtype] for column in COLUMNS
    ]
    assert [field.metadata[b"meaning"].decode() for field in found.schema] == [column.meaning for column in COLUMNS]
    about = {key.decode(): value.decode() for key, value in found.schema.metadata.items()}
    assert about == {
        key: json.loads(rendered("json"))[key] for key in ("title", "extent", "catalogue_sha256", "checker")
    }


@pytest.mark.parametrize("key", ["csv", "json", "parquet"])
@pytest.mark.parametrize(
    "value", ["0.1", "12000000", "1234567890123456789012345678901234567890.123456789", "-1E+30", "1E-20"]
)
def test_an_exact_decimal_survives(key, value):
    data = rendered(key, catalogue([claim(amounts=[amount(value=Decimal(value))])]))
    read = {
        "csv": lambda: read_csv(data)[1][NAMES.index("value")],
        "json": lambda: json.loads(data)["rows"][0]["value"],
        "parquet": lambda: pq.read_table(io.BytesIO(data)).to_pylist()[0]["value"],
    }

    assert Decimal(read[key]()) == Decimal(value)
