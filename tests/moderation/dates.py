"""Days from today."""

from datetime import date, timedelta

from participation.foundation.clock import today


def in_days(count: int) -> date:
    return today() + timedelta(days=count)
