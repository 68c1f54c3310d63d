"""What moderation does with a project's news."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.moderation.models import ModerationEntry
from participation.projects.models import ProjectUpdate


class AboutUpdate:
    """Where what is said about a project's news leads."""

    update: ProjectUpdate

    @property
    def subject_title(self) -> str:
        return self.update.project.title

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.update.project_id}-{self.update.project.slug}"


@dataclass(frozen=True, kw_only=True)
class UpdateHidden(AboutUpdate, Act):
    """A project's news are hidden; `person_id` wrote them and is told by which rule."""

    update: ProjectUpdate
    entry: ModerationEntry
    person_id: int | None

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class UpdateShown(AboutUpdate, Act):
    """A project's news are shown again."""

    update: ProjectUpdate
    entry: ModerationEntry
    person_id: int | None
