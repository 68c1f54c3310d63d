"""Who may hide what somebody wrote; for ideas it is `ideas.hide`."""

from participation.discussions.models import Comment
from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("moderation.hide_comment")
def may_hide_comment(actor: Actor, comment: Comment) -> bool:
    """What is held has not been shown yet: it is let out or not."""
    return actor.is_staff and comment.deleted_at is None and not comment.is_held
