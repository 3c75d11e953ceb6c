"""Status, nature, period and events against the words of the source."""

from __future__ import annotations

import hashlib

import pytest
from small import CLAIM, catalogue, failures, one

from figures import dates
from figures.catalogue import Stored, parse
from figures.checks import check
from figures.draft import draft
from figures.reading import scan

# What the words say


@pytest.mark.parametrize(
    ("sentence", "rest", "fails"),
    [
        ("Output is expected to reach 5 t next year.", "status: F", set()),
        ("Output is expected to reach 5 t next year.", "status: A", {"amount-status"}),
        ("Output is expected to reach 5 t next year.", "nature: flow", {"amount-status"}),
        ("Output is expected to reach 5 t next year.", "nature: capacity", {"amount-nature"}),
        ("Output was expected to reach 5 t by then.", "status: F", set()),
        ("Output was expected to reach 5 t by then.", "status: A", {"amount-status"}),
        ("Output has exceeded all of 5 t by now.", "status: A", set()),
        ("Output has exceeded all of 5 t by now.", "status: E", {"amount-status"}),
        ("Output is estimated at only 5 t in all.", "status: E", set()),
        ("Output has been estimated at only 5 t.", "status: E", set()),
        ("Output is estimated at only 5 t in all.", "status: A", {"amount-status"}),
        ("The plant has a capacity of 5 t of ore.", "nature: capacity", set()),
        ("The plant has a capacity of 5 t of ore.", "nature: flow", {"amount-nature"}),
        ("The plant has a capacity of 5 t of ore.", "status: A", {"amount-nature"}),
        ("The plant could soon reach even 5 t of ore.", "nature: potential", set()),
        ("The plant could soon reach even 5 t of ore.", "status: A", {"amount-status", "amount-nature"}),
        ("The plan is to produce 5 t of ore here.", "nature: plan", set()),
        ("The plan is to produce 5 t of ore here.", "status: F", set()),
        ("The plant will soon be making 5 t of ore.", "nature: plan", set()),
        ("The plant will soon be making 5 t of ore.", "status: F", set()),
        ("The mine, which may close, sold 5 t of ore.", "status: A", set()),
        ("In May the mine of ours sold 5 t of ore.", "status: A", set()),
        ("Of the 9 t that were forecast, it sold 5 t.", "status: A", set()),
        ("It holds, some people say, 5 t of ore.", "status: A", set()),
        ("It holds, some people say, 5 t of ore.", "nature: capacity", set()),
        ("It sold 2 t in all but will sell 5 t of ore.", "status: A", {"amount-status"}),
        ("They will sell 2 t of ore and 5 t of tin.", "status: A", {"amount-status"}),
        ("They will sell 2 t of ore and 5 t of tin.", "status: F", set()),
        ("According to forecasts, this comes to 5 t.", "status: A", {"amount-status"}),
        ("Plans exist. Some 5 t of them are safe.", "nature: plan", set()),
        ("Plans exist. It holds 5 t of ore in all.", "status: A", set()),
        ("Plans exist. Some 5 t of them are safe.", "nature: capacity", {"amount-nature"}),
    ],
)
def test_status_and_nature_agree_with_the_words(sentence, rest, fails):
    bound = '"~"' if "Some" in sentence else '"="'
    if "exceeded" in sentence:
        bound = '">"'
    claims = one(sentence, "5 t", "5 t", f"{rest}\n      bound: {bound}\n      undated: Not said.")
    assert failures(catalogue(claims, text=sentence)) & {"amount-status", "amount-nature"} == fails


