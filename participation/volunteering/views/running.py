"""What whoever runs the project does: ask for something, see who comes, write to them."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.volunteering import queries
from participation.volunteering.forms import NeedForm, VolunteerLetterForm
from participation.volunteering.models import Need, NeedKind, Volunteer
from participation.volunteering.services import joining, letters, needs
from participation.volunteering.services.needs import NeedText
from participation.volunteering.views.blueprint import blueprint
from participation.web import guards
from participation.web.forms import Form, SelectChoice
from participation.web.limits import Limit, spend

LETTERS = Limit("volunteering.letter", 5, timedelta(days=1))


@blueprint.get("/projekter/<id:project_id>/frivillige")
@guards.signed_in
def volunteers(project_id: int) -> str:
    """Who comes to what, and how to reach those who joined."""
    project = _project(project_id)
    by_need: dict[int, list[Volunteer]] = defaultdict(list)
    for each in queries.volunteers_of(project):
        by_need[each.need_id].append(each)
    return render_template(
        "volunteering/volunteers.html",
        project=project,
        needs=queries.needs_of(project),
        volunteers=by_need,
        letters=queries.letters_of(project),
    )


@blueprint.route("/projekter/<id:project_id>/behov/nyt", methods=["GET", "POST"])
@guards.signed_in
def add_need(project_id: int) -> Any:
    """Ask for something."""
    project, form = _project(project_id), NeedForm()
    wanted = {"project": project, "text": _text(form)}
    if form.validate_on_submit() and _apply(form, needs.add_need, **wanted):
        return _done(project, gettext("It stands on the project's page now."))
    return _page("volunteering/add_need.html", form, project=project)


@blueprint.route("/projekter/<id:project_id>/behov/<id:need_id>", methods=["GET", "POST"])
@guards.signed_in
def edit_need(project_id: int, need_id: int) -> Any:
    """Ask otherwise."""
    project, need = _project(project_id), _need(project_id, need_id)
    form = NeedForm(obj=need, kind=need.kind.value)
    if form.validate_on_submit() and _apply(form, needs.edit_need, need=need, text=_text(form)):
        return _done(project, gettext("Saved."))
    return _page("volunteering/edit_need.html", form, project=project)


@blueprint.post("/projekter/<id:project_id>/behov/<id:need_id>/luk")
@guards.signed_in
def close_need(project_id: int, need_id: int) -> Response:
    """Take nobody more, or take people again."""
    project, need = _project(project_id), _need(project_id, need_id)
    needs.close_need(actor=guards.viewer(), need=need, is_closed=request.form.get("wanted") != "open")
    return _done(project, gettext("Saved."))


@blueprint.post("/projekter/<id:project_id>/vaer-med/luk")
@guards.signed_in
def close_project(project_id: int) -> Response:
    """Take nobody more for the project as a whole, or take people again."""
    project = _project(project_id)
    need = needs.general_need(project=project)
    needs.close_need(actor=guards.viewer(), need=need, is_closed=request.form.get("wanted") != "open")
    return _done(project, gettext("Saved."))


@blueprint.post("/projekter/<id:project_id>/frivillige/<id:volunteer_id>/fjern")
@guards.signed_in
def remove(project_id: int, volunteer_id: int) -> Response:
    """Let go of somebody who does not come after all; whoever waits gets the place."""
    project = _project(project_id)
    volunteer = guards.found(queries.volunteer(volunteer_id))
    guards.found(volunteer if volunteer.need.project_id == project_id else None)
    joining.remove(actor=guards.viewer(), volunteer=volunteer)
    return _done(project, gettext("The place is free again, or given to who waited."))


@blueprint.route("/projekter/<id:project_id>/frivillige/skriv", methods=["GET", "POST"])
@guards.signed_in
def write(project_id: int) -> Any:
    """Write to those who have joined."""
    project = _project(project_id)
    guards.require("volunteering.see_contacts", project)
    form = VolunteerLetterForm()
    form.need.choices = _groups(project)
    if form.validate_on_submit() and _sent(form, project):
        return _done(project, gettext("Sent. Everybody gets it as a mail of their own."))
    return _page("volunteering/write.html", form, project=project)


def _sent(form: VolunteerLetterForm, project: Project) -> bool:
    spend(LETTERS, f"{project.id}:{guards.viewer().actor_id}")
    chosen = queries.need(int(form.need.data)) if form.need.data else None
    return _apply(form, letters.write_to_volunteers, project=project, text=form.letter, need=chosen)


def _groups(project: Project) -> list[Any]:
    parts = [each for each in queries.needs_of(project) if each.taken and not each.is_general]
    everybody = SelectChoice("", gettext("Everybody who has joined"))
    return [everybody, *(SelectChoice(str(each.id), each.title) for each in parts)]


def _text(form: NeedForm) -> NeedText:
    return NeedText(
        kind=NeedKind.THING if form.kind.data == NeedKind.THING.value else NeedKind.PEOPLE,
        title=form.title.data or "",
        details=form.details.data or "",
        day=form.day.data,
        capacity=form.capacity.data,
    )


def _project(project_id: int) -> Project:
    project = guards.found(projects.find(project_id))
    guards.require("volunteering.run", project)
    return project


def _need(project_id: int, need_id: int) -> Need:
    need = guards.found(queries.need(need_id))
    return guards.found(need if need.project_id == project_id and not need.is_general else None)


def _apply(form: Form, service: Any, **arguments: Any) -> bool:
    try:
        service(actor=guards.viewer(), **arguments)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _page(template: str, form: Form, **more: Any) -> tuple[str, int]:
    return render_template(template, form=form, **more), form.response_code


def _done(project: Project, message: str) -> Response:
    flash(message, "success")
    return redirect(url_for("volunteering.volunteers", project_id=project.id))
