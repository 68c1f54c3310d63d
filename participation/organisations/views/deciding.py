"""The desk's page about an organisation: its application, and what becomes of a silent one."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.authorization import can
from participation.organisations import queries
from participation.organisations.forms import DecideForm, RescueForm
from participation.organisations.lifecycle import ORGANISATIONS
from participation.organisations.models import Organisation
from participation.organisations.services import applying, silence
from participation.organisations.services.succeeding import is_silent
from participation.organisations.views.blueprint import blueprint
from participation.organisations.views.loading import done, found
from participation.web import guards
from participation.web.forms import SelectChoice
from participation.web.locale import current_language


@blueprint.route("/opgaver/foreninger/<id:organisation_id>", methods=["GET", "POST"])
@guards.signed_in
def application(organisation_id: int) -> Any:
    """What was filled in, who signs for it, and the three answers."""
    organisation = found(organisation_id, "organisations.see_application")
    form = _form(organisation)
    if form.is_submitted():
        guards.require("organisations.decide", organisation)
        if form.validate() and _decided(organisation, form):
            flash(gettext("Done, and the applicant is told."), "success")
            return redirect(url_for("organisations.application", organisation_id=organisation.id))
    page = render_template("organisations/application.html", form=form, **_parts(organisation))
    return page, form.response_code


def _form(organisation: Organisation) -> DecideForm:
    form = DecideForm()
    waits = organisation.meaning.awaits_decision
    moves = ORGANISATIONS.moves_from(organisation.status, by="moderator") if waits else []
    form.move.choices = [SelectChoice(move.name, gettext(move.label)) for move in moves]
    return form


def _decided(organisation: Organisation, form: DecideForm) -> bool:
    said = {"move": form.move.data, "sentence": form.sentence.data or ""}
    return done(form, applying.decide, "sentence", organisation=organisation, **said)


def _parts(organisation: Organisation) -> dict[str, Any]:
    viewer = guards.viewer()
    return {
        "organisation": organisation,
        "owners": [each for each in queries.people_of(organisation) if each.meaning.leads],
        "may_decide": organisation.meaning.awaits_decision
        and can(viewer, "organisations.decide", organisation),
        "same_cvr": queries.with_cvr_of(organisation),
        "rescues": queries.rescues_of(organisation),
        "is_silent": organisation.is_active and is_silent(organisation=organisation),
    }


@blueprint.route("/opgaver/foreninger/<id:organisation_id>/giv-videre", methods=["GET", "POST"])
@guards.signed_in
def rescue(organisation_id: int) -> Any:
    """Hand a silent organisation over, with a reason."""
    organisation = found(organisation_id, "organisations.rescue")
    form = RescueForm()
    if form.validate_on_submit():
        said = {"email": form.email.data, "reason": form.reason.data, "language": current_language()}
        if done(form, silence.rescue, "email", organisation=organisation, **said):
            flash(gettext("The invitation is sent. Nothing changes before they have said yes."), "success")
            return redirect(url_for("organisations.application", organisation_id=organisation.id))
    page = render_template("organisations/rescue.html", form=form, **_parts(organisation))
    return page, form.response_code
