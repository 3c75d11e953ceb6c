"""What goes into a file: the rows, claims, events and sources that are displayed, or all of them."""

from __future__ import annotations

from dataclasses import dataclass

from figures.frame import Cell, of_claims, records, to_frame
from figures.model import Catalogue, Claim, Event, Report, Source
from figures.selection import Selection, chosen
from figures.verbatim import verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The input of every format. ``query`` is the address of what is displayed; None is everything."""

    catalogue: Catalogue
    rows: tuple[dict[str, Cell], ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    query: str | None

    @property
    def extent(self) -> str:
        """In words, how much of the catalogue this is."""
        if self.query is None:
            return "everything in the catalogue"
        return f"what is displayed at ?{self.query}" if self.query else "what is displayed without filters"

    @property
    def items(self) -> tuple[Claim | Event, ...]:
        """The claims, then the events."""
        return (*self.claims, *self.events)

    def source_of(self, item: Claim | Event) -> Source:
        """The source of a claim or an event."""
        return next(source for source in self.sources if source.id == item.source)


def content(catalogue: Catalogue, report: Report, selection: Selection | None) -> Content:
    """What a selection displays, which is of one source; without a selection everything."""
    stored = verbatim(catalogue, report)
    claims, events, sources = stored.claims, stored.events, stored.sources
    if selection is not None:
        ids = set(chosen(catalogue, selection))
        claims = tuple(claim for claim in claims if claim.id in ids)
        events = tuple(event for event in events if event.id in ids)
        sources = tuple(source for source in sources if source.id == (selection.source or sources[0].id))
    table = of_claims(to_frame(catalogue, report), (claim.id for claim in claims))
    return Content(
        catalogue=catalogue,
        rows=records(table),
        claims=claims,
        events=events,
        sources=sources,
        query=None if selection is None else selection.to_query(),
    )
