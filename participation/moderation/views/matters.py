"""The desk's page about something that was reported."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.discussions.models import Comment
from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.moderation import rules
from participation.moderation.forms import LeaveForm
from participation.moderation.models import Matter
from participation.moderation.queries import reports as queries
from participation.moderation.services import reports as services
from participation.moderation.views import words
from participation.moderation.views.blueprint import blueprint
from participation.municipalities import queries as municipalities
from participation.web import guards


@blueprint.get("/opgaver/anmeldelser/<id:matter_id>")
@guards.signed_in
def matter(matter_id: int) -> Any:
    """The thing as it stands, what surrounds it, all reports, and what can be done."""
    return _page(_found(matter_id, "moderation.see_matter"), LeaveForm())


@blueprint.post("/opgaver/anmeldelser/<id:matter_id>/lad-staa")
@guards.signed_in
def leave(matter_id: int) -> Any:
    """Let it stand, with a sentence to those who reported it."""
    found, form = _found(matter_id, "moderation.settle"), LeaveForm()
    if form.validate_on_submit():
        try:
            services.leave(actor=guards.viewer(), matter=found, sentence=form.sentence.data or "")
            flash(gettext("Done. Those who reported it are told."), "success")
            return redirect(url_for("moderation.matter", matter_id=found.id))
        except RuleViolation as violation:
            form.refuse(violation)
    return _page(found, form)


def _found(matter_id: int, permission: str) -> Matter:
    guards.require("moderation.work")
    found = guards.found(queries.find(matter_id))
    guards.require(permission, found)
    return found


def _page(matter: Matter, form: LeaveForm) -> Any:
    reasons = {reason.code: words.of(reason, "label") for reason in municipalities.all_reasons()}
    page = render_template(
        "moderation/matter.html",
        matter=matter,
        form=form,
        reasons=reasons,
        back=url_for("moderation.matter", matter_id=matter.id),
        **_about(matter),
    )
    return page, form.response_code


def _about(matter: Matter) -> dict[str, Any]:
    """The idea with it if any, what stands before a comment, and who wrote it."""
    subject, viewer = matter.subject, guards.viewer()
    comment = subject if isinstance(subject, Comment) else None
    idea = subject if isinstance(subject, Idea) else None
    if comment is not None:
        idea = ideas.of_discussion(viewer, comment.discussion_id)
    return {
        "idea": idea,
        "comment": comment,
        "before": queries.surroundings(comment) if comment else [],
        "writer": comment.author if comment else (matter.idea.author if matter.idea else matter.person),
        "title": rules.title_of(subject),
    }
