"""What a project plans, and the papers that belong to it."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.files.models import StoredFile
from participation.foundation.clock import now, today
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class Milestone(TenantScoped, Model):
    """A step of a project. How far the project is, is counted from these and never typed."""

    __tablename__ = "milestones"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        Index(None, "project_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(120))
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=now)

    @property
    def is_overdue(self) -> bool:
        """Its day has passed and it is not done."""
        return self.done_on is None and self.due_on is not None and self.due_on < today()


class ProjectDocument(TenantScoped, Model):
    """A document that a project shows."""

    __tablename__ = "project_documents"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        tenant_key("file_id", "stored_files"),
        Index(None, "project_id", "id"),
        Index(None, "file_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    file_id: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)

    file: Mapped[StoredFile] = relationship(
        primaryjoin="foreign(ProjectDocument.file_id) == StoredFile.id", lazy="joined"
    )


class ReceivedMail(TenantScoped, Model):
    """A mail to a project that has been seen to: the same one, delivered twice, is taken once.

    `key` is a hash of its Message-ID. Its words are nowhere but in the news that was made of it.
    """

    __tablename__ = "received_mails"
    __table_args__ = (UniqueConstraint("municipality_id", "key"), Index(None, "municipality_id", "at"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key: Mapped[str] = mapped_column(short_text(64))
    at: Mapped[datetime] = mapped_column(default=now)
