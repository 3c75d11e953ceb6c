"""Problems as a user reads them: one line each, in order, with nothing that acts on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.errors import MOST_PROBLEMS, CatalogueError, Problem, Problems, escaped, shown
from figures.model import Place


def made(**changes):
    place = Place(file="data/figures.yaml", line=212, column=14)
    given_ = {"place": place, "path": "claims[17].value", "expected": "a number", "got": "'1e9'"}
    return Problem(**given_ | changes)


def test_a_problem_is_one_line_with_its_address():
    assert str(made()) == "data/figures.yaml:212:14 claims[17].value: expected a number, got '1e9'"


def test_a_cure_follows_a_semicolon():
    line = "data/figures.yaml:212:14 claims[17].value: expected a number, got '1e9'; did you mean '9'?"
    assert line == str(made(cure="did you mean '9'?"))


def test_a_problem_of_the_whole_file_has_no_path():
    assert str(made(path="", expected="UTF-8", got="")) == "data/figures.yaml:212:14 expected UTF-8"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain – “text” €", "plain – “text” €"),
        ("\x1b[2J", r"\x1b[2J"),
        ("a\nb\tc\rd", r"a\nb\tc\rd"),
        ("\u202egnp", r"\u202egnp"),
        ("\xa0value", r"\xa0value"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("\x00\x7f\x85\xad", r"\x00\x7f\x85\xad"),
    ],
)
def test_what_cannot_be_seen_is_written_as_an_escape(text, seen):
    assert seen == escaped(text)
    assert seen in str(made(got=text))


def test_a_long_text_is_shown_by_its_beginning():
    assert f"'{'x' * 60}…'" == shown("x" * 61)
    assert f"'{'x' * 60}'" == shown("x" * 60)


@settings(deadline=None)
@given(st.text(st.characters()), st.text(st.characters()))
def test_a_message_is_one_printable_line_that_can_be_written(got, cure):
    line = str(made(got=got, cure=cure))
    assert [line] == line.splitlines()
    assert line == line.encode().decode()
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"}


def test_problems_are_told_in_the_order_of_the_file():
    problems = Problems("a.yaml")
    for at in ((3, 1), (1, 9), (1, 2)):
        problems.add(at, "", "order")
    with pytest.raises(CatalogueError) as caught:
        problems.settle()
    assert [line.split()[0] for line in str(caught.value).splitlines()] == ["a.yaml:1:2", "a.yaml:1:9", "a.yaml:3:1"]


def test_without_a_problem_nothing_is_raised():
    Problems("a.yaml").settle()


def test_reading_ends_after_very_many_problems():
    problems = Problems("a.yaml")
    for line in range(1, MOST_PROBLEMS + 1):
        problems.add((line, 1), "", "less")
    with pytest.raises(CatalogueError) as caught:
        problems.add((9999, 1), "", "less")
    assert len(caught.value.problems) == MOST_PROBLEMS + 1
    assert str(caught.value.problems[-1]) == "a.yaml:9999:1 expected at most 1000 problems, got more"
