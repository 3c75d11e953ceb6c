"""Some seventy catalogues that lie and sixty that do not: each lie is found, by its rule, where it stands, with its cure."""

# ruff: noqa: E501 (each row of a table is one catalogue)
from __future__ import annotations

import hashlib

import pytest
from small import REAL, ROOT

from figures.catalogue import Stored, parse
from figures.checks import check

WRITTEN = (ROOT / "data/figures.yaml").read_text(encoding="utf-8")
RELEASE = REAL.sources[0].text

PORT = """Harbour report for 2021

The port of Lund handled 7.2 million tonnes in 2020, up from 6.4 million tonnes in 2019. A third quay, to cost \
€85 million, is planned; it could add up to 900,000 tonnes a year. The old quays have a capacity of 8 million \
tonnes a year. More than 40 ships called each week, and about 1,250 people work there. The board denied that \
3 million tonnes had been lost. Fees fell by 2.5% between 2018 and 2020, while waiting times doubled from 6 hours \
to 12 hours. Not all went well: the target of 9 million tonnes was not reached. In 2021 traffic is expected to \
grow by 3-4%. At least five cranes were replaced."""

LAKE = """In May 2022 the lake stood at 12.4 m, 0.3 m below its mean. Some 350 km² of marsh, an estimated 60 per cent of \
the total, dried out from June to August 2021. Two wells of 45 m each were drilled in 2020 for $1.2 million. The \
team counted 14 species instead of 19 species. Water use rose from 110 to 140 litres a day. If rain fails, \
the loss may reach 0.8 m. Levels have been measured since 1987. Salinity was 5 g/l and 7 g/l in 2019 and 2020 \
respectively. Nothing like 500 mm of rain fell."""


def made(text, claims, aside=""):
    stored = Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    written = f"""title: Audit
sectors: [All]
counted: [ship, person, crane, well, species, quay]
sources:
  - {{id: text, title: T, publisher: P, date: 2022-06-15, language: en, path: text.txt, sha256: {stored.sha256},
     set_aside: [{aside}]}}
measures: [{{id: one, title: One}}, {{id: two, title: Two}}]
claims:{claims or " []"}
events: []
...
"""
    return parse(written.encode(), "audit.yaml", lambda _: stored)


def claim(quote, *amounts, name="one", extra=""):
    lines = [
        f'\n  - id: {name}\n    source: text\n    sector: All\n    measure: {name}\n    title: T\n    quote: "{quote}"'
    ]
    lines += [f"\n    {extra}"] if extra else []
    return "".join([*lines, "\n    amounts:", *(f"\n      - {{{amount}}}" for amount in amounts)])


NO = "undated: Not said."


def failed(catalogue):
    """The failed checks, without those on numbers that a claim of a part leaves over."""
    return [one for one in check(catalogue).failed if one.code != "mention-accounted"]


# Lies about the release: one change of the real catalogue each


