"""What happens to outcomes, and to the question whether it helped.

That somebody answered is no act: whoever did it in the municipality's service is nobody's business either.
"""

from dataclasses import dataclass

from participation.foundation.events import Act
from participation.outcomes.models import HelpAnswer, Outcome
from participation.projects.models import Project


class _AboutProject:
    """What is told with the project's name, and leads to what came of it."""

    project: Project

    @property
    def subject_title(self) -> str:
        return self.project.title

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.project.id}-{self.project.slug}#resultat"


@dataclass(frozen=True, kw_only=True)
class OutcomeWritten(Act):
    """What came of a project is told, or told otherwise."""

    project: Project
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class OutcomeTakenBack(Act):
    """What was told of the outcome is gone, its versions and pictures too."""

    project: Project


@dataclass(frozen=True, kw_only=True)
class HelpAsked(_AboutProject, Act):
    """Everybody who supported one of its ideas or took part is asked whether it helped."""

    project: Project

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.project.id}/hjalp-det"


@dataclass(frozen=True, kw_only=True)
class HelpReplied(Act):
    """Staff have answered somebody for whom it did not help; the log does not say whom."""

    project: Project
    help_answer: HelpAnswer


@dataclass(frozen=True, kw_only=True)
class ReplyReceived(_AboutProject):
    """The same for the person who gets the answer."""

    project: Project
    help_answer: HelpAnswer
    person_id: int
