"""The agreement between the municipality and an organisation about a project, in versions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.adoptions.lifecycle import CONTACT_LENGTH
from participation.cases.models import Case
from participation.extensions import Model
from participation.foundation.clock import now, today
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.projects.models import Project


class Agreement(TenantScoped, Model):
    """One version of it: never changed, only confirmed by each side, or followed by another.

    The newest that both have confirmed is in force. `certificates` says who sees to the children's
    certificates, and is only asked for where children take part. `warned_on` is when both sides were told
    that it ends soon, `case_id` what waits for staff then.
    """

    __tablename__ = "agreements"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("project_id", "number"),
        tenant_key("project_id", "projects"),
        tenant_key("written_by_id", "people"),
        tenant_key("municipality_by_id", "people"),
        tenant_key("organisation_by_id", "people"),
        tenant_key("case_id", "cases"),
        CheckConstraint("(municipality_by_id IS NULL) = (municipality_at IS NULL)", name="municipality"),
        CheckConstraint("(organisation_by_id IS NULL) = (organisation_at IS NULL)", name="organisation"),
        Index(None, "municipality_id", "ends_on", "id"),
        Index(None, "case_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    number: Mapped[int]
    contact: Mapped[str] = mapped_column(short_text(CONTACT_LENGTH))
    provides: Mapped[str]
    permits: Mapped[str] = mapped_column(default="")
    insurance: Mapped[str]
    has_children: Mapped[bool]
    certificates: Mapped[str] = mapped_column(default="")
    ends_on: Mapped[date]
    written_by_id: Mapped[int]
    written_at: Mapped[datetime] = mapped_column(default=now)
    municipality_by_id: Mapped[int | None]
    municipality_at: Mapped[datetime | None]
    organisation_by_id: Mapped[int | None]
    organisation_at: Mapped[datetime | None]
    warned_on: Mapped[date | None]
    case_id: Mapped[int | None]

    project: Mapped[Project] = relationship(primaryjoin="foreign(Agreement.project_id) == Project.id")
    written_by: Mapped[Person] = relationship(primaryjoin="foreign(Agreement.written_by_id) == Person.id")
    municipality_by: Mapped[Person | None] = relationship(
        primaryjoin="foreign(Agreement.municipality_by_id) == Person.id"
    )
    organisation_by: Mapped[Person | None] = relationship(
        primaryjoin="foreign(Agreement.organisation_by_id) == Person.id"
    )
    case: Mapped[Case | None] = relationship(primaryjoin="foreign(Agreement.case_id) == Case.id")

    @property
    def is_over(self) -> bool:
        """Its last day has passed."""
        return self.ends_on < today()

    @property
    def is_confirmed(self) -> bool:
        """Both sides have said yes to this very version."""
        return self.municipality_at is not None and self.organisation_at is not None