@pytest.mark.parametrize(
    ("sentence", "words", "value", "rest", "fails"),
    [
        ("A $2 million plant with a capacity of 5 t opened.", "$2 million", "2 million $", "status: A", ""),
        (
            "A $2 million plant with a capacity of 5 t opened.",
            "$2 million",
            "2 million $",
            "nature: capacity",
            "N",
        ),
        ("A $2 million plant with a capacity of 5 t opened.", "5 t", "5 t", "nature: capacity", ""),
        ("With a capacity of 5 t, the plant cost $2 million.", "$2 million", "2 million $", "status: A", ""),
        (
            "With a capacity of 5 t, the plant cost $2 million.",
            "$2 million",
            "2 million $",
            "nature: capacity",
            "N",
        ),
        ("The 5 t capacity plant cost $2 million in all.", "$2 million", "2 million $", "status: A", ""),
        ("The 5 t capacity plant cost $2 million in all.", "5 t", "5 t", "nature: capacity", ""),
        ("The capacity of 3, 4 and 5 t is all in use.", "5 t", "5 t", "nature: capacity", ""),
        ("It has the potential to rise from 5 t to 8 t.", "from 5 t", "5 t", "role: from, status: A", ""),
        ("It has the potential to rise from 5 t to 8 t.", "from 5 t", "5 t", "role: from, nature: potential", "N"),
        ("It has the potential to rise from 5 t to 8 t.", "to 8 t", "8 t", "role: to, nature: potential", ""),
        ("If exports come to 5 t, the port will close.", "5 t", "5 t", "status: A", "SN"),
        ("If exports come to 5 t, the port will close.", "5 t", "5 t", "nature: potential", ""),
        ("They said that it would carry 5 t.", "5 t", "5 t", "status: A", "S"),
        ("They said that it would carry 5 t.", "5 t", "5 t", "status: F", ""),
        ("They said that it would carry 5 t.", "5 t", "5 t", "nature: potential", ""),
        ("If it is approved, the port will sell 5 t.", "5 t", "5 t", "nature: plan", ""),
        ("It holds, some people say, 5 t of ore.", "5 t", "5 t", "nature: potential", "N"),
        ("It weighs 5 t in all, they say.", "5 t", "5 t", "status: E", "S"),
        ("It weighs 5 t in all, they say.", "5 t", "5 t", "status: F", "S"),
        ("It weighs 5 t in all, they say.", "5 t", "5 t", "nature: capacity", "N"),
        ("It weighs 5 t in all, they say.", "5 t", "5 t", "nature: plan", "N"),
        ("It weighs 5 t in all, they say.", "5 t", "5 t", "nature: flow", "N"),
        ("It weighs 5 t in all, they say.", "5 t", "5 t", "status: A", ""),
        ("Surveys put the weight at 5 t in all.", "5 t", "5 t", "status: E", ""),
        ("They sold 5 t in all, they say.", "5 t", "5 t", "nature: flow, status: A", ""),
        ("They sold 5 t in all, they say.", "5 t", "5 t", "nature: flow", "S"),
    ],
)
def test_words_speak_of_their_own_amount(sentence, words, value, rest, fails):
    expected = {{"S": "amount-status", "N": "amount-nature"}[letter] for letter in fails}
    rest = rest.replace(", ", "\n      ")
    claims = one(sentence, words, value, f"{rest}\n      undated: Not said.")
    assert failures(catalogue(claims, text=sentence)) & {"amount-status", "amount-nature"} == expected


