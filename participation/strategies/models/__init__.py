"""A strategy with its themes, goals, efforts and challenges, in the municipality's own words."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now, today
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.strategies.lifecycle import STRATEGIES, StrategyMeaning, StrategyStatus
from participation.strategies.models.indicators import Indicator as Indicator
from participation.strategies.models.indicators import IndicatorVersion as IndicatorVersion
from participation.strategies.models.indicators import Measurement as Measurement
from participation.strategies.models.successions import GoalSuccession as GoalSuccession
from participation.strategies.models.successions import StrategyVersion as StrategyVersion


class Strategy(TenantScoped, Model):
    """One adopted document; `document` holds its whole text as read from the file, for pages and comparison.

    `period_ends_on` is the last day on which it applies; None when the municipality has not said.
    `pending_document` is a newer file of a published strategy, which nobody sees before it is published.
    Both are long, and loaded when they are asked for.
    """

    __tablename__ = "strategies"
    __table_args__ = (UniqueConstraint("municipality_id", "id"), UniqueConstraint("municipality_id", "key"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key: Mapped[str] = mapped_column(short_text(60))
    title: Mapped[str] = mapped_column(short_text(200))
    slogan: Mapped[str] = mapped_column(short_text(200), default="")
    status: Mapped[StrategyStatus] = mapped_column(enum_type(StrategyStatus), default=StrategyStatus.DRAFT)
    adopted_on: Mapped[date | None]
    period_starts_on: Mapped[date | None]
    period_ends_on: Mapped[date | None]
    document: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    pending_document: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    loaded_at: Mapped[datetime] = mapped_column(default=now)
    published_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def meaning(self) -> StrategyMeaning:
        return STRATEGIES.meanings[self.status]

    @property
    def awaits_publication(self) -> bool:
        return not self.meaning.is_public or self.pending_document is not None

    @property
    def has_ended(self) -> bool:
        return self.period_ends_on is not None and self.period_ends_on < today()


class Theme(TenantScoped, Model):
    """A part of a strategy with a motto and a vision of its own."""

    __tablename__ = "themes"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("strategy_id", "key"),
        tenant_key("strategy_id", "strategies"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    strategy_id: Mapped[int]
    key: Mapped[str] = mapped_column(short_text(40))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(200))
    is_title_editorial: Mapped[bool] = mapped_column(default=False)
    motto: Mapped[str] = mapped_column(default="")
    vision: Mapped[list[str]] = mapped_column(default=list)
    note: Mapped[str] = mapped_column(default="")
    removed_at: Mapped[datetime | None]

    strategy: Mapped[Strategy] = relationship(primaryjoin="foreign(Theme.strategy_id) == Strategy.id")


class Goal(TenantScoped, Model):
    """A goal: verbatim `text`, and a short title that may be the editors' own.

    A goal that a newer file no longer holds keeps its row and address, with `removed_at`.
    """

    __tablename__ = "goals"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("strategy_id", "key"),
        tenant_key("strategy_id", "strategies"),
        tenant_key("theme_id", "themes"),
        Index(None, "theme_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    strategy_id: Mapped[int]
    theme_id: Mapped[int | None]
    key: Mapped[str] = mapped_column(short_text(40))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(200))
    is_title_editorial: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str]
    target: Mapped[dict[str, Any] | None]
    removed_at: Mapped[datetime | None]

    strategy: Mapped[Strategy] = relationship(primaryjoin="foreign(Goal.strategy_id) == Strategy.id")
    theme: Mapped[Theme | None] = relationship(primaryjoin="foreign(Goal.theme_id) == Theme.id")


class Effort(TenantScoped, Model):
    """What the municipality itself says it does, under a theme."""

    __tablename__ = "efforts"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("strategy_id", "key"),
        tenant_key("strategy_id", "strategies"),
        tenant_key("theme_id", "themes"),
        Index(None, "theme_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    strategy_id: Mapped[int]
    theme_id: Mapped[int | None]
    key: Mapped[str] = mapped_column(short_text(40))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(200))
    is_title_editorial: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str]
    removed_at: Mapped[datetime | None]


class Challenge(TenantScoped, Model):
    """A challenge that the strategy answers."""

    __tablename__ = "challenges"
    __table_args__ = (UniqueConstraint("strategy_id", "key"), tenant_key("strategy_id", "strategies"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    strategy_id: Mapped[int]
    key: Mapped[str] = mapped_column(short_text(40))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(200))
    is_title_editorial: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str]
    removed_at: Mapped[datetime | None]
