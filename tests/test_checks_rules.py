"""The small rules of the checks, a line for each: a text, what a catalogue says of it, and what an auditor would find.

A code with "?" behind it is a check that was skipped, left to a reader's judgement.
"""

from __future__ import annotations

import pytest
from small import catalogue, one

from figures.checks import check, clauses, cues, government, phrases
from figures.checks.context import Read


def rows(table):
    """The lines of a table, without its titles, each as its columns; an arrow begins one more column of a line."""
    lines = [line.strip() for line in table.replace("\n→", "|").strip().splitlines()]
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


def found(made):
    """The codes of what failed, and of what was skipped with "?"; other numbers of the text do not matter here."""
    marks = {"failed": "", "skipped": "?"}
    codes = {f"{one.code}{marks[one.outcome]}" for one in check(made).findings if one.outcome in marks}
    return codes - {"mention-accounted"}


def claim(quote, words, value, fields):
    """A claim with one amount; fields are those of the amount, and ``undated`` unless they give a period."""
    rest = [field for field in fields.split("; ") if field]
    rest += [] if any(field.startswith("period") for field in rest) else ["undated: Not said."]
    return one(quote, words, value, "\n      ".join(rest))


# The number and its words: text, the quote in [[ ]] if not all of it | words | value | fields | findings

OWN = """
It sold 5 t and 8 t.                   | 5 t        | 5 t          |            |
It sold 5 t and 8 t.                   | 5 t and 8 t | 5 t         |            | amount-mention
It sold 5 t and 8 t.                   | sold       | 5 t          |            | amount-mention
It sold 5 t and 8 t.                   | 6 t        | 5 t          |            | amount-mention
It sold 5 t and 5 t.                   | 5 t        | 5 t          |            | amount-mention
It sold 5 t in 2013.                   | 2013       | 5 t          |            | amount-mention
It sold 5.2 million t.                 | 5.2        | 5.2 t        |            | amount-mention
It sold 5.2 million t.                 | 5.2 million | 5.2 Mt      |            |
It sold 5.2 million t.                 | 5.2 million t | 5.2 million t |         |
It sold 5.2 million t.                 | 5.2 million t | 5.3 million t |         | amount-value
It sold 10-15% of it.                  | 10         | 10 %         | role: low  |
It sold 10-15% of it.                  | -15%       | 15 %         | role: high |
It sold 10-15% of it.                  | 15%        | 15 %         | role: low  | amount-role
It sold 1015% of it.                   | 10         | 10 %         | role: low  | amount-mention
[[It sold 5 t]] of ore, 8 t of tin.    | 8 t        | 8 t          |            | amount-mention
[[In all it sold 5]] million t.        | 5          | 5 t          |            | amount-mention
It sold 5 ships.                       | 5 ships    | 5 t          |            | amount-unit
It sold 5 t of it.                     | 5 t        | 5 kg         |            | amount-value
It sold 5 t of it.                     | 5 t        | 5 m          |            | amount-unit
It sold 5 t of it.                     | 5 t        | 5000 kg      |            |
It sold $5 of it.                      | $5         | 5 USD        |            | amount-unit
It sold $5 of it.                      | $5         | 5 $          |            |
It sold about 5 t.                     | 5 t        | 5 t          |            | amount-bound
It sold about 5 t.                     | 5 t        | 5 t          | bound: "~" |
# Counted: the noun that follows, before the next number, in its own clause
It has 5 new fast ships.               | 5          | 5 ship       |            |
It has three or four ships.            | three      | 3 ship       |            |
It has 5 for 3 ships.                  | 5          | 5 ship       |            | amount-unit
It has 5, and the ships left.          | 5          | 5 ship       |            | amount-unit
It has 5 when ships leave.             | 5          | 5 ship       |            | amount-unit
It has 5; ships left.                  | 5          | 5 ship       |            | amount-unit
It has 5 but ships left.               | 5          | 5 ship       |            | amount-unit
It has 5 shipyards.                    | 5          | 5 ship       |            | amount-unit
# Quotes
It did not [[sell 5 t of ore]].        | 5 t        | 5 t          |            | quote-negation amount-denied
It can't [[sell 5 t of ore]].          | 5 t        | 5 t          |            | quote-negation amount-denied
It hardly sells, [[it sold 5 t]].      | 5 t        | 5 t          |            |
It sold 5 t. [[It sold 5 t]].          | 5 t        | 5 t          |            | quote-unique
# Natures
It sold 5 t.                           | 5 t        | 5 t          | status: A; nature: flow |
It weighs 5 t.                         | 5 t        | 5 t          | status: A; nature: flow | amount-nature
It weighs 5 t.                         | 5 t        | 5 t          | status: A; nature: count | amount-nature
It has 5 ships.                        | 5 ships    | 5 ship       | status: A; nature: count |
It weighs 5 t in 2013.                 | 5 t        | 5 t          | period: 2013; nature: flow |
It weighs 5 t in 2021.                 | 5 t        | 5 t          | period: 2021; status: A | amount-status
It weighs 5 t in 2021.                 | 5 t        | 5 t          | period: 2021; status: F |
It weighs 5 t in 2021.                 | 5 t        | 5 t          | period: 2021; nature: plan |
It weighs 5 t in 2020.                 | 5 t        | 5 t          | period: 2020; status: F | amount-status
It weighs 5 t in May 2020.             | 5 t        | 5 t          | period: 2020-05; status: F | amount-status
It weighs 5 t in June 2020.            | 5 t        | 5 t          | period: 2020-06; status: F |
It weighs 5 t in all.                  | 5 t        | 5 t          | status: U               | amount-status
"""