@pytest.mark.parametrize(
    ("sentence", "rest", "fails"),
    [
        ("Output could one day reach all of 5 t.", "status: A", {"amount-status", "amount-nature"}),
        ("Output will grow by 3% to reach all of 5 t.", "status: A", {"amount-status"}),
        ("Output will triple and so come to all of 5 t.", "status: A", {"amount-status"}),
        ("Output took 3 years in which it made 5 t.", "status: A", set()),
        ("It shall pay 2 EUR, 3 EUR and at least 5 t.", "status: A", {"amount-status"}),
        ("It will sell 2 t of ore, and 5 t of tin sank.", "status: A", {"amount-status"}),
        ("It will sell 2 t of ore, and 5 t of tin was lost.", "status: A", set()),
        ("It will sell 2 t of ore, 5 t more than it did.", "status: A", set()),
        ("It will sell 2 t of ore and lost 5 t of tin.", "status: A", set()),
        ("Forecasts suggest that the port sells 5 t of it.", "status: A", {"amount-status"}),
        ("The bank's forecasts for ore put sales at 5 t.", "status: A", {"amount-status"}),
        ("Early estimates by the bank show that 5 t is there.", "status: A", {"amount-status"}),
        ("Early estimates by the bank show that 5 t is there.", "status: E", set()),
        ("Forecasts were late, and the port sells 5 t of it.", "status: A", set()),
        ("In stock were 5 t until 1165, we read.", "status: F", {"amount-status"}),
        ("It had some 7 ships and also 5 t of ore.", "status: E", {"amount-status"}),
        ("Some say that there are 5 t in the lake.", "status: E", set()),
        ("The floor bears 5 t/ha of it.", "nature: flow", {"amount-nature"}),
        ("The floor bears 5 t/day of it.", "nature: flow", set()),
        ("The port can carry 5 t of it.", "nature: capacity", set()),
        ("The port is able to ship 5 t of it.", "status: A", {"amount-nature"}),
        ("The port can carry 5 t of it.", "status: A", {"amount-nature"}),
    ],
)
def test_word_reaches_its_amount_past_a_time_a_share_and_the_first_of_a_row(sentence, rest, fails):
    value = next(unit for unit in ("5 t/ha", "5 t/day", "5 t") if unit in sentence)
    bound = '">="' if "at least" in sentence else '"="'
    claims = one(sentence, value, value, f"{rest}\n      bound: {bound}\n      undated: Not said.")
    assert failures(catalogue(claims, text=sentence)) & {"amount-status", "amount-nature"} == fails


# Denials


def proposed(text):
    """What a draft makes of a text, read back."""
    stored = Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    return parse(draft(text, "note.txt", "2020-05-04").encode(), "draft.yaml", lambda _: stored)


