"""Taking a place and leaving it: the wanted state is said, so repeating it is harmless.

Who comes or goes holds the lock of what has room, so of many who come at once exactly as many get a place as
there is room for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.errors import RuleViolation
from participation.foundation.events import Act, publish
from participation.places import queries
from participation.places.models import HasPlace, HasRoom, Place

Room = TypeVar("Room", bound=HasRoom)
Seat = TypeVar("Seat", bound=HasPlace)


@dataclass(frozen=True)
class Line(Generic[Room, Seat]):
    """How people come to one kind of thing: their rows, the word to who comes too late, and the news."""

    kind: type[Seat]
    closed: str
    joined: Callable[[Actor, Seat], Act]
    left: Callable[[Actor, Room, int], Act]
    moved_up: Callable[[Actor, Seat], Act]


def enter(*, line: Line[Room, Seat], actor: Actor, room: Room, message: str = "") -> Seat:
    """Take a place, or wait for one where all are taken; who has come already keeps the place."""
    assert actor.actor_id is not None
    lock(room)
    present = queries.place_of(line.kind, actor.actor_id, room)
    if present is not None:
        present.message = message or present.message
        return present
    if not room.takes_people:
        raise RuleViolation(line.closed)
    place = Place.WAITING if room.is_full else Place.TAKEN
    seat = line.kind(room_id=room.id, person_id=actor.actor_id, place=place, message=message)  # type: ignore[call-arg]
    db.session.add(seat)
    _count(room, place, 1)
    publish(line.joined(actor, seat))
    return seat


def leave(*, line: Line[Room, Seat], actor: Actor, seat: Seat) -> None:
    """Give the place up; who has waited longest gets it."""
    room, person_id = seat.room, seat.person_id
    lock(room)
    # Read anew under the lock: somebody may have moved up or left in the meantime.
    db.session.expire(seat)
    present = queries.place_of(line.kind, person_id, room)
    if present is None:
        return
    place = present.place
    db.session.delete(present)
    _count(room, place, -1)
    publish(line.left(actor, room, person_id))
    fill(line=line, actor=actor, room=room)


def fill(*, line: Line[Room, Seat], actor: Actor, room: Room) -> None:
    """Let those who wait move up, first come first served; the caller holds the lock."""
    db.session.flush()
    while room.moves_up and not room.is_full and (seat := queries.first_waiting(line.kind, room)) is not None:
        seat.place = Place.TAKEN
        room.taken, room.waiting = room.taken + 1, room.waiting - 1
        db.session.flush()
        publish(line.moved_up(actor, seat))


def _count(room: HasRoom, place: Place, change: int) -> None:
    counter = "taken" if place is Place.TAKEN else "waiting"
    setattr(room, counter, getattr(room, counter) + change)
    db.session.flush()
