"""Deleting for good: one colleague proposes it, another one looks and agrees."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.accounts.models import Person
from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.moderation import queries, rules
from participation.moderation.forms import DecideDeletionForm, DeletionForm
from participation.moderation.lifecycle import GROUNDS, DeletionReason
from participation.moderation.queries import deletions
from participation.moderation.rules import Erasable
from participation.moderation.rules.deletion import name_of
from participation.moderation.services import deleting as services
from participation.moderation.views.blueprint import blueprint
from participation.organisations.models import Organisation
from participation.projects import queries as projects
from participation.web import guards


@blueprint.route("/ideer/<id:idea_id>/slet-for-altid", methods=["GET", "POST"])
@guards.signed_in
def delete_idea(idea_id: int) -> Any:
    """Propose to delete an idea with all that was said about it."""
    return _propose(guards.found(ideas.find(guards.viewer(), idea_id)))


@blueprint.route("/kommentarer/<id:comment_id>/slet-for-altid", methods=["GET", "POST"])
@guards.signed_in
def delete_comment(comment_id: int) -> Any:
    """Propose to delete a comment."""
    return _propose(guards.found(queries.find_comment(comment_id)))


@blueprint.route("/projekter/nyheder/<id:update_id>/slet-for-altid", methods=["GET", "POST"])
@guards.signed_in
def delete_update(update_id: int) -> Any:
    """Propose to delete a project's news with their pictures."""
    return _propose(guards.found(projects.find_update(update_id)))


@blueprint.route("/profiler/<id:person_id>/slet-navnet", methods=["GET", "POST"])
@guards.signed_in
def delete_name(person_id: int) -> Any:
    """Propose to delete the name that somebody has chosen."""
    return _propose(guards.found(deletions.named(Person, person_id)))


@blueprint.route("/foreninger/<id:organisation_id>/slet-navnet", methods=["GET", "POST"])
@guards.signed_in
def delete_organisation_name(organisation_id: int) -> Any:
    """Propose to delete an organisation's name."""
    return _propose(guards.found(deletions.named(Organisation, organisation_id)))


@blueprint.route("/opgaver/sletninger/<id:deletion_id>", methods=["GET", "POST"])
@guards.signed_in
def deletion(deletion_id: int) -> Any:
    """What is proposed, for the colleague who agrees or lets it stand."""
    guards.require("moderation.work")
    found = guards.found(deletions.find(deletion_id))
    guards.require("moderation.see_deletion", found)
    form = DecideDeletionForm()
    if form.validate_on_submit():
        return _decided(found)
    return render_template("moderation/deletion.html", **_seen(found, form)), form.response_code


def _propose(subject: Erasable) -> Any:
    guards.require("moderation.propose_deletion", subject)
    form = DeletionForm()
    if form.validate_on_submit():
        try:
            made = services.propose(
                actor=guards.viewer(),
                subject=subject,
                reason_code=DeletionReason(form.reason_code.data),
                sentence=form.sentence.data or "",
            )
        except RuleViolation as violation:
            form.refuse(violation, "sentence")
        else:
            flash(
                gettext("A colleague must agree now. Until then it stands: hide it, if it must go at once."),
                "success",
            )
            return redirect(url_for("moderation.deletion", deletion_id=made.id))
    page = render_template(
        "moderation/_propose_deletion.html", form=form, title=rules.title_of(subject), text=name_of(subject)
    )
    return page, form.response_code


def _decided(deletion: Any) -> Any:
    wanted = services.agree if request.form.get("step") == "agree" else services.decline
    wanted(actor=guards.viewer(), deletion=deletion)
    if deletion.is_agreed:
        flash(gettext("It is deleted everywhere, and whoever wrote it is told."), "success")
    else:
        flash(gettext("It stands."), "success")
    return redirect(url_for("triage.queue"))


def _seen(deletion: Any, form: DecideDeletionForm) -> dict[str, Any]:
    subject = deletion.subject
    return {
        "deletion": deletion,
        "form": form,
        "title": "" if deletion.is_agreed else rules.title_of(subject),
        "text": "" if deletion.is_agreed else name_of(subject),
        "projects": projects.projects_of_idea(subject) if isinstance(subject, Idea) else [],
        "ground": GROUNDS[deletion.reason_code],
        "proposer": deletion.proposed_by.public_name or gettext("A former colleague"),
    }