def drafted(text):
    """The values of the amounts that a draft proposes and whose mention is “5 Mt”."""
    return [one.value for one in proposed(text).amounts if one.value == 5 and one.unit == "Mt"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Exports were not 5 Mt but 8 Mt last year.", "not"),
        ("Exports were not 8 Mt but 5 Mt last year.", ""),
        ("The owner denied that it had shipped 5 Mt of ore.", "denied that"),
        ("It is false that the port shipped 5 Mt.", "is false that"),
        ("The port has never, in its history, produced 5 Mt.", "never"),
        ("The owner denied having shipped 5 Mt of ore.", "denied having"),
        ("Not even 5 Mt of ore was shipped.", "Not"),
        ("They hold 3 Mt as opposed to 5 Mt.", "as opposed to"),
        ("Neither port, large or small, shipped 5 Mt of ore.", "Neither"),
        ("Last year no port exported even 5 Mt.", "no"),
        ("The port didn't ship 5 Mt of ore then.", "didn't"),
        ("The target of 5 Mt was not reached then.", "was not"),
        ("The claim of 5 Mt is false, they said then.", "is false"),
        ("None of the ports shipped 5 Mt of ore.", "None of the"),
        ("Coal that was not sold amounted to 5 Mt.", ""),
        ("The ships that did not dock carried 5 Mt.", ""),
        ("Ports without ice shipped 5 Mt of ore.", ""),
        ("The port shipped not only 5 Mt but people too.", ""),
        ("The port didn't only ship 5 Mt in all.", "?"),
        ("The port shipped no less than 5 Mt of ore.", ""),
        ("The port shipped no more than 5 Mt of ore.", ""),
        ("Not until 2015 did exports come to 5 Mt.", ""),
        ("They exported nothing but 5 Mt of ore.", ""),
        ("They had nothing to show for 5 Mt of ore.", "?"),
        ("Exports fell short of 5 Mt in all.", ""),
        ("Exports fell far short of 5 Mt in all.", ""),
        ("Exports missed 5 Mt in the end.", "?"),
        ("Exports missed the 5 Mt by a little.", "?"),
        ("They missed the target of 5 Mt by far.", "?"),
        ("Exports did not reach 5 Mt in all.", "not"),
        ("Exports are yet to reach 5 Mt in all.", "yet to"),
        ("Exports were unable to reach 5 Mt in all.", "unable to"),
        ("Exports were nowhere near 5 Mt in all.", "nowhere near"),
        ("Exports came to anything but 5 Mt.", "anything but"),
        ("Far from 5 Mt, exports were 3 Mt.", "?"),
        ("Exports were 3 Mt rather than 5 Mt.", "rather than"),
        ("Rather than 3 Mt, exports were 5 Mt.", ""),
        ("Contrary to reports, exports were 5 Mt.", ""),
        ("Contrary to reports of 5 Mt, exports were 3 Mt.", "?"),
        ("He rejected the figure of 5 Mt at once.", "?"),
        ("He rejected the offer and sold 5 Mt at once.", ""),
        ("It is doubtful that exports were 5 Mt.", "?"),
        ("There is no doubt that exports were 5 Mt.", ""),
        ("It is unlikely that exports were 5 Mt.", "?"),
        ("Exports were not under 5 Mt in all.", ""),
        ("Exports did not exceed 5 Mt in all.", ""),
        ("Exports did not fall below 5 Mt in all.", "?"),
        ("Exports did not come to 5 Mt until 2015.", ""),
        ("The port did not close and shipped 5 Mt of ore.", ""),
        ("Although it was not new, the port shipped 5 Mt.", ""),
        ("There is no doubt that it shipped 5 Mt of ore.", ""),
        ("There is no evidence that it shipped 5 Mt of ore.", "no evidence that"),
        ("It would be wrong to say that it shipped 5 Mt of ore.", "be wrong to say that"),
        ("Far from shipping 5 Mt, the port was shut.", "Far from"),
        ("It never at any time in the year sold 5 Mt.", "never"),
        ("It did not at that time sell 5 Mt of ore.", "not"),
        ("The claim that it shipped 5 Mt of ore is false.", "is false"),
        ("Reports that 5 Mt had been lost proved unfounded.", "proved unfounded"),
        ("The claim that it shipped 5 Mt of ore is old.", ""),
        ("He dismissed the claim that it shipped 5 Mt.", "dismissed the claim that"),
        ("They rejected claims that as much as 5 Mt was lost.", "rejected claims that"),
        ("They rejected the bid that came after 5 Mt was lost.", ""),
        ("Nothing like that, as many as 5 Mt were lost.", ""),
    ],
)
def test_amount_that_its_clause_denies_fails(sentence, word):
    made = catalogue(one(sentence, "5 Mt", "5 Mt"), text=sentence)
    (finding,) = [one for one in check(made) if one.code == "amount-denied"]
    if word not in {"", "?"}:
        assert finding.message == f"The source denies “5 Mt”: “{word}”."
    assert finding.outcome == {"": "passed", "?": "skipped"}.get(word, "failed")
    if word:
        assert drafted(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The clerk was wrongly held for 5 days.",
        "They gave the wrong sum, 5 dollars, to her.",
        "The mill denied all blame and paid 5 dollars.",
        "The court threw out his claim for 5 dollars.",
        "The club did not change its fee of 5 dollars.",
        "None of the 5 ships came home.",
        "The pill did not help in 5 ships.",
        "No fires were seen in the 5 days after it.",
        "He was not sorry, having taken 5 ships.",
        "Our side has not lost on 5 ships.",
        "A man whom we cannot name took 5 ships.",
        "She refused to pay the 5 dollar fee.",
        "She missed 5 ships by a day.",
        "Nobody doubts that 5 ships were lost.",
        "Nobody denies that 5 ships were lost.",
        "They did not visit 5 ships.",
        "False alarms came to 5%.",
        "Mrs Wrong sold 5 ships.",
        "Can't believe I ran 5 km!",
        "Don't forget to count 5 ships.",
        "The 5 ships were not lost at all.",
        "Not all 5 ships came home.",
        "It has never closed in 5 years.",
    ],
)
def test_denial_of_something_else_fails_no_amount(sentence):
    (mention,) = [one for one in scan(sentence) if one.kind == "quantity"]
    made = catalogue(one(sentence, mention.text, f"{mention.value:f} {mention.unit}"), text=sentence)
    assert failures(made, "amount-denied") == []
    assert not any("denies" in aside.note for aside in proposed(sentence).sources[0].set_aside)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Had exports been 5 Mt, it would have closed.", "Had"),
        ("Were 5 Mt of ore sold last year?", "Were"),
        ("Did they sell even 5 Mt of it?", "Did"),
        ("Why did exports come to 5 Mt of it?", ""),
        ("Had it closed, they said, exports were 5 Mt.", ""),
        ("Hadley sold 5 Mt of ore in all.", ""),
        ("Did you know that the port sold 5 Mt?", ""),
        ("Did you hear the port sold 5 Mt?", ""),
        ("Will the 5 Mt of ore be sold?", ""),
        ("Can a port of 5 Mt live on?", ""),
        ("Had a good day with 5 Mt on board.", ""),
        ("Had a good day with 5 Mt on board, would sail again!", ""),
        ("Should be 5 Mt by tomorrow!", ""),
        ("Had lunch with 5 Mt on board, it would be good again.", ""),
        ("Should exports reach 5 Mt, the port would close.", "Should"),
    ],
)
def test_amount_that_is_only_asked_or_supposed_fails(sentence, word):
    found = failures(catalogue(one(sentence, "5 Mt", "5 Mt"), text=sentence), "amount-denied")
    assert found == ([f"The source only asks or supposes “5 Mt”: “{word}”."] if word else [])


