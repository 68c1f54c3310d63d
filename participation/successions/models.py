"""One strategy taking the place of another: the figures at its end, and where each open idea went."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea
from participation.strategies.models import Goal, Strategy


class Succession(TenantScoped, Model):
    """The new strategy was published, and the old one's open ideas are carried over in pages.

    `figures` are the old one's at that moment: for each goal its public ideas and its projects by status.
    Whoever asks what is left finds it by the ideas themselves, so a page that was broken off is done again.
    """

    __tablename__ = "successions"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("old_strategy_id"),
        tenant_key("old_strategy_id", "strategies"),
        tenant_key("new_strategy_id", "strategies"),
        Index(None, "new_strategy_id"),
        Index(None, "municipality_id", "is_running"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    old_strategy_id: Mapped[int]
    new_strategy_id: Mapped[int]
    begun_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]
    is_running: Mapped[bool] = mapped_column(default=True)
    figures: Mapped[dict[str, Any]] = mapped_column(default=dict)

    old_strategy: Mapped[Strategy] = relationship(
        primaryjoin="foreign(Succession.old_strategy_id) == Strategy.id"
    )
    new_strategy: Mapped[Strategy] = relationship(
        primaryjoin="foreign(Succession.new_strategy_id) == Strategy.id"
    )


class IdeaChoice(TenantScoped, Model):
    """Where an administrator wants one idea to go, whatever its goal becomes: a goal, or outside."""

    __tablename__ = "succession_choices"
    __table_args__ = (
        tenant_key("strategy_id", "strategies"),
        tenant_key("idea_id", "ideas"),
        tenant_key("goal_id", "goals"),
        Index(None, "idea_id"),
    )

    strategy_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    goal_id: Mapped[int | None]


class CarriedIdea(TenantScoped, Model):
    """An idea went from an old goal to a new one; to none where the new strategy has no place for it."""

    __tablename__ = "carried_ideas"
    __table_args__ = (
        tenant_key("succession_id", "successions"),
        tenant_key("idea_id", "ideas"),
        tenant_key("old_goal_id", "goals"),
        tenant_key("new_goal_id", "goals"),
        Index(None, "idea_id"),
        Index(None, "succession_id", "new_goal_id"),
    )

    succession_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    old_goal_id: Mapped[int]
    new_goal_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=now)

    idea: Mapped[Idea] = relationship(primaryjoin="foreign(CarriedIdea.idea_id) == Idea.id")
    old_goal: Mapped[Goal] = relationship(primaryjoin="foreign(CarriedIdea.old_goal_id) == Goal.id")
    new_goal: Mapped[Goal | None] = relationship(primaryjoin="foreign(CarriedIdea.new_goal_id) == Goal.id")
