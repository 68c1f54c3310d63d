"""How many, for how long, and when people are reminded."""

from datetime import datetime, time, timedelta

from participation.foundation.clock import LOCAL

MOST_ROOM = 5000
# After it so long to thank and settle; then who came is nobody's business but theirs.
CONTACTS_KEPT_FOR = timedelta(days=60)
REMINDED_FROM = time(9, 0)
# What a subscribed calendar holds of the past.
FEED_REACHES_BACK = timedelta(days=180)
MOST_IN_FEED = 1000


def shows_contacts(ends_at: datetime, moment: datetime) -> bool:
    """Whether those who signed up are still shown to whoever runs it."""
    return moment < ends_at + CONTACTS_KEPT_FOR


def reminded_until(moment: datetime) -> datetime | None:
    """What begins before this is to be reminded of now: all of tomorrow, from nine; None before nine."""
    local = moment.astimezone(LOCAL)
    if local.time() < REMINDED_FROM:
        return None
    return datetime.combine(local.date() + timedelta(days=2), time.min, tzinfo=LOCAL)
