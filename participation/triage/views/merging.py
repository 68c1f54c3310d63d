"""Making one of two ideas: choose the other, see exactly what will happen, do it; and undo it."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Idea, Merge
from participation.ideas.queries import merging as queries
from participation.ideas.services.merging import link, unlink
from participation.triage.forms.merging import PairForm
from participation.triage.queries import merging as found
from participation.triage.services import merging as services
from participation.triage.views.blueprint import blueprint
from participation.web import guards

# So soon it is the same click, and not somebody who comes back to it.
A_MOMENT = timedelta(minutes=1)


@blueprint.get("/<id:idea_id>/saml")
@guards.signed_in
def choose_other(idea_id: int) -> str:
    """Search for the other idea, by words, number or address."""
    idea = _case_of(idea_id)
    query = request.args.get("q", "").strip()
    others = found.candidates(guards.viewer(), idea, query)
    return render_template("triage/choose_other.html", idea=idea, query=query, others=others)


@blueprint.route("/<id:idea_id>/saml/<id:other_id>", methods=["GET", "POST"])
@guards.signed_in
def merge(idea_id: int, other_id: int) -> Any:
    """What will happen if the idea becomes a part of the other; then do it, or plan it."""
    source, target = _case_of(idea_id), _case_of(other_id)
    form = PairForm(source_version=source.version, target_version=target.version)
    done = _merged(form, source, target) if form.validate_on_submit() else None
    if done is not None:
        return _done(done)
    outlook = found.outlook(guards.viewer(), source, target)
    page = render_template("triage/merge.html", source=source, target=target, outlook=outlook, form=form)
    return page, form.response_code


@blueprint.route("/<id:idea_id>/skil", methods=["GET", "POST"])
@guards.signed_in
def undo_merge(idea_id: int) -> Any:
    """What each gets back; then separate them."""
    both = guards.found(queries.done_merge_of(_case_of(idea_id)))
    form = PairForm(source_version=both.source.version, target_version=both.target.version)
    if form.validate_on_submit():
        try:
            services.undo(actor=guards.viewer(), merge=both, seen=form.seen)
        except RuleViolation as refusal:
            form.refuse(refusal)
        else:
            return _to_case(both.source, gettext("They are two ideas again."))
    outlook = found.outlook_back(both)
    page = render_template("triage/undo_merge.html", merge=both, outlook=outlook, form=form)
    return page, form.response_code


@blueprint.post("/<id:idea_id>/saml/opgiv")
@guards.signed_in
def cancel_merge(idea_id: int) -> Response:
    """Give up a planned merging."""
    planned = guards.found(queries.merge_of(_case_of(idea_id)))
    services.cancel(actor=guards.viewer(), merge=planned)
    return _to_case(planned.source, gettext("The merging is given up."))


@blueprint.post("/<id:idea_id>/henvis/<id:other_id>")
@guards.signed_in
def link_ideas(idea_id: int, other_id: int) -> Response:
    """Let two ideas refer to each other."""
    idea, other = _case_of(idea_id), _case_of(other_id)
    link(actor=guards.viewer(), idea=idea, other=other)
    return _to_case(idea, gettext("The two ideas refer to each other now."))


@blueprint.post("/<id:idea_id>/henvis/<id:other_id>/fjern")
@guards.signed_in
def unlink_ideas(idea_id: int, other_id: int) -> Response:
    """Let them refer to each other no more."""
    idea, other = _case_of(idea_id), _case_of(other_id)
    unlink(actor=guards.viewer(), idea=idea, other=other)
    return _to_case(idea, gettext("They do not refer to each other any more."))


def panel_of(idea: Idea, *, has_merges: bool) -> dict[str, Any]:
    """What the case says of the other ideas that it has to do with."""
    return {
        "merges": queries.merges_of(idea) if has_merges else [],
        "linked": queries.linked_with(idea) if idea.has_links else [],
    }


def _case_of(idea_id: int) -> Idea:
    guards.require("triage.work")
    return guards.found(ideas.find(guards.viewer(), idea_id))


def _merged(form: PairForm, source: Idea, target: Idea) -> Merge | None:
    """What has been done or planned, by this click or the one before it; None where the form says why not."""
    try:
        return services.merge(actor=guards.viewer(), source=source, target=target, seen=form.seen)
    except RuleViolation as refusal:
        present = queries.merge_of(source)
        if present is not None and _is_repeated(present, target):
            return present
        form.refuse(refusal)
        return None


def _is_repeated(present: Merge, target: Idea) -> bool:
    """Whether the viewer has just done or planned the very same, as a double click sends it."""
    is_own = present.planned_by_id == guards.viewer().actor_id
    return is_own and present.target_id == target.id and present.created_at > now() - A_MOMENT


def _done(merge: Merge) -> Response:
    if merge.is_done:
        return _to_case(merge.target, gettext("The two ideas are one now."))
    return _to_case(merge.source, gettext("It is planned, and the authors are told."))


def _to_case(idea: Idea, words: str) -> Response:
    flash(words, "success")
    return redirect(url_for("triage.case", idea_id=idea.id))
