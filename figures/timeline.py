"""The timeline: what the source dates, as past or as future, in one lane a sector.

The axis is in days (proleptic Gregorian ordinals). A month or a year is shown as wide as it is: a
sharp-edged mark holds for the whole of it, a fading one is some day within. The document's own
date is a line through all lanes, with the speaker's future to its right.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from figures import charts, dates, grammar, numbers, theme
from figures.canvas import Canvas, Drawing, Owner, label_text
from figures.charts import Chart
from figures.frame import Table
from figures.grammar import Form
from figures.model import Catalogue, Source

_HEAD = 46  # room for the document's date above the lanes, in pixels
_FOOT = 26  # and for the years below them
_LEAST = 200  # a mark has at least this part of the width, some three pixels
_LAST_DAY = datetime.date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One dated claim or event: where it lies, how it is drawn, what is written beside it."""

    owner: Owner
    sector: str
    first: int
    last: int
    form: Form
    vague: bool
    title: str
    when: str
    past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The measures of the wide and of the narrow timeline, in pixels."""

    row: int
    thick: int
    label_above: bool
    lane_label: bool


WIDE = Layout(row=33, thick=18, label_above=False, lane_label=False)
NARROW = Layout(row=46, thick=13, label_above=True, lane_label=True)


def items(catalogue: Catalogue, table: Table, source: Source) -> tuple[Item, ...]:
    """What the timeline shows: verified amounts with a period, and the events, in order of time.

    ``table`` is the figure table; its columns ``amount``, ``claim`` and ``verified`` are read.
    """
    known = _day(source.date)
    found = [*_of_amounts(catalogue, table, source, known), *_of_events(catalogue, source, known)]
    return tuple(sorted(found, key=lambda item: (item.first, item.last)))


def timeline(catalogue: Catalogue, shown: Iterable[Item], source: Source, layout: Layout) -> Chart | None:
    """The Plotly object for these items; None where nothing is dated."""
    made = drawing(catalogue, shown, source, layout)
    return made.chart() if made else None


def drawing(catalogue: Catalogue, shown: Iterable[Item], source: Source, layout: Layout) -> Drawing | None:
    """The same as plotly.js takes it."""
    marks = tuple(shown)
    if not marks:
        return None
    known = _day(source.date)
    left, right = _years(marks, known)
    canvas = Canvas(left=left, right=right, height=_HEAD)
    for sector in _sectors(catalogue, marks):
        _lane(canvas, catalogue, sector, [item for item in marks if item.sector == sector], layout)
    _year_names(canvas, layout)
    if known is not None:
        _document(canvas, known, source)
    canvas.height += _FOOT
    return canvas.finish(left=1 if layout.lane_label else 92)


def _of_amounts(catalogue: Catalogue, table: Table, source: Source, known: int | None) -> Iterable[Item]:
    amounts = {amount.id: amount for amount in catalogue.amounts}
    titles = {measure.id: measure.title for measure in catalogue.measures}
    claims = {claim.id: claim for claim in catalogue.claims if claim.source == source.id}
    verified = set(table.loc[table["verified"] == "passed", "amount"])
    for claim in claims.values():
        for amount in (amounts[amount.id] for amount in claim.amounts if amount.id in verified and amount.period):
            first, last, about = _reach(amount.period, known)
            shown = numbers.shown(amount.value, amount.unit, amount.bound)
            read = charts.sentence(claim, amount, titles.get(claim.measure, ""))
            yield Item(
                owner=Owner(claim=claim.id, amount=amount.id, sentence=read),
                sector=claim.sector,
                first=first,
                last=last,
                form=grammar.form(amount),
                vague=about,
                title=f"{claim.title} {shown}",
                when=dates.words(amount.period),
                past=known is None or first <= known,
            )


def _of_events(catalogue: Catalogue, source: Source, known: int | None) -> Iterable[Item]:
    for event in catalogue.events:
        if event.source != source.id:
            continue
        first, last, _ = _reach(event.date, known)
        when = dates.words(event.date)
        yield Item(
            owner=Owner(claim=event.id, sentence=f"{event.title}, {event.course}, {when}. The source: “{event.quote}”"),
            sector=event.sector,
            first=first,
            last=last,
            form=grammar.event_form(event),
            vague=last - first > 1,
            title=event.title,
            when="" if when in event.title else when,
            past=event.course == "happened",
        )


def _reach(edtf: str, known: int | None) -> tuple[int, int, bool]:
    """First day and the day after the last; an open end reaches to the document's date, or a year."""
    period = dates.parse(edtf)
    first = period.first.toordinal() if period.first else None
    last = period.last.toordinal() + 1 if period.last else None
    if first is None:
        first = min(known or last or 0, last or 0) - 365
    if last is None:
        last = max(known or first, first) + 365
    return first, last, period.approximate


