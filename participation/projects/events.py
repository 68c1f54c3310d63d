"""What happens to projects."""

from dataclasses import dataclass

from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.projects.models import Project, ProjectMove, ProjectUpdate


@dataclass(frozen=True)
class ProjectCreated:
    """There is a new project; its ideas are linked after this."""

    project: Project
    actor: Actor


@dataclass(frozen=True)
class ProjectMoved:
    """A move was made."""

    project: Project
    move: ProjectMove
    actor: Actor


@dataclass(frozen=True)
class ProjectUpdated:
    """The project has told news."""

    project: Project
    update: ProjectUpdate
    actor: Actor


@dataclass(frozen=True)
class IdeaLinked:
    """A project comes from the idea."""

    project: Project
    idea: Idea
    actor: Actor


@dataclass(frozen=True)
class IdeaUnlinked:
    """A project does not come from the idea after all."""

    project: Project
    idea: Idea
    actor: Actor
