"""The time: stored in UTC, shown and reckoned in Danish local time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Copenhagen")

# Sorts after every promise, so that "no promise" needs no NULL in a sort column.
FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


_stage: ContextVar[datetime | None] = ContextVar("stage_time", default=None)


def now() -> datetime:
    """The present moment in UTC; inside `at`, the moment that is acted."""
    return _stage.get() or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Act as if it were `moment`: for the demonstration's invented past, and for nothing else."""
    token = _stage.set(moment)
    try:
        yield
    finally:
        _stage.reset(token)


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
