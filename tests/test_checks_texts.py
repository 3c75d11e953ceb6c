"""Rules that look further than one amount: ratios, measures, what is set aside, what is left over."""

from __future__ import annotations

import pytest
from small import CLAIM, catalogue, failures, one

from figures.checks import check

# Ratios, units, measures


@pytest.mark.parametrize(
    ("said", "to", "agrees"),
    [
        ("almost triple", "23", True),
        ("almost triple", "25", False),
        ("almost triple", "16", False),
        ("triple", "24", True),
        ("triple", "23", True),
        ("triple", "20", False),
        ("more than double", "17", True),
        ("more than double", "15", False),
        ("more than double", "16", False),
        ("more than double", "24", False),
        ("at least double", "16", True),
    ],
)
def test_ratio_in_words_agrees_with_the_change(said, to, agrees):
    text = f"It is to {said} its exports from 8 to {to} million tonnes."
    claims = CLAIM.replace("Ore exports from Narvik rose from 8 to 20 million tonnes", text[:-1])
    claims = claims.replace("20", to).replace("status: A", "nature: flow")
    found = failures(catalogue(claims, text=text), "ratio-wording")
    assert bool(found) is not agrees
    if said == "triple" and to == "20":
        assert found == ["The amounts give 20,000,000 ÷ 8,000,000 = 2.5; the source says “triple”."]


@pytest.mark.parametrize(("third", "agrees"), [("3 Mt", True), ("4 Mt", False)])
def test_ratio_in_words_belongs_to_the_nearest_change(third, agrees):
    text = f"It is to double coal from 1 Mt to 2 Mt and to triple ore from 1 Mt to {third} of it."
    ends = [("from 1 Mt to", "1 Mt", "from"), ("2 Mt", "2 Mt", "to"), ("ore from 1 Mt", "1 Mt", "from")]
    ends = [("coal from 1 Mt", *ends[0][1:]), *ends[1:], (f"to {third}", third, "to")]
    amounts = "".join(
        f"    - {{value: {value}, text: {words}, role: {role}, undated: Not said.}}\n" for words, value, role in ends
    )
    claims = one(text, "x", "1 Mt").partition("    - value")[0] + amounts
    assert bool(failures(catalogue(claims, text=text), "ratio-wording")) is not agrees


@pytest.mark.parametrize(
    ("joint", "judged"), [(", after fees were cut", False), (" while fees fell", False), (",", True)]
)
def test_ratio_in_words_says_nothing_of_a_change_in_another_clause(joint, judged):
    text = f"It sold twice as much ore{joint} from 8 EUR to 5 EUR."
    claims = CLAIM.replace("Ore exports from Narvik rose from 8 to 20 million tonnes", text[:-1])
    claims = claims.replace("8 Mt, text: from 8", "8 EUR, text: from 8 EUR").replace(
        "20 Mt, text: 20", "5 EUR, text: 5"
    )
    claims = claims.replace("5 million tonnes", "to 5 EUR")
    assert bool(failures(catalogue(claims, text=text), "ratio-wording")) is judged


