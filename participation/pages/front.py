"""The installation's front page, and a municipality's."""

from flask import render_template

from participation.adoptions.queries import latest_unadopted
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities_queries
from participation.pages import cards, texts
from participation.pages.frame import propose_href
from participation.pages.overview import goals_overview
from participation.projects import queries as projects
from participation.strategies import queries as strategies
from participation.strategies.models import Strategy
from participation.web.words import gettext

SHOWN = 3
LOOKED_THROUGH = 12


def municipalities() -> str:
    """Choose a municipality."""
    return render_template(
        "pages/municipalities.html", municipalities=municipalities_queries.all_municipalities()
    )


def front() -> str:
    """A municipality's front page."""
    strategy = strategies.current_strategy()
    return render_template(
        "pages/front.html",
        strategy=strategy,
        period=period_words(strategy),
        propose_href=propose_href(),
        answered=_answered(),
        projects=[cards.project_card(project) for project in projects.latest_projects(SHOWN)],
        unadopted=[cards.idea_card(idea) for idea in latest_unadopted(SHOWN)],
        needing=[cards.idea_card(idea) for idea in ideas.needing_support(SHOWN)],
        **_goals(strategy),
    )


def period_words(strategy: Strategy | None) -> str:
    """Whether the strategy applies now; empty when its period is not known."""
    if strategy is None or strategy.period_ends_on is None:
        return ""
    year = strategy.period_ends_on.year
    if strategy.has_ended:
        return gettext(
            "The strategy applied until the end of %(year)s. The next one is not here yet, "
            "and ideas are still answered.",
            year=year,
        )
    return gettext("The strategy applies until the end of %(year)s.", year=year)


def _answered() -> list[cards.Card]:
    chosen = yes_and_no(ideas.latest_answered(LOOKED_THROUGH))
    answers = ideas.last_answers(idea.id for idea in chosen)
    return [cards.answered_card(idea, answers.get(idea.id)) for idea in chosen]


def yes_and_no(latest: list[Idea]) -> list[Idea]:
    """The latest answered ideas; the last place is kept for a no, or a yes, where all else agree."""
    chosen = latest[:SHOWN]
    kinds = {idea.meaning.is_broken for idea in chosen}
    others = [idea for idea in latest[SHOWN:] if idea.meaning.is_broken not in kinds]
    return [*chosen[:-1], others[0]] if len(kinds) == 1 and others else chosen


def _goals(strategy: Strategy | None) -> dict[str, object]:
    """Themes with their counts; where the goals stand in one list, the goals."""
    overview = goals_overview(strategy)
    return {
        "goal_count": texts.goal_count(sum(len(group.goals) for group in overview)),
        "themes": [group.card for group in overview if group.card],
        "goals": [line for group in overview if not group.card for line in group.goals],
    }
