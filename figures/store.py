"""What the dashboard shows: the catalogue and its sources, kept up to date by their content.

A file that is half written or wrong in form never reaches a visitor: the last good edition stays,
with the problems beside it, until the files are whole again.
"""

from __future__ import annotations

import gc
import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock

from figures import assets, paths, view
from figures.catalogue import encoding, load
from figures.catalogue import sources as stored
from figures.checks import check
from figures.errors import CatalogueError, Problem
from figures.model import Catalogue, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One whole state of the files, checked once, and its documents for the browser by source."""

    catalogue: Catalogue
    report: Report
    documents: dict[str, assets.Asset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a visitor sees: the last good edition, if any, and what is wrong with the files since when."""

    edition: Edition | None
    problems: tuple[Problem, ...] = ()
    since: datetime | None = None

    @property
    def mark(self) -> str:
        """Changes whenever something else is to be shown."""
        parts = [asset.digest for asset in self.edition.documents.values()] if self.edition else []
        return hashlib.sha256("\n".join([*parts, *map(str, self.problems)]).encode()).hexdigest()[:20]


class Store:
    """Holds what is shown of one catalogue file. Safe to use from many threads."""

    def __init__(self, path: Path, patience: float = 1.0) -> None:
        """``patience``: seconds for which the files are taken as unchanged, so that many visitors cost one look."""
        self.path = path
        self._patience = patience
        self._lock = Lock()
        self._shown: Shown | None = None
        self._digests: dict[str, str] = {}
        self._looked = 0.0

    def shown(self) -> Shown:
        """What is to be shown now, by the files' bytes."""
        last = self._shown
        if last is not None and (self._fresh() or self._lock.locked()):
            return last  # while one visitor's request looks, the others need not wait
        with self._lock:
            if self._shown is None or not self._fresh():
                self._shown = self._look(self._shown)
                self._looked = time.monotonic()
            return self._shown

    def _fresh(self) -> bool:
        return time.monotonic() - self._looked < self._patience

    def _look(self, before: Shown | None) -> Shown:
        digests = self._found()
        if before and digests == self._digests:
            return before
        try:
            edition = _edition(self.path)
        except CatalogueError as error:
            self._digests = digests
            since = before.since if before and before.since else datetime.now(UTC)
            return Shown(edition=before.edition if before else None, problems=error.problems, since=since)
        # The digests of what was read, not of what stands there by now: a later change is still noticed.
        sources = {source.path: source.sha256_found for source in edition.catalogue.sources}
        self._digests = {"": edition.catalogue.digest} | sources
        return Shown(edition=edition)

    def _found(self) -> dict[str, str]:
        """The digests of the catalogue (under the empty name) and of the sources of the last edition, by path."""
        folder = self.path.resolve().parent
        sources = {name: stored.stored(folder, name).sha256 for name in self._digests if name}
        return {"": _digest(self.path)} | sources


def _edition(path: Path) -> Edition:
    catalogue = load(path)
    report = check(catalogue)
    documents = assets.publish(
        {source.id: view.dumps(view.document(catalogue, report, source.id)) for source in catalogue.sources}
    )
    # Streamlit collects garbage after every run of the page; what lives as long as the server is not
    # worth walking through each time.
    gc.collect()
    gc.freeze()
    return Edition(catalogue=catalogue, report=report, documents=documents)


def _digest(path: Path) -> str:
    """The digest of the catalogue's bytes; nothing where there is no file that can be read."""
    try:
        return hashlib.sha256(stored.read(path.resolve(), encoding.MOST_BYTES)).hexdigest()
    except (OSError, ValueError, RuntimeError):
        return ""


_path: Path | None = None


def use(path: Path | None) -> None:
    """Set the catalogue that this process shows; None leaves the default."""
    global _path  # noqa: PLW0603 - one process serves one catalogue; Streamlit's script takes no arguments
    _path = path
    _shared.cache_clear()


_making = Lock()


def shared() -> Store:
    """The one store of this process."""
    with _making:  # two first visitors at once share it too
        return _shared()


@cache
def _shared() -> Store:
    return Store(_path or paths.default_data())
