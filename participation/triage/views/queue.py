"""The queue: what waits for staff, the nearest promise first."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext, ngettext

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.clock import now
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.triage import queries
from participation.triage.queries import Counts
from participation.triage.views import words
from participation.triage.views.blueprint import blueprint
from participation.web import guards

# label, how many of Counts, the filter in the address
CHIPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    (N_("All"), "all", {}),
    (N_("Mine"), "mine", {"owner": "mine"}),
    (N_("Nobody's"), "nobody", {"owner": "nobody"}),
    (N_("Received"), "review", {"kind": "review"}),
    (N_("Needs an answer"), "answer", {"kind": "answer"}),
    (N_("Overdue"), "overdue", {"overdue": "1"}),
)


@blueprint.get("/")
@guards.signed_in
def queue() -> str:
    """The queue; its first case is what the page is for."""
    guards.require("triage.work")
    viewer = guards.viewer()
    counts = queries.counts_for(viewer)
    page = queries.queue_of(viewer).page(db.session(), queries.open_cases(), request.args)
    return render_template(
        "triage/queue.html",
        today=_today(counts),
        next_case=page.rows[0] if page.rows else None,
        chips=_chips(counts, dict(page.filters)),
        rows=_rows(viewer, page.rows),
        filters=page.filters,
        previous_href=page.previous_cursor and _href(page.filters, cursor=page.previous_cursor),
        next_href=page.next_cursor and _href(page.filters, cursor=page.next_cursor),
    )


def _today(counts: Counts) -> str:
    if not counts.all:
        return str(gettext("Nothing is waiting. Well done."))
    if not counts.today:
        return str(gettext("Nothing has to be done today."))
    due = ngettext("Today: %(num)d task.", "Today: %(num)d tasks.", counts.today)
    if not counts.overdue:
        return str(due)
    late = ngettext("%(num)d is overdue.", "%(num)d are overdue.", counts.overdue)
    return f"{due} {late}"


def _chips(counts: Counts, filters: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "label": gettext(label),
            "href": _href(chosen),
            "is_current": chosen == filters,
            "count": getattr(counts, name),
        }
        for label, name, chosen in CHIPS
    ]


def _rows(viewer: Actor, ideas: list[Idea]) -> list[dict[str, Any]]:
    owners = queries.names_of({idea.case.owner_id for idea in ideas if idea.case})
    newcomers = queries.newcomers(idea.author_id for idea in ideas)
    return [_row(viewer, idea, owners, idea.author_id in newcomers) for idea in ideas]


def _row(viewer: Actor, idea: Idea, owners: dict[int, str], is_newcomer: bool) -> dict[str, Any]:
    assert idea.case is not None
    is_mine = idea.case.owner_id == viewer.actor_id
    return {
        "title": idea.title,
        "href": url_for("triage.case", idea_id=idea.id),
        "why": words.why(idea, is_newcomer=is_newcomer),
        "due": words.promise(idea.promised_at),
        "is_late": idea.promised_at < now(),
        "goal": idea.goal.title if idea.goal else None,
        "support_count": None if idea.meaning.is_withheld else idea.support_count,
        "owner": gettext("Me") if is_mine else owners.get(idea.case.owner_id or 0, gettext("Nobody")),
        "is_mine": is_mine,
    }


def _href(filters: Mapping[str, str], **more: str) -> str:
    arguments: dict[str, Any] = {**filters, **more}
    return url_for("triage.queue", **arguments)