def test_sentence_without_end_states_what_stands_far_from_its_beginning():
    sentence = f"Had we known, {'and so on and on, ' * 20}we see that 5 t were sold, it would be well."
    claims = one("we see that 5 t were sold", "5 t", "5 t", "status: A\n      undated: Not said.")
    assert failures(catalogue(claims, text=sentence), "amount-denied") == []


def test_denial_before_the_quote_counts():
    made = catalogue(one("that it had shipped 5 Mt", "5 Mt", "5 Mt"), text="They denied that it had shipped 5 Mt.")
    assert failures(made, "amount-denied") == ["The source denies “5 Mt”: “denied that”."]


# Dates


@pytest.mark.parametrize(
    ("sentence", "when", "messages"),
    [
        ("The port sold 5 t in 2019 or so.", 'period: "2019"', []),
        (
            "The port sold 5 t in 2019 or so.",
            "undated: Not said.",
            ["It has no period, but “2019” stands beside “5 t”."],
        ),
        (
            "In 2019, the port sold only 5 t.",
            "undated: Not said.",
            ["It has no period, but “2019” stands beside “5 t”."],
        ),
        (
            "In 2019, the port sold only 5 t.",
            'period: "2018"',
            ["The period is 2018, but the quote has “2019” (2019)."],
        ),
        (
            "In 2019, the port sold only 5 t.",
            "period: 2019-01",
            ["The period is 2019-01, but the quote has “2019” (2019)."],
        ),
        (
            "In 2019, the port sold only 5 t.",
            "period: 2019~",
            ["The period is 2019~, but the quote has “2019” (2019)."],
        ),
        ("The port sold only 5 t of them.", 'period: "2019"', ["The period is 2019, but no date is in the quote."]),
        ("It sold 5 t in 2018 and more in 2019.", 'period: "2018"', []),
        (
            "It sold 5 t in 2018 and more in 2019.",
            'period: "2019"',
            ["The period is 2019, but “2018” stands beside “5 t”."],
        ),
        ("The port, which opened in 2019, sold 5 t.", "undated: Not said.", []),
        ("The port sold 5 t in 2019 prices.", "undated: Not said.", []),
        ("The port has sold 5 t since 2018.", "period: 2018/..", []),
        ("The port sold 5 t until 2018.", "period: ../2018", []),
        (
            "The port sold 5 t until 2018.",
            "period: 2018/..",
            ["The period is 2018/.., but the quote has “until 2018” (../2018)."],
        ),
        ("The port sold 5 t from 2013 to 2015.", "period: 2013/2015", []),
        ("It sold 5 t of it between 2013 and 2015.", "period: 2013/2015", []),
        ("The port sold 5 t of ore in 2013–2015.", "period: 2013/2015", []),
        (
            "It sold 5 t in 2013 and 8 t in 2015.",
            "period: 2013/2015",
            ["The period is 2013/2015, but the quote has “2013” (2013), “2015” (2015)."],
        ),
        (
            "From 2013 to 2015 it grew, and it sold 5 t in 2014.",
            "period: 2013/2015",
            ["The period is 2013/2015, but “2014” stands beside “5 t”."],
        ),
        (
            "Ore sales in 2012 of 5 t were below those of 2011.",
            'period: "2011"',
            ["The period is 2011, but “2012” stands beside “5 t”."],
        ),
        ("Ore sales in 2012 of 5 t were below those of 2011.", 'period: "2012"', []),
        ("Sales from 2013 to 2015 were 5 t in total.", "period: 2013/2015", []),
        (
            "Sales from 2013 to 2015 were 5 t in total.",
            "undated: Not said.",
            ["It has no period, but “2013 to 2015” stands beside “5 t”."],
        ),
        ("It rose from 4 t in 2012 to 5 t in 2013.", 'period: "2013"', []),
        ("It sold 5 t and 8 t in 2012 and 2013 respectively.", 'period: "2012"', []),
        ("It sold 7 t in all (2012: 5 t), they say.", 'period: "2012"', []),
        ("It sold 5 t (2012: 7 t), they say.", "undated: Not said.", []),
        (
            "It sold 5 t and 8 t in 2012 and 2013 respectively.",
            'period: "2013"',
            ["The period is 2013, but “2012” stands beside “5 t”."],
        ),
    ],
)
def test_period_is_a_date_of_the_quote(sentence, when, messages):
    made = catalogue(one(sentence, "5 t", "5 t", f"status: A\n      {when}"), text=sentence)
    assert failures(made, "amount-period") == messages


