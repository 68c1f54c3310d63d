"""Being in on somebody's offer, and being out of it again."""

from typing import Any

from flask import flash, render_template
from flask_babel import gettext

from participation.adoptions import queries
from participation.adoptions.forms import JoinForm
from participation.adoptions.models import Offer
from participation.adoptions.services import offering
from participation.adoptions.views.blueprint import (
    JOINS,
    blueprint,
    done,
    idea_address,
    offer_for,
    to_idea,
)
from participation.organisations import queries as organisations
from participation.web import guards
from participation.web.limits import spend


@blueprint.route("/tilbud/<id:offer_id>/vaer-med", methods=["GET", "POST"])
@guards.named
def join(offer_id: int) -> Any:
    """For oneself, or for another organisation."""
    offer, viewer = offer_for(offer_id, "adoptions.join"), guards.viewer()
    form = JoinForm()
    form.offer_organisations(queries.choices_to_join(viewer, offer))
    if form.validate_on_submit():
        spend(JOINS, str(viewer.actor_id))
        if _joined(form, offer):
            flash(gettext("You are in on it. You hear what comes of it."), "success")
            return to_idea(offer.idea)
    page = render_template("adoptions/join.html", form=form, offer=offer, href=idea_address(offer.idea))
    return page, form.response_code


def _joined(form: JoinForm, offer: Offer) -> bool:
    organisation = organisations.find(form.organisation_id)
    return done(form, offering.join, offer=offer, organisation=organisation)


@blueprint.post("/tilbud/<id:offer_id>/ikke-med")
@guards.signed_in
def leave(offer_id: int) -> Any:
    """Out of it again."""
    offer = offer_for(offer_id, "adoptions.leave")
    offering.leave(actor=guards.viewer(), offer=offer)
    flash(gettext("You are not in on it any more."), "success")
    return to_idea(offer.idea)
