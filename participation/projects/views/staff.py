"""What only staff do: create a project, say whose it is, link it."""

from collections.abc import Iterable
from typing import Any

from flask import request
from flask_babel import gettext

from participation.accounts import queries as accounts
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.organisations import queries as organisations
from participation.organisations.models import Organisation
from participation.projects import queries
from participation.projects.forms import CreateForm, LinkForm, LinksPart, OwnerForm, TextPart
from participation.projects.models import Project
from participation.projects.services import linking, writing
from participation.projects.services.writing import ProjectText
from participation.projects.views.blueprint import apply, blueprint, done, is_meant, page, project_for
from participation.strategies import queries as strategies
from participation.strategies.models import Goal
from participation.web import guards
from participation.web.forms import SelectChoice

NO_ACCOUNT = N_("Nobody has signed in with that address. Ask the person to sign in once, then try again.")


@blueprint.route("/nyt", methods=["GET", "POST"])
@guards.signed_in
def create() -> Any:
    """A new project; `?idea=7` chooses the idea beforehand."""
    guards.require("projects.create")
    ideas = queries.ideas_to_choose()
    form = _with_links(_with_organisations(CreateForm(data=_beforehand(ideas))), ideas)
    if form.validate_on_submit() and is_meant(form):
        project = _created(form, _chosen(form, ideas))
        if project is not None:
            return done(project, gettext("The project is created."))
    return page("projects/create.html", form)


@blueprint.route("/<id:project_id>/tovholder", methods=["GET", "POST"])
@guards.signed_in
def entrust(project_id: int) -> Any:
    """Say who carries the project out and who runs it here."""
    project = project_for(project_id, "projects.edit")
    form = _with_organisations(OwnerForm(data=_owners(project)), project.organisation)
    if form.validate_on_submit() and _entrust(form, project):
        return done(project, gettext("Saved."))
    return page("projects/entrust.html", form, project)


@blueprint.route("/<id:project_id>/forbindelser", methods=["GET", "POST"])
@guards.signed_in
def link(project_id: int) -> Any:
    """Choose the ideas and goals; the ideas follow at once."""
    project = project_for(project_id, "projects.link")
    ideas = queries.ideas_to_choose(project)
    form = _with_links(LinkForm(data=_present(project)), ideas, queries.goals_of_project(project))
    if form.validate_on_submit() and apply(
        form, linking.choose_ideas, project=project, ideas=_chosen(form, ideas)
    ):
        linking.choose_goals(actor=guards.viewer(), project=project, goal_ids=form.goals.data or [])
        return done(project, gettext("Saved."))
    return page("projects/link.html", form, project)


def _created(form: CreateForm, ideas: list[Idea]) -> Project | None:
    """The new project, or None when a rule said no: that stands above the form then."""
    try:
        return writing.create(
            actor=guards.viewer(), text=_text(form), ideas=ideas, goal_ids=form.goals.data or []
        )
    except RuleViolation as violation:
        form.refuse(violation)
        return None


def _with_organisations(form: Any, present: Organisation | None = None) -> Any:
    """The choices: those that somebody acts for, and the present one, be it closed or hidden by now."""
    names = {each.id: each.name for each in (present, *organisations.approved()) if each is not None}
    found = [SelectChoice(str(number), name) for number, name in names.items()]
    form.organisation.choices = [SelectChoice("", gettext("The municipality")), *found]
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


def _owners(project: Project) -> dict[str, Any]:
    person = accounts.person(project.steward_id) if project.steward_id else None
    return {
        "organisation": str(project.organisation_id or ""),
        "email": person.email if person else "",
        "steward": project.steward,
        "version": project.version,
    }


def _entrust(form: OwnerForm, project: Project) -> bool:
    person = accounts.by_email(form.email.data) if form.email.data else None
    if form.email.data and person is None:
        form.refuse(RuleViolation(NO_ACCOUNT), "email")
        return False
    text = writing.text_of(
        project=project,
        steward=form.steward.data or "",
        steward_id=person.id if person else None,
        organisation_id=_organisation(form),
    )
    return apply(form, writing.edit, project=project, text=text, seen_version=form.version.data)


def _organisation(form: Any) -> int | None:
    return int(form.organisation.data) if form.organisation.data else None


def _text(form: TextPart) -> ProjectText:
    return ProjectText(
        title=form.title.data or "",
        description=form.description.data or "",
        steward=form.steward.data or "",
        place=form.place.data or "",
        organisation_id=_organisation(form),
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
    )
