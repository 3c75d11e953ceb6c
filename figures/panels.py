"""The panels: one a measure, made from the rows of the figure table, each on an axis it may share.

Nothing is drawn that is not verified; what the source itself makes doubtful (*sic*, low reliability)
is written, never put on an axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from figures import charts, guard, numbers, theme, units
from figures.canvas import Drawing, Owner
from figures.charts import Axis, Chart, Mark, Row
from figures.frame import Table
from figures.model import Catalogue, Claim, Measure
from figures.model import Panel as Group
from figures.theme import Colour

OWN_SCALE = 20
"""Panels of one unit share a scale while the largest value is at most this many times the smallest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One panel: its key (a measure's id, or a group's), its marks in order, and its chart.

    ``stated`` are the marks that are said and not drawn, ``kinds`` the ways of the others; ``drawing``
    is None where nothing is drawn. ``own_scale`` warns that bars here and in another panel of the
    same unit are not of one scale.
    """

    key: str
    title: str
    note: str
    measures: tuple[str, ...]
    marks: tuple[Mark, ...]
    stated: tuple[Mark, ...]
    kinds: tuple[str, ...]
    drawing: Drawing | None
    own_scale: bool

    @property
    def chart(self) -> Chart | None:
        """The Plotly object, made anew."""
        return self.drawing.chart() if self.drawing else None


def panels(catalogue: Catalogue, table: Table) -> tuple[Panel, ...]:
    """The panels of the table's rows, in the order of the catalogue's measures.

    ``table`` is the figure table of one source, or a part of it; its columns ``amount``, ``claim`` and
    ``verified`` are read, and it is not changed.
    """
    by_measure: dict[str, list[Mark]] = {}
    for mark in _marks(catalogue, table):
        by_measure.setdefault(mark.claim.measure, []).append(mark)
    marks = {measure: tuple(own) for measure, own in by_measure.items()}
    axes = _axes(marks)
    return tuple(panel for group in _groups(catalogue) for panel in _panels_of(catalogue, group, marks, axes))


def _marks(catalogue: Catalogue, table: Table) -> tuple[Mark, ...]:
    claims = {claim.id: claim for claim in catalogue.claims}
    amounts = {amount.id: amount for amount in catalogue.amounts}
    titles = {measure.id: measure.title for measure in catalogue.measures}
    drawn = []
    for row in table.loc[table["verified"] == "passed", ["amount", "claim"]].to_dict("records"):
        claim, amount = claims[row["claim"]], amounts[row["amount"]]
        said = charts.sentence(claim, amount, titles.get(claim.measure, ""))
        drawn.append(
            Mark(
                amount=amount,
                claim=claim,
                owner=Owner(claim=claim.id, amount=amount.id, sentence=said),
                colour=_colour(catalogue, claim),
                words=charts.words_of(amount),
            )
        )
    return tuple(drawn)


def _colour(catalogue: Catalogue, claim: Claim) -> Colour:
    return theme.sector(catalogue.sectors.index(claim.sector) if claim.sector in catalogue.sectors else -1)


def _groups(catalogue: Catalogue) -> tuple[tuple[Measure, ...], ...]:
    """The measures, those of one group together, in the order of their first one."""
    groups: dict[str, list[Measure]] = {}
    for measure in catalogue.measures:
        groups.setdefault(f"panel {measure.panel}" if measure.panel else measure.id, []).append(measure)
    return tuple(tuple(group) for group in groups.values())


def _panels_of(
    catalogue: Catalogue, group: tuple[Measure, ...], marks: dict[str, tuple[Mark, ...]], axes: dict[str, Axis]
) -> Iterator[Panel]:
    own = [mark for measure in group for mark in marks.get(measure.id, ())]
    shared = next((panel for panel in catalogue.panels if panel.id == group[0].panel), None)
    if shared and (row := _worth_row(own)):
        yield _panel(shared, group, [row], None)
        return
    for measure in group:
        if measure.id in marks:
            rows = _rows(marks[measure.id], alone=measure.id not in axes)
            yield _panel(measure, (measure,), rows, axes.get(measure.id))


def _panel(head: Measure | Group, measures: tuple[Measure, ...], rows: list[Row], axis: Axis | None) -> Panel:
    return Panel(
        key=head.id,
        title=head.title,
        note=head.note,
        measures=tuple(measure.id for measure in measures),
        marks=tuple(mark for _, marks in rows for mark in marks),
        stated=tuple(mark for kind, marks in rows if kind is charts.STATED for mark in marks),
        kinds=tuple(kind.key for kind, _ in rows),
        drawing=charts.drawing_of(rows, axis),
        own_scale=axis is not None and axis.own,
    )


def _rows(marks: tuple[Mark, ...], *, alone: bool) -> list[Row]:
    certain = _comparable(marks)
    rows: list[Row]
    if alone:
        rows = [(charts.SQUARES if _countable(mark) else charts.STATED, (mark,)) for mark in certain]
    else:
        rows = _ceiling_row(certain) or [
            row for _, own in groupby(certain, key=lambda mark: mark.claim.id) for row in _claim_rows(tuple(own))
        ]
    drawn = {mark.owner.key for mark in certain}
    return rows + [(charts.STATED, (mark,)) for mark in marks if mark.owner.key not in drawn]


def _comparable(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of one measure that may be on its axis; the source makes the others doubtful, or unlike."""
    kept: list[Mark] = []
    for mark in marks:
        certain = not mark.claim.sic and mark.amount.status != "U"
        if certain and all(_may_meet(other, mark) for other in kept):
            kept.append(mark)
    return tuple(kept)


