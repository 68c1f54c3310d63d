"""What happens to projects."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.actors import Actor
from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.projects.models import Milestone, Project, ProjectMove, ProjectUpdate


@dataclass(frozen=True, kw_only=True)
class ProjectCreated(Act):
    """There is a new project; its ideas are linked after this."""

    project: Project


@dataclass(frozen=True, kw_only=True)
class ProjectMoved(Act):
    """A move was made."""

    project: Project
    move: ProjectMove

    @property
    def facts(self) -> dict[str, Any]:
        return {"move": self.move.name}


@dataclass(frozen=True, kw_only=True)
class ProjectUpdated(Act):
    """The project has told news."""

    project: Project
    update: ProjectUpdate


@dataclass(frozen=True, kw_only=True)
class IdeaLinked(Act):
    """A project comes from the idea."""

    project: Project
    idea: Idea


@dataclass(frozen=True, kw_only=True)
class IdeaUnlinked(Act):
    """A project does not come from the idea after all."""

    project: Project
    idea: Idea


@dataclass(frozen=True, kw_only=True)
class ProjectChanged(Act):
    """The project's own text, or the goals that it serves, are others now."""

    project: Project


@dataclass(frozen=True, kw_only=True)
class NewsShown:
    """Everybody can read a project's news for the first time: now, or when they were let out."""

    actor: Actor
    project: Project
    update: ProjectUpdate

    @property
    def subject_title(self) -> str:
        return self.project.title

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.project.id}-{self.project.slug}"


@dataclass(frozen=True, kw_only=True)
class UpdateChanged(Act):
    """News was mended, or its pictures were described."""

    project: Project
    update: ProjectUpdate


@dataclass(frozen=True, kw_only=True)
class UpdateTakenBack(Act):
    """News was taken back: its words and pictures are gone."""

    project: Project
    update: ProjectUpdate


@dataclass(frozen=True, kw_only=True)
class MilestoneChanged(Act):
    """A milestone was planned, changed, reached or taken away; `change` says which."""

    project: Project
    milestone: Milestone
    change: str

    @property
    def facts(self) -> dict[str, Any]:
        return {"change": self.change}


@dataclass(frozen=True, kw_only=True)
class DocumentsChanged(Act):
    """The project shows a document more, or one less."""

    project: Project


@dataclass(frozen=True, kw_only=True)
class StewardAsked(Act):
    """The system has asked a project's steward for news, for the `number`th time since the last."""

    project: Project
    number: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"number": self.number}
