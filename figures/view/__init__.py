"""What both hosts give to the view: one document, made in Python, the same for every visitor.

The document holds everything that is shown of one source: the charts as Plotly describes them,
the text cut at quotes and numbers, each claim's card, the rows of the table, the ledger, and what
the filters know. What is displayed and picked comes later, as ids.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from figures import grammar, theme
from figures.model import Catalogue, Report
from figures.view import cards, head, passages, sheet, tables
from figures.view.scope import Json, Scope

_WEB = Path(__file__).parent.parent / "web"
_SCRIPTS = (
    "dom.js",
    "filter.js",
    "lanes.js",
    "chart.js",
    "picture.js",
    "reader.js",
    "card.js",
    "panels.js",
    "tables.js",
    "parts.js",
    "view.js",
)
"""Joined in this order into one module: one request, and one inline script in a published file."""

_STRIP = 120
"""Numbers up to which the head shows each as a square."""


def script() -> str:
    """The view's module, in one piece."""
    return "\n".join((_WEB / name).read_text(encoding="utf-8") for name in _SCRIPTS)


def stylesheet() -> str:
    """The view's style sheet: the colours of the theme, then the rules."""
    return theme.css() + (_WEB / "view.css").read_text(encoding="utf-8")


def dumps(document: Json) -> bytes:
    """The document as JSON, in UTF-8, the same bytes for the same document."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def document(catalogue: Catalogue, report: Report, source_id: str) -> Json:
    """Everything that is shown of one source of the catalogue."""
    scope = Scope(catalogue, report, source_id)
    return {
        "title": catalogue.title,
        "source": head.source(scope),
        "verification": head.verification(scope),
        "strip": [{"n": scope.n_of(row), "hollow": row.state != "curated"} for row in scope.ledger]
        if len(scope.ledger) <= _STRIP
        else [],
        "legend": [asdict(sign) for sign in grammar.LEGEND],
        "items": {id_: cards.card(scope, item) for id_, item in scope.items.items()},
        "order": scope.order(),
        "panels": list(sheet.sheet(scope)),
        "timeline": sheet.dated(scope),
        "paragraphs": list(passages.paragraphs(scope)),
        "rows": [tables.figure_row(scope, claim, amount) for claim in scope.claims for amount in claim.amounts],
        "ledger": [tables.ledger_row(scope, n, row) for n, row in enumerate(scope.ledger)],
        "colours": {
            "page": theme.PAGE.light,
            "ink": theme.INK.light,
            "ink2": theme.INK_2.light,
            "accentFill": theme.ACCENT_FILL.light,
            "accentInk": theme.ACCENT_INK.light,
        },
        "swaps": theme.swaps(),
    }
