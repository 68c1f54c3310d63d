"""Whether a goal is on its way, and measurements as people write them."""

from datetime import date
from decimal import Decimal

import pytest

from participation.strategies.rules.drawing import draw
from participation.strategies.rules.indicators import Measured, Path, Verdict, judge
from participation.strategies.rules.measurements import (
    IN_THE_FUTURE,
    NO_DAY,
    NO_HEADINGS,
    NO_NUMBER,
    NOTHING,
    TOO_LARGE,
    TWICE,
    Problem,
    Unreadable,
    compare,
    read_table,
    read_value,
)

TODAY = date(2026, 11, 22)
BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)
RISING = Path(True, Decimal(80), END, Decimal(60), BEGIN)
FALLING = Path(False, Decimal(25), END, Decimal(45), BEGIN)
HALF_WAY = date(2026, 7, 2)


@pytest.mark.parametrize(
    ("path", "value", "verdict"),
    [
        (RISING, "70", Verdict.ON_TRACK),
        (RISING, "69", Verdict.ON_TRACK),
        (RISING, "68.9", Verdict.OFF_TRACK),
        (RISING, "80", Verdict.ON_TRACK),
        (FALLING, "35", Verdict.ON_TRACK),
        (FALLING, "36", Verdict.ON_TRACK),
        (FALLING, "36.1", Verdict.OFF_TRACK),
        (FALLING, "20", Verdict.ON_TRACK),
    ],
)
def test_judge_compares_with_the_straight_line(path: Path, value: str, verdict: Verdict) -> None:
    assert judge(path, [Measured(HALF_WAY, Decimal(value))]) is verdict


def test_judge_goes_by_the_latest_measurement() -> None:
    rows = [Measured(date(2026, 11, 1), Decimal(61)), Measured(date(2026, 2, 1), Decimal(70))]
    assert judge(RISING, rows) is Verdict.OFF_TRACK


def test_judge_expects_the_target_after_its_day_and_the_baseline_before_its_own() -> None:
    assert judge(RISING, [Measured(date(2027, 5, 1), Decimal(78))]) is Verdict.OFF_TRACK
    assert judge(RISING, [Measured(date(2025, 5, 1), Decimal(60))]) is Verdict.ON_TRACK


def test_judge_lacks_figures_without_measurement_or_line() -> None:
    open_ended = Path(True, Decimal(80))
    assert judge(RISING, []) is Verdict.LACKING
    assert judge(open_ended, [Measured(HALF_WAY, Decimal(79))]) is Verdict.LACKING
    assert judge(open_ended, [Measured(HALF_WAY, Decimal(80))]) is Verdict.ON_TRACK


@pytest.mark.parametrize(
    ("text", "value"),
    [("82", "82"), ("82,5", "82.5"), ("1.234,5", "1234.5"), ("70.25 %", "70.25"), ("−3", "-3")],
)
def test_read_value_takes_danish_and_english(text: str, value: str) -> None:
    assert read_value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", NO_NUMBER), ("abc", NO_NUMBER), ("NaN", NO_NUMBER), ("1e40", TOO_LARGE), ("1.2345", TOO_LARGE)],
)
def test_read_value_refuses(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message.split(".")[0]):
        read_value(text)


def test_read_table_reads_days_and_numbers() -> None:
    rows, problems = read_table("Dato;Værdi;Note\r\n31-03-2026;82,5;Måling\r\n2026-01-02;80;\r\n\r\n", TODAY)
    assert problems == []
    assert rows == [
        Measured(date(2026, 1, 2), Decimal(80)),
        Measured(date(2026, 3, 31), Decimal("82.5"), "Måling"),
    ]


def test_read_table_lists_every_row_that_cannot_be_taken() -> None:
    text = "date,value\n2026-01-02,80\n2026-01-02,81\n2027-01-01,3\nx,4\n2026-01-03,y"
    assert read_table(text, TODAY)[1] == [
        Problem(3, TWICE, "2026-01-02 · 81"),
        Problem(4, IN_THE_FUTURE, "2027-01-01 · 3"),
        Problem(5, NO_DAY, "x · 4"),
        Problem(6, NO_NUMBER, "2026-01-03 · y"),
    ]


@pytest.mark.parametrize(("text", "message"), [("a;b\n1;2", NO_HEADINGS), ("dato;værdi\n", NOTHING)])
def test_read_table_without_rows_or_headings(text: str, message: str) -> None:
    assert read_table(text, TODAY) == ([], [Problem(1, message)])


def test_compare_tells_new_changed_and_the_same() -> None:
    present = [Measured(BEGIN, Decimal(1)), Measured(END, Decimal(2))]
    wanted = [Measured(BEGIN, Decimal(1)), Measured(END, Decimal(3)), Measured(HALF_WAY, Decimal(4))]
    found = [(each.is_new, each.is_change) for each in compare(present, wanted)]
    assert found == [(False, False), (False, True), (True, False)]


def test_draw_puts_days_to_the_right_and_values_up() -> None:
    drawing = draw(RISING, [Measured(BEGIN, Decimal(60)), Measured(HALF_WAY, Decimal(70))])
    assert drawing is not None
    (first, low), (second, high) = drawing.dots
    assert first < second
    assert high < low
    assert drawing.expected
    assert draw(RISING, []) is None
