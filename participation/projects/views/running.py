"""The steward's own pages: what I run, the work page, the text, and the moves."""

from typing import Any

from flask import render_template
from flask_babel import gettext

from participation.foundation.authorization import can
from participation.projects import queries
from participation.projects.forms import FORMS_BY_MOVE, MOVE_FORMS, EditForm
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project, ProjectMove
from participation.projects.queries import running
from participation.projects.rules import progress
from participation.projects.services import moves, writing
from participation.projects.views.blueprint import apply, blueprint, done, is_meant, page, project_for
from participation.web import guards


@blueprint.get("/mine")
@guards.signed_in
def mine() -> str:
    """The projects that I run."""
    return render_template("projects/mine.html", projects=running.run_by(guards.viewer()))


@blueprint.get("/<id:project_id>/arbejde")
@guards.signed_in
def work(project_id: int) -> str:
    """All that can be done with the project, on one page for a telephone."""
    project, viewer = project_for(project_id), guards.viewer()
    milestones = queries.milestones_of(project)
    return render_template(
        "projects/work.html",
        project=project,
        steps=[step for step in PROJECTS.moves if can(viewer, f"projects.move_{step.name}", project)],
        updates=queries.updates_to_run(project),
        milestones=milestones,
        progress=progress(sum(1 for each in milestones if each.done_on), len(milestones)),
        documents=queries.documents_of(project),
        links=_links(project),
        entries=[_entry(move) for move in queries.moves_of(project)],
    )


@blueprint.route("/<id:project_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def edit(project_id: int) -> Any:
    """Change what it says about itself."""
    project = project_for(project_id)
    form = EditForm(obj=project)
    if form.validate_on_submit() and is_meant(form) and _save(form, project):
        return done(project, gettext("Saved."))
    return page("projects/edit.html", form, project)


@blueprint.route("/<id:project_id>/status/<name>", methods=["GET", "POST"])
@guards.signed_in
def move(project_id: int, name: str) -> Any:
    """Start, pause, resume, complete, cancel or take up again."""
    project = project_for(project_id)
    step = guards.found(next((each for each in PROJECTS.moves if each.name == name), None))
    guards.require("projects.move", project, name)
    form = FORMS_BY_MOVE.get(name, MOVE_FORMS[step.needs])(data={"version": project.version})
    if form.validate_on_submit() and is_meant(form):
        words, seen = moves.Words(**form.said), form.version.data
        if apply(form, moves.move, project=project, name=name, words=words, seen_version=seen):
            return done(project, gettext("Done, and the ideas follow."))
    return page("projects/move.html", form, project, step=step)


def _save(form: EditForm, project: Project) -> bool:
    names = ("title", "description", "place", "steward", "starts_on", "ends_on")
    changes = {name: form[name].data for name in names}
    text = writing.text_of(project=project, **{**changes, "place": form.place.data or ""})
    return apply(form, writing.edit, project=project, text=text, seen_version=form.version.data)


def _links(project: Project) -> dict[str, str]:
    """What only staff can change, in words."""
    ideas, goals = queries.linked_ideas(project), queries.goals_of_project(project)
    return {
        "ideas": ", ".join(idea.safe_title for idea in ideas),
        "goals": ", ".join(goal.title for goal in goals),
    }


def _entry(move: ProjectMove) -> dict[str, Any]:
    label = gettext(PROJECTS.meanings[move.to_status].label)
    return {"date": move.at, "text": label, "detail": move.sentence or None}
