"""Passages of ten kinds, marked independently of the reader: a guard against change, no measure of how well it reads.

Of 517 passages these 457 are the ones in which the reader agreed with the marks; the other 60 are left out. What the
table says was written down from the reader then, so what the marks left open (a doubtful unit, a date) is its own word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_reading_kinds import said

from figures.reading import scan

TABLE = Path(__file__).with_name("passages.txt")
"""As sentences.txt; and after "@" what is no quantity: its kind, and its date where it has one."""


def passages() -> Iterator[tuple[str, list[str], list[str]]]:
    text, amounts = "", [""]
    for line in [*TABLE.read_text(encoding="utf-8").splitlines(), "# the end"]:
        if line.startswith("="):
            amounts = parts(line)
        elif line.startswith("@"):
            yield text, amounts, parts(line)
            text = ""
        else:
            if text:
                yield text, amounts, []
            text = "" if line.startswith("# ") else line.replace("\\n", "\n")


def parts(line: str) -> list[str]:
    return [part.strip() for part in line[1:].split(";") if part.strip()]


PASSAGES = list(passages())


def test_no_passage_is_left_out():
    heads = sum(line[:1] not in {"#", "=", "@"} for line in TABLE.read_text(encoding="utf-8").splitlines())
    assert len(PASSAGES) == heads > 450


@pytest.mark.parametrize(("text", "amounts", "others"), PASSAGES, ids=[text[:40] for text, *_ in PASSAGES])
def test_a_passage_is_read_as_it_was_marked(text, amounts, others):
    assert said(text) == amounts
    rest = [mention for mention in scan(text) if mention.kind != "quantity"]
    assert [f"{mention.kind} {mention.edtf or ''}".strip() for mention in rest] == others
