"""The panels and their charts, from the real catalogue and from small ones made of it."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import figures
from figures import charts, numbers, theme, timeline
from figures.canvas import Canvas, Owner
from figures.panels import panels

DATA = Path(__file__).parent.parent / "data" / "figures.yaml"


@pytest.fixture(scope="module")
def catalogue():
    return figures.load(DATA)


@pytest.fixture(scope="module")
def table(catalogue):
    return figures.to_frame(catalogue, figures.check(catalogue))


@pytest.fixture(scope="module")
def made(catalogue, table):
    return {panel.key: panel for panel in panels(catalogue, table)}


def ids(chart):
    return {tuple(point) for trace in chart.data if trace.customdata is not None for point in trace.customdata}


def extent(chart, amount):
    """The horizontal ends of the mark of an amount, plate excluded."""
    xs = [
        x
        for trace in chart.data
        if trace.type == "scatter"
        and trace.fill == "toself"
        and trace.meta["amount"] == amount
        and not trace.meta.get("plate")
        for x in trace.x
    ]
    return min(xs), max(xs)


def altered(catalogue, amount_id, **changes):
    claims = [
        replace(claim, amounts=tuple(replace(a, **changes) if a.id == amount_id else a for a in claim.amounts))
        for claim in catalogue.claims
    ]
    return replace(catalogue, claims=tuple(claims))


def test_one_panel_a_measure_and_one_for_a_group(made):
    expected = {
        "cargo-volumes": ("change",),
        "rail-freight": ("bar",),
        "route-freight": ("ceiling",),
        "power": ("worth",),
        "delivery-distance": ("stated",),
    }
    assert {key: panel.kinds for key, panel in made.items()} == expected


def test_every_verified_amount_is_in_exactly_one_panel(made, table):
    shown = [mark.amount.id for panel in made.values() for mark in panel.marks]
    assert sorted(shown) == sorted(table["amount"])


def test_each_point_carries_its_claim_and_amount(made):
    assert ids(made["cargo-volumes"].chart) == {("cargo-change", "cargo-change.1"), ("cargo-change", "cargo-change.2")}
    assert ids(made["power"].chart) == {("power-count", "power-count.1"), ("power-worth", "power-worth.1")}


def test_bars_reach_from_zero_to_the_exact_value_in_megatonnes(made):
    assert extent(made["cargo-volumes"].chart, "cargo-change.1") == (0, 12)
    assert extent(made["cargo-volumes"].chart, "cargo-change.2") == (0, 33)
    assert extent(made["rail-freight"].chart, "rail-2012.1") == (0, 16)
    assert extent(made["route-freight"].chart, "route-forecast.1") == (0, 4.5)
    assert extent(made["route-freight"].chart, "route-capacity.1") == (0, 25)


def test_panels_of_one_unit_share_the_scale(made):
    ranges = {tuple(made[key].chart.layout.xaxis.range) for key in ("cargo-volumes", "rail-freight", "route-freight")}
    assert len(ranges) == 1


def test_the_ratio_names_its_parents(made):
    texts = [note.text for note in made["cargo-volumes"].chart.layout.annotations]
    assert "<b>×2.75</b>  derived, 33 ÷ 12" in texts


def test_nothing_is_derived_from_a_forecast_in_its_ceiling(made):
    texts = " ".join(note.text for note in made["route-freight"].chart.layout.annotations)
    assert "×" not in texts
    assert "18" not in texts


def test_a_doubtful_value_is_never_on_an_axis(made):
    panel = made["delivery-distance"]
    assert panel.chart is None
    assert [mark.amount.id for mark in panel.stated] == ["delivery-distance.1"]


def test_an_amount_that_is_not_verified_is_drawn_nowhere(catalogue):
    wrong = altered(catalogue, "rail-2012.1", value=Decimal(160_000_000))
    table = figures.to_frame(wrong, figures.check(wrong))
    keys = {panel.key for panel in panels(wrong, table)}
    assert "rail-freight" not in keys
    assert "cargo-volumes" in keys


def test_values_far_apart_get_scales_of_their_own(catalogue, table):
    small = altered(catalogue, "rail-2012.1", value=Decimal(16_000))
    made = {panel.key: panel for panel in panels(small, table)}
    assert made["cargo-volumes"].own_scale
    assert made["route-freight"].chart.layout.xaxis.range != made["cargo-volumes"].chart.layout.xaxis.range
    assert made["rail-freight"].kinds == ("stated",), "alone on its scale it has nothing to be seen beside"


def test_a_forecast_in_another_unit_is_not_drawn_in_the_ceiling(catalogue, table):
    other = altered(catalogue, "route-forecast.1", unit="km")
    panel = next(panel for panel in panels(other, table) if panel.key == "route-freight")
    assert "ceiling" not in panel.kinds
    assert "stated" in panel.kinds


def test_a_range_is_one_bar_between_its_ends(catalogue, table):
    roles = altered(altered(catalogue, "cargo-change.1", role="low"), "cargo-change.2", role="high")
    panel = next(panel for panel in panels(roles, table) if panel.key == "cargo-volumes")
    assert panel.kinds == ("range",)
    assert extent(panel.chart, "cargo-change.1")[0] == 12
    assert extent(panel.chart, "cargo-change.2")[1] == 33


def test_a_count_that_is_too_many_is_stated(catalogue, table):
    many = altered(catalogue, "power-count.1", value=Decimal(40))
    kinds = {panel.key: panel.kinds for panel in panels(many, table)}
    assert kinds["power-projects"] == ("stated",)


@pytest.mark.parametrize(("bound", "direction"), [(">", 1), (">=", 1), ("<", -1), ("<=", -1)])
def test_the_cap_of_a_bound_points_to_the_open_end(catalogue, table, bound, direction):
    bounded = altered(catalogue, "rail-2012.1", bound=bound)
    chart = next(panel for panel in panels(bounded, table) if panel.key == "rail-freight").chart
    cap = next(trace for trace in chart.data if trace.line.width == 3.5)
    assert (cap.x[1] - 16) * direction > 0
    assert (cap.x[0] == 16) == ("=" in bound)


def test_labels_show_the_text_as_it_is(catalogue, table):
    hostile = altered(catalogue, "rail-2012.1", label='<b>x</b> <a href="https://evil.example">$y$</a>')
    chart = next(panel for panel in panels(hostile, table) if panel.key == "rail-freight").chart
    assert "&lt;b&gt;x&lt;/b&gt;" in chart.layout.annotations[0].text
    assert "<a" not in chart.layout.annotations[0].text


def test_the_view_is_given_what_plotly_itself_would_write(catalogue, table, made):
    source = catalogue.sources[0]
    dated = timeline.drawing(catalogue, timeline.items(catalogue, table, source), source, timeline.WIDE)
    for drawing in [dated, *(panel.drawing for panel in made.values() if panel.drawing)]:
        described, written = charts.described(drawing), json.loads(drawing.chart().to_json())
        for layout in (described["layout"], written["layout"]):
            layout.pop("template")  # Plotly fills an empty one with types
            layout.setdefault("shapes", [])
        assert json.loads(json.dumps(described)) == written


def test_every_colour_has_a_dark_counterpart(made):
    known = set(theme.swaps())

    def walk(part):
        if isinstance(part, dict):
            for key, value in part.items():
                if "color" in key and isinstance(value, str):
                    assert value in known, (key, value)
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    for panel in made.values():
        walk(charts.described(panel.drawing))


def test_the_table_is_not_changed(catalogue, table):
    before = table.copy()
    panels(catalogue, table)
    assert before.equals(table)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (-0.36, 36.8, ["0", "10", "20", "30\u00a0Mt"]),
        (0, 0.9, ["0", "0.5\u00a0Mt"]),
        (-3.7, 4.3, ["−2", "0", "2", "4\u00a0Mt"]),
    ],
)
def test_ticks_are_round_numbers_and_the_last_has_the_unit(low, high, texts):
    scale = charts.numbers.scale_of("t", Decimal(10**7))
    ticks = charts.Axis(unit="t", scale=scale, low=low, high=high).ticks["ticktext"]
    assert [tick.replace(" Mt", "\u00a0Mt") for tick in ticks] == texts


def test_an_empty_table_has_no_panels(catalogue, table):
    assert panels(catalogue, table[table["sector"] == "none"]) == ()


def test_a_ratio_that_has_no_end_says_that_it_is_rounded(catalogue, table):
    uneven = altered(catalogue, "cargo-change.2", value=Decimal(34_000_000))
    chart = next(panel for panel in panels(uneven, table) if panel.key == "cargo-volumes").chart
    assert "<b>≈\u00a0×2.83</b>  derived, 34 ÷ 12" in [note.text for note in chart.layout.annotations]


def test_a_ceiling_is_not_drawn_beside_what_is_reported(catalogue, table):
    claims = tuple(
        replace(claim, measure="route-freight") if claim.id == "rail-2012" else claim for claim in catalogue.claims
    )
    last = table["claim"] == "rail-2012"
    rows = table.loc[[*table.index[~last], *table.index[last]]]
    panel = next(one for one in panels(replace(catalogue, claims=claims), rows) if one.key == "route-freight")
    drawn = {mark.amount.id for mark in panel.marks} - {mark.amount.id for mark in panel.stated}
    assert drawn == {"route-forecast.1", "route-capacity.1"}
    assert panel.kinds == ("ceiling", "stated")


def test_amounts_a_year_and_amounts_share_no_scale(catalogue, table):
    yearly = altered(altered(catalogue, "cargo-change.1", unit="t/year"), "cargo-change.2", unit="t/year")
    made = {panel.key: panel for panel in panels(yearly, table)}
    assert made["cargo-volumes"].chart.layout.xaxis.range != made["route-freight"].chart.layout.xaxis.range
    assert extent(made["cargo-volumes"].chart, "cargo-change.2")[1] == 33


def test_units_of_one_dimension_share_the_scale_of_the_first(catalogue, table):
    metres = altered(catalogue, "cargo-change.1", unit="km", value=Decimal(12))
    metres = altered(metres, "cargo-change.2", unit="m", value=Decimal(33_000))
    panel = next(panel for panel in panels(metres, table) if panel.key == "cargo-volumes")
    assert extent(panel.chart, "cargo-change.1")[1] == 12
    assert extent(panel.chart, "cargo-change.2")[1] == 33


def test_what_can_be_seen_through_stands_on_the_page_when_it_is_selected():
    for form, vague, grounds in (("solid", False, 0), ("hollow", False, 1), ("hatched", False, 1), ("solid", True, 1)):
        canvas = Canvas(left=0, right=10)
        canvas.mark(Owner(claim="one"), (0, 5), (4, 32), form=form, colour=theme.SECTORS[0], vague=vague)
        plates = [trace for trace in canvas.traces if trace["meta"].get("plate")]
        assert [trace["fillcolor"] for trace in plates] == [theme.ACCENT_FILL.light] + [theme.PAGE.light] * grounds


@pytest.mark.parametrize(("bound", "inside"), [("<", True), ("<=", True), (">", False), (">=", False)])
def test_the_cap_of_a_bound_is_seen_on_its_bar(catalogue, table, bound, inside):
    def changed(claim):
        amounts = tuple(replace(one, bound=bound) for one in claim.amounts)
        return replace(claim, amounts=amounts) if claim.id == "rail-2012" else claim

    other = replace(catalogue, claims=tuple(map(changed, catalogue.claims)))
    chart = next(one for one in panels(other, table) if one.key == "rail-freight").chart
    bar, cap = (next(one for one in chart.data if one.line.width == width) for width in (0, 3.5))
    lies_inside = max(cap.x) <= max(bar.x)
    assert lies_inside == inside
    assert (cap.line.color == bar.fillcolor) != lies_inside


@pytest.mark.parametrize(("high", "unit"), [(10.04, "Mt"), (69, "million students"), (22.3, "Mt"), (36.8, "Mt")])
def test_no_tick_is_cut_at_the_right_end(high, unit):
    scale = numbers.Scale(power=6, before="", after=unit)
    ticks = charts.Axis(unit="t", scale=scale, low=0, high=high).ticks
    assert sum(unit in text for text in ticks["ticktext"]) == 1
    for value, text in zip(ticks["tickvals"], ticks["ticktext"], strict=True):
        assert (1 - value / high) * 320 + 10 >= len(text) * 3.5
