"""What came of projects, whom to ask whether it helped, and what they say."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists, func, select, union
from sqlalchemy.orm import joinedload, lazyload, selectinload

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now, today
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.meetings.models import Meeting, SignUp
from participation.outcomes import rules
from participation.outcomes.lifecycle import Helped
from participation.outcomes.models import (
    HelpAnswer,
    HelpQuestion,
    Outcome,
    OutcomePicture,
    OutcomeVersion,
)
from participation.places.models import Place
from participation.projects import queries as projects
from participation.projects.lifecycle import PROJECTS, ProjectStatus
from participation.projects.models import Project, ProjectIdea
from participation.projects.rules import status_of_idea
from participation.strategies.queries import indicators
from participation.strategies.queries.indicators import Reading
from participation.volunteering.models import Need, Volunteer
from participation.votes.models import Vote

COMPLETED = PROJECTS.statuses_where("is_completed")


@dataclass(frozen=True)
class Totals:
    """How many gave each answer; there are none to be had of few."""

    counts: dict[Helped, int]

    @property
    def all(self) -> int:
        return sum(self.counts.values())


def outcome_of(project: Project) -> Outcome | None:
    """What came of it, with its pictures."""
    return outcomes_of([project.id]).get(project.id)


def outcomes_of(project_ids: Iterable[int]) -> dict[int, Outcome]:
    """The same for several projects, by the project's number."""
    statement = select(Outcome).where(Outcome.project_id.in_(list(project_ids)))
    pictures = selectinload(Outcome.pictures).joinedload(OutcomePicture.file)
    return {each.project_id: each for each in db.session.scalars(statement.options(pictures))}


def sums_of(project_ids: Iterable[int]) -> dict[int, tuple[Outcome | None, Totals | None]]:
    """For a line about each of several projects: the outcome without its pictures, and who says it helped."""
    given = [
        select(func.count())
        .where(HelpAnswer.project_id == Project.id, HelpAnswer.answer == answer)
        .correlate(Project)
        .scalar_subquery()
        for answer in Helped
    ]
    statement = (
        select(Project.id, Outcome, *given)
        .outerjoin(Outcome, Outcome.project_id == Project.id)
        .where(Project.id.in_(list(project_ids)))
        .options(lazyload(Outcome.pictures))
    )
    rows: list[Any] = list(db.session.execute(statement))
    return {row[0]: (row[1], _shown(Counter(dict(zip(Helped, row[2:], strict=True))))) for row in rows}


def _shown(counts: Counter[Helped]) -> Totals | None:
    """Nothing where few have answered: one could guess who said what."""
    return Totals(dict(counts)) if counts.total() >= rules.FEWEST_SHOWN else None


def versions_of(outcome: Outcome) -> list[OutcomeVersion]:
    """What was told from the first on."""
    statement = select(OutcomeVersion).where(OutcomeVersion.outcome_id == outcome.id)
    return list(db.session.scalars(statement.order_by(OutcomeVersion.number)))


def readings_for(project: Project) -> list[Reading]:
    """What is measured under the goals that the project serves: the figures that can show what it did."""
    goals = projects.goals_of_project(project)
    found = indicators.readings([goal.id for goal in goals])
    return [reading for goal in goals for reading in found.get(goal.id, [])]


def shows_picture(file_id: int) -> bool:
    """Whether an outcome has this picture: then everybody may see it."""
    return bool(db.session.scalar(select(exists().where(OutcomePicture.file_id == file_id))))


def to_ask_about() -> list[Project]:
    """Projects completed four weeks ago about which nobody has been asked yet."""
    moment = now()
    wanted = (
        Project.status.in_(sorted(COMPLETED)),
        Project.completed_at <= moment - rules.ASKED_AFTER,
        Project.completed_at > moment - rules.ASKED_UNTIL,
        ~exists().where(HelpQuestion.project_id == Project.id),
    )
    return list(db.session.scalars(select(Project).where(*wanted).order_by(Project.id)))