@pytest.mark.parametrize(
    ("words", "whole", "narrower"),
    [
        ("from 2013 to 2015", "2013/2015", ("2013", "2015", "2013/2014")),
        ("between 2013 and 2015", "2013/2015", ("2013", "2015", "2012/2015")),
        ("in the years 2013 to 2015", "2013/2015", ("2013", "2015", "2013~")),
        ("during 2013–2015", "2013/2015", ("2013", "2015", "../2015")),
        ("in 2013-15", "2013/2015", ("2013", "2015", "2013-15")),
        ("in the 2010s", "2010/2019", ("2010", "2019")),
        ("from May 2012 to June 2013", "2012-05/2013-06", ("2012-05", "2013-06", "2012/2013")),
        ("from March to June 2013", "2013-03/2013-06", ("2013", "2013-06", "2013-03")),
        ("between March and June 2013", "2013-03/2013-06", ("2013", "2013-06")),
        ("in January–March 2013", "2013-01/2013-03", ("2013-03", "2013-01")),
        ("from 1 May to 3 June 2013", "2013-05-01/2013-06-03", ("2013-06-03", "2013-05/2013-06")),
        ("since 2013", "2013/..", ("2013", "../2013")),
        ("until the end of 2013", "../2013", ("2013", "2013/..")),
        ("before 2013", "../2013", ("2013",)),
        ("after March 2013", "2013-03/..", ("2013-03", "2013")),
        ("in the second half of 2013", "2013-07/2013-12", ("2013-01/2013-06", "2013-06")),
        ("in the third quarter of 2013", "2013-07/2013-09", ("2013-03", "2013-07/2013-12")),
        ("in Q1 2013", "2013-01/2013-03", ("2013-01",)),
        ("from 3 to 28 May 2013", "2013-05-03/2013-05-28", ("2013-05-28", "2013-05")),
        ("between 3 and 28 May 2013", "2013-05-03/2013-05-28", ("2013-05-28", "2013")),
        ("in the year ended 31 March 2013", "2012-04/2013-03", ("2013", "2012")),
        ("in the year to 5 April 2013", "2012-04-06/2013-04-05", ("2013", "2013-04")),
        ("in the six months ended 30 June 2013", "2013-01/2013-06", ("2013", "2013-06")),
        ("in the first nine months of 2013", "2013-01/2013-09", ("2013-09",)),
        ("in the last two months of 2013", "2013-11/2013-12", ("2013-12",)),
        ("in May and June 2013", "2013-05/2013-06", ("2013",)),
        ("from March to June last year", "2019-03/2019-06", ("2019-03",)),
    ],
)
@pytest.mark.parametrize("sentence", ["The port sold 5 t {}.", "{}, the port sold 5 t.", "Sales {} were 5 t of it."])
def test_period_is_the_whole_of_what_the_words_say(sentence, words, whole, narrower):
    text = sentence.format(words[0].upper() + words[1:] if sentence.startswith("{") else words)
    made = catalogue(one(text, "5 t", "5 t", f'period: "{whole}"'), text=text)
    assert failures(made, "amount-period") == []
    for other in narrower:
        if dates.is_date(other):
            made = catalogue(one(text, "5 t", "5 t", f'period: "{other}"'), text=text)
            (finding,) = [finding for finding in check(made).failed if finding.code == "amount-period"]
            assert f'write period: "{whole}"' in finding.cure


