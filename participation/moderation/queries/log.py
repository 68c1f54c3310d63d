"""Reading the internal log, and proving its chain."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.listing import Filter, Listing, Sort
from participation.foundation.numbers import row_id
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.moderation.models import Deletion, LogEntry, LogHead
from participation.moderation.rules.chain import BEYOND, FIRST_HASH, Break, first_break, is_whole
from participation.municipalities.models import Reason
from participation.organisations.models import Organisation
from participation.projects.models import Project
from participation.strategies.models import Strategy

AT_ONCE = 1000
# What the filter by actor calls the operator's commands and what follows by itself.
SYSTEM = "system"
# What the page can name, in the order in which it does; everything else stays a number.
SUBJECTS: dict[str, type[Any]] = {
    "idea_id": Idea,
    "comment_id": Comment,
    "project_id": Project,
    "person_id": Person,
    "organisation_id": Organisation,
    "strategy_id": Strategy,
    "reason_id": Reason,
    "deletion_id": Deletion,
}


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


def _about_actor(value: str) -> ColumnElement[bool] | None:
    if value == SYSTEM:
        return LogEntry.actor_id.is_(None)
    number = row_id(value)
    return None if number is None else LogEntry.actor_id == number


def _about_kind(value: str) -> ColumnElement[bool]:
    return LogEntry.kind == value


LOG: Listing[LogEntry] = Listing(
    identity=LogEntry.number,
    filters={"kind": Filter(_about_kind), "actor": Filter(_about_actor)},
    sorts={"newest": Sort(N_("Newest"), LogEntry.number)},
)


def kinds() -> list[str]:
    """The kinds of act that the log holds."""
    return list(db.session.scalars(select(LogEntry.kind).distinct().order_by(LogEntry.kind)))


def actors() -> list[Person]:
    """Everybody who has acted in the municipality's name, by name."""
    acted = select(LogEntry.actor_id).distinct()
    return list(db.session.scalars(select(Person).where(Person.id.in_(acted)).order_by(Person.display_name)))


def titles_of(entries: Iterable[LogEntry]) -> dict[tuple[str, int], Any]:
    """What the entries are about, by the name and number of it; one statement for each sort of thing."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        for name, number in entry.subjects.items():
            if name in SUBJECTS:
                wanted[name].add(number)
    return {(name, row.id): row for name, ids in wanted.items() for row in _rows(SUBJECTS[name], ids)}


def _rows(kind: type[Any], ids: set[int]) -> Iterable[Any]:
    statement = select(kind).where(kind.id.in_(ids))
    return db.session.scalars(
        statement.options(joinedload(Comment.discussion)) if kind is Comment else statement
    )


def all_entries() -> Select[LogEntry]:
    """The whole log, for a listing."""
    return select(LogEntry)
