"""The document that both hosts give to the view."""

import json
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

import figures
from figures import view

DATA = Path(__file__).parent.parent / "data" / "figures.yaml"


@pytest.fixture(scope="module")
def catalogue():
    return figures.load(DATA)


@pytest.fixture(scope="module")
def document(catalogue):
    return view.document(catalogue, figures.check(catalogue), "akorda-2013-04-08")


def test_it_is_json_and_the_same_each_time(catalogue, document):
    again = view.document(catalogue, figures.check(catalogue), "akorda-2013-04-08")
    assert view.dumps(document) == view.dumps(again)
    assert json.loads(view.dumps(document)) == json.loads(json.dumps(document))


def test_the_counts_are_computed(document):
    verification = document["verification"]
    assert verification["headline"] == "8 amounts verified"
    assert verification["numbers"] == "20 numbers in the text: 14 curated, 6 set aside, 0 unaccounted."
    assert sum(not square["hollow"] for square in document["strip"]) == 14
    assert len(document["rows"]) == 8
    assert len(document["ledger"]) == 20


def test_the_text_is_complete(catalogue, document):
    shown = "\n".join("".join(segment["t"] for segment in paragraph) for paragraph in document["paragraphs"])
    text = catalogue.sources[0].text
    assert shown.split("\n") == [line for line in text.split("\n") if line]


def test_every_quote_and_number_of_a_claim_stands_in_the_text(catalogue, document):
    segments = [segment for paragraph in document["paragraphs"] for segment in paragraph]
    for item in (*catalogue.claims, *catalogue.events):
        said = "".join(segment["t"] for segment in segments if item.id in segment["ids"])
        assert said == item.quote
    lit = {s["of"]["amount"]: s["t"] for s in segments if s.get("of", {}).get("amount")}
    assert lit["cargo-change.1"] == "12"
    assert lit["cargo-change.2"] == "33 million"
    assert lit["power-worth.1"] == "1.2 billion"
    assert set(lit) == {amount.id for amount in catalogue.amounts}


def test_a_period_leads_to_its_claim_but_is_not_lit(document):
    segments = [segment for paragraph in document["paragraphs"] for segment in paragraph]
    year = next(segment for segment in segments if segment["t"] == "2012")
    assert year["of"] == {"claim": "rail-2012", "amount": "", "lit": False}


def test_the_order_is_that_of_reading(document):
    assert document["order"][:3] == ["highway-opens", "cargo-change", "rail-2012"]
    assert document["order"].index("power-count") < document["order"].index("power-worth")


def test_why_panels_stand_apart_is_said_between_them(document):
    kinds = ["apart" if "apart" in panel else panel["key"] for panel in document["panels"]]
    expected = ["cargo-volumes", "apart", "rail-freight", "apart", "route-freight", "power", "delivery-distance"]
    assert kinds == expected
    assert document["panels"][1]["apart"] == [["cargo-change"], ["rail-2012"]]


def test_large_values_lead_to_their_sentences(document):
    headlines = {p["key"]: p["headline"] for p in document["panels"] if "key" in p}
    assert [(part.get("number") or part["joint"]) for part in headlines["cargo-volumes"]] == ["12", "→", "33"]
    route = headlines["route-freight"]
    assert [(p["number"], p["unit"]) for p in route if "number" in p] == [("4.5", "Mt"), ("25", "Mt a year")]
    assert all(part["claim"] and part["amount"] for parts in headlines.values() for part in parts if "number" in part)


def test_every_claim_and_event_has_a_card_that_passed_its_checks(catalogue, document):
    assert set(document["items"]) == {item.id for item in (*catalogue.claims, *catalogue.events)}
    for item in document["items"].values():
        assert item["checks"]
        assert all(check["outcome"] != "failed" for check in item["checks"])
        assert "President of the Republic of Kazakhstan" in item["citation"]
        assert "".join(piece["t"] for piece in item["pieces"]) in item["citation"]


