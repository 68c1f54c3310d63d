"""What can be measured of a goal: indicators, what each said when, and dated measurements.

Nothing is written over: a change of an indicator is a new version, a corrected measurement a new row. So what
was known on any day can be read again.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.strategies.lifecycle import Direction

THOUSAND = 1000


class Amount(TypeDecorator[Decimal]):
    """A measured value with up to three decimals, exact in both databases: stored as thousandths."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value * THOUSAND)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else (Decimal(value) / THOUSAND).normalize()


class Indicator(TenantScoped, Model):
    """Something that is measured under a goal.

    `key` is its name in the strategy file, none for one that staff have added; `from_file` is what the file
    said last, so that loading the same file again leaves alone what staff have filled in since.
    """

    __tablename__ = "indicators"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("goal_id", "key"),
        tenant_key("goal_id", "goals"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    goal_id: Mapped[int]
    key: Mapped[str | None] = mapped_column(short_text(40))
    from_file: Mapped[dict[str, Any] | None]


class IndicatorVersion(TenantScoped, Model):
    """What an indicator says from a moment on; `is_in_use` is false once it was taken out."""

    __tablename__ = "indicator_versions"
    __table_args__ = (
        tenant_key("indicator_id", "indicators"),
        tenant_key("actor_id", "people"),
        Index(None, "indicator_id", "recorded_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    indicator_id: Mapped[int]
    title: Mapped[str] = mapped_column(short_text(200))
    unit: Mapped[str] = mapped_column(short_text(40))
    direction: Mapped[Direction] = mapped_column(enum_type(Direction))
    baseline: Mapped[Decimal | None] = mapped_column(Amount)
    baseline_on: Mapped[date | None]
    target: Mapped[Decimal] = mapped_column(Amount)
    target_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(short_text(300), default="")
    is_in_use: Mapped[bool] = mapped_column(default=True)
    actor_id: Mapped[int | None]
    recorded_at: Mapped[datetime] = mapped_column(default=now)


class Measurement(TenantScoped, Model):
    """What was measured on a day, as recorded at a moment; without a value it was taken out again.

    Of several rows for one day the one recorded last counts.
    """

    __tablename__ = "measurements"
    __table_args__ = (
        tenant_key("indicator_id", "indicators"),
        tenant_key("actor_id", "people"),
        Index(None, "indicator_id", "measured_on", "recorded_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    indicator_id: Mapped[int]
    measured_on: Mapped[date]
    value: Mapped[Decimal | None] = mapped_column(Amount)
    note: Mapped[str] = mapped_column(short_text(300), default="")
    actor_id: Mapped[int | None]
    recorded_at: Mapped[datetime] = mapped_column(default=now)
