"""Who may write in a discussion, and change what they wrote."""

from participation.cases.lifecycle import HeldState
from participation.discussions.models import Comment, Discussion
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission


@permission("discussions.comment", writes=True)
def may_comment(actor: Actor, discussion: Discussion) -> bool:
    return actor.actor_id is not None and discussion.is_open and discussion.is_public


@permission("discussions.reply", writes=True)
def may_reply(actor: Actor, comment: Comment) -> bool:
    """Two levels: a reply is answered under the comment that it answers."""
    return (
        may_comment(actor, comment.discussion)
        and _stands(comment)
        and not comment.is_held
        and comment.parent_id is None
    )


@permission("discussions.edit", writes=True)
def may_edit(actor: Actor, comment: Comment) -> bool:
    """Also what is held, so that it can be mended; not what staff have refused."""
    is_refused = comment.held_state is HeldState.REFUSED and comment.is_held
    is_theirs = _is_author(actor, comment) and _still_speaks(actor, comment)
    return is_theirs and comment.discussion.is_open and _stands(comment) and not is_refused


@permission("discussions.delete")
def may_delete(actor: Actor, comment: Comment) -> bool:
    """Whoever wrote it may take it back, also when the discussion is closed."""
    return _is_author(actor, comment) and comment.deleted_at is None


def _is_author(actor: Actor, comment: Comment) -> bool:
    return actor.actor_id is not None and actor.actor_id == comment.author_id


def _still_speaks(actor: Actor, comment: Comment) -> bool:
    """What was written on behalf of an organisation is changed only by who acts for it today."""
    organisation = comment.organisation
    return organisation is None or can(actor, "organisations.act_for", organisation)


def _stands(comment: Comment) -> bool:
    return comment.deleted_at is None and comment.hidden_at is None
