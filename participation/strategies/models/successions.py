"""What a goal becomes in the next strategy, and the texts that a strategy had while it was prepared."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.strategies.lifecycle import SuccessionKind

if TYPE_CHECKING:
    from participation.strategies.models import Goal


class GoalSuccession(TenantScoped, Model):
    """One line from an old goal to a goal of the next strategy, `strategy_id`; to none where it is dropped.

    A goal that is split has several lines; open ideas follow the one that `takes_ideas`, if any does.
    """

    __tablename__ = "goal_successions"
    __table_args__ = (
        UniqueConstraint("strategy_id", "old_goal_id", "new_goal_id"),
        tenant_key("strategy_id", "strategies"),
        tenant_key("old_goal_id", "goals"),
        tenant_key("new_goal_id", "goals"),
        CheckConstraint("(kind = 'dropped') = (new_goal_id IS NULL)", name="dropped"),
        CheckConstraint("kind != 'dropped' OR reason != ''", name="dropped_with_reason"),
        CheckConstraint("NOT (takes_ideas AND new_goal_id IS NULL)", name="taker"),
        Index(None, "old_goal_id"),
        Index(None, "new_goal_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    strategy_id: Mapped[int]
    old_goal_id: Mapped[int]
    new_goal_id: Mapped[int | None]
    kind: Mapped[SuccessionKind] = mapped_column(enum_type(SuccessionKind))
    takes_ideas: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")

    old_goal: Mapped["Goal"] = relationship(primaryjoin="foreign(GoalSuccession.old_goal_id) == Goal.id")
    new_goal: Mapped["Goal | None"] = relationship(
        primaryjoin="foreign(GoalSuccession.new_goal_id) == Goal.id"
    )


class StrategyVersion(TenantScoped, Model):
    """A strategy's whole text as it was before somebody changed it in the editor; to be given back."""

    __tablename__ = "strategy_versions"
    __table_args__ = (
        tenant_key("strategy_id", "strategies"),
        tenant_key("changed_by_id", "people"),
        Index(None, "strategy_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    strategy_id: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    act: Mapped[str] = mapped_column(short_text(32))
    title: Mapped[str] = mapped_column(short_text(200), default="")
    changed_by_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=now)
