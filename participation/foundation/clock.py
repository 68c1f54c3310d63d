"""The time: stored in UTC, shown and reckoned in Danish local time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Copenhagen")

# Sorts after every promise, so that "no promise" needs no NULL in a sort column.
FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


_told: ContextVar[datetime | None] = ContextVar("told_time", default=None)


def now() -> datetime:
    """The present moment in UTC, or the one that `at` has told."""
    return _told.get() or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Act as if it were another moment, for the length of a `with` block in this thread alone.

    For telling what happened on other days, as the demonstration does; no request and no worker uses it.
    """
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)


def local_date(moment: datetime) -> date:
    """The Danish calendar day on which `moment` falls."""
    return moment.astimezone(LOCAL).date()


def today() -> date:
    """The Danish calendar day of today."""
    return local_date(now())


def end_of_day(day: date) -> datetime:
    """The last second of a Danish calendar day, in UTC: a promise "by 12 May" includes 12 May."""
    midnight = datetime.combine(day + timedelta(days=1), time.min, tzinfo=LOCAL)
    return midnight.astimezone(UTC) - timedelta(seconds=1)
