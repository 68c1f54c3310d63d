"""The goals of a strategy by theme, each with how many ideas and projects it has; few statements for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation.ideas import queries as ideas
from participation.pages import cards, texts
from participation.projects import queries as projects
from participation.strategies import queries as strategies
from participation.strategies.models import Goal, Strategy, Theme
from participation.successions.models import Succession


@dataclass(frozen=True)
class GoalLine:
    """A goal in a list: its title and `4 idéer · 1 projekt`."""

    title: str
    href: str
    ideas: int
    projects: int

    @property
    def facts(self) -> str:
        """What there is; nothing where there is nothing."""
        parts = [texts.idea_count(self.ideas)] if self.ideas else []
        return " · ".join([*parts, texts.project_count(self.projects)] if self.projects else parts)


@dataclass(frozen=True)
class Group:
    """A theme with its goals; goals of no theme have no card."""

    theme: Theme | None
    card: cards.Card | None
    goals: list[GoalLine]


def goals_overview(strategy: Strategy | None, succession: Succession | None = None) -> list[Group]:
    """Every theme with its goals; empty without a strategy. What was replaced has the figures of that day."""
    groups = strategies.themes_with_goals(strategy) if strategy else []
    shown = goal_lines([goal for _, goals in groups for goal in goals], succession)
    lines = dict(zip(_ids(groups), shown, strict=True))
    return [
        _group(position, theme, [lines[goal.id] for goal in goals])
        for position, (theme, goals) in enumerate(groups, start=1)
    ]


def goal_lines(goals: Sequence[Goal], succession: Succession | None = None) -> list[GoalLine]:
    """Each goal with its counts; two statements whatever their number, none for what is frozen."""
    idea_counts, project_counts = _last(succession) if succession else _present()
    return [
        GoalLine(
            title=goal.title,
            href=cards.goal_address(goal),
            ideas=idea_counts.get(goal.id, 0),
            projects=project_counts.get(goal.id, 0),
        )
        for goal in goals
    ]


def _present() -> tuple[dict[int, int], dict[int, int]]:
    serving = projects.counts_by_goal()
    return ideas.counts_by_goal(), {goal_id: counts.total() for goal_id, counts in serving.items()}


def _last(succession: Succession) -> tuple[dict[int, int], dict[int, int]]:
    """What was counted on the old strategy's last day."""
    both = (succession.figures[what] for what in ("ideas", "projects"))
    found = [{int(goal_id): sum(counts.values()) for goal_id, counts in each.items()} for each in both]
    return found[0], found[1]


def _ids(groups: Sequence[tuple[Theme | None, list[Goal]]]) -> list[int]:
    return [goal.id for _, goals in groups for goal in goals]


def _group(position: int, theme: Theme | None, lines: list[GoalLine]) -> Group:
    sums = (
        (texts.goal_count, len(lines)),
        (texts.idea_count, sum(line.ideas for line in lines)),
        (texts.project_count, sum(line.projects for line in lines)),
    )
    facts = tuple(words(number) for words, number in sums if number)
    return Group(theme, cards.theme_card(theme, position, facts) if theme else None, lines)
