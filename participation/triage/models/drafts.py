"""Answers that are being written."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class AnswerDraft(TenantScoped, Model):
    """What one of the staff has written in an act's form and not sent; seen by its writer alone."""

    __tablename__ = "answer_drafts"
    __table_args__ = (tenant_key("idea_id", "ideas"), tenant_key("actor_id", "people"))

    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    act: Mapped[str] = mapped_column(short_text(32), primary_key=True)
    actor_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    saved_at: Mapped[datetime] = mapped_column(default=now)
