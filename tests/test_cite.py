"""Citations, as their readers read them; the link to the very words; the verdict's name."""

from __future__ import annotations

import contextlib
import html
import json
import re
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import bibtexparser
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import claim, event, source
from pylatexenc.latex2text import LatexNodes2Text

from figures import check, cite, load
from figures.model import Span
from figures.version import VERSION

ROOT = Path(__file__).parent.parent
REAL = load(ROOT / "data/figures.yaml")
RELEASE = REAL.sources[0]
HOSTILE = [
    "100 % of A & B_c #1",
    "{x} and {",
    "}{",
    "~ ^ \\ $5 \\alpha \\%",
    "@misc{x, title = 1}",
    "say \"so\", it''s",
    "a -- b --- c ``d'' <<e>> ,,f",
    "Қазақстан · 中国 · café",
    "two\nlines",
]


def fields(entry):
    read = bibtexparser.parse_string(entry)
    assert read.failed_blocks == []
    (found,) = read.entries
    return found.key, {field.key: field.value for field in found.fields}


def from_latex(text):
    """What LaTeX prints; the decoder knows neither the names of the braces nor the plain circumflex."""
    text = text.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return LatexNodes2Text().latex_to_text(text.replace(r"\textasciicircum{}", "\x1b")).replace("\x1b", "^")


