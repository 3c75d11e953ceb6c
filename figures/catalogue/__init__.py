"""The catalogue: a YAML file that a curator edits, read strictly in form.

`load` reads a file with its sources, `parse` bytes in memory. What is wrong in form is told all at
once by `CatalogueError`, and then nothing is loaded. What is wrong in substance (a source that is
missing, a quote that is not in it) is left to the checks.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from figures import model
from figures.catalogue import encoding, nodes, sources
from figures.catalogue.reader import Reader
from figures.catalogue.sources import Stored
from figures.errors import CatalogueError, Problems

__all__ = ["CatalogueError", "Stored", "load", "parse"]

ReadSource = Callable[[str], Stored]
"""Gives the stored text for the ``path`` of a source."""


def load(path: str | os.PathLike[str]) -> model.Catalogue:
    """Load a catalogue and the stored texts of its sources.

    Raises CatalogueError, and nothing else, with every problem of the form; also when the file is
    missing, no regular file, unreadable or too large.
    """
    try:
        file = Path(path).resolve()
        data = sources.read(file, encoding.MOST_BYTES)
    except (OSError, ValueError, RuntimeError) as error:
        raise _unreadable(str(path), error) from None
    return parse(data, str(path), lambda name: sources.stored(file.parent, name))


def _unreadable(path: str, error: Exception) -> CatalogueError:
    problems = Problems(path)
    said = sources.reason(error) if isinstance(error, OSError | ValueError) else str(error)
    problems.add((1, 1), "", "a catalogue", f"no file to read: {said}", "name one with --data FILE")
    return problems.error()


def _no_source(path: str) -> Stored:
    return Stored(problem=f"{path} was not read")


def parse(data: bytes, file: str = "catalogue", read_source: ReadSource = _no_source) -> model.Catalogue:
    """Read the bytes of a catalogue; ``file`` names it in places and messages.

    Raises CatalogueError with every problem of the form. No file is touched but by ``read_source``,
    which is asked only when there is no problem.
    """
    problems = Problems(file)
    text = encoding.decode(data, problems)
    root = nodes.read(text, problems)
    values = Reader(text, problems).catalogue(root)
    problems.settle()
    return _catalogue(values, file, hashlib.sha256(data).hexdigest(), read_source)


def _catalogue(values: Mapping[str, Any], file: str, digest: str, read_source: ReadSource) -> model.Catalogue:
    sources = tuple(_source(source, read_source) for source in values["sources"])
    currencies = {source.id: source.currency for source in sources}
    return model.Catalogue(
        file=file,
        digest=digest,
        title=values["title"],
        sources=sources,
        sectors=values["sectors"],
        counted=values.get("counted", ()),
        panels=tuple(model.Panel(**panel) for panel in values.get("panels", ())),
        measures=tuple(model.Measure(**measure) for measure in values["measures"]),
        apart=tuple(model.Apart(**apart) for apart in values.get("apart", ())),
        claims=tuple(_claim(claim, currencies[claim["source"]]) for claim in values["claims"]),
        events=tuple(model.Event(**event) for event in values.get("events", ())),
    )


def _source(values: dict[str, Any], read_source: ReadSource) -> model.Source:
    stored = read_source(values["path"])
    set_aside = tuple(model.SetAside(**number) for number in values.pop("set_aside", ()))
    return model.Source(
        **values, set_aside=set_aside, text=stored.text, sha256_found=stored.sha256, problem=stored.problem
    )


def _claim(values: dict[str, Any], currency: Mapping[str, str]) -> model.Claim:
    written = values.pop("amounts")
    amounts = tuple(
        _amount(f"{values['id']}.{n}", values["id"], amount, currency) for n, amount in enumerate(written, 1)
    )
    return model.Claim(**values, amounts=amounts)


def _amount(id_: str, claim: str, values: dict[str, Any], currency: Mapping[str, str]) -> model.Amount:
    value, unit, written = values.pop("value")
    sign, slash, rest = unit.partition("/")
    unit = currency.get(sign, sign) + slash + rest
    return model.Amount(**values, id=id_, claim=claim, value=value, unit=unit, written=written)
