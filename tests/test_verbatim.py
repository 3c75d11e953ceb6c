"""Whatever spelling finds a quote, what is taken home has the stored text's own characters."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
import small
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import check, cite, export, view
from figures.frame import records, to_frame
from figures.publish.record import record
from figures.verbatim import verbatim

# What the text has, and what a curator's keyboard makes of it.
STORED = {
    "a no-break space": "In 2014, Lulea\N{NO-BREAK SPACE}shipped 40\N{NO-BREAK SPACE}thousand tonnes.",
    "thin spaces": "In 2014, Lulea shipped 40\N{THIN SPACE}thousand\N{NARROW NO-BREAK SPACE}tonnes.",
    "a line break": "In 2014, Lulea shipped 40 thousand\ntonnes.",
    "a Windows line break": "In 2014, Lulea\r\nshipped 40 thousand tonnes.",
    "two spaces": "In 2014, Lulea  shipped 40 thousand tonnes.",
    "curled quotation marks": "In 2014, “Lulea” shipped 40 thousand tonnes of Kiruna’s ore.",
    "low quotation marks": "In 2014, „Lulea“ shipped 40 thousand tonnes.",
    "an en dash": "In 2014, the Lulea\N{EN DASH}Narvik line carried 40 thousand tonnes.",
    "a soft hyphen": "In 2014, Lulea ship\N{SOFT HYPHEN}ped 40 thousand tonnes.",
    "a zero-width space": "In 2014, Lulea\N{ZERO WIDTH SPACE} shipped 40 thousand tonnes.",
    "a letter in two parts": "In 2014, Lulea\N{COMBINING RING ABOVE} shipped 40 thousand tonnes.",
}


def typed(stored):
    """The same words from a keyboard: plain spaces, marks and dashes, nothing unseen, letters composed."""
    plain = str.maketrans("“”„‘’\N{EN DASH}", '"""\'\'-', "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}")
    return unicodedata.normalize("NFC", " ".join(stored.translate(plain).split()))


def made(stored):
    quote = typed(stored).removesuffix(".").replace('"', '\\"')
    event = f"""
- {{id: shipping, source: note, sector: Trade, title: S, course: happened, date: "2014", text: "2014",
   quote: "{quote}"}}
"""
    rest = 'status: A\n      period: "2014"'
    return small.catalogue(
        small.one(quote, "40 thousand tonnes", "40000 t", rest), text=f"Port.\n\n{stored}\n", events=event
    )


CASES = pytest.mark.parametrize("stored", STORED.values(), ids=STORED)


@CASES
def test_every_text_that_is_taken_home_is_a_stretch_of_the_stored_text(stored):
    catalogue = made(stored)
    report = check(catalogue)
    text = catalogue.sources[0].text
    quote = stored.removesuffix(".")
    (row,) = records(to_frame(catalogue, report))

    assert row["verified"] == "passed"
    assert row["quote"] == quote == text[row["quote_start"] : row["quote_end"]]
    assert row["words"] in quote
    assert text[row["number_start"] : row["number_end"]] in row["words"]
    assert row["citation"].startswith(f"“{one_line(quote)}” — ")


@CASES
def test_each_file_says_it_in_the_same_characters(stored):
    catalogue = made(stored)
    report = check(catalogue)
    quote = stored.removesuffix(".")
    table = list(csv.DictReader(io.StringIO(export.render("csv", catalogue, report).decode(), newline="")))
    cited = json.loads(export.render("csl", catalogue, report))
    bibtex = export.render("bibtex", catalogue, report).decode()

    assert [row["quote"] for row in table] == [quote]
    assert [item["note"] for item in cited[1:]] == [f"Quoted: “{one_line(quote)}”"] * 2
    assert bibtex.count(one_line(quote)) == 2


@CASES
def test_the_page_shows_it_in_the_same_characters(stored):
    catalogue = made(stored)
    report = check(catalogue)
    quote = stored.removesuffix(".")
    document = view.document(catalogue, report, "note")
    sealed = record(catalogue, report, {"note": document}, "")

    for card in document["items"].values():
        assert "".join(piece["t"] for piece in card["pieces"]) == quote
        assert quote in card["sentence"]
        assert one_line(quote) in card["citation"]
    assert [item["words"] for item in sealed["claims"]] == [quote] * 2
    assert {item["quote"]["text"] for item in sealed["claims"]} == {quote}


def one_line(quote):
    """A citation is one line; nothing else of the quote changes."""
    return quote.replace("\r\n", " ").replace("\n", " ")


def test_what_was_not_found_stays_as_the_curator_wrote_it():
    catalogue = small.catalogue(small.one("In 2014, nobody shipped 40 t", "40 t", "40 t"), text="Nothing.\n")

    assert verbatim(catalogue, check(catalogue)).claims == catalogue.claims


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from([" ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\n", " \n", "\N{SOFT HYPHEN} "]),
        min_size=6,
        max_size=6,
    )
)
def test_any_mixture_of_spaces_is_kept(gaps):
    words = "In 2014, Lulea shipped 40 thousand tonnes.".split()
    stored = "".join(map("".join, zip(words, [*gaps, ""], strict=True)))
    catalogue = made(stored)
    (row,) = records(to_frame(catalogue, check(catalogue)))

    assert row["quote"] == stored.removesuffix(".")
    assert cite.plain(catalogue.sources[0], verbatim(catalogue, check(catalogue)).claims[0]) == row["citation"]
