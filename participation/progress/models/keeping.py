"""Keeping what stood when: beside every write through the ORM, in its transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, event, insert, inspect, update

from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.flushing import kept_after_flush
from participation.ideas.lifecycle import PUBLIC
from participation.ideas.models import Answer, Idea
from participation.progress.models import (
    GoalStanding,
    IdeaStanding,
    ProjectStanding,
    PromiseEntry,
    ServiceStanding,
    Stretch,
)
from participation.projects.models import Project, ProjectGoal
from participation.strategies.models import Goal

Values = Mapping[str, Any]
OF_IDEAS = ("status", "goal_id", "answer_due_at", "hidden_at", "published_at")


@dataclass(frozen=True)
class Change:
    """From `moment` on the owner stands so, and no longer as before; `more` is None when nowhere at all."""

    kind: type[Stretch]
    owner: Values
    more: Values | None
    moment: datetime


def _write(connection: Connection, changes: list[Change]) -> None:
    """Close what stood, and begin what stands: two statements for each kind of object."""
    for kind in dict.fromkeys(change.kind for change in changes):
        # Of what is said twice of the same, the last holds.
        last = {tuple(each.owner.items()): each for each in changes if each.kind is kind}
        _close(connection, kind, list(last.values()))
        begun = [
            {**each.owner, **each.more, "since": each.moment, "until": FAR_FUTURE}
            for each in last.values()
            if each.more is not None
        ]
        if begun:
            connection.execute(insert(kind), begun)


def _close(connection: Connection, kind: type[Stretch], changes: list[Change]) -> None:
    rows: Any = kind
    same = [getattr(rows, name) == bindparam(f"its_{name}") for name in changes[0].owner]
    closing = update(rows.__table__).where(*same, rows.until == FAR_FUTURE).values(until=bindparam("moment"))
    values = [
        {"moment": each.moment, **{f"its_{name}": value for name, value in each.owner.items()}}
        for each in changes
    ]
    connection.execute(closing, values)


note = kept_after_flush(_write)


def stand(owned: Any, kind: type[Stretch], owner: Values, more: Values | None) -> None:
    """Note that the object stands so from now on; `more` is None when it stands nowhere."""
    note(owned, Change(kind, owner, more, now()))


def _is_changed(row: Any, *names: str) -> bool:
    return any(inspect(row).attrs[name].history.has_changes() for name in names)


def _keep_idea(idea: Idea) -> None:
    is_listed = idea.status in PUBLIC and idea.hidden_at is None and idea.published_at is not None
    place = {"status": idea.status, "goal_id": idea.goal_id, "answer_due_at": idea.answer_due_at}
    owner = {"municipality_id": idea.municipality_id, "idea_id": idea.id}
    stand(idea, IdeaStanding, owner, place if is_listed else None)


@event.listens_for(Idea, "after_insert")
def _idea_entered(_mapper: Any, _connection: Connection, idea: Idea) -> None:
    _keep_idea(idea)


@event.listens_for(Idea, "before_update")
def _idea_changed(_mapper: Any, _connection: Connection, idea: Idea) -> None:
    if _is_changed(idea, *OF_IDEAS):
        _keep_idea(idea)


def _keep_goal(goal: Goal) -> None:
    owner = {"municipality_id": goal.municipality_id, "goal_id": goal.id}
    stand(goal, GoalStanding, owner, {} if goal.removed_at is None else None)


@event.listens_for(Goal, "after_insert")
def _goal_entered(_mapper: Any, _connection: Connection, goal: Goal) -> None:
    _keep_goal(goal)


@event.listens_for(Goal, "before_update")
def _goal_changed(_mapper: Any, _connection: Connection, goal: Goal) -> None:
    if _is_changed(goal, "removed_at"):
        _keep_goal(goal)


def _keep_project(project: Project) -> None:
    owner = {"municipality_id": project.municipality_id, "project_id": project.id}
    stand(project, ProjectStanding, owner, {"status": project.status})


@event.listens_for(Project, "after_insert")
def _project_entered(_mapper: Any, _connection: Connection, project: Project) -> None:
    _keep_project(project)


@event.listens_for(Project, "before_update")
def _project_changed(_mapper: Any, _connection: Connection, project: Project) -> None:
    if _is_changed(project, "status"):
        _keep_project(project)


def service(link: ProjectGoal) -> Values:
    """Whose standing a link is."""
    return {
        "municipality_id": link.municipality_id,
        "project_id": link.project_id,
        "goal_id": link.goal_id,
    }


@event.listens_for(ProjectGoal, "after_insert")
def _served(_mapper: Any, _connection: Connection, link: ProjectGoal) -> None:
    stand(link, ServiceStanding, service(link), {})


@event.listens_for(ProjectGoal, "after_delete")
def _no_longer_served(_mapper: Any, _connection: Connection, link: ProjectGoal) -> None:
    stand(link, ServiceStanding, service(link), None)


@event.listens_for(Answer, "after_insert")
def _answered(_mapper: Any, connection: Connection, answer: Answer) -> None:
    if answer.is_kept is None:
        return
    entry = {"idea_id": answer.idea_id, "answer_number": answer.id, "is_kept": answer.is_kept}
    more = {"municipality_id": answer.municipality_id, "by": 1, "at": answer.created_at}
    connection.execute(insert(PromiseEntry).values(**entry, **more))
