"""The desk's page about an offer: beside it the others about the same idea, and the three answers."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.adoptions import queries
from participation.adoptions.forms import DecideForm, ShowForm
from participation.adoptions.lifecycle import OFFERS
from participation.adoptions.models import Offer
from participation.adoptions.services import adopting
from participation.adoptions.views.blueprint import blueprint, done, idea_address, offer_for
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.projects.models import Project
from participation.web import guards
from participation.web.forms import SelectChoice

AGREE = "agree"


@blueprint.route("/opgaver/tilbud/<id:offer_id>", methods=["GET", "POST"])
@guards.signed_in
def case(offer_id: int) -> Any:
    """What was offered, by whom, and who else; agreeing leads to the project."""
    offer = offer_for(offer_id, "adoptions.see_case")
    others = queries.others_of(offer)
    form = _form(offer, others)
    if form.is_submitted():
        guards.require("adoptions.decide", offer)
        answered = _answered(form, offer) if form.validate() else None
        if answered is not None:
            return redirect(answered)
    page = render_template("adoptions/case.html", form=form, **_parts(offer, others))
    return page, form.response_code


def _form(offer: Offer, others: list[Offer]) -> DecideForm:
    form = DecideForm(version=offer.version)
    moves = OFFERS.moves_from(offer.status, by="moderator")
    form.move.choices = [SelectChoice(move.name, gettext(move.label)) for move in moves]
    active = (each for each in others if each.organisation.is_active)
    form.joined.choices = [SelectChoice(each.id, each.organisation.name) for each in active]
    return form


def _answered(form: DecideForm, offer: Offer) -> str | None:
    """Where to go next; None when it is refused, which the form says then."""
    sentence = form.sentence.data or ""
    if form.move.data == AGREE:
        project = _agreed(form, offer, sentence)
        return url_for("projects.work", project_id=project.id) if project else None
    said = {"move": form.move.data, "sentence": sentence, "seen_version": form.seen_version}
    if not done(form, adopting.answer, "sentence", offer=offer, **said):
        return None
    flash(gettext("Done, and those who offered are told."), "success")
    return url_for("adoptions.case", offer_id=offer.id)


def _agreed(form: DecideForm, offer: Offer, sentence: str) -> Project | None:
    said: dict[str, Any] = {"joined_ids": form.joined.data or [], "seen_version": form.seen_version}
    try:
        project = adopting.agree(actor=guards.viewer(), offer=offer, sentence=sentence, **said)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None
    flash(gettext("The project is there, and everybody concerned is told."), "success")
    return project


def _parts(offer: Offer, others: list[Offer]) -> dict[str, Any]:
    may_decide = can(guards.viewer(), "adoptions.decide", offer)
    return {
        "offer": offer,
        "others": others,
        "href": idea_address(offer.idea),
        "may_decide": offer.meaning.awaits_decision and may_decide,
        "may_show": offer.meaning.is_open and offer.held_reason is not None and may_decide,
    }


@blueprint.post("/opgaver/tilbud/<id:offer_id>/vis")
@guards.signed_in
def show(offer_id: int) -> Any:
    """Let everybody read it."""
    offer = offer_for(offer_id, "adoptions.decide")
    adopting.show(actor=guards.viewer(), offer=offer, seen_version=ShowForm().seen_version)
    flash(gettext("Everybody can read the offer now."), "success")
    return redirect(url_for("adoptions.case", offer_id=offer.id))
