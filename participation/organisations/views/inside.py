"""One's own organisations, and whether one is shown on their pages."""

from typing import Any

from flask import flash, redirect, render_template
from flask_babel import gettext

from participation.organisations import queries
from participation.organisations.forms import ShowMeForm
from participation.organisations.services import belonging
from participation.organisations.views.blueprint import blueprint
from participation.organisations.views.loading import found, inside_of
from participation.web import guards


@blueprint.get("/min-side/foreninger")
@guards.signed_in
def mine() -> str:
    """Where one belongs, applications too."""
    return render_template("organisations/mine.html", rows=queries.mine(guards.viewer().actor_id))


@blueprint.post("/foreninger/<id:organisation_id>/vis-mig")
@guards.signed_in
def show_me(organisation_id: int) -> Any:
    """Whether one stands on the page."""
    organisation = found(organisation_id, "organisations.belong")
    form = ShowMeForm()
    if form.validate_on_submit():
        wanted = bool(form.wanted.data)
        belonging.show_me(actor=guards.viewer(), organisation=organisation, wanted=wanted)
        flash(gettext("Saved."), "success")
    return redirect(inside_of(organisation))
