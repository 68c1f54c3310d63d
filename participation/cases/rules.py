"""What is held before others can see it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from participation.accounts.models import Person
from participation.cases.lifecycle import HoldReason
from participation.foundation.personal import has_cpr, has_link
from participation.municipalities.rules import MunicipalitySettings

# Links are looked at until something of the account's has been public for so long.
NEW_FOR = timedelta(days=1)


def is_newcomer(author: Person, moment: datetime) -> bool:
    """Whether nothing that the person wrote has been public for long."""
    return author.first_post_at is None or moment - author.first_post_at < NEW_FOR


def hold_reason(
    *, author: Person, texts: Iterable[str], settings: MunicipalitySettings, moment: datetime
) -> HoldReason | None:
    """Why somebody has to look first; None when it can be shown at once. Staff answer for themselves."""
    if author.is_staff:
        return None
    words = list(texts)
    if any(map(has_cpr, words)):
        return HoldReason.CPR
    if settings.holds_everything:
        return HoldReason.EVERYTHING
    if author.posts_held_at is not None:
        return HoldReason.WAVE
    is_linking = is_newcomer(author, moment) and any(map(has_link, words))
    return HoldReason.LINK if is_linking else None
