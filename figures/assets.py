"""Files that the browser fetches once: named by their content, so that they never grow stale."""

from __future__ import annotations

import gzip
import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from figures import view

_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_KEPT = 4
"""Editions that are kept: a visitor who loads the page while the catalogue changes still gets his."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file for the browser, also compressed; its address holds the digest of its bytes."""

    name: str
    type: str
    plain: bytes
    packed: bytes
    digest: str

    @property
    def address(self) -> str:
        """Relative to the page, so that it holds behind a proxy that adds a path."""
        return f"assets/{self.digest}/{self.name}"


class _Shelf:
    """The documents of the last editions, by their address: of an edition all or none."""

    def __init__(self) -> None:
        self._editions: deque[dict[str, Asset]] = deque(maxlen=_KEPT)

    def put(self, edition: Iterable[Asset]) -> None:
        self._editions.append({asset.address: asset for asset in edition})

    def get(self, address: str) -> Asset | None:
        kept = (edition[address] for edition in reversed(tuple(self._editions)) if address in edition)
        return next(kept, None)


_documents = _Shelf()


def pack(name: str, plain: bytes) -> Asset:
    """Make an asset of some bytes; its type follows from the end of its name."""
    return Asset(
        name=name,
        type=_TYPES[Path(name).suffix],
        plain=plain,
        packed=gzip.compress(plain, compresslevel=6, mtime=0),
        digest=hashlib.sha256(plain).hexdigest()[:20],
    )


def publish(documents: Mapping[str, bytes]) -> dict[str, Asset]:
    """Make an asset of each document of an edition, and keep them for the browsers that will ask."""
    made = {key: pack("document.json", plain) for key, plain in documents.items()}
    _documents.put(made.values())
    return made


_packing = Lock()


def static(name: str) -> Asset:
    """The view's script or style sheet, or ``plotly.min.js`` of the installed plotly package."""
    with _packing:
        return _static(name)


@cache
def _static(name: str) -> Asset:
    return pack(name, _MAKERS[name]())


_HINT = b"//# allFunctionsCalledOnLoad\n"
"""Chromium then compiles the whole script beside the page's own work: running it takes half the time."""


def _plotly() -> bytes:
    spec = find_spec("plotly")  # found, not imported: only the file beside it is wanted
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the plotly package is not installed")
    return _HINT + (Path(spec.submodule_search_locations[0]) / "package_data" / "plotly.min.js").read_bytes()


_MAKERS: dict[str, Callable[[], bytes]] = {
    "view.js": lambda: view.script().encode(),
    "view.css": lambda: view.stylesheet().encode(),
    "plotly.min.js": _plotly,
}
STATIC = tuple(_MAKERS)


def find(address: str) -> Asset | None:
    """The asset at an address, ``assets/<digest>/<name>``; None where there is none."""
    name = address.rsplit("/", 1)[-1]
    asset = static(name) if name in STATIC else _documents.get(address)
    return asset if asset and asset.address == address else None
