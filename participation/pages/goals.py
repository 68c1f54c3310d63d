"""All goals by theme, a theme, and a goal with what came of it."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request

from participation.extensions import db
from participation.foundation.text import slugify
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.queries.standing import standing_under
from participation.pages import cards, goal_chain, indicators, meeting_lines, outcomes, succession, texts
from participation.pages.front import period_words
from participation.pages.listing import paged, status_chips
from participation.pages.overview import goal_lines, goals_overview
from participation.projects.queries.serving import SHOWN, Serving, serving
from participation.strategies import queries as strategies
from participation.strategies.models import Goal, Theme
from participation.volunteering.queries import people_under
from participation.web import guards
from participation.web.addresses import settle, url_for
from participation.web.words import gettext, ngettext

SHOWN_IDEAS = 12


def goals() -> str:
    """All goals of the strategy that applies, theme by theme."""
    strategy = strategies.current_strategy()
    return render_template(
        "pages/goals.html",
        strategy=strategy,
        period=period_words(strategy),
        groups=goals_overview(strategy),
    )


def theme(theme_id: int, slug: str) -> str:
    """A theme: its motto and vision, its goals, what the municipality itself does."""
    found = guards.found(strategies.theme(theme_id))
    settle(slugify(found.title))
    return render_template(
        "pages/theme.html",
        theme=found,
        lines=goal_lines(strategies.goals_under(found), succession.frozen(found.strategy)),
        efforts=strategies.efforts_under(found),
        source=_theme_source(found),
        meetings=meeting_lines.of_theme(found),
        breadcrumbs=[
            (found.strategy.title, cards.strategy_address(found.strategy)),
            (gettext("Goals"), url_for("pages.goals")),
        ],
    )


def goal(goal_id: int, slug: str) -> str:
    """A goal: what came of it, its words, its ideas by status, its projects."""
    found = guards.found(strategies.goal(goal_id))
    settle(slugify(found.title))
    return render_template("pages/goal.html", goal=found, **_parts(found))


def _theme_source(theme: Theme) -> str:
    source = gettext("The municipality's words in %(strategy)s.", strategy=theme.strategy.title)
    return f"{source} {texts.editorial()}" if theme.is_title_editorial else source


def _parts(goal: Goal) -> dict[str, Any]:
    standing, projects = standing_under(goal.id), serving(goal.id)
    counts, (people, by_project) = standing.counts, people_under(goal.id)
    lines = outcomes.lines_of(projects.completed, by_project)
    return {
        "breadcrumbs": _breadcrumbs(goal),
        "came_of_it": _came_of_it(projects),
        "facts": facts_of(counts, projects, people),
        "outcomes": lines,
        "paragraphs": goal.text.split("\n\n"),
        "source": _source_line(goal),
        "steps": goal_chain.of_goal(goal, counts, projects, "#ideer", due=standing.due_at),
        **_ideas(goal, counts),
        "projects": [cards.project_card(project) for project in projects.latest[:SHOWN]],
        "all_projects_href": _all_projects_href(goal, projects),
        "efforts": strategies.efforts_beside(goal),
        "propose_href": _propose_href(goal),
        **succession.parts(goal),
        "meetings": meeting_lines.of_goal(goal),
        **indicators.of_goal(goal, outcomes.by_figure(lines)),
    }


def _ideas(goal: Goal, counts: Mapping[IdeaStatus, int]) -> dict[str, Any]:
    arguments, known = {**request.args.to_dict(), "goal": str(goal.id)}, sum(counts.values())
    page = ideas.IDEAS_LIST.page(db.session(), ideas.public_ideas(), arguments, size=SHOWN_IDEAS, total=known)
    return {
        "chips": status_chips(counts, page.filters.get("status", ""), "pages.goal", _values(goal)),
        "ideas": [cards.idea_card(idea, with_goal=False) for idea in page.rows],
        "pages": paged(page, "pages.goal", _values(goal), anchor="ideer"),
    }


def _values(goal: Goal) -> dict[str, Any]:
    return {"goal_id": goal.id, "slug": slugify(goal.title)}


def _breadcrumbs(goal: Goal) -> list[tuple[str, str]]:
    upper = [(goal.strategy.title, cards.strategy_address(goal.strategy))]
    return [*upper, (goal.theme.title, cards.theme_address(goal.theme))] if goal.theme else upper


def _came_of_it(projects: Serving) -> str:
    done = projects.number("is_completed")
    if done:
        return ngettext("One project is done.", "%(num)d projects are done.", done)
    if projects.number("is_open"):
        return gettext("Work is going on.")
    return gettext("Nothing has come of it yet.")


def facts_of(counts: Mapping[IdeaStatus, int], projects: Serving, people: int) -> str:
    """`4 idéer, 1 projekt, 12 har været med`; nothing where there is nothing."""
    ideas_here, projects_here = sum(counts.values()), projects.counts.total()
    parts = [texts.idea_count(ideas_here)] if ideas_here else []
    parts += [texts.project_count(projects_here)] if projects_here else []
    parts += [outcomes.people_words(people)] if people else []
    return f"{', '.join(parts)}." if parts else ""


def _all_projects_href(goal: Goal, projects: Serving) -> str | None:
    return url_for("pages.projects", goal=goal.id) if projects.counts.total() > SHOWN else None


def _source_line(goal: Goal) -> str:
    """Where the words are from, and whose the title is."""
    source = gettext("The goal's words in %(strategy)s.", strategy=goal.strategy.title)
    return f"{source} {texts.editorial()}" if goal.is_title_editorial else source


def _propose_href(goal: Goal) -> str | None:
    is_offered = goal.strategy.meaning.takes_ideas and goal.removed_at is None
    return url_for("ideas.propose", goal=goal.id) if is_offered else None
