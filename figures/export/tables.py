"""The figure table as CSV, JSON and Parquet."""

from __future__ import annotations

import io
import json as json_format
from collections.abc import Iterable

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # nor does its part

from figures.cite import checker
from figures.export.content import Content
from figures.frame import COLUMNS, Cell, Column

CELL = 32_767
"""Characters that a spreadsheet's cell can hold."""

_CUT = "… [cut: {length} characters are more than a spreadsheet's cell can hold; the CSV and the JSON have them all]"
_FORMULA = frozenset("=+-@|%＝＋－＠｜％")
"""What starts a formula in one spreadsheet or another, also full width."""

_UNSEEN = " \t\r\n\v\f\xa0\u3000\ufeff\u200b\0"
_ARROW = {"str": pa.string(), "Int64": pa.int64(), "Float64": pa.float64()}
_JSON_TYPES = {"str": "string", "Int64": "integer", "Float64": "number"}


def csv(content: Content) -> bytes:
    """RFC 4180: CRLF, quotation marks only where they are needed, every text to the character."""
    lines = [[column.name for column in COLUMNS]]
    lines += [[_written(row[column.name]) for column in COLUMNS] for row in content.rows]
    return _lines([_quoted(cell) if set(cell) & set(',"\r\n') else cell for cell in line] for line in lines)


def csv_for_spreadsheets(content: Content) -> bytes:
    """CSV with a byte order mark, texts in quotation marks and without formulas; numbers as they are."""
    lines = [[_quoted(column.name) for column in COLUMNS]]
    lines += [[_spreadsheet_cell(column, row[column.name]) for column in COLUMNS] for row in content.rows]
    return b"\xef\xbb\xbf" + _lines(lines)


def json(content: Content) -> bytes:
    """One object: what this is, the columns with their meaning, and the rows as objects."""
    document = {
        "title": content.catalogue.title,
        "extent": content.extent,
        "catalogue_sha256": content.catalogue.digest,
        "checker": checker(),
        "columns": [_described(column) for column in COLUMNS],
        "rows": content.rows,
    }
    return (json_format.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode("utf-8")


def parquet(content: Content) -> bytes:
    """Parquet; the meaning and the unit of a column are the metadata of its field."""
    fields = [
        pa.field(column.name, _ARROW[column.dtype], metadata={"meaning": column.meaning, "unit": column.unit})
        for column in COLUMNS
    ]
    about = {
        "title": content.catalogue.title,
        "extent": content.extent,
        "catalogue_sha256": content.catalogue.digest,
        "checker": checker(),
    }
    table = pa.Table.from_pylist(list(content.rows), schema=pa.schema(fields, metadata=about))
    stream = io.BytesIO()
    pq.write_table(table, stream)
    return stream.getvalue()


def fitted(text: str) -> str:
    """The text, or as much of it as a spreadsheet's cell can hold, with a plain word that it is cut."""
    if _utf16(text) <= CELL:
        return text
    end = _CUT.format(length=len(text))
    room = CELL - len(end)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore") + end


def _utf16(text: str) -> int:
    """The length as spreadsheets count it: a character beyond the first 65,536 counts twice."""
    return len(text.encode("utf-16-le")) // 2


def _described(column: Column) -> dict[str, object]:
    described = {
        "name": column.name,
        "type": _JSON_TYPES[column.dtype],
        "unit": column.unit,
        "meaning": column.meaning,
        "codes": column.codes,
    }
    return {key: value for key, value in described.items() if value}


def _written(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _spreadsheet_cell(column: Column, cell: Cell) -> str:
    if column.decimal or not isinstance(cell, str):
        return _written(cell)
    risky = cell[:1] in "\t\r\n" or cell.lstrip(_UNSEEN)[:1] in _FORMULA
    return _quoted(fitted(f"'{cell}" if risky else cell))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _lines(lines: Iterable[list[str]]) -> bytes:
    return "".join(",".join(line) + "\r\n" for line in lines).encode("utf-8")
