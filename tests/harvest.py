"""A small catalogue as text, for tests that change one thing in it."""

from __future__ import annotations

from pathlib import Path

from figures.catalogue import parse
from figures.catalogue.sources import Stored
from figures.errors import CatalogueError
from figures.model import Catalogue

NOTE = "In 1901 the mill took 40 tonnes of grain for $1,200.\n"

TEXT = """\
title: Harvest
sectors: [Farm, Mill]
counted: [field]
sources:
  - id: note
    title: A note
    publisher: The mill
    date: 1901-09-30
    language: en
    url: https://mill.example/note
    path: note.txt
    sha256: "1f0e9f1a29d4bb9d0b3cd6a7b1ca66ba4ee4b4b4c6b4f7c9a5f4e3d2c1b0a998"
    currency: {$: USD}
measures:
  - id: grain
    title: Grain
  - id: price
    title: Price
apart:
  - between: [grain, price]
    why: One is weighed, the other paid.
claims:
  - id: grain-1901
    source: note
    sector: Farm
    measure: grain
    title: Grain taken
    quote: the mill took 40 tonnes of grain
    amounts:
      - value: 40 t
        text: 40 tonnes
        period: 1901
  - id: price-1901
    source: note
    sector: Mill
    measure: price
    title: Price paid
    quote: 40 tonnes of grain for $1,200
    amounts:
      - value: 1,200 $
        text: $1,200
        undated: Said of no day.
events:
  - id: delivery
    source: note
    sector: Mill
    title: Delivery
    course: happened
    date: 1901
    text: "1901"
    quote: In 1901 the mill took
...
"""


def read(text: str | bytes) -> Catalogue:
    data = text if isinstance(text, bytes) else text.encode()
    return parse(data, "harvest.yaml", lambda path: Stored(text=NOTE, sha256="0" * 64))


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) >= 1, f"{old!r} is not in the text"
    return TEXT.replace(old, new, 1)


def problems(text: str | bytes) -> list[str]:
    """The problems of a text as a user reads them; none when it loads."""
    try:
        read(text)
    except CatalogueError as error:
        return str(error).splitlines()
    return []


def write(folder: Path, text: str = TEXT, note: bytes = NOTE.encode()) -> Path:
    """Put the catalogue and its source into a folder."""
    (folder / "note.txt").write_bytes(note)
    file = folder / "harvest.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    return file
