"""Vallensbæk's 32 goals and 500 ideas on their way to an invented strategy: each is carried or listed."""

import random
from typing import Any

from sqlalchemy import insert, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import now
from participation.foundation.text import slugify
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.strategies import queries as strategies
from participation.strategies import services as loading
from participation.strategies.models import Goal, Strategy
from participation.strategies.queries.successions import goals_in_order, unmapped_goals
from participation.strategies.rules.editing import joined, removed, split
from participation.strategies.services.editing import begin_next, edit
from participation.successions import queries
from participation.successions.services.carrying import carry_on
from participation.successions.services.mapping import Becomes, map_goal, take_suggestions
from tests.strategies.library import library
from tests.successions.test_carrying import carry_all

IDEAS = 500
STATUSES = (IdeaStatus.PUBLISHED, IdeaStatus.UNDER_REVIEW, IdeaStatus.ACCEPTED, IdeaStatus.DECLINED)


def vallensbaek() -> Strategy:
    strategy = loading.load(actor=SYSTEM, content=library("vallensbaek-2022")).strategy
    loading.publish(actor=SYSTEM, strategy=strategy, version=strategy.version)
    return strategy


def write_ideas(author: Person, goals: list[Goal]) -> None:
    chance = random.Random(4)
    rows = [
        {
            "title": f"Idé {number}",
            "status": chance.choice(STATUSES),
            "author_id": author.id,
            "goal_id": chance.choice(goals).id,
            "published_at": now(),
        }
        for number in range(IDEAS)
    ]
    db.session.execute(insert(Idea), rows)


def successor(administrator: Person) -> Strategy:
    """One goal split, two joined, two taken out."""
    strategy = begin_next(actor=administrator, title="Strategi 2026", first_year=2026, last_year=2029)
    keys = [goal.key for goal in goals_in_order(strategy)]
    part = {"title": "En halvdel", "text": "Den ene halvdel."}
    for change in (
        lambda old: split(old, keys[0], part, {**part, "title": "Den anden"}, set()),
        lambda old: joined(old, keys[2], keys[3]),
        lambda old: removed(old, keys[5]),
        lambda old: removed(old, keys[8]),
    ):
        seen = strategy.version
        edit(actor=administrator, strategy=strategy, version=seen, act="change", title="", change=change)
    return strategy


def map_the_rest(administrator: Person, old: Strategy, new: Strategy) -> None:
    """The joined one goes on where it was put; what was taken out is dropped."""
    take_suggestions(actor=administrator, strategy=new)
    first, *dropped = unmapped_goals(old, new)
    target = Becomes((goals_in_order(new)[0].id,))
    map_goal(actor=administrator, strategy=new, goal=first, becomes=target)
    for goal in dropped:
        gone = Becomes(is_dropped=True, reason="Nået.")
        map_goal(actor=administrator, strategy=new, goal=goal, becomes=gone)


def test_every_idea_finds_its_place_and_every_address_answers(client: Any, administrator: Person) -> None:
    old = vallensbaek()
    goals = goals_in_order(old)
    write_ideas(administrator, goals)
    new = successor(administrator)
    map_the_rest(administrator, old, new)
    moving, listed = queries.flows(old, new), len(queries.placements(old, new, is_stranded=True))
    loading.publish(actor=administrator, strategy=new, version=new.version)
    carry_all(size=90)
    carry_on()
    succession = queries.succession_from(old.id)
    assert succession is not None
    assert queries.carried_numbers(succession) == (sum(moving.values()), listed)
    assert len(goals) == 32 and listed == sum(
        number for (_, there), number in moving.items() if there is None
    )
    present = select(Goal.id).where(Goal.strategy_id == new.id)
    lost = select(Idea).where(Idea.status.in_(STATUSES[:2]), Idea.goal_id.not_in(present))
    assert db.session.scalars(lost).all() == []
    assert strategies.current_strategy() == new
    answers(client, old, goals)


def answers(client: Any, old: Strategy, goals: list[Goal]) -> None:
    """Each page of the old strategy."""
    paths = [f"maal/{goal.id}-{slugify(goal.title)}" for goal in goals]
    paths += [f"strategi/tema/{each.id}-{slugify(each.title)}" for each in strategies.themes_of(old)]
    paths += [f"strategi/{old.id}-{slugify(old.title)}", "strategi/", "maal/", ""]
    statuses = {path: client.get(f"/vallensbaek/{path}").status_code for path in paths}
    assert statuses == dict.fromkeys(paths, 200)
