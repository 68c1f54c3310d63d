"""Support: one row for each idea and person, so the primary key says who has supported what."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class Vote(TenantScoped, Model):
    """One person's support for one idea; staff can only invalidate it, with a reason.

    `origin_merge_id` is the merging by which alone the person supports the idea: it goes when that is undone.
    `renewed_at` is when the person said again that the support stands, in the period of the next strategy.
    """

    __tablename__ = "votes"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("person_id", "people"),
        tenant_key("invalidated_by_id", "people"),
        tenant_key("origin_merge_id", "merges"),
        Index(None, "person_id"),
        Index(None, "origin_merge_id"),
    )

    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
    renewed_at: Mapped[datetime | None]
    invalidated_at: Mapped[datetime | None]
    invalidated_by_id: Mapped[int | None]
    invalidated_reason: Mapped[str | None] = mapped_column(short_text(200))
    origin_merge_id: Mapped[int | None]


class SupportSetAside(TenantScoped, Model):
    """A support as it was when its idea was merged, to be given back; a withdrawal since then deletes it."""

    __tablename__ = "votes_set_aside"
    __table_args__ = (
        tenant_key("merge_id", "merges"),
        tenant_key("person_id", "people"),
        tenant_key("invalidated_by_id", "people"),
        tenant_key("origin_merge_id", "merges"),
        Index(None, "person_id"),
    )

    merge_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime]
    renewed_at: Mapped[datetime | None]
    invalidated_at: Mapped[datetime | None]
    invalidated_by_id: Mapped[int | None]
    invalidated_reason: Mapped[str | None] = mapped_column(short_text(200))
    origin_merge_id: Mapped[int | None]
