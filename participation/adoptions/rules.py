"""When both sides are told that an agreement ends, and what a project says of the idea it comes from."""

from datetime import timedelta

from participation.foundation.text import quoted

WARNING = timedelta(days=30)
PLACE_LENGTH = 160
MOST_OPEN_OFFERS = 5


def description_of(*, body: str, how: str) -> str:
    """How those who carry it out mean to do it, and beneath it the idea in its author's words."""
    return f"{how.strip()}\n\n{quoted(body)}" if body.strip() else how.strip()
