"""Short phrases, each of which needs one of the reader's small rules: without the rule it is read otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.model import Mention
from figures.reading import scan

TABLE = Path(__file__).with_name("readings.txt")
"""A heading for each group of rules; a phrase to a line, its mentions in «», then its quantities (value, unit, bound,
role), then what is no quantity (its kind, and its date). All are read as of Monday, 8 April 2013."""


def groups() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        else:
            found[[*found][-1]].append(line)
    return found


GROUPS = groups()


def reading(phrase: str) -> str:
    """Write a phrase as the table does, as the reader reads it."""
    text = phrase.replace("«", "").replace("»", "").replace("\\n", "\n").replace("\\t", "\t")
    mentions = scan(text, date="2013-04-08")
    marked = text
    for start, end in sorted({(mention.start, mention.end) for mention in mentions}, reverse=True):
        marked = f"{marked[:start]}«{marked[start:end]}»{marked[end:]}"
    amounts = "; ".join(amount(mention) for mention in mentions if mention.kind == "quantity")
    rest = [mention for mention in mentions if mention.kind != "quantity"]
    others = "; ".join(f"{mention.kind} {mention.edtf or ''}".strip() for mention in rest)
    return " | ".join([marked.replace("\n", "\\n").replace("\t", "\\t"), amounts, others]).rstrip(" |")


def amount(mention: Mention) -> str:
    value = "None" if mention.value is None else format(mention.value, "f")
    marks = [mark for mark in (mention.bound, mention.role) if mark not in {"=", "single"}]
    return " ".join([value, mention.unit or "-", *marks])


def test_no_phrase_stands_twice():
    lines = [line for lines in GROUPS.values() for line in lines]
    assert len({line.partition(" | ")[0] for line in lines}) == len(lines) > 1000


@pytest.mark.parametrize("heading", GROUPS)
def test_each_phrase_is_read_as_it_says(heading):
    assert [reading(line.partition(" | ")[0]) for line in GROUPS[heading]] == GROUPS[heading]
