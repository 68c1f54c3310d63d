"""What a resident does: sign up, and leave."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.meetings import queries
from participation.meetings.forms import SignUpForm
from participation.meetings.models import Meeting
from participation.meetings.services import signing_up
from participation.meetings.views.blueprint import blueprint
from participation.web import guards
from participation.web.limits import Limit, spend

JOINED = N_("You have signed up. We write to you if anything changes.")
WAITING = N_("All places are taken, so you are next in line. We write to you when there is one for you.")
CHANGES = Limit("meetings.change", 60, timedelta(hours=1))


@blueprint.route("/kalender/<id:meeting_id>/tilmeld", methods=["GET", "POST"])
@guards.named
def sign_up(meeting_id: int) -> Any:
    """Say that one comes."""
    meeting = guards.found(queries.find(meeting_id))
    guards.require("meetings.sign_up", meeting)
    form = SignUpForm()
    if form.validate_on_submit():
        spend(CHANGES, str(guards.viewer().actor_id))
        if _signed_up(form, meeting):
            return _back(meeting)
    return render_template("meetings/sign_up.html", form=form, meeting=meeting), form.response_code


@blueprint.post("/kalender/<id:meeting_id>/afmeld")
@guards.signed_in
def withdraw(meeting_id: int) -> Response:
    """Not come after all, with one click."""
    meeting = guards.found(queries.find(meeting_id))
    present = queries.sign_up_of(guards.viewer().actor_id, meeting)
    if present is not None:
        signing_up.withdraw(actor=guards.viewer(), sign_up=present)
    flash(gettext("You are not on the list any more. Thank you for saying so."), "success")
    return (
        redirect(url_for("pages.mine", _anchor="arrangementer"))
        if request.form.get("back") == "mine"
        else _back(meeting)
    )


def _signed_up(form: SignUpForm, meeting: Meeting) -> bool:
    try:
        present = signing_up.sign_up(actor=guards.viewer(), meeting=meeting, message=form.message.data or "")
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    flash(gettext(JOINED if present.has_place else WAITING), "success")
    return True


def _back(meeting: Meeting) -> Response:
    return redirect(url_for("pages.meeting", meeting_id=meeting.id, slug=meeting.slug))
