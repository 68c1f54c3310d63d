"""What whoever runs an arrangement sees of those who come."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.meetings import queries
from participation.meetings.services import signing_up
from participation.meetings.views.blueprint import blueprint
from participation.web import guards


@blueprint.get("/kalender/<id:meeting_id>/deltagere")
@guards.signed_in
def participants(meeting_id: int) -> str:
    """Who comes, and how to reach those with a place."""
    meeting = guards.found(queries.find(meeting_id))
    guards.require("meetings.run", meeting)
    return render_template(
        "meetings/participants.html", meeting=meeting, sign_ups=queries.sign_ups_of(meeting)
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
