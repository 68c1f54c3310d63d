"""What moderation does."""

from dataclasses import dataclass
from typing import Any

from participation.discussions.models import Comment
from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.moderation.models import ModerationEntry

Content = Idea | Comment


@dataclass(frozen=True, kw_only=True)
class ContentHidden(Act):
    """An idea or a comment is hidden; `person_id` wrote it and is told by which rule."""

    content: Content
    entry: ModerationEntry
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"rule": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class ContentShown(Act):
    """An idea or a comment is shown again; `person_id` wrote it and is told."""

    content: Content
    entry: ModerationEntry
    person_id: int