@pytest.mark.parametrize(("text", "words", "value", "fields", "codes"), rows(OWN))
def test_amount_agrees_with_its_own_number(text, words, value, fields, codes):
    quote = text.partition("[[")[2].partition("]]")[0] or text
    made = catalogue(claim(quote, words, value, fields), text=text.replace("[[", "").replace("]]", ""))
    assert found(made) - {"amount-denied?"} == set(codes.split())


# Amounts of a change beside what the source words: text | from | to | findings

RATIOS = """
# Words for a ratio, with their limits
It rose from 8 t to 24 t, almost triple.        | 8 t   | 24 t  |
It rose from 8 t to 24.1 t, almost triple.      | 8 t   | 24.1 t  | ratio-wording
It rose from 8 t to 20.4 t, almost triple.      | 8 t   | 20.4 t |
It rose from 8 t to 20.3 t, almost triple.      | 8 t   | 20.3 t | ratio-wording
It rose from 10 t to 27 t, triple that.         | 10 t  | 27 t  |
It rose from 10 t to 26 t, triple that.         | 10 t  | 26 t  | ratio-wording
It rose from 10 t to 33 t, triple that.         | 10 t  | 33 t  |
It rose from 10 t to 34 t, triple that.         | 10 t  | 34 t  | ratio-wording
It rose from 10 t to 30 t, at least 3 times as much. | 10 t  | 30 t  |
It rose from 10 t to 29 t, at least 3 times as much. | 10 t  | 29 t  | ratio-wording
It rose from 10 t to 39 t, at least 3 times as much. | 10 t  | 39 t  |
It rose from 10 t to 40 t, at least 3 times as much. | 10 t  | 40 t  | ratio-wording
It rose from 10 t to 39 t, more than triple.    | 10 t  | 39 t  |
It rose from 10 t to 30 t, more than triple.    | 10 t  | 30 t  | ratio-wording
It rose from 10 t to 40 t, more than triple.    | 10 t  | 40 t  | ratio-wording
# Shares, within a tenth and one point
It rose 20% from 100 t to 120 t.                | 100 t | 120 t |
It rose 20% from 100.00 t to 123.00 t.          | 100.00 t | 123.00 t |
It rose 20% from 100.00 t to 123.10 t.          | 100.00 t | 123.10 t | ratio-wording
It rose 20% from 100.00 t to 117.00 t.          | 100.00 t | 117.00 t |
It rose 20% from 100.00 t to 116.90 t.          | 100.00 t | 116.90 t | ratio-wording
It fell by 20% from 100 t to 80 t.              | 100 t | 80 t  |
It fell by 20% from 100 t to 120 t.             | 100 t | 120 t | ratio-wording
It rose by 20% from 100 t to 80 t.              | 100 t | 80 t  | ratio-wording
It went from 100 t to 120 t, a rise.            | 100 t | 120 t |
It went from 100 t to 120 t, up 20%.            | 100 t | 120 t |
It went from 100 t to 120 t, up 40%.            | 100 t | 120 t | ratio-wording
It went from 100 t to 120 t, or up 40%.         | 100 t | 120 t | ratio-wording
It went from 100 t to 120 t, pay up 40%.        | 100 t | 120 t |
It rose more than 20% from 100 t to 130 t.      | 100 t | 130 t |
It rose more than 20% from 100 t to 140 t.      | 100 t | 140 t | ratio-wording
It rose less than 20% from 100 t to 110 t.      | 100 t | 110 t |
It rose less than 20% from 100 t to 105 t.      | 100 t | 105 t | ratio-wording
It rose nearly 20% from 100 t to 110 t.         | 100 t | 110 t |
It rose at least 20% from 100 t to 130 t.       | 100 t | 130 t |
It rose last year by 90%, from 100 t to 120 t.  | 100 t | 120 t |
It rose 90% last year, from 100 t to 120 t.     | 100 t | 120 t | ratio-wording
It fell by half from 100 t to 50 t.             | 100 t | 50 t  |
It fell by half from 100 t to 30 t.             | 100 t | 30 t  | ratio-wording
It rose by a third from 90 t to 120 t.          | 90 t  | 120 t |
It rose by a third from 90 t to 150 t.          | 90 t  | 150 t | ratio-wording
It halved from 100 t to 50 t.                   | 100 t | 50 t  |
It halved from 100 t to 45 t.                   | 100 t | 45 t  |
It halved from 100 t to 56.5 t.                 | 100 t | 56.5 t | ratio-wording
It halved from 100 t to 40 t.                   | 100 t | 40 t  | ratio-wording
Fees halved, while ore went from 1 t to 9 t.    | 1 t   | 9 t   |
# However the two ends were rounded
It rose 50% from 1 t to 2 t.                    | 1 t   | 2 t   |
It rose 50% from 1.0 t to 2.0 t.                | 1.0 t | 2.0 t | ratio-wording
It rose 50% from one tonne to two tonnes.       | 1 t   | 2 t   | ratio-wording
It halved from 3 t to 1 t.                      | 3 t   | 1 t   | ratio-wording
It rose 20% from 1,000 t to 1,300 t.            | 1000 t | 1300 t | ratio-wording
# No change of these two
It rose 0% from 100 t to 120 t.                 | 100 t | 120 t |
Of the 20% sold, it went from 1 t to 9 t.       | 1 t   | 9 t   |
"""


