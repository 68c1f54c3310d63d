"""Milestones and documents, each act one press."""

from datetime import timedelta
from typing import Any

from flask_babel import gettext

from participation.files.forms import contents
from participation.files.services import store_document
from participation.foundation.errors import RuleViolation
from participation.projects import queries
from participation.projects.forms import ConfirmForm, DocumentForm, MilestoneForm
from participation.projects.models import Milestone, Project, ProjectDocument
from participation.projects.services import plans
from participation.projects.views.blueprint import apply, blueprint, done, is_meant, page, project_for
from participation.web import guards
from participation.web.application import takes_files
from participation.web.limits import Limit, spend

DOCUMENTS = Limit("projects.documents", 20, timedelta(hours=1))


@blueprint.route("/<id:project_id>/milepaele", methods=["GET", "POST"])
@guards.signed_in
def plan_milestone(project_id: int) -> Any:
    """Plan one more."""
    project, form = project_for(project_id), MilestoneForm()
    if (
        form.validate_on_submit()
        and is_meant(form)
        and apply(form, plans.plan_milestone, **_step(form, project))
    ):
        return done(project, gettext("The milestone is there."))
    return page("projects/plan_milestone.html", form, project)


@blueprint.route("/milepaele/<id:milestone_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def edit_milestone(milestone_id: int) -> Any:
    """Change words or day."""
    milestone, project = _milestone(milestone_id)
    form = MilestoneForm(obj=milestone)
    if (
        form.validate_on_submit()
        and is_meant(form)
        and apply(form, plans.change_milestone, milestone=milestone, **_step(form, project))
    ):
        return done(project, gettext("Saved."))
    return page("projects/edit_milestone.html", form, project, milestone=milestone)


@blueprint.post("/milepaele/<id:milestone_id>/naaet")
@guards.signed_in
def reach_milestone(milestone_id: int) -> Any:
    """It is done."""
    milestone, project = _milestone(milestone_id)
    plans.reach_milestone(actor=guards.viewer(), project=project, milestone=milestone)
    return done(project, gettext("“%(title)s” is done.", title=milestone.title))


@blueprint.post("/milepaele/<id:milestone_id>/ikke-naaet")
@guards.signed_in
def resume_milestone(milestone_id: int) -> Any:
    """It is not done after all."""
    milestone, project = _milestone(milestone_id)
    plans.resume_milestone(actor=guards.viewer(), project=project, milestone=milestone)
    return done(project, gettext("“%(title)s” is not done yet.", title=milestone.title))


@blueprint.post("/milepaele/<id:milestone_id>/fjern")
@guards.signed_in
def drop_milestone(milestone_id: int) -> Any:
    """It is no milestone any more."""
    milestone, project = _milestone(milestone_id)
    plans.drop_milestone(actor=guards.viewer(), project=project, milestone=milestone)
    return done(project, gettext("The milestone is taken away."))


@blueprint.route("/<id:project_id>/dokumenter", methods=["GET", "POST"])
@takes_files
@guards.signed_in
def add_document(project_id: int) -> Any:
    """Show a PDF."""
    project, form = project_for(project_id), DocumentForm()
    if form.validate_on_submit() and _add(form, project):
        return done(project, gettext("The document is on the project's page."))
    return page("projects/add_document.html", form, project)


@blueprint.route("/dokumenter/<id:document_id>/fjern", methods=["GET", "POST"])
@guards.signed_in
def remove_document(document_id: int) -> Any:
    """Show it no more."""
    document: ProjectDocument = guards.found(queries.find_document(document_id))
    project, form = project_for(document.project_id), ConfirmForm()
    if form.validate_on_submit():
        plans.remove_document(actor=guards.viewer(), project=project, document=document)
        return done(project, gettext("The document is taken away."))
    return page("projects/remove_document.html", form, project, document=document)


def _milestone(milestone_id: int) -> tuple[Milestone, Project]:
    milestone = guards.found(queries.find_milestone(milestone_id))
    return milestone, project_for(milestone.project_id)


def _step(form: MilestoneForm, project: Project) -> dict[str, Any]:
    return {"project": project, "title": form.title.data or "", "due_on": form.due_on.data}


def _add(form: DocumentForm, project: Project) -> bool:
    spend(DOCUMENTS, str(guards.viewer().actor_id))
    try:
        stored = store_document(
            actor=guards.viewer(), content=contents(form.file)[0], name=form.name.data or ""
        )
    except RuleViolation as violation:
        form.refuse(violation, "file")
        return False
    return apply(form, plans.add_document, project=project, file=stored)