def _day(edtf: str) -> int | None:
    try:
        period = dates.parse(edtf)
    except ValueError:
        return None
    return period.first.toordinal() if period.first and period.precision == "day" else None


def _years(marks: tuple[Item, ...], known: int | None) -> tuple[int, int]:
    days = [day for item in marks for day in (item.first, item.last)] + ([known] if known else [])
    margin = max(20, (max(days) - min(days)) // 30)
    return max(1, min(days) - margin), min(_LAST_DAY, max(days) + margin)


def _sectors(catalogue: Catalogue, marks: tuple[Item, ...]) -> list[str]:
    present = {item.sector for item in marks}
    return [s for s in catalogue.sectors if s in present] + sorted(present - set(catalogue.sectors))


def _lane(canvas: Canvas, catalogue: Catalogue, sector: str, lane: list[Item], layout: Layout) -> None:
    top = canvas.height
    claims = [item.owner.claim for item in lane]
    index = catalogue.sectors.index(sector) if sector in catalogue.sectors else -1
    colour = theme.sector(index)
    if layout.lane_label:
        canvas.strip(24, claims)
    for item in lane:
        middle = canvas.height + (layout.row + (16 if layout.label_above else 0)) / 2
        y = (middle - layout.thick / 2, middle + layout.thick / 2)
        x = _visible(item, canvas)
        canvas.mark(item.owner, x, y, form=item.form, colour=colour, vague=item.vague)
        if layout.label_above:
            fit = "ending" if item.past else "above"
            canvas.label(item.owner, item.title, item.when, y[0] - 15, at=x, fit=fit, size=14)
        else:
            canvas.label(item.owner, item.title, item.when, middle, at=x, fit="before" if item.past else "after")
        canvas.hit(item.owner, (canvas.left, canvas.right), (canvas.height, canvas.height + layout.row))
        canvas.strip(layout.row, [item.owner.claim])
    name = {"n": len(canvas.annotations), "top": top, "bottom": canvas.height, "claims": claims}
    canvas.lanes.append(name | {"middle": not layout.lane_label})
    name_y = top + 13 if layout.lane_label else (top + canvas.height) / 2
    canvas.annotations.append(
        {
            "text": label_text(sector, ""),
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "xshift": 4 if layout.lane_label else -90,
            "y": name_y,
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": 14, "color": colour.light},
        }
    )
    canvas.shapes.append(_across(canvas.height))


def _visible(item: Item, canvas: Canvas) -> tuple[float, float]:
    """From where to where an item is drawn: as wide as its period, but in a long time still to be seen."""
    missing = (canvas.right - canvas.left) / _LEAST - (item.last - item.first)
    return (item.first - max(0.0, missing) / 2, item.last + max(0.0, missing) / 2)


def _across(y: float) -> dict[str, object]:
    line = {"color": theme.RULE.light, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line, "layer": "below"}


def _year_names(canvas: Canvas, layout: Layout) -> None:
    first, last = (datetime.date.fromordinal(int(day)).year for day in (canvas.left, canvas.right))
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (last - first) / step <= 9)
    for year in range(first - first % step, last + 1, step):
        if year < 1:
            continue
        start, end = (datetime.date(year, *day).toordinal() for day in ((1, 1), (12, 31)))
        if start > canvas.left:
            canvas.shapes.append(
                {
                    "type": "line",
                    "x0": start,
                    "x1": start,
                    "y0": _HEAD,
                    "y1": canvas.height,
                    "line": {"color": theme.GRID.light, "width": 1},
                    "layer": "below",
                }
            )
        middle = (start + end) / 2 if step == 1 else start
        if canvas.left <= start and middle <= canvas.right:
            name = f"’{year % 100:02d}" if layout.lane_label and step == 1 else str(year)
            canvas.text(name, middle, canvas.height + 14, anchor="center")


def _document(canvas: Canvas, known: int, source: Source) -> None:
    canvas.shapes.insert(
        0,
        {
            "type": "rect",
            "x0": known,
            "x1": canvas.right,
            "y0": _HEAD,
            "y1": canvas.height,
            "fillcolor": theme.FUTURE.light,
            "line": {"width": 0},
            "layer": "below",
        },
    )
    ink = {"color": theme.INK.light, "width": 1.5}
    canvas.shapes.append({"type": "line", "x0": known, "x1": known, "y0": 24, "y1": canvas.height, "line": ink})
    share = (known - canvas.left) / (canvas.right - canvas.left)
    anchor = "left" if share < 0.3 else "right" if share > 0.7 else "center"
    canvas.text(f"As known on {dates.words(source.date)}", known, 11, anchor=anchor, strong=True)
    if share > 0.2:
        canvas.text("← stated as past  ", known, 34, anchor="right")
    if share < 0.8:
        canvas.text("  stated as future →", known, 34, anchor="left")
