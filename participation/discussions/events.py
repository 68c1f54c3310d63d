"""What happens in discussions."""

from dataclasses import dataclass

from participation.discussions.models import Comment


@dataclass(frozen=True)
class CommentAdded:
    """Somebody has written; `parent` is the comment that was replied to."""

    comment: Comment
    parent: Comment | None
