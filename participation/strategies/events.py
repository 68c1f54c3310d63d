"""What happens to strategies."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.strategies.models import Strategy


@dataclass(frozen=True, kw_only=True)
class StrategyPublished(Act):
    """Residents see the strategy, or its newer text; `changes` counts what is new to them."""

    strategy: Strategy
    is_first: bool
    changes: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"is_first": self.is_first, "changes": self.changes}


@dataclass(frozen=True, kw_only=True)
class StrategyLoaded(Act):
    """A strategy file was taken in, unpublished; `changes` counts how it differs from the one before."""

    strategy: Strategy
    changes: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"changes": self.changes}


@dataclass(frozen=True, kw_only=True)
class StrategyDiscarded(Act):
    """The newer file of a published strategy was put away."""

    strategy: Strategy
