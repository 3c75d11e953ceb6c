"""The mutation score of the real catalogue, and that it can be less than perfect."""

from __future__ import annotations

from dataclasses import replace

from small import CLAIM, REAL, catalogue, one

from figures.mutate import KINDS, mutate

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
    text = "Here in all are 5 mines of it."
    score = mutate(catalogue(one(text, "5", "5 mine", "nature: potential\n      undated: Not said."), text=text))
    assert {(change.subject, change.kind, change.what) for change in score.survivors} == {
        ("one.1", "nature", f"potential to {nature}") for nature in ("flow", "capacity", "plan", "count")
    }


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
