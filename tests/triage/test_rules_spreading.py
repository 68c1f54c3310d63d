"""Promises spread over working days."""

from collections import Counter
from datetime import date

from participation.foundation.calendar import is_working_day
from participation.triage.rules.spreading import Calendar, latest_start, least_rate, spread

MONDAY, LAST = date(2026, 11, 30), date(2027, 2, 26)


def weeks(days: list[date]) -> Counter[tuple[int, int]]:
    return Counter((day.isocalendar().year, day.isocalendar().week) for day in days)


def test_so_many_a_week_rising_on_working_days() -> None:
    days = spread(35, 10, Calendar(MONDAY, LAST))
    assert days is not None and len(days) == 35
    assert days == sorted(days)
    assert all(is_working_day(day) for day in days)
    assert max(weeks(days).values()) == 10


def test_a_week_with_holidays_has_room_for_fewer() -> None:
    christmas = spread(4, 10, Calendar(date(2026, 12, 21), date(2026, 12, 27)))
    assert spread(10, 10, Calendar(date(2026, 12, 21), date(2026, 12, 27))) is None
    assert christmas is not None and max(christmas) <= date(2026, 12, 23)


def test_closed_weeks_promise_nothing() -> None:
    days = spread(20, 10, Calendar(MONDAY, LAST, closed_weeks=(49, 50)))
    assert days is not None and min(days) >= date(2026, 12, 14)


def test_what_is_promised_already_takes_room() -> None:
    days = spread(10, 10, Calendar(MONDAY, LAST, taken={MONDAY: 8}))
    assert days is not None
    assert weeks(days)[2026, 49] == 2


def test_never_after_the_last_day() -> None:
    calendar = Calendar(MONDAY, date(2026, 12, 11))
    assert spread(21, 10, calendar) is None
    assert least_rate(21, calendar) == 11
    assert least_rate(10, Calendar(MONDAY, MONDAY.replace(day=29))) is None


def test_nobody_waits_longer_than_usual_where_there_is_time() -> None:
    calendar, usual = Calendar(MONDAY, LAST), date(2026, 12, 18)
    first = latest_start(15, 10, calendar, usual)
    days = spread(15, 10, Calendar(first, LAST))
    assert days is not None and max(days) <= usual
    assert latest_start(200, 10, calendar, usual) == MONDAY
