"""A walk through every view, of the dashboard and of the published file, under its policy and without a network.

The fixtures fail on any error of the page or its console (a breach of the policy is one) and on any
request that would leave the machine; here every place is gone to, and every button pressed once.
"""

from __future__ import annotations

import shutil
from urllib.parse import urlencode

import pytest
import test_publish_browser
from conftest import ROOT, dashboard
from playwright.sync_api import expect
from test_publish import BYTES

from figures.catalogue import load

open_file = test_publish_browser.visit
CATALOGUE = load(ROOT / "data" / "figures.yaml")
MAIN = [{}, {"view": "ledger"}, {"claim": "rail-2012"}, {"words": "zebra"}]
OTHER = [
    *({"chart": chart} for chart in ("timeline", *(measure.id for measure in CATALOGUE.measures))),
    *({"claim": one.id} for one in (*CATALOGUE.claims, *CATALOGUE.events)),
    {"claim": "none", "sector": "<b>", "status": "$x$", "view": "map", "chart": "![x](https://example.org/y.png)"},
]
TELEPHONE = {"viewport": {"width": 390, "height": 844}}
SCREENS = [({}, [*MAIN, *OTHER]), ({"color_scheme": "dark"}, MAIN), (TELEPHONE, MAIN)]
NAMES = ["light", "dark", "telephone"]

TELL = """document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  blockedURI === "wasm-eval" || console.error(`policy: ${violatedDirective} ${blockedURI}`))"""
"""Not every breach is written to the console: a refused eval is only an exception. WebAssembly is what a library
inside Streamlit's bundle asks for once, and goes on without."""

PRESS_A_NEW_ONE = """(buttons, pressed) => {
  const label = (one) => one.getAttribute("aria-label") ?? one.textContent;
  const next = buttons.find((one) => !pressed.includes(label(one)) && !one.closest("[data-testid=stMainMenu]"));
  next?.click();
  return next ? label(next) : null;
}"""


def watched(page):
    """Loads the page again, with a listener for breaches of its policy from the first line on."""
    page.add_init_script(TELL)
    page.reload()
    return look(page)


def look(page):
    """Brings every part of the view into sight: what is drawn late is drawn now."""
    page.locator(".cf.body").first.wait_for(timeout=30_000)
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0, timeout=30_000)
    for part in page.locator(".panel:visible, .ledger:visible, .figure-table:visible").all():
        part.scroll_into_view_if_needed()
    return page


def press_everything(page, most=250):
    """Presses every button once, also those that others bring; gives their labels. The picked card goes first."""
    pressed = ["Close"]
    for part in (".card", ".panel", ""):
        buttons = page.locator(f"{part} button:visible, {part} summary:visible")
        while len(pressed) < most and (label := buttons.evaluate_all(PRESS_A_NEW_ONE, pressed)):
            pressed.append(label)
            page.wait_for_timeout(30)
            expect(page.locator("[data-test-script-state=running]")).to_have_count(0)
    look(page)
    return " ".join(pressed)


@pytest.mark.parametrize(("screen", "places"), SCREENS, ids=NAMES)
def test_every_view_of_the_dashboard(server, visit, screen, places):
    page = watched(visit(server, **screen))
    for place in places:
        page.goto(f"{server}?{urlencode(place)}")
        look(page)


@pytest.mark.parametrize(("screen", "places"), SCREENS, ids=NAMES)
def test_every_view_of_the_published_file(open_file, screen, places):
    page = watched(open_file(BYTES, **screen))
    address = page.url
    for place in places:
        page.goto(f"{address}#{urlencode(place)}")
        if place in MAIN:
            page.reload()
        look(page)


@pytest.mark.parametrize("screen", [{}, TELEPHONE], ids=["wide", "telephone"])
def test_every_button_of_the_dashboard(server, visit, screen):
    page = watched(visit(f"{server}?claim=rail-2012", permissions=["clipboard-write"], **screen))
    pressed = press_everything(page)
    for label in ("Status", "Ledger", "Next claim", "Copy link", "as SVG", "as PNG", "Everything", "Parquet", "Reset"):
        assert label in pressed


@pytest.mark.parametrize("screen", [{}, TELEPHONE], ids=["wide", "telephone"])
def test_every_button_of_the_published_file(open_file, screen):
    page = watched(open_file(BYTES, "#claim=rail-2012", permissions=["clipboard-write"], **screen))
    page.locator(".plot svg").first.wait_for(state="attached")
    pressed = press_everything(page)
    for label in ("Status", "Ledger", "Next claim", "Copy link", "as SVG", "as PNG", "Everything", "zip", "Verify"):
        assert label in pressed


def test_the_banner_of_problems_over_an_edition_and_alone(visit, tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    data = tmp_path / "data" / "figures.yaml"
    whole = data.read_text(encoding="utf-8")
    hostile = "sectors: ['$a$', '![x](https://example.org/y.png)', '<b>', ':red[x]']\n"
    with dashboard("--data", str(data)) as address:
        page = watched(visit(address, color_scheme="dark", **TELEPHONE))
        data.write_text(hostile + whole, "utf-8")
        expect(page.get_by_text("Below is its last good edition")).to_be_visible(timeout=20_000)
        look(page)
        page.close()
    with dashboard("--data", str(data)) as address:
        page = visit(address, **TELEPHONE)
        expect(page.get_by_text("there is nothing to show yet")).to_be_visible(timeout=20_000)
        expect(page.get_by_text("expected the key once")).to_be_visible()
        page.close()
