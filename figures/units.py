"""Units: one table of what people write, and exact arithmetic between them.

A unit has one canonical symbol: ``t``, ``km``, ``kWh``, ``%``, ``pp``, ``°C``, ISO 4217 for money
(a bare ``$`` stays ``$``), a slash for rates (``t/year``), the singular for counted nouns.

**The rule for prefixes.** A prefixed symbol that people write is a unit of its own and stays
(``km``, ``kWh``, ``MW``, ``TWh``). Only where the prefix stands for a spoken scale word does it
go into the value: ``12 Mt`` is said "12 million tonnes" and is ``12000000 t``; likewise the
tonnes of carbon dioxide and of oil or coal equivalent, barrels, and gas volumes (``bcm``). Powers are written
as digits (``m2``, ``km3``), and below a stroke units are named as people do (``$/barrel``,
``kWh/hour``; but ``km/h``, ``m/s``). Between
all units of one dimension :func:`convert` is exact, so 1 GWh and 1000 MWh meet.

Conventions, where English leaves a choice: a ton is the metric one (``t``) unless it is called
short or long; ``MT`` and ``mt`` are metric tons and ``Mt`` megatonnes; a rupee is the Indian one
unless named otherwise; a bare ``pound`` is neither money nor weight.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import lru_cache

from figures.nouns import singular
from figures.unit_table import ISO_4217, RATES, SCALED, TABLE, Row

SCALES: dict[str, Decimal] = {
    name: Decimal(10) ** power
    for power, names in {
        2: "hundred",
        3: "thousand k",
        5: "lakh lac",
        6: "million mn mln mio m M",
        7: "crore cr",
        9: "billion bn bln b B",
        12: "trillion tn trn T",
        15: "quadrillion",
    }.items()
    for name in names.split()
}
"""Scale words and abbreviations a curator may write between the number and the unit."""

_PREFIXES = {
    "a": (-18, "atto"), "f": (-15, "femto"), "p": (-12, "pico"), "n": (-9, "nano"), "µ": (-6, "micro"),
    "m": (-3, "milli"), "c": (-2, "centi"), "d": (-1, "deci"), "h": (2, "hecto"), "k": (3, "kilo"),
    "M": (6, "mega"), "G": (9, "giga"), "T": (12, "tera"), "P": (15, "peta"), "E": (18, "exa"),
}  # fmt: skip
"""SI prefixes: letter to power of ten and word."""

_MAX_DIGITS = 60
"""No stated quantity needs more digits; longer ones are refused before any arithmetic."""


class UnknownUnit(ValueError):  # noqa: N818  (the name that the catalogue reader knows)
    """A unit that the table does not list and the catalogue does not count; with the nearest known one."""

    def __init__(self, unit: str, nearest: str | None) -> None:
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"unknown unit {unit!r}{hint}")
        self.unit = unit
        self.nearest = nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one written unit means: ``factor`` base units of ``dimension``, and ``scale`` times ``symbol``."""

    symbol: str
    dimension: str
    factor: Fraction
    scale: Decimal = Decimal(1)


_HEADS = ("degree", "part", "pound", "tonne", "ton", "metric tonne", "metric ton", "barrel")
"""Nouns that take the s where other words follow: "degrees celsius", "tonnes co2e"."""


def _plurals(name: str) -> tuple[str, ...]:
    """Give the plurals of a unit's name: ``foot`` feet, ``barrel of oil`` barrels of oil, ``henry`` henries."""
    head, joint, rest = name.partition(" of ")
    if head.endswith(("foot", "inch")):
        plural = {"foot": "feet", "inch": "inches"}[head[-4:]]
        return (head[:-4] + plural + joint + rest,)
    for first in _HEADS:
        if head.startswith(f"{first} "):
            return (f"{first}s{head.removeprefix(first)}{joint}{rest}", f"{head}s{joint}{rest}")
    if head.endswith("y") and head[-2:-1] not in set("aeiou"):
        return (head[:-1] + "ies" + joint + rest,)
    if head.endswith(("z", "x", "ch")):
        return (head + "es" + joint + rest, name)
    return (head + "s" + joint + rest,)


