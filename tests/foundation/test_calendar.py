"""Working days, closed weeks and Danish holidays: what always holds, and days that are known."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.foundation.calendar import (
    add_days,
    add_working_days,
    is_working_day,
    starts_week,
    week_end,
    week_of,
    working_day_before,
)

DAYS = st.dates(date(2020, 1, 1), date(2080, 1, 1))
COUNTS = st.integers(0, 60)
WEEKS = st.frozensets(st.integers(1, 52), max_size=6).map(tuple)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2023, 5, 5), False),  # the last store bededag
        (date(2024, 4, 26), True),  # what would have been the next
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 6, 5), False),  # Constitution Day
        (date(2026, 12, 24), False),
        (date(2026, 12, 31), False),
        (date(2026, 12, 30), True),
        (date(2026, 5, 1), True),  # the First of May is for each workplace to decide
    ],
)
def test_known_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@given(DAYS, COUNTS)
def test_so_many_working_days_lie_between(start: date, count: int) -> None:
    end = add_working_days(start, count)
    passed = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert sum(map(is_working_day, passed)) == count
    assert count == 0 or is_working_day(end)


@given(DAYS, COUNTS, COUNTS)
def test_working_days_add_up(start: date, first: int, second: int) -> None:
    assert add_working_days(add_working_days(start, first), second) == add_working_days(start, first + second)


@given(DAYS, DAYS, COUNTS)
def test_who_comes_later_is_never_answered_sooner(one: date, other: date, count: int) -> None:
    early, late = sorted((one, other))
    assert add_working_days(early, count) <= add_working_days(late, count)


@given(DAYS, COUNTS, WEEKS)
def test_so_many_days_outside_closed_weeks_lie_between(
    start: date, count: int, weeks: tuple[int, ...]
) -> None:
    end = add_days(start, count, closed_weeks=weeks)
    passed = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert sum(day.isocalendar().week not in weeks for day in passed) == count
    assert count == 0 or end.isocalendar().week not in weeks


@given(DAYS, COUNTS, WEEKS)
def test_closing_never_hastens(start: date, count: int, weeks: tuple[int, ...]) -> None:
    assert add_days(start, count, closed_weeks=weeks) >= add_days(start, count)


@given(DAYS)
def test_the_working_day_before_is_the_nearest(day: date) -> None:
    before = working_day_before(day)
    assert before < day and is_working_day(before)
    between = [before + timedelta(days=number) for number in range(1, (day - before).days)]
    assert not any(map(is_working_day, between))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 3, 9, 5, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 9, 6, tzinfo=UTC), True),
        (datetime(2026, 3, 9, 20, tzinfo=UTC), True),
        (datetime(2026, 3, 10, 8, tzinfo=UTC), False),
        (datetime(2026, 4, 6, 8, tzinfo=UTC), False),
        (datetime(2026, 4, 7, 5, tzinfo=UTC), True),
        (datetime(2026, 4, 8, 8, tzinfo=UTC), False),
    ],
    ids=[
        "winter, too early",
        "winter, seven",
        "Monday evening",
        "Tuesday",
        "Easter Monday",
        "the Tuesday after Easter, summer time",
        "the Wednesday after Easter",
    ],
)
def test_a_week_starts_on_its_first_working_day(moment: datetime, expected: bool) -> None:
    assert starts_week(moment) is expected


def test_a_week_is_named_by_its_thursday() -> None:
    assert (week_of(date(2026, 1, 1)), week_of(date(2027, 1, 1))) == ("2026-W01", "2026-W53")
    assert week_end(date(2026, 3, 9)) == week_end(date(2026, 3, 15)) == date(2026, 3, 15)
