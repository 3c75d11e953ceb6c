"""What belongs to one source of a catalogue: the ground on which every part of the view stands."""

from __future__ import annotations

from typing import Any

from figures import cite, frame, selection, theme
from figures.model import Catalogue, Claim, Event, Finding, LedgerRow, Report
from figures.verbatim import verbatim

Json = dict[str, Any]


class Scope:
    """One source with its claims, events, findings and ledger. Made once, and only read."""

    def __init__(self, catalogue: Catalogue, report: Report, source_id: str) -> None:
        self.catalogue = verbatim(catalogue, report)
        self.report = report
        self.source = next(source for source in catalogue.sources if source.id == source_id)
        self.text = self.source.text or ""
        table = frame.to_frame(catalogue, report)
        self.table = table[table["source"] == source_id]
        self.claims = tuple(claim for claim in self.catalogue.claims if claim.source == source_id)
        self.events = tuple(event for event in self.catalogue.events if event.source == source_id)
        self.items: dict[str, Claim | Event] = {item.id: item for item in self.claims}
        self.items.update({event.id: event for event in self.events})
        self.facets = selection.facets(catalogue)
        self.titles = {measure.id: measure.title for measure in catalogue.measures}
        self.verdicts = cite.verdict(catalogue, report)
        self.ledger = report.ledgers.get(source_id, ())
        self.periods: dict[str, list[tuple[int, LedgerRow]]] = {}
        for n, row in enumerate(self.ledger):
            if row.use == "period":
                self.periods.setdefault(self.owner(row)[0], []).append((n, row))
        self.findings: dict[str, list[Finding]] = {}
        for finding in report.findings:
            self.findings.setdefault(finding.subject, []).append(finding)

    def n(self, sector: str) -> int:
        """The number of a sector's colour; -1 where it has none."""
        sectors = self.catalogue.sectors
        return sectors.index(sector) % len(theme.SECTORS) if sector in sectors else -1

    def n_of(self, row: LedgerRow) -> int:
        """The number of the colour in which a row of the ledger is shown."""
        claim, _ = self.owner(row)
        return self.n(self.items[claim].sector) if claim else -1

    def owner(self, row: LedgerRow) -> tuple[str, str]:
        """The claim or event, and the amount, that a row of the ledger leads to; empty where none."""
        if row.subject in self.items:
            return row.subject, ""
        claim = row.subject.rpartition(".")[0]
        if claim not in self.items:
            return "", ""
        return claim, row.subject if row.use == "amount" else ""

    def order(self) -> list[str]:
        """The order of reading: by the place of the quote and its number; what is not found comes last."""
        return sorted(self.items, key=self._place)

    def _place(self, id_: str) -> tuple[int, int]:
        item, end = self.items[id_], len(self.text)
        quote = self.report.quotes.get(id_)
        mention = self.report.mentions.get(item.amounts[0].id if isinstance(item, Claim) else id_)
        return quote.start if quote else end, mention.number_start if mention else end
