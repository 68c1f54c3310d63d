"""What happens to strategies."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.strategies.models import Indicator, Strategy


@dataclass(frozen=True, kw_only=True)
class StrategyPublished(Act):
    """Residents see the strategy, or its newer text; `changes` counts what is new to them.

    `replaced` is the strategy that applied until then.
    """

    strategy: Strategy
    is_first: bool
    changes: int
    replaced: Strategy | None = None

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


@dataclass(frozen=True, kw_only=True)
class StrategyBegun(Act):
    """A draft of the next strategy was made from the present one."""

    strategy: Strategy


@dataclass(frozen=True, kw_only=True)
class StrategyEdited(Act):
    """A strategy's waiting text was changed in the editor; `act` says how."""

    strategy: Strategy
    act: str

    @property
    def facts(self) -> dict[str, Any]:
        return {"act": self.act}


@dataclass(frozen=True, kw_only=True)
class IndicatorDefined(Act):
    """Something more is measured under a goal."""

    indicator: Indicator


@dataclass(frozen=True, kw_only=True)
class IndicatorChanged(Act):
    """An indicator says something else from now on."""

    indicator: Indicator


@dataclass(frozen=True, kw_only=True)
class IndicatorTakenOut(Act):
    """An indicator is shown no more."""

    indicator: Indicator


@dataclass(frozen=True, kw_only=True)
class MeasurementsRecorded(Act):
    """Measurements were recorded or corrected, so many rows."""

    indicator: Indicator
    rows: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"rows": self.rows}


@dataclass(frozen=True, kw_only=True)
class MeasurementTakenOut(Act):
    """The measurement of a day does not count any more."""

    indicator: Indicator
