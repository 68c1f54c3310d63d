"""What is measured under a goal, in words: a sentence first, then the drawing and the numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from participation.foundation.authorization import can
from participation.strategies.models import Goal
from participation.strategies.queries import indicators as queries
from participation.strategies.queries.indicators import Reading
from participation.strategies.rules.drawing import Drawing, draw
from participation.strategies.rules.indicators import LABELS, TONES, Measured, Verdict
from participation.web import guards
from participation.web.templating import show_date, show_number
from participation.web.words import gettext

Links = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Shown:
    """An indicator as a page shows it; each row is a day, a value and a note.

    `contributed` are projects that say that they helped it along, with their addresses.
    """

    number: int
    title: str
    label: str
    tone: str
    sentence: str
    rows: list[tuple[str, str, str]]
    has_notes: bool
    source: str
    drawing: Drawing | None
    described: str
    legend: str
    contributed: Links


def of_goal(goal: Goal, contributed: Mapping[int, Links]) -> dict[str, object]:
    """What the goal's page wants to know; `contributed` are the projects by the figure that shows them."""
    readings = queries.readings([goal.id])[goal.id]
    viewer = guards.viewer()
    return {
        "indicators": [shown(reading, contributed.get(reading.indicator_id, [])) for reading in readings],
        "may_measure": can(viewer, "strategies.measure"),
        "may_define": can(viewer, "strategies.define_indicator"),
    }


def shown(reading: Reading, contributed: Links = ()) -> Shown:
    """One indicator in words."""
    says, rows = reading.says, reading.measurements
    drawing = draw(reading.path, rows)
    return Shown(
        number=reading.indicator_id,
        title=says.title,
        label=gettext(LABELS[reading.verdict]),
        tone=TONES[reading.verdict],
        sentence=sentence(reading),
        rows=[(show_date(each.day), amount(each.value, says.unit), each.note) for each in rows[::-1]],
        has_notes=any(each.note for each in rows),
        source=says.source,
        drawing=drawing,
        described=_described(reading),
        legend=_legend(drawing),
        contributed=contributed,
    )


def sentence(reading: Reading) -> str:
    """`82 % den 1. marts 2026. Målet er mindst 80 % senest 31. december 2026.`"""
    latest = reading.latest
    if latest is None:
        return gettext("Nothing has been measured yet.") + f" {target(reading)}"
    words = f"{measured(latest, reading.says.unit)} {target(reading)}"
    return words if reading.verdict is not Verdict.LACKING else f"{words} {_lacking()}"


def _lacking() -> str:
    """Why nothing can be said although something was measured."""
    return gettext(
        "It has no beginning or no date to reach the target by, so we cannot say whether it is on track."
    )


def measured(latest: Measured, unit: str) -> str:
    return gettext("%(value)s on %(date)s.", value=amount(latest.value, unit), date=show_date(latest.day))


def target(reading: Reading) -> str:
    """The target, and by when if that is said."""
    says, value = reading.says, amount(reading.says.target, reading.says.unit)
    if says.target_on is None:
        if reading.path.is_rising:
            return gettext("The target is at least %(value)s.", value=value)
        return gettext("The target is at most %(value)s.", value=value)
    day = show_date(says.target_on)
    if reading.path.is_rising:
        return gettext("The target is at least %(value)s by %(date)s.", value=value, date=day)
    return gettext("The target is at most %(value)s by %(date)s.", value=value, date=day)


def amount(value: Decimal, unit: str) -> str:
    """`82,5 %`."""
    return f"{show_number(float(value))}\N{NO-BREAK SPACE}{unit}"


def _described(reading: Reading) -> str:
    """What somebody hears who cannot see the drawing; every number stands in the table beside it."""
    return gettext(
        "A drawing of the measurements. %(sentence)s The numbers stand below.", sentence=sentence(reading)
    )


def _legend(drawing: Drawing | None) -> str:
    if drawing is None or not drawing.expected:
        return gettext("The level line is the target.")
    return gettext("The level line is the target, the thin slanting line the way from where it began.")


def verdicts(readings: Iterable[Reading]) -> str:
    """`På vej (82,5 %); Mangler tal`: in few words for a table."""
    return "; ".join(_verdict(reading) for reading in readings)


def _verdict(reading: Reading) -> str:
    label, latest = gettext(LABELS[reading.verdict]), reading.latest
    return f"{label} ({amount(latest.value, reading.says.unit)})" if latest else label
