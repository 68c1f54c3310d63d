"""Whether a goal is on its way: a straight line from where it began to where it is to end.

The line runs from the baseline on its day to the target on its day; before the first day the baseline is
expected, after the last the target. A measurement that lacks at most TOLERANCE of the whole way is on its
way. What has reached the target is on its way whatever the days; without a measurement, a baseline with its
day, or a day for the target, nothing can be said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from participation.foundation.text import N_
from participation.strategies.lifecycle import Direction

TOLERANCE = Decimal("0.05")


class Verdict(StrEnum):
    """What the numbers say."""

    ON_TRACK = "on_track"
    OFF_TRACK = "off_track"
    LACKING = "lacking"


LABELS = {
    Verdict.ON_TRACK: N_("On track"),
    Verdict.OFF_TRACK: N_("Not on track"),
    Verdict.LACKING: N_("Lacks figures"),
}
TONES = {Verdict.ON_TRACK: "yes", Verdict.OFF_TRACK: "no", Verdict.LACKING: "quiet"}


@dataclass(frozen=True)
class IndicatorText:
    """What an indicator says."""

    title: str
    unit: str
    direction: Direction
    target: Decimal
    target_on: date | None = None
    baseline: Decimal | None = None
    baseline_on: date | None = None
    source: str = ""


@dataclass(frozen=True)
class Measured:
    """A value on a day."""

    day: date
    value: Decimal
    note: str = ""


@dataclass(frozen=True)
class Path:
    """Where an indicator begins and where it is to end; `is_rising` when more is better."""

    is_rising: bool
    target: Decimal
    target_on: date | None = None
    baseline: Decimal | None = None
    baseline_on: date | None = None

    def reaches(self, value: Decimal) -> bool:
        """Whether the value is as good as the target, or better."""
        return value >= self.target if self.is_rising else value <= self.target

    def expected_on(self, day: date) -> Decimal | None:
        """The value on the straight line; None where the line has no two ends."""
        if self.baseline is None or self.baseline_on is None or self.target_on is None:
            return None
        if day >= self.target_on or self.baseline_on >= self.target_on:
            return self.target
        passed = Decimal(max(0, (day - self.baseline_on).days)) / (self.target_on - self.baseline_on).days
        return self.baseline + (self.target - self.baseline) * passed


def judge(path: Path, measurements: Sequence[Measured]) -> Verdict:
    """What the latest measurement says; the order of the others does not matter."""
    if not measurements:
        return Verdict.LACKING
    latest = max(measurements, key=lambda each: each.day)
    if path.reaches(latest.value):
        return Verdict.ON_TRACK
    expected = path.expected_on(latest.day)
    if expected is None or path.baseline is None:
        return Verdict.LACKING
    tolerated = abs(path.target - path.baseline) * TOLERANCE
    missing = expected - latest.value if path.is_rising else latest.value - expected
    return Verdict.ON_TRACK if missing <= tolerated else Verdict.OFF_TRACK
