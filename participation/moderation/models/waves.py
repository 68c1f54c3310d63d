"""A wave: many like posts, or many new accounts, in a short time."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea


class WaveKind(StrEnum):
    """What came in such numbers."""

    POSTS = "posts"
    SIGN_UPS = "sign_ups"


class Wave(TenantScoped, Model):
    """One wave with its case; it grows as long as the case is open. `held_at` is when all of it was held."""

    __tablename__ = "waves"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("case_id", "cases"),
        Index(None, "case_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[WaveKind] = mapped_column(enum_type(WaveKind))
    case_id: Mapped[int]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    held_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)

    case: Mapped[Case] = relationship(primaryjoin="foreign(Wave.case_id) == Case.id")


class WaveEntry(TenantScoped, Model):
    """One post of a wave, or one account where it has neither idea nor comment; `is_held` by the wave."""

    __tablename__ = "wave_entries"
    __table_args__ = (
        UniqueConstraint("wave_id", "idea_id"),
        UniqueConstraint("wave_id", "comment_id"),
        tenant_key("wave_id", "waves", ondelete="CASCADE"),
        tenant_key("person_id", "people"),
        tenant_key("idea_id", "ideas", ondelete="CASCADE"),
        tenant_key("comment_id", "comments", ondelete="CASCADE"),
        CheckConstraint("idea_id IS NULL OR comment_id IS NULL", name="one_post"),
        Index(None, "idea_id"),
        Index(None, "comment_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    wave_id: Mapped[int]
    person_id: Mapped[int]
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    is_held: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person] = relationship(primaryjoin="foreign(WaveEntry.person_id) == Person.id")
    idea: Mapped[Idea | None] = relationship(primaryjoin="foreign(WaveEntry.idea_id) == Idea.id")
    comment: Mapped[Comment | None] = relationship(primaryjoin="foreign(WaveEntry.comment_id) == Comment.id")
