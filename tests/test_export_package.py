"""The data package, as the reference implementation reads it."""

from __future__ import annotations

import io
import json
import zipfile
from decimal import Decimal
from hashlib import sha256

import pytest
from frictionless import Package
from hostile import (
    ENERGY,
    HOSTILE,
    REAL,
    REPORT,
    ROOT,
    rendered,
    table,
)
from makers import catalogue, source

from figures.export import render
from figures.frame import COLUMNS
from figures.selection import Selection


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
    figures, text = described["resources"]
    assert [figures["name"], figures["type"], figures["format"], figures["mediatype"], figures["encoding"]] == [
        *("figures", "table", "csv", "text/csv", "utf-8"),
    ]
    assert [figures["schema"]["primaryKey"], figures["schema"]["missingValues"]] == [["amount"], [""]]
    assert [text["name"], text["format"], text["mediatype"]] == ["text-akorda-2013-04-08", "txt", "text/plain"]
    assert described["sources"][0]["path"] == REAL.sources[0].url
    assert described["licenses"] == [{"title": "The text is its publisher's.", "path": "README.md"}]


def test_the_files_of_the_package_have_a_fixed_date_and_can_be_read_by_all():
    with zipfile.ZipFile(io.BytesIO(render("datapackage", REAL, REPORT))) as package:
        for file in package.infolist():
            assert file.date_time == (1980, 1, 1, 0, 0, 0)
            assert file.external_attr >> 16 == 0o644


def test_the_package_describes_each_column(unpacked):
    folder = unpacked(render("datapackage", REAL, REPORT))
    fields = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"][0]["schema"]["fields"]

    assert [field["description"] for field in fields] == [column.meaning for column in COLUMNS]
    assert {field["name"]: field.get("unit") for field in fields}["value"] == "as in the column unit"
    assert {"value": "F", "label": "Forecast"} in {field["name"]: field for field in fields}["status"]["categories"]


def test_the_package_says_how_to_cite(unpacked):
    readme = (unpacked(render("datapackage", REAL, REPORT)) / "README.md").read_text("utf-8")

    assert f"Cite as: {REAL.sources[0].publisher}, “{REAL.sources[0].title}”, 8 April 2013" in readme
    assert f"SHA-256 `{REAL.sources[0].sha256}`\n\nRights: The text is its publisher's.\n\n## How to check" in readme


def test_of_rights_that_are_not_stated_the_package_says_nothing(unpacked):
    readme = (unpacked(rendered("datapackage", catalogue())) / "README.md").read_text("utf-8")

    assert "`\n\n## How to check a row" in readme


def test_a_package_without_its_text_says_so(unpacked):
    made = catalogue(sources=(source(None, problem="there is no such file"),))
    folder = unpacked(rendered("datapackage", made))

    assert not (folder / "sources").exists()
    assert "Text: could not be read." in (folder / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("key", "name"), [("csl", ""), ("datapackage", "datapackage.json")])
def test_json_for_people_is_written_in_lines_and_in_its_own_letters(key, name):
    data = render(key, REAL, REPORT)
    if name:
        data = zipfile.ZipFile(io.BytesIO(data)).read(name)
    assert data.decode("utf-8") == json.dumps(json.loads(data), ensure_ascii=False, indent=1) + "\n"
    assert not data.isascii()
