"""The emergency brake: pulled, released, and what it has held shown together."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.moderation.forms import BrakeForm
from participation.moderation.queries import brake as queries
from participation.moderation.services import brake as services
from participation.moderation.views.blueprint import blueprint
from participation.municipalities import queries as municipalities
from participation.municipalities.services.settings import switch
from participation.web import guards
from participation.web.words import ngettext


@blueprint.route("/opgaver/noedbremse", methods=["GET", "POST"])
@guards.signed_in
def brake() -> Any:
    """Two ticks, each with what it does."""
    guards.require("municipalities.brake")
    settings = municipalities.settings()
    form = BrakeForm(obj=settings)
    if form.validate_on_submit():
        switch(
            actor=guards.viewer(),
            holds_everything=bool(form.holds_everything.data),
            is_sign_up_closed=bool(form.is_sign_up_closed.data),
        )
        flash(gettext("Saved."), "success")
        return redirect(url_for("moderation.brake"))
    page = render_template("moderation/brake.html", form=form, settings=settings, count=queries.count())
    return page, form.response_code


@blueprint.post("/opgaver/noedbremse/loesn")
@guards.signed_in
def release_brake() -> Response:
    """One click: everything as it was before."""
    guards.require("municipalities.brake")
    switch(actor=guards.viewer(), holds_everything=False, is_sign_up_closed=False)
    flash(gettext("The emergency brake is released."), "success")
    return redirect(url_for("moderation.brake"))


@blueprint.post("/opgaver/noedbremse/vis")
@guards.signed_in
def release_all_held() -> Response:
    """Show what was held, together."""
    guards.require("municipalities.brake")
    released = services.release_held(actor=guards.viewer())
    flash(ngettext("%(num)d text is shown now.", "%(num)d texts are shown now.", released.shown), "success")
    for idea in released.left:
        waits = gettext("“%(title)s” waits for a colleague: you take no part in it.", title=idea.safe_title)
        flash(waits, "info")
    return redirect(url_for("moderation.brake"))
