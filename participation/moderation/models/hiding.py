"""What moderation did to whom or to what, by which rule: read by staff whole, by everybody without names."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea
from participation.projects.models import ProjectUpdate


class ModerationAct(StrEnum):
    """What moderation did: to what somebody wrote, to a discussion, to a person, or with an appeal."""

    HIDE = "hide"
    SHOW = "show"
    RELEASE = "release"
    RETURN = "return"
    REFUSE = "refuse"
    CLOSE = "close"
    OPEN = "open"
    SUSPEND = "suspend"
    LIFT = "lift"
    UPHOLD = "uphold"
    OVERTURN = "overturn"
    DELETE = "delete"


class ModerationEntry(TenantScoped, Model):
    """One act, and what it was about; never changed afterwards, but its sentence goes with a deleted text.

    Without an actor: somebody outside the municipality decided it.
    """

    __tablename__ = "moderation_entries"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("comment_id", "comments"),
        tenant_key("update_id", "project_updates"),
        tenant_key("person_id", "people"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("actor_id", "people"),
        Index(None, "municipality_id", "id"),
        Index(None, "idea_id"),
        Index(None, "comment_id"),
        Index(None, "update_id"),
        Index(None, "person_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    act: Mapped[ModerationAct] = mapped_column(enum_type(ModerationAct))
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    update_id: Mapped[int | None]
    person_id: Mapped[int | None]
    organisation_id: Mapped[int | None]
    reason_code: Mapped[str] = mapped_column(short_text(40))
    sentence: Mapped[str]
    actor_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=now)
    # A suspension's last moment, as it was decided.
    until: Mapped[datetime | None]

    idea: Mapped[Idea | None] = relationship(primaryjoin="foreign(ModerationEntry.idea_id) == Idea.id")
    comment: Mapped[Comment | None] = relationship(
        primaryjoin="foreign(ModerationEntry.comment_id) == Comment.id"
    )
    update: Mapped[ProjectUpdate | None] = relationship(
        primaryjoin="foreign(ModerationEntry.update_id) == ProjectUpdate.id"
    )
    person: Mapped[Person | None] = relationship(
        primaryjoin="foreign(ModerationEntry.person_id) == Person.id"
    )
