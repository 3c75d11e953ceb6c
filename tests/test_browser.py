"""The dashboard in a real browser: marks, filters, downloads, links and history, on the real catalogue."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shutil

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, dashboard, free_port
from playwright.sync_api import expect

from figures import cli, export, selection
from figures.catalogue import load
from figures.checks import check

CATALOGUE = load(ROOT / "data" / "figures.yaml")
REPORT = check(CATALOGUE)
TEXT = CATALOGUE.sources[0].text
IDS = [one.id for one in (*CATALOGUE.claims, *CATALOGUE.events)]
SECTORS = CATALOGUE.sectors


def settled(page):
    """Waits until the run that a click has started is over; a click that changes nothing starts none."""
    running = page.locator("[data-test-script-state=running]")
    with contextlib.suppress(AssertionError):
        expect(running).to_have_count(1, timeout=1_000)
    expect(running).to_have_count(0)


def number_of(amount):
    """The characters of the source that give an amount, or the date of an event."""
    mention = REPORT.mentions[amount]
    return TEXT[mention.number_start : mention.number_end]


def ready(page):
    """Waits until every chart that is in sight is drawn."""
    expect(page.locator(".panel:visible .chart .main-svg").first).to_be_visible(timeout=30_000)
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0)
    return page


def sector(page, name):
    return page.get_by_role("button", name=name, exact=True)


def sentence(page):
    return page.locator('[aria-current="true"][data-claim]').first


def lit(page):
    return sentence(page).locator("mark").all_inner_texts()


def rows(page):
    return [row.get_attribute("data-amount") for row in page.locator(".figure-table tbody tr:visible").all()]


def amounts_of(*sectors):
    return [amount.id for claim in CATALOGUE.claims if claim.sector in sectors for amount in claim.amounts]


def has_address(page, **parts):
    for key, value in parts.items():
        pattern = rf"[?&]{key}={re.escape(value)}(&|$)" if value else rf"^(?!.*[?&]{key}=)"
        expect(page).to_have_url(re.compile(pattern))


def test_every_panel_is_drawn_and_the_head_counts_what_was_verified(server, visit):
    page = ready(visit(server))
    expect(page.get_by_text("8 amounts verified")).to_be_visible()
    expect(page.get_by_text("20 numbers in the text: 14 curated, 6 set aside, 0 unaccounted")).to_be_visible()
    shown = {one.get_attribute("data-chart") for one in page.locator("[data-chart]:visible").all()}
    assert len(shown) == 6  # one panel a measure, the two of the power projects together, and the timeline
    assert sorted(rows(page)) == sorted(amount.id for amount in CATALOGUE.amounts)


def test_every_mark_leads_to_its_sentence_with_its_number_lit(server, visit):
    page = ready(visit(server))
    marks = [
        (hit.get_attribute("data-claim"), hit.get_attribute("data-amount"), hit)
        for hit in page.locator(".hit:visible").all()
    ]
    assert {claim for claim, _, _ in marks} | {"delivery-distance"} >= {one.id for one in CATALOGUE.claims}
    assert {one.id for one in CATALOGUE.events} <= {claim for claim, _, _ in marks}
    for claim, amount, hit in marks:
        hit.click()
        expect(sentence(page)).to_have_attribute("data-claim", claim)
        if amount:
            assert number_of(amount) in lit(page)
        else:
            assert any(number_of(claim) in one for one in lit(page))  # of "EXPO 2010" the whole name is lit
        has_address(page, claim=claim)


@pytest.mark.parametrize("kind", [".figure-table tr .plain", ".headline .large", ".stated", ".chip", ".number"])
def test_every_other_number_on_the_screen_does_so_too(server, visit, kind):
    page = ready(visit(server))
    places = page.locator(f"{kind}[data-claim]:visible").all()
    assert places
    for n in range(len(places)):
        place = page.locator(f"{kind}[data-claim]:visible").nth(n)
        claim, amount = place.get_attribute("data-claim"), place.get_attribute("data-amount")
        place.click()
        expect(sentence(page)).to_have_attribute("data-claim", claim)
        assert not amount or number_of(amount) in lit(page)


def test_the_keyboard_picks_too(server, visit):
    page = ready(visit(server))
    hit = page.locator(".hit[data-amount='route-forecast.1']:visible").first
    hit.focus()
    page.keyboard.press("Enter")
    expect(sentence(page)).to_have_attribute("data-claim", "route-forecast")
    has_address(page, claim="route-forecast")


def test_the_ledger_reads_from_top_to_bottom_and_leads_back(server, visit):
    page = visit(server + "?view=ledger")
    expect(page.locator(".ledger tbody tr:visible")).to_have_count(20)
    number = page.locator(".ledger tr[data-amount='power-worth.1'] button")
    number.click()
    expect(sentence(page)).to_have_attribute("data-claim", "power-worth")
    has_address(page, claim="power-worth", view="")


@pytest.mark.parametrize("name", SECTORS)
def test_a_sector_changes_everything_together_and_the_address_restores_it(server, visit, name):
    page = ready(visit(server))
    sector(page, name).click()
    has_address(page, sector=name)
    see_sector(page, name)
    see_sector(visit(page.url), name)


def see_sector(page, name):
    ids = selection.chosen(CATALOGUE, selection.Selection(sectors=(name,)))
    counts = selection.options(CATALOGUE, selection.Selection(sectors=(name,)))
    hidden = next(id_ for id_ in IDS if id_ not in ids)
    expect(page.locator(f"[data-claim='{ids[0]}']:visible").first).to_be_visible(timeout=30_000)
    expect(page.locator(f".hit[data-claim='{hidden}']:visible")).to_have_count(0)
    assert rows(page) == amounts_of(name)
    marks = {one.get_attribute("data-claim") for one in page.locator(".hit:visible").all()}
    assert marks <= set(ids)
    for option in counts["sector"]:
        expect(sector(page, option.label).locator(".cf-count")).to_have_text(str(option.count))
    page.locator(".st-key-status-filter button").first.click()
    for option in counts["status"]:
        expect(sector(page, option.label).locator(".cf-count")).to_have_text(str(option.count))
    page.keyboard.press("Escape")


def test_words_find_nothing_and_the_page_says_so(server, visit):
    page = ready(visit(server))
    page.get_by_label("Words").fill("zebra")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No figure matches “zebra”")).to_be_visible()
    has_address(page, words="zebra")
    page.get_by_role("button", name="Clear the search").click()
    expect(page.locator(".panel:visible").first).to_be_visible()
    has_address(page, words="")


def test_back_returns_to_the_claim_before(server, visit):
    page = ready(visit(server))
    pick(page, "rail-2012")
    pick(page, "route-forecast")
    sector(page, "Rail").click()
    has_address(page, sector="Rail", claim="route-forecast")
    pick(page, "route-capacity")
    page.go_back()
    has_address(page, sector="Rail", claim="route-forecast")
    expect(sentence(page)).to_have_attribute("data-claim", "route-forecast")
    page.go_back()
    has_address(page, claim="rail-2012")
    expect(sentence(page)).to_have_attribute("data-claim", "rail-2012")
    page.go_back()
    has_address(page, claim="")
    expect(page.locator('[aria-current="true"][data-claim]')).to_have_count(0)
    page.go_forward()
    expect(sentence(page)).to_have_attribute("data-claim", "rail-2012")


def pick(page, claim):
    page.locator(f".figure-table tr[data-claim='{claim}'] .plain").first.click()
    has_address(page, claim=claim)
    expect(sentence(page)).to_have_attribute("data-claim", claim)


def test_a_link_to_one_claim_opens_it(server, visit):
    page = visit(server)
    for claim in IDS:
        page.goto(f"{server}?claim={claim}")
        expect(sentence(page)).to_have_attribute("data-claim", claim)
        expect(sentence(page)).to_be_in_viewport()


def test_a_link_to_one_chart_brings_it_into_sight(server, visit):
    page = ready(visit(f"{server}?chart=timeline"))
    expect(page.locator("[data-chart=timeline]")).to_be_in_viewport()


@pytest.mark.parametrize("wanted", ["Shown", "Everything"])
def test_every_download_holds_what_the_table_shows(server, visit, wanted, tmp_path):
    page = ready(visit(f"{server}?sector=Energy"))
    page.locator(".st-key-rows").get_by_text(wanted, exact=True).click()
    settled(page)
    chosen = selection.Selection(sectors=("Energy",)) if wanted == "Shown" else None
    shown = rows(page) if chosen else [amount.id for amount in CATALOGUE.amounts]
    for key in cli.FORMATS:
        name, data = fetch(page, key)
        assert name == export.filename(key, CATALOGUE, chosen)
        assert data == export.render(key, CATALOGUE, REPORT, chosen)
        if key in READERS:
            assert READERS[key](data) == shown


def fetch(page, key):
    with page.expect_download() as waiting:
        page.locator(f".st-key-download-{key} button").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def from_csv(data):
    return [row["amount"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def from_xlsx(data):
    head, *lines = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].values
    return [line[head.index("amount")] for line in lines]


READERS = {
    "csv": from_csv,
    "csv-excel": from_csv,
    "xlsx": from_xlsx,
    "json": lambda data: [row["amount"] for row in json.loads(data)["rows"]],
}


def test_the_source_and_the_catalogue_come_byte_by_byte(server, visit):
    page = ready(visit(server))
    stored = ROOT / "data" / CATALOGUE.sources[0].path
    assert fetch(page, "source") == (stored.name, stored.read_bytes())
    assert fetch(page, "catalogue") == ("figures.yaml", (ROOT / "data" / "figures.yaml").read_bytes())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_it_fits_and_reads_in_both_themes(server, visit, scheme, width):
    page = ready(visit(f"{server}?claim=rail-2012", color_scheme=scheme, viewport={"width": width, "height": 900}))
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert (ground == "rgb(20, 20, 19)") == (scheme == "dark")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    broken = [one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in broken] == []


def test_the_theme_can_be_changed_while_it_is_open(server, visit):
    page = ready(visit(server, color_scheme="light"))
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".cf.body")).to_have_attribute("data-theme", "dark")
    ready(page)


def test_an_edited_catalogue_appears_by_itself_and_a_broken_one_does_not(visit, tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    data = tmp_path / "data" / "figures.yaml"
    whole = data.read_text(encoding="utf-8")
    with dashboard("--data", str(data)) as address:
        page = ready(visit(address))
        data.write_text(
            whole.replace("  - id: rail-freight\n    title: Rail freight", "  - id: rail-freight\n    title: Edited"),
            "utf-8",
        )
        expect(page.get_by_role("heading", name="Edited")).to_be_visible(timeout=20_000)
        data.write_text(whole[:-300], "utf-8")
        expect(page.get_by_text("Below is its last good edition")).to_be_visible(timeout=20_000)
        expect(page.locator(".panel:visible").first).to_be_visible()
        data.write_text(whole, "utf-8")
        expect(page.get_by_text("Below is its last good edition")).to_have_count(0, timeout=20_000)
        (tmp_path / "data" / CATALOGUE.sources[0].path).unlink()
        expect(page.get_by_text("Not verified").first).to_be_visible(timeout=20_000)
        page.close()  # before its server goes


def test_a_restarted_server_returns_to_the_same_view_by_itself(visit):
    port = free_port()
    with dashboard(port=port) as address:
        page = ready(visit(f"{address}?sector=Rail", quiet_console=False))
        pick(page, "route-forecast")
    expect(page.locator("[data-testid=stConnectionStatus]")).to_be_visible()
    with dashboard(port=port):
        expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0, timeout=30_000)
        pick(page, "rail-2012")
        has_address(page, sector="Rail")
        assert rows(page) == amounts_of("Rail")
        assert fetch(page, "csv")[1] == export.render("csv", CATALOGUE, REPORT, selection.Selection(sectors=("Rail",)))
        page.close()


def test_hostile_text_is_text(visit, tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    data = tmp_path / "data" / "figures.yaml"
    hostile = "<img src=x onerror=alert(1)> *b* :red[x] $a$"
    whole = data.read_text(encoding="utf-8").replace("title: Rail freight\n", f"title: '{hostile}'\n")
    data.write_text(
        whole.replace("[Road,", "['<b>:red[R]</b>',").replace("sector: Road", "sector: '<b>:red[R]</b>'"), "utf-8"
    )
    with dashboard("--data", str(data)) as address:
        page = ready(visit(address))
        assert page.locator("img[src=x], .stMain b:text-is(':red[R]')").count() == 0
        expect(page.get_by_text("<b>:red[R]</b>").first).to_be_visible()
        page.get_by_label("Sector").first.click()
        page.get_by_role("option", name="<b>:red[R]</b>").click()
        expect(page.locator(".figure-table tbody tr:visible")).to_have_count(2)
        page.close()


def test_a_download_asked_for_while_the_page_is_drawn_anew_is_had_at_the_next_click(browser):
    """The server forgets the names of a run's files with the next run; it may not take that for a fault of its own."""
    held, hold = [], []

    def slow(socket):
        server = socket.connect_to_server()
        server.on_message(lambda message: held.append(message) if hold else socket.send(message))
        sockets.append(socket)

    sockets = []
    with dashboard() as address:  # its log may hold nothing
        page = browser.new_page()
        page.route_web_socket(re.compile("/_stcore/stream"), slow)
        page.goto(address)
        button = page.get_by_test_id("stDownloadButton").get_by_role("button", name="CSV", exact=True)
        expect(button).to_be_visible(timeout=30_000)
        expect(page.locator("[data-test-script-state=running]")).to_have_count(0)
        hold.append(True)
        page.locator(".st-key-sector").get_by_text("Rail", exact=True).click()
        while not held:
            page.wait_for_timeout(20)
        page.wait_for_timeout(500)  # the run that begins is over: its buttons have other files
        button.click()
        page.wait_for_timeout(500)
        hold.clear()
        for message in held:
            sockets[0].send(message)
        expect(page.get_by_test_id("stDownloadButtonError")).to_be_visible()
        with page.expect_download() as got:
            button.click()
        assert got.value.suggested_filename.endswith(".csv")
        page.close()