def _may_meet(first: Mark, other: Mark) -> bool:
    measures = {mark.claim.id: mark.claim.measure for mark in (first, other)}
    return first is other or guard.may_share_axis(first.amount, other.amount, measures).allowed


def _claim_rows(marks: tuple[Mark, ...]) -> list[Row]:
    roles = tuple(mark.amount.role for mark in marks)
    if roles == ("from", "to"):
        return [(charts.CHANGE, marks)]
    return [(charts.RANGE, marks)] if roles == ("low", "high") else [(charts.BAR_ROW, (mark,)) for mark in marks]


def _ceiling_row(marks: tuple[Mark, ...]) -> list[Row]:
    if len(marks) != 2:
        return []
    for ceiling, forecast in (marks, marks[::-1]):
        if guard.inside(forecast.amount, ceiling.amount, same_measure=True).allowed:
            return [(charts.CEILING, (ceiling, forecast))]
    return []


def _worth_row(marks: list[Mark]) -> Row | None:
    counts = [mark for mark in marks if _countable(mark)]
    if len(marks) != 2 or len(counts) != 1:
        return None
    whole = next(mark for mark in marks if mark is not counts[0])
    return (charts.WORTH, (counts[0], whole)) if whole.claim.quote == counts[0].claim.quote else None


def _countable(mark: Mark) -> bool:
    value, bound = mark.amount.value, mark.amount.bound
    return (
        numbers.is_noun(mark.amount.unit) and bound == "=" and value == int(value) and 0 < value <= charts.MOST_SQUARES
    )


def _axes(marks: dict[str, tuple[Mark, ...]]) -> dict[str, Axis]:
    """An axis for each measure that has something to be seen beside: in it, or in its unit."""
    by_unit: dict[str, dict[str, tuple[Mark, ...]]] = {}
    for measure, own in marks.items():
        if certain := _comparable(own):
            by_unit.setdefault(_unit_of(certain), {})[measure] = certain
    axes: dict[str, Axis] = {}
    for measures in by_unit.values():
        together = [mark for own in measures.values() for mark in own]
        common = _axis(together) if len(together) > 1 and not _far_apart(together) else None
        for measure, own in measures.items():
            if common or len(own) > 1:
                axes[measure] = common or _axis(own, own_scale=len(measures) > 1)
    return axes


def _unit_of(marks: Sequence[Mark]) -> str:
    """The unit of an axis: that of its marks, without the year of a ceiling where a forecast lies inside one."""
    found = [mark.amount.unit for mark in marks]
    return next((unit for unit in found if f"{unit}/year" in found), found[0])


def _in_unit(mark: Mark, unit: str) -> Decimal:
    """The size of a value, to choose a scale by."""
    value = units.convert(mark.amount.value, mark.amount.unit, unit)
    return abs(mark.amount.value if value is None else value)


def _far_apart(marks: list[Mark]) -> bool:
    sizes = [abs(mark.amount.value) for mark in marks if mark.amount.value]
    return bool(sizes) and max(sizes) > OWN_SCALE * min(sizes)


def _axis(marks: Sequence[Mark], *, own_scale: bool = False) -> Axis:
    unit = _unit_of(marks)
    scale = numbers.scale_of(unit, max(_in_unit(mark, unit) for mark in marks))
    blank = Axis(unit=unit, scale=scale, low=0, high=0)
    places = [blank.place(mark.amount) for mark in marks]
    high, low = max(0.0, *places), min(0.0, *places)
    room = (high - low) * 0.115 or 1.0
    # An outline at zero is not cut.
    return replace(blank, low=low - (room if low < 0 else room / 10), high=high + room, own=own_scale)
