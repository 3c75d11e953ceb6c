"""Sentences are what a reader takes for one; lines are counted as editors do."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.sentences import Lines, split

RELEASE = Path(__file__).parents[1].joinpath("data/sources/akorda-2013-04-08.txt").read_bytes().decode()


def cut(stored, place):
    return stored[place.start : place.end]


def test_sentences_of_the_release():
    pieces = [cut(RELEASE, place) for place in split(RELEASE)]
    assert pieces[3] == "8 April 2013"
    assert pieces[7].startswith("According to the estimates, the highway")
    assert pieces[10].endswith("25 million tonnes annually.")
    assert len(pieces) == 29


@pytest.mark.parametrize(
    ("stored", "pieces"),
    [
        ("It rose to 4.5 t. It fell.", ["It rose to 4.5 t.", "It fell."]),
        ("Mr. Smith of the U.S. Navy left.", ["Mr. Smith of the U.S. Navy left."]),
        ("He said “yes.” Then he left!", ["He said “yes.”", "Then he left!"]),
        (
            "It held 5 V. The other was at 12 °C. Both worked.",
            ["It held 5 V.", "The other was at 12 °C.", "Both worked."],
        ),
        ("It drew 3.5\u00a0A. J. Smith saw it.", ["It drew 3.5\u00a0A.", "J. Smith saw it."]),
        ("Exports\n\nThey rose", ["Exports", "They rose"]),
        ("Port\t12\nRail\t13\n", ["Port\t12", "Rail\t13"]),
        (
            "A line of prose that is wrapped by the hand of its author\ngoes on in the next line.",
            ["A line of prose that is wrapped by the hand of its author\ngoes on in the next line."],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(stored, pieces):
    assert [cut(stored, place) for place in split(stored)] == pieces


def test_lines_count_as_editors_do():
    lines = Lines("one\ntwo\r\nthree\rfour")
    assert [lines.at(offset) for offset in (0, 3, 4, 9, 15)] == [(1, 1), (1, 4), (2, 1), (3, 1), (4, 1)]
