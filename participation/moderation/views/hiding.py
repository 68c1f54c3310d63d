"""Hide and show again."""

from typing import Any

from flask import url_for

from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.moderation import queries
from participation.moderation.forms import HideForm, ShowForm
from participation.moderation.services import hiding as services
from participation.moderation.services import updates
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import Task, Verb, answer, come_from, with_reasons
from participation.projects import queries as projects
from participation.web import guards

HIDE_IDEA = Verb(N_("Hide the idea"), services.hide_idea)
SHOW_IDEA = Verb(N_("Show the idea again"), services.show_idea)
HIDE_COMMENT = Verb(N_("Hide the comment"), services.hide_comment)
HIDE_UPDATE = Verb(N_("Hide the news"), updates.hide_update)
SHOW_UPDATE = Verb(N_("Show the news again"), updates.show_update)
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


@blueprint.route("/projekter/nyheder/<id:update_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_update(update_id: int) -> Any:
    """Hide a project's news."""
    return answer(_about_update(HIDE_UPDATE, with_reasons(HideForm(), "hide"), update_id))


@blueprint.route("/projekter/nyheder/<id:update_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_update(update_id: int) -> Any:
    """Show hidden news again."""
    return answer(_about_update(SHOW_UPDATE, ShowForm(), update_id))


def _about_update(verb: Verb, form: ShowForm, update_id: int) -> Task:
    update = guards.found(projects.find_update(update_id))
    guards.require("moderation.hide_update", update)
    back = come_from(url_for("projects.work", project_id=update.project_id))
    return Task(verb, form, update.project.title, update.body, back, {"update": update})


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
