"""The agreement about a project: both sides read it, staff write it, each side confirms it."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.adoptions import queries
from participation.adoptions.forms import AgreementForm, ConfirmForm
from participation.adoptions.models import Agreement
from participation.adoptions.services import agreeing
from participation.adoptions.services.agreeing import AgreementText
from participation.adoptions.views.blueprint import blueprint, done, name_of
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.web import guards

WORDS = ("contact", "provides", "permits", "insurance", "has_children", "certificates", "ends_on")


@blueprint.get("/projekter/<id:project_id>/aftale")
@guards.signed_in
def agreement(project_id: int) -> str:
    """The newest version, who has confirmed it, and the earlier ones."""
    project = _project(project_id, "adoptions.see_agreement")
    versions = queries.agreements_of(project)
    return render_template(
        "adoptions/agreement.html",
        project=project,
        runner=name_of(project.organisation) if project.organisation else "",
        newest=versions[0] if versions else None,
        earlier=versions[1:],
        in_force=next((each for each in versions if each.is_confirmed), None),
        form=ConfirmForm(),
    )


@blueprint.route("/projekter/<id:project_id>/aftale/skriv", methods=["GET", "POST"])
@guards.signed_in
def write_agreement(project_id: int) -> Any:
    """A new version, beginning from the newest."""
    project = _project(project_id, "adoptions.write_agreement")
    newest = next(iter(queries.agreements_of(project)), None)
    form = AgreementForm(obj=newest, seen=newest.number if newest else 0)
    if form.validate_on_submit() and _written(form, project):
        flash(gettext("The agreement is written. Both sides confirm it now."), "success")
        return _back(project)
    page = render_template("adoptions/write_agreement.html", form=form, project=project, newest=newest)
    return page, form.response_code


def _written(form: AgreementForm, project: Project) -> bool:
    said: dict[str, Any] = {name: form[name].data or "" for name in WORDS}
    text = AgreementText(**{**said, "has_children": form.has_children.data})
    return done(form, agreeing.write, project=project, text=text, seen=form.seen.data)


@blueprint.post("/projekter/aftaler/<id:agreement_id>/kommunen-bekraefter")
@guards.signed_in
def confirm_for_municipality(agreement_id: int) -> Any:
    """The municipality says yes."""
    return _confirm(agreement_id, "municipality", agreeing.confirm_for_municipality)


@blueprint.post("/projekter/aftaler/<id:agreement_id>/foreningen-bekraefter")
@guards.signed_in
def confirm_for_organisation(agreement_id: int) -> Any:
    """The organisation says yes."""
    return _confirm(agreement_id, "organisation", agreeing.confirm_for_organisation)


def _confirm(agreement_id: int, side: str, service: Callable[..., None]) -> Response:
    found: Agreement = guards.found(queries.agreement(agreement_id))
    guards.require(f"adoptions.confirm_for_{side}", found)
    service(actor=guards.viewer(), agreement=found)
    flash(gettext("Confirmed. Both sides can see it."), "success")
    return _back(found.project)


def _project(project_id: int, permission: str) -> Project:
    project = guards.found(projects.find(project_id))
    guards.require(permission, project)
    return project


def _back(project: Project) -> Response:
    return redirect(url_for("adoptions.agreement", project_id=project.id))
