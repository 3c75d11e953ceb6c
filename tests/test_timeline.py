from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import figures
from figures import timeline
from figures.canvas import Owner

DATA = Path(__file__).parent.parent / "data" / "figures.yaml"


@pytest.fixture(scope="module")
def catalogue():
    return figures.load(DATA)


@pytest.fixture(scope="module")
def table(catalogue):
    return figures.to_frame(catalogue, figures.check(catalogue))


@pytest.fixture(scope="module")
def items(catalogue, table):
    return {item.owner.key: item for item in timeline.items(catalogue, table, catalogue.sources[0])}


def test_every_dated_amount_and_event_is_there_once(items):
    expected = {"rail-2012.1", "route-forecast.1", "highway-opens", "crossing-opened", "expo-2017", "expo-2010"}
    assert set(items) == expected


def test_a_period_reaches_as_far_as_it_is_stated_and_no_day_is_invented(items):
    assert (items["rail-2012.1"].first, items["rail-2012.1"].last) == (
        date(2012, 1, 1).toordinal(),
        date(2013, 1, 1).toordinal(),
    )
    assert (items["crossing-opened"].first, items["crossing-opened"].last) == (
        date(2012, 12, 1).toordinal(),
        date(2013, 1, 1).toordinal(),
    )


def test_some_day_within_fades_and_a_whole_period_does_not(items):
    assert items["highway-opens"].vague
    assert not items["rail-2012.1"].vague
    assert not items["route-forecast.1"].vague


def test_happened_and_planned_are_told_apart(items):
    assert {key for key, item in items.items() if item.form == "hollow"} == {
        "route-forecast.1",
        "highway-opens",
        "expo-2017",
    }
    assert {key for key, item in items.items() if item.past} == {"rail-2012.1", "crossing-opened", "expo-2010"}


@pytest.mark.parametrize("layout", [timeline.WIDE, timeline.NARROW])
def test_the_documents_date_is_a_line_through_every_lane(catalogue, items, layout):
    chart = timeline.timeline(catalogue, items.values(), catalogue.sources[0], layout)
    known = date(2013, 4, 8).toordinal()
    lines = [shape for shape in chart.layout.shapes if shape.type == "line" and shape.x0 == shape.x1 == known]
    assert len(lines) == 1
    texts = [note.text for note in chart.layout.annotations]
    assert "<b>As known on 8 April 2013</b>" in texts
    assert sum(f"<b>{sector}</b>" in texts for sector in catalogue.sectors) == 3


@pytest.mark.parametrize("layout", [timeline.WIDE, timeline.NARROW])
def test_every_item_can_be_picked(catalogue, items, layout):
    chart = timeline.timeline(catalogue, items.values(), catalogue.sources[0], layout)
    assert {hit["amount"] or hit["claim"] for hit in chart.layout.meta["hits"]} == set(items)
    tops = [(hit["top"], hit["top"] + hit["height"]) for hit in chart.layout.meta["hits"]]
    assert all(a[1] <= b[0] for a, b in zip(sorted(tops), sorted(tops)[1:], strict=False)), "rows do not overlap"


def test_nothing_dated_is_no_chart(catalogue):
    assert timeline.timeline(catalogue, [], catalogue.sources[0], timeline.WIDE) is None


@pytest.mark.parametrize("period", ["../2013", "2013/..", "2015~", "0850", "2010/2012", "2013-04-08", "9999"])
def test_every_form_of_a_period_can_be_drawn(catalogue, table, period):
    claims = [
        replace(claim, amounts=tuple(replace(amount, period=period) for amount in claim.amounts))
        for claim in catalogue.claims
    ]
    other = replace(catalogue, claims=tuple(claims))
    items = timeline.items(other, table, other.sources[0])
    assert all(item.first < item.last for item in items)
    assert timeline.timeline(other, items, other.sources[0], timeline.WIDE) is not None


def test_a_document_without_a_day_has_no_line(catalogue, table):
    undated = replace(catalogue.sources[0], date="undecided")
    items = timeline.items(catalogue, table, undated)
    chart = timeline.timeline(catalogue, items, undated, timeline.WIDE)
    assert not [note for note in chart.layout.annotations if "As known" in note.text]


def test_a_month_among_centuries_is_still_seen(catalogue):
    old = timeline.Item(
        owner=Owner(claim="old"),
        sector="Rail",
        first=date(1648, 1, 1).toordinal(),
        last=date(1649, 1, 1).toordinal(),
        form="solid",
        vague=False,
        title="Old",
        when="1648",
        past=True,
    )
    month = replace(old, owner=Owner(claim="month"), first=old.first + 130_000, last=old.first + 130_031)
    chart = timeline.timeline(catalogue, (old, month), catalogue.sources[0], timeline.WIDE)
    low, high = chart.layout.xaxis.range
    mark = next(one for one in chart.data if one.name == "month" and one.visible is None)
    assert (max(mark.x) - min(mark.x)) / (high - low) >= 0.005 - 1e-9
    assert sum(mark.x[:2]) / 2 == (month.first + month.last) / 2
