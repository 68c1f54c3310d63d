"""What moderation does."""

from dataclasses import dataclass

from participation.discussions.models import Comment
from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.moderation.models import ModerationEntry

Content = Idea | Comment


@dataclass(frozen=True)
class ContentHidden:
    """An idea or a comment is hidden; `person_id` wrote it and is told by which rule."""

    content: Content
    entry: ModerationEntry
    person_id: int
    actor: Actor


@dataclass(frozen=True)
class ContentShown:
    """An idea or a comment is shown again; `person_id` wrote it and is told."""

    content: Content
    entry: ModerationEntry
    person_id: int
    actor: Actor
