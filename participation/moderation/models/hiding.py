"""What was hidden and shown again, by whom, by which rule."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class ModerationAct(StrEnum):
    """What a moderator did."""

    HIDE = "hide"
    SHOW = "show"
    RELEASE = "release"
    RETURN = "return"
    REFUSE = "refuse"


class ModerationEntry(TenantScoped, Model):
    """One act on one idea or one comment; never changed afterwards."""

    __tablename__ = "moderation_entries"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("comment_id", "comments"),
        tenant_key("actor_id", "people"),
        Index(None, "municipality_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    act: Mapped[ModerationAct] = mapped_column(enum_type(ModerationAct))
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    reason_code: Mapped[str] = mapped_column(short_text(40))
    sentence: Mapped[str]
    actor_id: Mapped[int]
    at: Mapped[datetime] = mapped_column(default=now)
