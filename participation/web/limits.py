"""Limits on tries, posts and mails, counted in a table that all processes share."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address, ip_network
from typing import Any

from flask import request
from sqlalchemy import delete, func
from sqlalchemy.dialects import postgresql, sqlite

from participation.extensions import db, own_transaction
from participation.foundation.clock import now
from participation.foundation.errors import TooMany
from participation.foundation.text import N_
from participation.web.models import LimitCount

MESSAGE = N_("That was many tries in a short time. Wait a little and try again.")


@dataclass(frozen=True)
class Limit:
    """At most `count` in each window of `per`."""

    name: str
    count: int
    per: timedelta


def spend(limit: Limit, subject: str) -> None:
    """Count one try, in a short transaction of its own, so that it survives a refusal.

    Raises TooMany, with the seconds until the window ends, when the limit is passed.
    """
    moment = now()
    seconds = int(limit.per.total_seconds())
    start = datetime.fromtimestamp(int(moment.timestamp()) // seconds * seconds, UTC)
    if _count(f"{limit.name}:{subject}"[:160], start) > limit.count:
        raise TooMany(MESSAGE, retry_after=int((start + limit.per - moment).total_seconds()) + 1)


def _count(key: str, start: datetime) -> int:
    statement = _counting(db.engine.dialect.name)
    with own_transaction() as session:
        return int(session.scalars(statement, {"key": key, "window_start": start, "count": 1}).one())


@cache
def _counting(dialect_name: str) -> Any:
    """Made once: it is asked at every post."""
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    statement = (
        dialect.insert(LimitCount)
        .on_conflict_do_update(index_elements=["key", "window_start"], set_={"count": LimitCount.count + 1})
        .returning(LimitCount.count)
    )
    # Nobody waits for the disk: a try that a crash forgets does no harm.
    careless = func.set_config("synchronous_commit", "off", True)
    return statement.returning(careless) if dialect is postgresql else statement


def address() -> str:
    """The visitor's network; forwarded headers count only behind configured proxies.

    Of IPv6 the first half: a household has all of the other, and could be a new visitor each time.
    """
    text = request.remote_addr or "unknown"
    try:
        number = ip_address(text)
    except ValueError:
        return text
    return text if number.version == 4 else str(ip_network((number, 64), strict=False))


def forget_old(*, older_than: timedelta = timedelta(days=2)) -> None:
    """Delete windows that can no longer matter."""
    db.session.execute(delete(LimitCount).where(LimitCount.window_start < now() - older_than))
