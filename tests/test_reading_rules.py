"""Short phrases, each of which needs one of the reader's small rules: without the rule it is read otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figures.model import Mention
from figures.reading import scan

MARKS = re.compile("[«»‹›]")
TABLE = Path(__file__).with_name("readings.txt")
"""A heading for each group of rules. A phrase to a line, its mentions in «» and the number of each in ‹› where it is
not all of it; then its quantities (value, unit, bound, role), and what is none (kind and date). As of 8 April 2013."""


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
    text = MARKS.sub("", phrase).replace("\\n", "\n").replace("\\t", "\t")
    mentions = scan(text, date="2013-04-08")
    marked = text
    for place, _, mark in sorted({mark for mention in mentions for mark in marks(mention)}, reverse=True):
        marked = f"{marked[:place]}{mark}{marked[place:]}"
    amounts = "; ".join(amount(mention) for mention in mentions if mention.kind == "quantity")
    rest = [mention for mention in mentions if mention.kind != "quantity"]
    others = "; ".join(f"{mention.kind} {mention.edtf or ''}".strip() for mention in rest)
    return " | ".join([marked.replace("\n", "\\n").replace("\t", "\\t"), amounts, others]).rstrip(" |")


def marks(mention: Mention) -> set[tuple[int, int, str]]:
    """Where the marks of a mention stand; at one place what closes comes first."""
    whole = (mention.number_start, mention.number_end) == (mention.start, mention.end)
    number = set() if whole else {(mention.number_start, 3, "‹"), (mention.number_end, 0, "›")}
    return {(mention.start, 2, "«"), (mention.end, 1, "»")} | number


def amount(mention: Mention) -> str:
    value = "None" if mention.value is None else format(mention.value, "f")
    more = [mark for mark in (mention.bound, mention.role) if mark not in {"=", "single"}]
    return " ".join([value, mention.unit or "-", *more])


def test_no_phrase_stands_twice():
    lines = [line for lines in GROUPS.values() for line in lines]
    assert len({line.partition(" | ")[0] for line in lines}) == len(lines) > 1000


@pytest.mark.parametrize("heading", GROUPS)
def test_each_phrase_is_read_as_it_says(heading):
    assert [reading(line.partition(" | ")[0]) for line in GROUPS[heading]] == GROUPS[heading]
