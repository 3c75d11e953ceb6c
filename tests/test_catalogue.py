"""The reader on what is right: the real catalogue, the schema of the editor, and small ones."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import harvest
import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.catalogue import load
from figures.catalogue.json_schema import schema, write
from figures.model import UNDECIDED

ROOT = Path(__file__).parent.parent
REAL = ROOT / "data" / "figures.yaml"
SCHEMA = ROOT / "figures" / "catalogue.schema.json"


# The real catalogue


def test_the_real_catalogue_loads_whole_and_in_order():
    catalogue = load(REAL)
    assert catalogue.sectors == ("Road", "Rail", "Energy", "Expo")
    assert tuple(claim.id for claim in catalogue.claims[:4]) == (
        "cargo-change",
        "rail-2012",
        "delivery-distance",
        "route-forecast",
    )
    assert tuple(event.id for event in catalogue.events) == (
        "highway-opens",
        "crossing-opened",
        "expo-2017",
        "expo-2010",
    )
    assert hashlib.sha256(REAL.read_bytes()).hexdigest() == catalogue.digest


@pytest.mark.parametrize("name", ["👨\u200d👩\u200d👧", "مى\u200cروم", "ක්\u200dෂ"])
def test_a_sector_may_be_written_in_any_script(name):
    assert harvest.read(harvest.TEXT.replace("Farm", name)).sectors == (name, "Mill")


def test_amounts_are_read_in_full_and_kept_as_written():
    amounts = {amount.id: amount for amount in load(REAL).amounts}
    assert {
        "cargo-change.1": (Decimal(12000000), "t", "12 Mt"),
        "cargo-change.2": (Decimal(33000000), "t", "33 Mt"),
        "rail-2012.1": (Decimal(16000000), "t", "16 Mt"),
        "delivery-distance.1": (Decimal(500), "km", "500 km"),
        "route-forecast.1": (Decimal(4500000), "t", "4.5 Mt"),
        "route-capacity.1": (Decimal(25000000), "t/year", "25 Mt/year"),
        "power-count.1": (Decimal(4), "project", "4 project"),
        "power-worth.1": (Decimal(1200000000), "USD", "1.2 billion $"),
    } == {id_: (amount.value, amount.unit, amount.written) for id_, amount in amounts.items()}


def test_what_is_absent_has_the_product_s_own_meaning():
    amount = load(REAL).claims[4].amounts[0]
    assert (
        amount.bound, amount.role, amount.status, amount.nature, amount.period,
    ) == ("=", "single", None, "capacity", "")  # fmt: skip


def test_places_name_the_line_of_the_value():
    lines = REAL.read_text(encoding="utf-8").splitlines()
    for amount in load(REAL).amounts:
        assert f"value: {amount.written}" in lines[amount.place.line - 1]
        assert lines[amount.place.line - 1][amount.place.column - 1 :].startswith(amount.written)
    for claim in load(REAL).claims:
        assert f"id: {claim.id}" in lines[claim.place.line - 1]


def test_the_stored_text_is_the_file_to_the_byte():
    source = load(REAL).sources[0]
    stored_file = REAL.parent / source.path
    assert stored_file.read_bytes() == source.text.encode()
    assert source.sha256 == source.sha256_found
    assert source.problem == ""


# The editor's schema


def test_the_schema_on_disk_is_the_table_of_keys():
    written = SCHEMA.read_text(encoding="utf-8")
    assert json.dumps(schema(), indent=2, ensure_ascii=False) + "\n" == written, (
        "write it anew: python -m figures.catalogue.json_schema"
    )


def test_the_schema_is_written_as_it_is_stored(tmp_path):
    write(tmp_path / "schema.json")
    assert (tmp_path / "schema.json").read_bytes() == SCHEMA.read_bytes()


def _as_an_editor_reads(text):
    """YAML 1.2's own types: an editor sees numbers and null where we read texts."""
    return _typed(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 (texts, lists and mappings only)


def _typed(value):
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    if value == "~":
        return None
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else value


def test_the_schema_is_one_and_takes_the_real_catalogue_as_an_editor_reads_it():
    jsonschema.Draft7Validator.check_schema(schema())
    about = harvest.changed("        period: 1901\n", "        period: 1901\n        bound: ~\n")
    for text in (REAL.read_bytes(), harvest.TEXT, about):
        jsonschema.Draft7Validator(schema()).validate(_as_an_editor_reads(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("measure: grain", "measuer: grain"),
        ("period: 1901", "period: 1901\n        undated: both"),
        ("        period: 1901\n", ""),
        ("id: grain-1901", "id: Grain 1901"),
        ("course: happened", "course: hapened"),
        ("    sector: Farm\n", ""),
        ("https://mill", "ftp://mill"),
        ("path: note.txt", "path: /etc/passwd"),
        ("date: 1901-09-30", "date: 30.9.1901"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(old, new):
    text = harvest.changed(old, new)
    assert harvest.problems(text)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema()).validate(_as_an_editor_reads(text))


# A catalogue in memory


def test_the_small_catalogue_is_right():
    assert harvest.problems(harvest.TEXT) == []


def test_a_bare_sign_means_what_the_source_declares():
    assert ("USD", "1,200 $", Decimal(1200)) == _money(harvest.TEXT)
    assert ("$", "1,200 $", Decimal(1200)) == _money(harvest.changed("    currency: {$: USD}\n", ""))
    assert _money(harvest.TEXT.replace("USD", "CAD").replace("1,200 $", "1,200 $/year"))[0] == "CAD/year"


def _money(text):
    amount = harvest.read(text).claims[1].amounts[0]
    return amount.unit, amount.written, amount.value


def test_every_scalar_is_text_by_our_own_rules():
    text = harvest.TEXT
    for old, new in [("[Farm, Mill]", "[no, 014]"), ("sector: Farm", "sector: no"), ("sector: Mill", "sector: 014")]:
        text = text.replace(old, new)
    catalogue = harvest.read(text.replace("title: Harvest", "title: 12:30"))
    assert (
        catalogue.sectors, catalogue.title, catalogue.claims[0].amounts[0].period,
    ) == (("no", "014"), "12:30", "1901")  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("the mill took 40 tonnes of grain", "the mill took 40 tonnes of grain"),
        ('"the mill took  40 tonnes"', "the mill took  40 tonnes"),
        (">-\n      the mill took\n      40 tonnes", "the mill took 40 tonnes"),
        ("|\n      the mill took\n      40 tonnes\n", "the mill took\n40 tonnes"),
        ("'it''s the mill''s #1 grain'", "it's the mill's #1 grain"),
        ('"soft\\u00adhyphen and\\u200bzero width"', "soft\xadhyphen and\u200bzero width"),
        ("谷物产量达到四十吨", "谷物产量达到四十吨"),
        ("two 456789", "two 456789"),
        ("ab cdefgh", "ab cdefgh"),
    ],
)
def test_a_quote_is_kept_to_the_character(written, read):
    assert read == harvest.read(harvest.changed("the mill took 40 tonnes of grain", written)).claims[0].quote


def test_the_space_of_a_prefix_is_kept():
    text = harvest.changed("    title: Grain taken\n", '    title: Grain taken\n    prefix: "In 1901 "\n')
    assert harvest.read(text).claims[0].prefix == "In 1901 "


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL", "yes", "3.10", "- a"])
def test_any_word_in_quotes_is_a_title(word):
    assert harvest.read(harvest.changed("title: Harvest", f"title: '{word}'")).title == word


@pytest.mark.parametrize("written", ["~", '"~"', "'~'"])
def test_about_is_a_bound_with_or_without_quotes(written):
    text = harvest.changed("        period: 1901\n", f"        period: 1901\n        bound: {written}\n")
    assert harvest.read(text).claims[0].amounts[0].bound == "~"


def test_a_draft_s_undecided_is_right_in_form():
    text = harvest.TEXT.replace("sector: Farm", f"sector: {UNDECIDED}").replace(
        "    measure: grain", "    measure: undecided"
    )
    for line in (
        "publisher: The mill",
        "language: en",
        "date: 1901-09-30",
        "title: A note",
        "url: https://mill.example/note",
    ):
        text = text.replace(line, f"{line.partition(':')[0]}: {UNDECIDED}")
    catalogue = harvest.read(text)
    assert (catalogue.claims[0].sector, catalogue.claims[0].measure) == (UNDECIDED, UNDECIDED)
    source = catalogue.sources[0]
    assert {source.publisher, source.language, source.date, source.title, source.url} == {UNDECIDED}


def test_comments_are_free_where_they_cut_nothing():
    text = harvest.TEXT.replace("sector: Farm", "sector: Farm").replace("value: 40 t\n", "value: 40 t # as read\n")
    text = text.replace("    measure: grain\n", "    # on the scales\n    measure: grain # weighed\n")
    text = text.replace("    title: Grain taken\n", "    title: Grain taken\n\n    # as the miller called it\n")
    text = text.replace("quote: the mill took 40 tonnes of grain", "quote: 'the mill took 40 tonnes' # shorter")
    assert harvest.problems(text) == []


def test_the_first_byte_may_be_a_mark_and_lines_may_end_as_on_windows():
    plain = harvest.read(harvest.TEXT)
    windows = harvest.read(b"\xef\xbb\xbf" + harvest.TEXT.replace("\n", "\r\n").encode())
    assert plain.claims == windows.claims
    assert plain.sources == windows.sources
    assert plain.digest != windows.digest


def test_the_order_of_keys_is_free():
    head, _, rest = harvest.TEXT.partition("claims:\n")
    claims, _, events = rest.partition("events:\n")
    turned = "events:\n" + events.removesuffix("...\n") + "claims:\n" + claims + head + "...\n"
    assert [claim.id for claim in harvest.read(harvest.TEXT).claims] == [
        claim.id for claim in harvest.read(turned).claims
    ]


@settings(deadline=None)
@given(st.lists(st.from_regex("[a-z0-9][a-z0-9-]{0,20}", fullmatch=True), unique=True, min_size=1, max_size=12))
def test_claims_keep_the_order_of_the_file(ids):
    ids = [id_ for id_ in ids if id_ != "delivery"] or ["one"]
    head, _, rest = harvest.TEXT.partition("claims:\n")
    claim = rest.partition("  - id: price-1901")[0]
    text = head + "claims:\n" + "".join(claim.replace("grain-1901", id_) for id_ in ids) + "...\n"
    assert ids == [claim.id for claim in harvest.read(text).claims]
    assert [f"{id_}.1" for id_ in ids] == [amount.id for amount in harvest.read(text).amounts]


@settings(deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=80
    )
)
def test_a_title_in_quotes_is_read_to_the_character(title):
    text = harvest.changed("title: Harvest", "title: '{}'".format(title.replace("'", "''")))
    found = harvest.problems(text)
    if not found:
        assert title.strip() == harvest.read(text).title
    else:
        assert len(found) == 1
        assert not title.strip() or "delete U+" in found[0]
