"""Cards of ideas, projects and themes, as templates/components/card.html takes them."""

from dataclasses import dataclass
from functools import lru_cache

from participation.foundation.text import shorten, slugify
from participation.ideas.models import Answer, Idea
from participation.organisations.models import Organisation
from participation.pages import texts
from participation.projects.models import Project
from participation.strategies.models import Goal, Strategy, Theme
from participation.web.addresses import url_for
from participation.web.markup import plain
from participation.web.templating import show_short_date
from participation.web.words import gettext

SUMMARY_LENGTH = 160


@dataclass(frozen=True)
class Badge:
    """A status in words, and the look that supports them."""

    label: str
    tone: str


@dataclass(frozen=True)
class Card:
    """What a card of any kind says; what does not apply is empty."""

    title: str
    href: str
    badge: Badge | None = None
    goal: str | None = None
    summary: str = ""
    support_count: int | None = None
    runner: str = ""
    note: str = ""
    motto: str = ""
    facts: tuple[str, ...] = ()
    position: int = 0


def idea_badge(idea: Idea) -> Badge:
    """Where the idea stands."""
    return Badge(texts.label_of(idea.status), idea.meaning.tone)


def idea_card(idea: Idea, *, with_goal: bool = True) -> Card:
    """An idea in a list; its goal must have been loaded."""
    return Card(
        title=idea.title,
        href=idea_address(idea),
        badge=idea_badge(idea),
        goal=idea.goal.title if with_goal and idea.goal else None,
        summary=_summary(idea.body),
        support_count=idea.support_count if idea.decided_support is None else idea.decided_support,
        note=texts.promise_note(idea),
    )


def answered_card(idea: Idea, answer: Answer | None) -> Card:
    """An idea with what the municipality said."""
    return Card(
        title=idea.title,
        href=idea_address(idea),
        badge=idea_badge(idea),
        goal=idea.goal.title if idea.goal else None,
        summary=_summary(answer.doing if answer else idea.body),
        support_count=idea.decided_support,
        note=texts.promise_note(idea),
    )


def project_badge(project: Project) -> Badge:
    """Where the project stands."""
    return Badge(gettext(project.meaning.label), project.meaning.tone)


def runner_name(project: Project) -> str:
    """The association that carries it out, as readers may know it; empty when the municipality does."""
    if project.organisation is None:
        return ""
    return project.organisation.public_name or gettext("[association hidden]")


def steward_name(project: Project) -> str:
    """Who answers questions; empty while the association is hidden, whose name it may be."""
    is_hidden = project.organisation is not None and project.organisation.is_hidden
    return "" if is_hidden else project.steward


def project_card(project: Project) -> Card:
    """A project in a list; its organisation must have been loaded."""
    return Card(
        title=project.title,
        href=project_address(project),
        badge=project_badge(project),
        summary=_summary(project.outcome or project.description),
        runner=runner_name(project) or project.steward,
        note=_news(project) or _until(project),
    )


@lru_cache(maxsize=2_000)
def _summary(text: str) -> str:
    """The first words; lists show the same ones again and again."""
    return shorten(plain(text), SUMMARY_LENGTH)


def organisation_card(organisation: Organisation) -> Card:
    """An association or group in a list."""
    return Card(
        title=organisation.name,
        href=organisation_address(organisation),
        badge=Badge(gettext(organisation.kind_meaning.label), "quiet"),
        summary=_summary(organisation.purpose),
    )


def theme_card(theme: Theme, position: int, facts: tuple[str, ...]) -> Card:
    """A theme with its counts."""
    return Card(
        title=theme.title, href=theme_address(theme), motto=theme.motto, facts=facts, position=position
    )


def idea_address(idea: Idea) -> str:
    """The idea's page."""
    return url_for("pages.idea", idea_id=idea.id, slug=idea.slug)


def project_address(project: Project) -> str:
    """The project's page."""
    return url_for("pages.project", project_id=project.id, slug=project.slug)


def organisation_address(organisation: Organisation) -> str:
    """The organisation's page."""
    return url_for("pages.organisation", organisation_id=organisation.id, slug=organisation.slug)


def _news(project: Project) -> str:
    if not project.meaning.is_open or project.news_at is None:
        return ""
    return gettext("Last news %(date)s", date=show_short_date(project.news_at))


def _until(project: Project) -> str:
    if not project.meaning.is_open or project.ends_on is None:
        return ""
    return gettext("until %(date)s", date=show_short_date(project.ends_on))


def goal_address(goal: Goal) -> str:
    """The goal's page."""
    return url_for("pages.goal", goal_id=goal.id, slug=slugify(goal.title))


def strategy_address(strategy: Strategy) -> str:
    """The strategy's page; one that was replaced has an address of its own."""
    if strategy.meaning.takes_ideas:
        return url_for("pages.strategy")
    return url_for("pages.earlier_strategy", strategy_id=strategy.id, slug=slugify(strategy.title))


def theme_address(theme: Theme) -> str:
    """The theme's page."""
    return url_for("pages.theme", theme_id=theme.id, slug=slugify(theme.title))
