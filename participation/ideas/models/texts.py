"""What an author has written, and how it changed: versions of the text, and additions to it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Holdable
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key

TITLE_LENGTH = 120
PLACE_LENGTH = 200
BODY_LENGTH = 6000


class VersionState(StrEnum):
    """Whether a changed text counts, waits for a moderator, or was turned down."""

    CURRENT = "current"
    PROPOSED = "proposed"
    REJECTED = "rejected"


class IdeaVersion(TenantScoped, Holdable, Model):
    """The idea's text as it was from a moment on; number 1 is the text as published."""

    __tablename__ = "idea_versions"
    __table_args__ = (
        UniqueConstraint("idea_id", "number"),
        tenant_key("idea_id", "ideas"),
        tenant_key("goal_id", "goals"),
        tenant_key("changed_by_id", "people"),
        tenant_key("case_id", "cases"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    number: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(TITLE_LENGTH))
    body: Mapped[str]
    place: Mapped[str] = mapped_column(short_text(PLACE_LENGTH))
    goal_id: Mapped[int | None]
    is_outside_strategy: Mapped[bool] = mapped_column(default=False)
    state: Mapped[VersionState] = mapped_column(enum_type(VersionState), default=VersionState.CURRENT)
    changed_by_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Addition(TenantScoped, Holdable, Model):
    """A dated addition to a published idea, by its author if nobody else stands here."""

    __tablename__ = "idea_additions"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("case_id", "cases"),
        tenant_key("author_id", "people"),
        Index(None, "idea_id"),
        Index(None, "case_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    author_id: Mapped[int | None]
    body: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)

    author: Mapped[Person | None] = relationship(primaryjoin="foreign(Addition.author_id) == Person.id")
