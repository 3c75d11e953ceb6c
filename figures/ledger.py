"""The ledger: every mention of a source in order, with what it is curated as or why it is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from figures.model import LedgerRow, Mention, SetAside, Span

UseKind = Literal["amount", "period", "date", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What uses a mention: the id of an amount, claim or event, and how."""

    subject: str
    kind: UseKind


def rows(
    mentions: Iterable[Mention], uses: Mapping[Span, Use], asides: Mapping[Span, SetAside]
) -> tuple[LedgerRow, ...]:
    """Return a row for each mention; uses and asides are known by the span of the number."""
    return tuple(_row(mention, uses.get(mention.number), asides.get(mention.number)) for mention in mentions)


def _row(mention: Mention, use: Use | None, aside: SetAside | None) -> LedgerRow:
    if use:
        return LedgerRow(mention=mention, state="curated", subject=use.subject, use=use.kind)
    if aside:
        return LedgerRow(mention=mention, state="set aside", reason=aside.reason, note=aside.note)
    return LedgerRow(mention=mention, state="unaccounted")
