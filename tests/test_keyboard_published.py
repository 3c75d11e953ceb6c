"""The tasks of a reader of the published file, by keyboard alone where it differs from the dashboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_keyboard import CATALOGUE, Reader, number_of, sentence
from test_publish import BYTES
from test_publish_browser import visit  # noqa: F401 - a fixture: it opens the file from the disk, without a network


@pytest.fixture
def reader(visit):  # noqa: F811 - the fixture of that name
    return Reader(visit(BYTES, ready=".when .main-svg"))


def test_every_value_opens_its_sentence_and_keeps_the_focus(reader):
    met = set()
    for at in reader.stops():
        if at["claim"]:
            reader.page.keyboard.press("Enter")
            assert reader.opens(at["claim"]) == at
            met.add((at["kind"], at["amount"] or at["claim"]))
        if at["amount"]:
            assert reader.page.locator(".text mark").all_inner_texts() == [number_of(at["amount"])]
    amounts = {amount.id for amount in CATALOGUE.amounts}
    for kind in ("large", "plain", "number"):
        assert amounts <= {one for own, one in met if own == kind}
    assert {("hit", event.id) for event in CATALOGUE.events} <= met


def test_filters_menus_search_and_reset(reader):
    reader.to(".filters .pills button")
    reader.press("Space")
    assert reader.page.url.endswith("#sector=Road")
    reader.press("Space")
    reader.to(".filters summary")
    reader.press("Enter")
    assert reader.press("Tab")["tag"] == "INPUT"
    reader.press("Space")
    assert reader.page.url.endswith("#status=Reported")
    assert reader.press("Escape")["tag"] == "SUMMARY"
    reader.to(".filters [type=search]")
    reader.page.keyboard.type("zebra")
    reader.to(".nothing button")
    reader.press("Enter")
    assert reader.page.url.endswith("#status=Reported")
    reader.to(".filters .link", key="Shift+Tab") if reader.here()["tag"] != "INPUT" else reader.press("Tab")
    reader.press("Enter")
    assert "#" not in reader.page.url
    assert reader.here()["tag"] == "INPUT"


def test_each_row_of_the_ledger_leads_to_its_characters_and_back(reader):
    reader.to("[data-view=ledger]")
    reader.press("Enter")
    for n in range(reader.page.locator(".ledger tbody tr").count()):
        row = reader.to(".ledger tbody .plain")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".ledger")).to_be_hidden()
        assert reader.here()["index"] == str(n)
        assert reader.press("Escape") == row


def test_back_and_a_link_restore_one_end_of_a_change(reader):
    for amount in ("cargo-change.1", "cargo-change.2"):
        reader.to(f".hit[data-amount='{amount}']")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".text mark")).to_have_text([number_of(amount)])
    expect(sentence(reader.page)).to_have_attribute("data-claim", "cargo-change")
    expect(reader.page).to_have_url(re.compile("#claim=cargo-change&amount=cargo-change.2$"))
    reader.page.reload()
    expect(reader.page.locator(".text mark")).to_have_text(["33 million"])
    reader.page.go_back()
    expect(reader.page.locator(".text mark")).to_have_text(["12"])


@pytest.mark.parametrize("stray", ["chart=none", "view=map", "source=none", "claim=none", "amount=cargo-change.2"])
def test_what_the_address_names_in_vain_is_said(visit, stray):  # noqa: F811 - the fixture of that name
    page = visit(BYTES, f"#{stray}")
    expect(page.locator(".ignored")).to_have_text(f"Not in this catalogue, so ignored: {stray}")


def test_it_is_verified_and_taken_home(reader):
    reader.to(".verify-button")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".result[data-verdict=passed]")).to_be_visible()
    reader.here()
    for name in ("CSV", "JSON", "Complete data package (zip)", "Text of the source", "Catalogue (YAML)"):
        for _ in range(150):
            reader.page.keyboard.press("Tab")
            if reader.page.evaluate("document.activeElement.textContent") == name:
                break
        with reader.page.expect_download() as saved:
            reader.press("Enter")
        assert saved.value.path().stat().st_size
