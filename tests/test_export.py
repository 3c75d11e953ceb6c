"""What is taken home, as other people's programs read it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import bibtexparser
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import amount, catalogue, claim, event, report, source

from figures import check, export, load
from figures.export import FORMATS, ExportError, filename, render
from figures.export.tables import CELL, fitted
from figures.frame import COLUMNS, records, to_frame
from figures.selection import Selection

ROOT = Path(__file__).parent.parent
REAL = load(ROOT / "data/figures.yaml")
REPORT = check(REAL)
NAMES = [column.name for column in COLUMNS]
NUMBERS = {column.name for column in COLUMNS if column.dtype != "str"}
ENERGY = Selection(sectors=("Energy",))

FORMULAS = [
    "=2+3",
    "+2+3",
    "-2+3",
    "-7.5 per cent",
    "@MAX(B2)",
    "\t=2+3",
    "\r=2+3",
    "\n=2+3",
    "  =2+3",
    "\u00a0=2+3",
    "\ufeff=2+3",
    "\u200b=2+3",
    "＝2+3",
    "＋2",
    "－2",
    "＠MAX(B2)",
    "|calc",
    '=WEBSERVICE("https://example.org/"&B2)',
]
TEXTS = [
    *FORMULAS,
    "{=2+3}",
    "'quoted",
    "NA",
    "N/A",
    "NULL",
    "None",
    "nan",
    "-",
    "true",
    "007",
    "1e5",
    "2012-12",
    "12/2012",
    "https://example.org/a?b=c&d",
    "mailto:a@example.org",
    "internal:Notes!A1",
    "external:other.xlsx",
    'she said "no", twice',
    '"',
    ",",
    ";=2+3",
    "one\ntwo",
    "one\rtwo",
    "one\r\ntwo",
    " spaces around ",
    "tab\there",
    "_x000D_",
    "𝟓 🚂 e\u0301 Ќ 中",
    "right \u202e left",
    "<b>&amp;</b>",
    "x" * CELL,
]


def hostile(texts=TEXTS):
    """Each text as title, note, label and quote of a claim of its own."""
    claims = [
        claim(f"c{n}", [amount(f"c{n}.1", label=text)], title=text, note=text, quote=text)
        for n, text in enumerate(texts)
    ]
    return catalogue(claims)


HOSTILE = hostile()


def table(made, found=None):
    return records(to_frame(made, found or report(made)))


def rendered(key, made=HOSTILE, selection=None):
    return render(key, made, report(made), selection)


def as_written(rows):
    return [["" if row[name] is None else str(row[name]) for name in NAMES] for row in rows]


def read_csv(data, encoding="utf-8"):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), strict=True))


# --- the table of formats


def test_the_formats_are_those_of_the_command_line():
    assert list(FORMATS) == ["csv", "csv-excel", "xlsx", "json", "parquet", "datapackage", "bibtex", "csl"]


def test_a_format_for_spreadsheets_says_what_it_changes():
    assert "not to the character" in FORMATS["csv-excel"].about


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("selection", [None, Selection(), ENERGY, Selection(words="nobody")])
def test_the_same_catalogue_gives_the_same_bytes(key, selection):
    again = load(ROOT / "data/figures.yaml")

    assert render(key, REAL, REPORT, selection) == render(key, again, check(again), selection)


@pytest.mark.parametrize("key", FORMATS)
def test_what_is_displayed_differs_from_everything(key):
    assert render(key, REAL, REPORT, ENERGY) != render(key, REAL, REPORT)


@pytest.mark.parametrize("key", FORMATS)
def test_a_catalogue_without_claims_is_exported(key):
    assert rendered(key, catalogue([]))


def test_an_unknown_format_is_told():
    with pytest.raises(ExportError, match="there is no format 'doc'; there are csv, csv-excel, xlsx"):
        render("doc", REAL, REPORT)


def test_a_filter_leaves_its_claims_only():
    rows = json.loads(render("json", REAL, REPORT, ENERGY))["rows"]

    assert [row["amount"] for row in rows] == ["power-count.1", "power-worth.1"]


def test_each_row_carries_its_proof():
    for row in table(REAL, REPORT):
        text = REAL.sources[0].text
        assert text[row["quote_start"] : row["quote_end"]] == row["quote"]
        assert row["sha256"] == sha256(text.encode()).hexdigest()
        assert row["link"].startswith(f"{row['url']}#:~:text=")
        assert row["checker"].startswith("cited-figures ")
        assert row["verified"] == "passed"
        assert row["quote"] in row["citation"]


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


@pytest.mark.parametrize("text", sorted(set(TEXTS) - set(FORMULAS) - {"-", "x" * CELL}))
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


# --- XLSX


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
    sheet = openpyxl.load_workbook(io.BytesIO(render("xlsx", REAL, REPORT)))["Figures"]

    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(len(REAL.amounts) + 1, len(NAMES)).coordinate}"
    assert all(sheet.column_dimensions[cell.column_letter].width >= 6 for cell in sheet[1])


def test_the_notes_explain_each_column_and_cite_each_source():
    notes = dict(sheet_rows(render("xlsx", REAL, REPORT, ENERGY), "Notes"))

    assert set(NAMES) <= set(notes)
    assert notes["Cite as"].startswith("President of the Republic of Kazakhstan, “Interview")
    assert notes["Rows"] == "2: what is displayed at ?sector=Energy"
    assert notes["SHA-256 of the catalogue"] == REAL.digest


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


# --- JSON and Parquet


def test_json_holds_the_rows_with_decimals_as_text_and_null_for_missing():
    found = json.loads(rendered("json"))

    assert found["rows"] == list(table(HOSTILE))
    assert found["rows"][0]["value"] == "5"
    assert found["rows"][0]["sic"] is None
    assert [column["name"] for column in found["columns"]] == NAMES
    assert {"name", "type", "meaning"} <= set(found["columns"][0])


def test_parquet_holds_the_rows_with_their_types_and_meanings():
    found = pq.read_table(io.BytesIO(rendered("parquet")))

    assert found.to_pylist() == list(table(HOSTILE))
    assert [str(field.type) for field in found.schema] == [
        {"str": "string", "Int64": "int64", "Float64": "double"}[column.dtype] for column in COLUMNS
    ]
    assert [field.metadata[b"meaning"].decode() for field in found.schema] == [column.meaning for column in COLUMNS]


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


# --- data package


@pytest.fixture
def unpacked(tmp_path):
    def unpack(data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            archive.extractall(tmp_path)
        return tmp_path

    return unpack


@pytest.mark.parametrize("selection", [None, ENERGY, Selection(words="nobody")])
def test_frictionless_finds_the_package_of_the_release_valid(unpacked, selection):
    folder = unpacked(render("datapackage", REAL, REPORT, selection))

    found = Package(str(folder / "datapackage.json")).validate()

    assert found.flatten(["type", "note"]) == []
    assert found.stats["tasks"] == 2


def test_frictionless_reads_the_hostile_rows_of_a_package(unpacked):
    package = Package(str(unpacked(rendered("datapackage")) / "datapackage.json"))

    assert package.validate().flatten(["type", "note"]) == []
    rows = [row.to_dict() for row in package.get_resource("figures").read_rows()]
    for found, row in zip(rows, table(HOSTILE), strict=True):
        assert found == row | {"value": Decimal(row["value"]), "value_float": Decimal(str(row["value_float"]))}


def test_frictionless_notices_a_change_of_the_text(unpacked):
    folder = unpacked(render("datapackage", REAL, REPORT))
    text = folder / "sources/akorda-2013-04-08.txt"
    text.write_bytes(text.read_bytes().replace(b"4.5 million", b"5.4 million"))

    found = Package(str(folder / "datapackage.json")).validate()

    assert found.flatten(["type"]) == [["hash-count"]]


def test_the_package_holds_the_text_as_stored_and_what_proves_it(unpacked):
    folder = unpacked(render("datapackage", REAL, REPORT))
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))

    assert (folder / "sources/akorda-2013-04-08.txt").read_bytes() == (
        ROOT / "data/sources/akorda-2013-04-08.txt"
    ).read_bytes()
    assert (folder / "figures.csv").read_bytes() == render("csv", REAL, REPORT)
    for resource in described["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
    assert described["sources"][0]["path"] == REAL.sources[0].url
    assert described["licenses"] == [{"title": "The text is its publisher's.", "path": "README.md"}]


def test_the_package_describes_each_column(unpacked):
    folder = unpacked(render("datapackage", REAL, REPORT))
    fields = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"][0]["schema"]["fields"]

    assert [field["description"] for field in fields] == [column.meaning for column in COLUMNS]
    assert {field["name"]: field.get("unit") for field in fields}["value"] == "as in the column unit"
    assert {"value": "F", "label": "Forecast"} in {field["name"]: field for field in fields}["status"]["categories"]


def test_the_package_says_how_to_cite(unpacked):
    readme = (unpacked(render("datapackage", REAL, REPORT)) / "README.md").read_text("utf-8")

    assert f"Cite as: {REAL.sources[0].publisher}, “{REAL.sources[0].title}”, 8 April 2013" in readme
    assert f"SHA-256 `{REAL.sources[0].sha256}`" in readme


def test_a_package_without_its_text_says_so(unpacked):
    made = catalogue(sources=(source(None, problem="there is no such file"),))
    folder = unpacked(rendered("datapackage", made))

    assert not (folder / "sources").exists()
    assert "Text: could not be read." in (folder / "README.md").read_text("utf-8")


# --- citations


def test_bibtex_has_an_entry_for_the_source_and_each_claim_and_event():
    read = bibtexparser.parse_string(render("bibtex", REAL, REPORT).decode("utf-8"))

    assert read.failed_blocks == []
    assert [entry.key for entry in read.entries] == [
        "akorda-2013-04-08",
        *(f"akorda-2013-04-08.{item.id}" for item in (*REAL.claims, *REAL.events)),
    ]


def test_csl_has_the_same_items_as_bibtex():
    keys = [
        entry.key for entry in bibtexparser.parse_string(render("bibtex", REAL, REPORT, ENERGY).decode("utf-8")).entries
    ]

    assert [item["id"] for item in json.loads(render("csl", REAL, REPORT, ENERGY))] == keys


# --- several sources


def test_what_is_displayed_is_of_one_source_and_everything_of_all():
    made = catalogue(
        [claim("a"), claim("b", source="other")], [event("c", source="other")], sources=(source(), source(id="other"))
    )

    def claims(selection):
        return [row["claim"] for row in json.loads(rendered("json", made, selection))["rows"]]

    assert claims(None) == ["a", "b"]
    assert claims(Selection()) == ["a"]
    assert claims(Selection(source="other")) == ["b"]


# --- names


@pytest.mark.parametrize(
    ("title", "selection", "name"),
    [
        ("Trade of 2013", None, "figures-trade-of-2013.csv"),
        ("Trade of 2013", Selection(), "figures-trade-of-2013.csv"),
        ("Trade of 2013", ENERGY, "figures-trade-of-2013-energy.csv"),
        ("Trade", Selection(sectors=("Oil & gas",), words="É 5 %"), "figures-trade-oil-gas-e-5.csv"),
        ("Trade", Selection(words="слова"), "figures-trade-displayed.csv"),
        ("Trade", Selection(source="other"), "figures-trade-other.csv"),
        ("../../etc/passwd", None, "figures-etc-passwd.csv"),
        ("..", None, "figures.csv"),
        ("CON", None, "figures-con.csv"),
        ("-rf *", None, "figures-rf.csv"),
        ("\u202evsc.exe", None, "figures-vsc-exe.csv"),
        ("Торговля", None, "figures.csv"),
        ("Émile", None, "figures-emile.csv"),
        ("one two " * 9, None, "figures-one-two-one-two-one-two-one-two-one-two-one-two.csv"),
        ("x" * 99, None, f"figures-{'x' * 48}.csv"),
    ],
)
def test_a_file_name_is_plain(title, selection, name):
    assert filename("csv", catalogue(title=title), selection) == name


@settings(deadline=None)
@given(st.sampled_from(list(FORMATS)), st.text(), st.none() | st.builds(Selection, words=st.text(), source=st.text()))
def test_every_file_name_is_plain_and_short(key, title, selection):
    name = filename(key, catalogue(title=title), selection)

    assert re.fullmatch(r"figures(-[a-z0-9]+)*\.[a-z]+", name)
    assert len(name) <= 80


def test_no_two_formats_share_a_name():
    assert len({filename(key, REAL) for key in FORMATS}) == len(FORMATS)


# --- as stored


def test_the_stored_text_and_the_catalogue_are_given_byte_by_byte():
    assert export.source_text(REAL, "akorda-2013-04-08") == (ROOT / "data/sources/akorda-2013-04-08.txt").read_bytes()
    assert export.catalogue_yaml(REAL) == (ROOT / "data/figures.yaml").read_bytes()


def test_a_text_that_is_not_there_is_told():
    made = catalogue(sources=(source(None, problem="there is no such file"),))

    with pytest.raises(ExportError, match="the text of report could not be read: there is no such file"):
        export.source_text(made, "report")
    with pytest.raises(ExportError, match="there is no source 'nobody'"):
        export.source_text(made, "nobody")


def test_a_catalogue_that_has_changed_since_is_told(tmp_path):
    file = tmp_path / "figures.yaml"
    file.write_text("changed")

    with pytest.raises(ExportError, match="has changed since it was read"):
        export.catalogue_yaml(catalogue(file=str(file)))
    with pytest.raises(ExportError, match="could not be read: No such file or directory"):
        export.catalogue_yaml(catalogue(file=str(tmp_path / "none.yaml")))
