"""Writing, mending and deleting comments; each leads back to what the discussion is about."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug import Response

from participation.discussions import queries, services
from participation.discussions.forms import BODY_LENGTH, CommentForm, DeletionForm, comment_form
from participation.discussions.models import Comment, Discussion
from participation.organisations import queries as organisations
from participation.organisations.rules import signature
from participation.web import guards
from participation.web.limits import Limit, spend

blueprint = Blueprint("discussions", __name__, url_prefix="/<municipality>/samtaler")
COMMENTS = Limit("discussions.comment", 30, timedelta(hours=1))
View = str | Response | tuple[str, int]


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@blueprint.route("/<id:discussion_id>/kommentarer", methods=["GET", "POST"])
@guards.named
def comment(discussion_id: int) -> View:
    """Write a comment."""
    discussion = guards.found(queries.find_discussion(discussion_id))
    guards.require("discussions.comment", discussion)
    form = comment_form(organisations.names_acting_for(guards.viewer().actor_id))
    if not (form.validate_on_submit() and form.is_meant("body")):
        return _page("discussions/comment.html", form, discussion=discussion)
    spend(COMMENTS, str(guards.viewer().actor_id))
    added = services.comment(actor=guards.viewer(), discussion=discussion, **_words(form))
    _say(added, _("Your comment is there."))
    return redirect(_address(discussion, added))


@blueprint.route("/kommentarer/<id:comment_id>/svar", methods=["GET", "POST"])
@guards.named
def reply(comment_id: int) -> View:
    """Write under somebody's comment."""
    parent = guards.found(queries.find(guards.viewer(), comment_id))
    guards.require("discussions.reply", parent)
    form = comment_form(organisations.names_acting_for(guards.viewer().actor_id))
    if not (form.validate_on_submit() and form.is_meant("body")):
        return _page("discussions/reply.html", form, discussion=parent.discussion, comment=parent)
    spend(COMMENTS, str(guards.viewer().actor_id))
    added = services.reply(actor=guards.viewer(), parent=parent, **_words(form))
    _say(added, _("Your reply is there."))
    return redirect(_address(parent.discussion, added, parent))


@blueprint.route("/kommentarer/<id:comment_id>/ret", methods=["GET", "POST"])
@guards.named
def edit(comment_id: int) -> View:
    """Change one's own comment."""
    found = guards.found(queries.find(guards.viewer(), comment_id))
    guards.require("discussions.edit", found)
    form = comment_form({}, body=found.waiting_body or found.body)
    if not (form.validate_on_submit() and form.is_meant("body")):
        return _page("discussions/edit.html", form, discussion=found.discussion, comment=found)
    spend(COMMENTS, str(guards.viewer().actor_id))
    services.edit(actor=guards.viewer(), comment=found, body=form.body.data or "")
    _say(found, _("Your comment is changed."))
    return redirect(_address(found.discussion, found))


@blueprint.route("/kommentarer/<id:comment_id>/slet", methods=["GET", "POST"])
@guards.signed_in
def delete(comment_id: int) -> View:
    """Delete one's own comment."""
    found = guards.found(queries.find(guards.viewer(), comment_id))
    guards.require("discussions.delete", found)
    form, discussion = DeletionForm(), found.discussion
    if not form.validate_on_submit():
        return _page("discussions/delete.html", form, discussion=discussion, comment=found)
    services.delete(actor=guards.viewer(), comment=found)
    flash(_("Your comment is deleted."), "success")
    return redirect(_address(discussion) + "#kommentarer")


def _words(form: CommentForm) -> dict[str, Any]:
    """What is written, and on whose behalf."""
    return {"body": form.body.data or "", "organisation": organisations.find(form.organisation_id)}


def _writer(comment: Comment) -> str:
    """Who stands beside it for this reader."""
    name = comment.author.display_name or _("Former user")
    behalf = comment.organisation
    organisation = (behalf.public_name or _("[association hidden]")) if behalf else None
    return signature(name, organisation, is_both=organisations.names_writers(guards.viewer()))[0]


def _say(comment: Comment, done: str) -> None:
    """That it is done, or that somebody looks at it first."""
    if comment.awaits_look:
        flash(_("We have your text. Others see it when we have looked at it."), "info")
    else:
        flash(done, "success")


def _page(template: str, form: Any, *, discussion: Discussion, comment: Comment | None = None) -> View:
    back = _address(discussion, comment) if comment else _address(discussion) + "#kommentarer"
    page = render_template(
        template,
        form=form,
        discussion=discussion,
        comment=comment,
        writer=_writer(comment) if comment else "",
        back=back,
        limit=BODY_LENGTH,
    )
    return page, 422 if form.is_submitted() else 200


def _address(discussion: Discussion, comment: Comment | None = None, parent: Comment | None = None) -> str:
    """The page of the discussion's subject, at the comment."""
    place = url_for("pages.front") + discussion.place
    if comment is None:
        return place
    top = (parent.id if parent else None) or comment.parent_id or comment.id
    page = f"?until={top}" if queries.is_long(discussion) else ""
    return f"{place}{page}#kommentar-{comment.id}"
