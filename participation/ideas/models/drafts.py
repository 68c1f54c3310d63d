"""What a visitor has written before there is an account to keep it."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class PendingDraft(TenantScoped, Model):
    """A visitor's text, found only by a secret number that the visitor's browser holds; gone after two days.

    `idea_id` is the idea that it became when the visitor signed in, or at once for an account, whose text
    does not stand here.
    """

    __tablename__ = "pending_drafts"
    __table_args__ = (
        UniqueConstraint("municipality_id", "key_hash"),
        tenant_key("goal_id", "goals"),
        tenant_key("idea_id", "ideas", ondelete="CASCADE"),
        Index(None, "municipality_id", "created_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key_hash: Mapped[str] = mapped_column(short_text(64))
    title: Mapped[str]
    body: Mapped[str]
    place: Mapped[str]
    goal_id: Mapped[int | None]
    is_outside_strategy: Mapped[bool] = mapped_column(default=False)
    author_name: Mapped[str] = mapped_column(default="")
    wants_sending: Mapped[bool] = mapped_column(default=False)
    idea_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