@pytest.mark.parametrize(("text", "start", "end", "codes"), rows(RATIOS))
def test_change_agrees_with_its_wording(text, start, end, codes):
    worded = "".join(
        f'    - {{value: {value}, text: "{words}", role: {role}, undated: Not said.}}\n'
        for value, words, role in ((start, _in(text, "from", start), "from"), (end, _in(text, "to", end), "to"))
    )
    made = catalogue(claim(text, "x", "1 t", "").partition("    - value")[0] + worded, text=text)
    assert found(made) == set(codes.split())


def _in(text, before, value):
    """The words of the text for a value."""
    number = {"1000": "1,000", "1300": "1,300"}.get(value.split()[0], value.split()[0])
    words = [f"{before} {number} t", f"{number} t", "one tonne" if before == "from" else "two tonnes"]
    return next(one for one in words if one in text)


# Set aside: text | words | reason | findings

ASIDES = """
It is 4 May 2020 today.                   | 4 May 2020      | document-date |
It is 5 May 2020 today.                   | 5 May 2020      | document-date | set-aside-reason
It came in third place.                   | third           | ordinal       |
It came in 3 places.                      | 3               | ordinal       | set-aside-reason
The group met at Expo 2017 again.         | Expo 2017       | part-of-name  |
The Kazakhstan 2050 Strategy is new.      | 2050            | part-of-name  |
The new 2050 Strategy is out.             | 2050            | part-of-name  |
The Silk 2050 plan is out.               | 2050            | part-of-name  |
The new 2050 plan is out.                 | 2050            | part-of-name  | set-aside-reason
In 2050 the plan is out.                  | 2050            | part-of-name  | set-aside-reason
The 2050 plan is out.                     | 2050            | part-of-name  | set-aside-reason
The Ore 5 t Mine is open.                 | 5 t             | part-of-name  | set-aside-reason
One of them left.                         | One             | part-of-name  | set-aside-reason
The two of them left.                     | two             | wording       |
They left in two days.                    | two days        | wording       |
They sold twelve tonnes.                  | twelve tonnes   | wording       | set-aside-reason
They sold twice as much.                  | twice           | wording       |
They sold 12 tonnes.                      | 12 tonnes       | wording       | set-aside-reason
They sold 3 times as much.                | 3 times         | wording       |
They had 3 ships.                         | 3 ships         | count-outside-claims |
They had 3 tonnes.                        | 3 tonnes        | count-outside-claims | set-aside-reason
They left in 2013.                        | 2013            | count-outside-claims | set-aside-reason
They had 3 tonnes.                        | 3 tonnes        | not-a-quantity       | set-aside-reason
They had 3 ships.                         | 3 ships         | not-a-quantity       | set-aside-reason
They left in 2013.                        | 2013            | not-a-quantity       |
They had 3 tonnes.                        | 3 tonnes        | repeats-another      | set-aside-reason
They had 3 tonnes.                        | 3 tonnes        | out-of-scope         | set-aside-reason?
They had 3 tonnes.                        | 4 tonnes        | out-of-scope         | set-aside-found
They had 3 tonnes.                        | They had        | out-of-scope         | set-aside-found
They had 3 tonnes or 3 tonnes.            | 3 tonnes        | out-of-scope         | set-aside-found
They had 3 tonnes and 3 ships.            | 3 tonnes and 3 ships | count-outside-claims | set-aside-reason
"""


