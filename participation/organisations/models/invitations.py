"""Asking somebody by mail to join, and the links that were mailed."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.organisations.lifecycle import ROLES, MembershipRole, RoleMeaning


class Invitation(TenantScoped, Model):
    """Good for one address, once, until `expires_at`; `sendings` counts the mails.

    Who invites with `successor_of_id` hands over: that person's role becomes `left_role`, or ends, when the
    new owner says yes. `rescue_reason` is a moderator's, for an organisation whose owners are silent.
    """

    __tablename__ = "invitations"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("invited_by_id", "people"),
        tenant_key("successor_of_id", "people"),
        tenant_key("accepted_by_id", "people"),
        Index(None, "organisation_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    organisation_id: Mapped[int]
    email: Mapped[str] = mapped_column(short_text(254))
    email_key: Mapped[str] = mapped_column(short_text(254))
    role: Mapped[MembershipRole] = mapped_column(enum_type(MembershipRole))
    language: Mapped[str] = mapped_column(short_text(2), default="da")
    invited_by_id: Mapped[int]
    successor_of_id: Mapped[int | None]
    left_role: Mapped[MembershipRole | None] = mapped_column(enum_type(MembershipRole))
    rescue_reason: Mapped[str] = mapped_column(default="", server_default="")
    sendings: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    accepted_by_id: Mapped[int | None]
    declined_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    invited_by: Mapped[Person] = relationship(primaryjoin="foreign(Invitation.invited_by_id) == Person.id")

    @property
    def meaning(self) -> RoleMeaning:
        return ROLES[self.role]

    @property
    def is_answered(self) -> bool:
        """Whether nothing can come of it any more, however late it is."""
        return any((self.accepted_at, self.declined_at, self.revoked_at))

    @property
    def is_open(self) -> bool:
        return not self.is_answered and now() < self.expires_at


class InvitationLink(TenantScoped, Model):
    """One link as it was mailed: of its token only a keyed hash is kept. Sending again ends the earlier."""

    __tablename__ = "invitation_links"
    __table_args__ = (
        tenant_key("invitation_id", "invitations", ondelete="CASCADE"),
        Index(None, "invitation_id"),
    )

    token_hash: Mapped[str] = mapped_column(short_text(64), primary_key=True)
    invitation_id: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)

    invitation: Mapped[Invitation] = relationship(
        primaryjoin="foreign(InvitationLink.invitation_id) == Invitation.id"
    )
