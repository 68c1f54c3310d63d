"""News, the messages made of it for each person, and what people do not want by mail."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.discussions.models import Comment
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea
from participation.notifications.lifecycle import Topic


class News(TenantScoped, Model):
    """Something happened, written in the same transaction; the worker fans it out to people.

    `kind` is a row of the routing table; `facts` holds the ids of what its texts need, nothing personal.
    What is for one person alone names `person_id`; what is neither about an idea nor a comment says itself
    what it is about, and where.
    People are told in the order of their ids: `reached_id` is how far the worker has come. `visible_from` is
    when to tell them, and when to try again after it went wrong.
    """

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("comment_id", "comments", ondelete="CASCADE"),
        tenant_key("actor_id", "people"),
        tenant_key("person_id", "people"),
        Index(None, "municipality_id", "is_fanned_out", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(short_text(40))
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    actor_id: Mapped[int | None]
    person_id: Mapped[int | None]
    subject_title: Mapped[str] = mapped_column(short_text(160), default="", server_default="")
    subject_place: Mapped[str] = mapped_column(short_text(200), default="", server_default="")
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=now)
    visible_from: Mapped[datetime] = mapped_column(default=now)
    reached_id: Mapped[int] = mapped_column(default=0)
    is_fanned_out: Mapped[bool] = mapped_column(default=False)

    idea: Mapped[Idea | None] = relationship(primaryjoin="foreign(News.idea_id) == Idea.id", lazy="raise")
    comment: Mapped[Comment | None] = relationship(
        primaryjoin="foreign(News.comment_id) == Comment.id", lazy="raise"
    )

    @property
    def title(self) -> str:
        """What it is about: the idea's title, or that of what the comment stands under."""
        if self.comment is not None:
            return self.comment.discussion.subject_title
        return self.idea.safe_title if self.idea else self.subject_title

    @property
    def place(self) -> str:
        """The path to it, after the municipality's name."""
        if self.comment is not None:
            return f"{self.comment.discussion.place}#kommentar-{self.comment_id}"
        return f"ideer/{self.idea.id}-{self.idea.slug}" if self.idea else self.subject_place


class Notification(TenantScoped, Model):
    """One piece of news for one person: once each, whatever the ways it concerns them."""

    __tablename__ = "notifications"
    __table_args__ = (
        UniqueConstraint("person_id", "news_id"),
        tenant_key("person_id", "people"),
        tenant_key("news_id", "news", ondelete="CASCADE"),
        Index(None, "person_id", "is_read", "id"),
        Index(None, "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int]
    news_id: Mapped[int]
    is_read: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now)

    news: Mapped[News] = relationship(primaryjoin="foreign(Notification.news_id) == News.id", lazy="raise")


class MailRefusal(TenantScoped, Model):
    """A topic that a person wants no mail about."""

    __tablename__ = "mail_refusals"
    __table_args__ = (tenant_key("person_id", "people"),)

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    topic: Mapped[Topic] = mapped_column(enum_type(Topic), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
