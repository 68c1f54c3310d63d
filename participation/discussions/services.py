"""Writing in a discussion: row and counter change together, and the counter equals what can be read."""

from sqlalchemy import update

from participation.cases import services as cases
from participation.cases.lifecycle import HeldState, HoldReason
from participation.discussions import queries
from participation.discussions.events import CommentAdded
from participation.discussions.models import Comment, Discussion
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.events import publish
from participation.foundation.personal import without_cpr


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
    if body == (comment.waiting_body or comment.body) and not comment.is_held:
        return
    reason = cases.reason_to_hold(author=comment.author, texts=[body])
    if comment.is_held:
        _mend(comment, body, reason)
    elif reason is not None:
        comment.waiting_body = body
        _hold(comment, reason)
    else:
        comment.body, comment.edited_at, comment.waiting_body = body, now(), None
        cases.let_go(thing=comment)
    db.session.flush()


def delete(*, actor: Actor, comment: Comment) -> None:
    """Take the own comment back: the row goes, or stays without words where others have replied."""
    require(actor, "discussions.delete", comment)
    _lock(comment.discussion)
    was_counted = not comment.is_held
    cases.let_go(thing=comment)
    if comment.is_kept or queries.has_replies(comment):
        comment.body, comment.waiting_body, comment.deleted_at = "", None, now()
    else:
        db.session.delete(comment)
    db.session.flush()
    if was_counted:
        _count(comment.discussion_id, -1)


def let_out(*, comment: Comment) -> None:
    """Staff have looked, or the author has mended it: what was held is there for everybody."""
    _lock(comment.discussion)
    was_held, was_new = comment.is_held, comment.held_at == comment.created_at
    if comment.waiting_body is not None:
        comment.body, comment.edited_at, comment.waiting_body = comment.waiting_body, now(), None
    cases.let_go(thing=comment)
    db.session.flush()
    if was_held:
        _appear(comment, is_new=was_new)


def hold_back(*, comment: Comment, reason: HoldReason) -> bool:
    """Take a comment that everybody could read out of sight until somebody has looked, without a case.

    Whether there was anything to hold.
    """
    _lock(comment.discussion)
    if comment.is_held or comment.deleted_at is not None:
        return False
    comment.held_at, comment.held_reason, comment.held_state = now(), reason, HeldState.WAITING
    db.session.flush()
    _count(comment.discussion_id, -1)
    return True


def _hold(comment: Comment, reason: HoldReason) -> None:
    cases.hold(thing=comment, reason=reason, title=without_cpr(comment.discussion.subject_title))


def _mend(comment: Comment, body: str, reason: HoldReason | None) -> None:
    """What was held for its words is there as soon as they are mended; anything else still waits."""
    was_for_words = comment.held_reason in (HoldReason.CPR, HoldReason.LINK)
    comment.body = body
    if reason is None and was_for_words:
        let_out(comment=comment)
    else:
        _hold(comment, reason or HoldReason(comment.held_reason or HoldReason.CPR))


def _appear(comment: Comment, *, is_new: bool = True) -> None:
    """Others can read it from now on: it counts, and whom it concerns hears of it, once."""
    _count(comment.discussion_id, 1)
    comment.author.first_post_at = comment.author.first_post_at or now()
    if is_new:
        publish(CommentAdded(comment=comment, parent=comment.parent))


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
    reason = cases.reason_to_hold(author=added.author, texts=[body])
    if reason is None:
        _appear(added)
        return added
    added.held_at = added.created_at
    _hold(added, reason)
    db.session.flush()
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
