"""Internal notes: the panel on a case, and a page to write or change one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.cases.models import Case
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.ideas.models import Idea
from participation.triage.forms.notes import NoteForm
from participation.triage.models import AnswerDraft
from participation.triage.queries import notes as queries
from participation.triage.queries.beside import Beside
from participation.triage.queries.templates import drafts_of
from participation.triage.rules import ACTS, Act
from participation.triage.services import notes as services
from participation.triage.views.blueprint import blueprint
from participation.web import guards
from participation.web.limits import Limit, spend

LIMIT = Limit("triage.note", 120, timedelta(hours=1))


@blueprint.route("/sager/<id:case_id>/noter", methods=["GET", "POST"])
@guards.signed_in
def write_note(case_id: int) -> Any:
    """Add a note to a case of any kind, and return to where it is seen to."""
    guards.require("triage.work")
    case = guards.found(queries.case_of(case_id))
    guards.require("cases.work", case)
    form = NoteForm()
    if form.validate_on_submit():
        spend(LIMIT, str(guards.viewer().actor_id))
        services.write_note(actor=guards.viewer(), case=case, body=form.body.data or "")
        return _to_case(case)
    return render_template("triage/write_note.html", case=case, form=form), form.response_code


@blueprint.route("/noter/<id:note_id>", methods=["GET", "POST"])
@guards.signed_in
def edit_note(note_id: int) -> Any:
    """Change one's own note."""
    guards.require("triage.work")
    note = guards.found(queries.note(note_id))
    guards.require("triage.edit_note", note)
    case = guards.found(queries.case_of(note.case_id))
    guards.require("cases.work", case)
    form = NoteForm(obj=note)
    if form.validate_on_submit():
        services.edit_note(actor=guards.viewer(), note=note, case=case, body=form.body.data or "")
        return _to_case(case)
    return render_template("triage/edit_note.html", case=case, form=form), form.response_code


def _to_case(case: Case) -> Response:
    flash(gettext("The note is saved."), "success")
    place = case.place or url_for("triage.queue").removeprefix(url_for("pages.front"))
    return redirect(f"{url_for('pages.front')}{place}#noter", 303)


def notes_of(viewer: Actor, idea: Idea, there: Beside) -> dict[str, Any]:
    """What the case page shows: notes, questions to colleagues, the viewer's own drafts."""
    if idea.case_id is None:
        return {"notes": [], "contributions": [], "drafts": []}
    return {
        "notes": notes_about(viewer, idea) if there.notes else [],
        "contributions": queries.contributions_to(idea) if there.contributions else [],
        "drafts": _drafts(viewer, idea) if there.drafts else [],
    }


def notes_about(viewer: Actor, idea: Idea) -> list[dict[str, Any]]:
    """What staff and colleagues have noted about an idea, the newest first."""
    return rows_of(viewer, queries.notes_on(idea.case_id)) if idea.case_id is not None else []


def _drafts(viewer: Actor, idea: Idea) -> list[tuple[AnswerDraft, Act]]:
    """The viewer's drafts for acts that can still be made."""
    acts = [(draft, ACTS.get(draft.act)) for draft in drafts_of(viewer, idea)]
    return [(draft, act) for draft, act in acts if act and can(viewer, act.permission, idea)]


def rows_of(viewer: Actor, shown: Sequence[queries.ShownNote]) -> list[dict[str, Any]]:
    """Notes as templates/triage/_notes.html takes them."""
    return [
        {
            "id": each.note.id,
            "body": each.note.body,
            "at": each.note.created_at,
            "changed_at": each.note.changed_at,
            "by": _signature(each),
            "contribution": each.note.contribution,
            "is_own": can(viewer, "triage.edit_note", each.note),
        }
        for each in shown
    ]


def _signature(shown: queries.ShownNote) -> str:
    given = shown.note.contribution
    if given is not None:
        return f"{given.name}, {given.department}"
    return shown.by or str(gettext("A former colleague"))
