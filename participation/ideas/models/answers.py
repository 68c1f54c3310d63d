"""Official answers: what they say, and who decided."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models.revocable import Revocable


class AnswerKind(StrEnum):
    """What an official answer says."""

    INTERIM = "interim"
    YES = "yes"
    NO = "no"
    UNDER_WAY = "under_way"
    GIVEN_UP = "given_up"


class DecidedBy(StrEnum):
    """Who in the municipality has decided."""

    ADMINISTRATION = "administration"
    COMMITTEE = "committee"
    COUNCIL = "council"


class Answer(Revocable, TenantScoped, Model):
    """An official answer, interim ones kept: what we do, why, what happens now.

    `promised_at` is a new promise made by an interim answer; `was_promised_at` the one it replaces.
    `move_id` is the move that it came with.
    """

    __tablename__ = "answers"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("actor_id", "people"),
        tenant_key("move_id", "idea_moves"),
        Index(None, "idea_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    move_id: Mapped[int | None]
    kind: Mapped[AnswerKind] = mapped_column(enum_type(AnswerKind))
    doing: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    next_steps: Mapped[str] = mapped_column(default="")
    reason_code: Mapped[str | None] = mapped_column(short_text(40))
    department: Mapped[str] = mapped_column(short_text(120))
    signed_by: Mapped[str] = mapped_column(short_text(120), default="")
    decided_by: Mapped[DecidedBy] = mapped_column(enum_type(DecidedBy), default=DecidedBy.ADMINISTRATION)
    decided_on: Mapped[date]
    agenda_url: Mapped[str] = mapped_column(short_text(500), default="")
    was_promised_at: Mapped[datetime | None]
    promised_at: Mapped[datetime | None]
    actor_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
