"""The status of a strategy on a day: every figure is computed from rows that say what stood when."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import contains_eager, load_only

from participation.extensions import db
from participation.foundation.clock import end_of_day
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.progress.models import (
    GoalStanding,
    IdeaStanding,
    ProjectStanding,
    PromiseEntry,
    ServiceStanding,
    Stretch,
)
from participation.progress.rules import Line, Promises, line_of
from participation.projects.lifecycle import ProjectStatus
from participation.strategies.lifecycle import STRATEGIES
from participation.strategies.models import Goal, Strategy, Theme
from participation.strategies.queries import indicators
from participation.strategies.queries.indicators import Reading

PUBLIC = STRATEGIES.statuses_where("is_public")
AWAITING_ANSWER = IDEAS.statuses_where("awaits_answer")
# So many of the ideas outside the strategy are named; the annex has two sheets.
MOST_NAMED = 8
IdeaCounts = Mapping[int | None, Mapping[IdeaStatus, int]]


@dataclass(frozen=True)
class Projects:
    """How many stood where: all, those under no goal, and those under goals of other strategies alone."""

    total: Mapping[ProjectStatus, int]
    outside: Mapping[ProjectStatus, int]
    elsewhere: Mapping[ProjectStatus, int]


@dataclass(frozen=True)
class GoalStatus:
    """A goal with its figures and its indicators, as they stood."""

    goal: Goal
    line: Line
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class StrategyStatus:
    """What stood on a day.

    `outside` are ideas and projects under no goal, `elsewhere` those under goals of an earlier strategy or
    taken out; in `total` a project that serves several goals counts once.
    """

    strategy: Strategy
    day: date
    goals: tuple[GoalStatus, ...]
    outside: Line
    elsewhere: Line
    total: Line
    promises: Promises

    @property
    def without_ideas(self) -> list[Goal]:
        return [each.goal for each in self.goals if not each.line.proposed]


def strategy_on(day: date) -> Strategy | None:
    """The strategy that applied; before the first was published here, that one."""
    rows = db.session.scalars(
        select(Strategy)
        .where(Strategy.status.in_(PUBLIC), Strategy.published_at.is_not(None))
        .order_by(Strategy.published_at, Strategy.id)
    ).all()
    applied = [row for row in rows if row.published_at and row.published_at <= end_of_day(day)]
    return applied[-1] if applied else next(iter(rows), None)


def status_on(strategy: Strategy, day: date) -> StrategyStatus:
    """What stood at the end of a Danish day; the same number of statements however many goals there are."""
    moment = end_of_day(day)
    goals = _goals(strategy, moment)
    ids = {goal.id for goal in goals}
    (proposed, overdue), projects = _ideas(moment), _projects(moment, ids)
    readings = indicators.readings(ids, moment, day)
    lines = {goal.id: line_of(proposed.get(goal.id, {}), projects.get(goal.id, {})) for goal in goals}
    once = _projects_once(moment, ids)
    outside = line_of(proposed.get(None, {}), once.outside)
    others = [counts for goal_id, counts in proposed.items() if goal_id is not None and goal_id not in ids]
    elsewhere = sum((line_of(counts, {}) for counts in others), line_of({}, once.elsewhere))
    return StrategyStatus(
        strategy=strategy,
        day=day,
        goals=tuple(GoalStatus(goal, lines[goal.id], tuple(readings[goal.id])) for goal in goals),
        outside=outside,
        elsewhere=elsewhere,
        total=_total(proposed, once.total),
        promises=_promises(moment, overdue),
    )


def _total(proposed: IdeaCounts, projects: Mapping[ProjectStatus, int]) -> Line:
    return sum((line_of(counts, {}) for counts in proposed.values()), line_of({}, projects))


def _stood(kind: type[Stretch], moment: datetime) -> ColumnElement[bool]:
    return and_(kind.since <= moment, kind.until > moment)


def _goals(strategy: Strategy, moment: datetime) -> list[Goal]:
    """Before its publication the strategy is shown with the goals that it was published with."""
    known = max(moment, strategy.published_at or moment)
    standing = select(GoalStanding.goal_id).where(_stood(GoalStanding, known))
    statement = (
        select(Goal)
        .outerjoin(Goal.theme)
        .options(load_only(Goal.title, Goal.theme_id, Goal.number), contains_eager(Goal.theme))
        .where(Goal.strategy_id == strategy.id, Goal.id.in_(standing))
        .order_by(Goal.theme_id.is_(None), Theme.number, Goal.number, Goal.id)
    )
    return list(db.session.scalars(statement))


def _ideas(moment: datetime) -> tuple[dict[int | None, dict[IdeaStatus, int]], int]:
    """How many stood where, and how many of them waited longer than was promised."""
    late = and_(IdeaStanding.status.in_(sorted(AWAITING_ANSWER)), IdeaStanding.answer_due_at < moment)
    rows = db.session.execute(
        select(IdeaStanding.goal_id, IdeaStanding.status, func.count(), func.count().filter(late))
        .where(_stood(IdeaStanding, moment))
        .group_by(IdeaStanding.goal_id, IdeaStanding.status)
    ).all()
    found: dict[int | None, dict[IdeaStatus, int]] = defaultdict(dict)
    for goal_id, status, number, _late in rows:
        found[goal_id][status] = number
    return found, sum(row[3] for row in rows)


def _serving(moment: datetime, goal_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    is_one = ServiceStanding.project_id == ProjectStanding.project_id
    is_ours = ServiceStanding.goal_id.in_(list(goal_ids))
    return is_one, is_ours, _stood(ServiceStanding, moment), _stood(ProjectStanding, moment)


def _projects(moment: datetime, goal_ids: Collection[int]) -> dict[int, dict[ProjectStatus, int]]:
    number = func.count(ProjectStanding.project_id.distinct())
    rows = db.session.execute(
        select(ServiceStanding.goal_id, ProjectStanding.status, number)
        .where(*_serving(moment, goal_ids))
        .group_by(ServiceStanding.goal_id, ProjectStanding.status)
    )
    found: dict[int, dict[ProjectStatus, int]] = defaultdict(dict)
    for goal_id, status, count in rows:
        found[goal_id][status] = count
    return found


def _projects_once(moment: datetime, goal_ids: Collection[int]) -> Projects:
    """Each project once: all there were, those that served any goal, those that served one of these."""
    is_ours = ServiceStanding.goal_id.in_(list(goal_ids))
    ours = case((is_ours, ServiceStanding.project_id))
    numbers = [
        func.count(column.distinct())
        for column in (ProjectStanding.project_id, ServiceStanding.project_id, ours)
    ]
    serves = and_(ServiceStanding.project_id == ProjectStanding.project_id, _stood(ServiceStanding, moment))
    statement = (
        select(ProjectStanding.status, *numbers)
        .outerjoin(ServiceStanding, serves)
        .where(_stood(ProjectStanding, moment))
        .group_by(ProjectStanding.status)
    )
    rows: list[Any] = list(db.session.execute(statement))
    return Projects(
        total={row[0]: row[1] for row in rows},
        outside={row[0]: row[1] - row[2] for row in rows},
        elsewhere={row[0]: row[2] - row[3] for row in rows},
    )


def ideas_outside(day: date) -> list[Idea]:
    """The latest ideas that stood outside the strategy on a day, and that everybody can read now."""
    stood = (_stood(IdeaStanding, end_of_day(day)), IdeaStanding.goal_id.is_(None))
    statement = (
        ideas.public_ideas()
        .join(IdeaStanding, IdeaStanding.idea_id == Idea.id)
        .where(*stood)
        .order_by(IdeaStanding.since.desc(), IdeaStanding.idea_id.desc())
    )
    return list(db.session.scalars(statement.limit(MOST_NAMED)))


def _promises(moment: datetime, overdue: int) -> Promises:
    entries = select(PromiseEntry.is_kept, func.sum(PromiseEntry.by)).where(PromiseEntry.at <= moment)
    counts = {row[0]: int(row[1]) for row in db.session.execute(entries.group_by(PromiseEntry.is_kept))}
    return Promises(kept=counts.get(True, 0), broken=counts.get(False, 0), overdue=overdue)
