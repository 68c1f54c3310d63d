"""What whoever runs an arrangement sees of those who come, and writes to them."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.meetings import queries
from participation.meetings.models import Meeting
from participation.meetings.services import letters, signing_up
from participation.meetings.views.blueprint import blueprint
from participation.places.forms import LetterForm
from participation.web import guards
from participation.web.limits import Limit, spend

LETTERS = Limit("meetings.letter", 5, timedelta(days=1))


@blueprint.get("/kalender/<id:meeting_id>/deltagere")
@guards.signed_in
def participants(meeting_id: int) -> str:
    """Who comes, and how to reach those with a place."""
    meeting = guards.found(queries.find(meeting_id))
    guards.require("meetings.run", meeting)
    return render_template(
        "meetings/participants.html",
        meeting=meeting,
        sign_ups=queries.sign_ups_of(meeting),
        letters=queries.letters_of(meeting),
    )


@blueprint.post("/kalender/<id:meeting_id>/deltagere/<id:sign_up_id>/fjern")
@guards.signed_in
def remove(meeting_id: int, sign_up_id: int) -> Response:
    """Take somebody off the list who does not come after all; whoever waits gets the place."""
    present = guards.found(queries.sign_up(sign_up_id))
    guards.found(present if present.meeting_id == meeting_id else None)
    guards.require("meetings.remove", present)
    signing_up.remove(actor=guards.viewer(), sign_up=present)
    flash(gettext("The place is free again, or given to who waited."), "success")
    return redirect(url_for("meetings.participants", meeting_id=meeting_id))


@blueprint.route("/kalender/<id:meeting_id>/deltagere/skriv", methods=["GET", "POST"])
@guards.signed_in
def write(meeting_id: int) -> Any:
    """Write to those who come."""
    meeting, form = guards.found(queries.find(meeting_id)), LetterForm()
    guards.require("meetings.see_participants", meeting)
    if form.validate_on_submit() and _sent(form, meeting):
        flash(gettext("Sent. Everybody gets it as a mail of their own."), "success")
        return redirect(url_for("meetings.participants", meeting_id=meeting_id))
    return render_template("meetings/write.html", form=form, meeting=meeting), form.response_code


def _sent(form: LetterForm, meeting: Meeting) -> bool:
    spend(LETTERS, f"{meeting.id}:{guards.viewer().actor_id}")
    try:
        letters.write_to_participants(actor=guards.viewer(), meeting=meeting, text=form.letter)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True
