"""Rules on sources, and on what a draft left open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from figures.checks.context import Work
from figures.checks.findings import failed, passed, skipped
from figures.model import UNDECIDED, Finding, Place, Source


def source_text(source: Source) -> Finding:
    """Check that the stored text can be read."""
    if source.text is not None:
        return passed("source-text", source.id, f"{source.path} can be read.", source.place)
    return failed(
        "source-text",
        source.id,
        f"{source.path} cannot be read: {source.problem or 'nothing is known of it'}.",
        source.place,
        "put the stored text there as a UTF-8 file, or correct the path",
    )


def source_digest(source: Source) -> Finding:
    """Check that the stored text is the one that the catalogue was written for."""
    if not source.sha256_found:
        return skipped("source-digest", source.id, f"{source.path} could not be read.", source.place)
    if source.sha256 == source.sha256_found:
        return passed("source-digest", source.id, f"The SHA-256 of {source.path} agrees.", source.place)
    return failed(
        "source-digest",
        source.id,
        f"{source.path} has the SHA-256 {source.sha256_found}, the catalogue says {source.sha256}.",
        source.place,
        "see what changed in the text; where the change is right, write its SHA-256 into the catalogue",
    )


_FIELDS = {"undated": "period"}


def undecided(work: Work) -> Iterator[Finding]:
    """Report every field that a draft left to the curator; one passed finding where there is none."""
    catalogue = work.catalogue
    here = Place(file=catalogue.file, line=1)
    open_fields = [("the catalogue", "title", here)] if catalogue.title == UNDECIDED else []
    open_fields += [
        (record.id, name, record.place.of(name))
        for records, names in (
            (catalogue.sources, ("title", "publisher", "date", "language", "url", "rights")),
            (catalogue.claims, ("sector", "measure", "title")),
            (catalogue.amounts, ("undated",)),
            (catalogue.events, ("sector", "title")),
        )
        for record in records
        for name in names
        if getattr(record, name) == UNDECIDED
    ]
    for subject, name, place in open_fields:
        cure = "write its period, or why it has none" if name == "undated" else f"decide the {name} and write it there"
        message = f"The {_FIELDS.get(name, name)} of {subject} is still '{UNDECIDED}'."
        yield failed("undecided", subject, message, place, cure)
    unjudged = [(source.id, one) for source in catalogue.sources for one in source.set_aside if one.note == UNDECIDED]
    for source, aside in unjudged:
        message = f"Whether “{aside.text}” states a figure is still '{UNDECIDED}'."
        cure = "make it an amount of a claim; or say in its note why it is left out, and give the reason"
        yield failed("undecided", source, message, aside.place.of("note"), cure)
    if not open_fields and not unjudged:
        yield passed("undecided", catalogue.title, "Nothing is left undecided.", here)


def place_in(source: Source, work: Work, offset: int) -> Place:
    """Return the line and column of an offset in the stored text, the file named as seen from the catalogue's."""
    read = work.read(source.id)
    file = str(PurePath(work.catalogue.file).parent / source.path)
    line, column = read.lines.at(offset) if read else (1, 1)
    return Place(file=file, line=line, column=column)
