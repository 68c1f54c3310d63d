"""Strategies, themes, goals and efforts: what everybody may see, and what administrators prepare."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, load_only

from participation.extensions import db
from participation.strategies.lifecycle import STRATEGIES
from participation.strategies.models import Effort, Goal, Strategy, Theme
from participation.strategies.rules.comparing import Change, compare
from participation.strategies.rules.documents import StrategyDocument

PUBLIC = STRATEGIES.statuses_where("is_public")
TAKES_IDEAS = STRATEGIES.statuses_where("takes_ideas")
Choice = tuple[int, str]
_CURRENT = (
    select(Strategy)
    .where(Strategy.status.in_(TAKES_IDEAS))
    .order_by(Strategy.published_at.desc(), Strategy.id.desc())
    .limit(1)
)
_PRESENT = _CURRENT.with_only_columns(Strategy.id).scalar_subquery()
_OUTLINE = (
    select(Theme.id, Theme.title, Goal.id, Goal.title)
    .select_from(Goal)
    .outerjoin(Goal.theme)
    .where(
        Goal.strategy_id == _PRESENT,
        Goal.removed_at.is_(None),
    )
    .order_by(Theme.number, Goal.number)
)


def current_strategy() -> Strategy | None:
    """The strategy that takes ideas; of several the one published last."""
    return db.session.scalar(_CURRENT)


def all_strategies() -> list[Strategy]:
    """Every strategy, drafts too, for administrators; the newest first."""
    return list(db.session.scalars(select(Strategy).order_by(Strategy.loaded_at.desc(), Strategy.id.desc())))


def strategy(strategy_id: int) -> Strategy | None:
    """A strategy by number, a draft too; for administrators."""
    return db.session.scalar(select(Strategy).where(Strategy.id == strategy_id))


def by_key(key: str) -> Strategy | None:
    """A strategy by its name for ever, a draft too; for administrators and the command line."""
    return db.session.scalar(select(Strategy).where(Strategy.key == key))


def document_of(strategy: Strategy) -> StrategyDocument:
    """The whole text: foreword, vision, values, legal part and all."""
    return StrategyDocument.model_validate(strategy.document)


def working_document(strategy: Strategy) -> StrategyDocument:
    """What the editor changes: the newer text that waits, or else the strategy's own."""
    return StrategyDocument.model_validate(strategy.pending_document or strategy.document)


def changes_awaiting(strategy: Strategy) -> list[Change]:
    """What would be new to residents if somebody published now; everything while they see nothing."""
    present = document_of(strategy)
    if not strategy.meaning.is_public:
        return compare(None, present)
    pending = strategy.pending_document
    return compare(present, StrategyDocument.model_validate(pending)) if pending else []


def changes_from(present: Strategy, strategy: Strategy) -> list[Change]:
    """How the next strategy differs from the one that applies: parts with the same key are the same."""
    before = document_of(present).model_copy(update={"key": strategy.key})
    return compare(before, document_of(strategy))


def titles_in(*strategies: Strategy) -> dict[str, str]:
    """The title of everything that has a key, in what is shown and in what waits."""
    documents = [
        document
        for strategy in strategies
        for document in (strategy.document, strategy.pending_document or strategy.document)
    ]
    return {
        entry.key: entry.title
        for document in map(StrategyDocument.model_validate, documents)
        for _, _, entries in document.lists()
        for entry in entries
    }


def themes_of(strategy: Strategy) -> list[Theme]:
    """Its themes in reading order."""
    statement = select(Theme).where(Theme.strategy_id == strategy.id, Theme.removed_at.is_(None))
    return list(db.session.scalars(statement.order_by(Theme.number)))


def themes_with_goals(strategy: Strategy) -> list[tuple[Theme | None, list[Goal]]]:
    """Each theme with its goals, of which only the titles are read; those under no theme last, under None."""
    by_theme: dict[int | None, list[Goal]] = defaultdict(list)
    standing = select(Goal).where(Goal.strategy_id == strategy.id, Goal.removed_at.is_(None))
    for goal in db.session.scalars(
        standing.options(load_only(Goal.title, Goal.theme_id)).order_by(Goal.number)
    ):
        by_theme[goal.theme_id].append(goal)
    groups: list[tuple[Theme | None, list[Goal]]] = [
        (theme, by_theme[theme.id]) for theme in themes_of(strategy)
    ]
    return [*groups, (None, by_theme[None])] if by_theme[None] else groups


def goal(goal_id: int) -> Goal | None:
    """A goal of a public strategy, with its strategy and theme; one that was taken out has `removed_at`."""
    return db.session.scalar(
        select(Goal)
        .join(Goal.strategy)
        .outerjoin(Goal.theme)
        .options(contains_eager(Goal.strategy), contains_eager(Goal.theme))
        .where(Goal.id == goal_id, Strategy.status.in_(PUBLIC))
    )


def theme(theme_id: int) -> Theme | None:
    """A theme of a public strategy, with its strategy."""
    return db.session.scalar(
        select(Theme)
        .join(Theme.strategy)
        .options(contains_eager(Theme.strategy))
        .where(Theme.id == theme_id, Strategy.status.in_(PUBLIC))
    )


def goals_under(theme: Theme) -> list[Goal]:
    """A theme's goals in order."""
    statement = select(Goal).where(Goal.theme_id == theme.id, Goal.removed_at.is_(None))
    return list(db.session.scalars(statement.order_by(Goal.number)))


def present_efforts() -> list[Effort]:
    """The efforts of the strategy that takes ideas, theme by theme."""
    statement = select(Effort).outerjoin(Theme, Theme.id == Effort.theme_id)
    return list(db.session.scalars(_standing(statement, _PRESENT).order_by(Theme.number, Effort.number)))


def efforts_under(theme: Theme) -> list[Effort]:
    """A theme's efforts in order."""
    statement = _standing(select(Effort), theme.strategy_id).where(Effort.theme_id == theme.id)
    return list(db.session.scalars(statement.order_by(Effort.number)))


def efforts_beside(goal: Goal) -> list[Effort]:
    """What the municipality itself does under the goal's theme, or under none when the goal has none."""
    statement = _standing(select(Effort), goal.strategy_id)
    beside = statement.where(Effort.theme_id.is_not_distinct_from(goal.theme_id))
    return list(db.session.scalars(beside.order_by(Effort.number)))


def outline() -> dict[Choice | None, list[Choice]]:
    """The goals that take ideas under their themes, by number and title alone; those of no theme last."""
    by_theme: dict[Choice | None, list[Choice]] = defaultdict(list)
    for theme_id, theme_title, goal_id, goal_title in db.session.execute(_OUTLINE):
        by_theme[None if theme_id is None else (theme_id, theme_title)].append((goal_id, goal_title))
    return dict(sorted(by_theme.items(), key=lambda group: group[0] is None))


def goal_choices() -> dict[str, list[Choice]]:
    """The goals to choose among in a form: number and title under each theme's title; no theme is ''."""
    return {theme[1] if theme else "": goals for theme, goals in outline().items()}


def _standing(statement: Select[Effort], strategy_id: Any) -> Select[Effort]:
    return statement.where(Effort.strategy_id == strategy_id, Effort.removed_at.is_(None))
