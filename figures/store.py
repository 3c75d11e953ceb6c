"""What the dashboard shows: the catalogue and its sources, kept up to date by their content.

A file that is half written or wrong in form never reaches a visitor, and neither does a fault of the
machine or of this program: the last good edition stays, with the problems beside it, until a look at
the files succeeds again.
"""

from __future__ import annotations

import hashlib
import logging
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
from figures.model import Catalogue, Place, Report

_LOG = logging.getLogger(__name__)

_REST = 30
"""After a fault, so many times the usual patience passes before the next attempt."""


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
        self._until = 0.0

    def shown(self) -> Shown:
        """What is to be shown now, by the files' bytes. Never raises: a fault is a problem among the others."""
        last = self._shown
        if last is not None and (self._fresh() or self._lock.locked()):
            return last  # while one visitor's request looks, the others need not wait
        with self._lock:
            if self._shown is None or not self._fresh():
                self._shown = self._safe_look(self._shown)
            return self._shown

    def _fresh(self) -> bool:
        return time.monotonic() < self._until

    def _safe_look(self, before: Shown | None) -> Shown:
        patience = self._patience
        try:
            shown = self._look(before)
        except CatalogueError as error:
            shown = _kept(before, error.problems)
        except Exception as error:  # whatever it is, the readers keep what they have; the operator reads why
            _LOG.exception("%s cannot be shown", self.path)
            shown = _kept(before, (_fault(self.path, error),))
            self._digests = dict.fromkeys(self._digests, "unknown")  # so that it is tried again
            patience *= _REST
        self._until = time.monotonic() + patience
        return shown

    def _look(self, before: Shown | None) -> Shown:
        digests = self._found()
        if before and digests == self._digests:
            return before
        try:
            edition = _edition(self.path)
        except CatalogueError:
            self._digests = digests
            raise
        # The digests of what was read, not of what stands there by now: a later change is still noticed.
        sources = {source.path: source.sha256_found for source in edition.catalogue.sources}
        self._digests = {"": edition.catalogue.digest} | sources
        return Shown(edition=edition)

    def _found(self) -> dict[str, str]:
        """The digests of the catalogue (under the empty name) and of the sources of the last edition, by path."""
        try:
            file = self.path.resolve()
        except (OSError, RuntimeError):  # links in a ring, a working folder that is gone
            return {}
        sources = {name: stored.stored(file.parent, name).sha256 for name in self._digests if name}
        return {"": _digest(file)} | sources


def _kept(before: Shown | None, problems: tuple[Problem, ...]) -> Shown:
    """The last good edition, if any, with what is wrong since the first time that anything was."""
    since = before.since if before and before.since else datetime.now(UTC)
    return Shown(edition=before.edition if before else None, problems=problems, since=since)


def _fault(path: Path, error: Exception) -> Problem:
    """What is not the catalogue's doing, in one line; the trace is in the operator's log."""
    cure = "the log of the server says more; it is tried again by itself"
    place = Place(file=str(path), line=1)
    return Problem(
        place=place, path="", expected="a catalogue to show", got=f"a fault: {type(error).__name__}", cure=cure
    )


def _edition(path: Path) -> Edition:
    catalogue = load(path)
    report = check(catalogue)
    documents = assets.publish(
        {source.id: view.dumps(view.document(catalogue, report, source.id)) for source in catalogue.sources}
    )
    return Edition(catalogue=catalogue, report=report, documents=documents)


def _digest(file: Path) -> str:
    """The digest of the catalogue's bytes; nothing where there is no file that can be read."""
    try:
        return hashlib.sha256(stored.read(file, encoding.MOST_BYTES)).hexdigest()
    except (OSError, ValueError):
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
