"""A bulk act in words: what will happen to each case, who is told, and what has come of it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext

from participation.cases.models import Case
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.clock import now
from participation.foundation.text import N_
from participation.ideas.lifecycle import IDEAS
from participation.ideas.rules import revocable_until
from participation.ideas.services.needs import Details
from participation.triage.forms import MoveForm
from participation.triage.forms.bulk import SpreadForm
from participation.triage.models import BulkAct, ItemState
from participation.triage.queries import bulk as queries
from participation.triage.queries.bulk import Line
from participation.triage.rules import Act
from participation.triage.rules.bulk import BULK, MOST
from participation.triage.rules.saying import said_by
from participation.triage.rules.spreading import RATE as RATE
from participation.triage.views import previews, words
from participation.web.templating import show_date

STATES = {
    ItemState.WAITING: N_("Waits its turn"),
    ItemState.DONE: N_("Done"),
    ItemState.REFUSED: N_("Not done"),
    ItemState.UNDONE: N_("Undone"),
}


def form_page(act: Act, cases: Sequence[Case], form: MoveForm) -> str:
    """The form for all that was chosen."""
    return render_template(
        "triage/prepare.html", act=act, cases=cases, most=MOST, form=form, hints=form.hints
    )


def page(bulk: BulkAct, viewer: Actor, form: SpreadForm) -> str:
    """What will happen, or what has happened."""
    lines = queries.lines_of(bulk, viewer)
    shown = _before if bulk.started_at is None else _after
    act = BULK[bulk.name]
    return render_template("triage/bulk.html", bulk=bulk, act=act, form=form, **shown(bulk, viewer, lines))


def _before(bulk: BulkAct, viewer: Actor, lines: list[Line]) -> dict[str, Any]:
    happening = [line for line in lines if line.will_happen]
    said = said_by(bulk)
    act = BULK[bulk.name]
    by_need = {each.name: getattr(said, each.name) for each in fields(said)}
    wanted = {name: value for name, value in by_need.items() if value}
    return {
        "rows": [_row(bulk, line, _will(act, line, said)) for line in happening],
        "others": [_row(bulk, line, gettext(line.obstacle)) for line in lines if line.obstacle],
        "told": _told(bulk, viewer, happening, said),
        "spreads": _spreads(happening) if bulk.name == "publish" else None,
        "says": previews.said_in(act, wanted),
        "target": IDEAS.meanings[act.target] if act.target else None,
    }


def _told(bulk: BulkAct, viewer: Actor, happening: list[Line], said: Details) -> str:
    colleague = queries.colleague_of(said)
    if colleague is not None and happening:
        return str(gettext("%(name)s is told.", name=colleague.display_name))
    return words.told(queries.told(viewer, bulk.name, [line.idea for line in happening if line.idea]))


def _after(bulk: BulkAct, viewer: Actor, lines: list[Line]) -> dict[str, Any]:
    by_state: dict[ItemState, list[Line]] = {state: [] for state in ItemState}
    for line in lines:
        by_state[line.item.state].append(line)
    ends = [revocable_until(line.item.told_from) for line in by_state[ItemState.DONE] if line.item.told_from]
    until = max(ends, default=None)
    return {
        "counts": {state.value: len(members) for state, members in by_state.items()},
        "rows": [_row(bulk, line, _became(line)) for line in lines],
        "until": until if until and until > now() and can(viewer, "triage.undo_bulk", bulk) else None,
    }


def _row(bulk: BulkAct, line: Line, words: str) -> dict[str, Any]:
    item, idea = line.item, line.idea
    is_done = item.state is ItemState.DONE and item.told_from is not None
    return {
        "id": item.id,
        "title": item.case.subject_title or (idea.title if idea else ""),
        "href": url_for("triage.case", idea_id=idea.id) if idea else None,
        "words": words,
        "state": item.state.value,
        "can_undo": is_done and now() < revocable_until(item.told_from or now()),
    }


def _will(act: Act, line: Line, said: Details) -> str:
    """What will happen to one: where it goes or to whom, and its own promise."""
    colleague = queries.colleague_of(said)
    if colleague is not None:
        return str(gettext("Goes to %(name)s", name=colleague.display_name))
    goes = gettext(IDEAS.meanings[act.target].label) if act.target else gettext(act.label)
    if line.item.promise_on is None:
        return str(goes)
    return str(gettext("%(goes)s, answer by %(date)s", goes=goes, date=show_date(line.item.promise_on)))


def _became(line: Line) -> str:
    state = gettext(STATES[line.item.state])
    return f"{state}: {gettext(line.item.refusal)}" if line.item.refusal else state


def _spreads(lines: list[Line]) -> dict[str, Any]:
    days = [line.item.promise_on for line in lines if line.item.promise_on]
    return {"first": min(days, default=None), "last": max(days, default=None), "count": len(lines)}


def just_done(viewer: Actor, *, since: datetime | None = None) -> list[dict[str, Any]]:
    """The viewer's bulk acts of the last minutes, newest first; two statements."""
    acts = queries.just_done(viewer, since=since)
    counts = queries.counts_of([act.id for act in acts]) if acts else {}
    return [
        {
            "label": gettext(BULK[act.name].label),
            "count": counts[act.id].get(ItemState.DONE, 0),
            "at": act.started_at,
            "href": url_for("triage.bulk", bulk_id=act.id),
            "undo_href": url_for("triage.undo_bulk", bulk_id=act.id),
        }
        for act in acts
    ]
