"""What happens between a project and those who take part."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.projects.models import Project
from participation.volunteering.models import Need, Volunteer, VolunteerLetter


class _AboutProject:
    """What is told with the project's name, and leads to its page."""

    project: Project

    @property
    def subject_title(self) -> str:
        return self.project.title

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.project.id}-{self.project.slug}"


@dataclass(frozen=True, kw_only=True)
class NeedAdded(_AboutProject, Act):
    """The project asks for something."""

    project: Project
    need: Need


@dataclass(frozen=True, kw_only=True)
class NeedChanged(_AboutProject, Act):
    """What is asked for is another now, closed or open again."""

    project: Project
    need: Need


@dataclass(frozen=True, kw_only=True)
class VolunteerJoined(_AboutProject, Act):
    """Somebody takes part, or waits for a place."""

    project: Project
    need: Need
    volunteer: Volunteer
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"place": self.volunteer.place}


@dataclass(frozen=True, kw_only=True)
class VolunteerLeft(_AboutProject, Act):
    """Somebody takes part no more; `person_id` is who, which may be another than the actor."""

    project: Project
    need: Need
    person_id: int


@dataclass(frozen=True, kw_only=True)
class VolunteerMovedUp(_AboutProject, Act):
    """Who waited has a place."""

    project: Project
    need: Need
    person_id: int


@dataclass(frozen=True, kw_only=True)
class VolunteersWrittenTo(_AboutProject, Act):
    """The steward wrote to those who have joined."""

    project: Project
    letter: VolunteerLetter

    @property
    def facts(self) -> dict[str, Any]:
        return {"recipients": self.letter.recipients}
