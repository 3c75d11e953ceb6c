"""The rows of the figure table and of the ledger."""

from __future__ import annotations

from figures import charts, grammar, numbers
from figures.model import Amount, Claim, LedgerRow
from figures.view.scope import Json, Scope
from figures.view.words import REASONS, around, line_of, lit, period

_BEFORE = 44
_AFTER = 28
"""Characters of the sentence shown round a number in a row."""


def figure_row(scope: Scope, claim: Claim, amount: Amount) -> Json:
    """One amount: a row of the figure table, with what it is sorted by."""
    quote, mention = scope.report.quotes.get(claim.id), scope.report.mentions.get(amount.id)
    scale = numbers.scale_of(amount.unit, amount.value)
    number, unit = scale.columns(amount.value, amount.bound)
    title = scope.titles.get(claim.measure, claim.measure)
    said: Json = {"before": "", "number": claim.quote, "after": ""}
    if quote and mention:
        said = around(scope.text, lit(mention), quote, before=_BEFORE, after=_AFTER)
    return said | {
        "claim": claim.id,
        "amount": amount.id,
        "n": scope.n(claim.sector),
        "sector": claim.sector,
        "measure": title,
        "sic": bool(claim.sic),
        "value": number,
        "unit": unit,
        "status": grammar.status_words(amount),
        "form": "" if amount.status == "U" else grammar.form(amount),
        "period": period(amount),
        "verified": scope.verdicts.get(amount.id) == "passed",
        "label": charts.sentence(claim, amount, title),
        "sort": {
            "sector": scope.n(claim.sector),
            "measure": title,
            "base": amount.unit,
            "value": float(amount.value),
            "unit": unit,
            "status": grammar.status_words(amount),
            "period": amount.period,
            "place": mention.number_start if mention else len(scope.text),
        },
    }


def ledger_row(scope: Scope, index: int, row: LedgerRow) -> Json:
    """One number of the text: a row of the ledger, with its own characters."""
    claim, amount = scope.owner(row)
    span = lit(row.mention)
    failed = any(finding.outcome == "failed" for one in (claim, amount) for finding in scope.findings.get(one, ()))
    return around(scope.text, span, line_of(scope.text, span), before=60, after=40) | {
        "index": index,
        "claim": claim,
        "amount": amount,
        "period": row.use == "period",
        "n": scope.n_of(row),
        "state": row.state,
        "label": row.state.capitalize(),
        "what": _what(scope, row, claim),
        "sic": bool(getattr(scope.items.get(claim), "sic", "")),
        "check": ("failed" if failed else "passed") if claim else "",
        "start": span.start,
        "end": span.end,
    }


_USES = {"period": "Period of:", "date": "Date of:", "name": "Names:"}


def _what(scope: Scope, row: LedgerRow, claim: str) -> str:
    if row.reason:
        return f"{REASONS[row.reason]}. {row.note}".strip()
    if not claim:
        return "Neither curated nor set aside"
    title = scope.items[claim].title
    return f"{_USES[row.use]} {title}" if row.use in _USES else title
