"""How volunteers stand in line for what a project needs."""

from participation.foundation.actors import Actor
from participation.foundation.text import N_
from participation.places.services.lines import Line
from participation.volunteering.events import VolunteerJoined, VolunteerLeft, VolunteerMovedUp
from participation.volunteering.models import Need, Volunteer

CLOSED = N_("They have who they need here. Look whether the project needs something else.")


def _joined(actor: Actor, volunteer: Volunteer) -> VolunteerJoined:
    need, person_id = volunteer.need, volunteer.person_id
    return VolunteerJoined(
        project=need.project, need=need, volunteer=volunteer, person_id=person_id, actor=actor
    )


def _left(actor: Actor, need: Need, person_id: int) -> VolunteerLeft:
    return VolunteerLeft(project=need.project, need=need, person_id=person_id, actor=actor)


def _moved_up(actor: Actor, volunteer: Volunteer) -> VolunteerMovedUp:
    need = volunteer.need
    return VolunteerMovedUp(project=need.project, need=need, person_id=volunteer.person_id, actor=actor)


LINE: Line[Need, Volunteer] = Line(Volunteer, CLOSED, joined=_joined, left=_left, moved_up=_moved_up)
