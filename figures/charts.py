"""The charts of the figures: one panel a measure, each drawn for what it is.

A panel is made from the rows of the figure table; nothing is drawn that is not verified, and what
the source itself makes doubtful (*sic*, low reliability) is written, never put on an axis.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any

import plotly.graph_objects as go
from pandas import DataFrame

from figures import dates, guard, numbers, theme, units
from figures.canvas import BAR, Canvas, Owner
from figures.grammar import form, status_words
from figures.model import Amount, Catalogue, Claim, Measure
from figures.numbers import Scale
from figures.theme import Colour

OWN_SCALE = 20
"""Panels of one unit share a scale while the largest value is at most this many times the smallest."""

MOST_SQUARES = 8
"""A count up to this is drawn one by one; more would not fit a telephone."""

_SQUARE = 36  # pixels from one square to the next
_SIDE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One verified amount, ready to be drawn."""

    amount: Amount
    claim: Claim
    owner: Owner
    colour: Colour
    words: str

    @property
    def shown(self) -> str:
        """The value as the page writes it, with its bound and unit."""
        return numbers.shown(self.amount.value, self.amount.unit, self.amount.bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The horizontal axis of one panel, or of all panels of one unit. In the scale's unit."""

    unit: str
    scale: Scale
    low: float
    high: float
    own: bool = False

    def place(self, amount: Amount) -> float:
        """Where an amount lies on the axis. For drawing only; a yearly ceiling lies with its forecasts."""
        base = amount.unit.partition("/")[0]
        value = units.convert(amount.value, base, self.unit) if base != self.unit else amount.value
        return self.scale.place(amount.value if value is None else value)

    @property
    def ticks(self) -> dict[str, Any]:
        """Round numbers, the last one with the unit."""
        step = _round_step(self.high - self.low)
        values = [n * step for n in range(math.ceil(self.low / step), math.floor(self.high / step) + 1)]
        texts = [numbers.plain(Decimal(str(round(value, 12)))) for value in values]
        if texts:
            unit = self.scale.after.partition(" a ")[0]
            texts[-1] = f"{self.scale.before}{texts[-1]} {unit}{', own scale' if self.own else ''}".strip()
        return {"tickvals": values, "ticktext": texts}


Row = tuple["Kind", tuple[Mark, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One way of drawing marks: what it shows, how high it is in pixels, and the function that draws it."""

    key: str
    shows: str
    height: int
    draw: Callable[[Canvas, tuple[Mark, ...], Axis, float], None]


def _change(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    first, last = marks
    _bar(canvas, (first,), axis, top)
    _bar(canvas, (last,), axis, top + 58)
    derived = guard.ratio(first.amount, last.amount)
    if not isinstance(derived, guard.Derived):
        return
    x0, x1 = (axis.place(mark.amount) for mark in marks)
    middle = top + 4 + BAR + 15
    canvas.path(last.owner, [x0, x0, x1, x1], [top + 4 + BAR + 2, middle, middle, top + 56])
    canvas.tip(last.owner, x1, top + 57)
    a, b = (axis.scale.digits(mark.amount.value) for mark in marks)
    canvas.label(
        last.owner, f"×{numbers.plain(derived.value)}", f"derived, {b} ÷ {a}", middle, at=(x0, x1), fit="between", size=14
    )


def _bar(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    (mark,) = marks
    value = axis.place(mark.amount)
    y = (top + 4, top + 4 + BAR)
    low, high = min(0.0, value), max(0.0, value)
    canvas.mark(mark.owner, (low, high), y, form=form(mark.amount), colour=mark.colour)
    end = high
    if mark.amount.bound in {"<", "<=", ">", ">="}:
        up = mark.amount.bound.startswith(">")
        canvas.arrow(mark.owner, value, y, up=up, closed="=" in mark.amount.bound, colour=mark.colour)
        end = value + (canvas.right - canvas.left) / 74 * 3 if up else high
    fit = "outside" if form(mark.amount) == "hatched" else "beside"
    canvas.label(mark.owner, mark.shown, mark.words, sum(y) / 2, at=(low, end), fit=fit)
    canvas.hit(mark.owner, (canvas.left, canvas.right), (top, top + 8 + BAR))


def _range(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    low, high = marks
    x = (axis.place(low.amount), axis.place(high.amount))
    y = (top + 30, top + 30 + BAR)
    middle = sum(x) / 2
    canvas.mark(low.owner, (x[0], middle), y, form=form(low.amount), colour=low.colour)
    canvas.mark(high.owner, (middle, x[1]), y, form=form(high.amount), colour=high.colour)
    canvas.label(low.owner, low.shown, "lowest", top + 14, at=(canvas.left, canvas.left), fit="above")
    canvas.label(high.owner, high.shown, high.words or "highest", sum(y) / 2, at=x)
    canvas.hit(low.owner, (canvas.left, middle), (top, top + 34 + BAR))
    canvas.hit(high.owner, (middle, canvas.right), (top + 28, top + 34 + BAR))


def _ceiling(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    ceiling, forecast = marks
    x = (axis.place(forecast.amount), axis.place(ceiling.amount))
    y = (top + 30, top + 30 + BAR)
    canvas.mark(ceiling.owner, (0, x[1]), y, form=form(ceiling.amount), colour=ceiling.colour)
    canvas.mark(
        forecast.owner, (0, x[0]), y, form=form(forecast.amount), colour=forecast.colour, over_hatch=True
    )
    canvas.label(forecast.owner, forecast.shown, forecast.words, top + 13, at=(0, 0), fit="above")
    canvas.label(ceiling.owner, ceiling.shown, ceiling.words, sum(y) / 2, at=(0, x[1]), fit="outside")
    canvas.hit(ceiling.owner, (canvas.left, canvas.right), (y[0] - 4, y[1] + 4))
    canvas.hit(forecast.owner, (canvas.left, canvas.right), (top, y[0] - 4))
    canvas.hit(forecast.owner, (canvas.left, x[0]), (y[0] - 4, y[1] + 4), main=False)


def _squares(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    (mark,) = marks
    count = int(mark.amount.value)
    y = (top + 4, top + 4 + _SIDE)
    for n in range(count):
        canvas.mark(mark.owner, (n, n + _SIDE / _SQUARE), y, form=form(mark.amount), colour=mark.colour)
    canvas.label(mark.owner, mark.shown, mark.words, sum(y) / 2, at=(0, count - 1 + _SIDE / _SQUARE))
    canvas.hit(mark.owner, (0, canvas.right), (top, top + 8 + _SIDE))


def _worth(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    count, whole = marks
    _squares(canvas, (count,), axis, top)
    end = int(count.amount.value) - 1 + _SIDE / _SQUARE
    y = top + 8 + _SIDE
    canvas.path(whole.owner, [0, 0, end, end], [y + 4, y + 10, y + 10, y + 4])
    canvas.path(whole.owner, [end / 2, end / 2], [y + 10, y + 16])
    canvas.label(whole.owner, whole.shown, whole.words, y + 30, at=(0, 0), fit="above")
    canvas.hit(whole.owner, (0, canvas.right), (y, y + 46))


def _stated(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    """Draws nothing: the view states the value with its sentence."""


CHANGE = Kind(key="change", shows="a change: two bars and the derived ratio between them", height=94, draw=_change)
RANGE = Kind(key="range", shows="a range: one bar from its lowest to its highest value", height=66, draw=_range)
CEILING = Kind(key="ceiling", shows="a forecast for one year inside the ceiling it belongs to", height=66, draw=_ceiling)
BAR_ROW = Kind(key="bar", shows="one value; the arrow cap of a bound points where the end is open", height=38, draw=_bar)
SQUARES = Kind(key="count", shows="a count, one square each", height=40, draw=_squares)
STATED = Kind(key="stated", shows="a value that stands alone, or is doubtful: its words, no axis", height=0, draw=_stated)
WORTH = Kind(key="worth", shows="a count and one total for all of it, undivided", height=88, draw=_worth)

KINDS = (CHANGE, RANGE, CEILING, BAR_ROW, SQUARES, WORTH, STATED)
"""Every way in which a panel shows its amounts."""

NO_AXIS = Axis(unit="", scale=numbers.scale_of("", Decimal(0)), low=0, high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelChart:
    """One panel: its key (a measure's id, or a group's), its marks in order, and its chart.

    ``stated`` are the marks that are said and not drawn, ``kinds`` the ways of the others; ``chart``
    is None where nothing is drawn.
    """

    key: str
    title: str
    note: str
    measures: tuple[str, ...]
    marks: tuple[Mark, ...]
    stated: tuple[Mark, ...]
    kinds: tuple[str, ...]
    chart: go.Figure | None


def panels(catalogue: Catalogue, frame: DataFrame) -> tuple[PanelChart, ...]:
    """The panels of the table's rows, in the order of the catalogue's measures.

    ``frame`` is the figure table of one source, or a part of it; its columns ``amount``, ``claim`` and
    ``verified`` are read, and it is not changed.
    """
    marks: dict[str, tuple[Mark, ...]] = {}
    for mark in _marks(catalogue, frame):
        marks[mark.claim.measure] = (*marks.get(mark.claim.measure, ()), mark)
    axes = _axes(marks)
    return tuple(panel for group in _groups(catalogue) for panel in _panels_of(catalogue, group, marks, axes))


def words_of(amount: Amount) -> str:
    """The few words beside a value: the catalogue's own, or its period and status."""
    if amount.label:
        return amount.label
    status = status_words(amount).lower()
    if not amount.period:
        return status
    period = dates.words(amount.period)
    return f"{period if period.startswith(('about', 'until', 'from')) else f'in {period}'}, {status}"


def sentence(claim: Claim, amount: Amount, measure: str) -> str:
    """What is read out for a mark: value, status, period, measure and the words of the source."""
    shown = numbers.shown(amount.value, amount.unit, amount.bound)
    when = dates.words(amount.period) if amount.period else "no date stated"
    return f"{shown}, {status_words(amount).lower()}, {when}. {measure}. The source: “{claim.quote}”"


def _marks(catalogue: Catalogue, frame: DataFrame) -> tuple[Mark, ...]:
    claims = {claim.id: claim for claim in catalogue.claims}
    amounts = {amount.id: amount for amount in catalogue.amounts}
    titles = {measure.id: measure.title for measure in catalogue.measures}
    drawn = []
    for row in frame.loc[frame["verified"] == "passed", ["amount", "claim"]].to_dict("records"):
        claim, amount = claims[row["claim"]], amounts[row["amount"]]
        owner = Owner(
            claim=claim.id, amount=amount.id, sentence=sentence(claim, amount, titles.get(claim.measure, ""))
        )
        drawn.append(Mark(amount=amount, owner=owner, colour=_colour(catalogue, claim), words=words_of(amount), claim=claim))
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
) -> Iterator[PanelChart]:
    own = [mark for measure in group for mark in marks.get(measure.id, ())]
    shared = next((panel for panel in catalogue.panels if panel.id == group[0].panel), None)
    if shared and (row := _worth_row(own)):
        yield _draw(shared.id, shared.title, shared.note, group, [row], axes)
        return
    for measure in group:
        if measure.id in marks:
            rows = _rows(marks[measure.id], alone=measure.id not in axes)
            yield _draw(measure.id, measure.title, measure.note, (measure,), rows, axes)


def _draw(
    key: str, title: str, note: str, measures: tuple[Measure, ...], rows: list[Row], axes: dict[str, Axis]
) -> PanelChart:
    drawn = [row for row in rows if row[0] is not STATED]
    axis = axes.get(measures[0].id)
    chart = None
    if drawn:
        canvas = _canvas(axis)
        for kind, marks in drawn:
            kind.draw(canvas, marks, axis or NO_AXIS, canvas.height)
            canvas.height += kind.height
        chart = canvas.finish(axis=axis.ticks if axis else None)
    return PanelChart(
        key=key,
        title=title,
        note=note,
        measures=tuple(measure.id for measure in measures),
        marks=tuple(mark for _, marks in rows for mark in marks),
        stated=tuple(mark for kind, marks in rows if kind is STATED for mark in marks),
        kinds=tuple(kind.key for kind, _ in rows),
        chart=chart,
    )


def _canvas(axis: Axis | None) -> Canvas:
    if axis is None:
        return Canvas(left=-0.06, right=20, pixels=_SQUARE)
    return Canvas(left=axis.low, right=axis.high)


def _rows(marks: tuple[Mark, ...], *, alone: bool) -> list[Row]:
    certain = _comparable(marks)
    rows: list[Row]
    if alone:
        rows = [(SQUARES if _countable(mark) else STATED, (mark,)) for mark in certain]
    else:
        rows = _ceiling_row(certain) or [
            row for _, own in groupby(certain, key=lambda mark: mark.claim.id) for row in _claim_rows(tuple(own))
        ]
    return rows + [(STATED, (mark,)) for mark in marks if mark not in certain]


def _comparable(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of one measure that may be on its axis; the source makes the others doubtful, or unlike."""
    certain = [mark for mark in marks if not mark.claim.sic and mark.amount.status != "U"]
    return tuple(mark for mark in certain if _may_meet(certain[0], mark))


def _may_meet(first: Mark, other: Mark) -> bool:
    measures = {mark.claim.id: mark.claim.measure for mark in (first, other)}
    return first is other or guard.may_share_axis(first.amount, other.amount, measures).allowed


def _claim_rows(marks: tuple[Mark, ...]) -> list[Row]:
    roles = tuple(mark.amount.role for mark in marks)
    if roles == ("from", "to"):
        return [(CHANGE, marks)]
    return [(RANGE, marks)] if roles == ("low", "high") else [(BAR_ROW, (mark,)) for mark in marks]


def _ceiling_row(marks: tuple[Mark, ...]) -> list[Row]:
    if len(marks) != 2:
        return []
    for ceiling, forecast in (marks, marks[::-1]):
        if guard.inside(forecast.amount, ceiling.amount, same_measure=True).allowed:
            return [(CEILING, (ceiling, forecast))]
    return []


def _worth_row(marks: list[Mark]) -> Row | None:
    counts = [mark for mark in marks if _countable(mark)]
    if len(marks) != 2 or len(counts) != 1:
        return None
    whole = next(mark for mark in marks if mark is not counts[0])
    return (WORTH, (counts[0], whole)) if whole.claim.quote == counts[0].claim.quote else None


def _countable(mark: Mark) -> bool:
    value, bound = mark.amount.value, mark.amount.bound
    return numbers.is_noun(mark.amount.unit) and bound == "=" and value == int(value) and 0 < value <= MOST_SQUARES


def _axes(marks: dict[str, tuple[Mark, ...]]) -> dict[str, Axis]:
    """An axis for each measure that has something to be seen beside: in it, or in its unit."""
    by_unit: dict[str, dict[str, tuple[Mark, ...]]] = {}
    for measure, own in marks.items():
        if certain := _comparable(own):
            by_unit.setdefault(certain[0].amount.unit.partition("/")[0], {})[measure] = certain
    axes: dict[str, Axis] = {}
    for measures in by_unit.values():
        together = [mark for own in measures.values() for mark in own]
        common = _axis(together) if len(together) > 1 and not _far_apart(together) else None
        for measure, own in measures.items():
            if common or len(own) > 1:
                axes[measure] = common or _axis(own, own_scale=len(measures) > 1)
    return axes


def _far_apart(marks: list[Mark]) -> bool:
    sizes = [abs(mark.amount.value) for mark in marks if mark.amount.value]
    return bool(sizes) and max(sizes) > OWN_SCALE * min(sizes)


def _axis(marks: Sequence[Mark], *, own_scale: bool = False) -> Axis:
    unit = marks[0].amount.unit.partition("/")[0]
    scale = numbers.scale_of(unit, max(abs(mark.amount.value) for mark in marks))
    blank = Axis(unit=unit, scale=scale, low=0, high=0)
    places = [blank.place(mark.amount) for mark in marks]
    high, low = max(0.0, *places), min(0.0, *places)
    room = (high - low) * 0.115 or 1.0
    # An outline at zero is not cut.
    return replace(blank, low=low - (room if low < 0 else room / 10), high=high + room, own=own_scale)


def _round_step(length: float) -> float:
    rough = length / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
