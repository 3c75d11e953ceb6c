"""The figure table as a Frictionless Data Package (version 2): one zip with all that proves it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator

from figures import cite
from figures.export import tables
from figures.export.content import Content
from figures.frame import COLUMNS, Column
from figures.model import Source

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"str": "string", "Int64": "integer", "Float64": "number"}
_CREATED = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold: equal contents are equal files."""

_UNIX = 3
_READABLE = 0o644 << 16


def datapackage(content: Content) -> bytes:
    """A zip of ``datapackage.json``, ``figures.csv``, the texts in ``sources/``, and ``README.md``."""
    table = tables.csv(content)
    texts = {source.id: source.text.encode("utf-8") for source in content.sources if source.text is not None}
    described = _descriptor(content, table, texts)
    files = {
        "datapackage.json": (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode("utf-8"),
        "figures.csv": table,
        **{_path(id_): text for id_, text in texts.items()},
        "README.md": "\n".join(_readme(content)).encode("utf-8"),
    }
    return _zip(files)


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _CREATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return stream.getvalue()


def _descriptor(content: Content, table: bytes, texts: dict[str, bytes]) -> dict[str, object]:
    return {
        "$schema": _PROFILE,
        "name": "figures",
        "title": content.catalogue.title,
        "description": f"Figures that a source states, each with its quote; {content.extent}. "
        f"Checked by {cite.checker()}. SHA-256 of the catalogue: {content.catalogue.digest}.",
        "sources": [_source(source) for source in content.sources],
        **_licences(content.sources),
        "resources": [_table(table), *(_text(s, texts[s.id]) for s in content.sources if s.id in texts)],
    }


def _table(data: bytes) -> dict[str, object]:
    return {
        "name": "figures",
        "type": "table",
        "title": "Figure table, one row per amount",
        "path": "figures.csv",
        "format": "csv",
        "mediatype": "text/csv",
        **_digest(data),
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [_field(column) for column in COLUMNS],
            "primaryKey": ["amount"],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": "number" if column.decimal else _TYPES[column.dtype],
        "description": column.meaning,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.codes:
        field["categories"] = [{"value": code, "label": words} for code, words in column.codes.items()]
        field["constraints"] = {"enum": list(column.codes)}
    return field


def _text(source: Source, data: bytes) -> dict[str, object]:
    return {
        "name": f"text-{source.id}",
        "title": f"Stored text of {source.title}",
        "path": _path(source.id),
        "format": "txt",
        "mediatype": "text/plain",
        **_digest(data),
        "sources": [_source(source)],
        **_licences((source,)),
    }


def _digest(data: bytes) -> dict[str, object]:
    return {"encoding": "utf-8", "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _source(source: Source) -> dict[str, str]:
    url = cite.address(source)
    return {"title": cite.plain(source)} | ({"path": url} if url else {})


def _licences(sources: tuple[Source, ...]) -> dict[str, object]:
    """What the catalogue says of rights, in its own words; no licence is invented, so none has a code."""
    rights = dict.fromkeys(source.rights for source in sources if source.rights)
    return {"licenses": [{"title": said, "path": "README.md"} for said in rights]} if rights else {}


def _path(source_id: str) -> str:
    return f"sources/{source_id}.txt"


def _readme(content: Content) -> Iterator[str]:
    yield f"# {content.catalogue.title}\n"
    yield "Figures that a source states, one row per amount in `figures.csv`, each with the words that state it."
    yield f"This is {content.extent}: {len(content.rows)} rows, checked by {cite.checker()}."
    yield "`datapackage.json` says what each column means, and has the SHA-256 of each file."
    yield "A number outside `figures.csv` that was computed from these is not a statement of the source.\n"
    for source in content.sources:
        yield f"## Source `{source.id}`\n"
        yield f"Cite as: {cite.plain(source)}\n"
        yield f"Text: `{_path(source.id)}`, SHA-256 `{source.sha256}`" if source.text else "Text: could not be read."
        yield f"\nRights: {source.rights}\n" if source.rights else ""
    yield "## How to check a row\n"
    yield "`quote_start` and `quote_end` count the code points of the source's text: what stands between them is"
    yield "the quote, and between `number_start` and `number_end` stands the number. `citation` cites the claim.\n"
