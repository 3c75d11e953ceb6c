"""Catalogues in memory, for tests that need what the real one does not have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal

from figures.model import Amount, Catalogue, Claim, Event, Finding, Measure, Mention, Place, Report, Source, Span

HERE = Place(file="made.yaml", line=1)


def source(text: str | None = "Sales rose to 5 t in 2012.", **changes: object) -> Source:
    digest = hashlib.sha256((text or "").encode()).hexdigest()
    given = {
        "id": "report",
        "title": "A report",
        "publisher": "An office",
        "date": "2013-04-08",
        "language": "en",
        "path": "sources/report.txt",
        "sha256": digest,
        "sha256_found": digest,
        "url": "https://example.org/report",
        "text": text,
        "place": HERE,
    }
    return Source(**given | changes)


def amount(id_: str = "sales.1", **changes: object) -> Amount:
    given = {
        "id": id_,
        "claim": id_.rpartition(".")[0],
        "value": Decimal(5),
        "unit": "t",
        "written": "5 t",
        "text": "5 t",
        "status": "A",
        "period": "2012",
        "place": HERE,
    }
    return Amount(**given | changes)


def claim(id_: str = "sales", amounts: Iterable[Amount] | None = None, **changes: object) -> Claim:
    given = {
        "id": id_,
        "source": "report",
        "sector": "Trade",
        "measure": "sales",
        "title": "Sales",
        "quote": "Sales rose to 5 t in 2012",
        "amounts": tuple(amounts) if amounts is not None else (amount(f"{id_}.1"),),
        "place": HERE,
    }
    return Claim(**given | changes)


def event(id_: str = "opening", **changes: object) -> Event:
    given = {
        "id": id_,
        "source": "report",
        "sector": "Trade",
        "title": "Opening",
        "course": "happened",
        "date": "2012-12",
        "text": "in 2012",
        "quote": "Sales rose to 5 t in 2012",
        "place": HERE,
    }
    return Event(**given | changes)


def measure(id_: str = "sales", title: str = "Sales") -> Measure:
    return Measure(id=id_, title=title, place=HERE)


def catalogue(claims: Iterable[Claim] | None = None, events: Iterable[Event] = (), **changes: object) -> Catalogue:
    given = {
        "file": "made.yaml",
        "digest": "0" * 64,
        "title": "Made up",
        "sources": (source(),),
        "sectors": ("Trade",),
        "counted": (),
        "panels": (),
        "measures": (measure(),),
        "apart": (),
        "claims": tuple(claims) if claims is not None else (claim(),),
        "events": tuple(events),
    }
    return Catalogue(**given | changes)


def report(made: Catalogue, findings: Iterable[Finding] = ()) -> Report:
    """What checks would say that find each quote and each amount's words where they first stand."""
    texts = {one.id: one.text or "" for one in made.sources}
    quotes, mentions = {}, {}
    for item in (*made.claims, *made.events):
        start = texts[item.source].find(item.quote)
        if start >= 0:
            quotes[item.id] = Span(start=start, end=start + len(item.quote))
    for one in made.claims:
        for stated in one.amounts:
            start = texts[one.source].find(stated.text)
            if one.id in quotes and start >= 0:
                mentions[stated.id] = _mention(stated, start)
    return Report(findings=tuple(findings), ledgers={}, quotes=quotes, mentions=mentions)


def failed(subject: str) -> Finding:
    return Finding(code="made-up", outcome="failed", subject=subject, message="It failed.", place=HERE)


def _mention(stated: Amount, start: int) -> Mention:
    digits = len(stated.text.split()[0]) if stated.text.split() else 0
    return Mention(
        start=start,
        end=start + len(stated.text),
        text=stated.text,
        number_start=start,
        number_end=start + digits,
        kind="quantity",
        value=stated.value,
        unit=stated.unit,
    )
