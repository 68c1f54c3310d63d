"""Measurements as people write them: a day, a number, and a table of both (CSV)."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO

from participation.foundation.text import N_
from participation.strategies.rules.indicators import Measured
from participation.strategies.rules.measures import MOST

MOST_ROWS = 1000
NOTE_LENGTH = 300
EARLIEST = date(1900, 1, 1)
HEADINGS = {"dato": "day", "date": "day", "værdi": "value", "value": "value", "note": "note"}

NO_HEADINGS = N_("The first row must name the columns: date and value, and note if there is one.")
NO_DAY = N_("This is not a date. Write it as 2026-03-31 or 31-03-2026.")
NO_NUMBER = N_("This is not a number. Write it as 82 or 82.5.")
TOO_LARGE = N_("The number is too large, or has more than three decimals.")
IN_THE_FUTURE = N_("The date has not come yet.")
TOO_EARLY = N_("The date is too long ago.")
TWICE = N_("This date stands in the file twice.")
TOO_MANY = N_("The file has more than 1000 rows.")
NOTE_TOO_LONG = N_("The note is longer than 300 characters.")
NOT_A_TABLE = N_("This is not a table that can be read.")
NOTHING = N_("There are no measurements in the file.")


class Unreadable(ValueError):
    """What was written is no measurement; the message is a message id."""


@dataclass(frozen=True)
class Problem:
    """A row that cannot be taken, and what is written there; row 1 holds the headings."""

    row: int
    message: str
    written: str = ""


@dataclass(frozen=True)
class Difference:
    """What a file would change: `before` is None for a day that has no measurement yet."""

    after: Measured
    before: Measured | None

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def is_change(self) -> bool:
        """Whether the day has another value, or another note."""
        return self.before is not None and self.before != self.after


def read_day(text: str, today: date) -> date:
    """A day of the past; Unreadable when it is none."""
    text = text.strip()
    turned = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", text)
    try:
        day = date(int(turned[3]), int(turned[2]), int(turned[1])) if turned else date.fromisoformat(text)
    except ValueError:
        raise Unreadable(NO_DAY) from None
    if day > today:
        raise Unreadable(IN_THE_FUTURE)
    if day < EARLIEST:
        raise Unreadable(TOO_EARLY)
    return day


def read_value(text: str) -> Decimal:
    """A number with a Danish or an English decimal sign; Unreadable when it is none."""
    bare = re.sub(r"[\s\u00a0%]", "", text).replace("−", "-")
    if "," in bare:
        # Points before a decimal comma part thousands.
        bare = bare.replace(".", "").replace(",", ".")
    try:
        value = Decimal(bare)
    except InvalidOperation:
        raise Unreadable(NO_NUMBER) from None
    if not value.is_finite():
        raise Unreadable(NO_NUMBER)
    if abs(value) > MOST or value != round(value, 3):
        raise Unreadable(TOO_LARGE)
    return value.normalize()


def read_table(text: str, today: date) -> tuple[list[Measured], list[Problem]]:
    """The measurements of a file by day, and every row that cannot be taken."""
    rows = _rows(text)
    if isinstance(rows, Problem):
        return [], [rows]
    names = [HEADINGS.get(cell.strip().casefold(), "") for cell in rows[0]] if rows else []
    if "day" not in names or "value" not in names:
        return [], [Problem(1, NO_HEADINGS)]
    found, problems = _read_rows([dict(zip(names, cells, strict=False)) for cells in rows[1:]], today)
    if not found and not problems:
        problems.append(Problem(1, NOTHING))
    return sorted(found.values(), key=lambda each: each.day), problems


def _read_rows(rows: list[dict[str, str]], today: date) -> tuple[dict[date, Measured], list[Problem]]:
    found, problems = dict[date, Measured](), list[Problem]()
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells.values()):
            continue
        measured = _read_row(cells, today, found)
        if isinstance(measured, str):
            written = " · ".join(cell.strip() for cell in cells.values() if cell.strip())
            problems.append(Problem(number, measured, written))
        else:
            found[measured.day] = measured
    return found, problems


def _rows(text: str) -> list[list[str]] | Problem:
    first = text.split("\n", 1)[0]
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=max(";,\t", key=first.count)))
    except csv.Error:
        return Problem(1, NOT_A_TABLE)
    return rows if len(rows) <= MOST_ROWS + 1 else Problem(MOST_ROWS + 2, TOO_MANY)


def _read_row(cells: Mapping[str, str], today: date, found: Mapping[date, Measured]) -> Measured | str:
    note = (cells.get("note") or "").strip()
    try:
        measured = Measured(read_day(cells.get("day", ""), today), read_value(cells.get("value", "")), note)
    except Unreadable as problem:
        return str(problem)
    if measured.day in found:
        return TWICE
    return measured if len(note) <= NOTE_LENGTH else NOTE_TOO_LONG


def compare(present: list[Measured], wanted: list[Measured]) -> Iterator[Difference]:
    """Each measurement of a file beside what stands for its day; days that the file leaves out stay."""
    standing = {each.day: each for each in present}
    return (Difference(each, standing.get(each.day)) for each in wanted)
