"""Support: one row for each idea and person, so the primary key says who has supported what."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class Vote(TenantScoped, Model):
    """One person's support for one idea; staff can only invalidate it, with a reason."""

    __tablename__ = "votes"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("person_id", "people"),
        tenant_key("invalidated_by_id", "people"),
        Index(None, "person_id"),
    )

    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
    invalidated_at: Mapped[datetime | None]
    invalidated_by_id: Mapped[int | None]
    invalidated_reason: Mapped[str | None] = mapped_column(short_text(200))
