"""How often and how long a mail is tried, and what the outbox forgets."""

from datetime import datetime, timedelta

# A worker that dies with mails in its hands gives them back after this long.
LEASE = timedelta(minutes=5)
# So late in a lease no mail is begun: another worker may soon have it, and it would leave twice.
LATEST_START = timedelta(minutes=2)
# A code lives ten minutes and somebody waits for it: it goes before any queue of news.
HEAD_START = timedelta(days=1)
BATCH = 20
# A mail server may be down over a long weekend, and nothing is lost (RFC 5321, 4.5.4.1: four to five days).
MOST_TRIES = 32
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=6)
KEPT_FOR = timedelta(days=30)


def next_try(tries: int, moment: datetime) -> datetime | None:
    """When to try again after so many tries: 5 s, 10 s, 20 s … 6 hours; None to give up, after five days."""
    if tries >= MOST_TRIES:
        return None
    pause: timedelta = FIRST_PAUSE * 2 ** (tries - 1)
    return moment + min(pause, LONGEST_PAUSE)
