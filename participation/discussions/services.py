"""Writing in a discussion: row and counter change together, and the counter equals what can be read."""

from sqlalchemy import update

from participation.discussions import queries
from participation.discussions.events import CommentAdded
from participation.discussions.models import Comment, Discussion
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.events import publish


def comment(*, actor: Actor, discussion: Discussion, body: str) -> Comment:
    """Write a comment."""
    require(actor, "discussions.comment", discussion)
    return _add(actor, discussion, body, None)


def reply(*, actor: Actor, parent: Comment, body: str) -> Comment:
    """Write under somebody's comment."""
    require(actor, "discussions.reply", parent)
    return _add(actor, parent.discussion, body, parent)


def edit(*, actor: Actor, comment: Comment, body: str) -> None:
    """Change the own words; readers see that they were changed."""
    require(actor, "discussions.edit", comment)
    if body != comment.body:
        comment.body, comment.edited_at = body, now()
        db.session.flush()


def delete(*, actor: Actor, comment: Comment) -> None:
    """Take the own comment back: the row goes, or stays without words where others have replied."""
    require(actor, "discussions.delete", comment)
    _lock(comment.discussion)
    if comment.is_kept or queries.has_replies(comment):
        comment.body, comment.deleted_at = "", now()
    else:
        db.session.delete(comment)
    db.session.flush()
    _count(comment.discussion_id, -1)


def bury(*, comment: Comment) -> None:
    """Take a comment's words away for good; its place in the thread stays, and is not counted."""
    _lock(comment.discussion)
    if comment.deleted_at is None:
        comment.deleted_at = now()
        _count(comment.discussion_id, -1)
    comment.body = ""
    db.session.flush()


def _add(actor: Actor, discussion: Discussion, body: str, parent: Comment | None) -> Comment:
    """Under the discussion's lock: a double click is one comment, and no parent is deleted meanwhile."""
    assert actor.actor_id is not None
    _lock(discussion)
    require(actor, "discussions.comment", discussion)
    parent_id = parent.id if parent else None
    again = queries.just_written(discussion, parent_id=parent_id, author_id=actor.actor_id, body=body)
    if again is not None:
        return again
    added = Comment(
        discussion_id=discussion.id,
        parent_id=parent_id,
        author_id=actor.actor_id,
        body=body,
    )
    db.session.add(added)
    db.session.flush()
    _count(discussion.id, 1)
    publish(CommentAdded(comment=added, parent=parent))
    return added


def _lock(discussion: Discussion) -> None:
    lock(discussion)


def _count(discussion_id: int, change: int) -> None:
    statement = update(Discussion).where(Discussion.id == discussion_id)
    db.session.execute(
        statement.values(comment_count=Discussion.comment_count + change),
        execution_options={"synchronize_session": False},
    )
    db.session.expire(db.session.get(Discussion, discussion_id), ["comment_count"])
