"""What the status of a strategy counts for a goal, and which words of a life-cycle count as what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from participation.ideas.lifecycle import IDEAS, IdeaMeaning, IdeaStatus
from participation.projects.lifecycle import PROJECTS, ProjectMeaning, ProjectStatus


@dataclass(frozen=True)
class Line:
    """What stood on a day: public ideas by what was decided, and projects that were begun or done."""

    proposed: int = 0
    yes: int = 0
    no: int = 0
    waiting: int = 0
    begun: int = 0
    done: int = 0

    def __add__(self, other: "Line") -> "Line":
        names = [field.name for field in fields(self)]
        return Line(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True)
class Promises:
    """Answers to promises until a day; `overdue` waited then, longer than was promised."""

    kept: int = 0
    broken: int = 0
    overdue: int = 0

    @property
    def promised(self) -> int:
        return self.kept + self.broken + self.overdue


def line_of(ideas: Mapping[IdeaStatus, int], projects: Mapping[ProjectStatus, int]) -> Line:
    """The figures of one goal from what stood under it."""
    return _sum([*_of_ideas(ideas), *_of_projects(projects)])


def _sum(lines: Iterable[Line]) -> Line:
    return sum(lines, Line())


def _of_ideas(counts: Mapping[IdeaStatus, int]) -> Iterable[Line]:
    for status, number in counts.items():
        meaning: IdeaMeaning = IDEAS.meanings[status]
        yield Line(
            proposed=number,
            yes=number * meaning.goes_forward,
            no=number * (meaning.is_decided and meaning.is_broken),
            waiting=number * meaning.awaits_answer,
        )


def _of_projects(counts: Mapping[ProjectStatus, int]) -> Iterable[Line]:
    for status, number in counts.items():
        meaning: ProjectMeaning = PROJECTS.meanings[status]
        yield Line(
            begun=number * (meaning.is_begun and not meaning.is_completed), done=number * meaning.is_completed
        )
