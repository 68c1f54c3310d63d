"""Loading a file twice changes nothing; a newer text waits; goals keep their row."""

from typing import Any

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.foundation.events import HANDLERS, subscribe
from participation.municipalities.models import Municipality
from participation.strategies import queries, services
from participation.strategies.events import StrategyPublished
from participation.strategies.lifecycle import StrategyStatus
from participation.strategies.models import Challenge, Effort, Goal, Strategy, Theme
from tests.factories.strategies import continue_goals
from tests.strategies.library import library

SMALL = """
schema_version: 1
municipality: "0187"
key: small
language: da
title: En lille strategi
source: {title: Kilden, url: "https://example.org/"}
themes:
  - key: green
    number: 1
    title: Grøn by
    goals:
      - {key: trees, number: 1, title: Træer, text: Vi vil have flere træer.}
      - {key: bees, number: 2, title: Bier, text: Vi vil have flere bier.}
    efforts:
      - {key: planting, number: 1, title: Plantning, text: Vi planter.}
"""
CHANGED = SMALL.replace("flere træer", "mange flere træer").replace("key: bees", "key: birds")


def load(content: str) -> services.Loaded:
    return services.load(actor=SYSTEM, content=content)


def published(content: str = SMALL) -> Strategy:
    strategy = load(content).strategy
    services.publish(actor=SYSTEM, strategy=strategy, version=strategy.version)
    return strategy


def goals() -> dict[str, Goal]:
    return {goal.key: goal for goal in db.session.scalars(select(Goal))}


def test_load_of_the_real_strategy_makes_every_row_unpublished(municipality: Municipality) -> None:
    loaded = load(library("vallensbaek-2022"))

    counts = [db.session.scalar(select(func.count()).select_from(kind)) for kind in (Theme, Goal, Effort)]
    assert counts == [5, 32, 29]
    assert loaded.is_new
    assert queries.current_strategy() is None
    assert loaded.strategy.has_ended
    assert queries.document_of(loaded.strategy).title == loaded.strategy.title


def test_load_makes_challenges_and_goals_without_theme(municipality: Municipality) -> None:
    load(library("glostrup").replace('"0161"', '"0187"'))

    assert db.session.scalar(select(func.count()).select_from(Challenge)) == 8
    assert {goal.theme_id for goal in goals().values()} == {None}


@pytest.mark.parametrize("is_published", [True, False])
def test_load_twice_changes_nothing(municipality: Municipality, is_published: bool) -> None:
    strategy = published() if is_published else load(SMALL).strategy
    before = (strategy.version, strategy.loaded_at, goals())

    again = load(SMALL)

    assert (again.changes, again.is_new) == ([], False)
    assert (strategy.version, strategy.loaded_at, goals()) == before


def test_load_of_a_changed_draft_replaces_it_and_tells_the_difference(municipality: Municipality) -> None:
    trees = load(SMALL).strategy and goals()["trees"].id

    changes = load(CHANGED).changes

    assert [(change.kind, change.key, change.field) for change in changes] == [
        ("changed", "trees", "text"),
        ("added", "birds", ""),
        ("removed", "bees", ""),
    ]
    assert goals()["trees"].text == "Vi vil have mange flere træer."
    assert goals()["trees"].id == trees


def test_load_over_a_published_strategy_waits_for_publication(municipality: Municipality) -> None:
    strategy = published()
    before = {key: goal.id for key, goal in goals().items()}

    load(CHANGED)
    assert goals()["trees"].text == "Vi vil have flere træer."
    assert len(queries.changes_awaiting(strategy)) == 3
    assert load(CHANGED).changes == []

    services.publish(actor=SYSTEM, strategy=strategy, version=strategy.version)
    after = goals()
    assert after["trees"].text == "Vi vil have mange flere træer."
    assert {key: after[key].id for key in before} == before
    assert after["bees"].removed_at
    assert not after["birds"].removed_at
    assert not strategy.awaits_publication


