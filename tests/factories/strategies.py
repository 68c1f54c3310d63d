"""Strategies, themes, goals and efforts."""

import factory

from participation.extensions import db
from participation.foundation.clock import now
from participation.strategies.lifecycle import StrategyStatus, SuccessionKind
from participation.strategies.models import Effort, Goal, GoalSuccession, Strategy, Theme
from participation.strategies.queries.successions import suggestions
from tests.factories.base import Factory


class StrategyFactory(Factory[Strategy]):
    class Meta:
        model = Strategy

    key = factory.Sequence(lambda n: f"strategy-{n}")
    title = "Udviklingsstrategi"
    status = StrategyStatus.PUBLISHED
    document = factory.LazyAttribute(
        lambda strategy: {
            "schema_version": "1",
            "municipality": "0187",
            "key": strategy.key,
            "language": "da",
            "title": strategy.title,
            "source": {"title": "Kommunens hjemmeside", "url": "https://example.org/strategi"},
        }
    )
    published_at = factory.LazyFunction(now)


class ThemeFactory(Factory[Theme]):
    class Meta:
        model = Theme

    strategy_id = factory.LazyFunction(lambda: StrategyFactory().id)
    key = factory.Sequence(lambda n: f"dv{n}")
    number = factory.Sequence(lambda n: n)
    title = factory.Sequence(lambda n: f"Tema {n}")


class GoalFactory(Factory[Goal]):
    class Meta:
        model = Goal

    strategy_id = factory.LazyFunction(lambda: StrategyFactory().id)
    key = factory.Sequence(lambda n: f"m{n}")
    number = factory.Sequence(lambda n: n)
    title = factory.Sequence(lambda n: f"Mål {n}")
    text = "Vi vil have mere grønt og mindre asfalt i kommunen."


class EffortFactory(Factory[Effort]):
    class Meta:
        model = Effort

    strategy_id = factory.LazyFunction(lambda: StrategyFactory().id)
    key = factory.Sequence(lambda n: f"i{n}")
    number = factory.Sequence(lambda n: n)
    title = factory.Sequence(lambda n: f"Indsats {n}")
    text = "Vi planter flere træer."


def continue_goals(old: Strategy, new: Strategy) -> None:
    """Let every goal go on in the one with the same key or title."""
    for goal_id, goal in suggestions(old, new).items():
        line = GoalSuccession(strategy_id=new.id, old_goal_id=goal_id, new_goal_id=goal.id)
        line.kind, line.takes_ideas = SuccessionKind.CONTINUES, True
        db.session.add(line)
    db.session.flush()
