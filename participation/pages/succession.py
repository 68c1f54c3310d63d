"""From one strategy to the next: what a goal became and came from, and how ideas came along."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import render_template

from participation.foundation.clock import local_date
from participation.foundation.text import N_, slugify
from participation.ideas.models import Idea
from participation.ideas.queries.succession import decided_under
from participation.pages import cards, texts
from participation.pages.history import Entry
from participation.pages.strategy import parts_of
from participation.projects import queries as projects
from participation.strategies.lifecycle import SuccessionKind
from participation.strategies.models import Goal, GoalSuccession, Strategy
from participation.strategies.queries.successions import became, came_from, public_strategy
from participation.successions import queries
from participation.successions.models import Succession
from participation.web import guards
from participation.web.addresses import settle
from participation.web.words import gettext

Link = tuple[str, str]
BECAME = {
    SuccessionKind.CONTINUES: N_("In the new strategy it goes on in:"),
    SuccessionKind.SPLIT: N_("In the new strategy it is split into:"),
    SuccessionKind.JOINED: N_("In the new strategy it is joined with others in:"),
}
SHOWN = 6


@dataclass(frozen=True)
class Earlier:
    """A goal of a strategy that was replaced: until when, the last figures, and what it became."""

    until: date | None
    facts: str
    words: str
    reason: str
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Origin:
    """The old goals that a goal continues, and what was decided under them."""

    links: list[Link]
    ideas: list[cards.Card]
    projects: list[cards.Card]


def earlier_strategy(strategy_id: int, slug: str) -> str:
    """A strategy under its own address; one that was replaced with its figures of that day."""
    found = guards.found(public_strategy(strategy_id))
    settle(slugify(found.title))
    return render_template(
        "pages/earlier_strategy.html", before=[], **parts_of(found, queries.succession_from(found.id))
    )


def frozen(strategy: Strategy) -> Succession | None:
    """What was counted on the last day of a strategy that was replaced."""
    return None if strategy.meaning.takes_ideas else queries.succession_from(strategy.id)


def parts(goal: Goal) -> dict[str, Any]:
    """What the goal's page says of the strategies before and after."""
    is_replaced = not goal.strategy.meaning.takes_ideas
    return {"earlier": _earlier(goal) if is_replaced else None, "origin": _origin(goal)}


def _earlier(goal: Goal) -> Earlier:
    lines, succession = became(goal), queries.succession_from(goal.strategy_id)
    kind = lines[0].kind if lines else None
    moment = goal.strategy.replaced_at
    return Earlier(
        until=local_date(moment) if moment else None,
        facts=_last_facts(goal, succession),
        words=gettext(BECAME[kind]) if kind in BECAME else "",
        reason=lines[0].reason if lines else "",
        links=[_link(line.new_goal) for line in lines if line.new_goal],
    )


def _last_facts(goal: Goal, succession: Succession | None) -> str:
    if succession is None:
        return ""
    numbers = [sum(succession.figures[what].get(str(goal.id), {}).values()) for what in ("ideas", "projects")]
    rows = zip((texts.idea_count, texts.project_count), numbers, strict=True)
    return ", ".join(words(number) for words, number in rows if number)


def _origin(goal: Goal) -> Origin | None:
    lines: list[GoalSuccession] = came_from(goal)
    if not lines:
        return None
    goal_ids = [line.old_goal_id for line in lines]
    return Origin(
        links=[_link(line.old_goal) for line in lines],
        ideas=[cards.idea_card(idea) for idea in decided_under(goal_ids, limit=SHOWN)],
        projects=[cards.project_card(project) for project in projects.projects_of_goals(goal_ids)[:SHOWN]],
    )


def _link(goal: Goal) -> Link:
    return goal.title, cards.goal_address(goal)


def journeys(idea: Idea) -> list[Entry]:
    """How the idea came along, for its history."""
    if idea.carried_at is None:
        return []
    return [
        Entry(each.at, gettext("The municipality has a new strategy"), _moved(each.old_goal, each.new_goal))
        for each in queries.journeys_of(idea)
    ]


def _moved(old: Goal, new: Goal | None) -> str:
    if new is None:
        return gettext(
            "The new strategy has no goal like “%(old)s”. The idea goes on outside it.", old=old.title
        )
    if new.title == old.title:
        return gettext(
            "The goal “%(title)s” goes on in the new strategy, and the idea with it.", title=new.title
        )
    return gettext("The idea moved from the goal “%(old)s” to “%(new)s”.", old=old.title, new=new.title)
