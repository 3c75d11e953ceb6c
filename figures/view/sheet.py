"""The sheet of panels, the notes on why some stand apart, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from figures import charts, grammar, numbers, timeline
from figures.model import Claim
from figures.panels import Panel, panels
from figures.view.scope import Json, Scope
from figures.view.words import around, lit, period

MOST_DATED = 80
"""Marks on the timeline; the table and the filters reach the others."""

_MOST_LARGE = 3
"""Values written large at the side of a panel; more are counted."""

_OWN_SCALE = "This panel has a scale of its own."

_ABOUT_TIME = (
    "Solid happened, dashed was planned. "
    "A sharp-edged mark covers its whole period; a fading one is some day within it."
)

_WHOLE = 2000
"""Characters round a number that is stated in words: its whole quote, if it is not endless."""

_JOINTS = {
    charts.CHANGE.key: "→",
    charts.RANGE.key: "to",
    charts.CEILING.key: "within",
    charts.WORTH.key: "for",
}


def sheet(scope: Scope) -> Iterator[Json]:
    """The panels in the order of the catalogue, and between them why they stand apart."""
    drawn = panels(scope.catalogue, scope.table)
    claims = {claim.id: claim for claim in scope.claims}
    place = {measure: n for n, panel in enumerate(drawn) for measure in panel.measures}
    told: set[int] = set()
    for n, panel in enumerate(drawn):
        yield _panel(scope, panel, claims)
        for m, apart in enumerate(scope.catalogue.apart):
            ends = [place.get(measure) for measure in apart.between]
            # Said between the two panels: behind the first of them.
            if m not in told and None not in ends and min(end for end in ends if end is not None) == n:
                told.add(m)
                ids = [_claims_of(drawn[end]) for end in ends if end is not None]
                yield {"apart": ids, "why": apart.why}


def _panel(scope: Scope, panel: Panel, claims: dict[str, Claim]) -> Json:
    ids = _claims_of(panel)
    sectors = dict.fromkeys(claims[id_].sector for id_ in ids)
    return {
        "key": panel.key,
        "title": panel.title,
        "note": f"{panel.note} {_OWN_SCALE}".strip() if panel.own_scale else panel.note,
        "ids": ids,
        "measures": list(panel.measures),
        "sectors": [{"n": scope.n(sector), "name": sector} for sector in sectors],
        "headline": list(_headline(panel)),
        "chart": charts.described(panel.drawing),
        "stated": [_stated(scope, mark) for mark in panel.stated],
        "summary": _summary(panel),
        "rows": [
            {
                "claim": mark.claim.id,
                "amount": mark.amount.id,
                "shown": mark.shown,
                "status": grammar.status_words(mark.amount),
                "period": period(mark.amount),
            }
            for mark in panel.marks
        ],
    }


def _claims_of(panel: Panel) -> list[str]:
    return list(dict.fromkeys(mark.claim.id for mark in panel.marks))


def _stated(scope: Scope, mark: charts.Mark) -> Json:
    quote = scope.report.quotes[mark.claim.id]
    number = lit(scope.report.mentions[mark.amount.id])
    return around(scope.text, number, quote, before=_WHOLE, after=_WHOLE) | {
        "claim": mark.claim.id,
        "amount": mark.amount.id,
        "n": scope.n(mark.claim.sector),
        "sic": mark.claim.sic,
    }


def dated(scope: Scope) -> Json:
    """The timeline for wide and for narrow columns, and the claims without a date."""
    items = timeline.items(scope.catalogue, scope.table, scope.source)
    shown = items[:MOST_DATED]
    undated = [claim for claim in scope.claims if not any(amount.period for amount in claim.amounts)]
    more = f"The first {MOST_DATED} of {len(items)} dated figures; the table has them all."
    return {
        "wide": charts.described(timeline.drawing(scope.catalogue, shown, scope.source, timeline.WIDE)),
        "narrow": charts.described(timeline.drawing(scope.catalogue, shown, scope.source, timeline.NARROW)),
        "undated": [{"claim": claim.id, "n": scope.n(claim.sector), "label": _label(claim)} for claim in undated],
        "about": _ABOUT_TIME,
        "more": more if items[MOST_DATED:] else "",
    }


def _headline(panel: Panel) -> Iterator[Json]:
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


def _summary(panel: Panel) -> str:
    said = "; ".join(f"{mark.shown}, {mark.words}" for mark in panel.marks)
    return f"{panel.title}: {said}."


def _label(claim: Claim) -> str:
    values = " → ".join(numbers.shown(amount.value, amount.unit, amount.bound) for amount in claim.amounts)
    return f"{claim.title}, {values}"
