"""What the checks of all features must know of this one."""

from participation.strategies.models import StrategyVersion
from tests.factories.base import Factory
from tests.factories.indicators import IndicatorFactory
from tests.factories.strategies import StrategyFactory


class StrategyVersionFactory(Factory[StrategyVersion]):
    class Meta:
        model = StrategyVersion

    act = "change"


def _version() -> int:
    strategy = StrategyFactory()
    return StrategyVersionFactory(strategy_id=strategy.id, document=strategy.document).id


ROWS = {"version_id": _version, "indicator_id": lambda: IndicatorFactory().id}
WITHOUT_QUESTION = dict.fromkeys(
    (
        "strategies.keep",
        "strategies.take_over",
        "strategies.take_over_indicators",
        "strategies.require_version",
    ),
    "part of loading, editing or publishing, which has asked",
)
