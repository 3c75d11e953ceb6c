"""The table of keys as a JSON Schema, with which an editor completes and checks a catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from figures.catalogue.keys import CATALOGUE, Currencies, Key, ListOf, Name, Record, Ref, Type, Value
from figures.catalogue.kinds import CURRENCY, ID, SECTOR, Kind


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 07, which editors know) of a catalogue.

    It is what an editor can know: references and units are the reader's.
    """
    about = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A catalogue of cited figures"}
    return about | _schema(CATALOGUE)


def _schema(type_: Type) -> dict[str, Any]:
    match type_:
        case Kind() | Name() | Ref():
            return dict(_text(type_).schema)
        case Value():
            return {"type": "string", "minLength": 3, "maxLength": 80}
        case Currencies():
            return {"type": "object", "additionalProperties": dict(CURRENCY.schema)}
        case ListOf():
            return _list(type_)
        case Record():
            return _record(type_)


def _text(type_: Kind | Name | Ref) -> Kind:
    if isinstance(type_, Ref):
        return SECTOR if type_.space == "sector" else ID
    return type_.kind if isinstance(type_, Name) else type_


def _list(type_: ListOf) -> dict[str, Any]:
    limits = {"minItems": type_.least, "maxItems": type_.most, "uniqueItems": type_.distinct}
    return {"type": "array", "items": _schema(type_.item)} | {name: limit for name, limit in limits.items() if limit}


def _record(record: Record) -> dict[str, Any]:
    built: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in record.keys if key.required],
        "properties": {key.name: _property(key) for key in record.keys},
    }
    if record.one_of:
        built["oneOf"] = [{"required": [name]} for name in record.one_of]
    return built


def _property(key: Key) -> dict[str, Any]:
    return _schema(key.type) | {"description": key.about}


STORED = Path(__file__).parent.parent / "catalogue.schema.json"
"""Where the catalogue's first line looks for the schema."""


def write(to: Path = STORED) -> None:
    """Write the schema as a file."""
    to.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
