"""What a resident does: join, and leave."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.volunteering import queries
from participation.volunteering.forms import JoinForm
from participation.volunteering.models import Need
from participation.volunteering.services import joining, needs
from participation.volunteering.views.blueprint import blueprint
from participation.web import guards
from participation.web.limits import Limit, spend

JOINED = N_("You are in. The steward can write to you now.")
WAITING = N_("All places are taken, so you are next in line. We write to you when there is one for you.")
CHANGES = Limit("volunteering.change", 60, timedelta(hours=1))


@blueprint.route("/projekter/<id:project_id>/vaer-med", methods=["GET", "POST"])
@guards.named
def join_project(project_id: int) -> Any:
    """Join the project as a whole."""
    project = guards.found(projects.find(project_id))
    return _join(project, queries.general_need(project))


@blueprint.route("/projekter/<id:project_id>/behov/<id:need_id>/vaer-med", methods=["GET", "POST"])
@guards.named
def join(project_id: int, need_id: int) -> Any:
    """Say that one comes, or brings it."""
    need = guards.found(queries.need(need_id))
    guards.found(need if need.project_id == project_id else None)
    return _join(need.project, need)


@blueprint.post("/det-er-jeg-med-i/<id:volunteer_id>/forlad")
@guards.signed_in
def leave(volunteer_id: int) -> Response:
    """Take part no more, with one click."""
    volunteer = guards.found(queries.volunteer(volunteer_id))
    guards.require("volunteering.leave", volunteer)
    joining.leave(actor=guards.viewer(), volunteer=volunteer)
    flash(gettext("You take part no more. Thank you for saying so."), "success")
    return redirect(url_for("pages.mine"))


def _join(project: Project, need: Need | None) -> Any:
    guards.require("volunteering.join", project)
    form = JoinForm()
    if form.validate_on_submit():
        spend(CHANGES, str(guards.viewer().actor_id))
        answer = _joined(form, project, need)
        if answer is not None:
            return answer
    page = render_template("volunteering/join.html", form=form, project=project, need=need)
    return page, form.response_code


def _joined(form: JoinForm, project: Project, need: Need | None) -> Response | None:
    try:
        wanted = need or needs.general_need(project=project)
        volunteer = joining.join(actor=guards.viewer(), need=wanted, message=form.message.data or "")
    except RuleViolation as violation:
        form.refuse(violation)
        return None
    flash(gettext(JOINED if volunteer.has_place else WAITING), "success")
    return redirect(url_for("pages.project", project_id=project.id, slug=project.slug))
