"""Days as seen from today."""

from datetime import date, timedelta

from participation.foundation.clock import today


def in_days(count: int) -> date:
    """The day that is so many days ahead."""
    return today() + timedelta(days=count)
