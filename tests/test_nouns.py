from __future__ import annotations

import pytest

from figures.nouns import plural, singular

PAIRS = [
    ("countries", "country"),
    ("projects", "project"),
    ("days", "day"),
    ("people", "person"),
    ("policewomen", "policewoman"),
    ("humans", "human"),
    ("fishermen", "fisherman"),
    ("specimens", "specimen"),
    ("women", "woman"),
    ("grandchildren", "grandchild"),
    ("aircraft", "aircraft"),
    ("buses", "bus"),
    ("censuses", "census"),
    ("boxes", "box"),
    ("taxes", "tax"),
    ("churches", "church"),
    ("analyses", "analysis"),
    ("volcanoes", "volcano"),
    ("canoes", "canoe"),
    ("calves", "calf"),
    ("loaves", "loaf"),
    ("shelves", "shelf"),
    ("larvae", "larva"),
    ("houses", "house"),
    ("series", "series"),
    ("passers-by", "passer-by"),
    ("men-at-arms", "man-at-arms"),
    ("mothers-in-law", "mother-in-law"),
    ("slices", "slice"),
    ("olives", "olive"),
    ("abuses", "abuse"),
    ("by-elections", "by-election"),
]


@pytest.mark.parametrize(("many", "one"), PAIRS)
def test_a_noun_goes_there_and_back(many, one):
    assert singular(many) == one
    assert plural(one) == many


@pytest.mark.parametrize("noun", [pair[1] for pair in PAIRS] + ["glass", "process", "tax", "regimen"])
def test_a_singular_stays_what_it_is(noun):
    assert singular(noun) == noun


@pytest.mark.parametrize(("written", "single"), [("Workers", "worker"), ("axes", "axe"), ("caves", "cave")])
def test_other_singulars(written, single):
    assert singular(written) == single
