"""The ledger of the release: every mention in order, and the reason for each one left out."""

from __future__ import annotations

from small import REAL, catalogue, one

from figures import ledger
from figures.checks import check
from figures.model import Mention, SetAside

RELEASE = check(REAL).ledgers["akorda-2013-04-08"]

TWENTY = [
    (48, "set aside", "document-date"),
    (313, "set aside", "count-outside-claims"),
    (631, "highway-opens", "date"),
    (665, "set aside", "wording"),
    (720, "cargo-change.1", "amount"),
    (720, "cargo-change.2", "amount"),
    (749, "rail-2012", "period"),
    (797, "set aside", "count-outside-claims"),
    (824, "rail-2012.1", "amount"),
    (915, "crossing-opened", "date"),
    (1092, "delivery-distance.1", "amount"),
    (1164, "route-forecast.1", "amount"),
    (1186, "route-forecast", "period"),
    (1221, "route-capacity.1", "amount"),
    (1513, "power-count.1", "amount"),
    (1556, "power-worth.1", "amount"),
    (2414, "set aside", "part-of-name"),
    (2694, "expo-2017", "name"),
    (2795, "expo-2010", "name"),
    (3258, "set aside", "repeats-another"),
]


def test_the_twenty_mentions_of_the_release():
    found = [(row.mention.start, row.subject or row.state, row.use or row.reason) for row in RELEASE]
    assert found == TWENTY


def test_note_of_what_is_set_aside_is_kept():
    assert [row.note for row in RELEASE if row.reason == "part-of-name"] == ["The Kazakhstan 2050 Strategy."]


def test_number_that_nothing_uses_is_unaccounted():
    made = catalogue(one("They sold 5 t there", "5 t", "5 t"), text="They sold 5 t there and 6 t here.")
    states = [(row.mention.text, row.state) for row in check(made).ledgers["note"]]
    assert states == [("5 t", "curated"), ("6 t", "unaccounted")]


def test_use_comes_before_a_reason():
    mention = Mention(start=0, end=3, text="5 t", number_start=0, number_end=1, kind="quantity")
    aside = SetAside(text="5 t", reason="wording", place=REAL.sources[0].place)
    use = ledger.Use(subject="sales.1", kind="amount")
    (row,) = ledger.rows([mention], {mention.number: use}, {mention.number: aside})
    assert (row.state, row.subject, row.reason) == ("curated", "sales.1", None)
