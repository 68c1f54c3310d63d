"""What an author sees of a merging of the own idea, and says about it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.authorization import can
from participation.ideas import queries
from participation.ideas.forms import ConfirmForm, ObjectionForm
from participation.ideas.models import Idea, Merge
from participation.ideas.queries import merging
from participation.ideas.services import merging as services
from participation.ideas.views.blueprint import blueprint
from participation.ideas.views.writing_form import WRITTEN, address_of, spend
from participation.web import guards


@blueprint.route("/mine-ideer/samling/<id:merge_id>", methods=["GET", "POST"])
@guards.signed_in
def merge(merge_id: int) -> Any:
    """A planned merging, to which one may object; or one that is done: stand as authors together?"""
    found = own_merge(merge_id)
    form = ObjectionForm() if found.is_planned else ConfirmForm()
    if form.validate_on_submit():
        spend(WRITTEN, guards.viewer())
        flash(_said(found, form), "success")
        return redirect(url_for("ideas.merge", merge_id=found.id))
    return render_template("ideas/merge.html", form=form, **view_of(found)), form.response_code


def own_merge(merge_id: int) -> Merge:
    """The merging, for the author of one of the two; to anybody else it does not exist."""
    found = guards.found(merging.find_merge(merge_id))
    return guards.found(found if can(guards.viewer(), "ideas.see_merge", found) else None)


def _said(found: Merge, form: ConfirmForm | ObjectionForm) -> str:
    if isinstance(form, ObjectionForm):
        services.object_to(actor=guards.viewer(), merge=found, words=str(form.words.data))
        return str(gettext("Thank you. The municipality reads it before anything happens."))
    agrees = request.form.get("agrees") == "yes"
    services.stand_together(actor=guards.viewer(), merge=found, agrees=agrees)
    return str(gettext("Your answer is saved."))


def view_of(found: Merge) -> dict[str, Any]:
    """Both ideas from the viewer's side; the other one's title only where the viewer may read it."""
    viewer = guards.viewer()
    side = found.side_of(viewer.actor_id)
    own, other = (found.source, found.target) if side == "source" else (found.target, found.source)
    readable = queries.find(viewer, other.id)
    return {
        "merge": found,
        "own": own,
        "other_title": readable.title if readable else "",
        "lives_in": _lives_in(found.target),
        "objection": getattr(found, f"{side}_objection"),
        "agrees": getattr(found, f"{side}_agrees"),
        "is_agreed": bool(found.source_agrees and found.target_agrees),
    }


def _lives_in(target: Idea) -> tuple[str, str] | None:
    readable = queries.find(guards.viewer(), merging.where_it_lives(target).id)
    return (readable.title, address_of(readable)) if readable else None
