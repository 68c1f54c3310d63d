"""News, the messages made of it for each person, and what people do not want by mail."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class News(TenantScoped, Model):
    """Something happened, written in the same transaction; the worker fans it out to people.

    `kind` is a row of the routing table; `facts` holds what its texts need (ids, titles, dates).
    """

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("comment_id", "comments"),
        tenant_key("actor_id", "people"),
        Index(None, "is_fanned_out", "visible_from"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(short_text(40))
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    actor_id: Mapped[int | None]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=now)
    visible_from: Mapped[datetime] = mapped_column(default=now)
    is_fanned_out: Mapped[bool] = mapped_column(default=False)


class Notification(TenantScoped, Model):
    """One piece of news for one person: once each, whatever the ways it concerns them."""

    __tablename__ = "notifications"
    __table_args__ = (
        UniqueConstraint("person_id", "news_id"),
        tenant_key("person_id", "people"),
        tenant_key("news_id", "news"),
        Index(None, "person_id", "is_read", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int]
    news_id: Mapped[int]
    is_read: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now)

    news: Mapped[News] = relationship(primaryjoin="foreign(Notification.news_id) == News.id")


class MailRefusal(TenantScoped, Model):
    """A kind of mail that a person has said no to."""

    __tablename__ = "mail_refusals"
    __table_args__ = (tenant_key("person_id", "people"),)

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(short_text(40), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
