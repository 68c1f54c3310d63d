"""What a strategy file says of an indicator: unit, direction, where it begins and where it is to end."""

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from participation.strategies.rules.parts import Key, Line, Part

MOST = 1_000_000_000_000
Value = Annotated[Decimal, Field(ge=-MOST, le=MOST, decimal_places=3)]
Unit = Annotated[str, StringConstraints(pattern=r"\S", max_length=40)]


class BaselinePart(Part):
    """Where it began."""

    value: Value
    date: datetime.date


class AimPart(Part):
    """Where it is to end; the day is left out where the text names none."""

    value: Value
    date: datetime.date | None = None


class IndicatorPart(Part):
    """Something that is measured under a goal, known by its key when the file is loaded again."""

    key: Key
    title: Line
    unit: Unit
    direction: Literal["up", "down"]
    baseline: BaselinePart | None = None
    target: AimPart
    source: Line | None = None
