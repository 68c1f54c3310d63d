"""The figure that shows what a project did for its goal, as whoever ran it says."""

from dataclasses import dataclass

from participation.outcomes.models import Outcome, OutcomeVersion
from participation.pages import indicators
from participation.pages.cards import goal_address
from participation.strategies import queries as strategies
from participation.strategies.queries import indicators as queries
from participation.strategies.queries.indicators import Reading
from participation.web.words import gettext


@dataclass(frozen=True)
class Evidence:
    """What is measured, what was measured then, and where all of it stands."""

    title: str
    sentence: str
    href: str


def of(told: Outcome | OutcomeVersion) -> Evidence | None:
    """None where no figure is named, or it was taken out of the strategy since."""
    if told.indicator_id is None:
        return None
    indicator = queries.find(told.indicator_id)
    reading = queries.reading_of(indicator) if indicator else None
    goal = strategies.goal(reading.goal_id) if reading else None
    if reading is None or goal is None:
        return None
    href = f"{goal_address(goal)}#indikator-{reading.indicator_id}"
    return Evidence(reading.says.title, _sentence(told, reading), href)


def words(told: OutcomeVersion) -> str:
    """The same in a line."""
    found = of(told)
    return f"{found.title}: {found.sentence}" if found else ""


def _sentence(told: Outcome | OutcomeVersion, reading: Reading) -> str:
    """`82 % den 1. marts 2026. Målet er mindst 80 %.`; a corrected measurement is shown as corrected."""
    then = next((each for each in reading.measurements if each.day == told.measured_on), None)
    measured = indicators.measured(then, reading.says.unit) if then else gettext("Not measured since.")
    return f"{measured} {indicators.target(reading)}"
