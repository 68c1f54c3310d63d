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
from participation.pages.listing import Chip, Select, address, paged, total_words
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
        "chips": _chips(page),
        "selects": _selects(page),
        "kept": (("status", page.filters["status"]),) if "status" in page.filters else (),
        "is_filtered": bool(page.filters),
        "is_open": bool({"theme", "goal"} & set(page.filters)),
        "clear_href": url_for("pages.ideas") if page.filters else None,
        "pages": paged(page, "pages.ideas", {}),
    }


def _chips(page: Page[Idea]) -> tuple[Chip, ...]:
    """One for each status that the public sees, with the other filters kept."""
    chosen = page.filters.get("status", "")
    kept = {**{name: value for name, value in page.filters.items() if name != "status"}, "sort": page.sort}
    rows = [("", gettext("All"))]
    rows += [(s.value, gettext(meaning.label)) for s, meaning in IDEAS.meanings.items() if s in PUBLIC]
    return tuple(
        Chip(label, address("pages.ideas", kept, status=value), value == chosen) for value, label in rows
    )


def _selects(page: Page[Idea]) -> tuple[Select, ...]:
    outline = strategies.outline()
    themes = [theme for theme in outline if theme is not None]
    goals = [goal for members in outline.values() for goal in members]
    rows = (
        Select("theme", gettext("Theme"), _themes(themes, page.filters.get("theme", ""))),
        Select("goal", gettext("Goal"), _goals(goals, page.filters.get("goal", ""))),
        Select("sort", gettext("Order"), _sorts(page.sort)),
    )
    return rows if themes else rows[1:]


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
