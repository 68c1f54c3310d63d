"""Whatever people do, the line is the one that they would form by themselves, at everything with room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from participation.accounts.models import Person
from participation.places import queries
from participation.places.models import HasPlace, HasRoom
from tests.factories.accounts import PersonFactory

PEOPLE = 5
STEPS = st.lists(
    st.tuples(st.sampled_from(["join", "join", "leave", "room"]), st.integers(0, PEOPLE - 1)), max_size=25
)
ANY_SEQUENCE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@dataclass(frozen=True)
class Doors:
    """How people come to one thing and leave it, and how much room is made."""

    room: HasRoom
    kind: type[HasPlace]
    join: Callable[[Person], Any]
    leave: Callable[[Any], None]
    widen: Callable[[int], None]
    line: Callable[[], Sequence[HasPlace]]
    recounted: Callable[[], list[int]]


def check(doors: Doors, steps: list[tuple[str, int]]) -> None:
    """Do the steps; who came first has a place, as far as there is room, and the counters say so."""
    people: list[Person] = [PersonFactory() for _ in range(PEOPLE)]
    line: list[int] = []
    for what, number in steps:
        _step(doors, line, what, people[number], number % 3 + 1)
        room = doors.room.capacity or 0
        placed = [(each.person_id, each.has_place) for each in doors.line()]
        assert placed == [(person_id, place < room) for place, person_id in enumerate(line)]
        assert doors.recounted() == []


def _step(doors: Doors, line: list[int], what: str, person: Person, room: int) -> None:
    """Do one thing, here and in the line that people would form by themselves."""
    mine = queries.place_of(doors.kind, person.id, doors.room)
    if what == "join":
        doors.join(person)
        line += [] if mine else [person.id]
    elif what == "leave" and mine:
        doors.leave(mine)
        line.remove(person.id)
    elif what == "room":
        doors.widen(max(doors.room.taken, room))
