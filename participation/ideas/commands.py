"""`flask ideas index` and `recount`: what is derived from ideas, written anew after a bulk load."""

from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy import Select, delete, func, select

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import GoalCount, Idea
from participation.ideas.queries import is_public, searched_texts
from participation.municipalities.queries import all_municipalities
from participation.search import services as search

BATCH = 500
commands = AppGroup("ideas", help="Ideas: write anew what is derived from them.")


@commands.command("index")
def index() -> None:
    """Index every idea by its present text; safe at any time, municipality by municipality."""
    for municipality_id, slug in [(each.id, each.slug) for each in all_municipalities()]:
        with municipality_context(municipality_id):
            count = _index_all()
            db.session.commit()
        click.echo(f"{slug}: {count} ideas")


@commands.command("recount")
def recount() -> None:
    """Count the ideas under each goal anew, and say how many counters were wrong."""
    for municipality_id, slug in [(each.id, each.slug) for each in all_municipalities()]:
        with municipality_context(municipality_id):
            wrong = _recount()
            db.session.commit()
        click.echo(f"{slug}: {wrong} counters were wrong")


def _recount() -> int:
    """Forgotten first, which keeps others from changing a counter until the new ones are there."""
    kept = select(GoalCount.goal_id, GoalCount.status, GoalCount.number).where(GoalCount.number != 0)
    before = _numbers(kept)
    db.session.execute(delete(GoalCount))
    rows = (
        select(Idea.goal_id, Idea.status, func.count())
        .where(is_public(), Idea.goal_id.is_not(None))
        .group_by(Idea.goal_id, Idea.status)
    )
    found = _numbers(rows)
    db.session.add_all(GoalCount(goal_id=goal, status=status, number=n) for goal, status, n in found)
    return len(before ^ found)


def _numbers(statement: Select[Any, IdeaStatus, int]) -> set[tuple[int, IdeaStatus, int]]:
    return {(row[0], row[1], row[2]) for row in db.session.execute(statement)}


def _index_all() -> int:
    ids = list(db.session.scalars(select(Idea.id).order_by(Idea.id)))
    for start in range(0, len(ids), BATCH):
        for idea in db.session.scalars(select(Idea).where(Idea.id.in_(ids[start : start + BATCH]))):
            search.index(subject_id=idea.id, title=idea.title, texts=searched_texts(idea))
        db.session.expunge_all()
    return len(ids)
