"""Finding ideas: what each reader may see, lists, and look-ups."""

from sqlalchemy import ColumnElement, Select, and_, or_, select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import DRAFTS, LEADING_ON, PUBLIC
from participation.ideas.models import Answer, Idea, IdeaMove


def is_public() -> ColumnElement[bool]:
    """The condition for everybody: published, not hidden; a withdrawn one only if it had been published."""
    return and_(Idea.status.in_(sorted(PUBLIC)), Idea.hidden_at.is_(None), Idea.published_at.is_not(None))


def visible_to(viewer: Actor) -> Select[Idea]:
    """The ideas that a reader may open; said once for lists and single pages.

    A merged idea is among them, for its address leads on. Another person's draft is nobody's.
    """
    conditions = [is_public(), Idea.status.in_(sorted(LEADING_ON))]
    if viewer.actor_id is not None:
        conditions.append(Idea.author_id == viewer.actor_id)
    if viewer.is_staff:
        conditions.append(Idea.status.not_in(sorted(DRAFTS)))
    return select(Idea).where(or_(*conditions))


def find(viewer: Actor, idea_id: int) -> Idea | None:
    """The idea of that id, when the reader may see it."""
    return db.session.scalar(visible_to(viewer).where(Idea.id == idea_id))


def answers_of(idea: Idea) -> list[Answer]:
    """The official answers, oldest first."""
    return list(db.session.scalars(select(Answer).where(Answer.idea_id == idea.id).order_by(Answer.id)))


def moves_of(idea: Idea, *, whole: bool) -> list[IdeaMove]:
    """The logged moves, oldest first; readers see those from publication on, author and staff the whole."""
    statement = select(IdeaMove).where(IdeaMove.idea_id == idea.id).order_by(IdeaMove.id)
    if not whole:
        statement = statement.where(IdeaMove.is_public)
    return list(db.session.scalars(statement))
