"""An association or group, and its members with dates."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now, today
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class OrganisationKind(StrEnum):
    """What sort of organisation it is."""

    ASSOCIATION = "association"
    SOCIAL = "social"
    HOMEOWNERS = "homeowners"
    COMPANY = "company"
    GROUP = "group"


class MembershipRole(StrEnum):
    """What a member may on the organisation's behalf."""

    OWNER = "owner"
    EDITOR = "editor"
    MEMBER = "member"


class Organisation(TenantScoped, Model):
    """A forening, a grundejerforening, a company or an informal group; never a user."""

    __tablename__ = "organisations"
    __table_args__ = (UniqueConstraint("municipality_id", "id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(short_text(120))
    slug: Mapped[str] = mapped_column(short_text(80))
    kind: Mapped[OrganisationKind] = mapped_column(enum_type(OrganisationKind))
    purpose: Mapped[str] = mapped_column(default="")
    cvr: Mapped[str | None] = mapped_column(short_text(8))
    approved_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    hidden_at: Mapped[datetime | None]
    hidden_reason: Mapped[str | None] = mapped_column(short_text(40))
    hidden_sentence: Mapped[str | None]

    members: Mapped[list["Membership"]] = relationship(
        primaryjoin="Organisation.id == foreign(Membership.organisation_id)",
        order_by="Membership.id",
        viewonly=True,
    )

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    @property
    def public_name(self) -> str | None:
        """What readers are shown; None while moderation hides it."""
        return None if self.is_hidden else self.name

    @property
    def owner_ids(self) -> list[int]:
        """Who answers for it today, the longest-standing first."""
        return [each.person_id for each in self.members if each.is_owner]


class Membership(TenantScoped, Model):
    """A person's role in an organisation from a day to a day."""

    __tablename__ = "memberships"
    __table_args__ = (
        tenant_key("person_id", "people"),
        tenant_key("organisation_id", "organisations"),
        Index(None, "person_id"),
        Index(None, "organisation_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int]
    organisation_id: Mapped[int]
    role: Mapped[MembershipRole] = mapped_column(enum_type(MembershipRole))
    from_day: Mapped[date] = mapped_column(default=today)
    to_day: Mapped[date | None]

    @property
    def is_owner(self) -> bool:
        """Owner today: not before the first day, and up to and including the last."""
        is_over = self.to_day is not None and self.to_day < today()
        return self.role is MembershipRole.OWNER and self.from_day <= today() and not is_over
