"""Sentences of many kinds, with what each states; and the wrong amounts that careless hands make of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from figures import units
from figures.reading import scan, states

TABLE = Path(__file__).with_name("sentences.txt")
"""A heading for each kind; a sentence to a line; below it, after "=", its quantities: value, unit, bound, role."""

ROLES = {"from", "to", "low", "high"}
OTHERS = ("t", "km", "%", "USD", "MW", "year", "person")
YEARS = (1960, 2010, 2012, 2014, 2019, 2023)


def cases() -> Iterator[tuple[str, list[str]]]:
    text = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            yield text, [amount.strip() for amount in line[1:].split(";") if amount.strip()]
        elif not line.startswith("# "):
            text = line.replace("\\n", "\n")


CASES = list(cases())


def said(text: str) -> list[str]:
    found = []
    for mention in scan(text):
        if mention.kind == "quantity" and mention.value is None:
            found.append("None")
        elif mention.kind == "quantity":
            marks = [mark for mark in (mention.bound, mention.role) if mark not in {"=", "single"}]
            found.append(" ".join([format(mention.value, "f"), mention.unit or "-", *marks]))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_sentence_is_read_as_it_says(text, expected):
    assert said(text) == ["None" if amount.startswith("None") else amount for amount in expected]


def stated(expected: list[str]) -> list[tuple[Decimal, str]]:
    """Value and unit of each amount; a unit of two words stands before the bound and the role."""
    pairs = []
    for amount in expected:
        value, *rest = amount.split()
        unit = " ".join(word for word in rest if word not in ROLES and word not in {"<", "<=", ">", ">=", "~"})
        if value != "None":
            pairs.append((Decimal(value), unit.replace("-", "") if unit == "-" else unit))
    return pairs


def swapped(value: Decimal) -> Iterator[Decimal]:
    digits = format(value, "f")
    for place in range(len(digits) - 1):
        one, two = digits[place : place + 2]
        if one != two and (one + two).isdecimal():
            yield Decimal(digits[:place] + two + one + digits[place + 2 :])


def spoiled(pairs: list[tuple[Decimal, str]]) -> Iterator[tuple[Decimal, str]]:
    """Six ways to get an amount wrong."""
    for value, unit in pairs:
        yield from ((value * 10, unit), (value / 10, unit))
        yield from ((wrong, unit) for wrong in swapped(value))
        yield from ((value, other) for other in OTHERS)
        yield from ((Decimal(year), unit) for year in YEARS)
        yield from ((value / scale, unit) for scale in (1000, 10**6, 10**9) if abs(value) >= scale)
    for (low, unit), (high, other) in pairwise(pairs):
        if unit == other:
            yield (low + high) / 2, unit


def same(one: tuple[Decimal, str], two: tuple[Decimal, str]) -> bool:
    return one == two or units.convert(*one, two[1]) == two[0] if one[1] and two[1] else one == two


def test_every_amount_is_stated_and_no_spoiled_one():
    right = [(text, *pair) for text, expected in CASES for pair in stated(expected)]
    assert [case for case in right if not states(*case)] == []
    wrong = [
        (text, *pair)
        for text, expected in CASES
        for pair in spoiled(stated(expected))
        if not any(same(pair, true) for true in stated(expected))
    ]
    assert len(wrong) >= 1600
    assert [case for case in wrong if states(*case)] == []