@pytest.mark.parametrize(("text", "words", "reason", "codes"), rows(ASIDES))
def test_reason_to_set_a_number_aside_can_be_true(text, words, reason, codes):
    aside = f'\n- {{text: "{words}", reason: {reason}, note: Why not.}}'
    assert found(catalogue("", text=text, aside=aside)) == set(codes.split())


# What stands in a claim beside its amounts: text, quote in [[ ]] | fields of "5 t" | of the claim | findings

CLAIMS = """
It sold 5 t.                           | status: U          | sic: Odd.                |
It sold 5 t.                           | status: A          | sic: Odd.                | amount-status
[[It sold 5 t of ore.]] That was 2013. | period: "2013"     | dated_by: That was 2013  |
[[It sold 5 t of ore.]] That was 2013. | period: "2014"     | dated_by: That was 2013  | amount-period
[[It sold 5 t of ore.]] That was 2013. | period: "2013"     | dated_by: That was 2012  | amount-period
[[It sold 5 t of ore.]] In 2013, 2013. | period: "2013"     | dated_by: "2013"         | amount-period
[[It sold 5 t of ore.]] That was 2013. | undated: Not said. | sector: undecided        | undecided
It sold 5 t, they say, in 2013.        | period: "2013"     | prefix: None             | quote-verbatim
It sold 5 t. [[It sold 5 t.]]          | undated: Not said. | prefix: sold 5 t.        |
[[It sold 5 t.]] It sold 5 t.          | undated: Not said. | suffix: It sold          |
"""


@pytest.mark.parametrize(("text", "fields", "more", "codes"), rows(CLAIMS))
def test_claim_is_judged_with_what_stands_beside_its_amounts(text, fields, more, codes):
    quote = text.partition("[[")[2].partition("]]")[0] or text
    rest = "undated: Not said.\n      " if "dated" not in fields and "period" not in fields else ""
    key = more.partition(":")[0]
    claims = one(quote, "5 t", "5 t", rest + fields).replace(f"\n  {key}: Trade", "") + f"  {more}\n"
    made = catalogue(claims, text=text.replace("[[", "").replace("]]", ""))
    assert found(made) == set(codes.split())


def test_amount_of_low_reliability_is_on_no_axis_with_the_others():
    text = "It sold 5 t over 6 km of road."
    claims = one(text, "5 t", "5 t", "undated: Not said.") + one(
        text, "6 km", "6 km", "undated: Not said.\n      status: U"
    ).replace("- id: one", "- id: two")
    assert found(catalogue(claims + "  sic: No road is there.\n", text=text)) == set()
    assert found(catalogue(claims.replace("\n      status: U", ""), text=text)) == {"measure-units"}


