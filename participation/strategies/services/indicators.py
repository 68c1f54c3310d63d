"""Saying what is measured under a goal, and recording what was measured; nothing is written over."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.strategies import queries
from participation.strategies.events import (
    IndicatorChanged,
    IndicatorDefined,
    IndicatorTakenOut,
    MeasurementsRecorded,
    MeasurementTakenOut,
)
from participation.strategies.lifecycle import Direction
from participation.strategies.models import (
    Goal,
    Indicator,
    IndicatorVersion,
    Measurement,
    Strategy,
)
from participation.strategies.queries import indicators
from participation.strategies.rules.indicators import IndicatorText, Measured
from participation.strategies.rules.measures import IndicatorPart

HALF_A_BASELINE = N_("A baseline is a number and its date: write both, or neither.")
BACKWARDS = N_("The target's date comes after the baseline's.")
WRONG_WAY = N_("The target is not better than the baseline. Look at the direction.")
NOT_THERE = N_("There is no measurement for this date.")


def define(*, actor: Actor, goal: Goal, text: IndicatorText) -> Indicator:
    """Something more to measure under a goal."""
    require(actor, "strategies.define_indicator")
    _check(text)
    indicator = _new(goal.id)
    _say(indicator, text, actor)
    publish(IndicatorDefined(actor=actor, indicator=indicator))
    return indicator


def change(*, actor: Actor, indicator: Indicator, text: IndicatorText) -> None:
    """Say something else of it from now on; what it said before can still be read for past days."""
    require(actor, "strategies.define_indicator")
    _check(text)
    _say(indicator, text, actor)
    publish(IndicatorChanged(actor=actor, indicator=indicator))


def take_out(*, actor: Actor, indicator: Indicator) -> None:
    """Show it no more; its measurements are kept, and past days still have it."""
    require(actor, "strategies.define_indicator")
    _end(indicator, actor)
    publish(IndicatorTakenOut(actor=actor, indicator=indicator))


def record(*, actor: Actor, indicator: Indicator, measurements: Iterable[Measured]) -> int:
    """Record what was measured, or correct it; how many rows were new or different."""
    require(actor, "strategies.measure")
    reading = indicators.reading_of(indicator)
    known = {each.day: each for each in reading.measurements} if reading else {}
    fresh = [each for each in measurements if known.get(each.day) != each]
    db.session.add_all(_row(indicator, actor, each.day, each.value, each.note) for each in fresh)
    db.session.flush()
    if fresh:
        publish(MeasurementsRecorded(actor=actor, indicator=indicator, rows=len(fresh)))
    return len(fresh)


def take_out_measurement(*, actor: Actor, indicator: Indicator, day: date) -> None:
    """Say that the measurement of a day does not count; RuleViolation when there is none."""
    require(actor, "strategies.measure")
    reading = indicators.reading_of(indicator)
    if reading is None or day not in {each.day for each in reading.measurements}:
        raise RuleViolation(NOT_THERE)
    db.session.add(_row(indicator, actor, day, None, ""))
    db.session.flush()
    publish(MeasurementTakenOut(actor=actor, indicator=indicator))


def take_over_indicators(*, strategy: Strategy, actor: Actor) -> None:
    """Let the indicators be those of the published text; what staff filled in stays where it is unchanged."""
    goals = {goal.key: goal.id for goal in _goals(strategy)}
    known = {(each.goal_id, each.key): each for each in indicators.indicators_of(strategy) if each.key}
    for goal in queries.document_of(strategy).all_goals:
        for part in goal.indicators:
            place = (goals[goal.key], part.key)
            indicator = known.pop(place, None) or _new(*place)
            _follow(indicator, part, actor)
    for indicator in known.values():
        if indicator.from_file is not None:
            indicator.from_file = None
            _end(indicator, actor)
    db.session.flush()


def _goals(strategy: Strategy) -> Iterable[Goal]:
    return db.session.scalars(select(Goal).where(Goal.strategy_id == strategy.id))


def _follow(indicator: Indicator, part: IndicatorPart, actor: Actor) -> None:
    says: dict[str, Any] = part.model_dump(mode="json")
    if indicator.from_file == says:
        return
    indicator.from_file = says
    begins, aim = part.baseline, part.target
    text = IndicatorText(
        title=part.title,
        unit=part.unit,
        direction=Direction(part.direction),
        target=aim.value,
        target_on=aim.date,
        baseline=begins.value if begins else None,
        baseline_on=begins.date if begins else None,
        source=part.source or "",
    )
    _say(indicator, text, actor)


def _new(goal_id: int, key: str | None = None) -> Indicator:
    indicator = Indicator(goal_id=goal_id, key=key)
    db.session.add(indicator)
    db.session.flush()
    return indicator


def _say(indicator: Indicator, text: IndicatorText, actor: Actor) -> None:
    said = IndicatorVersion(indicator_id=indicator.id, actor_id=actor.actor_id, **asdict(text))
    db.session.add(said)
    db.session.flush()


def _end(indicator: Indicator, actor: Actor) -> None:
    reading = indicators.reading_of(indicator)
    if reading is None:
        return
    names = IndicatorText.__dataclass_fields__
    said = {name: getattr(reading.says, name) for name in names}
    ended = IndicatorVersion(indicator_id=indicator.id, actor_id=actor.actor_id, is_in_use=False, **said)
    db.session.add(ended)
    db.session.flush()


def _row(indicator: Indicator, actor: Actor, day: date, value: Decimal | None, note: str) -> Measurement:
    return Measurement(
        indicator_id=indicator.id, measured_on=day, value=value, note=note, actor_id=actor.actor_id
    )


def _check(text: IndicatorText) -> None:
    if (text.baseline is None) != (text.baseline_on is None):
        raise RuleViolation(HALF_A_BASELINE)
    if text.baseline is None or text.baseline_on is None:
        return
    if text.target_on is not None and text.target_on <= text.baseline_on:
        raise RuleViolation(BACKWARDS)
    is_better = text.target > text.baseline if text.direction is Direction.UP else text.target < text.baseline
    if not is_better:
        raise RuleViolation(WRONG_WAY)
