"""The one formatter: how a value and its unit are written on every screen and in every sentence.

Nothing is rounded: a value is scaled for reading (12000000 t becomes "12 Mt") by powers of a
thousand, never shortened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

SPACE = "\u00a0"
"""A number and its unit stay on one line."""

_PREFIXES = ((12, "T"), (9, "G"), (6, "M"), (3, "k"))
_PREFIXED = {"t": "MG", "W": "TGMk", "Wh": "TGMk", "J": "TGMk", "Hz": "TGMk", "B": "TGMk", "eV": "TGMk", "V": "Mk"}
"""The units that take prefixes, and which: a thousand tonnes stays "1,000 t"."""

_WORDS = ((12, "tn"), (9, "bn"), (6, "mn"))
_MONEY_SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KZT": "₸", "$": "$"}
_BOUNDS = {"=": "", "~": "about ", "<": f"<{SPACE}", "<=": f"≤{SPACE}", ">": f">{SPACE}", ">=": f"≥{SPACE}"}
_PERIODS = {"year": "a year", "month": "a month", "week": "a week", "day": "a day", "h": "an hour", "s": "a second"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How values of one unit are written: divided by ``10 ** power``, between two labels."""

    power: int
    before: str
    after: str

    def number(self, value: Decimal) -> str:
        """The scaled digits alone: ``12`` of 12000000 t in Mt."""
        return plain(value.scaleb(-self.power))

    def shown(self, value: Decimal) -> str:
        """The scaled value with its unit: ``12 Mt``, ``US$1.2 bn``."""
        sign, digits = ("−", self.number(-value)) if value < 0 else ("", self.number(value))
        after = "project" if not self.after else self.after
        gap = "" if self.after in {"", "%", "°"} else SPACE
        return f"{sign}{self.before}{digits}{gap}{after if self.after else ''}"


def plain(value: Decimal) -> str:
    """A decimal in digits, grouped by thousands, without exponent or needless zeros."""
    exact = format(value.normalize(), "f")
    whole, _, fraction = exact.lstrip("-").partition(".")
    grouped = f"{int(whole):,}" if len(whole) > 4 else whole
    return ("−" if value < 0 else "") + grouped + (f".{fraction}" if fraction else "")
