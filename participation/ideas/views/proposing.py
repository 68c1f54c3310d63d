"""Proposing: the form, the preview, the receipt."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.accounts.models import Person
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.ideas import queries
from participation.ideas.forms import ConfirmForm, DraftForm
from participation.ideas.models import Idea
from participation.ideas.queries.drafts import pending_draft
from participation.ideas.services import drafts, writing
from participation.ideas.services.versions import IdeaText
from participation.ideas.views import similar, words
from participation.ideas.views.blueprint import blueprint
from participation.ideas.views.writing_form import (
    DRAFT,
    HELD,
    SENT,
    WRITTEN,
    action,
    choose_organisation,
    concern_of,
    form_for,
    goal_title,
    is_meant,
    spend,
    text_of,
)
from participation.web import guards, limits


@blueprint.route("/foreslaa", methods=["GET", "POST"])
def propose() -> Any:
    """The form, for everybody: the address comes last."""
    if guards.viewer().actor_id is not None:
        guards.require("ideas.propose")
    key = _number("draft") or drafts.new_key()
    form = form_for(_begun(), key=key, organisation_id=_number("organisation"))
    if form.validate_on_submit() and is_meant(form):
        return redirect(_held(form) if guards.viewer().actor_id is None else _kept(form))
    return render_template("ideas/propose.html", form=form), form.response_code


def _number(name: str) -> int | None:
    return row_id(request.args.get(name))


def _begun() -> IdeaText:
    """The text to go on with: one that the visitor has left, or none, at the goal one comes from."""
    key = _number("draft")
    pending = pending_draft(key) if key is not None else None
    if pending is not None and pending.idea_id is None:
        return IdeaText.of(pending)
    return IdeaText(title="", goal_id=_number("goal"))


def _held(form: DraftForm) -> str:
    limits.spend(HELD, limits.address())
    key = drafts.hold(text=text_of(form), key=form.secret_number)
    if action() != DRAFT:
        return url_for("ideas.preview_draft", key=key)
    back = url_for("ideas.preview_draft", key=key)
    return url_for("accounts.sign_in", intent=f"ideas.draft:{key}", next=back)


def _kept(form: DraftForm) -> str:
    viewer = guards.viewer()
    assert isinstance(viewer, Person)
    spend(WRITTEN, viewer)
    idea = drafts.begin(actor=viewer, text=text_of(form), key=form.secret_number or drafts.new_key())
    choose_organisation(form, idea)
    if action() != DRAFT:
        return url_for("ideas.preview", idea_id=idea.id)
    flash(gettext("The draft is saved."), "success")
    return url_for("ideas.mine")


@blueprint.route("/ideer/<id:idea_id>/se-og-send", methods=["GET", "POST"])
@guards.named
def preview(idea_id: int) -> Any:
    """As others will see it; sending twice is harmless."""
    idea = guards.found(queries.find(guards.viewer(), idea_id))
    if not can(guards.viewer(), "ideas.move_submit", idea):
        return redirect(url_for("ideas.receipt", idea_id=idea.id))
    form = ConfirmForm()
    if form.validate_on_submit() and _sent(idea, form):
        return redirect(url_for("ideas.receipt", idea_id=idea.id))
    text = IdeaText.of(idea)
    shown: dict[str, Any] = {"goal": goal_title(text), "concern": concern_of(text)}
    shown["similar"] = similar.rows(idea.title, idea.body, excluding=[idea.id])
    page = render_template("ideas/preview.html", idea=idea, form=form, **shown)
    return page, form.response_code


def _sent(idea: Idea, form: ConfirmForm) -> bool:
    spend(SENT, guards.viewer())
    try:
        writing.submit(actor=guards.viewer(), idea=idea)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


@blueprint.get("/foreslaa/tak/<id:idea_id>")
@guards.signed_in
def receipt(idea_id: int) -> Any:
    """What happens now, when, and by whom."""
    idea = guards.found(queries.find(guards.viewer(), idea_id))
    guards.require("ideas.see_receipt", idea)
    return render_template("ideas/receipt.html", idea=idea, steps=words.next_steps(idea))
