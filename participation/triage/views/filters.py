"""What the queue can be narrowed to: chips that count, and the rest folded."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext, ngettext

from participation.accounts import queries as accounts
from participation.foundation.actors import Actor
from participation.foundation.listing import COUNT_LIMIT, Page
from participation.foundation.text import N_
from participation.ideas.lifecycle import DRAFTS, IDEAS
from participation.strategies import queries as strategies
from participation.triage.queries.queue import OUTSIDE, Counts
from participation.triage.views import words
from participation.web.templating import show_number

Option = tuple[str, str, bool]
# label, which of Counts, the filter in the address
CHIPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    (N_("All"), "all", {}),
    (N_("Mine"), "mine", {"owner": "mine"}),
    (N_("Nobody's"), "nobody", {"owner": "nobody"}),
    (N_("Overdue"), "overdue", {"overdue": "1"}),
)


def address(filters: Mapping[str, str], **more: str) -> str:
    """The queue with these filters."""
    arguments: dict[str, Any] = {**filters, **more}
    return url_for("triage.queue", **arguments)


def parts(viewer: Actor, page: Page[Any], counts: Counts) -> dict[str, Any]:
    """What the templates of the listing take."""
    chosen = dict(page.filters)
    return {
        "chips": _chips(counts, chosen),
        "selects": _selects(viewer, chosen),
        "query": chosen.get("q", ""),
        "is_open": chosen not in [filters for _label, _name, filters in CHIPS],
        "total": _total(page),
        "clear_href": address({}) if chosen else None,
        "previous_href": page.previous_cursor and address(chosen, cursor=page.previous_cursor),
        "next_href": page.next_cursor and address(chosen, cursor=page.next_cursor),
    }


def counted(number: int) -> str:
    """`12`; `1.000+` where counting stops."""
    return f"{show_number(COUNT_LIMIT)}+" if number > COUNT_LIMIT else show_number(number)


def _chips(counts: Counts, chosen: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "label": gettext(label),
            "href": address(filters),
            "is_current": filters == chosen,
            "count": counted(getattr(counts, name)),
        }
        for label, name, filters in CHIPS
    ]


def _total(page: Page[Any]) -> str:
    if not page.is_total_exact:
        return str(gettext("More than %(count)s cases", count=show_number(COUNT_LIMIT)))
    return str(ngettext("%(num)d case", "%(num)d cases", page.total))


def _selects(viewer: Actor, chosen: dict[str, str]) -> list[dict[str, Any]]:
    """One for each filter, the likeliest first; a strategy without themes has none to choose."""
    outline = strategies.outline()
    themes = [theme for theme in outline if theme is not None]
    goals = [
        *(goal for members in outline.values() for goal in members),
        (OUTSIDE, gettext("Outside the strategy")),
    ]
    kinds = [(kind.value, gettext(label)) for kind, label in words.KINDS.items()]
    statuses = [(each.value, gettext(IDEAS.meanings[each].label)) for each in WAITING]
    selects = [
        _select("kind", gettext("Why it waits"), kinds, chosen),
        _select("owner", gettext("Owner"), _owners(viewer), chosen),
        _select("overdue", gettext("Promise"), [("1", gettext("Overdue"))], chosen),
        _select("theme", gettext("Theme"), themes, chosen),
        _select("goal", gettext("Goal"), goals, chosen),
        _select("status", gettext("Where the idea stands"), statuses, chosen),
        _select("first", gettext("From"), [("1", gettext("New account's first idea"))], chosen),
    ]
    return [select for select in selects if len(select["options"]) > 1]


WAITING = [
    status
    for status, meaning in IDEAS.meanings.items()
    if status not in DRAFTS and (meaning.awaits_review or meaning.awaits_answer)
]


def _owners(viewer: Actor) -> list[tuple[Any, str]]:
    colleagues = [each for each in accounts.staff() if each.id != viewer.actor_id]
    named = [(each.id, each.display_name or gettext("No name")) for each in colleagues]
    return [("mine", gettext("Me")), ("nobody", gettext("Nobody")), *named]


def _select(
    name: str, label: str, options: Iterable[tuple[Any, str]], chosen: dict[str, str]
) -> dict[str, Any]:
    value = chosen.get(name, "")
    rows: list[Option] = [(str(key), text, str(key) == value) for key, text in options]
    return {"name": name, "label": label, "options": [("", gettext("All"), not value), *rows]}
