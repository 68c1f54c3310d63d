"""Promises of many ideas spread over working days, so that they can be kept: pure functions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from participation.foundation.calendar import is_working_day

WEEK = timedelta(days=7)
# So many answers a week a small municipality can write.
RATE = 10
HIGHEST_RATE = 500
WORKING_DAYS = 5


@dataclass(frozen=True)
class Calendar:
    """The days on which answers can be promised, from `first` to `last`.

    `taken` says how many are promised for a day already; in closed ISO weeks nothing is promised.
    """

    first: date
    last: date
    taken: Mapping[date, int] = field(default_factory=dict)
    closed_weeks: tuple[int, ...] = ()

    def weeks(self) -> Iterator[list[date]]:
        """The working days, week by week."""
        days = (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))
        for (_, week), members in groupby(days, key=lambda day: day.isocalendar()[:2]):
            working = [day for day in members if is_working_day(day)]
            if working and week not in self.closed_weeks:
                yield working


def spread(count: int, rate: int, calendar: Calendar) -> list[date] | None:
    """A rising day for each of so many promises, at most `rate` in a full week; None when they do not fit."""
    days: list[date] = []
    for week in calendar.weeks():
        room = _room(week, rate, calendar.taken)
        days += [week[place * len(week) // room] for place in range(room)][: count - len(days)]
        if len(days) == count:
            return days
    return None if count else days


def _room(week: list[date], rate: int, taken: Mapping[date, int]) -> int:
    """How many more are promised in a week; a week with holidays has room for fewer."""
    room = -(-rate * len(week) // WORKING_DAYS)
    return max(0, room - sum(taken.get(day, 0) for day in week))


def least_rate(count: int, calendar: Calendar) -> int | None:
    """The lowest weekly rate at which so many fit; None when even the highest is too low."""
    rates = range(1, HIGHEST_RATE + 1)
    return next((rate for rate in rates if spread(count, rate, calendar) is not None), None)


def latest_start(count: int, rate: int, calendar: Calendar, ordinary: date) -> date:
    """The first day when none need fall after the ordinary one; the earliest when some must."""
    start = ordinary
    while start > calendar.first:
        until = Calendar(start, ordinary, calendar.taken, calendar.closed_weeks)
        if spread(count, rate, until) is not None:
            return start
        start -= WEEK
    return calendar.first