class _Table:
    """Every written form of every unit. Symbols keep their case; names do not."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.signs: dict[str, Unit] = {}
        self.names: dict[str, Unit] = {}
        for row in rows:
            self._add(row)
        for sign, (scale, symbol) in SCALED.items():
            base = self.signs[symbol] if symbol in self.signs else self.names[symbol]
            unit = Unit(symbol=symbol, dimension=base.dimension, factor=base.factor, scale=Decimal(scale))
            self.signs.setdefault(sign, unit)
        for code in ISO_4217.split():
            self.signs.setdefault(code, Unit(symbol=code, dimension=f"money {code}", factor=Fraction(1)))
        for code in ("USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "AUD", "CAD", "JPY", "RUB", "PLN"):
            self.signs.setdefault("M" + code, replace(self.signs[code], scale=Decimal(10**6)))

    def _add(self, row: Row) -> None:
        factor = Fraction(row.factor)
        unit = Unit(symbol=row.symbol, dimension=row.dimension, factor=factor)
        self._enter(unit, row.symbol, *row.signs, names=row.names)
        for letter in row.prefixes:
            power, word = _PREFIXES[letter]
            scale = Fraction(10) ** power
            prefixed = (
                Unit(symbol=row.symbol, dimension=row.dimension, factor=factor, scale=Decimal(10) ** power)
                if row.folds
                else Unit(symbol=letter + row.symbol, dimension=row.dimension, factor=factor * scale)
            )
            signs = [letter + sign for sign in (row.symbol, *row.prefixed_signs)]
            names = [word + name for name in row.prefixed_names] + [f"{word}-{name}" for name in row.prefixed_names]
            if letter == "µ":
                signs += ["μ" + sign[1:] for sign in signs] + ["u" + row.symbol]
            self._enter(prefixed, *signs, names=tuple(names))

    def _enter(self, unit: Unit, *signs: str, names: tuple[str, ...]) -> None:
        for sign in signs:
            self.signs.setdefault(sign, unit)
        for name in names:
            for form in (name, *_plurals(name)):
                self.names.setdefault(form, unit)

    def find(self, name: str) -> Unit | None:
        """Find the unit of one written form without a slash."""
        lower = name.lower()
        return self.signs.get(name) or self.names.get(lower) or self.names.get(lower.replace("-", " "))


UNITS = _Table(TABLE)

_RATE = re.compile(r"\s*/\s*|\s+(?:per|an?|each|every)\s+", re.IGNORECASE)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
            "hourly": "h", "quarterly": "quarter", "annum": "year"}  # fmt: skip


@lru_cache(maxsize=4096)
def lookup(name: str) -> Unit | None:
    """Tell what a written unit means, rates included ("Mt/year", "tonnes per year"); None when unknown."""
    written = " ".join(name.split())
    if not written or len(written) > 80:
        return None
    found = UNITS.find(written)
    if found:
        return found
    written = RATES.get(written, written)
    above, *below = _RATE.split(written)
    head, _, adverb = above.rpartition(" ")
    if not below and adverb.lower() in _ADVERBS:
        above, below = head, [adverb]
    return rate(above, below) if below else None


def rate(above: str, below: Iterable[str]) -> Unit | None:
    """One unit divided by others, each as written."""
    top = UNITS.find(above.strip()) or _counted(above)
    if top is None:
        return None
    symbol, dimension, factor, scale = top.symbol, top.dimension, top.factor, top.scale
    for part in below:
        bottom = UNITS.find(_ADVERBS.get(part.lower(), part))
        if bottom is None:
            return None
        symbol, dimension = (
            f"{symbol}/{below_stroke(symbol, bottom.symbol if bottom.scale == 1 else part)}",
            f"{dimension}/{bottom.dimension}",
        )
        factor /= bottom.factor * Fraction(bottom.scale)
    return Unit(symbol=symbol, dimension=dimension, factor=factor, scale=scale)


_BELOW = {"h": "hour", "min": "minute", "s": "second", "bbl": "barrel"}
_PRICED = {"t": "tonne", "L": "litre", "gal": "gallon", "oz": "ounce", "lb": "pound"}


def below_stroke(above: str, symbol: str) -> str:
    """Name a unit below the stroke of a rate: by word as people do ($/barrel), but speeds are km/h and m/s."""
    speed = above in {"km", "mi", "m", "nmi", "ft", "cm", "mm"} and symbol in {"h", "s"}
    top = UNITS.signs.get(above)
    priced = top is not None and top.dimension.startswith("money ")
    return symbol if speed else _BELOW.get(symbol) or (_PRICED.get(symbol, symbol) if priced else symbol)


def _counted(noun: str) -> Unit | None:
    """Read a counted noun as the upper part of a rate: ``visitor/year``."""
    if not re.fullmatch(r"[^\W\d_]{3,30}", noun):
        return None
    return Unit(symbol=singular(noun), dimension=f"count {singular(noun)}", factor=Fraction(1))


def canonical(name: str) -> str | None:
    """Give the canonical symbol of a symbol, name or plural; None when unknown.

    A prefix that goes into the value is dropped: ``canonical("Mt")`` is ``"t"``.
    """
    found = lookup(name)
    return found.symbol if found else None


def known(unit: str) -> bool:
    """Whether the table lists this symbol, name or plural, or a rate of two that it lists."""
    found = lookup(unit)
    return found is not None and not found.dimension.startswith("count ")


def is_time(unit: str) -> bool:
    """Whether a unit measures time: ``year``, ``h``."""
    found = lookup(unit)
    return found is not None and found.dimension in {"time", "calendar"}


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Give the value in another unit of the same dimension, exact.

    None where the two do not meet, and where the result has no end as a decimal (1 month in years).
    """
    source, target = lookup(unit), lookup(to)
    if source is None or target is None or source.dimension != target.dimension:
        return decimal(Fraction(value)) if unit == to and fits(value) else None
    if not fits(value):
        return None
    ratio = source.factor * Fraction(source.scale) / (target.factor * Fraction(target.scale))
    return decimal(Fraction(value) * ratio)


