"""What staff do with projects; everybody's page is in `pages`."""

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.ideas.models import Idea
from participation.organisations import queries as organisations
from participation.projects import queries
from participation.projects.forms import (
    MOVE_FORMS,
    CreateForm,
    EditForm,
    LinkForm,
    LinksPart,
    TextPart,
    UpdateForm,
)
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project, ProjectMove
from participation.projects.services import linking, moves, writing
from participation.projects.services.writing import ProjectText
from participation.strategies import queries as strategies
from participation.strategies.models import Goal
from participation.web import guards
from participation.web.concerns import CPR
from participation.web.forms import SelectChoice

# What everybody reads of what staff write.
WORDS = ("title", "description", "body", "sentence", "outcome")
blueprint = Blueprint("projects", __name__, url_prefix="/<municipality>/projekter")


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@blueprint.route("/nyt", methods=["GET", "POST"])
@guards.signed_in
def create() -> Any:
    """A new project; `?idea=7` chooses the idea beforehand."""
    guards.require("projects.create")
    ideas = queries.ideas_to_choose()
    form = _with_links(_with_organisations(CreateForm(data=_beforehand(ideas))), ideas)
    if form.validate_on_submit() and _is_meant(form):
        project = _created(form, _chosen(form, ideas))
        if project is not None:
            return _done(project, gettext("The project is created."))
    return _page("projects/create.html", form)


@blueprint.get("/<id:project_id>/arbejde")
@guards.signed_in
def work(project_id: int) -> str:
    """All that staff can do with the project, and what has been done."""
    project = _project(project_id, "projects.edit")
    return render_template(
        "projects/work.html",
        project=project,
        steps=[step for step in PROJECTS.moves if project.status in step.sources],
        ideas=queries.linked_ideas(project),
        goals=queries.goals_of_project(project),
        entries=[_entry(move) for move in queries.moves_of(project)],
    )


@blueprint.route("/<id:project_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def edit(project_id: int) -> Any:
    """Change what it says about itself."""
    project = _project(project_id, "projects.edit")
    form = _with_organisations(EditForm(obj=project, organisation=str(project.organisation_id or "")))
    if (
        form.validate_on_submit()
        and _is_meant(form)
        and _apply(form, writing.edit, project=project, text=_text(form), seen_version=form.version.data)
    ):
        return _done(project, gettext("Saved."))
    return _page("projects/edit.html", form, project)


@blueprint.route("/<id:project_id>/forbindelser", methods=["GET", "POST"])
@guards.signed_in
def link(project_id: int) -> Any:
    """Choose the ideas and goals; the ideas follow at once."""
    project = _project(project_id, "projects.link")
    ideas = queries.ideas_to_choose(project)
    form = _with_links(LinkForm(data=_present(project)), ideas, queries.goals_of_project(project))
    if form.validate_on_submit() and _apply(
        form, linking.choose_ideas, project=project, ideas=_chosen(form, ideas)
    ):
        linking.choose_goals(actor=guards.viewer(), project=project, goal_ids=form.goals.data or [])
        return _done(project, gettext("Saved."))
    return _page("projects/link.html", form, project)


@blueprint.route("/<id:project_id>/nyheder", methods=["GET", "POST"])
@guards.signed_in
def write_update(project_id: int) -> Any:
    """Tell news."""
    project = _project(project_id, "projects.write_update")
    form = UpdateForm()
    if form.validate_on_submit() and _is_meant(form):
        writing.write_update(actor=guards.viewer(), project=project, body=form.body.data or "")
        return _done(project, gettext("The news is on the project's page."))
    return _page("projects/write_update.html", form, project)


@blueprint.route("/<id:project_id>/status/<name>", methods=["GET", "POST"])
@guards.signed_in
def move(project_id: int, name: str) -> Any:
    """Start, pause, resume, complete or cancel."""
    project = _project(project_id, "projects.edit")
    step = guards.found(next((each for each in PROJECTS.moves if each.name == name), None))
    form = MOVE_FORMS[step.needs](data={"version": project.version})
    if form.validate_on_submit() and _is_meant(form):
        words, seen = moves.Words(**form.said), form.version.data
        if _apply(form, moves.move, project=project, name=name, words=words, seen_version=seen):
            return _done(project, gettext("Done, and the ideas follow."))
    return _page("projects/move.html", form, project, step=step)


def _entry(move: ProjectMove) -> dict[str, Any]:
    label = gettext(PROJECTS.meanings[move.to_status].label)
    return {"date": move.at, "text": label, "detail": move.sentence or None}


def _is_meant(form: Any) -> bool:
    """Staff's words are neither held nor masked, but asked about for what looks like a CPR number."""
    form.is_official = True
    return bool(form.is_meant(*(name for name in WORDS if name in form), kinds=(CPR,)))


def _project(project_id: int, permission: str) -> Project:
    project = guards.found(queries.find(project_id))
    guards.require(permission, project)
    return project


def _created(form: CreateForm, ideas: list[Idea]) -> Project | None:
    """The new project, or None when a rule said no: that stands above the form then."""
    try:
        return writing.create(
            actor=guards.viewer(), text=_text(form), ideas=ideas, goal_ids=form.goals.data or []
        )
    except RuleViolation as violation:
        form.refuse(violation)
        return None


def _apply(form: Any, service: Any, **arguments: Any) -> bool:
    """Call the service; what it refuses stands above the form, with everything kept."""
    try:
        service(actor=guards.viewer(), **arguments)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _page(template: str, form: Any, project: Project | None = None, **more: Any) -> tuple[str, int]:
    page = render_template(template, form=form, project=project, **more)
    return page, 422 if form.errors or form.concern else 200


def _done(project: Project, message: str) -> Response:
    flash(message, "success")
    return redirect(url_for("projects.work", project_id=project.id))


def _with_organisations(form: Any) -> Any:
    names = [SelectChoice(str(each.id), each.name) for each in organisations.approved()]
    form.organisation.choices = [SelectChoice("", gettext("The municipality")), *names]
    return form


def _with_links(form: Any, ideas: list[Idea], goals: Iterable[Goal] = ()) -> Any:
    """The choices: the present strategy's goals, and those that the project serves already."""
    present = {number: title for group in strategies.goal_choices().values() for number, title in group}
    form.ideas.choices = [SelectChoice(idea.id, idea.title) for idea in ideas]
    titles = {goal.id: goal.title for goal in goals} | present
    form.goals.choices = [SelectChoice(number, title) for number, title in titles.items()]
    return form


def _beforehand(ideas: list[Idea]) -> dict[str, Any]:
    """The idea of the address with its goal and words."""
    idea = next((each for each in ideas if str(each.id) == request.args.get("idea")), None)
    if idea is None:
        return {}
    return {"title": idea.title, "ideas": [idea.id], "goals": [idea.goal_id] if idea.goal_id else []}


def _present(project: Project) -> dict[str, Any]:
    return {
        "ideas": [idea.id for idea in queries.linked_ideas(project)],
        "goals": [goal.id for goal in queries.goals_of_project(project)],
    }


def _chosen(form: LinksPart, ideas: list[Idea]) -> list[Idea]:
    return [idea for idea in ideas if idea.id in (form.ideas.data or [])]


def _text(form: TextPart) -> ProjectText:
    return ProjectText(
        title=form.title.data or "",
        description=form.description.data or "",
        steward=form.steward.data or "",
        organisation_id=int(form.organisation.data) if form.organisation.data else None,
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
    )
