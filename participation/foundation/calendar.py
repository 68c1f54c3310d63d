"""Danish working days and calendar days that skip closed weeks.

Public holidays (helligdage) are the national church's and New Year's Day, as the library `holidays` has them.
Store bededag is none from 2024 on (lov nr. 214 of 6 March 2023); until 2023 it was.

Constitution Day, Christmas Eve and New Year's Eve are holidays by no law. Each municipality decides itself
when its town hall is closed; agreements give its staff these days off, so promises in working days skip them.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache

from holidays import HolidayBase, country_holidays

from participation.foundation.clock import LOCAL

MUNICIPAL_CLOSING_DAYS = ((6, 5), (12, 24), (12, 31))
# The hours, in Danish local time, between which staff are told of something.
MORNING, EVENING = 7, 18


@lru_cache(maxsize=1)
def _holidays() -> HolidayBase:
    return country_holidays("DK")


def is_working_day(day: date) -> bool:
    """Monday to Friday, no Danish public holiday, no day on which town halls are closed."""
    return day.weekday() < 5 and (day.month, day.day) not in MUNICIPAL_CLOSING_DAYS and day not in _holidays()


def add_working_days(start: date, count: int) -> date:
    """The day `count` working days after `start`, which itself does not count."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def add_days(start: date, count: int, *, closed_weeks: tuple[int, ...] = ()) -> date:
    """The day `count` calendar days after `start`; days in a closed ISO week do not count."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= day.isocalendar().week not in closed_weeks
    return day


def working_day_before(day: date) -> date:
    """The last working day before `day`."""
    before = day - timedelta(days=1)
    while not is_working_day(before):
        before -= timedelta(days=1)
    return before


def is_at_work(moment: datetime) -> bool:
    """Whether town halls are open, more or less: nobody is reminded at night or on a holiday."""
    local = moment.astimezone(LOCAL)
    return is_working_day(local.date()) and MORNING <= local.hour < EVENING


def starts_week(moment: datetime) -> bool:
    """Whether it is the morning, or later, of the week's first working day."""
    local = moment.astimezone(LOCAL)
    before = week_end(local.date()) - timedelta(days=7)
    return local.hour >= MORNING and local.date() == add_working_days(before, 1)


def week_of(day: date) -> str:
    """The ISO week, as `2026-W14`."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"


def week_end(day: date) -> date:
    """The Sunday of the day's week."""
    return day + timedelta(days=6 - day.weekday())