@pytest.mark.parametrize(
    ("sentence", "period", "base"),
    [
        ("In 2012, sales rose by 5% from 2011.", "2012", "2011"),
        ("Sales in 2012 rose 5% on 2011.", "2012", "2011"),
        ("In 2012, sales went well, up 5% over 2011.", "2012", "2011"),
        ("In 2012 sales fell by 5% compared with 2011.", "2012", "2011"),
        ("In 2012 sales were 5% higher than in 2011.", "2012", ""),
        ("Sales fell 5% from 2011 to 2012.", "2011/2012", "2011"),
        ("At 2011 prices, sales in 2012 rose 5%.", "2012", ""),
    ],
)
def test_year_that_a_change_is_counted_from_is_not_its_period(sentence, period, base):
    for written, fails in ((period, False), (base, True)):
        made = catalogue(one(sentence, "5%", "5%", f'period: "{written}"'), text=sentence) if written else None
        assert made is None or bool(failures(made, "amount-period")) is fails


@pytest.mark.parametrize("sentence", ["In 2011 dollars, it cost 5 EUR.", "Sales rose by 5 EUR from 2011."])
def test_year_of_prices_or_of_the_base_obliges_to_no_period(sentence):
    assert failures(catalogue(one(sentence, "5 EUR", "5 EUR"), text=sentence), "amount-period") == []


def test_interval_that_the_quote_cuts_is_still_whole():
    text = "The port sold 5 t from 2013 to 2015."
    assert failures(catalogue(one("The port sold 5 t from 2013", "5 t", "5 t", 'period: "2013"'), text=text)) == {
        "amount-period"
    }


@pytest.mark.parametrize(
    ("first", "last", "fails"),
    [("2013", "2015", 0), ("2013/2015", "2013/2015", 0), ("2015", "2013", 2), ("2014", "2015", 1), ("2013", "2014", 1)],
)
def test_role_may_say_which_end_of_an_interval_an_amount_is_of(first, last, fails):
    text = "Sales rose from 5 t to 8 t between 2013 and 2015."
    claims = CLAIM.replace("Ore exports from Narvik rose from 8 to 20 million tonnes", text[:-1])
    head = claims.partition("    - {value")[0]
    claims = f"""{head}    - {{value: 5 t, text: from 5 t, role: from, period: "{first}"}}
    - {{value: 8 t, text: to 8 t, role: to, period: "{last}"}}
"""
    assert len(failures(catalogue(claims, text=text), "amount-period")) == fails