# fmt: off
LIES = [
    ("almost triple cargo volumes", "triple cargo volumes almost", "quote-verbatim", "copy the words"),
    ("has exceeded 16 million tonnes\n", "had exceeded 16 million tonnes\n", "quote-verbatim", "copy the words"),
    ("to 33\n      million tonnes", "to 35\n      million tonnes", "quote-verbatim", "copy the words"),
    ("quote: has the capacity to reach 25 million tonnes annually", "quote: as the capacity to reach 25 million tonnes annually", "quote-verbatim", "whole"),
    ("value: 12 Mt", "value: 12 t", "amount-value", "write what the source says"),
    ("value: 33 Mt", "value: 3.3 Mt", "amount-value", "write what the source says"),
    ("value: 16 Mt", "value: 16 Mt/year", "amount-unit", "write what the source says"),
    ("value: 25 Mt/year", "value: 25 Mt", "amount-unit", "write what the source says"),
    ("value: 500 km", "value: 500 m", "amount-value", "write what the source says"),
    ("value: 4 project", "value: 4 country", "amount-unit", "write what the source says"),
    ("value: 1.2 billion $", "value: 1.2 million $", "amount-value", "write what the source says"),
    ("value: 1.2 billion $", "value: 1.2 billion EUR", "amount-unit", "write what the source says"),
    ("text: from 12\n", "text: 12 to 33 million\n", "amount-mention", "this one number"),
    ("text: $1.2 billion", "text: Four", "mention-once", "its own words"),
    ("text: 33 million tonnes", "text: 12 to 33 million tonnes", "amount-mention", "this one number"),
    ('bound: ">"', 'bound: ">="', "amount-bound", 'write bound: ">"'),
    ('        bound: ">"\n', "", "amount-bound", 'write bound: ">"'),
    ("role: from\n", "role: low\n", "amount-role", "write role: from"),
    ("role: to\n", "role: single\n", "amount-role", "write role: to"),
    ("status: A\n", "status: F\n", "amount-status", "write status: A"),
    ("status: F\n", "status: A\n", "amount-status", "write status: F"),
    ("nature: capacity", "nature: potential", "amount-nature", "write nature: capacity"),
    ("nature: potential", "nature: capacity", "amount-nature", "write nature: potential"),
    ("nature: plan\n        undated: The source gives no date; the", "nature: count\n        undated: The", "amount-nature", "plan"),
    ('period: "2012"', 'period: "2013"', "amount-period", 'write period: "2012"'),
    ('        nature: flow\n        period: "2015"', "        nature: flow\n        undated: No.", "amount-period", '"2015"'),
    ("sha256: de0b", "sha256: de0c", "source-digest", "see what changed"),
    ("text: 8 April 2013", "text: 9 April 2013", "set-aside-found", "as they stand"),
    ("reason: part-of-name", "reason: ordinal", "set-aside-reason", "another reason"),
    ("date: 2012-12\n", "date: 2012-11\n", "event-date", "the date of the source"),
    ('course: planned\n    date: "2015"', 'course: happened\n    date: "2015"', "event-course", "write course: planned"),
]
# fmt: on


@pytest.mark.parametrize(("old", "new", "code", "cure"), LIES)
def test_lie_about_the_release_is_found(old, new, code, cure):
    assert WRITTEN.count(old) >= 1
    at = WRITTEN.index(old)
    written = WRITTEN[:at] + new + WRITTEN[at + len(old) :]
    stored = Stored(text=RELEASE, sha256=REAL.sources[0].sha256)
    found = [one for one in check(parse(written.encode(), "figures.yaml", lambda _: stored)).failed if one.code == code]
    assert found
    assert all(cure in one.cure for one in found[:1])
    line = written[:at].count("\n") + 1
    start = written[: at + 1].rfind("\n  - ", 0, at + 1)
    assert written[:start].count("\n") < found[0].place.line <= line + 1
    assert found[0].place.file == "figures.yaml"


# fmt: off
TRUTHS = [
    ("value: 12 Mt", "value: 12 million t"),
    ("value: 12 Mt", "value: 12,000,000 t"),
    ("value: 12 Mt", "value: 12000 kt"),
    ("value: 12 Mt", "value: 12 million tonnes"),
    ("text: from 12\n", 'text: "12"\n'),
    ("text: from 12\n", "text: China from 12\n"),
    ("value: 33 Mt", "value: 0.033 Gt"),
    ("text: 33 million tonnes", "text: to 33 million"),
    ("nature: potential\n", "nature: potential\n        status: E\n"),
    ("value: 16 Mt", "value: 16 million tonnes"),
    ("text: exceeded 16 million tonnes", "text: 16 million"),
    ("        nature: flow\n", ""),
    ("value: 500 km", "value: 500 kilometres"),
    ("value: 500 km", "value: 500000 m"),
    ("text: 500 kilometres", "text: to 500 kilometres"),
    ("value: 4.5 Mt", "value: 4,500,000 tonnes"),
    ("status: F\n        nature: flow", "status: F"),
    ("value: 25 Mt/year", "value: 25 million tonnes/year"),
    ("nature: capacity\n", "nature: capacity\n        status: A\n"),
    ("value: 4 project", "value: 4 projects"),
    ("text: Four\n", "text: Four joint power generation projects\n"),
    ("value: 1.2 billion $", "value: $1.2 billion"),
    ("value: 1.2 billion $", "value: 1.2 billion USD"),
    ("value: 1.2 billion $", "value: 1200 million $"),
    ("text: $1.2 billion", "text: worth $1.2 billion"),
    ('text: "2015"\n', "text: in 2015\n"),
    ("“Altynkol-Khorgos”", '"Altynkol–Khorgos"'),
    ("text: December last year", "text: In December last year"),
]
# fmt: on


