"""What whoever ran a project does at its end: tell what came of it, say what the pictures show, mend it."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.files import queries as files
from participation.files.forms import contents
from participation.files.models import StoredFile
from participation.files.services import keep_picture
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.outcomes import queries
from participation.outcomes.forms import ConfirmForm, OutcomeForm
from participation.outcomes.models import Outcome
from participation.outcomes.rules import MOST_PICTURES
from participation.outcomes.services import writing
from participation.outcomes.services.writing import TOO_MANY, OutcomeText
from participation.outcomes.views import figures
from participation.outcomes.views.blueprint import blueprint
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.web import guards
from participation.web.application import takes_files
from participation.web.concerns import CPR, KINDS
from participation.web.limits import Limit, spend

PICTURES = Limit("outcomes.pictures", 60, timedelta(hours=1))
WORDS = ("body", "people", "paid_by", "effect")
PICTURE_WORDS = "picture-"


@blueprint.route("/projekter/<id:project_id>/resultat", methods=["GET", "POST"])
@takes_files
@guards.named
def write(project_id: int) -> Any:
    """Tell what came of it, or tell it otherwise."""
    project = _project(project_id)
    outcome = queries.outcome_of(project)
    form = figures.offer(OutcomeForm(data=_present(outcome)), project)
    is_sent = form.validate_on_submit()
    pictures = _pictures(form, project_id) if form.is_submitted() else _shown(outcome)
    if is_sent and not form.errors and _is_meant(form) and _wrote(form, project_id, pictures):
        return _next(project_id, pictures)
    project = _project(project_id)
    outcome = queries.outcome_of(project)
    page = render_template("outcomes/write.html", form=form, project=project, outcome=outcome, kept=pictures)
    return page, form.response_code


@blueprint.route("/projekter/<id:project_id>/resultat/billeder", methods=["GET", "POST"])
@guards.named
def describe(project_id: int) -> Any:
    """Say what the pictures show."""
    project = _project(project_id)
    outcome, form = guards.found(queries.outcome_of(project)), ConfirmForm()
    words = _picture_words(outcome)
    if form.validate_on_submit() and _described(form, outcome, words):
        return _done(project, gettext("The pictures are described."))
    page = render_template("outcomes/describe.html", form=form, project=project, outcome=outcome, words=words)
    return page, form.response_code


@blueprint.route("/projekter/<id:project_id>/resultat/fjern", methods=["GET", "POST"])
@guards.signed_in
def take_back(project_id: int) -> Any:
    """Take it back for good: words, versions and pictures."""
    project = guards.found(projects.find(project_id))
    guards.require("outcomes.take_back", project)
    outcome, form = guards.found(queries.outcome_of(project)), ConfirmForm()
    if form.validate_on_submit():
        writing.take_back(actor=guards.viewer(), outcome=outcome)
        return _done(project, gettext("It is taken away for good."))
    return render_template("outcomes/take_back.html", form=form, project=project)


def _wrote(form: OutcomeForm, project_id: int, pictures: list[StoredFile]) -> bool:
    text = OutcomeText(
        body=form.body.data or "",
        people=form.people.data or "",
        cost=form.cost.data,
        paid_by=form.paid_by.data or "",
        effect=form.effect.data or "",
        **figures.chosen(form),
    )
    try:
        writing.write_outcome(
            actor=guards.viewer(),
            project=_project(project_id),
            text=text,
            pictures=pictures,
            seen_version=form.version.data,
        )
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _described(form: ConfirmForm, outcome: Outcome, words: dict[int, str]) -> bool:
    try:
        writing.describe_pictures(actor=guards.viewer(), outcome=outcome, words=words)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _is_meant(form: OutcomeForm) -> bool:
    """Staff's words, neither held nor masked, are asked about for a CPR number alone."""
    form.is_official = guards.viewer().is_staff
    return form.is_meant(*WORDS, kinds=(CPR,) if form.is_official else KINDS)


def _present(outcome: Outcome | None) -> dict[str, Any]:
    if outcome is None:
        return {}
    names = ("version", *WORDS, "cost")
    return {name: getattr(outcome, name) for name in names} | {"shown_by": figures.present(outcome)}


def _shown(outcome: Outcome | None) -> list[StoredFile]:
    return [each.file for each in outcome.pictures if not each.file.erased_at] if outcome else []


def _pictures(form: OutcomeForm, project_id: int) -> list[StoredFile]:
    """Those that keep their tick, shown already or sent with a refused form, and those that come now.

    Each is stored at once, so that nobody has to choose it again; what was loaded before is read again.
    """
    viewer, chosen = guards.viewer(), contents(form.pictures)
    ticked = [number for each in request.form.getlist("kept") if (number := row_id(each))]
    if len(ticked) + len(chosen) > MOST_PICTURES:
        form.refuse(RuleViolation(TOO_MANY, most=MOST_PICTURES), "pictures")
        chosen = chosen[: max(0, MOST_PICTURES - len(ticked))]
    for content in chosen:
        spend(PICTURES, str(viewer.actor_id))
        try:
            ticked.append(keep_picture(actor=viewer, content=content))
        except RuleViolation as violation:
            form.refuse(violation, "pictures")
    known = {each.id: each for each in _shown(queries.outcome_of(_project(project_id)))}
    known |= {each.id: each for each in files.sent_by(viewer, ticked)}
    return [known[number] for number in dict.fromkeys(ticked) if number in known]


def _picture_words(outcome: Outcome) -> dict[int, str]:
    """What was written for each picture, or what is known of it."""
    return {
        each.file_id: request.form.get(f"{PICTURE_WORDS}{each.file_id}", each.file.alternative_text).strip()
        for each in outcome.pictures
    }


def _project(project_id: int) -> Project:
    project = guards.found(projects.find(project_id))
    guards.require("outcomes.write", project)
    return project


def _next(project_id: int, pictures: list[StoredFile]) -> Response:
    """Pictures are described next, while it is known what they show."""
    if any(each.lacks_words for each in pictures):
        flash(gettext("It stands on the project's page now."), "success")
        return redirect(url_for("outcomes.describe", project_id=project_id))
    return _done(_project(project_id), gettext("It stands on the project's page now."))


def _done(project: Project, message: str) -> Response:
    flash(message, "success")
    address = url_for("pages.project", project_id=project.id, slug=project.slug)
    return redirect(f"{address}#resultat")
