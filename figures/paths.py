"""Which catalogue is meant when nobody names one."""

from __future__ import annotations

from pathlib import Path

DATA = Path("data") / "figures.yaml"

_SHIPPED = (Path(__file__).parent / "_data", Path(__file__).parent.parent / "data")
"""The sample catalogue: inside an installed package, or beside the package in a checkout."""


def default_data() -> Path:
    """``data/figures.yaml`` in the current folder, else the sample that came with the program."""
    if DATA.exists():
        return DATA
    shipped = (folder / DATA.name for folder in _SHIPPED)
    return next((path for path in shipped if path.is_file()), DATA)
