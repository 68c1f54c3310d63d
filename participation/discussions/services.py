"""Writing in a discussion: row and counter change together, and the counter equals what can be read."""

from typing import Any

from sqlalchemy import Select, case, func, null, select, update

from participation.discussions import queries
from participation.discussions.events import CommentAdded
from participation.discussions.models import Comment, Discussion
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_

MOVED = N_("The comment has just moved or been deleted. Open the page again.")


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
    _require_here(comment)
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
    if parent is not None:
        _require_here(parent)
    parent_id = parent.id if parent else None
    again = queries.just_written(discussion, parent_id=parent_id, author_id=actor.actor_id, body=body)
    if again is not None:
        return again
    added = Comment(
        discussion_id=discussion.id,
        parent_id=parent_id,
        home_id=parent.home_id if parent else None,
        author_id=actor.actor_id,
        body=body,
    )
    db.session.add(added)
    db.session.flush()
    _count(discussion.id, 1)
    publish(CommentAdded(comment=added, parent=parent))
    return added


def bring_together(*, source: Discussion, target: Discussion) -> None:
    """Let all comments of one discussion stand in another, each knowing where it was written."""
    _lock_both(source, target)
    moved = update(Comment).where(Comment.discussion_id == source.id)
    _move(moved.values(discussion_id=target.id, home_id=func.coalesce(Comment.home_id, source.id)))
    _recount(source, target)


def separate(*, source: Discussion, target: Discussion, homes: Select[Any]) -> None:
    """Give the source back what was written in one of the `homes`: its own and those that had come to it.

    A reply goes with what it replies to; what was written in the target since then stays there.
    """
    _lock_both(source, target)
    home = case((Comment.home_id == source.id, null()), else_=Comment.home_id)
    moved = update(Comment).where(Comment.discussion_id == target.id, Comment.home_id.in_(homes))
    _move(moved.values(discussion_id=source.id, home_id=home))
    _recount(source, target)


def _move(statement: Any) -> None:
    db.session.flush()
    db.session.execute(statement, execution_options={"synchronize_session": False})
    for comment in [each for each in db.session if isinstance(each, Comment)]:
        db.session.expire(comment)


def _recount(*discussions: Discussion) -> None:
    both = update(Discussion).where(Discussion.id.in_([each.id for each in discussions]))
    counted = both.values(comment_count=queries.readable_count())
    db.session.execute(counted, execution_options={"synchronize_session": False})
    for discussion in discussions:
        db.session.expire(discussion, ["comment_count"])


def _lock_both(source: Discussion, target: Discussion) -> None:
    """The lower number first, so that two that cross each other never wait for each other."""
    for discussion in sorted((source, target), key=lambda each: each.id):
        _lock(discussion)


def _require_here(comment: Comment) -> None:
    """Ask under the lock whether the comment stands where it was found, or has just moved or gone."""
    place = db.session.scalar(select(Comment.discussion_id).where(Comment.id == comment.id))
    if place != comment.discussion_id:
        raise StaleVersion(MOVED)


def _lock(discussion: Discussion) -> None:
    lock(discussion)


def _count(discussion_id: int, change: int) -> None:
    statement = update(Discussion).where(Discussion.id == discussion_id)
    db.session.execute(
        statement.values(comment_count=Discussion.comment_count + change),
        execution_options={"synchronize_session": False},
    )
    db.session.expire(db.session.get(Discussion, discussion_id), ["comment_count"])
