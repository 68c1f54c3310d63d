"""All ideas: filtered, sorted, searched."""

from typing import Any

from flask import render_template, request

from participation.extensions import db
from participation.foundation.listing import Page
from participation.ideas import queries
from participation.ideas.lifecycle import IDEAS, PUBLIC
from participation.ideas.models import Idea
from participation.pages import cards, texts
from participation.pages.frame import propose_href
from participation.pages.listing import Select, paged, total_words
from participation.strategies import queries as strategies
from participation.strategies.queries import Choice
from participation.web.addresses import url_for
from participation.web.words import gettext

Option = tuple[str, str, bool]


def ideas() -> str:
    """The list, as the address asks for it."""
    arguments = request.args.to_dict()
    page = queries.IDEAS_LIST.page(db.session(), queries.public_ideas(), arguments)
    return render_template("pages/ideas.html", propose_href=propose_href(), **_parts(page))


def _parts(page: Page[Idea]) -> dict[str, Any]:
    return {
        "cards": [cards.idea_card(idea) for idea in page.rows],
        "total": total_words(page, texts.idea_count),
        "asked": {**page.filters, "sort": page.sort},
        "query": page.filters.get("q", ""),
        "selects": _selects(page),
        "is_filtered": bool(page.filters),
        "is_open": bool({"status", "theme", "goal"} & set(page.filters)),
        "clear_href": url_for("pages.ideas") if page.filters else None,
        "pages": paged(page, "pages.ideas", {}),
    }


def _selects(page: Page[Idea]) -> tuple[Select, ...]:
    outline = strategies.outline()
    themes = [theme for theme in outline if theme is not None]
    goals = [goal for members in outline.values() for goal in members]
    rows = (
        Select("status", gettext("Status"), _statuses(page.filters.get("status", ""))),
        Select("theme", gettext("Theme"), _themes(themes, page.filters.get("theme", ""))),
        Select("goal", gettext("Goal"), _goals(goals, page.filters.get("goal", ""))),
        Select("sort", gettext("Order"), _sorts(page.sort)),
    )
    return tuple(row for row in rows if themes or row.name != "theme")


def _statuses(chosen: str) -> tuple[Option, ...]:
    """Those that the public sees."""
    public = [(status, meaning) for status, meaning in IDEAS.meanings.items() if status in PUBLIC]
    rows = [(status.value, gettext(meaning.label), status.value == chosen) for status, meaning in public]
    return ("", gettext("All"), not chosen), *rows


def _themes(themes: list[Choice], chosen: str) -> tuple[Option, ...]:
    return ("", gettext("All themes"), not chosen), *_options(themes, chosen)


def _goals(goals: list[Choice], chosen: str) -> tuple[Option, ...]:
    outside = (queries.OUTSIDE, gettext("Outside the strategy"), chosen == queries.OUTSIDE)
    return ("", gettext("All goals"), not chosen), *_options(goals, chosen), outside


def _options(choices: list[Choice], chosen: str) -> list[Option]:
    return [(str(number), title, str(number) == chosen) for number, title in choices]


def _sorts(chosen: str) -> tuple[Option, ...]:
    sorts = queries.IDEAS_LIST.sorts.items()
    return tuple((name, gettext(sort.label), name == chosen) for name, sort in sorts)
