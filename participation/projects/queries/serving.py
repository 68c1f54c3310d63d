"""The projects of one goal: how many stand where, and the latest of each."""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from participation.extensions import db
from participation.projects.lifecycle import PROJECTS, ProjectStatus
from participation.projects.models import Project, ProjectGoal

SHOWN = 12


@dataclass(frozen=True)
class Serving:
    """`latest` are at most SHOWN of each status, newest change first; `counts` count them all."""

    counts: Counter[ProjectStatus] = field(default_factory=Counter)
    latest: list[Project] = field(default_factory=list)

    @property
    def completed(self) -> list[Project]:
        return [project for project in self.latest if project.meaning.is_completed]

    @property
    def open(self) -> list[Project]:
        return [project for project in self.latest if project.meaning.is_open]

    def number(self, flag: str) -> int:
        """How many have a status of which the life-cycle says so."""
        return sum(self.counts[status] for status in PROJECTS.statuses_where(flag))


def serving(goal_id: int) -> Serving:
    """What serves a goal; one statement, and as many rows however many projects there are."""
    newest = (Project.changed_at.desc(), Project.id.desc())
    ranked = (
        select(
            ProjectGoal.project_id,
            func.row_number().over(partition_by=Project.status, order_by=newest).label("place"),
            func.count().over(partition_by=Project.status).label("number"),
        )
        .join(Project, Project.id == ProjectGoal.project_id)
        .where(ProjectGoal.goal_id == goal_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Project, ranked.c.number)
        .join(ranked, ranked.c.project_id == Project.id)
        .where(ranked.c.place <= SHOWN)
        .options(joinedload(Project.organisation))
        .order_by(*newest)
    ).all()
    return Serving(Counter({row[0].status: row[1] for row in rows}), [row[0] for row in rows])
