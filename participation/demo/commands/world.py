"""What the demonstration's acts share: the content as read, and everything made of it so far."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from participation import demo
from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import LOCAL, now, today
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.projects.models import Project
from participation.strategies import queries as strategies

Entry = dict[str, Any]
CONTENT = Path(demo.__file__).parent / "content"
OPENING = time(8, 30)
BETWEEN_ACTS = timedelta(minutes=7)


@dataclass
class World:
    """One municipality's content, with what has been made, by the content's own keys."""

    content: Entry
    slug: str
    goals: dict[str, int]
    efforts: dict[str, int]
    loading_day: date = field(default_factory=today)
    people: dict[str, Person] = field(default_factory=dict)
    neighbours: list[int] = field(default_factory=list)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    ideas: dict[str, Idea] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)

    @property
    def moderator(self) -> Person:
        return self.people["moderator"]

    def name_of(self, key: str) -> str:
        """Somebody's name, without the municipality's."""
        return (self.people[key].display_name or "").split(",")[0]


def read_world(slug: str) -> World | None:
    """The content for a municipality with its strategy's numbers; None when there is no content."""
    file = CONTENT / f"{slug}.yaml"
    strategy = strategies.current_strategy()
    if strategy is None or not file.is_file():
        return None
    return World(
        content=yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader),
        slug=slug,
        goals={goal.key: goal.id for goal in strategies.goals_of(strategy)},
        efforts={effort.key: effort.id for effort in strategies.efforts_of(strategy)},
    )


def day(days_ago: int) -> date:
    """The Danish day so many days before today; negative for days ahead."""
    return today() - timedelta(days=days_ago)


def moment(days_ago: int, number: int = 0) -> datetime:
    """When the day's act of that number happens, never later than now."""
    begin = datetime.combine(day(days_ago), OPENING, tzinfo=LOCAL)
    return min((begin + number * BETWEEN_ACTS).astimezone(UTC), now())


def refreshed(idea: Idea) -> Idea:
    """The idea as the database has it: support is counted beside the session."""
    db.session.refresh(idea)
    return idea
