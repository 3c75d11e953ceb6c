"""The brush: marks, plates, labels and hit areas in one chart, in the page's visual grammar.

The vertical axis of every chart is in pixels from the top, so that bars are equally thick
everywhere; the horizontal one is in the chart's own unit. Every visible mark is a closed polygon:
Plotly's bars cannot have a dashed outline, and are drawn under every line, where the plate of a
selected mark would cover them.

What the view needs beside Plotly's own description stands in ``layout.meta``: ``hits`` (where a
mark can be picked), ``labels`` (which annotations may move to fit), ``pixels`` (for charts
whose unit is a number of pixels), ``strips`` (what may be folded away) and ``lanes`` (their names).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

import plotly.graph_objects as go

from figures import theme
from figures.grammar import Form
from figures.theme import Colour

BAR = 28
"""Thickness of a bar, in pixels."""

AXIS = 26
"""Room for the tick labels below a chart, in pixels."""

RIGHT = 10
"""Room at the right, for half of the last tick label, in pixels."""

_OUTLINE_FADE = (0.16, 0.3, 0.6, 1.0, 1.0, 1.0, 0.6, 0.3, 0.16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose mark it is: a claim or event, one of its amounts, and the sentence that is read out."""

    claim: str
    amount: str = ""
    sentence: str = ""

    @property
    def key(self) -> str:
        """The id of the amount, or of the event."""
        return self.amount or self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart in Plotly's own terms, ready for plotly.js.

    Plotly's objects in Python look at every value again, which takes several times as long as all
    the rest: they are made where one is asked for.
    """

    data: list[dict[str, Any]]
    layout: dict[str, Any]

    def chart(self) -> go.Figure:
        """The Plotly object. Raises ValueError where Plotly does not know a property."""
        return go.Figure(data=self.data, layout=self.layout)


@dataclass(slots=True, kw_only=True)
class Canvas:
    """Collects the parts of one chart; :meth:`finish` describes it."""

    left: float
    right: float
    height: float = 0
    pixels: float | None = None
    traces: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    hits: list[dict[str, Any]] = field(default_factory=list)
    labels: list[dict[str, Any]] = field(default_factory=list)
    strips: list[dict[str, Any]] = field(default_factory=list)
    lanes: list[dict[str, Any]] = field(default_factory=list)

    def mark(
        self,
        owner: Owner,
        x: tuple[float, float],
        y: tuple[float, float],
        *,
        form: Form,
        colour: Colour,
        vague: bool = False,
        over_hatch: bool = False,
    ) -> None:
        """One value, from ``x[0]`` to ``x[1]``, in its form; with the plate that shows it as selected."""
        self._plate(owner, x, y, solid=form == "solid" and not vague)
        if vague:
            self._fading(owner, x, y, form, colour)
            return
        self.traces.append(_polygon(owner, x, y) | _paint(form, colour, over_hatch=over_hatch))

    def arrow(self, owner: Owner, x: float, y: tuple[float, float], *, up: bool, closed: bool, colour: Colour) -> None:
        """The cap of a bound: a chevron off the end of the bar, or for < and ≤ in it; ≥ and ≤ touch the end."""
        unit = self.cap / 3 * (1 if up else -1)
        start = x if closed else x + unit
        line = {"color": colour.light, "width": 3.5}
        self.traces.append(
            _line(owner, [start, start + 2 * unit, start], [y[0], sum(y) / 2, y[1]])
            | {"line": line, "cliponaxis": False}
        )

    @property
    def cap(self) -> float:
        """Room that the cap of a bound takes."""
        return (self.right - self.left) / 74 * 3

    def path(self, owner: Owner, xs: list[float], ys: list[float]) -> None:
        """A thin line of the page's own: a bracket, not a value of the source."""
        self.traces.append(_line(owner, xs, ys) | {"line": {"color": theme.INK_2.light, "width": 1.5}})

    def tip(self, owner: Owner, x: float, y: float) -> None:
        """The arrow head at the end of a path."""
        head = {"symbol": "triangle-down", "size": 9, "color": theme.INK_2.light}
        self.traces.append(_line(owner, [x], [y]) | {"mode": "markers", "marker": head})

    def label(
        self,
        owner: Owner,
        value: str,
        words: str,
        y: float,
        *,
        at: tuple[float, float],
        fit: str = "beside",
        inside: tuple[float, str] | None = None,
        size: int = 15,
    ) -> None:
        """Words about a mark that reaches from ``at[0]`` to ``at[1]``.

        ``fit`` says where they go: ``beside`` the mark's end, or inside where there is no room;
        or in it; ``after`` its end, or ``before`` its start; ``between`` its ends; ``above``, from its
        start on, or there ``ending`` with it. ``inside`` is where the bar itself ends, and the colour
        that can be read on it.
        """
        self.labels.append(
            {
                "n": len(self.annotations),
                "value": value,
                "words": words,
                "fit": fit,
                "x0": at[0],
                "x1": at[1],
                "inside": inside and {"end": inside[0], "ink": inside[1]},
            }
        )
        self.annotations.append(
            {
                "name": owner.key,
                "text": label_text(value, words),
                "x": {"above": at[0], "before": at[0], "between": sum(at) / 2}.get(fit, at[1]),
                "y": y,
                "showarrow": False,
                "xanchor": {"between": "center", "before": "right", "ending": "right"}.get(fit, "left"),
                "xshift": {"beside": 9, "after": 9, "before": -9}.get(fit, 0),
                "yanchor": "middle",
                "align": "left",
                "borderpad": 2,
                "bgcolor": theme.PAGE.light if fit == "between" else theme.tint(theme.INK_2, 0.0),
                "font": {"size": size, "color": theme.INK.light},
            }
        )

    def text(
        self, words: str, x: float, y: float, *, anchor: str = "left", strong: bool = False, size: int = 14
    ) -> None:
        """Words of the page that belong to no claim."""
        self.annotations.append(
            {
                "text": label_text(words, "") if strong else escape(words, quote=False),
                "x": x,
                "y": y,
                "showarrow": False,
                "xanchor": anchor,
                "yanchor": "middle",
                "font": {"size": size, "color": (theme.INK if strong else theme.INK_2).light},
            }
        )

    def hit(self, owner: Owner, x: tuple[float, float], y: tuple[float, float], *, main: bool = True) -> None:
        """Where the mark can be picked. ``main`` is its one stop for the keyboard."""
        self.hits.append(
            {
                "claim": owner.claim,
                "amount": owner.amount,
                "sentence": owner.sentence,
                "main": main,
                "left": self._from_left(x[0]),
                "right": self._from_right(x[1]),
                "top": y[0],
                "height": y[1] - y[0],
            }
        )

    def strip(self, height: float, claims: list[str]) -> None:
        """Go down by ``height`` pixels, which the view folds away when none of the claims is displayed."""
        self.strips.append({"top": self.height, "bottom": self.height + height, "claims": claims})
        self.height += height

    def finish(self, *, axis: dict[str, Any] | None = None, top: int = 0, left: int = 1) -> Drawing:
        """The whole chart. Its height, margins included, is ``layout.height``, in pixels."""
        bottom = AXIS if axis else 0
        return Drawing(
            data=[*self.traces, self._points()],
            layout={
                "height": self.height + top + bottom,
                "margin": {"l": left, "r": RIGHT, "t": top, "b": bottom, "pad": 0},
                "paper_bgcolor": theme.tint(theme.INK_2, 0.0),
                "plot_bgcolor": theme.tint(theme.INK_2, 0.0),
                "showlegend": False,
                "dragmode": False,
                "hovermode": False,
                "font": {"size": 14, "color": theme.INK_2.light},
                "xaxis": {"range": [self.left, self.right], "fixedrange": True, **_axis_style(axis)},
                "yaxis": {"range": [self.height, 0], "fixedrange": True, "visible": False},
                "annotations": self.annotations,
                "shapes": self.shapes,
                "template": {},
                "meta": {"hits": self.hits, "labels": self.labels, "pixels": self.pixels} | self._foldable(),
            },
        )

    def _foldable(self) -> dict[str, Any]:
        return {"strips": self.strips, "lanes": self.lanes} if self.strips else {}

    def _points(self) -> dict[str, Any]:
        # Plotly's own point for each mark, unseen, with its id: what a script or test finds.
        return {
            "type": "bar",
            "orientation": "h",
            "x": [self.right] * len(self.hits),
            "y": [hit["top"] + hit["height"] / 2 for hit in self.hits],
            "width": [hit["height"] for hit in self.hits],
            "customdata": [[hit["claim"], hit["amount"]] for hit in self.hits],
            "marker": {"color": theme.tint(theme.INK_2, 0.0), "line": {"width": 0}},
            "hoverinfo": "skip",
            "meta": {"points": True},
        }

    def _plate(self, owner: Owner, x: tuple[float, float], y: tuple[float, float], *, solid: bool) -> None:
        pad = (self.right - self.left) / 130
        # Three pixels above and below: more would be cut off at the edge of the first and the last row.
        trace = _polygon(owner, (x[0] - pad, x[1] + pad), (y[0] - 3, y[1] + 3))
        trace |= {
            "fillcolor": theme.ACCENT_FILL.light,
            "line": {"width": 2, "color": theme.ACCENT_LINE.light},
            "visible": False,
        }
        trace["meta"] = trace["meta"] | {"plate": True}
        self.traces.append(trace)
        if not solid:  # what can be seen through stands on the page's own colour, as when it is not selected
            ground = {"fillcolor": theme.PAGE.light, "line": {"width": 0}, "visible": False}
            self.traces.append(_polygon(owner, x, y) | ground | {"meta": trace["meta"]})

    def _fading(self, owner: Owner, x: tuple[float, float], y: tuple[float, float], form: Form, colour: Colour) -> None:
        # Some day within: the ends fade, for neither is a date.
        peak = theme.tint(colour, 0.16) if form == "hollow" else colour.light
        clear = theme.tint(colour, 0.0)
        gradient = {"type": "horizontal", "colorscale": [[0, clear], [0.3, peak], [0.7, peak], [1, clear]]}
        self.traces.append(_polygon(owner, x, y) | {"line": {"width": 0}, "fillgradient": gradient})
        if form == "hollow":
            self._fading_dashes(owner, x, y, colour)

    def _fading_dashes(self, owner: Owner, x: tuple[float, float], y: tuple[float, float], colour: Colour) -> None:
        step = (x[1] - x[0]) / len(_OUTLINE_FADE)
        for strength in sorted(set(_OUTLINE_FADE)):
            xs: list[float | None] = []
            ys: list[float | None] = []
            for n, own in enumerate(_OUTLINE_FADE):
                if own == strength:
                    start, end = x[0] + (n + 0.2) * step, x[0] + (n + 0.8) * step
                    xs += [start, end, None, start, end, None]
                    ys += [y[0], y[0], None, y[1], y[1], None]
            shade = colour.light if strength == 1.0 else theme.tint(colour, strength)
            self.traces.append(_line(owner, xs, ys) | {"line": {"color": shade, "width": 2}})

    def _from_left(self, x: float) -> str:
        return f"{x * self.pixels:g}px" if self.pixels else f"{self._share(x):.3%}"

    def _from_right(self, x: float) -> str:
        # A chart in pixels has no right end of its own: its marks reach to the edge of the panel.
        return "0px" if self.pixels else f"{1 - self._share(x):.3%}"

    def _share(self, x: float) -> float:
        return min(1.0, max(0.0, (x - self.left) / (self.right - self.left)))


