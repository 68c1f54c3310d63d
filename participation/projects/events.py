"""What happens to projects."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.projects.models import Project, ProjectMove, ProjectUpdate


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
