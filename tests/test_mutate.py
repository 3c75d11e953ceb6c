"""The mutation score of the real catalogue, and that it can be less than perfect."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from small import CLAIM, REAL, catalogue, one

from figures.model import Nature, Status
from figures.mutants import KINDS
from figures.mutate import mutate

SCORE = mutate(REAL)


def test_every_change_of_the_real_catalogue_is_caught():
    assert [change for change in SCORE.changes if not change.caught_by] == []
    assert SCORE.survivors == ()
    assert SCORE.unscored == ()


def test_every_kind_of_change_is_tried_and_counted():
    counts = SCORE.by_kind()
    assert tuple(counts) == KINDS
    assert sum(made for _, made in counts.values()) == len(SCORE.changes) > 1000
    assert all(caught == made for caught, made in counts.values())
    assert counts["sign"] == (8, 8)
    assert counts["bound"] == (40, 40)
    assert counts["role"] == (32, 32)


def test_every_letter_of_every_quote_is_changed():
    letters = sum(len("".join(item.quote.split())) for item in (*REAL.claims, *REAL.events))
    assert SCORE.by_kind()["quote"] == (letters, letters)
    assert {change.caught_by for change in SCORE.changes if change.kind == "quote"} == {"quote-verbatim"}


def test_score_is_the_same_each_time():
    assert mutate(REAL) == SCORE


def test_survivor_is_named():
    text = "There would soon be room for 5 mines of it."
    score = mutate(catalogue(one(text, "5", "5 mine", "nature: potential\n      undated: Not said."), text=text))
    assert {(change.subject, change.kind, change.what) for change in score.survivors} == {
        ("one.1", "nature", "potential to capacity"),
        ("one.1", "nature", "potential to plan"),
        ("one.1", "nature", "potential to none"),
        ("one.1", "nature", "potential to count"),
    }


def test_code_given_or_left_out_is_caught_or_true():
    every = {(change.subject, change.kind, change.what) for change in (*SCORE.changes, *SCORE.still_true)}
    for amount in REAL.amounts:
        for kind, codes in (("status", get_args(Status)), ("nature", get_args(Nature))):
            given = getattr(amount, kind)
            for code in codes:
                tried = {f"{given} to none"} if given else {f"none to {code}"}
                assert {(amount.id, kind, what) for what in tried} <= every
    assert {(one.subject, one.what, one.true_because) for one in SCORE.still_true} == {
        ("cargo-change.1", "none to flow", "its unit, its period or a word of the source allows it"),
        ("cargo-change.2", "none to E", "words of the source allow it"),
        ("rail-2012.1", "flow to none", "it says less, and nothing false"),
        ("route-forecast.1", "flow to none", "it says less, and nothing false"),
        ("route-capacity.1", "none to A", "the source says it without any word of doubt"),
        ("power-count.1", "none to F", "words of the source allow it"),
        ("power-worth.1", "none to F", "words of the source allow it"),
    }


@pytest.mark.parametrize(
    ("text", "given", "change", "true"),
    [
        ("They sold 5 t of ore.", "status: A", "A to none", True),
        ("They sold 5 t of ore.", "status: A", "none to flow", True),
        ("They sold 5 t of ore.", "status: A", "none to plan", False),
        ("It weighs 5 t in all.", "status: A", "none to flow", False),
        ("It weighs perhaps 5 t.", "status: E", "E to none", False),
    ],
)
def test_only_what_the_words_allow_is_still_true(text, given, change, true):
    score = mutate(catalogue(one(text, "5 t", "5 t", f"{given}\n      undated: Not said."), text=text))
    assert (change in {one.what for one in score.still_true}) is true


@pytest.mark.parametrize(
    ("text", "words", "given", "change", "true"),
    [
        ("They sold 5 ships in May 2019.", "5 ship", "status: A\n      period: 2019-05", "none to count", True),
        ("They sold 5 ships last year.", "5 ship", 'status: A\n      period: "2019"', "2019 to none", True),
        ("They sold 5 ships in 2019.", "5 ship", 'status: A\n      period: "2019"', "2019 to none", False),
        ("They sold 5 ships in May.", "5 ship", "status: A\n      undated: So.", "A to F", False),
        ("It has about 5 ships.", "5 ship", 'status: A\n      bound: "~"\n      undated: So.', "A to E", True),
        ("They sold just 5 ships.", "5 ship", "status: A\n      undated: So.", "A to E", False),
    ],
)
def test_change_that_is_as_true_is_named_and_not_scored(text, words, given, change, true):
    score = mutate(catalogue(one(text, "5 ships", words, given), text=text))
    assert (change in {one.what for one in score.still_true}) is true
    assert score.survivors == ()


def test_what_fails_already_is_not_scored():
    score = mutate(catalogue(CLAIM.replace("value: 8 Mt", "value: 9 Mt")))
    assert score.unscored == ("ore",)
    assert score.changes == ()


def test_failure_elsewhere_does_not_pass_for_a_catch():
    text = "They sold 5 mines. They also have 6 t of it."
    score = mutate(catalogue(one("They sold 5 mines", "5", "5 mine", "status: A\n      undated: So."), text=text))
    assert score.by_kind()["digit of the value"] == (9, 9)
    assert "mention-accounted" not in {change.caught_by for change in score.changes}


def test_claims_with_one_quote_exchange_their_amounts():
    powers = [claim for claim in REAL.claims if claim.id.startswith("power-")]
    score = mutate(replace(REAL, claims=tuple(powers), events=()))
    exchanged = [change for change in score.changes if change.kind == "exchange"]
    assert {(change.subject, change.what) for change in exchanged} == {
        ("power-count.1, power-worth.1", "value"),
        ("power-count.1, power-worth.1", "text"),
    }
