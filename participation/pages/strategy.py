"""The strategy itself, in the municipality's own words."""

from datetime import date, timedelta
from typing import Any

from flask import render_template

from participation.pages.cards import strategy_address
from participation.pages.front import period_words
from participation.pages.overview import goals_overview
from participation.strategies import queries as strategies
from participation.strategies.models import Strategy
from participation.strategies.queries.successions import replaced_strategies
from participation.successions.models import Succession
from participation.web.addresses import url_for
from participation.web.words import gettext


def strategy() -> str:
    """Vision, foreword, values, challenges, core tasks, legal part and notes, and the way to the goals."""
    found = strategies.current_strategy()
    before = [(each, strategy_address(each)) for each in replaced_strategies()]
    if found is None:
        return render_template("pages/strategy.html", strategy=None, period="", before=before)
    return render_template("pages/strategy.html", before=before, **parts_of(found))


def parts_of(strategy: Strategy, succession: Succession | None = None) -> dict[str, Any]:
    """A strategy's page; of one that was replaced with the figures of its last day."""
    document = strategies.document_of(strategy)
    groups = goals_overview(strategy, succession)
    last_day = date.fromisoformat(succession.figures["day"]) if succession else None
    return {
        "strategy": strategy,
        "last_day": last_day,
        "status_href": _status_href(last_day) if last_day else None,
        "period": "" if succession else period_words(strategy),
        "document": document,
        "contents": _contents(document),
        "themes": [group.card for group in groups if group.card],
        "loose_goals": [line for group in groups if not group.card for line in group.goals],
    }


def _status_href(last_day: date) -> str:
    """On the day itself the next strategy applied already when it ended."""
    return url_for("pages.status", dato=(last_day - timedelta(days=1)).isoformat())


def _contents(document: Any) -> list[tuple[str, str, bool]]:
    """The way down the page: only what the document has."""
    rows = (
        (document.all_goals, gettext("Goals"), "#maal"),
        (document.vision, gettext("Vision"), "#vision"),
        (document.foreword, gettext("Foreword"), "#forord"),
        (document.values, gettext("Values"), "#vaerdier"),
        (document.challenges, gettext("Challenges"), "#udfordringer"),
        (document.core_tasks, gettext("Core tasks"), "#kerneopgaver"),
        (document.legal, gettext("The legal part"), "#lov"),
    )
    return [(label, href, False) for part, label, href in rows if part]
