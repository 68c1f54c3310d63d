"""The calendar: what comes month by month, and what has been."""

from typing import Any

from flask import render_template, request

from participation.extensions import db
from participation.foundation.listing import Page
from participation.meetings import queries
from participation.meetings.models import Host, Meeting
from participation.organisations import queries as organisations
from participation.pages import meeting_lines, texts
from participation.pages.listing import Chip, address, paged, total_words
from participation.projects import queries as projects
from participation.strategies import queries as strategies
from participation.web.words import gettext

SORTS = {False: "soonest", True: "latest"}


def calendar() -> str:
    """What the address asks for: of a theme, goal, project or organisation, to come or past."""
    is_past = request.args.get("when") == queries.PAST
    statement = queries.past() if is_past else queries.coming()
    arguments = {**request.args.to_dict(), "sort": SORTS[is_past]}
    page = queries.CALENDAR.page(db.session(), statement, arguments)
    return render_template("pages/calendar.html", is_past=is_past, **_parts(page, is_past))


def _parts(page: Page[Meeting], is_past: bool) -> dict[str, Any]:
    filters = dict(page.filters)
    kept = {**filters, "when": queries.PAST if is_past else ""}
    return {
        "months": meeting_lines.months(page.rows),
        "about": subject(filters),
        "host": _host(filters),
        "total": total_words(page, texts.meeting_count),
        "when_chips": _when_chips(filters, is_past),
        "theme_chips": _theme_chips(kept),
        "pages": paged(page, "pages.calendar", {"when": kept["when"]}),
        "clear_href": address("pages.calendar", {"when": kept["when"]}) if filters else None,
        "webcal_href": meeting_lines.feed_address(filters, scheme="webcal"),
        "feed_href": meeting_lines.feed_address(filters, scheme=request.scheme),
    }


def _when_chips(filters: dict[str, str], is_past: bool) -> list[Chip]:
    return [
        Chip(gettext("To come"), address("pages.calendar", filters), not is_past),
        Chip(gettext("Past"), address("pages.calendar", filters, when=queries.PAST), is_past),
    ]


def _theme_chips(kept: dict[str, str]) -> list[Chip]:
    """All, and each theme of the strategy; nothing where it has none."""
    strategy = strategies.current_strategy()
    themes = strategies.themes_of(strategy) if strategy else []
    rows = [("", gettext("All themes")), *((str(theme.id), theme.title) for theme in themes)]
    chosen, others = kept.get("theme", ""), {name: value for name, value in kept.items() if name != "theme"}
    return [
        Chip(label, address("pages.calendar", others, theme=number), number == chosen)
        for number, label in rows
    ]


def _host(filters: dict[str, str]) -> Host:
    """Whose calendar it is, for whoever may add to it."""
    if "project" in filters:
        return projects.find(int(filters["project"]))
    return organisations.find(int(filters["organisation"])) if "organisation" in filters else None


def subject(filters: dict[str, str]) -> str:
    """What the calendar is narrowed to, by name."""
    goal = strategies.goal(int(filters["goal"])) if "goal" in filters else None
    theme = strategies.theme(int(filters["theme"])) if "theme" in filters else None
    host = _host(filters)
    own = getattr(host, "title", None) or getattr(host, "public_name", None)
    return own or (goal.title if goal else "") or (theme.title if theme else "")
