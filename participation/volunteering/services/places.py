"""Filling what has become free; the caller holds the need's lock."""

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.events import publish
from participation.volunteering import queries
from participation.volunteering.events import VolunteerMovedUp
from participation.volunteering.models import Need, Place


def fill(*, actor: Actor, need: Need) -> None:
    """Let those who wait move up, first come first served, as long as there is room."""
    db.session.flush()
    while not need.is_full and (volunteer := queries.first_waiting(need)) is not None:
        volunteer.place = Place.TAKEN
        need.taken, need.waiting = need.taken + 1, need.waiting - 1
        db.session.flush()
        publish(VolunteerMovedUp(project=need.project, need=need, person_id=volunteer.person_id, actor=actor))
