"""An association or group: what it says about itself, and where it stands."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.cases.models import Case
from participation.extensions import Model
from participation.files.models import StoredFile
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.organisations.lifecycle import (
    CONTACT_LENGTH,
    KINDS,
    NAME_LENGTH,
    ORGANISATIONS,
    PUBLIC,
    KindMeaning,
    OrganisationMeaning,
    OrganisationStatus,
)
from participation.organisations.lifecycle import MembershipRole as MembershipRole
from participation.organisations.lifecycle import OrganisationKind as OrganisationKind
from participation.organisations.models.invitations import Invitation as Invitation
from participation.organisations.models.invitations import InvitationLink as InvitationLink
from participation.organisations.models.memberships import Membership as Membership
from participation.organisations.models.memberships import in_force as in_force

_public = ", ".join(f"'{status.value}'" for status in sorted(PUBLIC))


class Organisation(TenantScoped, Model):
    """A forening, a grundejerforening, a company or an informal group; never a user.

    `sentence` is what a moderator last wrote to those who applied. `nudged_on` is when the owners were asked
    whether they are still there. `memberships` are those in force.
    """

    __tablename__ = "organisations"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("case_id", "cases"),
        tenant_key("applicant_id", "people"),
        tenant_key("picture_id", "stored_files"),
        CheckConstraint(f"(status IN ({_public})) = (approved_at IS NOT NULL)", name="approved"),
        Index(None, "municipality_id", "status", "name", "id"),
        Index(None, "case_id"),
        Index(None, "picture_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    status: Mapped[OrganisationStatus] = mapped_column(
        enum_type(OrganisationStatus), default=OrganisationStatus.APPLIED, server_default="applied"
    )
    name: Mapped[str] = mapped_column(short_text(NAME_LENGTH))
    slug: Mapped[str] = mapped_column(short_text(80))
    kind: Mapped[OrganisationKind] = mapped_column(enum_type(OrganisationKind))
    purpose: Mapped[str] = mapped_column(default="")
    cvr: Mapped[str | None] = mapped_column(short_text(8))
    contact_name: Mapped[str] = mapped_column(short_text(CONTACT_LENGTH), default="", server_default="")
    contact_email: Mapped[str] = mapped_column(short_text(254), default="", server_default="")
    contact_phone: Mapped[str] = mapped_column(short_text(40), default="", server_default="")
    shows_contact: Mapped[bool] = mapped_column(default=False, server_default="0")
    picture_id: Mapped[int | None]
    case_id: Mapped[int | None]
    applicant_id: Mapped[int | None]
    sentence: Mapped[str] = mapped_column(default="", server_default="")
    approved_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
    nudged_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    hidden_at: Mapped[datetime | None]
    hidden_reason: Mapped[str | None] = mapped_column(short_text(40))
    hidden_sentence: Mapped[str | None]

    case: Mapped[Case | None] = relationship(primaryjoin="foreign(Organisation.case_id) == Case.id")
    picture: Mapped[StoredFile | None] = relationship(
        primaryjoin="foreign(Organisation.picture_id) == StoredFile.id"
    )
    memberships: Mapped[list[Membership]] = relationship(
        primaryjoin=lambda: (Organisation.id == Membership.organisation_id) & in_force(),
        foreign_keys=lambda: Membership.organisation_id,
        order_by=lambda: Membership.id,
        viewonly=True,
    )

    @property
    def meaning(self) -> OrganisationMeaning:
        return ORGANISATIONS.meanings[self.status]

    @property
    def kind_meaning(self) -> KindMeaning:
        return KINDS[self.kind]

    @property
    def is_active(self) -> bool:
        """Whether somebody can act for it."""
        return self.meaning.is_active and not self.is_hidden

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    @property
    def public_name(self) -> str | None:
        """What readers are shown; None while moderation hides it."""
        return None if self.is_hidden else self.name

    @property
    def shown_cvr(self) -> str:
        """`12 34 56 78`, as it is read aloud; empty for none."""
        number = self.cvr or ""
        return " ".join(number[at : at + 2] for at in range(0, len(number), 2))

    @property
    def shown_picture(self) -> StoredFile | None:
        """The picture on its page, unless it has been deleted for good."""
        return None if self.picture is None or self.picture.erased_at else self.picture

    @property
    def owner_ids(self) -> list[int]:
        """Who answers for it today, the longest-standing first."""
        return [each.person_id for each in self.memberships if each.meaning.leads]

    def role_of(self, person_id: int | None) -> MembershipRole | None:
        """What the person is in it today; None for everybody else."""
        return next((each.role for each in self.memberships if each.person_id == person_id), None)
