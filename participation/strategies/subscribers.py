"""What follows when a strategy's text is published: its indicators are those of the text."""

from participation.foundation.events import subscribe
from participation.strategies.events import StrategyPublished
from participation.strategies.services.indicators import take_over_indicators


@subscribe(StrategyPublished)
def take_over(event: StrategyPublished) -> None:
    """The indicators that the text names, and no others of an earlier text."""
    take_over_indicators(strategy=event.strategy, actor=event.actor)
