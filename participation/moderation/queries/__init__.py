"""What was hidden: the acts on an idea or a comment, and comments as staff find them."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Idea
from participation.moderation.models import ModerationEntry


def find_comment(comment_id: int) -> Comment | None:
    """The comment of that id, hidden or not, with its discussion: for staff."""
    statement = select(Comment).options(joinedload(Comment.discussion), joinedload(Comment.author))
    return db.session.scalar(statement.where(Comment.id == comment_id))


def entries_of(idea: Idea) -> list[ModerationEntry]:
    """Each time the idea was hidden or shown, oldest first."""
    statement = select(ModerationEntry).where(ModerationEntry.idea_id == idea.id)
    return list(db.session.scalars(statement.order_by(ModerationEntry.id)))
