"""Every colour of the page, once: light, and its dark counterpart.

Charts are made with the light colours; the view replaces each by its dark counterpart
(:func:`swaps`), so that a change of theme needs no new chart. Amber means "selected" and nothing
else, hence no sector is yellow, orange or brown.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """One colour in both themes, as ``#rrggbb``."""

    light: str
    dark: str


PAGE = Colour(light="#faf9f6", dark="#141413")
SURFACE = Colour(light="#ffffff", dark="#1c1b1a")
FUTURE = Colour(light="#f1eee7", dark="#201f1d")
INK = Colour(light="#1b1a18", dark="#f1efea")
INK_2 = Colour(light="#57534d", dark="#bdb8af")
INK_3 = Colour(light="#6f6a62", dark="#a39e95")
RULE = Colour(light="#dedad2", dark="#3a3835")
GRID = Colour(light="#e9e5dd", dark="#2b2a27")
ACCENT_LINE = Colour(light="#8a5a00", dark="#ffcf4a")
ACCENT_FILL = Colour(light="#ffd65c", dark="#ffcf4b")
ACCENT_WASH = Colour(light="#fff1c7", dark="#3a300f")
ACCENT_INK = Colour(light="#1b1a19", dark="#1b1a18")

SECTORS = (
    Colour(light="#0d61c4", dark="#7e9bf2"),
    Colour(light="#b9395a", dark="#ea7d7f"),
    Colour(light="#06502e", dark="#97d8c0"),
    Colour(light="#8b287b", dark="#d6abe1"),
    Colour(light="#377b0a", dark="#73a824"),
    Colour(light="#2a1470", dark="#c6d0ff"),
)
"""Told apart in normal sight and without red or green; a seventh sector takes the first again,
for no colour ever stands without its sector's name."""

TOKENS = {
    "page": PAGE,
    "surface": SURFACE,
    "future": FUTURE,
    "ink": INK,
    "ink-2": INK_2,
    "ink-3": INK_3,
    "rule": RULE,
    "grid": GRID,
    "accent-line": ACCENT_LINE,
    "accent-fill": ACCENT_FILL,
    "accent-wash": ACCENT_WASH,
    "accent-ink": ACCENT_INK,
    **{f"sector-{n}": colour for n, colour in enumerate(SECTORS)},
}

_STRENGTHS = (0.0, 0.07, 0.16, 0.3, 0.6)


def sector(index: int) -> Colour:
    """The colour of the catalogue's sector number ``index``; none of them is -1."""
    return SECTORS[index % len(SECTORS)] if index >= 0 else INK_2


def tint(colour: Colour, strength: float) -> str:
    """The light colour, seen through: one of the strengths 0, 0.07, 0.16, 0.3, 0.6."""
    if strength not in _STRENGTHS:
        raise ValueError(f"no tint of strength {strength}: the dark theme would not know it")
    return _seen_through(colour.light, strength)


def swaps() -> dict[str, str]:
    """Each colour that a chart can hold, to its dark counterpart."""
    pairs = {colour.light: colour.dark for colour in TOKENS.values()}
    for colour in (*SECTORS, INK_2):
        for strength in _STRENGTHS:
            pairs[_seen_through(colour.light, strength)] = _seen_through(colour.dark, strength)
    return pairs


def css() -> str:
    """The tokens as custom properties: for the view, and for the page round it, which the view tells its theme."""
    light = "".join(f"  --{name}: {colour.light};\n" for name, colour in TOKENS.items())
    dark = "".join(f"  --{name}: {colour.dark};\n" for name, colour in TOKENS.items())
    return f':root, .cf {{\n{light}}}\n:root[data-shade="dark"], .cf[data-theme="dark"] {{\n{dark}}}\n'


def _seen_through(colour: str, strength: float) -> str:
    return f"{colour}{round(strength * 255):02x}"
