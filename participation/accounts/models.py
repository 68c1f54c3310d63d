"""People, the codes they sign in with, and where they are signed in."""

from datetime import datetime
from enum import StrEnum

from flask_login import UserMixin
from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class Role(StrEnum):
    """What a person may in the municipality's name."""

    CITIZEN = "citizen"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class Person(TenantScoped, UserMixin, Model):  # type: ignore[misc]
    """A person in one municipality; a closed account is a row without name and address.

    `email_key` is the address as compared: NFC, case-folded. Who `is_paper` wrote to us by hand and has no
    key, so nobody can sign in as them. `suspended_until` is moderation's to write.
    """

    __tablename__ = "people"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("municipality_id", "email_key"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    email: Mapped[str | None] = mapped_column(short_text(254))
    email_key: Mapped[str | None] = mapped_column(short_text(254))
    display_name: Mapped[str | None] = mapped_column(short_text(80))
    language: Mapped[str] = mapped_column(short_text(2), default="da")
    role: Mapped[Role] = mapped_column(enum_type(Role), default=Role.CITIZEN)
    is_paper: Mapped[bool] = mapped_column(default=False, server_default="0")
    has_single_keys: Mapped[bool] = mapped_column(default=True, server_default="1")
    demo_key: Mapped[str | None] = mapped_column(short_text(40))
    # When something that the person wrote was first seen by others.
    first_post_at: Mapped[datetime | None]
    # From when on staff look at everything by this account before others see it.
    posts_held_at: Mapped[datetime | None]
    age_confirmed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]
    suspended_until: Mapped[datetime | None]

    is_system = False
    # A row that was found is a person who is here; a closed account is never found.
    is_authenticated = True

    @property
    def public_name(self) -> str | None:
        """What readers are shown; None once the account is closed ("former user")."""
        return self.display_name if self.closed_at is None else None

    @property
    def actor_id(self) -> int:
        return self.id

    @property
    def is_active(self) -> bool:
        return self.closed_at is None

    @property
    def may_write(self) -> bool:
        """A suspension ends by itself."""
        return self.suspended_until is None or self.suspended_until <= now()

    @property
    def is_staff(self) -> bool:
        return self.role is not Role.CITIZEN

    @property
    def is_administrator(self) -> bool:
        return self.role is Role.ADMINISTRATOR


class SuspendedAddress(TenantScoped, Model):
    """An address that may not write until then, as a keyed hash: whoever opens an account anew is recognised.

    `person_id` is the account that was suspended under it last.
    """

    __tablename__ = "suspended_addresses"
    __table_args__ = (
        UniqueConstraint("municipality_id", "key_hash"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key_hash: Mapped[str] = mapped_column(short_text(64))
    person_id: Mapped[int]
    until: Mapped[datetime]

    person: Mapped[Person] = relationship(primaryjoin="foreign(SuspendedAddress.person_id) == Person.id")


class SignInCode(TenantScoped, Model):
    """A six-digit code asked for in one browser; the code itself is made when the mail is written.

    `intent` names what the visitor was about to do (`votes.support:7`), done when the code is right.
    """

    __tablename__ = "sign_in_codes"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        Index(None, "municipality_id", "browser_hash"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    email: Mapped[str] = mapped_column(short_text(254))
    email_key: Mapped[str] = mapped_column(short_text(254))
    purpose: Mapped[str] = mapped_column(short_text(32), default="sign_in")
    person_id: Mapped[int | None]
    browser_hash: Mapped[str] = mapped_column(short_text(64))
    language: Mapped[str] = mapped_column(short_text(2))
    code_hash: Mapped[str | None] = mapped_column(short_text(64))
    next_path: Mapped[str] = mapped_column(short_text(2000), default="")
    intent: Mapped[str] = mapped_column(short_text(80), default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]


class SignIn(TenantScoped, Model):
    """One person signed in from one browser; deleting the row signs out by the next request."""

    __tablename__ = "sign_ins"
    __table_args__ = (
        UniqueConstraint("browser_token_hash", "municipality_id"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    browser_token_hash: Mapped[str] = mapped_column(short_text(64))
    browser: Mapped[str] = mapped_column(short_text(200))
    person_id: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_seen_at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[Person] = relationship(
        primaryjoin="foreign(SignIn.person_id) == Person.id", lazy="joined", innerjoin=True
    )
