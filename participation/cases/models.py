"""A case: something that waits for staff, with a promise and an owner."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class CaseKind(StrEnum):
    """Why a case waits."""

    REVIEW = "review"
    ANSWER = "answer"
    HELD = "held"
    REPORT = "report"
    APPEAL = "appeal"
    DELETION = "deletion"
    WAVE = "wave"


class Case(TenantScoped, Model):
    """One subject's place in the queue; the subject holds the foreign key to it.

    `due_at` is the promise that falls first, FAR_FUTURE while nothing is promised. `subject_title` is what
    the queue calls it; `place` is where staff see to it: a path after the municipality's name, for example
    `opgaver/7`. `journal_number` is the case's number in the municipality's own journal.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("owner_id", "people"),
        Index(None, "municipality_id", "is_open", "due_at", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[CaseKind] = mapped_column(enum_type(CaseKind))
    due_at: Mapped[datetime] = mapped_column(default=FAR_FUTURE)
    subject_title: Mapped[str] = mapped_column(short_text(160), default="", server_default="")
    place: Mapped[str] = mapped_column(short_text(200), default="", server_default="")
    owner_id: Mapped[int | None]
    journal_number: Mapped[str] = mapped_column(short_text(40), default="", server_default="")
    is_open: Mapped[bool] = mapped_column(default=True)
    opened_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]