def label_text(value: str, words: str) -> str:
    """A label: the value in bold, then words; everything else of the text is shown as it is."""
    return f"<b>{escape(value, quote=False)}</b>" + (f"  {escape(words, quote=False)}" if words else "")


def _paint(form: Form, colour: Colour, *, over_hatch: bool) -> dict[str, Any]:
    if form == "solid":
        return {"fillcolor": colour.light, "line": {"width": 0}}
    if form == "hollow":
        # On a hatch the inside is opaque: a forecast is no part of what is striped.
        inside = theme.PAGE.light if over_hatch else theme.tint(colour, 0.07)
        return {"fillcolor": inside, "line": {"width": 2, "dash": "6px,4px", "color": colour.light}}
    pattern = {"shape": "/", "size": 9, "solidity": 0.24, "fillmode": "replace"}
    pattern |= {"fgcolor": colour.light, "bgcolor": theme.PAGE.light}
    return {"fillpattern": pattern, "line": {"width": 1.5, "color": colour.light}}


def _polygon(owner: Owner, x: tuple[float, float], y: tuple[float, float]) -> dict[str, Any]:
    return _line(owner, [x[0], x[1], x[1], x[0], x[0]], [y[0], y[0], y[1], y[1], y[0]]) | {
        "fill": "toself",
        "cliponaxis": False,
    }


def _line(owner: Owner, xs: list[Any], ys: list[Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "hoverinfo": "skip",
        "name": owner.claim,
        "meta": {"claim": owner.claim, "amount": owner.amount},
    }


def _axis_style(axis: dict[str, Any] | None) -> dict[str, Any]:
    if axis is None:
        return {"visible": False}
    return {
        "showgrid": True,
        "gridcolor": theme.GRID.light,
        "zeroline": True,
        "zerolinecolor": theme.INK_3.light,
        "zerolinewidth": 1,
        "ticks": "",
        "ticklabeloverflow": "allow",
        "tickfont": {"size": 14, "color": theme.INK_3.light},
        **axis,
    }
