"""Indicators and what was measured, as known at a moment: today, or on any day before."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.clock import now, today
from participation.strategies.lifecycle import STRATEGIES, Direction
from participation.strategies.models import (
    Goal,
    Indicator,
    IndicatorVersion,
    Measurement,
    Strategy,
)
from participation.strategies.rules.indicators import Measured, Path, Verdict, judge

PUBLIC = STRATEGIES.statuses_where("is_public")


@dataclass(frozen=True)
class Reading:
    """An indicator with what it said and what had been measured at a moment; the oldest first."""

    indicator_id: int
    goal_id: int
    says: IndicatorVersion
    measurements: tuple[Measured, ...]

    @property
    def path(self) -> Path:
        says = self.says
        return Path(
            is_rising=says.direction is Direction.UP,
            target=says.target,
            target_on=says.target_on,
            baseline=says.baseline,
            baseline_on=says.baseline_on,
        )

    @property
    def verdict(self) -> Verdict:
        return judge(self.path, self.measurements)

    @property
    def latest(self) -> Measured | None:
        return self.measurements[-1] if self.measurements else None


def find(indicator_id: int) -> Indicator | None:
    """An indicator under a goal of a public strategy, one that was taken out too."""
    return db.session.scalar(
        select(Indicator)
        .join(Goal, Goal.id == Indicator.goal_id)
        .join(Strategy, Strategy.id == Goal.strategy_id)
        .where(Indicator.id == indicator_id, Strategy.status.in_(PUBLIC))
    )


def indicators_of(strategy: Strategy) -> list[Indicator]:
    """Everything that is or was measured under the strategy's goals."""
    statement = select(Indicator).join(Goal, Goal.id == Indicator.goal_id)
    return list(db.session.scalars(statement.where(Goal.strategy_id == strategy.id).order_by(Indicator.id)))


def reading_of(indicator: Indicator) -> Reading | None:
    """What the indicator says now; None once it was taken out."""
    found = readings([indicator.goal_id])[indicator.goal_id]
    return next((each for each in found if each.indicator_id == indicator.id), None)


def readings(
    goal_ids: Collection[int], moment: datetime | None = None, day: date | None = None
) -> dict[int, list[Reading]]:
    """For each goal its indicators as recorded by `moment`, with what was measured up to `day`.

    Two statements, however many goals.
    """
    moment, day = moment or now(), day or today()
    says = _says(goal_ids, moment)
    measured = _measured(says.keys(), moment, day) if says else {}
    found: dict[int, list[Reading]] = defaultdict(list)
    for indicator_id, (goal_id, version) in says.items():
        rows = sorted(measured[indicator_id].values(), key=lambda each: each.day)
        found[goal_id].append(Reading(indicator_id, goal_id, version, tuple(rows)))
    return found


def _says(goal_ids: Collection[int], moment: datetime) -> dict[int, tuple[int, IndicatorVersion]]:
    """The latest version of each indicator in use, in the order in which they were added."""
    rows = db.session.execute(
        select(Indicator.goal_id, IndicatorVersion)
        .join(Indicator, Indicator.id == IndicatorVersion.indicator_id)
        .where(Indicator.goal_id.in_(list(goal_ids)), IndicatorVersion.recorded_at <= moment)
        .order_by(Indicator.id, IndicatorVersion.recorded_at, IndicatorVersion.id)
    )
    latest = {version.indicator_id: (goal_id, version) for goal_id, version in rows}
    return {number: found for number, found in latest.items() if found[1].is_in_use}


def _measured(indicator_ids: Collection[int], moment: datetime, day: date) -> dict[int, dict[date, Measured]]:
    """Per indicator and day what was recorded last; a day whose measurement was taken out has none."""
    statement = select(Measurement).where(
        Measurement.indicator_id.in_(list(indicator_ids)),
        Measurement.recorded_at <= moment,
        Measurement.measured_on <= day,
    )
    found: dict[int, dict[date, Measured]] = defaultdict(dict)
    for row in db.session.scalars(statement.order_by(Measurement.recorded_at, Measurement.id)):
        if row.value is None:
            found[row.indicator_id].pop(row.measured_on, None)
        else:
            found[row.indicator_id][row.measured_on] = Measured(row.measured_on, row.value, row.note)
    return found


def history_of(indicator: Indicator) -> list[Measurement]:
    """Every row that was ever recorded, the latest first."""
    statement = select(Measurement).where(Measurement.indicator_id == indicator.id)
    return list(db.session.scalars(statement.order_by(Measurement.recorded_at.desc(), Measurement.id.desc())))
