"""Who may hide what somebody wrote (for ideas it is `ideas.hide`), and who may read the internal log."""

from participation.discussions.models import Comment
from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("moderation.hide_comment")
def may_hide_comment(actor: Actor, comment: Comment) -> bool:
    return actor.is_staff and comment.deleted_at is None


@permission("moderation.read_log")
def may_read_log(actor: Actor) -> bool:
    return actor.is_administrator
