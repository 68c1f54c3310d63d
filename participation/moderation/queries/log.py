"""Reading the internal log, and proving its chain."""

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select

from participation.extensions import db
from participation.moderation.models import LogEntry, LogHead
from participation.moderation.rules.chain import BEYOND, FIRST_HASH, Break, first_break, is_whole

AT_ONCE = 1000


def end_of_chain() -> tuple[int, str]:
    """The number and the hash of the present municipality's last entry, as its head says."""
    found = db.session.execute(select(LogHead.number, LogHead.hash)).one_or_none()
    return (found.number, found.hash) if found else (0, FIRST_HASH)


def broken_entry() -> Break | None:
    """The first entry of the present municipality's log that is wrong; None when the chain is whole.

    Acts may be added meanwhile: they are looked at next time.
    """
    end = end_of_chain()
    return first_break(_entries(until=end[0]), end=end) or _beyond()


def _entries(*, until: int) -> Iterator[LogEntry]:
    rows = select(LogEntry).where(LogEntry.number <= until).order_by(LogEntry.number).limit(AT_ONCE)
    number = 0
    while page := list(db.session.scalars(rows.where(LogEntry.number > number))):
        yield from page
        number = page[-1].number


def _beyond() -> Break | None:
    """An entry after the head; asked in one statement, for acts may be added at this very moment."""
    known = select(func.max(LogHead.number)).scalar_subquery()
    beyond = select(func.min(LogEntry.number)).where(LogEntry.number > func.coalesce(known, 0))
    number = db.session.scalar(beyond)
    return Break(number, BEYOND) if number else None


def is_sound(entries: Iterable[LogEntry]) -> bool:
    """Whether each entry says what it said, and follows the one with the number before it."""
    rows = list(entries)
    before = {entry.number - 1 for entry in rows if entry.number > 1}
    hashes = select(LogEntry.number, LogEntry.hash).where(LogEntry.number.in_(before))
    known = {0: FIRST_HASH, **{row.number: row.hash for row in db.session.execute(hashes)}}
    return all(is_whole(entry) and known.get(entry.number - 1) == entry.previous_hash for entry in rows)


def holds(line: str) -> bool:
    """Whether the log holds the entry that a line `slug number hash` names."""
    _, number, known = line.split()
    if number == "0":
        return known == FIRST_HASH
    return db.session.scalar(select(LogEntry.hash).where(LogEntry.number == int(number))) == known
