"""When both sides are told that an agreement ends, and what a project says of the idea it comes from."""

from datetime import timedelta

WARNING = timedelta(days=30)
PLACE_LENGTH = 160
MOST_OPEN_OFFERS = 5


def description_of(*, body: str, how: str) -> str:
    """What the idea wants, and how those who carry it out mean to do it."""
    return "\n\n".join(part.strip() for part in (body, how) if part.strip())
