"""Where the lines of an indicator's drawing run: points in a box, the first day to the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from participation.strategies.rules.indicators import Measured, Path

WIDTH, HEIGHT, MARGIN = 600, 200, 16


@dataclass(frozen=True)
class Drawing:
    """Coordinates as the browser wants them; `expected` is empty where the line has no two ends."""

    width: int
    height: int
    target_y: int
    expected: str
    measured: str
    dots: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Box:
    first: date
    days: int
    least: Decimal
    span: Decimal

    def point(self, day: date, value: Decimal) -> tuple[int, int]:
        x = MARGIN + (WIDTH - 2 * MARGIN) * Decimal((day - self.first).days) / self.days
        y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - self.least) / self.span
        return round(x), round(y)


def draw(path: Path, measurements: Sequence[Measured]) -> Drawing | None:
    """The drawing; None as long as nothing has been measured."""
    if not measurements:
        return None
    ends = _ends(path)
    box = _box([*measurements, *ends], path.target)
    dots = tuple(box.point(each.day, each.value) for each in measurements)
    expected = [box.point(each.day, each.value) for each in ends]
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        target_y=box.point(box.first, path.target)[1],
        expected=_points(expected),
        measured=_points(dots),
        dots=dots,
    )


def _ends(path: Path) -> list[Measured]:
    if path.baseline is None or path.baseline_on is None or path.target_on is None:
        return []
    return [Measured(path.baseline_on, path.baseline), Measured(path.target_on, path.target)]


def _box(shown: Sequence[Measured], target: Decimal) -> _Box:
    days, values = [each.day for each in shown], [*(each.value for each in shown), target]
    span = max(values) - min(values)
    return _Box(min(days), max((max(days) - min(days)).days, 1), min(values), span or Decimal(1))


def _points(points: Sequence[tuple[int, int]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
