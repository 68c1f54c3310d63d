"""Who had a case, who takes no part in it, and what has been said of its promise."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key


class Handover(StrEnum):
    """How a case came to another owner, or to none."""

    CLAIMED = "claimed"
    ASSIGNED = "assigned"
    RELEASED = "released"
    UNDONE = "undone"


class HandoverReason(StrEnum):
    """Why a case is handed over; who is disqualified takes no part any more (forvaltningsloven § 3)."""

    NONE = "none"
    ABSENCE = "absence"
    KNOWS_MORE = "knows_more"
    DISQUALIFIED = "disqualified"


class CaseHandover(TenantScoped, Model):
    """Who had the case before, who has it from now on, and what was said."""

    __tablename__ = "case_handovers"
    __table_args__ = (
        tenant_key("case_id", "cases", ondelete="CASCADE"),
        tenant_key("from_id", "people"),
        tenant_key("to_id", "people"),
        tenant_key("actor_id", "people"),
        Index(None, "case_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int]
    kind: Mapped[Handover] = mapped_column(enum_type(Handover))
    from_id: Mapped[int | None]
    to_id: Mapped[int | None]
    actor_id: Mapped[int | None]
    reason: Mapped[HandoverReason] = mapped_column(enum_type(HandoverReason), default=HandoverReason.NONE)
    note: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default=now)


class CaseDisqualification(TenantScoped, Model):
    """A person who takes no part in a case."""

    __tablename__ = "case_disqualifications"
    __table_args__ = (tenant_key("case_id", "cases", ondelete="CASCADE"), tenant_key("person_id", "people"))

    case_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(default=now)


class Reminder(StrEnum):
    """What is said once of a promise."""

    NEAR = "near"
    FALLEN = "fallen"


class CaseReminder(TenantScoped, Model):
    """What has been said of a promise, so that it is said once; a new promise is another one."""

    __tablename__ = "case_reminders"
    __table_args__ = (tenant_key("case_id", "cases", ondelete="CASCADE"),)

    case_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Reminder] = mapped_column(enum_type(Reminder), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)
