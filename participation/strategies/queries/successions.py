"""What goals become in the next strategy, and where they came from."""

from collections import defaultdict

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from participation.extensions import db
from participation.strategies.lifecycle import STRATEGIES
from participation.strategies.models import Goal, GoalSuccession, Strategy, StrategyVersion, Theme

PUBLIC = STRATEGIES.statuses_where("is_public")
REPLACED = PUBLIC - STRATEGIES.statuses_where("takes_ideas")


def goals_in_order(strategy: Strategy) -> list[Goal]:
    """The goals that stand, theme by theme, each with its theme; those of no theme last."""
    statement = (
        select(Goal)
        .outerjoin(Goal.theme)
        .options(contains_eager(Goal.theme))
        .where(Goal.strategy_id == strategy.id, Goal.removed_at.is_(None))
        .order_by(Goal.theme_id.is_(None), Theme.number, Goal.number, Goal.id)
    )
    return list(db.session.scalars(statement))


def lines_to(strategy: Strategy) -> dict[int, list[GoalSuccession]]:
    """For each old goal its lines into this strategy; a new goal that is taken out takes its lines along."""
    lines: dict[int, list[GoalSuccession]] = defaultdict(list)
    found = _counting().where(GoalSuccession.strategy_id == strategy.id)
    for line in db.session.scalars(found.order_by(Goal.number, GoalSuccession.id)):
        lines[line.old_goal_id].append(line)
    return dict(lines)


def _counting() -> Select[GoalSuccession]:
    return (
        select(GoalSuccession)
        .outerjoin(GoalSuccession.new_goal)
        .options(contains_eager(GoalSuccession.new_goal))
        .where(or_(GoalSuccession.new_goal_id.is_(None), Goal.removed_at.is_(None)))
    )


def dropped_line(strategy: Strategy, old_goal_id: int) -> GoalSuccession | None:
    """Why the strategy does not have an old goal; None where it goes on."""
    theirs = (GoalSuccession.strategy_id == strategy.id, GoalSuccession.old_goal_id == old_goal_id)
    return db.session.scalar(select(GoalSuccession).where(*theirs, GoalSuccession.new_goal_id.is_(None)))


def unmapped_goals(old: Strategy, new: Strategy) -> list[Goal]:
    """The old goals of which nobody has said what they become."""
    lines = lines_to(new)
    return [goal for goal in goals_in_order(old) if goal.id not in lines]


def suggestions(old: Strategy, new: Strategy) -> dict[int, Goal]:
    """For an old goal the new one with its key, else with its title, as long as only one has it."""
    candidates = goals_in_order(new)
    by_key = {goal.key: goal for goal in candidates}
    by_title: dict[str, list[Goal]] = defaultdict(list)
    for goal in candidates:
        by_title[goal.title.casefold()].append(goal)
    found: dict[int, Goal] = {}
    for goal in goals_in_order(old):
        same_title = by_title[goal.title.casefold()]
        match = by_key.get(goal.key) or (same_title[0] if len(same_title) == 1 else None)
        if match is not None:
            found[goal.id] = match
    return found


def became(goal: Goal) -> list[GoalSuccession]:
    """What the goal is in the strategy after its own, as soon as everybody may see that one."""
    return _public(GoalSuccession.old_goal_id == goal.id, joinedload(GoalSuccession.new_goal))


def came_from(goal: Goal) -> list[GoalSuccession]:
    """The old goals that this one continues."""
    return _public(GoalSuccession.new_goal_id == goal.id, joinedload(GoalSuccession.old_goal))


def _public(condition: ColumnElement[bool], loaded: object) -> list[GoalSuccession]:
    statement = (
        select(GoalSuccession)
        .join(Strategy, Strategy.id == GoalSuccession.strategy_id)
        .where(condition, Strategy.status.in_(sorted(PUBLIC)))
        .options(loaded)  # type: ignore[arg-type]
    )
    return list(db.session.scalars(statement.order_by(GoalSuccession.id)))


def replaced_strategies() -> list[Strategy]:
    """The strategies that applied before, the latest first."""
    earlier = select(Strategy).where(Strategy.status.in_(sorted(REPLACED)))
    return list(db.session.scalars(earlier.order_by(Strategy.replaced_at.desc(), Strategy.id.desc())))


def public_strategy(strategy_id: int) -> Strategy | None:
    """A strategy that everybody may see, the present one or an earlier."""
    return db.session.scalar(
        select(Strategy).where(Strategy.id == strategy_id, Strategy.status.in_(sorted(PUBLIC)))
    )


def versions_of(strategy: Strategy) -> list[StrategyVersion]:
    """Its texts before each change in the editor, the latest first."""
    statement = select(StrategyVersion).where(StrategyVersion.strategy_id == strategy.id)
    return list(db.session.scalars(statement.order_by(StrategyVersion.id.desc())))


def version(strategy: Strategy, version_id: int) -> StrategyVersion | None:
    """One of them."""
    theirs = (StrategyVersion.strategy_id == strategy.id, StrategyVersion.id == version_id)
    return db.session.scalar(select(StrategyVersion).where(*theirs))
