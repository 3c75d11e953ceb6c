"""The figure table as a workbook, read back cell by cell."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from hostile import (
    CELL,
    ENERGY,
    HOSTILE,
    NAMES,
    NUMBERS,
    REAL,
    REPORT,
    hostile,
    read_csv,
    rendered,
    table,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.export import render
from figures.export.tables import fitted
from figures.frame import records


def decoded(cell):
    """A control character stands coded in a workbook (``_x000D_``). Spreadsheets know it from a text that
    looks so; these readers do not, so both sides of a comparison are decoded."""
    if not isinstance(cell, str):
        return cell
    return re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), cell)


def in_cells(row):
    """What of a row a workbook can hold: the citation of the longest quote does not fit."""
    return [decoded(fitted(row[name]) if isinstance(row[name], str) else row[name]) for name in NAMES]


def sheet_rows(data, sheet="Figures"):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[decoded(cell.value) for cell in row] for row in book[sheet].iter_rows()]


def test_openpyxl_reads_the_workbook_cell_by_cell():
    head, *rows = sheet_rows(rendered("xlsx"))

    assert head == NAMES
    for found, row in zip(rows, table(HOSTILE), strict=True):
        assert found == in_cells(row)


def test_pandas_reads_the_workbook_cell_by_cell():
    data = io.BytesIO(rendered("xlsx"))
    types = {name: "str" for name in NAMES if name not in NUMBERS}
    read = pd.read_excel(data, engine="openpyxl", keep_default_na=False, na_values=[""], dtype=types)

    for found, row in zip(records(read), table(HOSTILE), strict=True):
        assert [decoded(found[name]) for name in NAMES] == in_cells(row)


def test_nothing_in_the_workbook_is_alive():
    with zipfile.ZipFile(io.BytesIO(rendered("xlsx"))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}

    assert not [name for name, part in parts.items() if "<f>" in part or "<hyperlink" in part]
    assert not [name for name in parts if "externalLink" in name or "sheet1.xml.rels" in name]


def test_the_workbook_is_ready_to_read():
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", REAL, REPORT)))
    sheet = book["Figures"]

    assert book.properties.title == REAL.title
    assert book.properties.created == datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no zone
    assert 14 <= sheet.column_dimensions[sheet.cell(1, NAMES.index("value_float") + 1).column_letter].width < 15
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(len(REAL.amounts) + 1, len(NAMES)).coordinate}"
    assert all(sheet.column_dimensions[cell.column_letter].width >= 6 for cell in sheet[1])


def test_the_notes_explain_each_column_and_cite_each_source():
    notes = dict(sheet_rows(render("xlsx", REAL, REPORT, ENERGY), "Notes"))

    assert set(NAMES) <= set(notes)
    assert notes["Cite as"].startswith("President of the Republic of Kazakhstan, “Interview")
    assert notes["Rows"] == "2: what is displayed at ?sector=Energy"
    assert notes["SHA-256 of the catalogue"] == REAL.digest
    assert notes["SHA-256 of the text"] == REAL.sources[0].sha256
    assert notes["Rights"] == "The text is its publisher's."


@pytest.mark.parametrize("text", ["x" * (CELL + 1), "🚂" * CELL, "=" * 40_000])
@pytest.mark.parametrize("key", ["xlsx", "csv-excel"])
def test_what_no_cell_can_hold_is_cut_and_says_so_in_the_cell(key, text):
    data = rendered(key, hostile([text]))
    rows = sheet_rows(data) if key == "xlsx" else read_csv(data, "utf-8-sig")
    title = rows[1][NAMES.index("title")]

    assert f"… [cut: {len(text)}" in title.replace(str(len(text) + 1), str(len(text)))
    assert len(title.encode("utf-16-le")) // 2 <= CELL


def test_a_text_that_just_fits_is_not_cut():
    assert fitted("x" * CELL) == "x" * CELL


@settings(deadline=None)
@given(st.text(st.sampled_from("x🚂"), min_size=1, max_size=20), st.integers(1600, 4000))
def test_a_cut_text_fits_and_splits_no_character(part, times):
    found = fitted(part * times)

    assert len(found.encode("utf-16-le")) // 2 <= CELL
    assert found == part * times or (part * times).startswith(found.partition("…")[0])