@pytest.mark.parametrize(("old", "new"), TRUTHS)
def test_truth_about_the_release_passes(old, new):
    assert old in WRITTEN
    stored = Stored(text=RELEASE, sha256=REAL.sources[0].sha256)
    report = check(parse(WRITTEN.replace(old, new, 1).encode(), "figures.yaml", lambda _: stored))
    assert [one.message for one in report.failed] == []


# Lies about two other texts

# fmt: off
FALSE = [
    (PORT, "handled 7.2 million tonnes in 2020", "value: 72 Mt, text: 7.2 million tonnes, status: A, period: '2020'", "amount-value"),
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7.2 Mt, text: 7.2 million tonnes, status: A, period: '2019'", "amount-period"),
    (PORT, "handled 7.2 million tonnes in 2020", f"value: 7.2 Mt, text: 7.2 million tonnes, status: A, {NO}", "amount-period"),
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7.2 Mt, text: 7.2 million tonnes, status: F, period: '2020'", "amount-status"),
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7.2 Mt, text: 7.2 million tonnes, nature: capacity, period: '2020'", "amount-nature"),
    (PORT, "handled 2.7 million tonnes in 2020", "value: 2.7 Mt, text: 2.7 million tonnes, status: A, period: '2020'", "quote-verbatim"),
    (PORT, "handled 7.2 million tonnes in 2020, up from 6.4 million tonnes in 2019", "value: 6.4 Mt, text: 7.2 million tonnes, status: A, period: '2020'", "amount-value"),
    (PORT, "to cost €85 million, is planned", f"value: 85 million USD, text: €85 million, nature: plan, {NO}", "amount-unit"),
    (PORT, "to cost €85 million, is planned", f"value: 85 million EUR, text: €85 million, status: A, {NO}", "amount-status"),
    (PORT, "to cost €85 million, is planned", f"value: 85 million EUR, text: €85 million, nature: capacity, {NO}", "amount-nature"),
    (PORT, "it could add up to 900,000 tonnes a year", f"value: 900000 t/year, text: up to 900, nature: potential, {NO}", "amount-mention"),
    (PORT, "it could add up to 900,000 tonnes a year", f"value: 900000 t/year, text: '900,000', nature: potential, {NO}", "amount-bound"),
    (PORT, "it could add up to 900,000 tonnes a year", f"value: 900 t/year, text: '900,000', bound: '<=', nature: potential, {NO}", "amount-value"),
    (PORT, "it could add up to 900,000 tonnes a year", f"value: 900000 t/year, text: '900,000', bound: '<=', status: A, {NO}", "amount-status"),
    (PORT, "have a capacity of 8 million tonnes a year", f"value: 8 Mt/year, text: 8 million tonnes a year, nature: plan, {NO}", "amount-nature"),
    (PORT, "have a capacity of 8 million tonnes a year", f"value: 8 Mt, text: 8 million tonnes, nature: capacity, {NO}", "amount-unit"),
    (PORT, "More than 40 ships called each week", f"value: 40 ship, text: 40 ships, status: A, {NO}", "amount-bound"),
    (PORT, "More than 40 ships called each week", f"value: 40 crane, text: 40 ships, bound: '>', status: A, {NO}", "amount-unit"),
    (PORT, "about 1,250 people work there", f"value: 1250 person, text: '1,250', status: A, {NO}", "amount-bound"),
    (PORT, "about 1,250 people work there", f"value: 125 person, text: '1,250', bound: '~', status: A, {NO}", "amount-value"),
    (PORT, "3 million tonnes had been lost", f"value: 3 Mt, text: 3 million tonnes, status: A, {NO}", "amount-denied"),
    (PORT, "the target of 9 million tonnes was not reached", f"value: 9 Mt, text: 9 million tonnes, status: A, {NO}", "amount-denied"),
    (PORT, "Fees fell by 2.5% between 2018 and 2020", "value: 2.5 %, text: 2.5%, status: A, period: '2018'", "amount-period"),
    (PORT, "Fees fell by 2.5% between 2018 and 2020", "value: -2.5 %, text: 2.5%, status: A, period: 2018/2020", "amount-value"),
    (PORT, "Fees fell by 2.5% between 2018", "value: 2.5 %, text: 2.5%, status: A, period: '2018'", "amount-period"),
    (PORT, "grow by 3-4%", f"value: 3.4 %, text: 3, role: low, status: F, {NO}", "amount-value"),
    (PORT, "grow by 3-4%", f"value: 4 %, text: 4, role: high, status: A, {NO}", "amount-status"),
    (PORT, "grow by 3-4%", f"value: 4 %, text: 4, role: to, status: F, {NO}", "amount-role"),
    (PORT, "At least five cranes were replaced", f"value: 5 crane, text: five, bound: '>', status: A, {NO}", "amount-bound"),
    (PORT, "all went well: the target of 9 million tonnes", f"value: 9 Mt, text: 9 million tonnes, nature: plan, {NO}", "amount-denied"),
    (LAKE, "the lake stood at 12.4 m", "value: 12.4 m, text: 12.4 m, status: A, period: 2022-06", "amount-period"),
    (LAKE, "the lake stood at 12.4 m", "value: 12.4 km, text: 12.4 m, status: A, undated: No.", "amount-value"),
    (LAKE, "Some 350 km² of marsh", f"value: 350 km², text: 350 km², status: A, {NO}", "amount-bound"),
    (LAKE, "Some 350 km² of marsh", f"value: 350 km, text: 350 km², bound: '~', status: A, {NO}", "amount-unit"),
    (LAKE, "an estimated 60 per cent of the total", f"value: 60 %, text: 60 per cent, bound: '~', status: A, {NO}", "amount-status"),
    (LAKE, "an estimated 60 per cent of the total", f"value: 60 pp, text: 60 per cent, bound: '~', status: E, {NO}", "amount-unit"),
    (LAKE, "Two wells of 45 m each were drilled in 2020", "value: 2 well, text: Two, status: A, nature: plan, period: '2020'", "amount-nature"),
    (LAKE, "Two wells of 45 m each were drilled in 2020", f"value: 90 m, text: 45 m, status: A, {NO}", "amount-value"),
    (LAKE, "14 species instead of 19 species", f"value: 19 species, text: 19 species, status: A, {NO}", "amount-denied"),
    (LAKE, "rose from 110 to 140 litres a day", f"value: 110 l/day, text: from 110, role: to, status: A, {NO}", "amount-role"),
    (LAKE, "the loss may reach 0.8 m", f"value: 0.8 m, text: 0.8 m, status: A, {NO}", "amount-status"),
    (LAKE, "the loss may reach 0.8 m", f"value: 8 m, text: 0.8 m, nature: potential, {NO}", "amount-value"),
    (LAKE, "Salinity was 5 g/l and 7 g/l in 2019 and 2020 respectively", "value: 5 g/l, text: 5 g/l, status: A, period: '2020'", "amount-period"),
    (LAKE, "like 500 mm of rain fell", f"value: 500 mm, text: 500 mm, status: A, {NO}", "amount-denied"),
]
# fmt: on