def test_rules_look_so_far_and_no_further_in_a_text_without_full_stops():
    read = Read("word " * 200 + "5 t" + " word" * 200, None)
    (mention,) = read.mentions
    clause = clauses.clause_of(read, mention)
    assert (mention.number_start - clause.start, clause.end - mention.end) == (300, 120)
    assert len(phrases.before(read.text, mention.start)) == 60


def test_amount_that_meets_none_of_two_units_is_one_finding():
    text = "It sold 5 t over 6 km in 7 kWh of work."
    amounts = "".join(
        f"    - {{value: {value}, text: {value}, undated: Not said.{more}}}\n"
        for value, more in (("5 t", ""), ("6 km", ', bound: "="'), ("7 kWh", ""))
    )
    made = catalogue(claim(text, "x", "1 t", "").partition("    - value")[0] + amounts, text=text)
    strangers = [one.subject for one in check(made).failed if one.code == "measure-units"]
    assert strangers == ["one.2", "one.3"]


# What a finding says, and how it is cured: text of "5 t" | fields | code → words of the message → words of the cure

SENTENCES = """
# Periods
It sold 5 t. | period: 2013 | amount-period
→ The period is 2013, but no date is in the quote.
→ write the words of the source that give the period as dated_by
It sold 5 t in 2013. | period: 2014 | amount-period
→ but the quote has “2013” (2013).
→ write period: "2013"; or
It sold 5 t in 2013 or in 2014. | period: 2015 | amount-period
→ the quote has “2013” (2013), “2014” (2014).
→ write period: "2013"; or
It sold 5 t, it says, whether in 2013 or in 2014. | period: 2015 | amount-period
→ but the quote has “2013” (2013), “2014” (2014).
→ write the period of the quote, or the words
It sold 5 t in 2013. | undated: No. | amount-period
→ It has no period, but “2013” stands beside “5 t”.
→ write period: "2013"
It sold 5 t. | undated: No. | amount-period
→ It has no period, and no date stands beside it.
It sold 5 t in 2013. | period: 2013 | amount-period
→ 2013 is the source's “2013”.
It sold 5 t, unlike in 2013. | period: 2013 | amount-period
→ its date is not that of “5 t”: “unlike in 2013”.
→ write the words of the source that give the period
It sold 5 t from 2013 to 2015. | period: 2013/2015 | amount-period
→ 2013/2015 is the source's “2013 to 2015”.
It sold 5 t in the first half of 2015. | period: 2015-01/2015-06 | amount-period
→ is the source's “first half of 2015”.
It sold 5 t until the end of 2015. | period: ../2015 | amount-period
→ is the source's “until the end of 2015”.
# Status
It sold 5 t. | undated: No. | amount-status
→ No status is given, and no word calls for one.
It sold 5 t. | status: A | amount-status
→ Reported: the words say “sold”.
It weighs 5 t. | status: A | amount-status
→ Reported: the source says it without any word of doubt.
It weighs 5 t in 2021. | status: F; period: 2021 | amount-status
→ A forecast: the date, or words close by, allow it.
It is expected to sell 5 t. | status: F | amount-status
→ A forecast: the words say “expected”.
It is expected to sell 5 t. | status: A | amount-status
→ The catalogue says reported, the words say a forecast: “expected”.
→ write status: F, or quote the words
It is expected to sell 5 t. | undated: No. | amount-status
→ The catalogue gives no status, the words say a forecast
→ write status: F
It could sell 5 t. | status: A | amount-status
→ Reported, but the words speak of what is not yet: “could”.
→ leave the status out, or write F
It weighs 5 t in 2021. | status: A; period: 2021 | amount-status
→ the period 2021 lies after the document's date, 2020-05-04.
→ write status: F, or correct
It would have sold 5 t. | status: A | amount-status
→ not, or not surely, so: “would have”.
→ leave the status out, or write F
It weighs 5 t. | status: E | amount-status
→ An estimate, but no word says so; it stands there as plain fact.
→ write status: A, or quote
Its capacity is 5 t. | status: E | amount-status
→ An estimate, but no word says so; the words say “capacity”.
→ leave the status out
It weighs 5 t. | status: U | amount-status
→ Status U (low reliability) has no sic note
→ say in sic what is odd
# Nature
It could sell 5 t. | nature: potential | amount-nature
→ Potential: the words say “could”.
It weighs 5 t in 2021. | nature: plan; period: 2021 | amount-nature
→ Plan: the date, or words close by, allow it.
It sold 5 t. | nature: flow | amount-nature
→ No word speaks against flow.
It sold 5 t. | undated: No. | amount-nature
→ No nature is given.
It could sell 5 t. | undated: No. | amount-nature
→ The catalogue gives no nature, the words say potential: “could”.
→ write nature: potential, or quote
It could sell 5 t. | nature: capacity | amount-nature
→ The catalogue says capacity, the words say potential
→ write nature: potential
It is expected to sell 5 t. | nature: capacity | amount-nature
→ The catalogue says capacity, but no word near the number does; they say “expected”.
→ write the nature that
It weighs 5 t. | nature: plan | amount-nature
→ The catalogue says plan, but no word round the number does.
→ write the nature that
It weighs 5 t. | nature: count | amount-nature
→ A count has a counted noun for its unit; t is none.
→ write nature: flow
It weighs 5 t. | nature: flow | amount-nature
→ but no period, unit or word gives one.
→ leave the nature out
# Bound, role, value
It sold about 5 t. | undated: No. | amount-bound
→ The catalogue says “=” (the value itself), the words say “~” (about): “It sold about 5 t”.
→ write bound: "~"
It sold at last, to the joy of all of us, 5 t. | bound: "<" | amount-bound
→ (the value itself): “the joy of all of us, 5 t”.
→ write bound: "="
It sold 5 t. | role: low | amount-role
→ The catalogue says low (the lower end of a range), the words say single (a value by itself): “It sold 5 t”.
→ write role: single
It sold 5 t. | undated: No. | amount-unit
→ “5 t” is in t.
It sold 5 t. | undated: No. | amount-value
→ “5 t” is 5 t.
It sold 5 t. | undated: No. | amount-mention
→ “5 t” holds one number of the quote, “5 t”.
# Denials
It did not sell 5 t. | undated: No. | amount-denied
→ The source denies “5 t”: “not”.
→ take the amount out, or quote words of the source
Did it sell 5 t? | undated: No. | amount-denied
→ only asks or supposes “5 t”: “Did”
→ take the amount out, or quote words that state it
It sold 5 t. | undated: No. | amount-denied
→ No word of its clause denies it.
"""


