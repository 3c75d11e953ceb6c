"""The checks: one small function per rule, one stable code per rule, and the report of them all.

Nothing here reads a file: the sources' texts are in the catalogue. Each source is scanned once, and
what the rules know of a mention is its offsets in the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from figures.checks import amounts, asides, comparisons, cues, denials, meaning, periods, quotes, ratios, sources
from figures.checks.context import Reads, Stated, Work
from figures.model import Catalogue, Finding, Report

__all__ = ["check", "first_failure"]


def check(catalogue: Catalogue) -> Report:
    """Run every check on a catalogue."""
    work = Work(catalogue)
    findings = (*_findings(work), *_of_texts(work))
    return Report(
        findings=findings,
        ledgers={source.id: work.ledger(source) for source in catalogue.sources},
        quotes=work.quotes,
        mentions=work.mentions,
    )


def first_failure(catalogue: Catalogue, reads: Reads, *, whole: bool = True) -> Finding | None:
    """Return the first failed check, or None; ``reads`` are kept for the next call on the same text.

    Without ``whole`` what is set aside or unaccounted is not looked at: for a part of a catalogue.
    """
    work = Work(catalogue, reads)
    findings = chain(_findings(work), _of_texts(work) if whole else ())
    return next((finding for finding in findings if finding.outcome == "failed"), None)


def _findings(work: Work) -> Iterator[Finding]:
    """Run the rules on claims and events, those on a quote's words after those that find it."""
    catalogue = work.catalogue
    yield from sources.undecided(work)
    for source in catalogue.sources:
        yield sources.source_text(source)
        yield sources.source_digest(source)
    for claim in catalogue.claims:
        yield from quotes.quote(work, claim)
    for event in catalogue.events:
        yield from quotes.quote(work, event)
    yield from comparisons.measure_units(work)
    yield from comparisons.kept_apart(work)
    for claim in catalogue.claims:
        if quote := work.quotes.get(claim.id):
            for amount in claim.amounts:
                yield from amounts.own_mention(work, claim, amount, quote)
    yield from amounts.used_once(work)
    stated = tuple(amounts.stated_amounts(work, catalogue.claims))
    for one in stated:
        yield from _of_amount(work, one)
    yield from ratios.ratio_wording(stated)
    for event in catalogue.events:
        yield from periods.event(work, event)
    for one in stated:
        yield from periods.period(work, one)


def _of_amount(work: Work, stated: Stated) -> Iterator[Finding]:
    work.use(stated.source.id, stated.mention, stated.amount.id, "amount")
    yield from amounts.value(stated)
    yield amounts.bound(stated)
    yield amounts.role(stated)
    yield denials.denial(stated)
    said = cues.said(stated.read, stated.mention)
    yield meaning.status(stated, said)
    yield meaning.nature(stated, said)


def _of_texts(work: Work) -> Iterator[Finding]:
    """Run the rules on what the claims and events leave of each text."""
    for source in work.catalogue.sources:
        if read := work.read(source.id):
            yield from asides.set_aside(work, source, read)
            yield from asides.accounted(work, source, read)
