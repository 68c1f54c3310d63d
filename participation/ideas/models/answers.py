"""Official answers: what they say, and who decided."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
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
    `waited_days` are the calendar days from publication to the answer, `is_kept` says whether it came as
    promised: both are of the moment of the answer, none where there was no publication or no promise.
    """

    __tablename__ = "answers"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("actor_id", "people"),
        tenant_key("move_id", "idea_moves"),
        Index(None, "idea_id", "id"),
        Index(None, "municipality_id", "created_at"),
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
    waited_days: Mapped[int | None]
    is_kept: Mapped[bool | None]
    corrected_at: Mapped[datetime | None]
    actor_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class AnswerVersion(TenantScoped, Model):
    """What a corrected answer says, or said, from a moment on; number 1 is the answer as given."""

    __tablename__ = "answer_versions"
    __table_args__ = (
        UniqueConstraint("answer_id", "number"),
        tenant_key("answer_id", "answers"),
        tenant_key("actor_id", "people"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    answer_id: Mapped[int]
    number: Mapped[int]
    doing: Mapped[str]
    why: Mapped[str]
    next_steps: Mapped[str]
    department: Mapped[str] = mapped_column(short_text(120))
    signed_by: Mapped[str] = mapped_column(short_text(120))
    decided_by: Mapped[DecidedBy] = mapped_column(enum_type(DecidedBy))
    decided_on: Mapped[date]
    agenda_url: Mapped[str] = mapped_column(short_text(500))
    actor_id: Mapped[int | None]
    created_at: Mapped[datetime]
