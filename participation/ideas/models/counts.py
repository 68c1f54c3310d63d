"""How many ideas stand where under each goal: a counter beside what it counts, in the same transaction."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Insert, event, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.flushing import kept_after_flush
from participation.foundation.model import enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.lifecycle import PUBLIC, IdeaStatus

Place = tuple[int, IdeaStatus]
DECIDING = ("goal_id", "status", "hidden_at", "published_at")


class GoalCount(TenantScoped, Model):
    """The number of ideas of one status under a goal that everybody may see."""

    __tablename__ = "goal_counts"
    __table_args__ = (tenant_key("goal_id", "goals"),)

    goal_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    status: Mapped[IdeaStatus] = mapped_column(enum_type(IdeaStatus), primary_key=True)
    number: Mapped[int]


def keep_counts(model: type) -> None:
    """Count every idea that is written through the ORM, whichever service writes it.

    Only drafts are ever deleted, and they are counted nowhere.
    """
    event.listen(model, "after_insert", _entered)
    event.listen(model, "before_update", _changed)


def _entered(_mapper: Any, _connection: Connection, idea: Any) -> None:
    _count(idea, None, _place(idea, getattr))


def _changed(_mapper: Any, _connection: Connection, idea: Any) -> None:
    if any(inspect(idea).attrs[name].history.has_changes() for name in DECIDING):
        _count(idea, _place(idea, _before), _place(idea, getattr))


def _before(idea: Any, name: str) -> Any:
    history = inspect(idea).attrs[name].history
    if not history.has_changes():
        return getattr(idea, name)
    # What was None is not told as deleted; the columns keep an active history, so nothing else is missing.
    return history.deleted[0] if history.deleted else None


def _place(idea: Any, value: Callable[[Any, str], Any]) -> Place | None:
    """Where the idea is counted; nowhere unless it has a goal and everybody may see it."""
    goal_id, status, hidden_at, published_at = (value(idea, name) for name in DECIDING)
    is_listed = status in PUBLIC and hidden_at is None and published_at is not None
    return (goal_id, status) if is_listed and goal_id is not None else None


def _count(idea: Any, before: Place | None, after: Place | None) -> None:
    if before == after:
        return
    for place, by in ((before, -1), (after, 1)):
        if place is not None:
            _note(idea, (idea.municipality_id, place, by))


def _write(connection: Connection, changes: list[tuple[int, Place, int]]) -> None:
    sums: Counter[tuple[int, Place]] = Counter()
    for municipality_id, place, by in changes:
        sums[municipality_id, place] += by
    # In one order for everybody, so that two who change several counters never wait for each other.
    for (municipality_id, place), by in sorted(sums.items()):
        if by:
            connection.execute(_adding(connection.dialect.name, municipality_id, place, by))


_note = kept_after_flush(_write)


def _adding(dialect: str, municipality_id: int, place: Place, by: int) -> Insert:
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(GoalCount)
    row = {"municipality_id": municipality_id, "goal_id": place[0], "status": place[1], "number": by}
    more: Insert = insert.values(row).on_conflict_do_update(
        index_elements=["goal_id", "status"], set_={"number": GoalCount.number + by}
    )
    return more
