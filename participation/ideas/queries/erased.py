"""Ideas that two people have deleted for good: nobody finds them, and their address says on what ground."""

from sqlalchemy import literal, or_, select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.models import Idea


def erased_ground(viewer: Actor, idea_id: int) -> str | None:
    """On what ground an idea was deleted, for those who could have read it before."""
    could_read = or_(
        Idea.published_at.is_not(None), Idea.author_id == viewer.actor_id, literal(viewer.is_staff)
    )
    erased = (Idea.id == idea_id, Idea.erased_at.is_not(None), could_read)
    return db.session.scalar(select(Idea.hidden_reason).where(*erased))
