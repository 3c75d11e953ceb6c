"""The figure table as a workbook: typed, with notes, and without anything alive in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

import xlsxwriter  # noqa: TID251 - this is the module that writes workbooks

from figures import cite
from figures.export.content import Content
from figures.export.tables import fitted
from figures.frame import COLUMNS, Cell, Column

_INERT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - fixed, so that equal tables are equal files; a workbook knows no zone
_WIDEST = 48
_NUMBER_WIDTH = 14


def xlsx(content: Content) -> bytes:
    """An Excel workbook with the sheets ``Figures`` and ``Notes``."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _INERT) as workbook:
        workbook.set_properties({"title": fitted(content.catalogue.title)[:255], "created": _CREATED})
        head = workbook.add_format({"bold": True, "bottom": 1})
        _figures(workbook.add_worksheet("Figures"), content, head)
        _notes(workbook.add_worksheet("Notes"), content, head)
    return stream.getvalue()


def _figures(sheet: xlsxwriter.worksheet.Worksheet, content: Content, head: xlsxwriter.format.Format) -> None:
    for index, column in enumerate(COLUMNS):
        cells = [row[column.name] for row in content.rows]
        sheet.set_column(index, index, _width(column, cells))
        sheet.write_string(0, index, column.name, head)
        for line, cell in enumerate(cells, 1):
            _write(sheet, line, index, cell)
        if column.decimal:
            sheet.ignore_errors({"number_stored_as_text": _range(index, len(cells))})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(content.rows), len(COLUMNS) - 1)


def _write(sheet: xlsxwriter.worksheet.Worksheet, line: int, index: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(line, index, fitted(cell))
    elif cell is not None:
        sheet.write_number(line, index, cell)


def _width(column: Column, cells: list[Cell]) -> float:
    if column.dtype != "str":
        return _NUMBER_WIDTH
    return min(
        _WIDEST, 2 + max(len(text) for text in [column.name, *(cell for cell in cells if isinstance(cell, str))])
    )


def _range(index: int, rows: int) -> str:
    name: str = xlsxwriter.utility.xl_range(1, index, max(rows, 1), index)
    return name


def _notes(sheet: xlsxwriter.worksheet.Worksheet, content: Content, head: xlsxwriter.format.Format) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for line, (name, text) in enumerate(_lines(content)):
        sheet.write_string(line, 0, fitted(name), *([] if text else [head]))
        if text:
            sheet.write_string(line, 1, fitted(text))


def _lines(content: Content) -> Iterator[tuple[str, str]]:
    """The notes, a name and a text each; a name without a text is a heading."""
    yield content.catalogue.title, ""
    yield "Rows", f"{len(content.rows)}: {content.extent}"
    yield "SHA-256 of the catalogue", content.catalogue.digest
    yield "Checked by", cite.checker()
    for source in content.sources:
        yield "", ""
        yield f"Source {source.id}", ""
        yield "Cite as", cite.plain(source)
        yield "SHA-256 of the text", source.sha256
        yield from [("Rights", source.rights)] if source.rights else []
    yield "", ""
    yield "Columns", ""
    for column in COLUMNS:
        unit = f" Unit: {column.unit}." if column.unit else ""
        yield column.name, f"{column.meaning}{unit}{_codes(column)}"


def _codes(column: Column) -> str:
    return " " + "; ".join(f"{code}: {words}" for code, words in column.codes.items()) + "." if column.codes else ""
