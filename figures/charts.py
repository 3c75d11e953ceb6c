"""The charts of the figures: each kind of value drawn for what it is.

:data:`KINDS` is the table of them; a new kind is one function and one line.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import plotly.graph_objects as go

from figures import dates, guard, numbers, theme, units
from figures.canvas import BAR, RIGHT, Canvas, Drawing, Owner
from figures.grammar import form, status_words
from figures.model import Amount, Claim
from figures.numbers import Scale
from figures.theme import Colour

Chart: TypeAlias = go.Figure
"""A Plotly object; in our words it is never a figure."""

MOST_SQUARES = 8
"""A count up to this is drawn one by one; more would not fit a telephone."""

_SQUARE = 36  # pixels from one square to the next
_SIDE = 30
_NARROWEST = 320  # a chart on a telephone
_LETTER = 7.6  # of a tick


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
        value = units.convert(amount.value, amount.unit, self.unit) if amount.unit != self.unit else amount.value
        return self.scale.place(amount.value if value is None else value)

    @property
    def ticks(self) -> dict[str, Any]:
        """Round numbers, with the unit at the last one that has room for it."""
        step = _round_step(self.high - self.low)
        values = [n * step for n in range(math.ceil(self.low / step), math.floor(self.high / step) + 1)]
        texts = [numbers.plain(Decimal(str(round(value, 12)))) for value in values]
        unit = self.scale.after.partition(" a ")[0]
        whole = [f"{self.scale.before}{text} {unit}".strip() for text in texts]
        last = next((n for n in reversed(range(len(values))) if self._has_room(values[n], whole[n])), None)
        if last is not None:
            texts[last] = whole[last]
        kept = [n for n, text in enumerate(texts) if n == last or self._has_room(values[n], text)]
        return {"tickvals": [values[n] for n in kept], "ticktext": [texts[n] for n in kept]}

    def _has_room(self, value: float, text: str) -> bool:
        """Whether half of a tick's text finds room at its right, also on a telephone."""
        return (self.high - value) / (self.high - self.low) * _NARROWEST + RIGHT >= len(text) * _LETTER / 2


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
    about = "" if derived.exact else "≈\u00a0"
    quotient = f"{about}×{numbers.plain(derived.value)}"
    canvas.path(last.owner, [x0, x0, x1, x1], [top + 4 + BAR + 2, middle, middle, top + 56])
    canvas.tip(last.owner, x1, top + 57)
    a, b = (axis.scale.digits(mark.amount.value) for mark in marks)
    canvas.label(last.owner, quotient, f"derived, {b} ÷ {a}", middle, at=(x0, x1), fit="between", size=14)


def _bar(canvas: Canvas, marks: tuple[Mark, ...], axis: Axis, top: float) -> None:
    (mark,) = marks
    value = axis.place(mark.amount)
    y = (top + 4, top + 4 + BAR)
    low, high = min(0.0, value), max(0.0, value)
    canvas.mark(mark.owner, (low, high), y, form=form(mark.amount), colour=mark.colour)
    end, edge, shape = high, high, form(mark.amount)
    if mark.amount.bound in {"<", "<=", ">", ">="}:
        up = mark.amount.bound.startswith(">")
        # Inside a solid bar a cap in the bar's own colour would not be seen.
        colour = theme.PAGE if shape == "solid" and up == (value < 0) else mark.colour
        canvas.arrow(mark.owner, value, y, up=up, closed="=" in mark.amount.bound, colour=colour)
        end = value + canvas.cap if up and value >= 0 else high
        edge = high - canvas.cap if not up and value > 0 else high
    inside = None if shape == "hatched" else (edge, (theme.PAGE if shape == "solid" else theme.INK).light)
    canvas.label(mark.owner, mark.shown, mark.words, sum(y) / 2, at=(low, end), inside=inside)
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
    canvas.mark(forecast.owner, (0, x[0]), y, form=form(forecast.amount), colour=forecast.colour, over_hatch=True)
    canvas.label(forecast.owner, forecast.shown, forecast.words, top + 13, at=(0, 0), fit="above")
    canvas.label(ceiling.owner, ceiling.shown, ceiling.words, sum(y) / 2, at=(0, x[1]))
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
CEILING = Kind(
    key="ceiling", shows="a forecast for one year inside the ceiling it belongs to", height=66, draw=_ceiling
)
BAR_ROW = Kind(key="bar", shows="one value; the cap of a bound points to the open end", height=38, draw=_bar)
SQUARES = Kind(key="count", shows="a count, one square each", height=40, draw=_squares)
STATED = Kind(
    key="stated", shows="a value that stands alone, or is doubtful: its words, no axis", height=0, draw=_stated
)
WORTH = Kind(key="worth", shows="a count and one total for all of it, undivided", height=88, draw=_worth)

KINDS = (CHANGE, RANGE, CEILING, BAR_ROW, SQUARES, WORTH, STATED)
"""Every way in which a panel shows its amounts."""

NO_AXIS = Axis(unit="", scale=numbers.scale_of("", Decimal(0)), low=0, high=1)


def drawing_of(rows: Sequence[Row], axis: Axis | None) -> Drawing | None:
    """The chart of a panel's rows, one below the other; None where none of them is drawn."""
    if all(kind is STATED for kind, _ in rows):
        return None
    canvas = Canvas(left=axis.low, right=axis.high) if axis else Canvas(left=-0.06, right=20, pixels=_SQUARE)
    for kind, marks in rows:
        kind.draw(canvas, marks, axis or NO_AXIS, canvas.height)
        canvas.height += kind.height
    return canvas.finish(axis=axis.ticks if axis else None)


def described(drawing: Drawing | None) -> dict[str, Any] | None:
    """A chart as plotly.js takes it, for the view."""
    return None if drawing is None else {"data": drawing.data, "layout": drawing.layout}


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


def _round_step(length: float) -> float:
    rough = length / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
