"""Writing rows as CSV or XLSX, one at a time, so that no cell is ever taken for a formula.

CSV is UTF-8 with a byte-order mark and semicolons, as a Danish Excel reads it by itself. In XLSX each cell
has a type of its own, so that a text is a text whatever it begins with.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from io import TextIOWrapper
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from participation.foundation.clock import LOCAL
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_

Cell = str | int | date | datetime | None
Row = Sequence[Cell]
# What a program takes for a formula, also in full width, and what it throws away before it looks.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
IGNORED_STARTS = " \u00a0\u3000\u200b\ufeff\"'"
MOST_XLSX_ROWS = 1_000_000
TOO_MANY = N_("A spreadsheet holds a million rows at most. Choose CSV, or fewer rows.")


@dataclass(frozen=True)
class Table:
    """A table's name, its headings, and how wide each column is in characters."""

    name: str
    headings: Sequence[str]
    widths: Sequence[int]


def guarded(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet could take it for a formula."""
    starts = text.startswith(FORMULA_STARTS) or text.lstrip(IGNORED_STARTS).startswith(FORMULA_STARTS)
    return f"'{text}" if starts else text


def write_csv(file: IO[bytes], table: Table, rows: Iterable[Row]) -> int:
    """Write the rows and tell how many they were."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(heading) for heading in table.headings])
    count = 0
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])
        count += 1
    text.detach()
    return count


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(LOCAL).strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else str(cell)


def write_xlsx(file: IO[bytes], table: Table, rows: Iterable[Row]) -> int:
    """The same as a spreadsheet: RuleViolation when it has more rows than one can hold."""
    book = Workbook(file, {"constant_memory": True})
    sheet, day = book.add_worksheet(table.name[:31]), book.add_format({"num_format": "dd-mm-yyyy"})
    bold = book.add_format({"bold": True})
    for column, (heading, width) in enumerate(zip(table.headings, table.widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    with closing(book):
        count = _write_rows(sheet, rows, day)
        sheet.autofilter(0, 0, count, len(table.headings) - 1)
    return count


def _write_rows(sheet: Worksheet, rows: Iterable[Row], day: object) -> int:
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > MOST_XLSX_ROWS:
            raise RuleViolation(TOO_MANY)
        for column, cell in enumerate(row):
            _write_cell(sheet, count, column, cell, day)
    return count


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, day: object) -> None:
    if isinstance(cell, datetime):
        cell = cell.astimezone(LOCAL).date()
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str) and cell:
        sheet.write_string(row, column, cell)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)


@dataclass(frozen=True)
class Format:
    """One kind of file: its ending, its media type, and what writes it."""

    ending: str
    media_type: str
    write: Callable[[IO[bytes], Table, Iterable[Row]], int]


FORMATS = {
    "csv": Format("csv", "text/csv", write_csv),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
}
