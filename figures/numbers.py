"""The one formatter: how a value and its unit are written on every screen and in every sentence.

Nothing is rounded: a value is scaled for reading by powers of a thousand (12000000 t is shown as
"12 Mt"), never shortened.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from figures.nouns import plural

SPACE = "\u00a0"
"""Keeps a number and its unit on one line."""

MINUS = "−"
BOUND_SIGNS = {"=": "", "~": "about", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}

# A thousand tonnes stays "1,000 t", as people write it; watts take every prefix.
_PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12}
_PREFIXED = {"t": "MG", "W": "kMGT", "Wh": "kMGT", "J": "kMGT", "Hz": "kMGT", "B": "kMGT", "eV": "kMGT"}
_SCALE_WORDS = ((12, "tn", "trillion"), (9, "bn", "billion"), (6, "mn", "million"))
_SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KZT": "₸", "$": "$"}
_TIGHT = frozenset({"%", "°"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How the values of one unit are written: divided by ``10 ** power``, between two labels."""

    power: int
    before: str
    after: str

    def digits(self, value: Decimal) -> str:
        """The scaled number alone: ``12`` for 12000000 where the label is Mt."""
        return plain(_scaled(value, -self.power))

    def place(self, value: Decimal) -> float:
        """Where the value lies on an axis with this scale. For drawing only."""
        return float(_scaled(value, -self.power))

    def parts(self, value: Decimal, bound: str = "=") -> tuple[str, str]:
        """The number with what stands before it, and its unit: ``("> US$1.2", "bn")``."""
        minus, size = (MINUS, -value) if value < 0 else ("", value)
        digits = f"{minus}{self.before}{self.digits(size)}"
        if self.before and self.after:  # money is read in one piece
            return shown_bound(bound, f"{digits}{SPACE}{self.after}"), ""
        return shown_bound(bound, digits), self.after

    def columns(self, value: Decimal, bound: str = "=") -> tuple[str, str]:
        """The number with its bound, and everything else, for two columns: ``("> 1.2", "bn US$")``."""
        return shown_bound(bound, self.digits(value)), f"{self.after} {self.before}".strip()

    def shown(self, value: Decimal) -> str:
        """The number between its labels: ``12 Mt``, ``US$1.2 bn``, ``−3%``."""
        number, unit = self.parts(value)
        return f"{number}{SPACE if unit and unit not in _TIGHT else ''}{unit}"


def scale_of(unit: str, largest: Decimal) -> Scale:
    """The scale in which values of this unit up to the largest are easiest to read."""
    base, _, per = unit.partition("/")
    power, before, after = _labels(base, abs(largest))
    return Scale(power=power, before=before, after=_rate(after, per) if per else after)


def shown(value: Decimal, unit: str, bound: str = "=") -> str:
    """A value as the page writes it, with its unit and bound: ``> 16 Mt``, ``25 Mt a year``."""
    return shown_bound(bound, scale_of(unit, value).shown(value))


def shown_bound(bound: str, text: str) -> str:
    """A written value behind the sign of its bound; alone where it is exact."""
    return f"{BOUND_SIGNS[bound]}{SPACE}{text}" if BOUND_SIGNS[bound] else text


def plain(value: Decimal) -> str:
    """A decimal in digits, grouped by thousands from five digits on, without needless zeros."""
    whole, _, fraction = format(value, "f").lstrip("-").partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}" if len(whole) > 4 else whole
    return (MINUS if value < 0 else "") + grouped + (f".{fraction}" if fraction else "")


def _scaled(value: Decimal, power: int) -> Decimal:
    """Times a power of ten, exactly: the methods of Decimal round to the digits of their context."""
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + power))


def is_noun(unit: str) -> bool:
    """Whether a unit is a counted noun ("project") and no symbol."""
    # Symbols are short, or hold a capital, a digit or a sign.
    return len(unit) > 3 and unit.isalpha() and unit.islower()


def _labels(base: str, largest: Decimal) -> tuple[int, str, str]:
    if base in _SIGNS or (len(base) == 3 and base.isupper()):
        power, short, _ = _word(largest)
        return power, _SIGNS.get(base, f"{base}{SPACE}"), short
    if base in _PREFIXED:
        prefix = next((p for p in reversed(_PREFIXED[base]) if largest >= Decimal(10) ** _PREFIXES[p]), "")
        return _PREFIXES.get(prefix, 0), "", prefix + base
    power, _, word = _word(largest)
    name = base if not is_noun(base) or largest == 1 else plural(base)
    return power, "", f"{word} {name}".strip()


def _word(largest: Decimal) -> tuple[int, str, str]:
    return next((row for row in _SCALE_WORDS if largest >= Decimal(10) ** row[0]), (0, "", ""))


def _rate(after: str, per: str) -> str:
    """``Mt a year``, ``bn an hour``; symbols keep their stroke, as in ``km/h``."""
    if not is_noun(per) and per != "day":
        return f"{after}/{per}"
    return f"{after} {'an' if per[0] in 'aeiou' or per == 'hour' else 'a'} {per}".strip()
