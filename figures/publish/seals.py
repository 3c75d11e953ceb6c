"""Data for the page that shows every change: JSON in lines, and the digest of each line.

A line holds what belongs to the same claims, so that a changed line names them. The line breaks
stand between two tokens; the block as a whole is still JSON.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Owner = tuple[str, ...]
"""The ids of the claims and events, or of the source, that a piece of data belongs to."""

DIGITS = 32
"""Hexadecimal digits kept of a line's SHA-256: 128 bits, plenty to notice a change by."""

# What could end a script element, or a line for a reader that knows these two as line ends.
_ESCAPES = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One block of the page: its text, and each line's digest with the owner that it names."""

    text: str
    seals: tuple[tuple[str, Owner], ...]


def sealed(value: object, known: Mapping[str, str], owner: Owner) -> Sealed:
    """Write a value as JSON in lines. ``known`` gives the claim or event of every id of one, or of an amount.

    What belongs to none of them belongs to ``owner``. Raises ValueError for what JSON cannot hold.
    """
    lines = [
        ("".join(text for text, _ in run).translate(_ESCAPES), whose)
        for whose, run in groupby(_pieces(value, known, owner), key=lambda piece: piece[1])
    ]
    return Sealed(
        text="\n".join(line for line, _ in lines),
        seals=tuple((digest(line), whose) for line, whose in lines),
    )


def whole(text: str, owner: Owner) -> Sealed:
    """A text without line breaks as one sealed line."""
    return Sealed(text=text, seals=((digest(text), owner),))


def digest(text: str) -> str:
    """The digest of one line."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:DIGITS]


def dumps(value: object) -> str:
    """JSON for a script element: nothing in it can end the element."""
    return _json(value).translate(_ESCAPES)


def _pieces(value: object, known: Mapping[str, str], owner: Owner) -> Iterator[tuple[str, Owner]]:
    if isinstance(value, dict):
        own = _owner(value, known) or owner
        yield "{", own
        for n, (key, part) in enumerate(value.items()):
            lead = f"{',' if n else ''}{_json(key)}:"
            if isinstance(part, dict | list):
                yield lead, own
                yield from _parts(key, part, known, own)
            else:
                yield lead + _json(part), own
        yield "}", own
    elif isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        for n, one in enumerate(value):
            yield "," if n else "[", owner
            yield from _pieces(one, known, owner)
        yield "]", owner
    else:
        yield _json(value), owner


def _parts(key: str, part: object, known: Mapping[str, str], owner: Owner) -> Iterator[tuple[str, Owner]]:
    if key == "items" and isinstance(part, dict):
        yield from _items(part, known, owner)
    elif key == "sources" and isinstance(part, list):
        yield from _sources(part, known, owner)
    else:
        yield from _pieces(part, known, owner)


def _sources(sources: list[dict[str, Any]], known: Mapping[str, str], owner: Owner) -> Iterator[tuple[str, Owner]]:
    """The sources of the record: what is of none of its claims is of the source itself."""
    for n, source in enumerate(sources):
        yield "," if n else "[", owner
        yield from _pieces(source, known, (source["id"],))
    yield "]", owner


def _items(items: dict[str, Any], known: Mapping[str, str], owner: Owner) -> Iterator[tuple[str, Owner]]:
    """The view's claims and events: each belongs to its key."""
    yield "{", owner
    for n, (id_, item) in enumerate(items.items()):
        yield "," if n else "", owner
        yield f"{_json(id_)}:", (id_,)
        yield from _pieces(item, known, (id_,))
    yield "}", owner


def _owner(value: dict[str, Any], known: Mapping[str, str]) -> Owner:
    """Whose a piece of the view's document is: it, its ``meta`` or its ``name`` says so, or it lists ids."""
    meta = value.get("meta")
    for named in (value.get("claim"), meta.get("claim") if isinstance(meta, dict) else None, value.get("name")):
        if isinstance(named, str) and named in known:
            return (known[named],)
    listed = value.get("ids") or [id_ for ids in value.get("apart", ()) for id_ in ids]
    return tuple(dict.fromkeys(known[id_] for id_ in listed if id_ in known))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
"""Made once: a large page asks for it a million times."""
