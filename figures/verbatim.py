"""The catalogue with the source's own characters.

A curator may type a quote with other spaces, dashes or quotation marks than the stored text has
(``figures.folding`` says which); what is shown, cited and exported is the stored text's spelling.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from figures import text
from figures.model import Amount, Catalogue, Claim, Event, Report

_Item = TypeVar("_Item", Claim, Event)


def verbatim(catalogue: Catalogue, report: Report) -> Catalogue:
    """The catalogue, each quote that was found and the words of its amounts to the letter of the stored text.

    What was not found stays as the curator wrote it; the report says that it failed.
    """
    texts = {source.id: source.text or "" for source in catalogue.sources}
    claims = (_stored(claim, texts[claim.source], report) for claim in catalogue.claims)
    events = (_stored(event, texts[event.source], report) for event in catalogue.events)
    return replace(
        catalogue,
        claims=tuple(_with_words(claim) for claim in claims),
        events=tuple(replace(event, text=_words(event.quote, event.text)) for event in events),
    )


def _stored(item: _Item, stored: str, report: Report) -> _Item:
    span = report.quotes.get(item.id)
    return replace(item, quote=stored[span.start : span.end]) if span else item


def _with_words(claim: Claim) -> Claim:
    amounts: tuple[Amount, ...] = tuple(
        replace(amount, text=_words(claim.quote, amount.text)) for amount in claim.amounts
    )
    return replace(claim, amounts=amounts)


def _words(quote: str, words: str) -> str:
    """The stretch of the quote that the words stand for; the words themselves where there is not one."""
    if words in quote:
        return words
    span = text.find(quote, words).span
    return quote[span.start : span.end] if span else words
