"""Writing in a discussion: row and counter change together, and the counter equals what can be read."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, literal, null, select, update

from participation.cases import services as cases
from participation.cases.lifecycle import HeldState, HoldReason
from participation.discussions import queries
from participation.discussions.events import CommentAdded
from participation.discussions.models import Comment, Discussion
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import StaleVersion
from participation.foundation.events import publish
from participation.foundation.model import UtcDateTime
from participation.foundation.personal import without_cpr
from participation.foundation.text import N_
from participation.organisations.models import Organisation


@dataclass(frozen=True)
class _Words:
    """What is written, and on whose behalf."""

    body: str
    organisation: Organisation | None


MOVED = N_("The comment has just moved or been deleted. Open the page again.")


def comment(
    *, actor: Actor, discussion: Discussion, body: str, organisation: Organisation | None = None
) -> Comment:
    """Write a comment, for oneself or on behalf of an organisation."""
    require(actor, "discussions.comment", discussion)
    return _add(actor, discussion, _Words(body, organisation), None)


def reply(*, actor: Actor, parent: Comment, body: str, organisation: Organisation | None = None) -> Comment:
    """Write under somebody's comment."""
    require(actor, "discussions.reply", parent)
    return _add(actor, parent.discussion, _Words(body, organisation), parent)


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
    _require_here(comment)
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
    db.session.flush()


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


def bury(*, comments: Collection[Comment]) -> None:
    """Take comments' words away for good; their places in the threads stay, and are not counted."""
    discussions = queries.discussions_of(comments)
    for discussion in discussions:
        _lock(discussion)
    moment = func.coalesce(Comment.deleted_at, literal(now(), UtcDateTime()))
    buried = {"body": "", "deleted_at": moment, "version": Comment.version + 1}
    _move(update(Comment).where(Comment.id.in_([each.id for each in comments])).values(buried))
    _recount(*discussions)


def _add(actor: Actor, discussion: Discussion, words: _Words, parent: Comment | None) -> Comment:
    """Under the discussion's lock: a double click is one comment, and no parent is deleted meanwhile."""
    assert actor.actor_id is not None
    _lock(discussion)
    require(actor, "discussions.comment", discussion)
    if words.organisation is not None:
        require(actor, "organisations.act_for", words.organisation)
    parent_id = parent.id if parent else None
    if parent is not None:
        _require_here(parent)
    again = queries.just_written(discussion, parent_id=parent_id, author_id=actor.actor_id, body=words.body)
    if again is not None:
        return again
    added = Comment(
        discussion_id=discussion.id,
        parent_id=parent_id,
        home_id=parent.home_id if parent else None,
        author_id=actor.actor_id,
        organisation=words.organisation,
        body=words.body,
    )
    db.session.add(added)
    db.session.flush()
    _show_or_hold(added)
    return added


def _show_or_hold(added: Comment) -> None:
    reason = cases.reason_to_hold(author=added.author, texts=[added.body])
    if reason is None:
        _appear(added)
    else:
        added.held_at = added.created_at
        _hold(added, reason)


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
