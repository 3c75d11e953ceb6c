"""Small catalogues written out as YAML, for tests of the checks."""

from __future__ import annotations

import hashlib
import textwrap
from pathlib import Path

from figures.catalogue import Stored, load, parse
from figures.checks import check

ROOT = Path(__file__).parent.parent
REAL = load(ROOT / "data/figures.yaml")
TEXT = "Ore exports from Narvik rose from 8 to 20 million tonnes. In 2019, the port has handled about 3 ships a day."

CLAIM = """
- id: ore
  source: note
  sector: Trade
  measure: exports
  title: Ore exports
  quote: Ore exports from Narvik rose from 8 to 20 million tonnes
  amounts:
    - {value: 8 Mt, text: from 8, role: from, status: A, undated: No year is given.}
    - {value: 20 Mt, text: 20 million tonnes, role: to, status: A, undated: No year is given.}
"""


def catalogue(claims, *, text=TEXT, events="", aside="", source="", extra=""):
    """A catalogue of one source, from the YAML of what matters."""
    stored = Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    written = f"""
title: A note
sectors: [Trade]
counted: [ship, mine, ferry]
sources:
  - id: note
    title: A note
    publisher: Us
    date: 2020-05-04
    language: en
    path: note.txt
    sha256: {stored.sha256}
    {source}
    set_aside:{textwrap.indent(aside, "      ") or " []"}
measures: [{{id: exports, title: Exports}}, {{id: other, title: Other}}]
{extra}
claims:{textwrap.indent(claims, "  ") or " []"}
events:{textwrap.indent(events, "  ") or " []"}
...
"""
    return parse(written.encode(), "note.yaml", lambda _: stored)


def one(quote, text, value, rest="undated: Not said."):
    """The YAML of a claim with one amount."""
    return f"""
- id: one
  source: note
  sector: Trade
  measure: exports
  title: One
  quote: "{quote}"
  amounts:
    - value: "{value}"
      text: "{text}"
      {rest}
"""


def failures(made, code=""):
    """What fails, by code and sentence; numbers that the small text leaves over do not matter here."""
    found = check(made).failed
    return (
        [one.message for one in found if one.code == code]
        if code
        else {one.code for one in found} - {"mention-accounted"}
    )
