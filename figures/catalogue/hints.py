"""Words of the messages: what was found, and what was probably meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from figures.catalogue.encoding import named
from figures.catalogue.nodes import Node, Scalar
from figures.catalogue.nodes import Sequence as ListNode
from figures.errors import shown

_COMPARED = 500
"""Comparing words is slow: a hint is looked for among so many names at most."""


def got(node: Node) -> str:
    """Say what a node is: its text in quotation marks, "nothing", "a list" or "a mapping"."""
    if isinstance(node, Scalar):
        return shown(node.text) if node.text else "nothing"
    return "a list" if isinstance(node, ListNode) else "a mapping"


def below(path: str, key: str) -> str:
    """Give the key path of a key: ``claims[17].value``."""
    return f"{path}.{key}" if path else key


def nearest(text: str, known: Sequence[str]) -> str:
    """Give the known word nearest to a text, capitals aside; empty where none is near."""
    words = {word.casefold(): word for word in reversed(known[:_COMPARED])}
    near = get_close_matches(text[:100].casefold(), words, n=1)
    return words[near[0]] if near else ""


def did_you_mean(word: str, text: str = "") -> str:
    """Ask for a word instead of a text, and name a letter that only looks like one of it; empty without one."""
    strange = next((letter for letter in text if not letter.isascii() and letter not in word), None)
    look = f" {named(strange)} is none of its letters" if word and strange else ""
    return f"did you mean '{word}'?{look}" if word else ""
