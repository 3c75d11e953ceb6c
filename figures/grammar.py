"""The one visual grammar: how sure and of what kind a value is, told by form, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from figures.model import Amount, Event

Form = Literal["solid", "hollow", "hatched"]

STATUS_WORDS = {"A": "Reported", "E": "Estimate", "F": "Forecast", "U": "Low reliability"}
NATURE_WORDS = {"flow": "Flow", "capacity": "Capacity", "potential": "Potential", "plan": "Plan", "count": "Count"}
COURSE_WORDS = {"happened": "Happened", "planned": "Planned"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign of the legend: its key in the style sheet, what it means, and that in a word for small screens."""

    key: str
    means: str
    short: str = ""


LEGEND = (
    Sign(key="solid", means="reported, estimated", short="reported"),
    Sign(key="hollow", means="forecast, potential, plan", short="forecast, plan"),
    Sign(key="hatched", means="capacity"),
    Sign(key="bound", means="bound, end open", short="bound"),
    Sign(key="vague", means="some day within", short="vague date"),
    Sign(key="sic", means="odd in the source", short="odd"),
    Sign(key="selected", means="selected"),
)


def form(amount: Amount) -> Form:
    """How an amount is drawn: hatched for a ceiling, hollow for what is not yet, else solid."""
    if amount.nature == "capacity":
        return "hatched"
    return "hollow" if amount.status == "F" or amount.nature in {"potential", "plan"} else "solid"


def event_form(event: Event) -> Form:
    """How an event is drawn: hollow while it is planned."""
    return "hollow" if event.course == "planned" else "solid"


def status_words(amount: Amount) -> str:
    """What the source says the value is, in one word: its status, or its nature where it has none."""
    if amount.status and amount.status != "E":
        return STATUS_WORDS[amount.status]
    if amount.nature in {"capacity", "potential", "plan"}:
        return NATURE_WORDS[amount.nature]
    if amount.status:
        return STATUS_WORDS[amount.status]
    return NATURE_WORDS[amount.nature] if amount.nature else "Not stated"
