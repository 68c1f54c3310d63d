"""Finding projects: the list, look-ups, and what each is linked to in both directions."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, select
from sqlalchemy.orm import joinedload, with_expression

from participation.extensions import db
from participation.foundation.listing import Filter, Listing, Sort
from participation.foundation.numbers import row_id
from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea
from participation.projects.lifecycle import PROJECTS, ProjectStatus
from participation.projects.models import Project, ProjectDocument, ProjectGoal, ProjectIdea, ProjectMove
from participation.projects.queries.parts import documents_of as documents_of
from participation.projects.queries.parts import find_document as find_document
from participation.projects.queries.parts import find_milestone as find_milestone
from participation.projects.queries.parts import find_update as find_update
from participation.projects.queries.parts import is_shown as is_shown
from participation.projects.queries.parts import just_told as just_told
from participation.projects.queries.parts import milestones_of as milestones_of
from participation.projects.queries.parts import updates_of as updates_of
from participation.projects.queries.parts import updates_to_run as updates_to_run
from participation.strategies.models import Goal

TAKES_PROJECTS = IDEAS.statuses_where("takes_projects")
BEGUN = PROJECTS.statuses_where("is_begun")
HAPPENING = BEGUN - PROJECTS.statuses_where("is_resting")
CHOICES = 200


def _has_status(value: str) -> ColumnElement[bool] | None:
    known = value in set(ProjectStatus)
    return Project.status == ProjectStatus(value) if known else None


def _serves(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    linked = select(ProjectGoal.project_id).join(Goal, Goal.id == ProjectGoal.goal_id).where(condition)
    return Project.id.in_(linked)


def _has_goal(value: str) -> ColumnElement[bool] | None:
    number = row_id(value)
    return None if number is None else _serves(Goal.id == number)


def _has_theme(value: str) -> ColumnElement[bool] | None:
    number = row_id(value)
    return None if number is None else _serves(Goal.theme_id == number)


PROJECTS_LIST: Listing[Project] = Listing(
    identity=Project.id,
    filters={"status": Filter(_has_status), "goal": Filter(_has_goal), "theme": Filter(_has_theme)},
    sorts={"changed": Sort(N_("Newest change first"), Project.changed_at)},
)


def everybodys() -> Select[Project]:
    """All projects: each of them is public; with the organisations that carry them out."""
    return select(Project).options(joinedload(Project.organisation))


# Made once: every page of an idea asks it.
_OF_IDEA = (
    everybodys()
    .where(Project.id.in_(select(ProjectIdea.project_id).where(ProjectIdea.idea_id == bindparam("idea_id"))))
    .order_by(Project.id)
)


def find(project_id: int) -> Project | None:
    """The project of that id."""
    documents = exists().where(ProjectDocument.project_id == Project.id)
    found = everybodys().options(with_expression(Project.has_documents, documents))
    return db.session.scalar(found.where(Project.id == project_id))


def comes_from(idea_id: Any) -> ColumnElement[bool]:
    """Whether a project comes from the idea, as a condition."""
    return exists().where(ProjectIdea.idea_id == idea_id)


def projects_of_idea(idea: Idea) -> list[Project]:
    """The projects that come from an idea, oldest first."""
    return list(db.session.scalars(_OF_IDEA, {"idea_id": idea.id}))


def projects_of_organisation(organisation_id: int) -> list[Project]:
    """What an organisation carries out or has carried out, newest change first."""
    return list(db.session.scalars(_newest(everybodys().where(Project.organisation_id == organisation_id))))


def statuses_of_idea(idea: Idea) -> list[ProjectStatus]:
    """The statuses of all projects that come from an idea, read anew."""
    linked = select(ProjectIdea.project_id).where(ProjectIdea.idea_id == idea.id)
    return list(db.session.scalars(select(Project.status).where(Project.id.in_(linked))))


def projects_of_goals(goal_ids: Iterable[int]) -> list[Project]:
    """The projects that serve any of the goals, newest change first."""
    linked = select(ProjectGoal.project_id).where(ProjectGoal.goal_id.in_(list(goal_ids)))
    return list(db.session.scalars(_newest(everybodys().where(Project.id.in_(linked)))))


def _newest(statement: Select[Project]) -> Select[Project]:
    return statement.order_by(Project.changed_at.desc(), Project.id.desc())


def linked_ideas(project: Project) -> list[Idea]:
    """All ideas that a project comes from, hidden ones too: for staff."""
    return list(db.session.scalars(_ideas_of(project)))


def ideas_of_project(project: Project) -> list[Idea]:
    """The ideas that a project comes from, as everybody may see them, each with its goal."""
    return list(
        db.session.scalars(_ideas_of(project).where(ideas.is_public()).options(joinedload(Idea.goal)))
    )


def ideas_to_choose(project: Project | None = None) -> list[Idea]:
    """What a project can come from: its ideas as they are, then the others, newest decision first."""
    linked = linked_ideas(project) if project else []
    others = and_(
        Idea.status.in_(sorted(TAKES_PROJECTS)),
        Idea.hidden_at.is_(None),
        Idea.id.not_in([idea.id for idea in linked]),
    )
    newest = (Idea.decided_at.desc(), Idea.id.desc())
    return linked + list(db.session.scalars(select(Idea).where(others).order_by(*newest).limit(CHOICES)))


def begun_projects() -> list[Project]:
    """The projects that are being or have been carried out, for “is already under way”."""
    return list(db.session.scalars(_newest(everybodys().where(Project.status.in_(sorted(BEGUN))))))


def latest_projects(limit: int) -> list[Project]:
    """The projects that are going on or done, newest change first; one that rests is not among them."""
    statement = everybodys().where(Project.status.in_(sorted(HAPPENING))).limit(limit)
    return list(db.session.scalars(_newest(statement)))


def _ideas_of(project: Project) -> Select[Idea]:
    linked = select(ProjectIdea.idea_id).where(ProjectIdea.project_id == project.id)
    return select(Idea).where(Idea.id.in_(linked)).order_by(Idea.id)


def goals_of_project(project: Project) -> list[Goal]:
    """The goals that a project serves, in the strategy's order."""
    return goals_of_projects([project.id])[project.id]


