"""Sheets of supports: entering one, its codes to print, and setting one aside."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import ngettext

from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.papers import queries, rules
from participation.papers.forms import InvalidateForm, SheetForm
from participation.papers.models import SupportSheet
from participation.papers.queries import code_of
from participation.papers.services.sheets import Sheet, enter_sheet, invalidate_sheet
from participation.papers.views.blueprint import blueprint
from participation.papers.views.printing import claim_address
from participation.web import guards


@blueprint.route("/opgaver/<id:idea_id>/underskrifter", methods=["GET", "POST"])
@guards.signed_in
def sheet(idea_id: int) -> Any:
    """The sheets of an idea, and the form for the next."""
    guards.require("papers.enter")
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    form = SheetForm()
    if form.validate_on_submit():
        kept = _entered(idea, form)
        if kept is not None:
            return redirect(url_for("papers.codes", sheet_id=kept.id))
    return render_template(
        "papers/sheet.html", idea=idea, form=form, sheets=queries.sheets_of(idea)
    ), form.response_code


def _entered(idea: Idea, form: SheetForm) -> SupportSheet | None:
    written: dict[str, Any] = form.data
    lines, others = rules.lines_in(written["lines"] or ""), written["others"] or 0
    sheet = Sheet(written["received_on"], lines, others, written["label"] or "")
    try:
        kept, counted = enter_sheet(actor=guards.viewer(), idea=idea, sheet=sheet, seen_sheets=form.seen.data)
    except RuleViolation as refusal:
        form.refuse(refusal, "lines")
        return None
    _tell(counted, again=len(lines) + others - counted)
    return kept


def _tell(counted: int, *, again: int) -> None:
    new = ngettext("%(num)d new support is counted.", "%(num)d new supports are counted.", counted)
    flash(new, "success")
    if again:
        flash(ngettext("%(num)d was counted already.", "%(num)d were counted already.", again), "info")


@blueprint.get("/opgaver/underskrifter/<id:sheet_id>/koder")
@guards.signed_in
def codes(sheet_id: int) -> str:
    """A code for each line whose person has no account, to cut out and hand over."""
    guards.require("papers.enter")
    found = guards.found(queries.sheet(sheet_id))
    idea = guards.found(ideas.find(guards.viewer(), found.idea_id))
    lines = [
        (number, code_of(person) if person.is_paper and person.is_active else None)
        for number, person in queries.lines_of(found)
    ]
    return render_template("papers/codes.html", idea=idea, sheet=found, lines=lines, address=claim_address())


@blueprint.route("/opgaver/underskrifter/<id:sheet_id>/ugyldig", methods=["GET", "POST"])
@guards.signed_in
def invalidate(sheet_id: int) -> Any:
    """Let a whole sheet count no more, with a reason."""
    found = guards.found(queries.sheet(sheet_id))
    guards.require("papers.invalidate", found)
    idea, form = guards.found(ideas.find(guards.viewer(), found.idea_id)), InvalidateForm()
    if form.validate_on_submit():
        gone = invalidate_sheet(actor=guards.viewer(), sheet=found, idea=idea, reason=form.reason.data or "")
        flash(ngettext("%(num)d support counts no more.", "%(num)d supports count no more.", gone), "success")
        return redirect(url_for("papers.sheet", idea_id=idea.id))
    return render_template("papers/invalidate.html", idea=idea, sheet=found, form=form), form.response_code
