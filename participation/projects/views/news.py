"""Telling news with pictures, mending them, and taking them back."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.accounts import queries as accounts
from participation.files import queries as files
from participation.files.forms import contents
from participation.files.models import StoredFile
from participation.files.services import keep_picture
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.projects import queries
from participation.projects.forms import ConfirmForm, UpdateForm, WordsForm
from participation.projects.models import Project, ProjectUpdate
from participation.projects.rules import MOST_PICTURES
from participation.projects.services import news
from participation.projects.services.answering import TAKE_BACK
from participation.projects.views.blueprint import apply, blueprint, done, is_meant, page, project_for
from participation.web import guards
from participation.web.application import takes_files
from participation.web.limits import Limit, spend
from participation.web.tokens import unsealed

NEWS = Limit("projects.news", 20, timedelta(hours=1))
PICTURES = Limit("projects.pictures", 60, timedelta(hours=1))
PICTURE_WORDS = "picture-"


@blueprint.route("/<id:project_id>/nyheder", methods=["GET", "POST"])
@takes_files
@guards.named
def write_update(project_id: int) -> Any:
    """Tell news."""
    project, form = project_for(project_id), UpdateForm()
    is_sent = form.validate_on_submit()
    pictures = _pictures(form) if form.is_submitted() else []
    if is_sent and not form.errors and is_meant(form):
        spend(NEWS, str(guards.viewer().actor_id))
        return _told(project_for(project_id), form.body.data or "", pictures)
    return page("projects/write_update.html", form, project, kept=pictures)


@blueprint.route("/nyheder/<id:update_id>/ret", methods=["GET", "POST"])
@guards.named
def edit_update(update_id: int) -> Any:
    """Mend news."""
    update, project = _found(update_id, "projects.change_update")
    form = WordsForm(obj=update)
    if form.validate_on_submit() and is_meant(form):
        news.edit_update(actor=guards.viewer(), update=update, body=form.body.data or "")
        return done(project, *_said(update, gettext("Saved.")))
    return page("projects/edit_update.html", form, project, update=update)


@blueprint.route("/nyheder/<id:update_id>/billeder", methods=["GET", "POST"])
@guards.named
def describe_pictures(update_id: int) -> Any:
    """Say what the pictures show."""
    update, project = _found(update_id, "projects.change_update")
    form, words = ConfirmForm(), _picture_words(update)
    if form.validate_on_submit() and apply(form, news.describe_pictures, update=update, words=words):
        return done(project, *_said(update, gettext("The pictures are described.")))
    return page("projects/describe_pictures.html", form, project, update=update, words=words)


@blueprint.route("/nyheder/<id:update_id>/tag-tilbage", methods=["GET", "POST"])
@guards.signed_in
def take_back(update_id: int) -> Any:
    """Take news back."""
    update, project = _found(update_id, "projects.take_back_update")
    form = ConfirmForm()
    if form.validate_on_submit():
        news.take_back(actor=guards.viewer(), update=update)
        return done(project, gettext("The news is taken back."))
    return page("projects/take_back.html", form, project, update=update)


@blueprint.route("/nyheder/<id:update_id>/tag-tilbage/<token>", methods=["GET", "POST"])
def take_back_by_mail(update_id: int, token: str) -> Any:
    """Take news back that came by mail, by the link in the answer to it: without signing in."""
    note = unsealed(TAKE_BACK, token)
    update = guards.found(queries.find_update(update_id) if note and note[0] == update_id else None)
    person = guards.found(accounts.person(note[1]))
    project, form = guards.found(queries.find(update.project_id)), ConfirmForm()
    if form.validate_on_submit():
        news.take_back(actor=person, update=update)
        return page("projects/take_back_by_mail.html", form, project, update=update, is_done=True)
    return page("projects/take_back_by_mail.html", form, project, update=update, is_done=False)


def _told(project: Project, body: str, pictures: list[StoredFile]) -> Response:
    """Published, or held; pictures are described next, while it is known what they show."""
    update = news.write_update(actor=guards.viewer(), project=project, body=body, pictures=pictures)
    said = _said(update, gettext("The news is on the project's page."))
    if not pictures:
        return done(project, *said)
    flash(*said)
    return redirect(url_for("projects.describe_pictures", update_id=update.id))


def _said(update: ProjectUpdate, words: str) -> tuple[str, str]:
    if update.awaits_look:
        return gettext("We have your text. Others see it when we have looked at it."), "info"
    return words, "success"


def _pictures(form: UpdateForm) -> list[StoredFile]:
    """Those that were sent before and those that come now; what cannot be used is said at the field.

    Each is stored at once, so that nobody has to choose it again when the form is refused.
    """
    viewer = guards.viewer()
    chosen = contents(form.pictures)
    numbers = [number for each in request.form.getlist("kept") if (number := row_id(each))]
    if len(numbers) + len(chosen) > MOST_PICTURES:
        form.refuse(RuleViolation(news.TOO_MANY, most=MOST_PICTURES), "pictures")
        chosen = chosen[: max(0, MOST_PICTURES - len(numbers))]
    for content in chosen:
        spend(PICTURES, str(viewer.actor_id))
        try:
            numbers.append(keep_picture(actor=viewer, content=content))
        except RuleViolation as violation:
            form.refuse(violation, "pictures")
    return files.sent_by(viewer, numbers[:MOST_PICTURES])


def _picture_words(update: ProjectUpdate) -> dict[int, str]:
    """What was written for each picture, or what is known of it."""
    return {
        picture.file_id: request.form.get(
            f"{PICTURE_WORDS}{picture.file_id}", picture.file.alternative_text
        ).strip()
        for picture in update.pictures
    }


def _found(update_id: int, permission: str) -> tuple[ProjectUpdate, Project]:
    update = guards.found(queries.find_update(update_id))
    guards.require(permission, update)
    return update, guards.found(queries.find(update.project_id))
