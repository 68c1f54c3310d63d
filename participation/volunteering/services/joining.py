"""Joining and leaving: the wanted state is said, so repeating it is harmless.

Who joins holds the need's lock, so of many who come at once exactly as many get a place as there is room for.
"""

from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.volunteering import queries
from participation.volunteering.events import VolunteerJoined, VolunteerLeft
from participation.volunteering.models import Need, Place, Volunteer
from participation.volunteering.services.places import fill

CLOSED = N_("They have who they need here. Look whether the project needs something else.")


def join(*, actor: Actor, need: Need, message: str = "") -> Volunteer:
    """Take a place, or wait for one where all are taken; who has joined already keeps the place."""
    require(actor, "volunteering.join", need.project)
    assert actor.actor_id is not None
    lock(need)
    present = queries.volunteer_of(actor.actor_id, need)
    if present is not None:
        present.message = message or present.message
        return present
    if need.closed_at is not None:
        raise RuleViolation(CLOSED)
    place = Place.WAITING if need.is_full else Place.TAKEN
    volunteer = Volunteer(need_id=need.id, person_id=actor.actor_id, place=place, message=message)
    db.session.add(volunteer)
    _count(need, place, 1)
    _tell(actor, volunteer)
    return volunteer


def _tell(actor: Actor, volunteer: Volunteer) -> None:
    need, person_id = volunteer.need, volunteer.person_id
    joined = VolunteerJoined(
        project=need.project, need=need, volunteer=volunteer, person_id=person_id, actor=actor
    )
    publish(joined)


def leave(*, actor: Actor, volunteer: Volunteer) -> None:
    """Take part no more; who has waited longest gets the place."""
    require(actor, "volunteering.leave", volunteer)
    _remove(actor, volunteer)


def remove(*, actor: Actor, volunteer: Volunteer) -> None:
    """Let somebody go who does not come after all, as whoever runs the project."""
    require(actor, "volunteering.remove", volunteer)
    _remove(actor, volunteer)


def leave_everything(*, person_id: int) -> None:
    """As when an account is closed: the places go to those who wait."""
    for volunteer in queries.taken_part_in(person_id):
        _remove(SYSTEM, volunteer)


def _remove(actor: Actor, volunteer: Volunteer) -> None:
    need, person_id = volunteer.need, volunteer.person_id
    lock(need)
    # Read anew under the lock: somebody may have moved up or left in the meantime.
    db.session.expire(volunteer)
    present = queries.volunteer_of(person_id, need)
    if present is None:
        return
    db.session.delete(present)
    _count(need, present.place, -1)
    publish(VolunteerLeft(project=need.project, need=need, person_id=person_id, actor=actor))
    if need.project.meaning.is_open:
        fill(actor=actor, need=need)


def _count(need: Need, place: Place, change: int) -> None:
    counter = "taken" if place is Place.TAKEN else "waiting"
    setattr(need, counter, getattr(need, counter) + change)
    db.session.flush()
