"""News from a project, with pictures."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Holdable
from participation.extensions import Model
from participation.files.models import StoredFile
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key

if TYPE_CHECKING:
    from participation.projects.models import Project


class UpdatePicture(TenantScoped, Model):
    """A picture that belongs to a piece of news; in the order in which they were sent."""

    __tablename__ = "update_pictures"
    __table_args__ = (
        tenant_key("update_id", "project_updates"),
        tenant_key("file_id", "stored_files"),
        Index(None, "update_id", "id"),
        Index(None, "file_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    update_id: Mapped[int]
    file_id: Mapped[int]

    file: Mapped[StoredFile] = relationship(
        primaryjoin="foreign(UpdatePicture.file_id) == StoredFile.id", lazy="joined"
    )


class ProjectUpdate(TenantScoped, Holdable, Model):
    """News from a project, dated. One that is taken back keeps no words and no pictures.

    `is_official` is written by staff, whose texts nobody holds or masks.
    """

    __tablename__ = "project_updates"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        tenant_key("author_id", "people"),
        tenant_key("case_id", "cases"),
        Index(None, "project_id", "id"),
        Index(None, "case_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    author_id: Mapped[int | None]
    body: Mapped[str]
    is_official: Mapped[bool] = mapped_column(default=False, server_default="0")
    created_at: Mapped[datetime] = mapped_column(default=now)
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    hidden_reason: Mapped[str | None] = mapped_column(short_text(40))
    hidden_sentence: Mapped[str | None]
    # Deleted for good by two people; `hidden_reason` is then the ground.
    erased_at: Mapped[datetime | None]

    project: Mapped["Project"] = relationship(primaryjoin="foreign(ProjectUpdate.project_id) == Project.id")
    author: Mapped[Person | None] = relationship(primaryjoin="foreign(ProjectUpdate.author_id) == Person.id")
    pictures: Mapped[list[UpdatePicture]] = relationship(
        primaryjoin="ProjectUpdate.id == foreign(UpdatePicture.update_id)",
        order_by=UpdatePicture.id,
        cascade="all, delete-orphan",
    )

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it."""
        return not (self.deleted_at or self.hidden_at or self.held_at)
