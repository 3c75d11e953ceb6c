from decimal import Decimal

import pytest

from figures import grammar
from figures.model import Amount, Event, Place

PLACE = Place(file="figures.yaml", line=1)


def amount(**given):
    basics = {"id": "a.1", "claim": "a", "value": Decimal(1), "unit": "t", "written": "1 t", "text": "1 t"}
    return Amount(**basics, place=PLACE, **given)


@pytest.mark.parametrize(
    ("given", "form", "words"),
    [
        ({"status": "A"}, "solid", "Reported"),
        ({"status": "E"}, "solid", "Estimate"),
        ({"status": "F"}, "hollow", "Forecast"),
        ({"status": "U"}, "solid", "Low reliability"),
        ({"nature": "capacity"}, "hatched", "Capacity"),
        ({"nature": "capacity", "status": "E"}, "hatched", "Capacity"),
        ({"nature": "potential"}, "hollow", "Potential"),
        ({"nature": "plan", "status": "F"}, "hollow", "Forecast"),
        ({"nature": "flow", "status": "A"}, "solid", "Reported"),
        ({"nature": "count"}, "solid", "Count"),
        ({}, "solid", "Not stated"),
    ],
)
def test_status_and_nature_are_told_by_form_and_word(given, form, words):
    assert grammar.form(amount(**given)) == form
    assert grammar.status_words(amount(**given)) == words


@pytest.mark.parametrize(("course", "form"), [("happened", "solid"), ("planned", "hollow")])
def test_a_planned_event_is_hollow(course, form):
    event = Event(
        id="e",
        source="s",
        sector="Rail",
        title="Opens",
        course=course,
        date="2015",
        text="2015",
        quote="q",
        place=PLACE,
    )
    assert grammar.event_form(event) == form


def test_every_sign_of_the_legend_is_drawn_by_the_style_sheet():
    from pathlib import Path

    rules = (Path(grammar.__file__).with_name("web") / "view.css").read_text(encoding="utf-8")
    for sign in grammar.LEGEND:
        assert f".glyph.{sign.key}" in rules or sign.key == "sic"
        assert sign.means
