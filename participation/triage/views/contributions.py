"""Asking a colleague for a contribution, and the page behind the link that the colleague is sent."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.triage.forms.notes import AskColleagueForm, ContributionForm
from participation.triage.models import Contribution
from participation.triage.queries import notes as queries
from participation.triage.services import contributions as services
from participation.triage.views.blueprint import blueprint
from participation.web import guards
from participation.web.limits import Limit, address, spend

ASKING = Limit("triage.ask_colleague", 20, timedelta(hours=1))
GIVING = Limit("triage.give_contribution", 30, timedelta(hours=1))
MISSING = Limit("triage.contribution_link", 60, timedelta(hours=1))


@blueprint.route("/<id:idea_id>/bidrag", methods=["GET", "POST"])
@guards.signed_in
def ask_colleague(idea_id: int) -> Any:
    """Whom to ask, what, and until when."""
    guards.require("triage.work")
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("cases.work", idea.case)
    form = AskColleagueForm()
    if form.validate_on_submit() and _ask(form, idea):
        flash(gettext("Your colleague gets a mail with a link."), "success")
        return redirect(url_for("triage.case", idea_id=idea.id, _anchor="noter"), 303)
    return render_template("triage/ask_colleague.html", idea=idea, form=form), form.response_code


def _ask(form: AskColleagueForm, idea: Any) -> bool:
    spend(ASKING, str(guards.viewer().actor_id))
    words = {name: form[name].data for name in ("recipient", "question", "due_on")}
    try:
        services.ask_colleague(actor=guards.viewer(), idea=idea, **words)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


@blueprint.post("/bidrag/<id:contribution_id>/traek-tilbage")
@guards.signed_in
def withdraw_contribution(contribution_id: int) -> Response:
    """Ask no more."""
    guards.require("triage.work")
    asked = guards.found(queries.contribution(contribution_id))
    services.withdraw_contribution(actor=guards.viewer(), contribution=asked)
    flash(gettext("The link does not work any more."), "success")
    return redirect(url_for("triage.case", idea_id=asked.idea_id, _anchor="noter"), 303)


@blueprint.route("/bidrag/<contribution_token>", methods=["GET", "POST"])
def contribute(contribution_token: str) -> Any:
    """The idea, the question and a field; whoever has the link may write until the deadline."""
    asked = _asked(contribution_token)
    if not asked.is_open:
        return render_template("triage/_contribution_over.html", asked=asked), 410
    form = ContributionForm(data=_said(asked))
    if form.validate_on_submit() and _give(form, asked):
        return redirect(url_for("triage.contribute", contribution_token=contribution_token), 303)
    note = queries.note_of(asked)
    return render_template("triage/contribute.html", asked=asked, form=form, note=note), form.response_code


def _give(form: ContributionForm, asked: Contribution) -> bool:
    spend(GIVING, str(asked.id))
    words = {name: form[name].data or "" for name in ("body", "name", "department")}
    try:
        services.give_contribution(
            actor=guards.viewer(), contribution=asked, seen=request.form.get("seen"), **words
        )
    except RuleViolation as refusal:
        form.refuse(refusal, "body")
        return False
    return True


def _asked(token: str) -> Contribution:
    asked = queries.contribution_by(services.hash_of(token=token))
    if asked is None:
        spend(MISSING, address())
    return guards.found(asked)


def _said(asked: Contribution) -> dict[str, str]:
    note = queries.note_of(asked)
    return {"body": note.body if note else "", "name": asked.name, "department": asked.department}
