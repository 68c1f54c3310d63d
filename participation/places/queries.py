"""Who stands where in a line, and whether the counters say the same as the rows."""

from typing import TypeVar

from sqlalchemy import ColumnElement, func, select

from participation.extensions import db
from participation.places.models import HasPlace, HasRoom, Place

Seat = TypeVar("Seat", bound=HasPlace)


def place_of(kind: type[Seat], person_id: int | None, room: HasRoom) -> Seat | None:
    """A person's place."""
    return db.session.scalar(select(kind).where(kind.room_id == room.id, kind.person_id == person_id))


def first_waiting(kind: type[Seat], room: HasRoom) -> Seat | None:
    """Who moves up next."""
    waiting = (kind.room_id == room.id, kind.place == Place.WAITING)
    return db.session.scalar(select(kind).where(*waiting).order_by(kind.id).limit(1))


def recounted(rooms: type[HasRoom], kind: type[HasPlace], *only: ColumnElement[bool]) -> list[int]:
    """The things with room whose counters differ from their rows; empty when all is well."""
    rows = select(kind.room_id, kind.place, func.count()).group_by(kind.room_id, kind.place)
    counted = {(row[0], row[1]): int(row[2]) for row in db.session.execute(rows)}
    return [
        each.id
        for each in db.session.scalars(select(rooms).where(*only))
        if (each.taken, each.waiting)
        != (counted.get((each.id, Place.TAKEN), 0), counted.get((each.id, Place.WAITING), 0))
    ]
