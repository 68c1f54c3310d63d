"""A new strategy is told once to everybody whom it concerns, and to authors whose goal is gone."""

from collections.abc import Callable

import pytest
from flask import Flask

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.ideas.models import Idea
from participation.strategies import services as strategies
from participation.successions.services.carrying import carry_on
from participation.successions.services.mapping import Becomes, map_goal
from participation.votes.services import support
from participation.web.letters import Letter
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory, StrategyFactory, continue_goals
from tests.notifications.conftest import tell, told


@pytest.fixture
def moved(idea: Idea, administrator: Person, supporter: Person) -> Idea:
    """The idea followed its goal, another one did as well, and a third has none any more."""
    old, new = StrategyFactory(title="Strategi 2022"), StrategyFactory(title="Strategi 2026", status="draft")
    kept, gone = (GoalFactory(strategy_id=old.id, key=key) for key in ("kept", "gone"))
    GoalFactory(strategy_id=new.id, key="kept")
    idea.goal_id = kept.id
    support(actor=supporter, idea=IdeaFactory(goal_id=kept.id, author_id=idea.author_id))
    IdeaFactory(goal_id=gone.id, author_id=supporter.id, title="En sti")
    continue_goals(old, new)
    dropped = Becomes(is_dropped=True, reason="Stien er bygget.")
    map_goal(actor=administrator, strategy=new, goal=gone, becomes=dropped)
    db.session.flush()
    strategies.publish(actor=SYSTEM, strategy=new, version=new.version)
    carry_on()
    return idea


def test_each_is_told_once(moved: Idea) -> None:
    tell()
    assert sorted(told()) == [
        ("idea_stranded", "Supporter"),
        ("strategy_succeeded", "Author"),
        ("strategy_succeeded", "Supporter"),
    ]


def test_the_mails_say_why_and_what_now(
    app: Flask, moved: Idea, author: Person, supporter: Person, read_mail: Callable[[Person], Letter | None]
) -> None:
    tell()
    general, stranded = (read_mail(person) for person in (author, supporter))
    assert general is not None and stranded is not None
    assert "Strategi 2022 er afløst af Strategi 2026" in general.text
    assert "/vallensbaek/ny-strategi" in general.text
    letters = f"{general.text}{stranded.text}"
    assert "Stien er bygget." in letters or "Strategi 2026" in letters
