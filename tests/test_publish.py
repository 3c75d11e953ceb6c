"""The published file, read as bytes: what it holds, and what it lets run."""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import makers
import pytest

from figures import check, export, load
from figures.publish import publish

REAL = load(Path(__file__).parent.parent / "data/figures.yaml")
REPORT = check(REAL)
LIMIT = 1_600_000
"""Bytes that the sample's file may take on the wire."""

HOSTILE = "</script><script>a()</script> </style><img src=x onerror=a()> <!-- **b** [x](javascript:a()) $x$ \u2028 \" '"


def hostile():
    """A catalogue that says the worst wherever it can say something."""
    text = f"Intro {HOSTILE}\nSales rose to 5 t in 2012. {HOSTILE} The end.\n"
    source = makers.source(text, title=HOSTILE, publisher=HOSTILE, rights=HOSTILE)
    claim = makers.claim(
        quote=f"Sales rose to 5 t in 2012. {HOSTILE}",
        sector=HOSTILE,
        title=HOSTILE,
        note=HOSTILE,
        sic=HOSTILE,
        amounts=[makers.amount(label=HOSTILE)],
    )
    event = makers.event(title=HOSTILE, quote="in 2012", text="2012")
    measure = makers.measure(title=HOSTILE)
    return makers.catalogue(
        [claim], [event], sources=(source,), sectors=(HOSTILE, "Trade"), measures=(measure,), title=HOSTILE
    )


class Page(HTMLParser):
    """The elements with their attributes, the text of each script, and the text that is seen."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.seen = ""
        self.inside = ""
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts[-1] += data
        elif self.inside not in {"style", "title"}:
            self.seen += data

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]

    def script(self, id_):
        return next(
            text for attrs, text in zip(self.all("script"), self.scripts, strict=True) if attrs.get("id") == id_
        )

    def meta(self, name):
        return next((a["content"] for a in self.all("meta") if name in (a.get("name"), a.get("property"))), None)

    @property
    def policy(self):
        policy = next(a["content"] for a in self.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
        return {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}


BYTES = publish(REAL, REPORT)
PAGE = Page(BYTES)


def test_the_same_catalogue_gives_the_same_bytes():
    assert BYTES == publish(REAL, check(REAL))


def test_it_is_small_enough():
    assert len(gzip.compress(BYTES, 9)) <= LIMIT


def test_only_scripts_with_their_digest_in_the_policy_can_run_and_nothing_can_be_asked_for():
    runs = [
        text
        for attrs, text in zip(PAGE.all("script"), PAGE.scripts, strict=True)
        if attrs.get("type") in (None, "module")
    ]
    digests = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in runs}

    assert set(PAGE.policy["script-src"]) == digests
    assert PAGE.policy["default-src"] == PAGE.policy["connect-src"] == ["'none'"]
    assert 2 == len(runs)


def test_it_has_no_inline_handler_and_names_nothing_to_fetch():
    attributes = [(tag, name) for tag, attrs in PAGE.elements for name in attrs]

    assert [] == [one for one in attributes if one[1].startswith("on") or one[1] in {"src", "srcset", "style"}]
    assert [] == PAGE.all("link")


def test_without_a_script_it_shows_the_table_the_quotes_and_the_text():
    assert REAL.sources[0].text in PAGE.seen
    for claim in (*REAL.claims, *REAL.events):
        assert f"“{claim.quote}”" in PAGE.seen
    assert len(REAL.amounts) == sum("data-amount" in attrs for attrs in PAGE.all("tr"))


def test_the_page_says_what_it_is():
    data = json.loads(PAGE.script("dataset"))

    assert "en" == PAGE.all("html")[0]["lang"]
    assert "8 amounts from" in PAGE.meta("description")
    assert "Dataset" == data["@type"]
    assert REAL.sources[0].url == data["isBasedOn"][0]["url"]
    assert REAL.digest == data["version"]


def test_open_graph_is_there_only_where_the_address_is_known():
    there = Page(publish(REAL, REPORT, "https://example.org/figures.html#claim=x"))

    assert None is PAGE.meta("og:url")
    assert "https://example.org/figures.html" == there.meta("og:url")
    assert REAL.title == there.meta("og:title")
    assert "https://example.org/figures.html" in json.loads(there.script("record"))["citation"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "figures.html",
        "https://",
        "file:///etc/passwd",
        "http://[::1",
        "https://example.org/a b",
        'https://example.org/"><script>',
        "https://example.org/\n",
        "https://example.org/\0",
    ],
)
def test_an_address_that_is_none_of_the_web_is_refused(url):
    with pytest.raises(ValueError, match="not an address of the web"):
        publish(REAL, REPORT, url)


def test_the_complete_data_package_is_inside():
    assert export.render("datapackage", REAL, REPORT) == base64.b64decode(PAGE.script("package"))


def test_the_rows_of_the_record_are_those_of_the_csv():
    table = csv.reader(io.StringIO(export.render("csv", REAL, REPORT).decode(), newline=""))
    record = json.loads(PAGE.script("record"))
    rows = [["" if cell is None else str(cell) for cell in one["cells"]] for one in record["amounts"]]

    assert list(table) == [[column["name"] for column in record["columns"]], *rows]


def test_every_line_of_data_is_sealed_and_names_its_owner():
    seals = json.loads(PAGE.script("seals"))
    owners = {item.id for item in (*REAL.claims, *REAL.events)} | {REAL.sources[0].id}

    for id_, sealed in seals["blocks"].items():
        lines = PAGE.script(id_).split("\n")
        assert [hashlib.sha256(line.encode()).hexdigest()[:32] for line in lines] == [seal for seal, _ in sealed]
        assert all(names and set(names) <= owners for _, names in sealed)


def test_the_fingerprint_is_that_of_the_list_of_digests():
    assert hashlib.sha256(PAGE.script("seals").encode()).hexdigest() in PAGE.seen


def test_what_a_source_says_never_becomes_markup():
    made = hostile()
    page = Page(publish(made, makers.report(made), "https://example.org/"))

    known = {attrs.get("id") for attrs in PAGE.all("script")}
    assert known - {"yaml"} == {attrs.get("id") for attrs in page.all("script")}
    assert len(PAGE.all("script")) - 1 == len(page.all("script"))
    assert [] == page.all("img")
    assert 1 == len(page.all("style"))
    assert HOSTILE in page.seen
    assert HOSTILE == json.loads(page.script("record"))["title"]
    assert HOSTILE in page.meta("og:title")


def test_a_source_that_could_not_be_read_is_said():
    lost = makers.source(None, problem="it is not there")
    made = makers.catalogue(sources=(lost,))
    page = Page(publish(made, makers.report(made)))

    assert "could not be read" in page.seen
    assert "Not verified" in re.sub(r"\s+", " ", page.seen)