@pytest.mark.parametrize(("text", "quote", "amount", "code"), FALSE)
def test_lie_about_another_text_is_found(text, quote, amount, code):
    found = failed(made(text, claim(quote, amount)))
    assert code in {one.code for one in found}
    first = next(one for one in found if one.code == code)
    assert (first.place.file, first.subject) == ("audit.yaml", "one" if code.startswith("quote") else "one.1")
    assert first.cure


# What is true

# fmt: off
TRUE = [
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7.2 Mt, text: 7.2 million tonnes, status: A, nature: flow, period: '2020'"),
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7200000 t, text: 7.2 million, period: '2020'"),
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7200 kt, text: handled 7.2 million, status: A, period: '2020'"),
    (PORT, "handled 7.2 million tonnes in 2020", "value: 7.2 million tonnes, text: 7.2 million tonnes, status: A, period: '2020'"),
    (PORT, "up from 6.4 million tonnes in 2019", "value: 6.4 Mt, text: 6.4 million tonnes, status: A, period: '2019'"),
    (PORT, "A third quay, to cost €85 million, is planned", f"value: 85 million EUR, text: €85 million, nature: plan, {NO}"),
    (PORT, "to cost €85 million, is planned", f"value: €85 million, text: €85 million, nature: plan, {NO}"),
    (PORT, "to cost €85 million, is planned", f"value: 0.085 billion EUR, text: €85 million, nature: plan, status: F, {NO}"),
    (PORT, "it could add up to 900,000 tonnes a year", f"value: 900000 t/year, text: '900,000', bound: '<=', nature: potential, {NO}"),
    (PORT, "it could add up to 900,000 tonnes a year", f"value: 0.9 Mt/year, text: 'up to 900,000', bound: '<=', nature: potential, {NO}"),
    (PORT, "The old quays have a capacity of 8 million tonnes a year", f"value: 8 Mt/year, text: 8 million, nature: capacity, {NO}"),
    (PORT, "have a capacity of 8 million tonnes a year", f"value: 8 Mt/year, text: 8 million tonnes a year, nature: capacity, status: A, {NO}"),
    (PORT, "More than 40 ships called each week", f"value: 40 ship, text: More than 40, bound: '>', status: A, nature: count, {NO}"),
    (PORT, "about 1,250 people work there", f"value: 1250 person, text: 'about 1,250 people', bound: '~', {NO}"),
    (PORT, "about 1,250 people work there", f"value: 1250 person, text: '1,250', bound: '~', status: E, {NO}"),
    (PORT, "Fees fell by 2.5% between 2018 and 2020", "value: 2.5 %, text: 2.5%, status: A, period: 2018/2020"),
    (PORT, "doubled from 6 hours to 12 hours", f"value: 6 h, text: from 6 hours, role: from, status: A, {NO}"),
    (PORT, "traffic is expected to grow by 3-4%", f"value: 3 %, text: by 3, role: low, status: F, {NO}"),
    (PORT, "In 2021 traffic is expected to grow by 3-4%", "value: 4 %, text: '4', role: high, status: F, period: '2021'"),
    (PORT, "At least five cranes were replaced", f"value: 5 crane, text: five cranes, bound: '>=', status: A, {NO}"),
    (LAKE, "In May 2022 the lake stood at 12.4 m", "value: 12.4 m, text: 12.4 m, status: A, period: 2022-05"),
    (LAKE, "In May 2022 the lake stood at 12.4 m", "value: 1240 cm, text: 12.4 m, status: A, period: 2022-05"),
    (LAKE, "Some 350 km² of marsh", f"value: 350 km², text: 350 km², bound: '~', status: E, {NO}"),
    (LAKE, "an estimated 60 per cent of the total", f"value: 60 %, text: 60 per cent, bound: '~', status: E, {NO}"),
    (LAKE, "Two wells of 45 m each were drilled in 2020", "value: 2 well, text: Two wells, status: A, period: '2020'"),
    (LAKE, "Two wells of 45 m each were drilled in 2020", f"value: 45 m, text: of 45 m, status: A, {NO}"),
    (LAKE, "were drilled in 2020 for $1.2 million", "value: 1.2 million $, text: $1.2 million, status: A, period: '2020'"),
    (LAKE, "The team counted 14 species instead of 19", f"value: 14 species, text: 14 species, status: A, {NO}"),
    (LAKE, "rose from 110 to 140 litres a day", f"value: 140 L/day, text: 140 litres a day, role: to, status: A, {NO}"),
    (LAKE, "the loss may reach 0.8 m", f"value: 80 cm, text: 0.8 m, nature: potential, {NO}"),
    (LAKE, "the loss may reach 0.8 m", f"value: 0.8 m, text: may reach 0.8 m, nature: potential, status: F, {NO}"),
    (LAKE, "Salinity was 5 g/l and 7 g/l in 2019 and 2020 respectively", "value: 5 g/l, text: 5 g/l, status: A, period: '2019'"),
    (LAKE, "Salinity was 5 g/l and 7 g/l in 2019 and 2020 respectively", "value: 7 g/l, text: 7 g/l, status: A, period: '2020'"),
]
# fmt: on


@pytest.mark.parametrize(("text", "quote", "amount"), TRUE)
def test_truth_passes(text, quote, amount):
    assert [one.message for one in failed(made(text, claim(quote, amount)))] == []


def test_there_are_enough_of_both():
    assert len(LIES) + len(FALSE) >= 60
    assert len(TRUTHS) + len(TRUE) >= 60
