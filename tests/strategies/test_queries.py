"""What readers are given of a strategy: in reading order, without drafts, in a fixed number of queries."""

from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.strategies import queries
from participation.strategies.lifecycle import StrategyStatus
from tests.factories.strategies import EffortFactory, GoalFactory, StrategyFactory, ThemeFactory


def test_drafts_have_no_goals_for_readers(municipality: Municipality) -> None:
    draft = StrategyFactory(status=StrategyStatus.DRAFT, published_at=None)
    goal = GoalFactory(strategy_id=draft.id)

    assert queries.goal(goal.id) is None
    assert queries.theme(ThemeFactory(strategy_id=draft.id).id) is None
    assert queries.current_strategy() is None
    assert queries.all_strategies() == [draft]


def test_goals_stand_in_reading_order_under_their_themes(municipality: Municipality) -> None:
    strategy = StrategyFactory()
    second = ThemeFactory(strategy_id=strategy.id, number=2, title="To")
    first = ThemeFactory(strategy_id=strategy.id, number=1, title="Et")
    of = {"strategy_id": strategy.id}
    late = GoalFactory(theme_id=second.id, number=1, **of)
    b = GoalFactory(theme_id=first.id, number=2, **of)
    a = GoalFactory(theme_id=first.id, number=1, **of)
    GoalFactory(theme_id=first.id, number=3, removed_at=now(), **of)

    assert queries.themes_with_goals(strategy) == [(first, [a, b]), (second, [late])]
    assert list(queries.goal_choices()) == ["Et", "To"]
    assert queries.goal_choices()["Et"] == [(a.id, a.title), (b.id, b.title)]
    assert queries.goals_under(first) == [a, b]


def test_goals_without_themes_are_one_group(municipality: Municipality) -> None:
    goal = GoalFactory()

    assert queries.themes_with_goals(goal.strategy) == [(None, [goal])]
    assert queries.goal_choices() == {"": [(goal.id, goal.title)]}


def test_efforts_beside_a_goal_are_those_of_its_theme(municipality: Municipality) -> None:
    theme = ThemeFactory()
    of = {"strategy_id": theme.strategy_id}
    effort = EffortFactory(theme_id=theme.id, **of)
    other = EffortFactory(**of)

    assert queries.efforts_beside(GoalFactory(theme_id=theme.id, **of)) == [effort]
    assert queries.efforts_beside(GoalFactory(**of)) == [other]
    assert queries.efforts_under(theme) == [effort]


def test_a_removed_goal_keeps_its_page(municipality: Municipality) -> None:
    goal = GoalFactory(removed_at=now())

    assert queries.goal(goal.id) is goal
    assert queries.themes_with_goals(goal.strategy) == []


def test_goals_of_another_municipality_do_not_exist(
    municipality: Municipality, other_municipality: Municipality
) -> None:
    goal = GoalFactory()
    db.session.expunge_all()

    with municipality_context(other_municipality.id):
        assert queries.goal(goal.id) is None
        assert queries.current_strategy() is None