def people_asked(project_id: int) -> Select[int]:
    """Who supported one of its ideas, or had a place in it or at one of its arrangements; never for showing.

    Each is asked once. Who came to an arrangement is forgotten after a while, and so not asked any more.
    """
    supporters = (
        select(Vote.person_id)
        .join(ProjectIdea, ProjectIdea.idea_id == Vote.idea_id)
        .where(ProjectIdea.project_id == project_id, Vote.invalidated_at.is_(None))
    )
    volunteers = (
        select(Volunteer.person_id)
        .join(Need, Need.id == Volunteer.need_id)
        .where(Need.project_id == project_id, Volunteer.place == Place.TAKEN)
    )
    guests = (
        select(SignUp.person_id)
        .join(Meeting, Meeting.id == SignUp.meeting_id)
        .where(Meeting.project_id == project_id, Meeting.cancelled_at.is_(None), SignUp.place == Place.TAKEN)
    )
    everybody = union(supporters, volunteers, guests).subquery()
    return select(everybody.c[0])


def is_asked(project_id: int, person_id: int | None) -> bool:
    """Whether the question is the person's to answer."""
    asked = select(Person.id).where(Person.id == person_id, Person.id.in_(people_asked(project_id)))
    return db.session.scalar(asked) is not None


def open_question(project: Project) -> HelpQuestion | None:
    """The question while it takes answers."""
    is_open = (HelpQuestion.project_id == project.id, HelpQuestion.closes_on >= today())
    return db.session.scalar(select(HelpQuestion).where(*is_open)) if project.meaning.is_completed else None


def question_of(project_id: int) -> HelpQuestion | None:
    """The question about a project, once it has been put."""
    return db.session.scalar(select(HelpQuestion).where(HelpQuestion.project_id == project_id))


def idea_that_was_wanted(project_id: int, person_id: int) -> Idea | None:
    """The oldest of the project's ideas that the person supports; None when everybody cannot read it."""
    wanted = (
        ProjectIdea.project_id == project_id,
        Vote.person_id == person_id,
        Vote.invalidated_at.is_(None),
    )
    statement = (
        select(Idea)
        .join(ProjectIdea, ProjectIdea.idea_id == Idea.id)
        .join(Vote, Vote.idea_id == Idea.id)
        .where(*wanted, ideas.is_public())
    )
    return db.session.scalar(statement.order_by(Idea.id).limit(1))


def answer_of(project_id: int, person_id: int) -> HelpAnswer | None:
    """What the person has answered."""
    wanted = (HelpAnswer.project_id == project_id, HelpAnswer.person_id == person_id)
    return db.session.scalar(select(HelpAnswer).where(*wanted))


def feedback(answer_id: int) -> HelpAnswer | None:
    """The answer of that number, with its case and project."""
    whole = (joinedload(HelpAnswer.case), joinedload(HelpAnswer.project))
    wanted = (HelpAnswer.id == answer_id, HelpAnswer.case_id.is_not(None))
    return db.session.scalar(select(HelpAnswer).where(*wanted).options(*whole))


def answers_by(person_id: int) -> list[HelpAnswer]:
    """All that a person has answered."""
    statement = select(HelpAnswer).where(HelpAnswer.person_id == person_id)
    return list(db.session.scalars(statement.options(joinedload(HelpAnswer.case))))


def totals_of(project_ids: Iterable[int]) -> dict[int, Totals]:
    """What was answered about each project; nothing where few have."""
    wanted = HelpAnswer.project_id.in_(list(project_ids))
    rows = db.session.execute(
        select(HelpAnswer.project_id, HelpAnswer.answer, func.count())
        .where(wanted)
        .group_by(HelpAnswer.project_id, HelpAnswer.answer)
    )
    counts: dict[int, Counter[Helped]] = {}
    for project_id, answer, number in rows:
        counts.setdefault(project_id, Counter())[answer] = number
    shown = {
        key: _shown(Counter({answer: each[answer] for answer in Helped})) for key, each in counts.items()
    }
    return {key: totals for key, totals in shown.items() if totals is not None}


def strayed() -> list[int]:
    """Ideas that stand elsewhere than their projects say, by number; empty when all is well.

    What an effort carries out, and what has been taken up again, no project moves.
    """
    rows = db.session.execute(
        select(Idea.id, Idea.status, Project.status)
        .join(ProjectIdea, ProjectIdea.idea_id == Idea.id)
        .join(Project, Project.id == ProjectIdea.project_id)
        .where(Idea.effort_id.is_(None), Idea.status.in_(sorted(projects.TAKES_PROJECTS)))
        .order_by(Idea.id)
    )
    found: dict[tuple[int, IdeaStatus], list[ProjectStatus]] = defaultdict(list)
    for idea_id, stands, status in rows:
        found[idea_id, stands].append(status)
    return [idea_id for (idea_id, stands), each in found.items() if status_of_idea(each) is not stands]
