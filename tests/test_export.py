"""What can be taken home: formats, names, and what a selection leaves."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import bibtexparser
import pytest
from hostile import (
    ENERGY,
    REAL,
    REPORT,
    ROOT,
    rendered,
    table,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import catalogue, claim, event, source

from figures import check, export, load
from figures.export import FORMATS, ExportError, filename, render
from figures.selection import Selection

# --- the table of formats


def test_the_formats_are_those_of_the_command_line():
    assert list(FORMATS) == ["csv", "csv-excel", "xlsx", "json", "parquet", "datapackage", "bibtex", "csl"]


def test_each_button_names_its_format():
    assert [one.label for one in FORMATS.values()] == [
        *("CSV", "CSV for spreadsheets", "Excel", "JSON", "Parquet", "Data package", "BibTeX", "CSL-JSON"),
    ]


def test_a_browser_is_told_what_each_file_is():
    assert [one.media_type.partition(";")[0] for one in FORMATS.values()] == [
        *("text/csv", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        *("application/json", "application/vnd.apache.parquet", "application/zip", "application/x-bibtex"),
        "application/vnd.citationstyles.csl+json",
    ]


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
        (f"{'x' * 23} {'y' * 24}", None, f"figures-{'x' * 23}-{'y' * 24}.csv"),
        (f"{'x' * 23} {'y' * 25}", None, f"figures-{'x' * 23}.csv"),
        ("x" * 99, None, f"figures-{'x' * 48}.csv"),
        ("x" * 99, Selection(words="y" * 99), f"figures-{'x' * 48}-{'y' * 19}.csv"),
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
