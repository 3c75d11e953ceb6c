"""The text of the source, complete, cut wherever a quote or a number starts or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from figures.model import LedgerRow, Span
from figures.view.scope import Json, Scope
from figures.view.words import lit


def paragraphs(scope: Scope) -> Iterator[list[Json]]:
    """One list of segments a paragraph; each names its quotes, the shortest first, and its number."""
    quotes = sorted(((span, id_) for id_, span in scope.report.quotes.items() if id_ in scope.items), reverse=True)
    mentions = [(lit(row.mention), n, row) for n, row in enumerate(scope.ledger)][::-1]
    starts = set(_line_starts(scope.text))
    live: list[tuple[Span, str]] = []
    segments: list[Json] = []
    for start, end in pairwise(_cuts(scope, starts)):
        if start in starts and segments:
            yield segments
            segments = []
        while quotes and quotes[-1][0].start <= start:
            live.append(quotes.pop())
        while mentions and mentions[-1][0].end <= start:
            mentions.pop()
        live = sorted((one for one in live if one[0].end > start), key=lambda one: one[0].end - one[0].start)
        segment: Json = {"t": scope.text[start:end].rstrip("\n"), "ids": [id_ for _, id_ in live]}
        inside = mentions and mentions[-1][0].start <= start
        segments.append(segment | (_number(scope, *mentions[-1][1:]) if inside else {}))
    if segments:
        yield segments


def _cuts(scope: Scope, starts: set[int]) -> list[int]:
    spans = [span for id_, span in scope.report.quotes.items() if id_ in scope.items]
    spans += [lit(row.mention) for row in scope.ledger]
    return sorted({0, len(scope.text), *starts, *(end for span in spans for end in (span.start, span.end))})


def _number(scope: Scope, index: int, row: LedgerRow) -> Json:
    claim, amount = scope.owner(row)
    if claim:
        return {"of": {"claim": claim, "amount": amount, "lit": row.use != "period"}, "index": index}
    return {"aside": True, "index": index}


def _line_starts(text: str) -> Iterable[int]:
    """Where a paragraph starts: behind each run of line breaks."""
    return [n + 1 for n, sign in enumerate(text[:-1]) if sign == "\n" and text[n + 1] != "\n"]
