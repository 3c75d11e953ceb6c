"""A number that is no quantity: the record that names, labels, clocks and codes share."""

from __future__ import annotations

from dataclasses import dataclass

from figures.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A number that is no quantity: tokens of the mention and of its number, its kind, and a year if it has one."""

    first: int
    after: int
    number_first: int
    number_after: int
    kind: Kind
    edtf: str | None = None


def other(first: int, after: int, number_first: int, number_after: int | None = None) -> Named:
    """Make a number that is neither quantity nor name; its digits go on to ``after`` unless they end sooner."""
    return Named(first=first, after=after, number_first=number_first, number_after=number_after or after, kind="other")
