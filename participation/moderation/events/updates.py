"""What moderation does with a project's news."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.moderation.models import ModerationEntry
from participation.projects.models import ProjectUpdate


class AboutUpdate:
    """What is said about a project's news is called like the project."""

    update: ProjectUpdate

    @property
    def subject_title(self) -> str:
        return self.update.project.title


@dataclass(frozen=True, kw_only=True)
class UpdateHidden(AboutUpdate, Act):
    """A project's news are hidden; `person_id` wrote them and is told by which rule."""

    update: ProjectUpdate
    entry: ModerationEntry
    person_id: int | None

    @property
    def subject_place(self) -> str:
        return f"beslutninger/{self.entry.id}"

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class UpdateShown(AboutUpdate, Act):
    """A project's news are shown again; who wrote them is told, if not by the answer to an appeal."""

    update: ProjectUpdate
    entry: ModerationEntry
    person_id: int | None
    is_appealed: bool = False

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.update.project_id}-{self.update.project.slug}"
