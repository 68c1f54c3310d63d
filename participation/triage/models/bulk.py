"""One act on many cases: what was chosen and said, and what became of each."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.cases.models import Case
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class ItemState(StrEnum):
    """What has become of one case."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    UNDONE = "undone"


class BulkAct(TenantScoped, Model):
    """An act that somebody of the staff prepares for many cases, looks at, and has done.

    `said` is what goes for all of them. Answers are promised `rate` a week, the last by `latest`; where
    there is no rate, each has the ordinary promise. What is started goes on, in pages, until it is finished.
    """

    __tablename__ = "bulk_acts"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("actor_id", "people"),
        Index(None, "actor_id", "started_at"),
        Index(None, "municipality_id", "is_running"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    actor_id: Mapped[int]
    name: Mapped[str] = mapped_column(short_text(32))
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)
    rate: Mapped[int | None]
    latest: Mapped[date | None]
    prepared_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    is_running: Mapped[bool] = mapped_column(default=False)


class BulkItem(TenantScoped, Model):
    """One case of a bulk act, as it was seen, and what became of it.

    `refusal` is a message id: why the act, or undoing it, was refused for this one. `left_version` is the
    idea's version after the act.
    """

    __tablename__ = "bulk_items"
    __table_args__ = (
        UniqueConstraint("bulk_id", "case_id"),
        tenant_key("bulk_id", "bulk_acts", ondelete="CASCADE"),
        tenant_key("case_id", "cases", ondelete="CASCADE"),
        Index(None, "case_id"),
        Index(None, "bulk_id", "state", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    bulk_id: Mapped[int]
    case_id: Mapped[int]
    seen_version: Mapped[int | None]
    seen_owner_id: Mapped[int | None]
    promise_on: Mapped[date | None]
    state: Mapped[ItemState] = mapped_column(enum_type(ItemState), default=ItemState.WAITING)
    refusal: Mapped[str] = mapped_column(default="")
    told_from: Mapped[datetime | None]
    left_version: Mapped[int | None]

    bulk: Mapped[BulkAct] = relationship(primaryjoin="foreign(BulkItem.bulk_id) == BulkAct.id")
    case: Mapped[Case] = relationship(primaryjoin="foreign(BulkItem.case_id) == Case.id")