def bibliography(items):
    data = CiteProcJSON(json.loads(json.dumps(items)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    read = CitationStylesBibliography(style, data, formatter.plain)
    for item in items:
        read.register(Citation([CitationItem(item["id"])]))
    return [str(line) for line in read.bibliography()]


def test_the_checker_is_named_with_the_packages_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert project["tool"]["hatch"]["version"] == {"path": "figures/version.py"}
    assert f"cited-figures {VERSION}" == cite.checker()


def test_a_source_is_cited_by_publisher_title_date_and_address():
    assert cite.plain(source()) == "An office, “A report”, 8 April 2013, https://example.org/report"


def test_a_claim_is_cited_by_its_quote_and_its_source():
    cited = "“Sales rose to 5 t in 2012” — An office, “A report”, 8 April 2013, https://example.org/report"

    assert cited == cite.plain(source(), claim())
    assert cited == cite.plain(source(), event())


def test_what_is_unknown_is_left_out_of_a_citation():
    unknown = source(publisher="undecided", date="undecided", language="undecided", url="")

    assert cite.plain(unknown) == "“A report”"
    assert fields(cite.bibtex(unknown)) == ("report", {"title": "{A report}"})
    assert cite.csl(unknown) == {"id": "report", "type": "document", "title": "A report"}


def test_a_title_of_one_letter_is_a_title():
    assert "“X”" in cite.plain(source(title="X"))
    assert fields(cite.bibtex(source(title="X", publisher="X")))[1]["author"] == "{X}"


def test_the_release_is_cited_in_bibtex():
    key, found = fields(cite.bibtex(RELEASE))

    assert key == "akorda-2013-04-08"
    assert {
        "title": f"{{{RELEASE.title}}}",
        "author": f"{{{RELEASE.publisher}}}",
        "language": "en",
        "url": RELEASE.url,
        "year": "2013",
        "month": "apr",
        "day": "8",
    } == found


def test_a_date_of_access_is_never_invented():
    assert "urldate" not in cite.bibtex(RELEASE, REAL.claims[0])
    assert "accessed" not in cite.csl(RELEASE, REAL.claims[0])


@pytest.mark.parametrize("text", HOSTILE)
def test_bibtex_gives_back_what_latex_could_misread(text):
    _, found = fields(cite.bibtex(source(title=text, publisher=text), claim(quote=text)))
    line = " ".join(text.split())

    assert line == from_latex(found["title"][1:-1])
    assert line == from_latex(found["author"][1:-1])
    assert f"Quoted: “{line}”" == from_latex(found["note"])


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_title_makes_a_whole_entry(title):
    key, found = fields(cite.bibtex(source(title=title)))

    assert key == "report"
    assert {"title", "author", "language", "url", "year", "month", "day"} - set(found) <= {"title"}
    assert "title" in found or title.strip() == "undecided"


def test_an_address_cannot_end_its_field():
    _, found = fields(cite.bibtex(source(url="https://example.org/{a}%20_b?c=d&e=}\\#f")))

    assert found["url"] == "https://example.org/%7Ba%7D%20_b?c=d&e=%7D%5C#f"


@pytest.mark.parametrize(
    ("edtf", "bibtex", "parts"),
    [
        ("2013", {"year": "2013"}, {"date-parts": [[2013]]}),
        ("2013-04", {"year": "2013", "month": "apr"}, {"date-parts": [[2013, 4]]}),
        ("2013-04-08", {"year": "2013", "month": "apr", "day": "8"}, {"date-parts": [[2013, 4, 8]]}),
        ("2015~", {"year": "about 2015"}, {"date-parts": [[2015]], "circa": True}),
        ("2013/2015", {"year": "2013 to 2015"}, {"date-parts": [[2013], [2015]]}),
        ("../2013", {"year": "until 2013"}, {"literal": "until 2013"}),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(edtf, bibtex, parts):
    _, found = fields(cite.bibtex(source(date=edtf)))

    assert bibtex == {name: value for name, value in found.items() if name in {"year", "month", "day"}}
    assert parts == cite.csl(source(date=edtf))["issued"]


def test_keys_are_made_of_ids():
    assert cite.key(source()) == "report"
    assert cite.key(source(), claim()) == "report.sales"


def test_a_csl_processor_reads_every_citation_of_the_release():
    items = [cite.csl(RELEASE), *(cite.csl(RELEASE, item) for item in (*REAL.claims, *REAL.events))]

    lines = bibliography(items)

    assert len(items) == len(lines)
    assert all(line.startswith(f"{RELEASE.publisher} (2013) {RELEASE.title}") for line in lines)


@pytest.mark.parametrize("text", HOSTILE)
def test_csl_keeps_every_title_as_it_is(text):
    assert text == json.loads(json.dumps(cite.csl(source(title=text))))["title"]


@pytest.mark.parametrize(
    "url",
    ["", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org", "https://", "http://["],
)
def test_only_an_address_of_the_web_is_an_address(url):
    assert cite.address(source(url=url)) == ""
    assert cite.link(source(url=url), Span(start=0, end=5)) == ""


def directive(text, quoted, nth=0):
    start = [found.start() for found in re.finditer(re.escape(quoted), text)][nth]
    link = cite.link(source(text), Span(start=start, end=start + len(quoted)))
    assert link.startswith("https://example.org/report#:~:text=")
    return link.partition("text=")[2]


@pytest.mark.parametrize(
    ("text", "quoted", "nth", "expected"),
    [
        ("It rose to 5 t.", "rose to 5 t", 0, "rose%20to%205%20t"),
        ("A well-known, big & old one.", "well-known, big & old", 0, "well%2Dknown%2C%20big%20%26%20old"),
        ("100 % of it", "100 % of", 0, "100%20%25%20of"),
        ("Цена 5 т", "Цена", 0, "%D0%A6%D0%B5%D0%BD%D0%B0"),
        ("He said 5 t. She said 5 t.", "said 5 t", 0, "He-,said%205%20t,-.%20She"),
        ("He said 5 t. She said 5 t.", "said 5 t", 1, "She-,said%205%20t"),
        ("He SAID 5 t. She said 5 t.", "said 5 t", 0, "She-,said%205%20t"),
        ("So he said 5 t. And so he said 5 t.", "said 5 t", 1, "And%20so%20he-,said%205%20t"),
        ("He said 5 t here.\nHe said 5 t there.", "He said 5 t", 1, "here.-,He%20said%205%20t"),
        ("said 5 t, once. said 5 t, twice.\n", "said 5 t", 1, "once.-,said%205%20t"),
        ("x of 5 t\nb\nx of 5 t\nc", "x of 5 t", 0, "x%20of%205%20t"),  # no term may leave its line
        ("a\nx of 5 t\na\nx of 5 t more", "x of 5 t", 1, "a-,x%20of%205%20t,-more"),
    ],
)
def test_a_link_names_the_words_and_what_tells_them_apart(text, quoted, nth, expected):
    assert expected == directive(text, quoted, nth)


@pytest.mark.parametrize(("alike", "told_apart"), [(11, True), (12, False)])
def test_twelve_words_before_tell_a_sentence_apart_and_no_more(alike, told_apart):
    same = " ".join("abcdefghijkl"[:alike])
    text = f"first {same} 5 t\nsecond {same} 5 t"

    found = directive(text, "5 t", 1)

    assert found == (f"second%20{same.replace(' ', '%20')}-,5%20t" if told_apart else "5%20t")


def test_words_over_several_lines_are_given_by_their_ends():
    text = "One two three four five six seven\neight nine ten eleven twelve thirteen."
    quoted = text[:-1]

    assert (
        directive(text, quoted)
        == "One%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen"
    )


def test_an_end_never_leaves_its_line():
    text = "Sales\nfell by 3 t in all of the old big towns\nand\n"

    assert directive(text, text.strip()) == "Sales,and"


def test_few_and_long_words_are_given_by_their_halves():
    quoted = " ".join(f"{letter * 50}" for letter in "abcdefgh")

    start, end = directive(f"{quoted}.", quoted).split(",")

    assert [start.count("%20"), end.count("%20")] == [3, 3]


def test_the_ends_of_long_words_grow_until_the_last_ones_are_the_only_ones():
    middle = "and so on and so forth "
    quoted = f"It began early {middle * 20}and so on and so forth"

    start, end = unquote(directive(f"{quoted}.", quoted)).split(",")

    assert quoted.startswith(start)
    assert quoted.endswith(end)
    assert quoted.count(end) == 1 or len(start) + len(end) + 1 == len(quoted)


def test_the_end_of_an_endless_quote_is_sought_within_reason():
    """Two hundred words are enough: a megabyte of the same two is not searched once for each length."""
    text = "many words " * 50_000

    assert len(cite.link(source(text), Span(start=0, end=len(text)))) < 2_000


TWICE = "It rose to 5 t.\nMeanwhile the port grew.\nIt rose to 5 t. The end.\nThen, at last:\nnothing - or so.\n"


@pytest.mark.parametrize(
    ("quoted", "at"),
    [
        *[(RELEASE.text[span.start : span.end], span.start) for span in check(REAL).quotes.values()],
        ("It rose to 5 t.", TWICE.rindex("It rose")),
        ("Then, at last:\nnothing - or so.", TWICE.index("Then")),
    ],
)
def test_a_browser_that_follows_a_link_shows_the_very_words(browser, quoted, at):
    text = TWICE if TWICE[at:].startswith(quoted) else RELEASE.text
    with served(text) as address:
        page = browser.new_page(viewport={"width": 1000, "height": 600})
        page.goto(cite.link(source(text, url=address), Span(start=at, end=at + len(quoted))))
        line = page.locator(f"#line-{text[:at].count(chr(10))}")
        page.wait_for_function("scrollY > 0")
        top = line.evaluate("(one) => one.getBoundingClientRect().top")
        page.close()

    assert -100 < top < 600


@contextlib.contextmanager
def served(text):
    """The address of a page with a text, each line a paragraph, one far below the other."""
    lines = "".join(f'<p id="line-{n}">{html.escape(line)}</p>' for n, line in enumerate(text.split("\n")))
    page = f"<!doctype html><meta charset=utf-8><style>p {{ margin: 900px 0 }}</style>{lines}".encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_an_address_that_has_a_fragment_keeps_it():
    linked = cite.link(source(url="https://example.org/#part"), Span(start=0, end=5))

    assert linked == "https://example.org/#part:~:text=Sales"


def test_there_is_no_link_without_words_or_text():
    assert cite.link(source(), None) == ""
    assert cite.link(source(None), Span(start=0, end=5)) == ""


WORDS = st.lists(st.sampled_from(["rose", "to", "5", "t", "it", "\n"]), min_size=4, max_size=30)


@settings(deadline=None)
@given(WORDS, st.data())
def test_a_link_has_the_form_of_a_text_directive(words, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        term = r"(?:[A-Za-z0-9_.~]|%[0-9A-F]{2})+"
        found = cite.link(source(text), Span(start=start, end=end)).partition("text=")[2]
        assert re.fullmatch(rf"(?:{term}-,)?{term}(?:,{term})?(?:,-{term})?", found)
