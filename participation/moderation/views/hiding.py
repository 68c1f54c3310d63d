"""Hide and show again."""

from typing import Any

from flask import url_for

from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.moderation import queries
from participation.moderation.forms import HideForm, ShowForm
from participation.moderation.services import hiding as services
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import Task, Verb, answer, come_from, with_reasons
from participation.organisations import queries as organisations
from participation.web import guards

HIDE_IDEA = Verb(N_("Hide the idea"), services.hide_idea)
SHOW_IDEA = Verb(N_("Show the idea again"), services.show_idea)
HIDE_ORGANISATION = Verb(N_("Hide the association"), services.hide_organisation)
SHOW_ORGANISATION = Verb(N_("Show the association again"), services.show_organisation)
HIDE_COMMENT = Verb(N_("Hide the comment"), services.hide_comment)
SHOW_COMMENT = Verb(N_("Show the comment again"), services.show_comment)


@blueprint.route("/ideer/<id:idea_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_idea(idea_id: int) -> Any:
    """Hide an idea."""
    return answer(_about_idea(HIDE_IDEA, with_reasons(HideForm(), "hide"), idea_id))


@blueprint.route("/ideer/<id:idea_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_idea(idea_id: int) -> Any:
    """Show a hidden idea again."""
    return answer(_about_idea(SHOW_IDEA, ShowForm(), idea_id))


@blueprint.route("/kommentarer/<id:comment_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_comment(comment_id: int) -> Any:
    """Hide a comment."""
    return answer(_about_comment(HIDE_COMMENT, with_reasons(HideForm(), "hide"), comment_id))


@blueprint.route("/kommentarer/<id:comment_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_comment(comment_id: int) -> Any:
    """Show a hidden comment again."""
    return answer(_about_comment(SHOW_COMMENT, ShowForm(), comment_id))


@blueprint.route("/foreninger/<id:organisation_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_organisation(organisation_id: int) -> Any:
    """Hide an association."""
    return answer(_about_organisation(HIDE_ORGANISATION, with_reasons(HideForm(), "hide"), organisation_id))


@blueprint.route("/foreninger/<id:organisation_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_organisation(organisation_id: int) -> Any:
    """Show a hidden association again."""
    return answer(_about_organisation(SHOW_ORGANISATION, ShowForm(), organisation_id))


def _about_organisation(verb: Verb, form: ShowForm, organisation_id: int) -> Task:
    organisation = guards.found(organisations.find(organisation_id))
    guards.require("moderation.hide_organisation", organisation)
    back, subject = come_from(url_for("triage.queue")), {"organisation": organisation}
    return Task(verb, form, organisation.name, organisation.purpose, back, subject)


def _about_idea(verb: Verb, form: ShowForm, idea_id: int) -> Task:
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("ideas.hide", idea)
    back = come_from(url_for("triage.case", idea_id=idea.id))
    return Task(verb, form, idea.title, idea.body, back, {"idea": idea})


def _about_comment(verb: Verb, form: ShowForm, comment_id: int) -> Task:
    comment = guards.found(queries.find_comment(comment_id))
    guards.require("moderation.hide_comment", comment)
    discussion = comment.discussion
    back = come_from(f"{url_for('pages.front')}{discussion.place}#kommentar-{comment.id}")
    return Task(verb, form, discussion.subject_title, comment.body, back, {"comment": comment})
