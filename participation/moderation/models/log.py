"""The internal log: entries that are never changed, each holding the hash of the one before."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.model import short_text
from participation.foundation.tenancy import TenantScoped, current_municipality_id


class LogHead(TenantScoped, Model):
    """Where a municipality's chain ends: whoever adds to it locks this row first.

    The database refuses to delete it, or to let it go back.
    """

    __tablename__ = "log_heads"

    municipality_id: Mapped[int] = mapped_column(
        ForeignKey("municipalities.id"), default=current_municipality_id, primary_key=True
    )
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(short_text(64))


class LogEntry(TenantScoped, Model):
    """One act of staff, or of the system on their behalf; the database refuses to change or delete it.

    Ids and codes only: no words that people wrote. It points to nothing but its head, by a key: to point
    to a person would lock that person's row while the head is locked, and two acts could wait for each other.
    """

    __tablename__ = "log_entries"
    __table_args__ = (
        Index(None, "municipality_id", "kind", "number"),
        Index(None, "municipality_id", "actor_id", "number"),
    )

    municipality_id: Mapped[int] = mapped_column(
        ForeignKey("log_heads.municipality_id"), default=current_municipality_id, primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    kind: Mapped[str] = mapped_column(short_text(60))
    subjects: Mapped[dict[str, Any]]
    facts: Mapped[dict[str, Any]]
    previous_hash: Mapped[str] = mapped_column(short_text(64))
    hash: Mapped[str] = mapped_column(short_text(64))
