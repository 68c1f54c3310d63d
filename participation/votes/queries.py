"""What a person supports; nobody can list who supports an idea."""

from collections.abc import Iterable

from sqlalchemy import func, select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.votes.models import Vote


def is_supporting(actor: Actor, idea: Idea) -> bool:
    """Whether the actor supports the idea."""
    return bool(supported_among(actor, [idea.id]))


def supported_among(actor: Actor, idea_ids: Iterable[int]) -> set[int]:
    """Those of the ideas that the actor supports."""
    if actor.actor_id is None:
        return set()
    statement = select(Vote.idea_id).where(
        Vote.person_id == actor.actor_id, Vote.idea_id.in_(list(idea_ids)), Vote.invalidated_at.is_(None)
    )
    return set(db.session.scalars(statement))


def recounted() -> list[tuple[int, int, int]]:
    """Ideas whose counter differs from their rows: (idea id, counter, rows); empty when all is well."""
    rows = (
        select(Vote.idea_id, func.count().label("rows"))
        .where(Vote.invalidated_at.is_(None))
        .group_by(Vote.idea_id)
        .subquery()
    )
    counted = func.coalesce(rows.c.rows, 0)
    statement = (
        select(Idea.id, Idea.support_count, counted)
        .outerjoin(rows, rows.c.idea_id == Idea.id)
        .where(Idea.support_count != counted)
        .order_by(Idea.id)
    )
    return [(int(row[0]), int(row[1]), int(row[2])) for row in db.session.execute(statement)]