@pytest.mark.parametrize(
    ("said", "start", "end", "agrees"),
    [
        ("rose 25%, from {start} to {end}", "4 t", "5 t", True),
        ("rose 30%, from {start} to {end}", "4 t", "5 t", True),
        ("rose 80%, from {start} to {end}", "4 t", "5 t", False),
        ("rose 25%, from {start} to {end}", "4.0 t", "5.0 t", True),
        ("rose 40%, from {start} to {end}", "4.0 t", "5.0 t", False),
        ("rose 25%, from {start} to {end}", "5.0 t", "4.0 t", False),
        ("fell 20%, from {start} to {end}", "5.0 t", "4.0 t", True),
        ("fell 30%, from {start} to {end}", "5.0 t", "4.0 t", False),
        ("fell 20%, to {end} from {start}", "5.0 t", "4.0 t", True),
        ("fell 30%, to {end} from {start}", "5.0 t", "4.0 t", False),
        ("rose by more than 20% last year, from {start} to {end}", "4.0 t", "5.0 t", True),
        ("rose by more than 12%, from {start} to {end}", "4.0 t", "5.0 t", False),
        ("rose by at least 20%, from {start} to {end}", "4.0 t", "5.0 t", True),
        ("rose by less than 40%, from {start} to {end}", "4.0 t", "5.0 t", True),
        ("rose by less than 60%, from {start} to {end}", "4.0 t", "5.0 t", False),
        ("fell almost by half, from {start} to {end}", "9.0 t", "5.0 t", True),
        ("fell almost by half, from {start} to {end}", "6.0 t", "5.0 t", False),
        ("grew by a quarter, from {start} to {end}", "4.0 t", "5.0 t", True),
        ("grew by a third, from {start} to {end}", "4.0 t", "5.0 t", False),
        ("went from {start} to {end}, up 25%", "4.0 t", "5.0 t", True),
        ("went from {start} to {end}, up 52%", "4.0 t", "5.0 t", False),
        ("went from {start} to {end}, a rise of 52%", "4.0 t", "5.0 t", False),
        ("halved, from {start} to {end}", "9 t", "5 t", True),
        ("halved, from {start} to {end}", "8 t", "5 t", False),
        ("fell 50% for coal, and for ore went from {start} to {end}", "4.0 t", "5.0 t", True),
        ("went from {start} to {end}, and fees rose 50%", "4.0 t", "5.0 t", True),
        ("went from {start} to {end}, a tax of 50%", "4.0 t", "5.0 t", True),
    ],
)
def test_share_in_words_agrees_with_the_change_directly_beside_it(said, start, end, agrees):
    text = f"Exports of ours {said.format(start=start, end=end)} in all."
    ends = f"""    - {{value: {start}, text: from {start}, role: from, undated: Not said.}}
    - {{value: {end}, text: to {end}, role: to, undated: Not said.}}
"""
    ends = "".join(reversed(ends.splitlines(keepends=True))) if "to {end} from" in said else ends
    claims = one(text[:-1], "x", "1 t").partition("    - value")[0] + ends
    found = failures(catalogue(claims, text=text), "ratio-wording")
    assert bool(found) is not agrees
    assert all("; the source says “" in message for message in found)


def test_units_of_one_measure_must_meet():
    text = "They sold 5 t of ore. They drove 7 km to it."
    claims = one("They sold 5 t of ore", "5 t", "5 t") + one("They drove 7 km to it", "7 km", "7 km").replace(
        "id: one", "id: two"
    )
    assert failures(catalogue(claims, text=text), "measure-units") == [
        "The measure exports holds amounts that cannot meet."
        " 7\u00a0km and 5\u00a0t have units that do not meet: km and t."
    ]


def test_amount_that_is_doubtful_meets_no_other_and_so_may_have_any_unit():
    text = "They sold 5 t of ore. They drove 7 km to it."
    claims = one("They sold 5 t of ore", "5 t", "5 t") + one("They drove 7 km to it", "7 km", "7 km").replace(
        "id: one", "id: two"
    )
    odd = claims.replace("title: One", "title: One\n  sic: It is odd.").replace("undated", "status: U\n      undated")
    assert failures(catalogue(odd, text=text), "measure-units") == []


def test_pair_kept_apart_names_two_measures_with_claims():
    idle = catalogue(CLAIM, extra="apart: [{between: [exports, other], why: So.}]")
    assert failures(idle, "apart-measures") == ["No claim counts other, so there is nothing to keep apart."]


# What is set aside


