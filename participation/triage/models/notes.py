"""Internal notes on cases."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.triage.models.contributions import Contribution


class Note(TenantScoped, Model):
    """What staff says to staff about a case, and nobody else ever sees.

    A colleague's contribution is a note without an author.
    """

    __tablename__ = "case_notes"
    __table_args__ = (
        UniqueConstraint("municipality_id", "contribution_id"),
        tenant_key("case_id", "cases"),
        tenant_key("author_id", "people"),
        tenant_key("contribution_id", "contributions"),
        Index(None, "case_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int]
    author_id: Mapped[int | None]
    contribution_id: Mapped[int | None]
    body: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime | None]

    @property
    def written_at(self) -> datetime:
        """Since when it says what it says."""
        return self.changed_at or self.created_at

    contribution: Mapped[Contribution | None] = relationship(
        primaryjoin="foreign(Note.contribution_id) == Contribution.id"
    )
