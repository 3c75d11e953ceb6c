"""The page without a browser: what it sends to the view, and what the address and the filters do."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from figures import page, selection, store
from figures.catalogue import load

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "figures.yaml"
SCRIPT = ROOT / "figures" / "page.py"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(DATA.parent, tmp_path / "data"))


@pytest.fixture
def visit():
    """Opens the page at a query, on a catalogue."""

    def open_page(query="", data=DATA):
        store.use(data)
        app = AppTest.from_file(SCRIPT, default_timeout=20)
        for pair in filter(None, query.split("&")):
            key, value = pair.split("=")
            app.query_params[key] = [*app.query_params.get(key, []), value]
        app.run()
        assert not app.exception
        return app

    yield open_page
    store.use(None)


def part(app, name):
    """What the page gives to one part of the view."""
    parts = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    return next(one for one in parts if one["part"] == name)


def state(app):
    return part(app, "body")["state"]


def texts(app):
    return [one.value for one in app.text]


def test_everything_is_shown_at_first(visit):
    app = visit()
    catalogue = load(DATA)
    assert state(app) == {
        "ids": [one.id for one in (*catalogue.claims, *catalogue.events)],
        "claim": None,
        "amount": None,
        "chart": None,
        "view": "figures",
        "words": "",
        "selection": {"sectors": [], "statuses": [], "measures": [], "periods": [], "words": ""},
        "filters": [],
    }
    assert "All 11 claims and events shown" in texts(app)


@pytest.mark.parametrize("sector", load(DATA).sectors)
def test_a_sector_shows_what_the_selection_says(visit, sector):
    app = visit()
    app.button_group(key="sector").set_value([sector]).run()
    catalogue = load(DATA)
    chosen = selection.Selection(sectors=(sector,))
    assert state(app)["ids"] == list(selection.chosen(catalogue, chosen))
    assert state(app)["filters"] == [sector]
    counted = {one.label: one.count for one in selection.options(catalogue, chosen)["status"]}
    assert part(app, "watch")["counts"]["status"] == counted


def test_the_address_alone_restores_the_view(visit):
    app = visit("sector=Rail&period=2012&words=freight&claim=rail-2012&view=ledger")
    assert state(app)["ids"] == ["rail-2012"]
    assert (state(app)["claim"], state(app)["view"]) == ("rail-2012", "ledger")
    assert state(app)["filters"] == ["Rail", "2012"]


UNKNOWN = [
    "claim=none",
    "sector=Enrgy",
    "sector=energy",
    "measure=rail-freight",
    "id=7",
    "__proto__=x",
    "status=<script>",
    "source=x",
    "period=%00",
    "chart=<b>",
    "view=map",
]


@pytest.mark.parametrize("query", [*UNKNOWN, "amount=rail-2012.1", "amount=none.1"])
def test_unknown_values_are_named_and_change_nothing(visit, query):
    app = visit(query)
    assert len(state(app)["ids"]) == 11
    assert state(app)["claim"] is None
    assert any("ignored" in text and query.split("=")[0] in text for text in texts(app))


@pytest.mark.parametrize("amount", ["cargo-change.3", "rail-2012.1", "1", "cargo-change"])
def test_an_amount_that_is_not_of_the_claim_is_named_and_the_claim_stays(visit, amount):
    app = visit(f"claim=cargo-change&amount={amount}")
    assert (state(app)["claim"], state(app)["amount"]) == ("cargo-change", None)
    assert f"Not in this catalogue, so ignored: amount={amount}" in texts(app)


def test_the_address_names_one_end_of_a_change(visit):
    app = visit("claim=cargo-change&amount=cargo-change.2")
    assert (state(app)["claim"], state(app)["amount"]) == ("cargo-change", "cargo-change.2")
    assert not any("ignored" in text for text in texts(app))


@pytest.mark.parametrize("key", ["timeline", "rail-freight", "power-projects", "power"])
def test_a_chart_is_known_by_its_key_and_by_its_measures(visit, key):
    app = visit(f"chart={key}")
    assert state(app)["chart"] == key
    assert not any("ignored" in text for text in texts(app))


@pytest.mark.parametrize("query", ["view=" + "x" * 1000, "chart=<b>", "utm=1", "claim=a&claim=b"])
def test_other_values_are_harmless(visit, query):
    assert state(visit(query))["view"] == "figures"


def test_an_address_full_of_other_keys_is_told_in_a_few_lines(visit):
    said = [
        text for text in texts(visit("&".join(f"k{n}=v" for n in range(60)))) if "ignored" in text or "more" in text
    ]
    assert said == [*(f"Not in this catalogue, so ignored: k{n}" for n in range(10)), "… and 50 more"]


def test_what_streamlit_acts_upon_is_not_called_ignored(visit):
    assert not any("ignored" in text for text in texts(visit("embed=true&embed_options=show_toolbar&sector=Energy")))


def test_the_filters_say_how_many_choices_they_hold(visit):
    app = visit("period=2012&period=2015&period=1066")
    assert {"Status", "Measure", "Period (2)"} <= {one.proto.popover.label for one in popovers(app.main)}
    app.button(key="reset").click().run()
    assert {"Status", "Measure", "Period"} <= {one.proto.popover.label for one in popovers(app.main)}


def popovers(block):
    for child in getattr(block, "children", {}).values():
        if child.type == "popover":
            yield child
        yield from popovers(child)


def test_nothing_matches_and_reset(visit):
    app = visit("words=zebra")
    assert state(app)["ids"] == []
    assert state(app)["words"] == "zebra"
    app.button(key="reset").click().run()
    assert len(state(app)["ids"]) == 11


def test_a_pick_is_written_into_the_address_and_shown(visit):
    app = visit()
    hear(app, {"do": "pick", "claim": "rail-2012", "amount": "rail-2012.1", "view": None})
    assert app.query_params["claim"] == "rail-2012"
    assert (state(app)["claim"], state(app)["amount"]) == ("rail-2012", "rail-2012.1")
    assert app.query_params["amount"] == "rail-2012.1"
    hear(app, {"do": "pick", "claim": "route-forecast", "amount": None, "view": None})
    assert state(app)["amount"] is None
    hear(app, {"do": "pick", "claim": None, "amount": None, "view": None})
    assert not {"claim", "amount"} & set(app.query_params)


def test_the_view_is_changed_and_filters_are_cleared_from_the_view(visit):
    app = visit("words=freight&sector=Rail")
    hear(app, {"do": "go", "view": "ledger"})
    assert state(app)["view"] == "ledger"
    hear(app, {"do": "reset", "what": "words"})
    assert (state(app)["words"], state(app)["filters"]) == ("", ["Rail"])
    hear(app, {"do": "reset", "what": None})
    assert state(app)["filters"] == []


@pytest.mark.parametrize("event", [None, [], "x", {}, {"do": "go", "view": "<b>"}, {"do": "pick", "claim": 5}])
def test_messages_that_are_not_the_views_do_nothing(visit, event):
    app = visit()
    before = state(app)
    hear(app, event)
    assert state(app) == before


def test_the_first_message_after_a_restart_is_heard(visit):
    app = visit("sector=Rail")
    fresh = AppTest.from_file(SCRIPT, default_timeout=20)
    fresh.query_params["sector"] = "Rail"
    fresh._tree = app._tree
    hear(fresh, {"do": "pick", "claim": "rail-2012", "amount": None, "view": None})
    assert state(fresh)["claim"] == "rail-2012"


def hear(app, event):
    """What a browser sends when the view reports something."""
    from streamlit.components.v2.bidi_component.main import _make_trigger_id
    from streamlit.proto.WidgetStates_pb2 import WidgetState

    proto = next(one.proto for one in app.get("bidi_component") if json.loads(one.proto.json)["part"] == "body")
    states = app._tree.get_widget_states()
    message = json.dumps([{"event": "event", "value": event}])
    states.widgets.append(WidgetState(id=_make_trigger_id(proto.id, "events"), json_trigger_value=message))
    app._run(states)
    assert not app.exception


def test_every_format_has_a_button_and_so_have_text_and_catalogue(visit):
    labels = [button.proto.label for button in visit().get("download_button")]
    assert labels[-2:] == ["Text of the source", "Catalogue (YAML)"]
    assert len(labels) == len(page.export.FORMATS) + 2


def test_a_broken_catalogue_shows_its_problems_as_plain_text(visit, folder):
    data = folder / "figures.yaml"
    data.write_text("title: '*x* <b> $a$ :smile:'\nsectr: 1\n...\n", "utf-8")
    app = visit(data=data)
    assert any("cannot be read" in text for text in texts(app))
    assert any("figures.yaml:2" in text for text in texts(app))
    assert part(app, "watch")["mark"]
    assert not app.markdown


def test_a_catalogue_that_breaks_later_keeps_its_last_good_edition(visit, folder):
    data = folder / "figures.yaml"
    app = visit(data=data)
    data.write_bytes(data.read_bytes()[:-200])
    store.shared()._patience = store.shared()._until = 0.0
    app.run()
    assert len(state(app)["ids"]) == 11
    assert any("last good edition" in text and "UTC" in text for text in texts(app))


def test_a_catalogue_of_two_sources_shows_one_at_a_time(visit, folder):
    data = two_sources(folder)
    app = visit(data=data)
    assert len(state(app)["ids"]) == 11
    app.selectbox(key="source-choice").set_value("second").run()
    assert app.query_params["source"] == "second"
    assert state(app)["ids"] == ["second-claim"]
    assert state(visit("claim=second-claim", data=data))["claim"] == "second-claim"


def two_sources(folder):
    import hashlib

    text = "Exports rose to 7 million tonnes in 2020.\n"
    (folder / "sources" / "second.txt").write_text(text, "utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    data = folder / "figures.yaml"
    source = (
        "  - id: second\n    title: Second *source*\n    publisher: Nobody\n    date: 2021-01-01\n    language: en\n"
        f"    path: sources/second.txt\n    sha256: {digest}\n\nmeasures:\n"
    )
    claim = (
        "claims:\n  - id: second-claim\n    source: second\n    sector: Road\n    measure: cargo-volumes\n"
        "    title: Second\n    quote: Exports rose to 7 million tonnes in 2020\n    amounts:\n"
        "      - {value: 7 Mt, text: 7 million tonnes, status: A, period: '2020'}\n"
    )
    written = data.read_text(encoding="utf-8").replace("measures:\n", source, 1).replace("claims:\n", claim, 1)
    data.write_text(written, "utf-8")
    return data


@pytest.mark.parametrize(
    "label", ["Energy", "Cargo volumes, Kazakhstan–China", "2012", "2013 to 2015", "A (b)", "It’s"]
)
def test_plain_labels_become_buttons(label):
    assert page.PLAIN.fullmatch(label)


MARKDOWN = """*x*| _x_|_x_|:red[x]|:smile:|$a$ b$|1. x|- x|a -- b|a--b|<b>|a\\b|`a`|&amp;|www.a.b|[a](b)|a->b|~a~|# a| a
a  b|![](x)|:material/home:|a@b|x^2^"""


@pytest.mark.parametrize("label", re.split(r"[|\n]", MARKDOWN))
def test_labels_that_markdown_would_change_do_not(label):
    assert not page.PLAIN.fullmatch(label)


def test_such_labels_stand_in_a_widget_that_knows_no_markdown(visit, folder):
    data = folder / "figures.yaml"
    text = data.read_text(encoding="utf-8")
    text = text.replace("[Road, Rail, Energy, Expo]", "[':red[x]', Rail, Energy, Expo]").replace(
        "Road\n", "':red[x]'\n"
    )
    data.write_text(text, "utf-8")
    app = visit(data=data)
    app.multiselect(key="sector").set_value([":red[x]"]).run()
    assert state(app)["filters"] == [":red[x]"]
