"""The queue: what waits for staff, the nearest promise first."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext, ngettext

from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.clock import now
from participation.foundation.listing import COUNT_LIMIT
from participation.ideas.models import Idea
from participation.triage import queries
from participation.triage.queries import queue as queued
from participation.triage.queries.queue import Counts
from participation.triage.rules.bulk import BULK
from participation.triage.views import bulk_words, filters, words
from participation.triage.views.blueprint import blueprint
from participation.triage.views.ownership import place_of
from participation.web import guards


@blueprint.get("/")
@guards.signed_in
def queue() -> str:
    """The queue; the next case is what the page is for."""
    guards.require("triage.work")
    viewer = guards.viewer()
    counts = queued.counts_for(viewer)
    page = queued.queue_of(viewer).page(db.session(), queued.open_cases(), request.args)
    return render_template(
        "triage/queue.html",
        today=_today(counts),
        next_case=_next(viewer),
        rows=rows(viewer, page.rows),
        acts=list(BULK.values()),
        just_done=bulk_words.just_done(viewer),
        asked=page.filters,
        **filters.parts(viewer, page, counts),
    )


def _today(counts: Counts) -> str:
    if not counts.all:
        return str(gettext("Nothing is waiting. Well done."))
    if not counts.today:
        return str(gettext("Nothing has to be done today."))
    if counts.today > COUNT_LIMIT:
        return str(gettext("Today: more than %(count)s tasks.", count=COUNT_LIMIT))
    due = ngettext("Today: %(num)d task.", "Today: %(num)d tasks.", counts.today)
    if not counts.overdue:
        return str(due)
    late = ngettext("%(num)d is overdue.", "%(num)d are overdue.", counts.overdue)
    return f"{due} {late}"


def _next(viewer: Actor) -> dict[str, Any] | None:
    case = queued.next_case(viewer)
    if case is None:
        return None
    is_mine = case.owner_id is not None
    return {"id": case.id, "title": case.subject_title, "href": place_of(case), "is_mine": is_mine}


def rows(viewer: Actor, cases: list[Case]) -> list[dict[str, Any]]:
    """The cases as components/queue.html takes them."""
    ideas = queued.ideas_of(cases)
    newcomers = queries.newcomers(idea.author_id for idea in ideas.values())
    return [_row(viewer, case, ideas.get(case.id), newcomers) for case in cases]


def _row(viewer: Actor, case: Case, idea: Idea | None, newcomers: set[int]) -> dict[str, Any]:
    is_mine = case.owner_id is not None and case.owner_id == viewer.actor_id
    return {
        "id": case.id,
        "title": case.subject_title,
        "href": place_of(case),
        "kind": gettext(words.KINDS[case.kind]),
        "notes": _notes(idea, newcomers) if idea else "",
        "goal": idea.goal.title if idea and idea.goal else "",
        "due": words.promise(case.due_at),
        "is_late": case.due_at < now(),
        "owner": gettext("Me") if is_mine else (case.owner.display_name or "") if case.owner else "",
        "is_mine": is_mine,
        "take_href": url_for("triage.claim", case_id=case.id),
    }


def _notes(idea: Idea, newcomers: set[int]) -> str:
    """What is special about it, and how many support it."""
    notes = words.special(idea, is_newcomer=idea.author_id in newcomers)
    if idea.support_count and not idea.meaning.is_withheld:
        notes.append(ngettext("%(num)d supports it", "%(num)d support it", idea.support_count))
    return " · ".join(notes)
