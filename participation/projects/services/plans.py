"""A project's milestones and documents."""

from datetime import date

from participation.cases.services.words import check_words
from participation.extensions import db
from participation.files.models import StoredFile
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now, today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.projects import queries
from participation.projects.events import DocumentsChanged, MilestoneChanged
from participation.projects.models import Milestone, Project, ProjectDocument
from participation.projects.rules import MOST_DOCUMENTS, MOST_MILESTONES

TOO_MANY_MILESTONES = N_("A project has at most %(most)s milestones.")
TOO_MANY_DOCUMENTS = N_("A project has at most %(most)s documents. Take one away first.")


def plan_milestone(*, actor: Actor, project: Project, title: str, due_on: date | None) -> Milestone:
    """One more step."""
    require(actor, "projects.run", project)
    if len(queries.milestones_of(project)) >= MOST_MILESTONES:
        raise RuleViolation(TOO_MANY_MILESTONES, most=MOST_MILESTONES)
    check_words(actor=actor, texts=[title])
    milestone = Milestone(project_id=project.id, title=title, due_on=due_on)
    db.session.add(milestone)
    _note(actor, project, milestone, "plan")
    return milestone


def change_milestone(
    *, actor: Actor, project: Project, milestone: Milestone, title: str, due_on: date | None
) -> None:
    """Other words or another day."""
    require(actor, "projects.run", project)
    check_words(actor=actor, texts=[title])
    milestone.title, milestone.due_on = title, due_on
    _note(actor, project, milestone, "change")


def reach_milestone(*, actor: Actor, project: Project, milestone: Milestone) -> None:
    """It is done, today."""
    require(actor, "projects.run", project)
    milestone.done_on = milestone.done_on or today()
    _note(actor, project, milestone, "reach")


def resume_milestone(*, actor: Actor, project: Project, milestone: Milestone) -> None:
    """It is not done after all."""
    require(actor, "projects.run", project)
    milestone.done_on = None
    _note(actor, project, milestone, "resume")


def drop_milestone(*, actor: Actor, project: Project, milestone: Milestone) -> None:
    """It is no step any more."""
    require(actor, "projects.run", project)
    _note(actor, project, milestone, "drop")
    db.session.delete(milestone)
    db.session.flush()


def add_document(*, actor: Actor, project: Project, file: StoredFile) -> ProjectDocument:
    """Show a document on the project's page."""
    require(actor, "projects.run", project)
    if len(queries.documents_of(project)) >= MOST_DOCUMENTS:
        raise RuleViolation(TOO_MANY_DOCUMENTS, most=MOST_DOCUMENTS)
    check_words(actor=actor, texts=[file.name])
    document = ProjectDocument(project_id=project.id, file_id=file.id)
    db.session.add(document)
    _note_documents(actor, project)
    return document


def remove_document(*, actor: Actor, project: Project, document: ProjectDocument) -> None:
    """Show it no more; its bytes are swept away."""
    require(actor, "projects.run", project)
    db.session.delete(document)
    _note_documents(actor, project)


def _note(actor: Actor, project: Project, milestone: Milestone, change: str) -> None:
    project.changed_at = now()
    db.session.flush()
    publish(MilestoneChanged(actor=actor, project=project, milestone=milestone, change=change))


def _note_documents(actor: Actor, project: Project) -> None:
    project.changed_at = now()
    db.session.flush()
    publish(DocumentsChanged(actor=actor, project=project))
