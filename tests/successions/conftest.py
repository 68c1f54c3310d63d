"""Two strategies: one that applies and one that is to replace it."""

from dataclasses import dataclass

import pytest

from participation.municipalities.models import Municipality
from participation.strategies.lifecycle import StrategyStatus
from participation.strategies.models import Goal, Strategy
from tests.factories.strategies import GoalFactory, StrategyFactory, ThemeFactory


@dataclass
class Change:
    """The old strategy with its goals, and the new one."""

    old: Strategy
    new: Strategy
    before: list[Goal]
    after: list[Goal]


@pytest.fixture
def change(municipality: Municipality) -> Change:
    """Four old goals; of four new ones the first two have the key or the title of an old one."""
    old = StrategyFactory(key="old", title="Strategi 2022")
    new = StrategyFactory(key="new", title="Strategi 2026", status=StrategyStatus.DRAFT, published_at=None)
    theme = ThemeFactory(strategy_id=old.id, key="green")
    before = [
        GoalFactory(strategy_id=old.id, theme_id=theme.id, key=f"old-{name}", title=name, number=number)
        for number, name in enumerate(("Træer", "Bier", "Bænke", "Stier"), start=1)
    ]
    after = [
        GoalFactory(strategy_id=new.id, key=key, title=title, number=number)
        for number, (key, title) in enumerate(
            (("old-træer", "Mange træer"), ("bees", "Bier"), ("rest", "Ro"), ("go", "Gang")), start=1
        )
    ]
    before[0].key = after[0].key = "trees"
    return Change(old, new, before, after)
