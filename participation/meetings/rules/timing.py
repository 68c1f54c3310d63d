"""From a day and two times of the clock to moments."""

from datetime import UTC, date, datetime, time, timedelta

from participation.foundation.clock import LOCAL

EARLY = time(6, 0)


def span(day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """When it begins and ends; what ends before six in the morning has lasted over midnight."""
    is_next_day = ends <= min(starts, EARLY)
    last = day + timedelta(days=is_next_day)
    return _moment(day, starts), _moment(last, ends)


def _moment(day: date, clock: time) -> datetime:
    """In UTC: two moments of one zone are compared by their clocks, which summer time turns back."""
    return datetime.combine(day, clock, tzinfo=LOCAL).astimezone(UTC)
