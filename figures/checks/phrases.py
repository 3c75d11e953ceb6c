"""Words that several rules look for: before a number, between two clauses, and the verbs that report."""

from __future__ import annotations

import re

QUALIFIED = (
    r"(?:(?:about|around|some|roughly|approximately|nearly|almost|exactly|even|only|just|another|over|under|between"
    r"|close\s+to|up\s+to|(?:more|less|fewer)\s+than|at\s+(?:least|most)|as\s+(?:much|many|few|little)\s+as"
    r"|an?(?:\s+(?:further|extra|additional|estimated|total\s+of))?)\s+)*"
)
"""What may stand just before a number."""

PAST = (
    r"rose|fell|grew|shrank|reached|exceeded|totall?ed|amounted|stood|increased|decreased|declined|dropped|jumped|climbed"
    r"|produced|exported|imported|carried|handled|shipped|sold|bought|spent|earned|recorded|posted|paid|received|gained|lost"
    r"|had|has|took|made|won|killed|died|came|divided|left|ran|went|gave|(?<=\w\s)(?<!to\s)(?:cost(?!\s+of\b)|hit|beat)"
)
"""Verbs of a statement."""

INSERTED = re.compile(r",[^,]*,")
"""A phrase between two commas."""

OWNER = r"\b(?:the|this|these|those|his|her|its|their|our|my|your|whose|all|\w+['’]s)\s+"
"""What stands before things that are there, whatever is said of them."""

NO_DENIAL = r"(?!\s+(?:doubt|question|wonder|surprise|matter|sooner|secret)\b)"
"""After a "no" that denies nothing."""

FAR = 60
"""Characters before a word or a number in which what is said of it is sought; each pattern ends where they do."""


def before(text: str, offset: int) -> str:
    """Return the characters before an offset, as far as a rule looks."""
    return text[max(0, offset - FAR) : offset]
