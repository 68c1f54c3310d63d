"""Indicators and measurements."""

from decimal import Decimal

import factory

from participation.foundation.clock import today
from participation.strategies.lifecycle import Direction
from participation.strategies.models import Indicator, IndicatorVersion, Measurement
from tests.factories.base import Factory
from tests.factories.strategies import GoalFactory


class IndicatorFactory(Factory[Indicator]):
    """Says something from the start, as every indicator does."""

    class Meta:
        model = Indicator

    goal_id = factory.LazyFunction(lambda: GoalFactory().id)

    @factory.post_generation
    def says(indicator: Indicator, *_more: object, **values: object) -> None:  # noqa: N805
        IndicatorVersionFactory(indicator_id=indicator.id, **values)


class IndicatorVersionFactory(Factory[IndicatorVersion]):
    class Meta:
        model = IndicatorVersion

    title = "Andel tilfredse borgere"
    unit = "%"
    direction = Direction.UP
    target = Decimal(80)


class MeasurementFactory(Factory[Measurement]):
    class Meta:
        model = Measurement

    measured_on = factory.LazyFunction(today)
    value = Decimal(75)
