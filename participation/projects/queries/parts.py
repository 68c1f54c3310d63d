"""What belongs to one project: its news, milestones and documents."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import contains_eager, selectinload

from participation.extensions import db
from participation.files.models import StoredFile
from participation.foundation.clock import now
from participation.projects.models import (
    Milestone,
    Project,
    ProjectDocument,
    ProjectUpdate,
    UpdatePicture,
)

A_MOMENT = timedelta(minutes=1)


def is_shown() -> ColumnElement[bool]:
    """News that everybody may read."""
    return and_(
        ProjectUpdate.deleted_at.is_(None),
        ProjectUpdate.hidden_at.is_(None),
        ProjectUpdate.held_at.is_(None),
    )


def updates_of(project: Project) -> list[ProjectUpdate]:
    """The project's news as everybody sees them, newest first; of what is hidden, that it is."""
    is_marked = and_(ProjectUpdate.deleted_at.is_(None), ProjectUpdate.hidden_at.is_not(None))
    return list(db.session.scalars(_news_of(project).where(or_(is_shown(), is_marked))))


def latest_of_organisation(organisation_id: int, *, limit: int) -> list[ProjectUpdate]:
    """The newest news for everybody from what an organisation carries out, each with its project."""
    pictures = selectinload(ProjectUpdate.pictures).joinedload(UpdatePicture.file)
    statement = select(ProjectUpdate).join(ProjectUpdate.project).options(pictures)
    theirs = (Project.organisation_id == organisation_id, is_shown(), ProjectUpdate.erased_at.is_(None))
    whole = statement.where(*theirs).options(contains_eager(ProjectUpdate.project))
    return list(db.session.scalars(whole.order_by(ProjectUpdate.id.desc()).limit(limit)))


def updates_to_run(project: Project) -> list[ProjectUpdate]:
    """The same for whoever runs the project, with what is held."""
    return list(db.session.scalars(_news_of(project).where(ProjectUpdate.deleted_at.is_(None))))


def _news_of(project: Project) -> Select[ProjectUpdate]:
    pictures = selectinload(ProjectUpdate.pictures).joinedload(UpdatePicture.file)
    statement = select(ProjectUpdate).where(ProjectUpdate.project_id == project.id).options(pictures)
    return statement.order_by(ProjectUpdate.id.desc())


def find_update(update_id: int) -> ProjectUpdate | None:
    """The news with that number, also what is held or hidden; not what was taken back."""
    there = (ProjectUpdate.id == update_id, ProjectUpdate.deleted_at.is_(None))
    return db.session.scalar(select(ProjectUpdate).where(*there))


def just_told(project: Project, *, author_id: int | None, body: str) -> ProjectUpdate | None:
    """The same words by the same person a moment ago, as a double click sends them."""
    return db.session.scalar(
        select(ProjectUpdate).where(
            ProjectUpdate.project_id == project.id,
            ProjectUpdate.author_id.is_not_distinct_from(author_id),
            ProjectUpdate.body == body,
            ProjectUpdate.created_at > now() - A_MOMENT,
            ProjectUpdate.deleted_at.is_(None),
        )
    )


def milestones_of(project: Project) -> list[Milestone]:
    """In the order of their days; what has no day comes last."""
    statement = select(Milestone).where(Milestone.project_id == project.id)
    order = (Milestone.due_on.is_(None), Milestone.due_on, Milestone.id)
    return list(db.session.scalars(statement.order_by(*order)))


def find_milestone(milestone_id: int) -> Milestone | None:
    """The milestone with that number."""
    return db.session.scalar(select(Milestone).where(Milestone.id == milestone_id))


def documents_of(project: Project) -> list[ProjectDocument]:
    """The project's documents, oldest first; none that is deleted for good."""
    statement = (
        select(ProjectDocument)
        .join(ProjectDocument.file)
        .where(ProjectDocument.project_id == project.id, StoredFile.erased_at.is_(None))
    )
    return list(db.session.scalars(statement.order_by(ProjectDocument.id)))


def find_document(document_id: int) -> ProjectDocument | None:
    """The document with that number."""
    return db.session.scalar(select(ProjectDocument).where(ProjectDocument.id == document_id))


def shows_picture(file_id: int) -> list[ProjectUpdate]:
    """The news that have this picture and were not taken back."""
    having = select(UpdatePicture.update_id).where(UpdatePicture.file_id == file_id)
    there = (ProjectUpdate.id.in_(having), ProjectUpdate.deleted_at.is_(None))
    return list(db.session.scalars(select(ProjectUpdate).where(*there)))


def shows_document(file_id: int) -> bool:
    """Whether a project shows this document."""
    shown = select(ProjectDocument.id).where(ProjectDocument.file_id == file_id)
    return db.session.scalar(shown.limit(1)) is not None
