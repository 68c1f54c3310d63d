"""Offering to carry an idea out; the page for those who offer; mending and taking back."""

from typing import Any

from flask import flash, render_template, request
from flask_babel import gettext

from participation.adoptions import queries
from participation.adoptions.forms import ChangeForm, ConfirmForm, OfferForm
from participation.adoptions.models import Offer
from participation.adoptions.services import offering
from participation.adoptions.services.offering import ALREADY
from participation.adoptions.views.blueprint import (
    OFFERS,
    blueprint,
    done,
    idea_address,
    name_of,
    offer_for,
    to_offer,
)
from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.organisations import queries as organisations
from participation.web import guards
from participation.web.forms import SelectChoice
from participation.web.limits import spend


@blueprint.route("/ideer/<id:idea_id>/tilbyd", methods=["GET", "POST"])
@guards.signed_in
def offer(idea_id: int) -> Any:
    """How we would do it; whoever acts for nobody is told how a group begins."""
    viewer = guards.viewer()
    idea = guards.found(ideas.find(viewer, idea_id))
    guards.require("adoptions.offer", idea)
    form, taken = _form(queries.choices_for(viewer, idea)), queries.made_for(viewer, idea)
    if form.is_submitted() and taken and not form.organisation.choices:
        form.refuse(RuleViolation(ALREADY, name=taken[0].organisation.name))
    elif form.organisation.choices and form.validate_on_submit() and _is_meant(form):
        spend(OFFERS, str(viewer.actor_id))
        made = _made(form, idea)
        if made is not None:
            flash(gettext("Thank you. We have your offer, and you hear from us."), "success")
            return to_offer(made)
    return _page("adoptions/offer.html", form, idea=idea, href=idea_address(idea), taken=taken)


def _form(choices: dict[int, str]) -> OfferForm:
    wanted = request.args.get("organisation", type=int)
    form = OfferForm(organisation=wanted if wanted in choices else next(iter(choices), None))
    form.organisation.choices = [SelectChoice(number, name) for number, name in choices.items()]
    return form


def _is_meant(form: Any) -> bool:
    return guards.viewer().is_staff or bool(form.is_meant("body"))


def _made(form: OfferForm, idea: Idea) -> Offer | None:
    organisation = guards.found(organisations.find(form.organisation.data))
    try:
        return offering.offer(
            actor=guards.viewer(), idea=idea, organisation=organisation, body=form.body.data or ""
        )
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None


@blueprint.get("/tilbud/<id:offer_id>")
@guards.signed_in
def inside(offer_id: int) -> str:
    """How it stands with an offer, for those who made it and those who joined."""
    found = offer_for(offer_id, "adoptions.see_offer")
    shown = {"offer": found, "offerer": name_of(found.organisation), "href": idea_address(found.idea)}
    return render_template("adoptions/inside.html", **shown)


@blueprint.route("/tilbud/<id:offer_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def change(offer_id: int) -> Any:
    """Other words, and sent again where more was asked for."""
    found = offer_for(offer_id, "adoptions.change_offer")
    form = ChangeForm(obj=found)
    is_meant = form.validate_on_submit() and _is_meant(form)
    if is_meant and done(form, offering.change, offer=found, body=form.body.data or ""):
        flash(gettext("Saved."), "success")
        return to_offer(found)
    return _page("adoptions/change.html", form, offer=found)


@blueprint.route("/tilbud/<id:offer_id>/traek-tilbage", methods=["GET", "POST"])
@guards.signed_in
def withdraw(offer_id: int) -> Any:
    """Asked before an offer is taken back."""
    found, form = offer_for(offer_id, "adoptions.see_offer"), ConfirmForm()
    if request.method == "POST" and found.meaning.is_withdrawn:
        return to_offer(found)
    guards.require("adoptions.withdraw_offer", found)
    if form.validate_on_submit() and done(form, offering.withdraw, offer=found):
        flash(gettext("The offer is taken back."), "success")
        return to_offer(found)
    return _page("adoptions/withdraw.html", form, offer=found)


def _page(template: str, form: Any, **more: Any) -> tuple[str, int]:
    return render_template(template, form=form, **more), form.response_code
