"""What happens to strategies."""

from dataclasses import dataclass

from participation.foundation.actors import Actor
from participation.strategies.models import Strategy


@dataclass(frozen=True)
class StrategyPublished:
    """Residents see the strategy, or its newer text; `changes` counts what is new to them."""

    actor: Actor
    strategy: Strategy
    is_first: bool
    changes: int