def test_undated_claims_are_listed_beside_the_timeline(document):
    assert {one["claim"] for one in document["timeline"]["undated"]} == {
        "cargo-change",
        "delivery-distance",
        "route-capacity",
        "power-count",
        "power-worth",
    }


def test_rows_show_the_sentence_round_the_number(document):
    row = next(row for row in document["rows"] if row["amount"] == "rail-2012.1")
    assert row["value"].replace("\u00a0", " ") == "> 16"
    assert (row["before"], row["number"], row["after"]) == (
        "… between our two countries has exceeded ",
        "16 million",
        " tonnes",
    )


def test_what_is_not_verified_says_so_and_is_drawn_nowhere(catalogue):
    claims = [
        replace(claim, amounts=tuple(replace(a, value=Decimal(45_000_000)) for a in claim.amounts))
        if claim.id == "route-forecast"
        else claim
        for claim in catalogue.claims
    ]
    wrong = replace(catalogue, claims=tuple(claims))
    document = view.document(wrong, figures.check(wrong), "akorda-2013-04-08")
    assert document["verification"]["headline"] == "7 of 8 amounts verified"
    assert document["verification"]["problems"]
    row = next(row for row in document["rows"] if row["claim"] == "route-forecast")
    assert not row["verified"]
    drawn = json.dumps([panel.get("chart") for panel in document["panels"]] + [document["timeline"]])
    assert "route-forecast" not in drawn
    assert "rail-2012.1" in drawn
    assert "route-capacity.1" in json.dumps(document["panels"]), "alone it is said: nothing else is a year"


def test_a_source_without_its_text_still_makes_a_page(catalogue):
    source = replace(catalogue.sources[0], text=None, problem="the file is missing")
    gone = replace(catalogue, sources=(source,))
    document = view.document(gone, figures.check(gone), source.id)
    assert document["verification"]["headline"] == "0 of 8 amounts verified"
    assert document["panels"] == []
    assert len(document["rows"]) == 8


def test_a_text_is_data_and_never_markup():
    script = view.script()
    for risk in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert risk not in script


def test_the_script_is_one_module_and_the_styles_hold_the_theme():
    assert view.script().count("export ") == 1
    assert "import " not in view.script()
    assert view.stylesheet().startswith(":root, .cf {\n  --page:")


def test_no_path_of_the_machine_is_shown(document):
    assert str(DATA.parent) not in view.dumps(document).decode()
    assert document["items"]["rail-2012"]["checks"][0]["where"].startswith("figures.yaml:")


def test_each_row_of_the_ledger_has_its_own_characters(catalogue, document):
    text = catalogue.sources[0].text
    spans = [(row["start"], row["end"]) for row in document["ledger"]]
    assert [text[start:end] for start, end in spans] == [row["number"] for row in document["ledger"]]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_card_knows_where_its_quote_stands_and_which_characters_are_its_period(catalogue, document):
    text = catalogue.sources[0].text
    for item in document["items"].values():
        start, end = map(int, item["place"].removeprefix("characters ").split("–"))
        assert text[start:end] == "".join(piece["t"] for piece in item["pieces"])
    rows = document["ledger"]
    periods = {
        id_: [(piece["t"], rows[piece["index"]]["number"]) for piece in item["pieces"] if "index" in piece]
        for id_, item in document["items"].items()
    }
    assert {id_: found for id_, found in periods.items() if found} == {
        "rail-2012": [("2012", "2012")],
        "route-forecast": [("2015", "2015")],
    }


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_strips_of_the_timeline_cover_its_lanes_and_each_mark_lies_in_one(document, width):
    meta = document["timeline"][width]["layout"]["meta"]
    assert all(above["bottom"] == below["top"] for above, below in pairwise(meta["strips"]))
    assert meta["lanes"][0]["top"] == meta["strips"][0]["top"]
    assert meta["lanes"][-1]["bottom"] == meta["strips"][-1]["bottom"]
    for hit in meta["hits"]:
        own = [strip for strip in meta["strips"] if strip["top"] <= hit["top"] < strip["bottom"]]
        assert [strip["claims"] for strip in own] == [[hit["claim"]]]