def goals_of_projects(project_ids: Iterable[int]) -> dict[int, list[Goal]]:
    """The goals of several projects in one statement; a project without goals has an empty list."""
    rows = db.session.execute(
        select(ProjectGoal.project_id, Goal)
        .join(Goal, Goal.id == ProjectGoal.goal_id)
        .where(ProjectGoal.project_id.in_(list(project_ids)))
        .order_by(Goal.number, Goal.id)
    )
    found: dict[int, list[Goal]] = defaultdict(list)
    for project_id, goal in rows:
        found[project_id].append(goal)
    return found


def counts_by_goal() -> dict[int, Counter[ProjectStatus]]:
    """How many projects of each status serve each goal, in one statement; `.total()` counts them all."""
    rows = db.session.execute(
        select(ProjectGoal.goal_id, Project.status, func.count())
        .join(Project, Project.id == ProjectGoal.project_id)
        .group_by(ProjectGoal.goal_id, Project.status)
    )
    found: dict[int, Counter[ProjectStatus]] = defaultdict(Counter)
    for goal_id, status, count in rows:
        found[goal_id][status] = count
    return found


def counts_by_status() -> dict[ProjectStatus, int]:
    """How many projects stand at each status."""
    statement = select(Project.status, func.count()).group_by(Project.status)
    return {row[0]: row[1] for row in db.session.execute(statement)}


def moves_of(project: Project) -> list[ProjectMove]:
    """The logged moves, oldest first."""
    statement = select(ProjectMove).where(ProjectMove.project_id == project.id)
    return list(db.session.scalars(statement.order_by(ProjectMove.id)))