def test_load_of_the_published_file_takes_the_waiting_one_away(municipality: Municipality) -> None:
    strategy = published()
    load(CHANGED)

    assert len(load(SMALL).changes) == 3
    assert not strategy.awaits_publication


def test_a_goal_that_comes_back_is_the_same_goal(municipality: Municipality) -> None:
    load(SMALL)
    bees = goals()["bees"].id
    load(CHANGED)
    load(SMALL)

    assert (goals()["bees"].id, goals()["bees"].removed_at) == (bees, None)
    assert goals()["birds"].removed_at


def test_a_goal_moves_to_another_theme_with_its_row(municipality: Municipality) -> None:
    load(SMALL)
    moved = (
        SMALL.replace("themes:", "themes:\n  - {key: first, number: 0, title: Først}")
        .replace("number: 0", "number: 1")
        .replace("key: green\n    number: 1", "key: blue\n    number: 2")
    )
    before = goals()["trees"].id

    load(moved)

    goal = goals()["trees"]
    assert (goal.id, db.session.get_one(Theme, goal.theme_id or 0).key) == (before, "blue")


def test_publish_tells_once_and_needs_something_new(municipality: Municipality) -> None:
    news: list[StrategyPublished] = []
    subscribe(StrategyPublished)(news.append)
    try:
        strategy = published()
        with pytest.raises(RuleViolation):
            services.publish(actor=SYSTEM, strategy=strategy, version=strategy.version)
    finally:
        HANDLERS[StrategyPublished].remove(news.append)

    assert [(each.strategy, each.is_first) for each in news] == [(strategy, True)]
    assert queries.current_strategy() is strategy


def test_publish_refuses_what_nobody_has_looked_at(municipality: Municipality) -> None:
    strategy = published()
    seen = strategy.version
    load(CHANGED)

    with pytest.raises(StaleVersion):
        services.publish(actor=SYSTEM, strategy=strategy, version=seen)
    with pytest.raises(StaleVersion):
        services.discard(actor=SYSTEM, strategy=strategy, version=seen)


def test_discard_forgets_the_newer_file(municipality: Municipality) -> None:
    strategy = published()
    load(CHANGED)

    services.discard(actor=SYSTEM, strategy=strategy, version=strategy.version)

    assert not strategy.awaits_publication
    assert queries.changes_awaiting(strategy) == []


def test_load_refuses_another_municipality_s_file(municipality: Municipality) -> None:
    with pytest.raises(RuleViolation):
        load(SMALL.replace("0187", "0161"))


@pytest.mark.parametrize("role", ["citizen", "moderator"])
def test_only_administrators_load_and_publish(role: str, request: Any, administrator: Person) -> None:
    strategy = services.load(actor=administrator, content=SMALL).strategy
    person = request.getfixturevalue(role)

    with pytest.raises(Forbidden):
        services.load(actor=person, content=SMALL)
    with pytest.raises(Forbidden):
        services.publish(actor=person, strategy=strategy, version=strategy.version)
    services.publish(actor=administrator, strategy=strategy, version=strategy.version)


def replaced(earlier: Strategy) -> Strategy:
    """The next strategy, in which every goal goes on."""
    later = load(SMALL.replace("key: small", "key: next")).strategy
    continue_goals(earlier, later)
    services.publish(actor=SYSTEM, strategy=later, version=later.version)
    return later


def test_publishing_the_next_strategy_replaces_the_one_before(municipality: Municipality) -> None:
    earlier = published()
    later = replaced(earlier)
    assert earlier.replaced_at
    assert (earlier.status, later.status) == (StrategyStatus.SUPERSEDED, StrategyStatus.PUBLISHED)
    assert queries.current_strategy() is later
    assert earlier.meaning.is_public


def test_a_newer_text_of_a_replaced_strategy_replaces_nothing(municipality: Municipality) -> None:
    earlier = published()
    later = replaced(earlier)
    load(CHANGED)
    services.publish(actor=SYSTEM, strategy=earlier, version=earlier.version)
    assert (earlier.status, later.status) == (StrategyStatus.SUPERSEDED, StrategyStatus.PUBLISHED)
