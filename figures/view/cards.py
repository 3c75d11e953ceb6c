"""What is known of each claim and event: its card beside the source."""

from __future__ import annotations

from dataclasses import asdict
from itertools import pairwise

from figures import cite, dates, grammar, numbers
from figures.model import Amount, Claim, Event, Finding, Span
from figures.view.scope import Json, Scope
from figures.view.words import lit, period, where


def card(scope: Scope, item: Claim | Event) -> Json:
    """The card of one claim or event: as written, as read, what was checked, how to cite it."""
    amounts = item.amounts if isinstance(item, Claim) else ()
    subjects = [item.id, *(amount.id for amount in amounts)]
    found = [finding for subject in subjects for finding in scope.findings.get(subject, ())]
    quote = scope.report.quotes.get(item.id)
    own: Json = {
        "n": scope.n(item.sector),
        "sector": item.sector,
        "title": item.title,
        "measure": scope.titles.get(item.measure, item.measure) if isinstance(item, Claim) else "",
        "values": [_value(scope, amount) for amount in amounts],
        "note": item.note,
        "sic": item.sic if isinstance(item, Claim) else "",
        "citation": cite.plain(scope.source, item),
        "fragment": cite.link(scope.source, quote),
        "checks": [_check(scope, finding) for finding in found],
        "verdict": _verdict(item),
        "pieces": _pieces(scope, item, quote),
        "place": f"characters {quote.start}–{quote.end}" if quote else "not found in the stored text",
        "sentence": f"{item.title}. The source: “{item.quote}”",
        "facets": asdict(scope.facets[item.id]),
    }
    if isinstance(item, Event):
        own |= {
            "status": grammar.COURSE_WORDS[item.course],
            "form": grammar.event_form(item),
            "date": dates.words(item.date),
        }
    return own


def _value(scope: Scope, amount: Amount) -> Json:
    mention = scope.report.mentions.get(amount.id)
    sign = numbers.BOUND_SIGNS[amount.bound]
    return {
        "amount": amount.id,
        "words": mention.text if mention else amount.text,
        "shown": numbers.shown(amount.value, amount.unit, amount.bound),
        "exact": f"{sign} {numbers.plain(amount.value)} {amount.unit}".strip(),
        "status": grammar.status_words(amount),
        "form": "" if amount.status == "U" else grammar.form(amount),
        "period": period(amount, reason=True),
    }


def _check(scope: Scope, finding: Finding) -> Json:
    return {
        "code": finding.code,
        "outcome": finding.outcome,
        "message": finding.message,
        "where": where(finding.place),
    }


def _pieces(scope: Scope, item: Claim | Event, quote: Span | None) -> list[Json]:
    """The quote as it stands in the source, cut at the numbers of this claim or event."""
    if quote is None:
        return [{"t": item.quote}]
    parts = [(span, part) for span, part in _parts(scope, item) if quote.holds(span)]
    cuts = {quote.start, quote.end, *(end for span, _ in parts for end in (span.start, span.end))}
    pieces = []
    for start, end in pairwise(sorted(cuts)):
        own = next((part for span, part in parts if span.start <= start and end <= span.end), {})
        pieces.append({"t": scope.text[start:end]} | own)
    return pieces


def _parts(scope: Scope, item: Claim | Event) -> list[tuple[Span, Json]]:
    """The characters of the numbers of this claim or event, then of its periods by their place in the ledger."""
    ids = [amount.id for amount in item.amounts] if isinstance(item, Claim) else [item.id]
    found = [(scope.report.mentions[id_], id_) for id_ in ids if id_ in scope.report.mentions]
    own = isinstance(item, Claim)
    numbers_: list[tuple[Span, Json]] = [
        (lit(mention), {"number": True, "amount": id_ if own else ""}) for mention, id_ in found
    ]
    return numbers_ + [(lit(row.mention), {"index": n}) for n, row in scope.periods.get(item.id, ())]


def _verdict(item: Claim | Event) -> str:
    if isinstance(item, Event):
        return "Verified: the quote occurs once in the stored text and gives this date."
    what = "these values and units" if len(item.amounts) > 1 else "this value and unit"
    return f"Verified: the quote occurs once in the stored text and states {what}."
