"""Answers that are being written."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class AnswerDraft(TenantScoped, Model):
    """What one of the staff has written in an act's form and not sent; seen by its writer alone."""

    __tablename__ = "answer_drafts"
    __table_args__ = (
        UniqueConstraint("idea_id", "act", "actor_id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("actor_id", "people"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    act: Mapped[str] = mapped_column(short_text(32))
    actor_id: Mapped[int]
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    saved_at: Mapped[datetime] = mapped_column(default=now)
