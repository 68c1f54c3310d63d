"""What happens when one strategy takes the place of another."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.strategies.models import Goal, GoalSuccession, Strategy
from participation.successions.models import Succession


@dataclass(frozen=True, kw_only=True)
class GoalMapped(Act):
    """Somebody has said what an old goal becomes in the next strategy."""

    strategy: Strategy
    goal: Goal


@dataclass(frozen=True, kw_only=True)
class SuggestionsTaken(Act):
    """Goals with the same key or title were said to continue, `changes` of them."""

    strategy: Strategy
    changes: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"changes": self.changes}


@dataclass(frozen=True, kw_only=True)
class IdeasPlaced(Act):
    """It was said of single ideas where they go, `changes` of them."""

    strategy: Strategy
    changes: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"changes": self.changes}


@dataclass(frozen=True, kw_only=True)
class IdeasCarried(Act):
    """A page of open ideas came over; for `stranded` of them the new strategy has no goal."""

    succession: Succession
    carried: int
    stranded: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"carried": self.carried, "stranded": self.stranded}


@dataclass(frozen=True, kw_only=True)
class IdeaStranded:
    """A public idea stands outside the strategy now; `line` says why, where its goal is dropped."""

    idea: Idea
    succession: Succession
    line: GoalSuccession | None


@dataclass(frozen=True, kw_only=True)
class StrategySucceeded(Act):
    """Every open idea stands where it belongs; whom it concerns can be told, once each."""

    succession: Succession

    @property
    def subject_title(self) -> str:
        return self.succession.new_strategy.title[:160]

    @property
    def subject_place(self) -> str:
        return "ny-strategi"
