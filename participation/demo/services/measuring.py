"""Invented indicators with invented measurements, said to be so, recorded when they were measured."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from participation.demo.rules import moment_of
from participation.demo.services.stage import Stage
from participation.extensions import db
from participation.foundation.clock import at
from participation.strategies.lifecycle import Direction
from participation.strategies.models import Goal, Indicator
from participation.strategies.rules.indicators import IndicatorText, Measured
from participation.strategies.services.indicators import define, record


def measure(*, stage: Stage, day: date) -> None:
    """Let staff add each indicator of the content, and write its measurements one by one."""
    for entry in stage.content.get("indicators", []):
        rows = sorted(entry["measurements"], key=lambda row: -int(row["days_ago"]))
        with at(moment_of(day, rows[0]["days_ago"])):
            indicator = _define(stage, entry, day)
        for row in rows:
            with at(moment_of(day, row["days_ago"])):
                _record(stage, indicator, entry, row, day)


def _define(stage: Stage, entry: dict[str, Any], day: date) -> Indicator:
    goal = db.session.scalars(select(Goal).where(Goal.id == stage.goals[entry["goal"]])).one()
    begun = entry["baseline"]
    text = IndicatorText(
        title=entry["title"],
        unit=entry["unit"],
        direction=Direction(entry["direction"]),
        target=Decimal(str(entry["target"])),
        target_on=day + timedelta(days=entry["target_in_days"]),
        baseline=Decimal(str(begun["value"])),
        baseline_on=day - timedelta(days=begun["days_ago"]),
        source=entry["source"],
    )
    return define(actor=stage.people["administrator"], goal=goal, text=text)


def _record(
    stage: Stage, indicator: Indicator, entry: dict[str, Any], row: dict[str, Any], day: date
) -> None:
    measured = Measured(
        day - timedelta(days=row["days_ago"]), Decimal(str(row["value"])), entry.get("note", "")
    )
    record(actor=stage.people["moderator"], indicator=indicator, measurements=[measured])