def fits(value: Decimal) -> bool:
    """Whether a number is one that a text could state: finite, and of at most sixty digits."""
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MAX_DIGITS and value.adjusted() <= _MAX_DIGITS


def decimal(number: Fraction) -> Decimal | None:
    """Write a fraction as an exact decimal without needless zeros; None where it has no end."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator)
    text = f"{digits}e-{places}" if places else digits
    return Decimal(f"-{text}" if number < 0 else text)


def exact(value: Decimal, scale: Decimal) -> Decimal:
    """Multiply a value by its scale, without rounding."""
    product = _EXACT.normalize(_EXACT.multiply(value, scale))
    return product if product.as_tuple().exponent <= 0 else _EXACT.quantize(product, Decimal(1))  # type: ignore[operator]


_EXACT = Context(prec=400, traps=[Inexact])
"""Enough digits for any product of two numbers that fit."""


_WRITTEN = re.compile(
    r"""(?P<first>[^\s\d.,+\-−]*)\s*
        (?P<number>[+\-−]?\d+(?:,\d{3})*(?:\.\d+)?)
        (?P<rest>[^\d.,].*)?""",
    re.VERBOSE | re.DOTALL,
)


def read_value(text: str, counted: Iterable[str] = ()) -> tuple[Decimal, str]:
    """Read what a curator writes, "12 Mt" or "1.2 billion $", as the value in full and its unit.

    ``counted`` lists the nouns that the catalogue counts. Raises ValueError with a plain message,
    and UnknownUnit where the unit is neither in the table nor counted.
    """
    written = " ".join(text.split())
    found = _WRITTEN.fullmatch(written) if len(written) <= 120 else None
    if not found:
        raise ValueError(_expected(text))
    value, unit = _scaled(Decimal(found["number"].replace(",", "").replace("−", "-")), found["rest"] or "")
    before = found["first"]
    if bool(before) == bool(unit) or _EXPONENT.match(unit) or not fits(value):
        raise ValueError(_expected(text))
    return _in_full(value, before or unit, tuple(counted))


_EXPONENT = re.compile(r"[eE][+\-]?\d")


def _scaled(value: Decimal, rest: str) -> tuple[Decimal, str]:
    """Take the scale words off the rest; a single letter is a scale only before a unit ("5 m t")."""
    words = rest.split()
    while words:
        word = words[0] if len(words[0]) == 1 else words[0].lower()
        if word not in SCALES or (len(word) == 1 and len(words) == 1):
            break
        value = exact(value, SCALES[word]) if fits(value) else value
        words = words[1:]
    return value, " ".join(words)


def _in_full(value: Decimal, written: str, counted: tuple[str, ...]) -> tuple[Decimal, str]:
    if noun := _among(written, counted):
        return value, noun
    above, slash, below = written.partition("/")
    if slash and (noun := _among(above, counted)) and (_among(below, counted) or UNITS.find(below)):
        return value, f"{noun}/{_among(below, counted) or canonical(below)}"
    if slash and (noun := _among(below, counted)) and (top := UNITS.find(above)):
        return exact(value, top.scale), f"{top.symbol}/{noun}"
    found = lookup(written)
    if found is None or found.dimension.startswith("count "):
        raise UnknownUnit(written, _nearest(written, counted))
    return exact(value, found.scale), found.symbol


def _among(written: str, counted: tuple[str, ...]) -> str:
    """The counted noun that is written here, in singular or plural, or nothing."""
    return next((noun for noun in (written, singular(written)) if noun in counted), "")


def _nearest(written: str, counted: tuple[str, ...]) -> str | None:
    pool = {form.lower(): form for form in (*UNITS.signs, *UNITS.names, *counted) if len(form) > 1}
    near = difflib.get_close_matches(written.lower(), pool, n=1, cutoff=0.7)
    return pool[near[0]] if near else None


def _expected(text: str) -> str:
    shown = text if len(text) <= 60 else text[:60] + "…"
    return f"expected a number and a unit, such as 12 Mt, got {shown!r}"
