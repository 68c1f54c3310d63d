"""What moderation has done, for everybody: newest first, and counted by rule."""

from datetime import datetime

from sqlalchemy import Select, func, select

from participation.extensions import db
from participation.foundation.listing import Listing, Sort
from participation.foundation.text import N_
from participation.moderation.models import ModerationEntry
from participation.moderation.rules.public_log import RESTRICTIONS

PAGE = 50
PUBLIC_LOG: Listing[ModerationEntry] = Listing(
    identity=ModerationEntry.id, filters={}, sorts={"newest": Sort(N_("Newest"), ModerationEntry.at)}
)


def all_acts() -> Select[ModerationEntry]:
    """Every act of moderation."""
    return select(ModerationEntry)


def counts_by_rule(since: datetime) -> list[tuple[str, int]]:
    """How often each rule has taken something away since a moment, the most frequent first."""
    number = func.count(ModerationEntry.id)
    rows = (
        select(ModerationEntry.reason_code, number)
        .where(ModerationEntry.act.in_(RESTRICTIONS), ModerationEntry.at >= since)
        .group_by(ModerationEntry.reason_code)
        .order_by(number.desc(), ModerationEntry.reason_code)
    )
    return [(code, count) for code, count in db.session.execute(rows)]
