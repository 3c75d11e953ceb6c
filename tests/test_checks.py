"""Each rule on quotes and amounts, on a small catalogue that breaks it, with the sentence that the curator reads."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small import CLAIM, REAL, ROOT, TEXT, catalogue, failures, one

from figures.checks import check
from figures.model import Span


def test_the_real_catalogue_passes_every_check():
    report = check(REAL)
    assert [str(finding.place) + finding.message for finding in report.failed] == []
    assert len(report) > 100
    assert set(report.quotes) == {item.id for item in (*REAL.claims, *REAL.events)}
    assert set(report.mentions) == {amount.id for amount in REAL.amounts} | {event.id for event in REAL.events}


def test_each_rule_has_a_code_of_its_own_that_stays():
    assert {finding.code for finding in check(REAL)} >= {
        *("amount-bound", "amount-denied", "amount-mention", "amount-nature", "amount-period", "amount-role"),
        *("amount-status", "amount-unit", "amount-value", "apart-measures", "event-course", "event-date"),
        "event-denied",
        *("measure-units", "mention-accounted", "mention-once", "quote-negation", "quote-unique", "quote-verbatim"),
        *("ratio-wording", "set-aside-found", "set-aside-reason", "source-digest", "source-text", "undecided"),
    }


def test_mentions_are_offsets_in_the_source():
    report = check(REAL)
    assert report.mentions["cargo-change.1"].number == Span(start=720, end=722)
    assert report.mentions["cargo-change.2"].number == Span(start=726, end=736)
    assert report.mentions["rail-2012.1"].span == Span(start=824, end=841)
    assert report.quotes["rail-2012"] == Span(start=746, end=841)


def test_every_finding_tells_where_and_every_failure_how_to_cure_it():
    broken = replace(REAL, claims=tuple(replace(claim, quote=claim.quote + " indeed") for claim in REAL.claims))
    report = check(broken)
    assert {finding.place.file for finding in report} <= {
        str(ROOT / "data/figures.yaml"),
        str(ROOT / REAL.sources[0].path),
        str(ROOT / "data" / REAL.sources[0].path),
    }
    assert all(finding.cure for finding in report.failed)
    assert {finding.subject for finding in report.failed} >= {claim.id for claim in REAL.claims}


def test_small_catalogue_is_right_to_begin_with():
    assert failures(catalogue(CLAIM)) == set()


@pytest.mark.parametrize(
    ("old", "new", "code", "sentence"),
    [
        (
            "value: 8 Mt",
            "value: 9 Mt",
            "amount-value",
            "The catalogue says 9 Mt, the source says “8 to 20 million tonnes”, which is 8,000,000 t.",
        ),
        (
            "value: 8 Mt",
            "value: 8 t",
            "amount-value",
            "The catalogue says 8 t, the source says “8 to 20 million tonnes”, which is 8,000,000 t.",
        ),
        (
            "value: 8 Mt",
            "value: -8 Mt",
            "amount-value",
            "The catalogue says -8 Mt, the source says “8 to 20 million tonnes”, which is 8,000,000 t.",
        ),
        (
            "value: 8 Mt",
            "value: 8 million km",
            "amount-unit",
            "The catalogue says 8 million km, in km; the source says “8 to 20 million tonnes”, in t.",
        ),
        ("text: from 8", "text: from 9", "amount-mention", "“from 9” is not in the quote."),
        ("text: from 8", "text: from", "amount-mention", "“from” stands 2 times in the quote."),
        ("text: from 8", "text: Narvik", "amount-mention", "“Narvik” holds no number that the reader finds."),
        (
            "text: from 8",
            "text: 8 to 20 million",
            "amount-mention",
            "“8 to 20 million” holds 2 numbers: “8”, “20 million”.",
        ),
        (
            "text: 20 million tonnes",
            "text: 0 million tonnes",
            "amount-mention",
            "“0 million tonnes” cuts a word or a number of the quote.",
        ),
        (
            "text: 20 million tonnes",
            "text: from 8",
            "mention-once",
            "“8 to 20 million tonnes” is already the mention of ore.1.",
        ),
        (
            "role: from,",
            "role: low,",
            "amount-role",
            "The catalogue says low (the lower end of a range), the words say from (where a change starts): "
            "“from Narvik rose from 8 to 20 million tonnes”.",
        ),
        (
            "role: to,",
            'bound: ">", role: to,',
            "amount-bound",
            "The catalogue says “>” (more than), the words say “=” (the value itself): “from Narvik rose from 8 "
            "to 20 million tonnes”.",
        ),
        (
            "Narvik rose",
            "Narvik fell",
            "quote-verbatim",
            "The quote is not in note: after “Ore exports from Narvik” the source goes on “rose from 8 to”, the "
            "quote “fell from 8 to”.",
        ),
        (
            "Ore exports from",
            "re exports from",
            "quote-verbatim",
            "The quote cuts a word or a number: the source has “…Ore exports from Narvik rose from 8 to 20 "
            "million tonnes. In 2019, t…”.",
        ),
        ("measure: exports", "measure: undecided", "undecided", "The measure of ore is still 'undecided'."),
        (
            "status: A, undated: No year is given.}\n    - {value: 20",
            "status: F, undated: No year is given.}\n    - {value: 20",
            "amount-status",
            "The catalogue says a forecast, the words say reported: “rose”.",
        ),
        (
            "role: to, status: A",
            "role: to, nature: capacity",
            "amount-nature",
            "The catalogue says capacity, but no word near the number does; they say “rose”.",
        ),
        (
            "role: to, status: A",
            "role: to, nature: count",
            "amount-nature",
            "A count has a counted noun for its unit; t is none.",
        ),
        (
            "role: to, status: A",
            "role: to, status: U",
            "amount-status",
            "Status U (low reliability) has no sic note that says why.",
        ),
        (
            "title: Ore exports",
            "title: Ore\n  sic: Odd.",
            "amount-status",
            "The claim has a sic note, but no amount of it is marked U.",
        ),
        (
            "No year is given.}\n    - {value: 20",
            "undecided}\n    - {value: 20",
            "undecided",
            "The period of ore.1 is still 'undecided'.",
        ),
    ],
)
def test_slip_of_the_curator_is_named(old, new, code, sentence):
    assert old in CLAIM
    assert failures(catalogue(CLAIM.replace(old, new)), code)[:1] == [sentence]


def test_failure_stands_at_the_line_of_the_amount():
    report = check(catalogue(CLAIM.replace("value: 20 Mt", "value: 21 Mt")))
    (finding,) = [finding for finding in report.failed if finding.code == "amount-value"]
    assert str(finding.place) == "note.yaml:26"
    assert finding.subject == "ore.2"
    assert finding.cure == "write what the source says; the value stays as written there"


# Sources and quotes


def test_source_that_cannot_be_read_fails_and_its_claims_are_skipped():
    source = replace(REAL.sources[0], text=None, sha256_found="", problem="there is no such file")
    report = check(replace(REAL, sources=(source,)))
    assert [finding.message for finding in report.failed] == [
        "sources/akorda-2013-04-08.txt cannot be read: there is no such file."
    ]
    assert report.mentions == {}
    assert report.ledgers == {"akorda-2013-04-08": ()}


def test_changed_digest_fails():
    source = replace(REAL.sources[0], sha256_found="0" * 64)
    assert [finding.code for finding in check(replace(REAL, sources=(source,))).failed] == ["source-digest"]


def test_quote_found_under_an_equivalence_says_which():
    report = check(catalogue(CLAIM, text=TEXT.replace("to 20 million", "to 20\u00a0million")))
    assert [one.message for one in report if one.code == "quote-verbatim"] == [
        "The quote is in note to the letter, after reading kinds of white space as one."
    ]


@pytest.mark.parametrize(
    ("quote", "prefix", "sentence"),
    [
        ("Ore exports", "Coal and ", "the words are there, but with other words around them."),
        ("Tin exports", "Coal and ", "nothing in the text begins as “Tin exports…”."),
    ],
)
def test_quote_that_is_not_there_is_told_from_one_between_other_words(quote, prefix, sentence):
    made = catalogue(one(quote, "8", "8 Mt").replace("  amounts:", f'  prefix: "{prefix}"\n  amounts:'))
    (message,) = failures(made, "quote-verbatim")
    assert message.endswith(sentence)


def test_quote_that_cuts_a_number_is_shown_with_what_stands_round_it():
    made = catalogue(one("0 million tonnes. In 201", "8", "8 Mt"))
    assert failures(made, "quote-verbatim") == [
        "The quote cuts a word or a number: the source has “…from 8 to 20 million tonnes. In 2019, the port…”."
    ]


def test_quote_that_stands_twice_needs_a_context():
    made = catalogue(CLAIM, text=f"{TEXT} {TEXT}")
    assert failures(made, "quote-unique") == ["The quote stands in note 2 times."]
    claims = CLAIM.replace("  amounts:", '  prefix: "ships a day. "\n  amounts:')
    assert failures(catalogue(claims, text=f"{TEXT} {TEXT}")) == set()
    assert check(catalogue(claims, text=f"{TEXT} {TEXT}")).quotes["ore"].start == len(TEXT) + 1


def test_negation_before_a_quote_may_not_be_left_out():
    made = catalogue(one("expected to sell 5 t of ore", "5 t", "5 t"), text="It is not expected to sell 5 t of ore.")
    assert failures(made, "quote-negation") == ["The quote leaves out the word before it: “not”."]


# Values and units


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("They sold 12 million tonnes of ore.", "12 million tonnes", "12 Mt"),
        ("They sold 12 million tonnes of ore.", "12 million tonnes", "12000000000 kg"),
        ("They sold twenty-four ships there.", "twenty-four", "24 ship"),
        ("They worked in 3 large mines there.", "3 large", "3 mine"),
        ("They paid €3.5 bn for it all.", "€3.5 bn", "3.5 billion EUR"),
        ("They sold 1,250 ferries to it.", "1,250", "1250 ferry"),
        ("They were at −4 °C all day.", "−4 °C", "-4 °C"),
    ],
)
def test_value_may_be_written_in_any_unit_that_is_exactly_the_same(sentence, words, value):
    made = catalogue(one(sentence, words, value), text=sentence)
    assert failures(made) == set()


def test_sign_of_a_currency_is_read_as_the_source_declares():
    text = "They paid $3 million for the port."
    claims = one(text, "$3 million", "3 million $")
    assert failures(catalogue(claims, text=text, source="currency: {$: CAD}")) == set()
    us = one(text, "$3 million", "3 million USD")
    assert failures(catalogue(us, text=text, source="currency: {$: CAD}"), "amount-unit") == [
        "The catalogue says 3 million USD, in USD; the source says “$3 million”, in CAD."
    ]


def test_number_without_a_unit_in_the_source_is_no_amount_in_one():
    text = "The answer there was 42 in all."
    assert failures(catalogue(one(text, "42", "42 t"), text=text), "amount-unit") == [
        "The catalogue says 42 t, in t; the source says “42”, without a unit that the reader knows."
    ]


@pytest.mark.parametrize(
    ("text", "number", "value", "follows"),
    [
        ("More than 120 died when a ferry sank near 14 ship wrecks.", "120", "120 ship", False),
        ("There were 120 when a ship sank there.", "120", "120 ship", False),
        ("There were 120 on 14 of the ships.", "120", "120 ship", False),
        ("There were 120 large, modern ships there.", "120", "120 ship", True),
        ("There were 120 or 130 ships in the port.", "120", "120 ship", True),
        ("There were 120. Other ships sank.", "120", "120 ship", False),
    ],
)
def test_counted_noun_belongs_to_its_number(text, number, value, follows):
    bound = '">"' if text.startswith("More") else '"="'
    made = catalogue(one(text, number, value, f"undated: Not said.\n      bound: {bound}"), text=text)
    assert bool(failures(made, "amount-unit")) is not follows


def test_date_is_no_amount():
    text = "The port was opened in May 2012 by all."
    assert failures(catalogue(one(text, "May 2012", "2012 t"), text=text), "amount-mention") == [
        "“May 2012” is no quantity: it is read as a date."
    ]


# Any change


@settings(deadline=None)
@given(st.sampled_from(REAL.claims), st.data())
def test_any_other_letter_in_a_quote_is_noticed_and_named(claim, data):
    source = REAL.sources[0]
    start = check(REAL).quotes[claim.id].start
    at = start + data.draw(st.integers(0, len(claim.quote) - 1))
    assume(not source.text[at].isspace())
    new = data.draw(st.characters(categories=["Ll", "Lu", "Nd", "Po"]).filter(lambda new: new != source.text[at]))
    altered = source.text[:at] + new + source.text[at + 1 :]
    digest = hashlib.sha256(altered.encode()).hexdigest()
    changed = replace(source, text=altered, sha256=digest, sha256_found=digest)
    failed = check(replace(REAL, sources=(changed,))).failed
    if altered[at] not in "'\"" or source.text[at] not in "“”’":
        assert (claim.id, claim.place) in {(finding.subject, finding.place) for finding in failed}
