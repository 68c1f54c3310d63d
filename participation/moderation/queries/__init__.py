"""Comments as staff find them."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participation.discussions.models import Comment
from participation.extensions import db


def find_comment(comment_id: int) -> Comment | None:
    """The comment of that id, hidden or not, with its discussion: for staff."""
    statement = select(Comment).options(joinedload(Comment.discussion), joinedload(Comment.author))
    return db.session.scalar(statement.where(Comment.id == comment_id))
