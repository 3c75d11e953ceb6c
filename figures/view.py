"""What both hosts give to the view: one document, made in Python, the same for every visitor.

The document holds everything that is shown of one source: the charts as Plotly describes them,
the text cut at quotes and numbers, each claim's card, the rows of the table, the ledger, and what
the filters know. What is displayed and picked comes later, as ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from figures import charts, cite, dates, frame, grammar, numbers, selection, theme, timeline
from figures.model import Amount, Catalogue, Claim, Event, Finding, LedgerRow, Mention, Report, Source, Span

Json = dict[str, Any]

_WEB = Path(__file__).with_name("web")
_SCRIPTS = ("dom.js", "chart.js", "reader.js", "card.js", "panels.js", "tables.js", "view.js")
"""Joined in this order into one module: one request, and one inline script in a published file."""

MOST_DATED = 80
"""Marks on the timeline; the table and the filters reach the others."""

_BEFORE = 44
_AFTER = 28
"""Characters of the sentence shown around a number in the table and the ledger."""

_MOST_LARGE = 3
"""Values written large at the side of a panel; more are counted."""

_JOINTS = {
    charts.CHANGE.key: "→",
    charts.RANGE.key: "to",
    charts.CEILING.key: "within",
    charts.WORTH.key: "for",
}

REASONS = {
    "document-date": "Date of the document",
    "part-of-name": "Part of a name",
    "ordinal": "An ordinal",
    "wording": "The source's wording",
    "count-outside-claims": "A count outside the claims",
    "repeats-another": "Repeats another",
    "out-of-scope": "Out of scope",
    "not-a-quantity": "Not a quantity",
}


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
    source = next(one for one in catalogue.sources if one.id == source_id)
    table = frame.to_frame(catalogue, report)
    return _Document(catalogue, report, source, table[table["source"] == source_id]).make()


class _Document:
    """The parts of the document, each from the same catalogue, report and source."""

    def __init__(self, catalogue: Catalogue, report: Report, source: Source, table: Any) -> None:
        self.catalogue = catalogue
        self.report = report
        self.source = source
        self.table = table
        self.text = source.text or ""
        self.claims = tuple(claim for claim in catalogue.claims if claim.source == source.id)
        self.events = tuple(event for event in catalogue.events if event.source == source.id)
        self.titles = {measure.id: measure.title for measure in catalogue.measures}
        self.verdicts = cite.verdict(catalogue, report)
        self.ledger = report.ledgers.get(source.id, ())
        self.findings: dict[str, list[Finding]] = {}
        for finding in report.findings:
            self.findings.setdefault(finding.subject, []).append(finding)

    def make(self) -> Json:
        return {
            "title": self.catalogue.title,
            "source": self._source(),
            "verification": self._verification(),
            "strip": [{"n": self._n_of(row), "hollow": row.state != "curated"} for row in self.ledger],
            "legend": [asdict(sign) for sign in grammar.LEGEND],
            "items": {item.id: self._item(item) for item in (*self.claims, *self.events)},
            "order": self._order(),
            "panels": list(self._panels()),
            "timeline": self._timeline(),
            "paragraphs": list(self._paragraphs()),
            "rows": [self._row(claim, amount) for claim in self.claims for amount in claim.amounts],
            "ledger": [self._ledger_row(n, row) for n, row in enumerate(self.ledger)],
            "swaps": theme.swaps(),
        }

    # --- the head

    def _source(self) -> Json:
        source = self.source
        return {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date,
            "dateWords": _date_words(source.date),
            "language": source.language,
            "url": cite.address(source),
            "sha256": source.sha256,
            "citation": cite.plain(source),
        }

    def _verification(self) -> Json:
        amounts = [amount.id for claim in self.claims for amount in claim.amounts]
        passed = sum(self.verdicts.get(id_) == "passed" for id_ in amounts)
        states = [row.state for row in self.ledger]
        curated, aside, open_ = (states.count(s) for s in ("curated", "set aside", "unaccounted"))
        problems = [self._problem(finding) for finding in self.report.failed if self._is_ours(finding)]
        headline = f"{passed} amounts verified" if passed == len(amounts) else f"{passed} of {len(amounts)} amounts verified"
        return {
            "failed": len(problems),
            "headline": headline,
            "numbers": f"{len(states)} numbers in the text: {curated} curated, {aside} set aside, {open_} unaccounted.",
            "problems": problems,
            "totals": [
                {"state": "", "label": "numbers in the text", "count": len(states)},
                {"state": "curated", "label": "curated", "count": curated},
                {"state": "set aside", "label": "set aside", "count": aside},
                {"state": "unaccounted", "label": "unaccounted", "count": open_},
            ],
            "reasons": self._reasons(),
        }

    def _reasons(self) -> str:
        aside = [row.reason for row in self.ledger if row.reason]
        counts = {reason: aside.count(reason) for reason in REASONS if reason in aside}
        return "Set aside: " + ", ".join(f"{count} {REASONS[one].lower()}" for one, count in counts.items()) + "." if counts else ""

    def _is_ours(self, finding: Finding) -> bool:
        mine = {self.source.id, *(claim.id for claim in self.claims), *(event.id for event in self.events)}
        others = {one.id for one in (*self.catalogue.sources, *self.catalogue.claims, *self.catalogue.events)} - mine
        return finding.subject not in others and finding.subject.rpartition(".")[0] not in others

    def _problem(self, finding: Finding) -> Json:
        return {"message": finding.message, "where": str(finding.place), "cure": finding.cure}

    # --- claims and events

    def _order(self) -> list[str]:
        """The order of reading: by the place of the quote in the text, what is not found last."""
        ids = [item.id for item in (*self.claims, *self.events)]
        mentions = {claim.id: self.report.mentions.get(claim.amounts[0].id) for claim in self.claims}

        def place(id_: str) -> tuple[int, int]:
            quote, mention = self.report.quotes.get(id_), mentions.get(id_) or self.report.mentions.get(id_)
            return (quote.start if quote else len(self.text), mention.number_start if mention else len(self.text))

        return sorted(ids, key=place)

    def _item(self, item: Claim | Event) -> Json:
        amounts = item.amounts if isinstance(item, Claim) else ()
        subjects = [item.id, *(amount.id for amount in amounts)]
        found = [finding for subject in subjects for finding in self.findings.get(subject, ())]
        quote = self.report.quotes.get(item.id)
        own: Json = {
            "n": self._n(item.sector),
            "sector": item.sector,
            "title": item.title,
            "measure": self.titles.get(item.measure, item.measure) if isinstance(item, Claim) else "",
            "values": [self._value(amount) for amount in amounts],
            "note": item.note,
            "sic": item.sic if isinstance(item, Claim) else "",
            "citation": cite.plain(self.source, item),
            "fragment": cite.link(self.source, quote),
            "checks": [self._check(finding) for finding in found],
            "verdict": _verdict(item),
            "pieces": self._pieces(item, quote),
            "sentence": f"{item.title}. The source: “{item.quote}”",
            "facets": asdict(self._facets[item.id]),
        }
        if isinstance(item, Event):
            own |= {
                "status": grammar.COURSE_WORDS[item.course],
                "form": grammar.event_form(item),
                "date": dates.words(item.date),
            }
        return own

    @property
    def _facets(self) -> dict[str, selection.Facets]:
        if not hasattr(self, "_known_facets"):
            self._known_facets = selection.facets(self.catalogue)
        return self._known_facets

    def _value(self, amount: Amount) -> Json:
        mention = self.report.mentions.get(amount.id)
        sign = numbers.BOUND_SIGNS[amount.bound]
        return {
            "amount": amount.id,
            "words": mention.text if mention else amount.text,
            "shown": numbers.shown(amount.value, amount.unit, amount.bound),
            "exact": f"{sign} {numbers.plain(amount.value)} {amount.unit}".strip(),
            "status": grammar.status_words(amount),
            "form": grammar.form(amount),
            "period": _period(amount, reason=True),
        }

    def _check(self, finding: Finding) -> Json:
        return {
            "code": finding.code,
            "outcome": finding.outcome,
            "message": finding.message,
            "where": str(finding.place),
        }

    def _pieces(self, item: Claim | Event, quote: Span | None) -> list[Json]:
        """The quote as it stands in the source, cut at the numbers of this claim or event."""
        if quote is None:
            return [{"t": item.quote}]
        cuts = {quote.start, quote.end}
        numbers_ = self._numbers_of(item)
        for span, _ in numbers_:
            cuts |= {span.start, span.end} if quote.holds(span) else set()
        pieces = []
        for start, end in pairwise(sorted(cuts)):
            amount = next((id_ for span, id_ in numbers_ if span.start <= start and end <= span.end), None)
            piece: Json = {"t": self.text[start:end]}
            pieces.append(piece if amount is None else piece | {"number": True, "amount": amount})
        return pieces

    def _numbers_of(self, item: Claim | Event) -> list[tuple[Span, str]]:
        ids = [amount.id for amount in item.amounts] if isinstance(item, Claim) else [item.id]
        found = [(self.report.mentions[id_], id_) for id_ in ids if id_ in self.report.mentions]
        return [(_lit(mention), id_ if isinstance(item, Claim) else "") for mention, id_ in found]

    # --- the charts

    def _panels(self) -> Iterator[Json]:
        drawn = charts.panels(self.catalogue, self.table)
        claims = {claim.id: claim for claim in self.claims}
        place = {measure: n for n, panel in enumerate(drawn) for measure in panel.measures}
        told: set[int] = set()
        for n, panel in enumerate(drawn):
            yield self._panel(panel, claims)
            for m, apart in enumerate(self.catalogue.apart):
                ends = [place.get(measure) for measure in apart.between]
                # Said between the two panels: behind the first of them.
                if m not in told and None not in ends and min(end for end in ends if end is not None) == n:
                    told.add(m)
                    ids = [[mark.claim.id for mark in drawn[end].marks] for end in ends if end is not None]
                    yield {"apart": ids, "why": apart.why}

    def _panel(self, panel: charts.PanelChart, claims: dict[str, Claim]) -> Json:
        ids = list(dict.fromkeys(mark.claim.id for mark in panel.marks))
        sectors = dict.fromkeys(claims[id_].sector for id_ in ids)
        return {
            "key": panel.key,
            "title": panel.title,
            "note": panel.note,
            "ids": ids,
            "sectors": [{"n": self._n(sector), "name": sector} for sector in sectors],
            "headline": list(_headline(panel)),
            "chart": _spec(panel.chart),
            "stated": [self._stated(mark) for mark in panel.stated],
            "summary": _summary(panel),
            "rows": [
                {
                    "claim": mark.claim.id,
                    "amount": mark.amount.id,
                    "shown": mark.shown,
                    "status": grammar.status_words(mark.amount),
                    "period": _period(mark.amount),
                }
                for mark in panel.marks
            ],
        }

    def _stated(self, mark: charts.Mark) -> Json:
        quote = self.report.quotes[mark.claim.id]
        around = self._around(_lit(self.report.mentions[mark.amount.id]), quote, 1000, 1000)
        return around | {
            "claim": mark.claim.id,
            "amount": mark.amount.id,
            "n": self._n(mark.claim.sector),
            "sic": mark.claim.sic,
        }

    def _timeline(self) -> Json:
        items = timeline.items(self.catalogue, self.table, self.source)
        shown = items[:MOST_DATED]
        undated = [claim for claim in self.claims if not any(amount.period for amount in claim.amounts)]
        more = f"The first {MOST_DATED} of {len(items)} dated figures; the table has them all." if items[MOST_DATED:] else ""
        return {
            "wide": _spec(timeline.timeline(self.catalogue, shown, self.source, timeline.WIDE)),
            "narrow": _spec(timeline.timeline(self.catalogue, shown, self.source, timeline.NARROW)),
            "undated": [{"claim": claim.id, "n": self._n(claim.sector), "label": _label(claim)} for claim in undated],
            "more": more,
        }

    # --- the text

    def _paragraphs(self) -> Iterator[list[Json]]:
        """The text, complete, in paragraphs: segments cut wherever a quote or a number starts or ends."""
        quotes = sorted((span, id_) for id_, span in self.report.quotes.items() if self._is_shown(id_))
        cuts = {0, len(self.text)} | {end for span, _ in quotes for end in (span.start, span.end)}
        numbers_ = [(_lit_of(row), n, row) for n, row in enumerate(self.ledger)]
        cuts |= {end for span, _, _ in numbers_ for end in (span.start, span.end)}
        lines = _line_starts(self.text)
        cuts |= set(lines)
        starts, segments, number = set(lines), [], 0
        live: list[tuple[Span, str]] = []
        for start, end in pairwise(sorted(cuts)):
            while quotes and quotes[0][0].start <= start:
                live.append(quotes.pop(0))
            live = [(span, id_) for span, id_ in live if span.end > start]
            while number < len(numbers_) and numbers_[number][0].end <= start:
                number += 1
            inside = number < len(numbers_) and numbers_[number][0].start <= start
            if start in starts and segments:
                yield segments
                segments = []
            by_length = sorted(live, key=lambda one: one[0].end - one[0].start)
            segment: Json = {"t": self.text[start:end].rstrip("\n"), "ids": [id_ for _, id_ in by_length]}
            segments.append(segment | (self._number(*numbers_[number][1:]) if inside else {}))
        if segments:
            yield segments

    def _is_shown(self, id_: str) -> bool:
        return id_ in self._shown_ids

    @property
    def _shown_ids(self) -> frozenset[str]:
        return frozenset(item.id for item in (*self.claims, *self.events))

    def _number(self, index: int, row: LedgerRow) -> Json:
        claim, amount = self._owner(row)
        if claim:
            return {"of": {"claim": claim, "amount": amount}, "index": index}
        return {"aside": True, "index": index}

    def _owner(self, row: LedgerRow) -> tuple[str, str]:
        """The claim or event, and the amount, that a row of the ledger leads to."""
        if row.use == "amount":
            return row.subject.rpartition(".")[0], row.subject
        if row.use == "period" and row.subject not in self._shown_ids:
            return row.subject.rpartition(".")[0], ""
        return (row.subject, "") if row.subject in self._shown_ids else ("", "")

    # --- the tables

    def _row(self, claim: Claim, amount: Amount) -> Json:
        quote, mention = self.report.quotes.get(claim.id), self.report.mentions.get(amount.id)
        scale = numbers.scale_of(amount.unit, amount.value)
        number, unit = scale.parts(amount.value, amount.bound)
        around = (
            self._around(_lit(mention), quote, _BEFORE, _AFTER)
            if quote and mention
            else {"before": "", "number": claim.quote, "after": ""}
        )
        period = _period(amount)
        return around | {
            "claim": claim.id,
            "amount": amount.id,
            "n": self._n(claim.sector),
            "sector": claim.sector,
            "measure": self.titles.get(claim.measure, claim.measure),
            "sic": bool(claim.sic),
            "value": number,
            "unit": unit or amount.unit,
            "status": grammar.status_words(amount),
            "form": "" if amount.status == "U" else grammar.form(amount),
            "period": period,
            "verified": self.verdicts.get(amount.id) == "passed",
            "label": charts.sentence(claim, amount, self.titles.get(claim.measure, claim.measure)),
            "sort": {
                "sector": self._n(claim.sector),
                "measure": self.titles.get(claim.measure, claim.measure),
                "value": float(amount.value),
                "unit": unit,
                "status": grammar.status_words(amount),
                "period": amount.period,
                "place": mention.number_start if mention else len(self.text),
            },
        }

    def _ledger_row(self, index: int, row: LedgerRow) -> Json:
        claim, amount = self._owner(row)
        span = _lit_of(row)
        line = self._line_of(span)
        failed = any(finding.outcome == "failed" for one in (claim, amount) for finding in self.findings.get(one, ()))
        return self._around(span, line, 60, 40) | {
            "index": index,
            "claim": claim,
            "amount": amount,
            "n": self._n_of(row),
            "state": row.state,
            "label": row.state.capitalize(),
            "what": self._what(row, claim),
            "sic": any(one.sic for one in self.claims if one.id == claim),
            "check": ("failed" if failed else "passed") if claim else "",
            "start": row.mention.start,
            "end": row.mention.end,
        }

    def _what(self, row: LedgerRow, claim: str) -> str:
        if row.reason:
            return f"{REASONS[row.reason]}. {row.note}".strip()
        if not claim:
            return "Neither curated nor set aside"
        title = next(item.title for item in (*self.claims, *self.events) if item.id == claim)
        return {"period": f"Period of: {title}", "date": f"Date of: {title}", "name": f"Names: {title}"}.get(row.use, title)

    def _line_of(self, span: Span) -> Span:
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        return Span(start=start, end=len(self.text) if end < 0 else end)

    def _around(self, span: Span, within: Span, before: int, after: int) -> Json:
        """The words around a number, cut between words; what is left out is shown as an ellipsis."""
        start, end = max(within.start, span.start - before), min(within.end, span.end + after)
        lead, tail = self.text[start : span.start], self.text[span.end : end]
        if start > within.start:
            lead = f"… {lead.partition(' ')[2]}"
        if end < within.end:
            tail = f"{tail.rpartition(' ')[0]} …"
        return {"before": _one_line(lead), "number": self.text[span.start : span.end], "after": _one_line(tail)}

    def _n_of(self, row: LedgerRow) -> int:
        claim, _ = self._owner(row)
        return next((self._n(item.sector) for item in (*self.claims, *self.events) if item.id == claim), -1)

    def _n(self, sector: str) -> int:
        sectors = self.catalogue.sectors
        return sectors.index(sector) % len(theme.SECTORS) if sector in sectors else -1


def _headline(panel: charts.PanelChart) -> Iterator[Json]:
    """The large values at the side of a panel, each leading to its sentence."""
    marks = panel.marks
    if len(marks) > _MOST_LARGE:
        yield {"joint": f"{len(marks)} amounts"}
        return
    if {charts.WORTH.key, charts.CEILING.key} & set(panel.kinds):
        marks = marks[::-1]
    joint = next((_JOINTS[kind] for kind in panel.kinds if kind in _JOINTS), "·")
    largest = max(abs(mark.amount.value) for mark in marks)
    one_unit = len({mark.amount.unit for mark in marks}) == 1
    for n, mark in enumerate(marks):
        amount = mark.amount
        scale = numbers.scale_of(amount.unit, largest if one_unit else amount.value)
        number, unit = scale.parts(amount.value, amount.bound)
        if n:
            yield {"joint": joint}
        yield {
            "claim": mark.claim.id,
            "amount": amount.id,
            "label": mark.owner.sentence,
            "number": number,
            "unit": "" if one_unit and joint != "·" and n + 1 < len(marks) else unit,
            "sic": bool(mark.claim.sic),
        }


def _summary(panel: charts.PanelChart) -> str:
    said = "; ".join(f"{mark.shown}, {mark.words}" for mark in panel.marks)
    return f"{panel.title}: {said}."


def _label(claim: Claim) -> str:
    values = " → ".join(numbers.shown(amount.value, amount.unit, amount.bound) for amount in claim.amounts)
    return f"{claim.title}, {values}"


def _verdict(item: Claim | Event) -> str:
    if isinstance(item, Event):
        return "Verified: the quote occurs once in the stored text and gives this date."
    what = "these values and units" if len(item.amounts) > 1 else "this value and unit"
    return f"Verified: the quote occurs once in the stored text and states {what}."


def _period(amount: Amount, *, reason: bool = False) -> str:
    if amount.period:
        return dates.words(amount.period)
    return f"Not stated. {amount.undated}" if reason and amount.undated else "not stated"


def _date_words(edtf: str) -> str:
    try:
        return dates.words(edtf)
    except ValueError:
        return edtf


def _spec(chart: go.Figure | None) -> Json | None:
    return None if chart is None else json.loads(chart.to_json())


def _lit(mention: Mention) -> Span:
    """What is lit of a mention: the number with its scale word; of a date or a name all of it."""
    return mention.number if mention.kind == "quantity" else mention.span


def _lit_of(row: LedgerRow) -> Span:
    return _lit(row.mention)


def _line_starts(text: str) -> Iterable[int]:
    """Where a paragraph starts: behind each run of line breaks."""
    return [n + 1 for n, sign in enumerate(text[:-1]) if sign == "\n" and text[n + 1] != "\n"]


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
