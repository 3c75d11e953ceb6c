"""A folded text knows where each of its characters came from."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from figures.folding import fold


@settings(deadline=None)
@given(st.text())
def test_every_folded_character_comes_from_somewhere(stored):
    folded = fold(stored)
    back = [folded.original(at, at + 1) for at in range(len(folded.folded))]
    assert all(place.start < place.end <= len(stored) for place in back)
    assert back == sorted(back)