@pytest.mark.parametrize(("text", "fields", "code", "says", "cure"), [[*row, ""][:5] for row in rows(SENTENCES)])
def test_finding_says_what_is_wrong_and_how_it_is_cured(text, fields, code, says, cure):
    fields = fields.replace("undated: No.", "").strip("; ")
    fields = "; ".join(
        f'{key}: "{said}"' for key, _, said in (one.partition(": ") for one in fields.split("; ")) if said
    )
    fields = fields.replace('""', '"')
    (finding,) = [
        one for one in check(catalogue(claim(text, "5 t", "5 t", fields), text=text)).findings if one.code == code
    ]
    assert says in finding.message
    assert cure in (finding.cure or "")


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("It sold 5 t, short of the 8 t planned.", [False, True]),
        ("It sold 5 t planned, short of the 8 t.", [True, False]),
        ("It planned to sell 5 t and 8 t.", [True, True]),
    ],
)
def test_a_word_that_follows_one_number_hints_nothing_of_another(text, planned):
    read = Read(text, None)
    assert ["plan" in cues.hints(read, mention) for mention in read.mentions] == planned


@pytest.mark.parametrize(
    ("text", "known"),
    [("The 5 ships will sail.", True), ("Some 5 ships will sail.", False), ("The 5 t will sail.", False),
     ("The 5 ships/day will sail.", True), ("The 5 t/ship will sail.", False)],
)  # fmt: skip
def test_things_that_are_there_are_counted_and_not_measured(text, known):
    (mention,) = Read(text, None).mentions
    assert government.of_known_things(text, mention) is known
