"""Figures that can be traced to the sentences that state them.

The public names are loaded when they are first used, so that ``figures check`` never waits for pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from figures.catalogue import load
    from figures.checks import check
    from figures.frame import to_frame
    from figures.reading import scan, states

__all__ = ["check", "load", "scan", "states", "to_frame"]

_HOMES = {
    "load": "figures.catalogue",
    "check": "figures.checks",
    "to_frame": "figures.frame",
    "scan": "figures.reading",
    "states": "figures.reading",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has the type of the function it stands for
    if name not in _HOMES:
        raise AttributeError(f"module 'figures' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
