"""A word tells what a number is only where it governs it; elsewhere it allows, and obliges to nothing."""

from __future__ import annotations

import pytest
from small import catalogue, failures, one
from test_checks_words import proposed

from figures.reading import scan

MEANING = {"amount-status", "amount-nature", "amount-denied"}


def refused(sentence, rest):
    """The rules on meaning that refuse the last quantity of a sentence with this status or nature."""
    mention = [one for one in scan(sentence) if one.kind == "quantity"][-1]
    claims = one(sentence, mention.text, f"{mention.value:f} {mention.unit}", f"{rest}\n      undated: Not said.")
    return failures(catalogue(claims, text=sentence), "") & MEANING


@pytest.mark.parametrize(
    "sentence",
    [
        "Income of $5 million beat all forecasts.",
        "Some ships leaked, 5 mines flooded, as expected.",
        "He will be known for his 5 ships.",
        "The owner will stand in court after 5 ships sank.",
        "The boat is believed lost with 5 ships near it.",
        "The widow's will divided $5 million.",
        "The club lost 3 goals and 5 ships.",
        "The 5 scheduled ships left.",
        "The target company had sales of $5 million.",
        "The planned economy grew 5%.",
        "Capacity use fell to 5%.",
        "The tank's capacity fell by 5%.",
        "The wire has a potential of 5 V.",
        "It is possibly the best catch, 5 t of it.",
        "The loss of 5 t could not be explained.",
        "Prices went up, above the 5% target.",
        "The firm plans to close after losing $5 million.",
        "A possible sale follows a loss of $5 million.",
        "She might appeal against the $5 million fine.",
        "He proposed to her 5 years ago.",
        "She could not recall taking $5 million.",
        "It would be the first strike in 5 years.",
        "The bridge was planned long ago and cost $5 million.",
        "The 5 ships are expected to sail.",
        "The mill with 5 ships will close.",
        "The mill that lost $5 million will close.",
        "The mill, whose 5 ships will be sold, is shut.",
        "It shipped the 5 t planned for May.",
        "The group he guided in May lost 5 ships.",
        "The mill that wants to close sold 5 t.",
        "He asked if the man who sold 5 t was there.",
    ],
)
def test_word_that_does_not_govern_a_number_obliges_to_nothing(sentence):
    assert refused(sentence, "status: A") == set()
    assert all(one.status in {"A", "", None} and not one.nature for one in proposed(sentence).amounts)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The mill will make 5 t.", "status: F"),
        ("Exports are expected to rise by 5%.", "status: F"),
        ("The bank forecasts growth of 5%.", "status: F"),
        ("The bridge is expected to cost $5 million.", "status: F"),
        ("The mill was to make 5 t.", "status: F"),
        ("It estimates that 5 t was lost.", "status: E"),
        ("The mill plans to sell 5 t.", "nature: plan"),
        ("The target of 5 t is far away.", "nature: plan"),
        ("Its goal is to sell 5 t.", "nature: plan"),
        ("It could reach 5 t.", "nature: potential"),
        ("Its planned capacity is 5 t.", "nature: capacity"),
        ("The firm aims for 5 t.", "nature: plan"),
        ("The target for wheat is 5 t.", "nature: plan"),
        ("The forecast for next season was 5 t.", "status: F"),
        ("The firm hopes to sell 5 t.", "nature: plan"),
        ("The state wants to raise sales to 5 t.", "nature: plan"),
        ("The firm seeks to raise $5 million.", "nature: plan"),
        ("They promised us 5 ships.", "nature: plan"),
        ("Traders had pencilled in $5 million.", "status: F"),
        ("The office reckons on sales of 5 t.", "status: F"),
        ("Sales are on course for 5 t.", "status: F"),
        ("Sales look set to reach 5 t.", "status: F"),
        ("It may carry as much as 5 t.", "nature: potential"),
        ("Five ships are planned for the bay.", "nature: plan"),
        ("Here they build; another 5 ships are under construction.", "nature: plan"),
        ("Five ships are expected to sail.", "status: F"),
        ("Five mines are believed to have closed.", "status: E"),
        ("Five mines could close in the north.", "nature: potential"),
        ("By May, 5 mines will close.", "status: F"),
        ("Sales missed the 5 t expected by traders.", "status: F"),
        ("It spent twice the $5 million budgeted in May.", "nature: plan"),
        ("Sales fell short of the 5 t guided in May.", "status: F"),
        ("Ask whether the mill sold 5 t.", "nature: potential"),
        ("If it sold 5 t, nobody knew.", "nature: potential"),
    ],
)
def test_word_that_governs_a_number_obliges(sentence, code):
    assert refused(sentence, code) == set()
    assert refused(sentence, "status: A")


def test_target_of_a_comparison_may_be_a_plan():
    assert refused("Prices rose to 6%, above the 5% target.", "nature: plan") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "It would have sold 5 t.",
        "It would, they say, have sold 5 t.",
        "Nearly 5 ships would have sunk.",
        "She should have been paid $5 million.",
        "The sale was to have brought $5 million.",
        "The mill wishes it had sold 5 t.",
        "If the mill had sold 5 t, it would be open.",
        "Five ships may have sunk.",
        "They might well have lost 5 t.",
        "The mill should make 5 t by then.",
    ],
)
def test_what_did_not_happen_is_not_reported(sentence):
    bound = "\n      bound: '~'" if "Nearly" in sentence else ""
    assert refused(sentence, f"status: A{bound}") >= {"amount-status"}
    assert "amount-status" not in refused(sentence, f"status: F{bound}")
    assert proposed(sentence).amounts == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill, which would have closed, sold 5 t.",
        "It would have closed had it not sold 5 t.",
        "It is said to have sold 5 t.",
        "It has sold 5 t.",
        "It should have closed after it sold 5 t.",
        "It would have cost the 5 ships.",
        "The last 5 ships may have left.",
        "I wish I had known that it costs $5 million.",
        "I wish I had known it costs $5 million.",
    ],
)
def test_what_did_happen_stays_reported(sentence):
    assert refused(sentence, "status: A") == set()


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Sales came to 3 t, short of the 8 t planned in May; costs were 5 t.", "status: F"),
        ("The bridge might fall. The mill sold 5 t.", "status: F"),
        ("The bridge was planned here. The mill sold 5 t.", "nature: plan"),
        ("In May the mill sold 5 t.", "status: F"),
        ("The reserves came to 5 t.", "status: F"),
        ("It holds up to 5 t.", "status: F"),
    ],
)
def test_word_that_speaks_of_something_else_allows_nothing(sentence, rest):
    bound = "\n      bound: '<='" if "up to" in sentence else ""
    assert refused(sentence, rest + bound)
    assert refused(sentence, f"status: A{bound}") == set()


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("A forecast\n\nThe mill sells 5 t.", "status: F"),
        ("A plan was made. It has 5 t in it.", "nature: plan"),
        ("Our guidance is for 5 t.", "status: F"),
        ("Budget approved: 5 t.", "status: F"),
    ],
)
def test_word_close_by_allows(sentence, rest):
    assert refused(sentence, rest) == set()
