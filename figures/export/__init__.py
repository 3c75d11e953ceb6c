"""What can be taken home: the figure table and its citations as bytes, in one table of formats.

The same catalogue gives the same bytes. Every row of a table carries its quote with offsets, its
source with SHA-256 and a link to the very words, the result of the check and the checker's version.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from figures.export import citations, package, tables, workbook
from figures.export.content import Content, content
from figures.model import Catalogue, Report, Source
from figures.selection import FILTERS, Selection

_NAME = 80
"""Characters of a file name, with its extension."""

_TITLE = 48
"""Characters of it that the catalogue's title may take."""


class ExportError(Exception):
    """Something cannot be exported; its text is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its key (also on the command line), its label, and what it is in one line."""

    key: str
    label: str
    extension: str
    media_type: str
    about: str
    make: Callable[[Content], bytes]


FORMATS = {
    one.key: one
    for one in (
        Format(
            key="csv",
            label="CSV",
            extension="csv",
            media_type="text/csv; charset=utf-8",
            about="The table to the character (RFC 4180, UTF-8), for programs; an empty cell is missing.",
            make=tables.csv,
        ),
        Format(
            key="csv-excel",
            label="CSV for spreadsheets",
            extension="csv",
            media_type="text/csv; charset=utf-8",
            about="Opens in a spreadsheet by a double click. A text that could become a formula has an apostrophe "
            "before it, so it is not to the character; spreadsheets may take 2012-12 for a date and round numbers.",
            make=tables.csv_for_spreadsheets,
        ),
        Format(
            key="xlsx",
            label="Excel",
            extension="xlsx",
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            about="A workbook with the table and a sheet of notes; no formula, no live link.",
            make=workbook.xlsx,
        ),
        Format(
            key="json",
            label="JSON",
            extension="json",
            media_type="application/json",
            about="The rows with the meaning of each column; exact decimals as text, null for what is missing.",
            make=tables.json,
        ),
        Format(
            key="parquet",
            label="Parquet",
            extension="parquet",
            media_type="application/vnd.apache.parquet",
            about="The table with its types and the meaning of each column, for data frames.",
            make=tables.parquet,
        ),
        Format(
            key="datapackage",
            label="Data package",
            extension="zip",
            media_type="application/zip",
            about="A Frictionless Data Package: the CSV, the source's text, their description and hashes, how to cite.",
            make=package.datapackage,
        ),
        Format(
            key="bibtex",
            label="BibTeX",
            extension="bib",
            media_type="application/x-bibtex; charset=utf-8",
            about="The source, and each claim and event with its quote, for LaTeX and reference managers.",
            make=citations.bibtex,
        ),
        Format(
            key="csl",
            label="CSL-JSON",
            extension="json",
            media_type="application/vnd.citationstyles.csl+json",
            about="The same citations for Zotero, Pandoc and other citation processors.",
            make=citations.csl,
        ),
    )
}
"""The table of formats, by key."""


def render(format_key: str, catalogue: Catalogue, report: Report, selection: Selection | None = None) -> bytes:
    """The bytes of a file: what the selection displays, or everything of every source without one.

    Raises ExportError where there is no such format.
    """
    return _format(format_key).make(content(catalogue, report, selection))


def filename(format_key: str, catalogue: Catalogue, selection: Selection | None = None) -> str:
    """A name that every system takes: ``figures-``, then a-z, 0-9 and hyphens, at most 80 with the extension."""
    one = _format(format_key)
    ending = f".{one.extension}" if one.extension == one.key else f"-{one.key}.{one.extension}"
    parts = ["figures", _shortened(slug(catalogue.title)), _choices(selection)]
    stem = "-".join(part for part in parts if part)
    return stem[: _NAME - len(ending)].rstrip("-") + ending


def source_text(catalogue: Catalogue, source_id: str) -> bytes:
    """The stored text of a source, byte by byte. Raises ExportError where it could not be read."""
    source = _source(catalogue, source_id)
    if source.text is None:
        raise ExportError(f"the text of {source.id} could not be read: {source.problem}")
    return source.text.encode("utf-8")


def catalogue_yaml(catalogue: Catalogue) -> bytes:
    """The catalogue's file, byte by byte. Raises ExportError where it is not the one that was read any more."""
    try:
        data = Path(catalogue.file).read_bytes()
    except OSError as error:
        raise ExportError(f"{catalogue.file} could not be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != catalogue.digest:
        raise ExportError(f"{catalogue.file} has changed since it was read")
    return data


def slug(text: str) -> str:
    """A text in a-z, 0-9 and single hyphens; empty where it has none of them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _shortened(title: str) -> str:
    """A title's slug, cut between two words if it is too long."""
    return title if len(title) <= _TITLE else title[: _TITLE + 1].rpartition("-")[0] or title[:_TITLE]


def _choices(selection: Selection | None) -> str:
    if selection is None or selection == Selection(source=selection.source):
        return slug(selection.source) if selection else ""
    values = [value for name in FILTERS.values() for value in getattr(selection, name)]
    return slug(" ".join([selection.source, *values, selection.words])) or "displayed"


def _format(key: str) -> Format:
    try:
        return FORMATS[key]
    except KeyError:
        raise ExportError(f"there is no format {key!r}; there are {', '.join(FORMATS)}") from None


def _source(catalogue: Catalogue, source_id: str) -> Source:
    for source in catalogue.sources:
        if source.id == source_id:
            return source
    raise ExportError(f"there is no source {source_id!r}")
