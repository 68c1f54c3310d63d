"""What the pages for running a project share."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.projects import queries
from participation.projects.models import Project
from participation.web import guards
from participation.web.concerns import CPR, KINDS

# What everybody reads of what is written here.
WORDS = ("title", "description", "body", "sentence", "outcome", "place")
blueprint = Blueprint("projects", __name__, url_prefix="/<municipality>/projekter")


def project_for(project_id: int, permission: str = "projects.run") -> Project:
    """The project, when it is the viewer's to run."""
    project = guards.found(queries.find(project_id))
    guards.require(permission, project)
    return project


def is_meant(form: Any) -> bool:
    """Whether the words can be sent; staff's, neither held nor masked, are asked about for a CPR number."""
    form.is_official = guards.viewer().is_staff
    kinds = (CPR,) if form.is_official else KINDS
    return bool(form.is_meant(*(name for name in WORDS if name in form), kinds=kinds))


def apply(form: Any, service: Any, **arguments: Any) -> bool:
    """Call the service; what it refuses stands above the form, with everything kept."""
    try:
        service(actor=guards.viewer(), **arguments)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def page(template: str, form: Any, project: Project | None = None, **more: Any) -> tuple[str, int]:
    """The form's page."""
    return render_template(template, form=form, project=project, **more), form.response_code


def done(project: Project, message: str, category: str = "success") -> Response:
    """Back to the work page."""
    flash(message, category)
    return redirect(url_for("projects.work", project_id=project.id))
