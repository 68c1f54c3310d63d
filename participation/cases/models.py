"""A case: something that waits for staff, with a promise and an owner."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key


class CaseKind(StrEnum):
    """Why a case waits."""

    REVIEW = "review"
    ANSWER = "answer"


class Case(TenantScoped, Model):
    """One subject's place in the queue; the subject holds the foreign key to it.

    `due_at` is the promise that falls first, FAR_FUTURE while nothing is promised.
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
    owner_id: Mapped[int | None]
    is_open: Mapped[bool] = mapped_column(default=True)
    opened_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]