@pytest.mark.parametrize(
    ("aside", "sentence"),
    [
        ("{text: 4 May 2020, reason: document-date}", ""),
        ("{text: 4 May 2020, reason: ordinal}", "“4 May 2020” is set aside as ordinal, but it is no ordinal."),
        ("{text: 3 May 2020, reason: document-date}", "“3 May 2020” is set aside, but does not occur in the text."),
        ("{text: On, reason: wording}", "“On” is set aside, but holds no number that the reader finds."),
        ("{text: two ships, reason: wording}", "“two ships” is set aside, but occurs 2 times."),
        ('{text: two ships, prefix: "saw ", reason: wording}', ""),
        ('{text: two ships, prefix: "saw ", reason: count-outside-claims}', ""),
        (
            "{text: 6 t, reason: count-outside-claims}",
            "“6 t” is set aside as count-outside-claims, but it is no count of things: it is read as a quantity in t.",
        ),
        (
            "{text: 6 t, reason: wording}",
            "“6 t” is set aside as wording, but it is a number in digits with a unit of its own.",
        ),
        (
            "{text: 6 t, reason: not-a-quantity}",
            "“6 t” is set aside as not-a-quantity, but it is read as a quantity in t.",
        ),
        (
            "{text: 6 t, reason: repeats-another}",
            "“6 t” is set aside as repeats-another, but no amount or event says the same.",
        ),
        ("{text: 6 t, reason: part-of-name}", "“6 t” is set aside as part-of-name, but no name stands round it."),
        (
            "{text: 6 t, reason: document-date}",
            "“6 t” is set aside as document-date, but the document's date is 2020-05-04.",
        ),
        ("{text: 6 t, reason: out-of-scope}", ""),
        ('{text: 5 t, suffix: " again", reason: repeats-another}', ""),
        ('{text: 5 t, suffix: " there", reason: out-of-scope}', "“5 t” is set aside, but is the mention of one.1."),
    ],
)
def test_set_aside_stands_once_and_for_a_reason_that_holds(aside, sentence):
    text = "On 4 May 2020 we saw two ships and two ships and 6 t of it. They sold 5 t there and 5 t again."
    made = catalogue(one("They sold 5 t there", "5 t", "5 t"), text=text, aside=f"\n- {aside}")
    found = [finding.message for finding in check(made).failed if finding.code.startswith("set-aside")]
    assert found == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("text", "aside", "sentence"),
    [
        (
            "On 4 May 2020 two ports shipped 5 Mt for $3 million.",
            "{text: On 4 May 2020 two ports shipped 5 Mt for $3 million, reason: document-date}",
            "the document's date is 2020-05-04",
        ),
        ("It sold China 33 million tonnes.", "{text: 33 million, reason: part-of-name}", "no name stands round it"),
        ("In 2012 we sold it.", '{text: "2012", reason: part-of-name}', "no name stands round it"),
        ("The Narvik 2050 Plan is out.", '{text: "2050", reason: part-of-name}', ""),
        ("It grew by 7.5% then.", "{text: 7.5%, reason: wording}", "it is a number in digits with a unit of its own"),
        ("It grew by half then.", "{text: half, reason: wording}", ""),
        ("It sold twelve tonnes.", "{text: twelve tonnes, reason: wording}", "it is read as a quantity in t"),
        ("It was shut for two days.", "{text: two days, reason: wording}", ""),
        ("It sold twelve ships.", "{text: twelve ships, reason: wording}", ""),
        ("On 4 May 2020, or 4 May 2020 it was.", "{text: '4 May 2020, or 4 May 2020', reason: document-date}", ""),
    ],
)
def test_reason_holds_for_every_number_that_it_hides(text, aside, sentence):
    report = check(catalogue("", text=text, aside=f"\n- {aside}"))
    found = [finding.message for finding in report.failed if finding.code == "set-aside-reason"]
    assert [message.endswith(f"but {sentence}.") for message in found] == ([True] if sentence else [])
    assert ("mention-accounted" in {finding.code for finding in report.failed}) is bool(sentence)


@pytest.mark.parametrize(("words", "how_many"), [("5 t and 6 km", " with its 2 numbers"), ("5 t", "")])
def test_whether_a_number_is_out_of_scope_is_left_to_the_curator(words, how_many):
    report = check(catalogue("", text="It sold 5 t and 6 km.", aside=f"\n- {{text: {words}, reason: out-of-scope}}"))
    assert [(one.outcome, one.message) for one in report if one.code == "set-aside-reason"] == [
        ("skipped", f"Whether “{words}”{how_many} is out of scope is the curator's judgement.")
    ]


def test_number_that_nobody_accounts_for_fails_where_it_stands():
    report = check(catalogue("", text="One line.\nThey sold 5 t there."))
    (finding,) = [
        finding for finding in report.failed if finding.code == "mention-accounted" and "5" in finding.message
    ]
    assert finding.message == "“5 t” is neither an amount, a date of one or of an event, nor set aside."
    assert (str(finding.place), finding.place.column) == ("note.txt:2", 11)
