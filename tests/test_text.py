"""Quotes are found under five equivalences and no other, at the offsets of the stored text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import text
from figures.folding import fold
from figures.model import Span

RELEASE = Path(__file__).parents[1].joinpath("data/sources/akorda-2013-04-08.txt").read_bytes().decode()


def span(start, end):
    return Span(start=start, end=end)


def cut(stored, place):
    return stored[place.start : place.end]


@pytest.mark.parametrize(
    ("stored", "quote", "needed"),
    [
        ("Exports rose to 7 t in May.", "rose to 7 t", ()),
        ("Exports rose to 7\u202ft\nin May.", "rose to 7 t in May", ("white space",)),
        ("Exports rose to 7 t\r\n  in May.", "rose to 7 t in May", ("white space",)),
        ("the “green” line", 'the "green" line', ("quotation marks",)),
        ("Peru’s line", "Peru's line", ("quotation marks",)),
        ("at −7 °C in May", "at -7 °C", ("dashes",)),
        ("exp\u00adorts rose", "exports rose", ("invisible characters",)),
        ("\ufeffexports rose", "exports rose", ()),
        ("Cafe\u0301 sales rose", "Café sales", ("composed letters",)),
        ("Café sales rose", "Cafe\u0301 sales", ("composed letters",)),
        ("the “green”\nline", 'the "green" line', ("white space", "quotation marks")),
        ("exports rose", "  exports rose\n", ()),
    ],
)
def test_quote_matches_and_says_what_it_needed(stored, quote, needed):
    found = text.find(stored, quote)
    assert found.span is not None
    assert found.equivalences == needed


@pytest.mark.parametrize(
    ("stored", "quote"),
    [
        ("it lasted 1½ hours", "it lasted 11/2 hours"),
        ("some 10⁶ grains", "some 106 grains"),
        ("the ﬁnal tally", "the final tally"),
        ("Exports rose", "exports rose"),
        ("the straße opened", "the strasse opened"),
        ("a loss of 2,5 t", "a loss of 2.5 t"),
        ("grew by 7 t", "grew by -7 t"),
        ("grew by +7 t", "grew by -7 t"),
        ("a 7²\u0323 sign", "a 72\u0323 sign"),
        ("Exports rose by 7 t in May", "Exports rose ... in May"),
        ("Еxports rose", "Exports rose"),
        ("", "Exports rose"),
        ("Exports rose", " \u200b "),
        ("Exports \u202erose", "Exports rose"),
    ],
)
def test_what_is_not_the_same_does_not_match(stored, quote):
    assert text.find(stored, quote).spans == ()


@pytest.mark.parametrize(
    ("stored", "quote"),
    [
        ("in 213 ports", "13 ports"),
        ("fell by 6.2 %", "fell by 6"),
        ("fell by 6,200", "fell by 6"),
        ("fell by 6.2 %", "2 %"),
        ("a change of −6 %", "6 %"),
        ("a change of .6 %", "6 %"),
        ("between 3–6 %", "6 %"),
        ("a ratio of 3/6", "a ratio of 3"),
        ("seaports grew", "ports grew"),
        ("ports don’t grow", "ports don"),
        ("10² grains", "10"),
        ("a circled 7\u20dd", "a circled 7"),
        ("2\u200b13 ports", "13 ports"),
    ],
)
def test_place_that_cuts_a_word_or_number_is_no_place(stored, quote):
    found = text.find(stored, quote)
    assert found.spans == ()
    assert len(found.cut) == 1


@pytest.mark.parametrize(
    ("stored", "quote"),
    [
        ("countries—12 of them", "12 of them"),
        ("(12 ports)", "12 ports"),
        ("In 2012, 5 t", "2012"),
        ("route E-40.", "40"),
    ],
)
def test_dash_or_point_beside_a_number_that_is_no_part_of_it_is_an_edge(stored, quote):
    assert text.find(stored, quote).span is not None


def test_repeated_quote_is_told_apart_by_its_context():
    assert len(text.find(RELEASE, "EXPO 2017").spans) == 2
    assert text.find(RELEASE, "EXPO 2017", prefix="a major theme during ").span == span(3258, 3267)
    assert text.find(RELEASE, "EXPO 2017", prefix="while hosting the").span == span(2694, 2703)
    assert text.find(RELEASE, "two countries", suffix=" has exceeded").span == span(797, 810)
    assert text.find(RELEASE, "two countries", prefix="our", suffix="are already").spans == ()


def test_space_of_a_context_counts_where_it_is_given():
    stored = "(5 t) and ( 5 t)"
    assert text.find(stored, "5 t", prefix="( ").span == span(12, 15)
    assert len(text.find(stored, "5 t", prefix="(").spans) == 2


def test_context_may_begin_and_end_inside_a_word():
    assert text.find("one ton here, one ton there", "ton", prefix="re, one ", suffix=" the").span == span(18, 21)


def test_long_text_is_searched_by_its_rarest_word():
    lines = [f"Line {n} carried {n * 7} passengers in the year." for n in range(2000)]
    stored = "\n".join(lines)
    folded = fold(stored)
    for n in (0, 77, 1999):
        place = text.find(folded, lines[n]).span
        assert place is not None
        assert cut(stored, place) == lines[n]
    assert text.find(folded, "carried").spans[0] == span(7, 14)
    assert len(text.find(folded, "carried").spans) == text.MOST_HITS
    assert text.find(folded, "passengers", prefix="carried 77 ").span is not None
    assert text.find(folded, "Line 2000 carried").spans == ()


@settings(deadline=None)
@given(st.text(alphabet="ab 1.\n\u00a0“”'’-–é\u0301e\u00ad\u200b", max_size=40), st.data())
def test_cut_out_piece_is_found_where_it_was(stored, data):
    start = data.draw(st.integers(0, len(stored)))
    end = data.draw(st.integers(start, len(stored)))
    quote = stored[start:end].strip()
    places = text.find(stored, quote)
    wanted = fold(quote).folded.strip()
    for place in places.spans:
        assert fold(cut(stored, place)).folded.strip() == wanted


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Rail", "road", "12", "4.5", "Mt,", "“east”", "Khorgos–Altynkol", "café"]), min_size=4)
)
def test_rewritten_quote_is_found_at_the_stored_offsets(words):
    stored = "before " + " ".join(words) + " after"
    rewritten = unicodedata.normalize("NFD", "\n ".join(words)).translate({0x201C: '"', 0x201D: '"', 0x2013: "-"})
    found = text.find(stored, rewritten)
    assert span(7, len(stored) - 6) in found.spans


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=len(RELEASE) - 1), st.sampled_from("qz7%"))
def test_one_changed_character_is_noticed(at, new):
    quote = RELEASE[max(0, at - 30) : at + 30].strip()
    if not RELEASE[at].isspace():
        changed = RELEASE[:at] + new + RELEASE[at + 1 :]
        assert text.find(changed, quote).spans == ()


def test_says_where_a_quote_stops_agreeing():
    found = text.agreeing(fold("Output fell by 3.4 % in May"), "Output fell by 3.5 % in May")
    assert found == ("Output fell by", "3.4 % in May", "3.5 % in May")
    assert text.agreeing(fold("Output fell"), "Entirely other words") == ("", "", "Entirely other")
