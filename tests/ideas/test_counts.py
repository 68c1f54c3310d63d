"""The counters under goals equal the rows, whatever happens to the ideas."""

from random import Random
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas import queries
from participation.ideas.lifecycle import WITHHELD, IdeaStatus
from participation.ideas.models import GoalCount, Idea
from participation.municipalities.models import Municipality
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory

MOVABLE = [status for status in IdeaStatus if status not in WITHHELD | {IdeaStatus.MERGED}]


def counted() -> dict[int, dict[IdeaStatus, int]]:
    statement = select(Idea.goal_id, Idea.status, func.count()).where(
        queries.is_public(), Idea.goal_id.is_not(None)
    )
    found: dict[int, dict[IdeaStatus, int]] = {}
    for goal_id, status, number in db.session.execute(statement.group_by(Idea.goal_id, Idea.status)):
        found.setdefault(goal_id or 0, {})[status] = number
    return found


def change(random: Random, idea: Idea, goal_ids: list[int | None]) -> None:
    """Something that decides where the idea is counted, written at once or with the next change."""
    changes: list[tuple[str, Any]] = [
        ("status", random.choice(MOVABLE)),
        ("goal_id", random.choice(goal_ids)),
        ("hidden_at", random.choice([None, now()])),
    ]
    setattr(idea, *random.choice(changes))
    if random.random() < 0.5:
        db.session.flush()
        db.session.expire(idea) if random.random() < 0.5 else None


@pytest.mark.parametrize("seed", range(5))
def test_counters_equal_the_rows_after_any_changes(municipality: Municipality, seed: int) -> None:
    random = Random(seed)
    goal_ids = [GoalFactory().id, GoalFactory().id]
    ideas = [IdeaFactory(goal_id=random.choice(goal_ids)) for _ in range(6)]
    for _ in range(60):
        change(random, random.choice(ideas), [*goal_ids, None])
    db.session.flush()
    rows = counted()
    assert queries.counts_by_status(goal_ids) == rows
    assert queries.counts_by_goal() == {goal_id: sum(by.values()) for goal_id, by in rows.items()}


def test_an_idea_of_which_little_was_read_is_counted_right(municipality: Municipality) -> None:
    goal = GoalFactory()
    IdeaFactory(goal_id=goal.id)
    db.session.expunge_all()
    db.session.scalars(queries.public_ideas()).one().hidden_at = now()
    db.session.flush()
    assert queries.counts_by_status([goal.id]) == {}


def test_a_draft_that_is_deleted_was_never_counted(municipality: Municipality) -> None:
    goal = GoalFactory()
    IdeaFactory(goal_id=goal.id)
    draft = IdeaFactory(goal_id=goal.id, status=IdeaStatus.DRAFT, published_at=None)
    db.session.delete(draft)
    db.session.flush()
    assert queries.counts_by_status([goal.id]) == {goal.id: {IdeaStatus.PUBLISHED: 1}}


def test_recount_mends_wrong_counters(app: Flask, municipality: Municipality, session: Any) -> None:
    goal = GoalFactory()
    IdeaFactory(goal_id=goal.id)
    session.scalars(select(GoalCount)).one().number = 7
    session.flush()
    result = app.test_cli_runner().invoke(args=["ideas", "recount"])
    assert "vallensbaek: 2 counters were wrong" in result.output
    session.expire_all()
    assert queries.counts_by_status([goal.id]) == {goal.id: {IdeaStatus.PUBLISHED: 1}}