def test_period_may_be_given_by_other_words_of_the_source():
    text = "A look back at 2018. The port sold only 5 t of ore."
    claims = one("The port sold only 5 t of ore", "5 t", "5 t", 'period: "2018"')
    dated = claims.replace("  amounts:", "  dated_by: look back at 2018\n  amounts:")
    assert failures(catalogue(dated, text=text)) == set()
    lost = claims.replace("  amounts:", "  dated_by: look back to 2018\n  amounts:")
    assert failures(catalogue(lost, text=text), "amount-period") == [
        "dated_by “look back to 2018” stands nowhere in note; it must stand there once."
    ]


def test_interval_of_other_words_gives_way_to_the_date_beside_the_number():
    text = "A look from 2010 to 2015. The port sold only 5 t in 2013."
    claims = one("The port sold only 5 t in 2013", "5 t", "5 t", "period: 2010/2015")
    dated = claims.replace("  amounts:", "  dated_by: from 2010 to 2015\n  amounts:")
    assert failures(catalogue(dated, text=text), "amount-period") == [
        "The period is 2010/2015, but “2013” stands beside “5 t”."
    ]


def test_reported_amount_may_not_lie_ahead_of_its_document():
    text = "The port sold 5 t in 2021 or so."
    made = catalogue(one(text, "5 t", "5 t", 'status: A\n      period: "2021"'), text=text)
    assert failures(made, "amount-status") == [
        "Reported, but the period 2021 lies after the document's date, 2020-05-04."
    ]


@pytest.mark.parametrize(("status", "fails"), [("F", False), ("E", True), ("A", True)])
def test_amount_of_a_period_ahead_may_be_a_forecast_whatever_its_verb(status, fails):
    text = "In 2021 the port sold 5 t in all."
    made = catalogue(one(text[:-1], "5 t", "5 t", f'status: {status}\n      period: "2021"'), text=text)
    assert bool(failures(made, "amount-status")) is fails


EVENT = """
- id: opening
  source: note
  sector: Trade
  title: Opening
  course: happened
  date: "2019"
  text: in 2019
  quote: The port was opened in 2019
"""


@pytest.mark.parametrize(
    ("old", "new", "text", "code", "sentence"),
    [
        ('"2019"', '"2018"', "", "event-date", "The event's date is 2018, but “in 2019” holds “2019” (2019)."),
        ("text: in 2019", "text: in 2018", "", "event-date", "“in 2018” is not in the quote."),
        (
            "text: in 2019",
            "text: The port",
            "",
            "event-date",
            "The event's date is 2019, but “The port” holds no date.",
        ),
        (
            "happened",
            "planned",
            "",
            "event-course",
            "The event is planned, but 2019 lies before the document's date, 2020-05-04.",
        ),
        (
            "2019",
            "2021",
            "2021",
            "event-course",
            "The event is happened, but 2021 lies after the document's date, 2020-05-04.",
        ),
        ("2019", "2020", "2020", "", ""),
        ("2019", "2020", "planned 2020", "event-course", "The event is planned, but the words say “was”."),
    ],
)
def test_event_agrees_with_its_words_and_the_date_of_the_document(old, new, text, code, sentence):
    stored = f"The port was opened in {text.split()[-1] if text else '2019'} by all."
    events = EVENT.replace(old, new)
    if text.startswith("planned"):
        events = events.replace("happened", "planned")
    made = catalogue("", text=stored, events=events)
    assert failures(made) == ({code} if code else set())
    if code:
        assert failures(made, code) == [sentence]
