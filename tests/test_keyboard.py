"""Every task of a reader by keyboard alone, from the address bar on: no mouse, no focus set by a program.

After each key the focus is on something, in sight, not covered, and marked.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_browser import CATALOGUE, REPORT, TEXT, has_address, ready, rows, sentence

from figures import export

LOOK = """() => {
  const one = document.activeElement;
  if (one === document.body) return { lost: true };
  const box = one.getClientRects()[0];
  const middle = (start, end, most) => (Math.max(start, 0) + Math.min(end, most)) / 2;
  const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
  const top = document.elementFromPoint(x, y);
  const style = getComputedStyle(one);
  return {
    name: one.getAttribute("aria-label") || one.textContent.trim().slice(0, 80),
    tag: one.tagName,
    kind: one.className.split(" ")[0],
    claim: one.dataset.claim || null,
    amount: one.dataset.amount || null,
    index: one.dataset.index || null,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(one.contains(top) || top?.contains(one) || one.labels?.[0]?.contains(top)),
    marked: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}"""


class Reader:
    """One who has only a keyboard."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        """Presses keys; gives where the focus is then, and insists that it can be seen there."""
        for key in keys:
            self.page.keyboard.press(key)
        return self.here()

    def here(self):
        at = self.page.evaluate(LOOK)
        assert not at.get("lost"), "the focus is nowhere"
        assert at["seen"], f"the focus is out of sight: {at}"
        assert not at["covered"], f"the focus is covered: {at}"
        assert at["marked"], f"the focus is not marked: {at}"
        return at

    def to(self, selector, key="Tab", most=150):
        """Goes on until the focus is on what the selector names."""
        for _ in range(most):
            self.page.keyboard.press(key)
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return self.here()
        raise AssertionError(f"no key leads to {selector}")

    def stops(self):
        """Every stop from the start of the page to its end."""
        while True:
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                return
            yield self.here()

    def opens(self, claim):
        """The card and the sentence of the claim are there, and the focus stays."""
        expect(sentence(self.page)).to_have_attribute("data-claim", claim)
        expect(self.page.locator(".card .top")).to_be_visible()
        return self.here()


def number_of(amount):
    mention = REPORT.mentions[amount]
    return TEXT[mention.number_start : mention.number_end]


@pytest.fixture
def reader(server, visit):
    page = ready(visit(server))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return Reader(page)


# --- the dashboard: values


def test_every_value_on_the_page_opens_its_sentence_and_keeps_the_focus(reader):
    met = {}
    for at in reader.stops():
        if not at["claim"]:
            continue
        reader.page.keyboard.press("Enter")
        now = reader.opens(at["claim"])
        assert (now["kind"], now["claim"], now["amount"], now["index"]) == tuple(
            at[key] for key in ("kind", "claim", "amount", "index")
        )
        if at["amount"]:
            assert reader.page.locator(".text mark").all_inner_texts() == [number_of(at["amount"])]
        met.setdefault(at["kind"], []).append(at["amount"] or at["claim"])
    amounts = [amount.id for amount in CATALOGUE.amounts]
    drawn = {one for one in amounts if one != "delivery-distance.1"}  # said in words, for it is doubtful
    assert set(met["hit"]) == drawn | {event.id for event in CATALOGUE.events}
    assert set(met["large"]) == set(amounts)
    assert met["plain"] == amounts
    assert set(met["number"]) == set(amounts) | {event.id for event in CATALOGUE.events} | {
        "rail-2012",
        "route-forecast",
    }
    assert met["stated"] == ["delivery-distance.1"]
    assert len(met["chip"]) == 5


def test_a_year_lights_its_own_characters(reader):
    at = reader.to(".number[data-claim='rail-2012']:not([data-amount])")
    assert at["name"] == "2012"
    reader.press("Enter")
    expect(reader.page.locator(".text mark")).to_have_text(["2012"])
    reader.to(".number[data-amount='rail-2012.1']")
    reader.press("Enter")
    expect(reader.page.locator(".text mark")).to_have_text(["16 million"])


def test_the_card_is_entered_used_and_closed_and_leads_back_to_the_mark(reader):
    mark = reader.to(".hit[data-claim='route-forecast']")
    assert reader.press("Enter", "Enter")["kind"] == "card"
    names = []
    for _ in range(7):
        names.append(reader.press("Tab")["name"])
    assert names[:5] == ["Previous claim", "Next claim", "Close", "Copy citation", "Copy link"]
    assert names[5] == "At the publisher’s"
    assert re.fullmatch(r"All \d+ checks", names[6])
    reader.press("Enter")
    expect(reader.page.locator(".card details li").first).to_be_visible()
    assert reader.press("Escape") == mark
    has_address(reader.page, claim="")
    reader.press("Enter", "Enter")
    reader.to(".card .close")
    assert reader.press("Enter") == mark


def test_citation_and_link_are_copied(reader):
    reader.to(".hit[data-amount='cargo-change.2']")
    reader.press("Enter", "Enter")
    reader.to("[data-keep='Copy citation']")
    reader.press("Enter")
    assert "from 12 to 33 million tonnes" in reader.page.evaluate("navigator.clipboard.readText()")
    reader.to("[data-keep='Copy link']")
    reader.press("Enter")
    expect(reader.page.locator("[data-keep='Copy link']")).to_have_text("Copied")
    link = reader.page.evaluate("navigator.clipboard.readText()")
    reader.page.goto(link)
    expect(reader.page.locator(".text mark")).to_have_text(["33 million"])
    has_address(reader.page, claim="cargo-change", amount="cargo-change.2")


def test_arrows_walk_through_the_claims_however_fast(reader):
    reader.to(".hit[data-claim='cargo-change']")
    reader.press("Enter")
    for _ in range(3):
        reader.page.keyboard.press("ArrowRight")
    has_address(reader.page, claim="delivery-distance")
    reader.opens("delivery-distance")
    reader.press("ArrowLeft")
    reader.opens("crossing-opened")
    has_address(reader.page, claim="crossing-opened")


def test_the_cards_own_buttons_step_and_keep_the_focus(reader):
    reader.to(".hit[data-claim='cargo-change']")
    reader.press("Enter", "Enter")
    reader.to("[data-keep='Next claim']")
    assert reader.press("Enter")["name"] == "Next claim"
    reader.opens("rail-2012")
    reader.press("ArrowRight")
    assert reader.opens("crossing-opened")["name"] == "Next claim"
    reader.press("Shift+Tab", "Enter")
    reader.opens("rail-2012")


# --- the dashboard: views, filters, charts, downloads


def test_each_row_of_the_ledger_leads_to_its_characters_and_back(reader):
    reader.to("[data-view=ledger]")
    reader.press("Enter")
    has_address(reader.page, view="ledger")
    for n in range(reader.page.locator(".ledger tbody tr").count()):
        row = reader.to(".ledger tbody .plain")
        said = reader.page.evaluate("document.activeElement.textContent")
        reader.press("Enter")
        has_address(reader.page, view="")
        at = reader.here()
        assert at["index"] == str(n)
        assert at["name"] == said, n
        assert reader.press("Escape") == row
        has_address(reader.page, view="ledger", claim="")
    reader.to("[data-view=figures]", key="Shift+Tab")
    reader.press("Enter")
    expect(reader.page.locator(".panel:visible").first).to_be_visible()


def test_the_filters_are_set_and_reset(reader):
    page = reader.page
    reader.to(".st-key-sector button")
    reader.press("ArrowRight", "Space")
    has_address(page, sector="Rail")
    ready(page)
    reader.here()
    for key, label in (
        ("status", "Reported"),
        ("measure", "Rail freight carried, Kazakhstan–China"),
        ("period", "2012"),
    ):
        reader.to(f".st-key-{key}-filter button")
        page.keyboard.press("Enter")
        expect(page.locator(f".st-key-{key} button").first).to_be_focused()
        choose(reader, label)
        ready(page)
        reader.press("Escape")
        expect(page.locator(f".st-key-{key} button")).to_have_count(0)
        reader.here()
    assert rows(page) == ["rail-2012.1"]
    reader.to(".st-key-words input")
    page.keyboard.type("zebra")
    reader.press("Enter")
    expect(page.get_by_text("No figure matches “zebra”")).to_be_visible()
    reader.to(".nothing button")
    reader.press("Enter")
    has_address(page, words="")
    expect(page.locator(".panel:visible").first).to_be_visible()
    reader.here()
    reader.to(".st-key-reset button", key="Shift+Tab")
    reader.press("Enter")
    has_address(page, sector="", status="", measure="", period="")
    ready(page)
    assert len(rows(page)) == 8
    reader.here()


def choose(reader, label):
    """In an opened filter arrows lead to each choice."""
    for _ in range(12):
        said = reader.page.evaluate("document.activeElement.childNodes[0].textContent")
        if said == label:
            return reader.press("Space")
        reader.press("ArrowRight")
    raise AssertionError(f"no key leads to {label}")


def test_what_clears_all_filters_leaves_the_focus_on_the_page(server, visit):
    reader = Reader(visit(f"{server}?words=zebra"))
    expect(reader.page.locator(".nothing")).to_be_visible()
    reader.to(".nothing .main")
    reader.press("Enter")
    ready(reader.page)
    reader.here()


def test_each_chart_is_read_as_a_table_saved_and_linked(reader, server):
    page = reader.page
    for key in [one.get_attribute("data-chart") for one in page.locator("[data-chart]").all()]:
        inside = f"[data-chart='{key}']"
        if key != "timeline":  # the figure table has its values
            reader.to(f"{inside} summary")
            reader.press("Enter")
            expect(page.locator(f"{inside} .as-table td").first).to_be_visible()
            reader.press("Enter")
        if key != "delivery-distance":  # said in words, nothing is drawn
            for form in ("SVG", "PNG"):
                reader.to(f"{inside} [aria-label$='as {form}']")
                with page.expect_download() as saved:
                    reader.press("Enter")
                assert saved.value.suggested_filename.endswith(f"{key}.{form.lower()}")
        reader.to(f"{inside} [aria-label^='Copy the link']")
        reader.press("Enter")
        expect(page.locator(f"{inside} [aria-label^='Copy the link']")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{server}?chart={key}"


def test_a_link_to_one_chart_starts_there_and_back_returns(reader, server):
    reader.page.goto(f"{server}?chart=route-freight")
    ready(reader.page)
    expect(reader.page.locator("[data-chart=route-freight]")).to_be_focused()
    assert reader.press("Tab")["claim"] == "route-forecast"
    reader.page.go_back()
    ready(reader.page)
    has_address(reader.page, chart="")


def test_every_download_is_fetched(reader):
    for key in (*export.FORMATS, "source", "catalogue"):
        reader.to(f".st-key-download-{key} button")
        with reader.page.expect_download() as waiting:
            reader.page.keyboard.press("Enter")
        assert waiting.value.path().stat().st_size
        expect(reader.page.locator(f".st-key-download-{key} button")).to_be_focused()


def test_rows_are_sorted_and_the_rows_of_the_downloads_chosen(reader):
    reader.to("th.value button")
    reader.press("Enter")
    expect(reader.page.locator("th.value")).to_have_attribute("aria-sort", "ascending")
    assert reader.here()["name"] == "Value"
    reader.to(".st-key-rows button")
    reader.press("ArrowRight", "Space")
    ready(reader.page)
    reader.here()


def test_links_lead_out_and_the_skip_link_in(reader):
    reader.page.evaluate(
        "addEventListener('click', (e) => { const link = e.target.closest('a[href^=http]');"
        " if (link) { e.preventDefault(); window.followed = link.href; } })"
    )
    assert reader.press("Tab")["name"] == "Skip to main content"
    reader.press("Enter")
    reader.to(".head a")
    reader.press("Enter")
    assert reader.page.evaluate("window.followed") == CATALOGUE.sources[0].url
    reader.to(".hit[data-claim='rail-2012']")
    reader.press("Enter", "Enter")
    reader.to("[data-keep='publisher']")
    reader.press("Enter")
    assert reader.page.evaluate("window.followed").startswith(f"{CATALOGUE.sources[0].url}#:~:text=")


def test_the_head_leads_to_the_ledger(reader):
    reader.to(".head .link")
    reader.press("Enter")
    expect(reader.page.locator(".ledger")).to_be_visible()
    reader.here()
