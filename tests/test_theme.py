from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from figures import theme

WEB = Path(theme.__file__).with_name("web")


def luminance(colour):
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def channels(colour):
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", [theme.PAGE, theme.SURFACE, theme.FUTURE, theme.ACCENT_WASH])
@pytest.mark.parametrize("ink", [theme.INK, theme.INK_2, *theme.SECTORS])
def test_text_and_sectors_stand_out_on_every_ground(mode, ground, ink):
    assert contrast(getattr(ink, mode), getattr(ground, mode)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_is_selected_stands_out(mode):
    assert contrast(getattr(theme.ACCENT_INK, mode), getattr(theme.ACCENT_FILL, mode)) >= 7
    assert contrast(getattr(theme.ACCENT_LINE, mode), getattr(theme.PAGE, mode)) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_two_sectors_look_alike(mode):
    for one, other in combinations(theme.SECTORS, 2):
        assert dist(channels(getattr(one, mode)), channels(getattr(other, mode))) > 45


def test_every_light_colour_has_one_dark_counterpart():
    lights = [colour.light for colour in theme.TOKENS.values()]
    assert len(set(lights)) == len(lights)
    assert set(lights) <= set(theme.swaps())


def test_only_known_tints_are_made():
    assert theme.tint(theme.PAGE, 0.16).startswith(theme.PAGE.light)
    with pytest.raises(ValueError, match=r"strength 0\.5"):
        theme.tint(theme.PAGE, 0.5)


def test_the_style_sheet_uses_no_colour_of_its_own():
    rules = (WEB / "view.css").read_text(encoding="utf-8")
    assert "#" not in rules.replace("%3", "").replace("data:image", "")
    for name in theme.TOKENS:
        assert f"--{name}:" in theme.css()


def test_a_seventh_sector_has_a_colour_and_none_has_grey():
    assert theme.sector(6) == theme.SECTORS[0]
    assert theme.sector(-1) == theme.INK_2
