"""The outbox: mails that wait, are claimed by a worker, and are rendered when they are sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped


class OutgoingMail(TenantScoped, Model):
    """One mail. `kind` names the function that renders it from `context`, which holds ids and no token.

    `due_at` is when to try (again); FAR_FUTURE once it is sent or given up. `key`, when set, makes it unique.
    """

    __tablename__ = "outgoing_mails"
    __table_args__ = (UniqueConstraint("municipality_id", "key"), Index(None, "due_at", "id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(short_text(60))
    recipient: Mapped[str] = mapped_column(short_text(254))
    language: Mapped[str] = mapped_column(short_text(2), default="da")
    context: Mapped[dict[str, Any]] = mapped_column(default=dict)
    key: Mapped[str | None] = mapped_column(short_text(120))
    created_at: Mapped[datetime] = mapped_column(default=now)
    due_at: Mapped[datetime] = mapped_column(default=now)
    sent_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(short_text(200), default="")
