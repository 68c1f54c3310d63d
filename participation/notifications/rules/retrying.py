"""When news that could not be told are tried again."""

from datetime import datetime, timedelta

SHORTEST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


def next_try(noted_at: datetime, moment: datetime) -> datetime:
    """After as long as it has waited already: 1, 2, 4, 8 minutes … 6 hours.

    It is never given up: who mends the fault has nothing to send again.
    """
    return moment + min(max(moment - noted_at, SHORTEST_PAUSE), LONGEST_PAUSE)
