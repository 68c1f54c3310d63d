"""What happens to strategies."""

from dataclasses import dataclass

from participation.foundation.events import Act
from participation.strategies.models import Strategy


@dataclass(frozen=True, kw_only=True)
class StrategyPublished(Act):
    """Residents see the strategy, or its newer text; `changes` counts what is new to them."""

    strategy: Strategy
    is_first: bool
    changes: int
