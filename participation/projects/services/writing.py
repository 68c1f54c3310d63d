"""Creating a project, editing its text."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from participation.cases.services.words import check_words
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.projects.events import ProjectChanged, ProjectCreated
from participation.projects.models import Project
from participation.projects.services.linking import choose_goals, choose_ideas

FASTER = N_("A colleague was faster. Look at the project again.")


@dataclass(frozen=True)
class ProjectText:
    """What a project says about itself; without an organisation the municipality carries it out.

    `steward` is who answers questions, in words; `steward_id` is the person who runs it here.
    """

    title: str
    description: str
    steward: str
    organisation_id: int | None = None
    steward_id: int | None = None
    place: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


def text_of(*, project: Project, **changes: Any) -> ProjectText:
    """What the project says about itself, with these changes."""
    present = {each.name: getattr(project, each.name) for each in fields(ProjectText)}
    return ProjectText(**(present | changes))


def create(
    *, actor: Actor, text: ProjectText, ideas: Iterable[Idea] = (), goal_ids: Iterable[int] = ()
) -> Project:
    """A planned project of one or several decided ideas, or of none: the municipality's own."""
    require(actor, "projects.create")
    _check(text)
    project = Project(**asdict(text))
    db.session.add(project)
    db.session.flush()
    publish(ProjectCreated(project=project, actor=actor))
    choose_goals(actor=actor, project=project, goal_ids=goal_ids)
    choose_ideas(actor=actor, project=project, ideas=ideas)
    return project


def edit(*, actor: Actor, project: Project, text: ProjectText, seen_version: int | None = None) -> None:
    """Change what a project says about itself; whose it is, only staff change."""
    require(actor, "projects.run", project)
    if (text.organisation_id, text.steward_id) != (project.organisation_id, project.steward_id):
        require(actor, "projects.edit", project)
    if seen_version is not None and seen_version != project.version:
        raise StaleVersion(FASTER)
    _check(text)
    check_words(actor=actor, texts=[text.title, text.description, text.place, text.steward])
    for name, value in asdict(text).items():
        setattr(project, name, value)
    project.changed_at = now()
    db.session.flush()
    publish(ProjectChanged(project=project, actor=actor))


def _check(text: ProjectText) -> None:
    if text.starts_on and text.ends_on and text.ends_on < text.starts_on:
        raise RuleViolation(N_("The project can't end before it starts."))
