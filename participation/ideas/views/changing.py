"""Changing what one has written: before publication, and after it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.ideas import queries
from participation.ideas.forms import AdditionForm, ConfirmForm, DraftForm, WithdrawForm
from participation.ideas.models import Addition, Idea
from participation.ideas.permissions import speaks_for
from participation.ideas.services import moves, writing
from participation.ideas.services.versions import IdeaText
from participation.ideas.views import words
from participation.ideas.views.blueprint import blueprint
from participation.ideas.views.writing_form import (
    COMPARE,
    DRAFT,
    WRITTEN,
    action,
    address_of,
    choose_organisation,
    form_for,
    is_meant,
    spend,
    text_of,
)
from participation.web import guards


def own_idea(idea_id: int, permission: str) -> Idea:
    """The idea, when the viewer may do that with it."""
    idea = guards.found(queries.find(guards.viewer(), idea_id))
    guards.require(permission, idea)
    return idea


@blueprint.route("/ideer/<id:idea_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def edit(idea_id: int) -> Any:
    """The form again; a change of a published idea is compared before it is saved."""
    idea = own_idea(idea_id, "ideas.edit")
    waiting = queries.proposed_version(idea)
    form = form_for(IdeaText.of(waiting or idea), version=idea.version, organisation_id=idea.organisation_id)
    if not can(guards.viewer(), "ideas.choose_organisation", idea):
        form.offer_organisations({})
    is_sound = form.validate_on_submit()
    is_compared = is_sound and action() == COMPARE
    if is_sound and not is_compared and is_meant(form) and _changed(idea, form):
        return redirect(_after(idea))
    compared = words.compared(IdeaText.of(idea), text_of(form) if is_compared else None)
    page = render_template(
        "ideas/edit.html", idea=idea, form=form, **compared, **words.before_editing(idea, waiting)
    )
    return page, form.response_code


def _changed(idea: Idea, form: DraftForm) -> bool:
    spend(WRITTEN, guards.viewer())
    try:
        writing.edit(actor=guards.viewer(), idea=idea, text=text_of(form), seen_version=form.version.data)
        choose_organisation(form, idea)
    except RuleViolation as refusal:
        form.refuse(refusal)
        form.version.data = idea.version
        form.version.raw_data = None
        return False
    return True


def _after(idea: Idea) -> str:
    if queries.proposed_version(idea) is not None:
        flash(
            gettext("Your change is sent. It is shown as soon as the municipality has agreed to it."), "info"
        )
        return address_of(idea)
    if can(guards.viewer(), "ideas.move_submit", idea) and action() != DRAFT:
        return url_for("ideas.preview", idea_id=idea.id)
    flash(gettext("The change is saved."), "success")
    return address_of(idea) if not idea.meaning.awaits_author else url_for("ideas.mine")


@blueprint.route("/ideer/<id:idea_id>/tilfoej", methods=["GET", "POST"])
@guards.signed_in
def add_to(idea_id: int) -> Any:
    """A dated addition."""
    idea = own_idea(idea_id, "ideas.add_to")
    form = AdditionForm()
    if form.validate_on_submit() and form.is_meant("body"):
        spend(WRITTEN, guards.viewer())
        added = writing.add_to(actor=guards.viewer(), idea=idea, body=str(form.body.data))
        _say_added(added)
        return redirect(address_of(idea))
    page = render_template("ideas/add_to.html", idea=idea, form=form, href=address_of(idea))
    return page, form.response_code


def _say_added(added: Addition) -> None:
    if added.is_held:
        flash(gettext("We have your text. Others see it when we have looked at it."), "info")
    else:
        flash(gettext("Your addition is shown below the text."), "success")


@blueprint.route("/ideer/<id:idea_id>/tilfoejelser/<id:addition_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def mend_addition(idea_id: int, addition_id: int) -> Any:
    """Mend an addition that is held."""
    idea = guards.found(queries.find(guards.viewer(), idea_id))
    addition = guards.found(queries.addition(idea, addition_id))
    guards.require("ideas.mend_addition", idea, addition)
    form = AdditionForm(body=addition.body)
    if form.validate_on_submit() and form.is_meant("body"):
        spend(WRITTEN, guards.viewer())
        body = str(form.body.data)
        writing.mend_addition(actor=guards.viewer(), idea=idea, addition=addition, body=body)
        _say_added(addition)
        return redirect(address_of(idea))
    page = render_template("ideas/mend_addition.html", idea=idea, form=form, href=address_of(idea))
    return page, form.response_code


@blueprint.route("/ideer/<id:idea_id>/traek-tilbage", methods=["GET", "POST"])
@guards.signed_in
def withdraw(idea_id: int) -> Any:
    """Asked before an idea is withdrawn, with an explanation once it has been published."""
    idea = guards.found(queries.find(guards.viewer(), idea_id))
    if request.method == "POST" and idea.meaning.is_withdrawn and speaks_for(guards.viewer(), idea):
        return redirect(address_of(idea))
    guards.require("ideas.move_withdraw", idea)
    form = WithdrawForm() if idea.published_at else ConfirmForm()
    if form.validate_on_submit() and _withdrawn(idea, form):
        flash(gettext("The idea is withdrawn."), "success")
        return redirect(address_of(idea))
    page = render_template("ideas/withdraw.html", idea=idea, form=form, href=address_of(idea))
    return page, form.response_code


def _withdrawn(idea: Idea, form: WithdrawForm | ConfirmForm) -> bool:
    explanation = str(form.explanation.data) if isinstance(form, WithdrawForm) else ""
    try:
        details = moves.Details(explanation=explanation)
        moves.move(actor=guards.viewer(), idea=idea, name="withdraw", details=details)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True
