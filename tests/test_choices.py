"""A filter's choice is shown by the page itself, before Python has said the same."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from small import REAL

from figures import selection, view
from figures.checks import check
from figures.selection import Selection

BLANK = {"viewport": {"width": 1440, "height": 1000}, "reduced_motion": "reduce"}
SHOWN = ".panel:visible"


def ids(sector):
    return selection.chosen(REAL, Selection(sectors=(sector,)))


class Line:
    """The connection between a page and Python; what the page says can be held back."""

    def __init__(self):
        self.held = None

    def open(self, page_side):
        server_side = page_side.connect_to_server()
        page_side.on_message(lambda said: server_side.send(said) if self.held is None else self.held.append(said))
        self.send = server_side.send

    def hold(self):
        self.held = []

    def release(self):
        said, self.held = self.held, None
        for one in said:
            self.send(one)


@pytest.fixture
def opened(browser, server):
    """A page, and its line to Python."""
    line = Line()
    context = browser.new_context(**BLANK)
    page = context.new_page()
    page.route_web_socket(re.compile("_stcore/stream"), line.open)
    page.goto(server)
    expect(page.locator(f"{SHOWN} .main-svg").first).to_be_visible(timeout=30_000)
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0)
    yield page, line
    context.close()


def panels_of(sector):
    document = view.document(REAL, check(REAL), REAL.sources[0].id)
    shown = set(ids(sector))
    return [one["title"] for one in document["panels"] if one.get("ids") and shown & set(one["ids"])]


def titles(page):
    return page.locator(f"{SHOWN} h3").all_inner_texts()


def test_the_view_lists_its_claims_in_the_order_in_which_python_names_them():
    document = view.document(REAL, check(REAL), REAL.sources[0].id)
    assert list(document["items"]) == list(selection.chosen(REAL, Selection()))


def test_a_choice_is_shown_before_python_has_heard_of_it_and_stays_when_it_has(opened):
    page, line = opened
    every = titles(page)
    line.hold()
    page.locator(".st-key-sector").get_by_role("button", name="Energy").click()
    expect(page.locator(SHOWN)).to_have_count(len(panels_of("Energy")))
    assert titles(page) == panels_of("Energy") != every
    assert page.locator("[data-chart] .js-plotly-plot").count() < len(every)
    line.release()
    expect(page).to_have_url(re.compile(r"\?sector=Energy$"))
    expect(
        page.get_by_text(f"{len(ids('Energy'))} of {len(selection.chosen(REAL, Selection()))} claims")
    ).to_be_visible()
    assert titles(page) == panels_of("Energy")


_LEAST = """() => {
  const shown = () => [...document.querySelectorAll(".panel")].filter((one) => !one.hidden).length;
  const look = () => (window.least = Math.min(window.least, shown()));
  window.least = Infinity;
  new MutationObserver(look).observe(document.querySelector(".panels"), { subtree: true, attributes: true });
}"""
"""Keeps the least number of panels that were ever shown."""


def test_an_earlier_answer_does_not_bring_back_what_was_switched_off(opened):
    page, line = opened
    every = titles(page)
    energy = page.locator(".st-key-sector").get_by_role("button", name="Energy")
    line.hold()
    energy.click()
    expect(page.locator(SHOWN)).to_have_count(len(panels_of("Energy")))
    energy.click()
    expect(page.locator(SHOWN)).to_have_count(len(every))
    page.evaluate(_LEAST)
    line.release()
    page.wait_for_timeout(1500)
    assert titles(page) == every
    assert page.evaluate("window.least") >= len(every)


def test_a_choice_that_python_never_hears_of_is_taken_back(opened):
    page, line = opened
    every = titles(page)
    line.hold()
    page.locator(".st-key-sector").get_by_role("button", name="Energy").click()
    expect(page.locator(SHOWN)).to_have_count(len(panels_of("Energy")))
    expect(page.locator(SHOWN)).to_have_count(len(every), timeout=10_000)


def test_quick_choices_end_with_the_last_and_reset_ends_with_none(opened):
    page, _ = opened
    every = titles(page)
    buttons = page.locator(".st-key-sector").get_by_role("button")
    for name in ("Energy", "Rail", "Energy"):
        buttons.filter(has_text=name).click()
    expect(page).to_have_url(re.compile(r"\?sector=Rail$"))
    assert titles(page) == panels_of("Rail")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(SHOWN)).to_have_count(len(every))
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(len(panels_of("Rail")))
