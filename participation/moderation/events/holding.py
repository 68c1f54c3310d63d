"""What is decided about texts that are held, one by one or as a wave."""

from dataclasses import dataclass
from typing import Any

from participation.discussions.models import Comment
from participation.foundation.actors import Actor
from participation.foundation.events import Act
from participation.ideas.models import Addition, Idea
from participation.moderation.models import ModerationEntry, Wave
from participation.projects.models import ProjectUpdate


@dataclass(frozen=True, kw_only=True)
class HeldDecided(Act):
    """Staff have looked at something held; `person_id`, who wrote it, is told, if not by an appeal's answer.

    An addition names its idea besides.
    """

    content: Comment | Addition | ProjectUpdate
    idea: Idea | None
    entry: ModerationEntry
    person_id: int
    is_appealed: bool = False

    @property
    def subject_title(self) -> str:
        return self.content.project.title if isinstance(self.content, ProjectUpdate) else ""

    @property
    def subject_place(self) -> str:
        is_news = isinstance(self.content, ProjectUpdate)
        return f"projekter/{self.content.project_id}/arbejde" if is_news else ""  # type: ignore[union-attr]

    @property
    def facts(self) -> dict[str, Any]:
        return {"decision": self.entry.act, "reason": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class PostHeld:
    """Something that others could read is held as part of a wave; `person_id` wrote it."""

    actor: Actor
    content: Idea | Comment
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PostShown:
    """Something that was held as part of a wave is there again; `person_id` wrote it."""

    actor: Actor
    content: Idea | Comment
    person_id: int


@dataclass(frozen=True, kw_only=True)
class WaveHeld(Act):
    """So many posts of a wave are held by one act."""

    wave: Wave
    posts: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"posts": self.posts}


@dataclass(frozen=True, kw_only=True)
class WaveReleased(Act):
    """So many posts that were held as a wave are there again."""

    wave: Wave
    posts: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"posts": self.posts}


@dataclass(frozen=True, kw_only=True)
class WaveSettled(Act):
    """A wave has been dealt with: so many posts are not shown by a rule, or it was none."""

    wave: Wave
    posts: int = 0

    @property
    def facts(self) -> dict[str, Any]:
        return {"posts": self.posts}


@dataclass(frozen=True, kw_only=True)
class HeldReleased(Act):
    """So many texts that the emergency brake had held are there for everybody."""

    texts: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"texts": self.texts}
