"""The one record inside a published file: what Verify holds everything else on the page against.

It has each source's text with its SHA-256, the place of each quote and mention, the words in which
the page shows each source, claim and amount, and the rows of the exports, cell by cell.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from figures import cite, export, selection
from figures.model import Catalogue, Claim, Event, Mention, Report, Source, Span
from figures.publish import markup, shown
from figures.selection import Selection
from figures.verbatim import verbatim

Json = dict[str, Any]


def record(catalogue: Catalogue, report: Report, documents: dict[str, Json], url: str) -> Json:
    """The record of a catalogue; ``documents`` are the view's, by source."""
    # The numbers of the JSON export as they are written there, so that the browser writes them alike.
    table = json.loads(export.render("json", catalogue, report), parse_float=str)
    cells = {row["amount"]: list(row.values()) for row in table["rows"]}
    cards, amounts = shown.cards(documents), shown.amounts(documents)
    stored = verbatim(catalogue, report)
    items: tuple[Claim | Event, ...] = (*stored.claims, *stored.events)
    return {
        "title": catalogue.title,
        "digest": catalogue.digest,
        "checker": cite.checker(),
        "url": url,
        "head": markup.facts(catalogue, url),
        "stem": export.filename("csv", catalogue).removesuffix(".csv"),
        "package": export.filename("datapackage", catalogue),
        "measures": selection.measure_labels(catalogue),
        "columns": table["columns"],
        "sources": [
            _source(catalogue, source)
            | {"pieces": _pieces(items, report, source), "shown": shown.head(documents[source.id])}
            for source in catalogue.sources
        ],
        "claims": [_item(catalogue, report, item) | {"card": cards[item.id]} for item in items],
        "labels": shown.labels(documents),
        "amounts": [
            {
                "claim": amount.claim,
                "amount": amount.id,
                "mention": _mention(report.mentions.get(amount.id)),
                "cells": cells[amount.id],
            }
            | amounts[amount.id]
            for amount in catalogue.amounts
        ],
    }


def _source(catalogue: Catalogue, source: Source) -> Json:
    options = selection.options(catalogue, Selection(source=source.id))
    return {
        "id": source.id,
        "title": source.title,
        "citation": cite.plain(source),
        "sha256": source.sha256,
        "options": {key: [option.label for option in options[key]] for key in selection.FILTERS},
    }


def _pieces(items: tuple[Claim | Event, ...], report: Report, source: Source) -> list[Json] | None:
    """The text, cut where a quote starts or ends, so that each piece is sealed for the claims that quote it."""
    if source.text is None:
        return None
    own = [item.id for item in items if item.source == source.id and item.id in report.quotes]
    quotes = sorted(((report.quotes[id_], id_) for id_ in own), reverse=True)
    cuts = {0, len(source.text), *(end for quote, _ in quotes for end in (quote.start, quote.end))}
    live: list[tuple[Span, str]] = []
    pieces: list[Json] = []
    for start, end in pairwise(sorted(cuts)):
        while quotes and quotes[-1][0].start == start:
            live.append(quotes.pop())
        live = [(quote, id_) for quote, id_ in live if start < quote.end]
        pieces.append({"ids": [id_ for _, id_ in live], "t": source.text[start:end]})
    return pieces


def _item(catalogue: Catalogue, report: Report, item: Claim | Event) -> Json:
    text = next(source.text for source in catalogue.sources if source.id == item.source)
    quote = report.quotes.get(item.id)
    return {
        "claim": item.id,
        "source": item.source,
        "title": item.title,
        "quote": _place(text or "", quote) if quote else None,
        "words": item.quote,
        "mention": _mention(report.mentions.get(item.id)),
    }


def _place(text: str, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _mention(mention: Mention | None) -> Json | None:
    if mention is None:
        return None
    number = {"start": mention.number_start, "end": mention.number_end}
    return {"start": mention.start, "end": mention.end, "text": mention.text, "number": number}
