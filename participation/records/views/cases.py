"""One case: its journal number, and all of it as a file."""

from flask import flash, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.clock import today
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.records.forms import CaseFileForm, JournalForm
from participation.records.rules.case_file import CaseFile
from participation.records.services.exporting import note_case_file
from participation.records.services.journal import journalise
from participation.records.views.blueprint import blueprint, spend_export
from participation.records.views.case_assembly import case_file_of
from participation.web import guards

MEDIA_TYPES = {"html": "text/html", "json": "application/json"}


@blueprint.get("/<id:idea_id>/sagsakt")
@guards.signed_in
def case_file(idea_id: int) -> str:
    """The journal number, and the choice of a file."""
    idea = _found(idea_id)
    number = idea.case.journal_number if idea.case else ""
    return _page(idea, JournalForm(number=number), CaseFileForm())


@blueprint.post("/<id:idea_id>/journalnummer")
@guards.signed_in
def name_journal(idea_id: int) -> Response:
    """Write the journal number on the case."""
    idea, form = _found(idea_id), JournalForm()
    guards.require("records.journalise", idea)
    if not form.validate_on_submit():
        return make_response(_page(idea, form, CaseFileForm(formdata=None)), form.response_code)
    journalise(actor=guards.viewer(), idea=idea, number=form.number.data or "")
    flash(gettext("Saved."), "success")
    return redirect(url_for("triage.case", idea_id=idea.id))


@blueprint.post("/<id:idea_id>/sagsakt/hent")
@guards.signed_in
def export_case(idea_id: int) -> Response:
    """The whole case as one file, which needs nothing else to be read."""
    idea, form = _found(idea_id), CaseFileForm()
    if not form.validate_on_submit():
        return make_response(_page(idea, JournalForm(formdata=None), form), form.response_code)
    spend_export()
    file, kind = case_file_of(idea, with_notes=form.with_notes.data), str(form.format_name.data)
    note_case_file(actor=guards.viewer(), idea=idea, format_name=kind)
    response = make_response(_written(file, kind))
    response.mimetype = MEDIA_TYPES[kind]
    response.headers.set("Content-Disposition", "attachment", filename=_name(idea, kind))
    return response


def _found(idea_id: int) -> Idea:
    guards.require("records.export")
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("records.export_case", idea)
    return idea


def _page(idea: Idea, journal: JournalForm, form: CaseFileForm) -> str:
    return render_template("records/case_file.html", idea=idea, journal=journal, form=form)


def _written(file: CaseFile, kind: str) -> str:
    if kind == "json":
        return file.model_dump_json(indent=2)
    return render_template("records/export_case.html", file=file)


def _name(idea: Idea, kind: str) -> str:
    """Letters, digits and hyphens only, whatever the title holds."""
    word = gettext("case")
    return f"{word}-{idea.id}-{today()}.{kind}"
