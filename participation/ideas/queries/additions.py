"""What authors have added to their ideas."""

from sqlalchemy import select

from participation.extensions import db
from participation.ideas.models import Addition, Idea


def additions_of(idea: Idea, *, whole: bool = False) -> list[Addition]:
    """The author's dated additions, oldest first; the whole with what is held, for author and staff."""
    statement = select(Addition).where(Addition.idea_id == idea.id).order_by(Addition.id)
    if not whole:
        statement = statement.where(Addition.held_at.is_(None))
    return list(db.session.scalars(statement))


def addition(idea: Idea, addition_id: int) -> Addition | None:
    """One of the idea's additions, held or not."""
    found = select(Addition).where(Addition.idea_id == idea.id, Addition.id == addition_id)
    return db.session.scalar(found)
