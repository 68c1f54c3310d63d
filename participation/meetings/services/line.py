"""How people stand in line for an arrangement."""

from participation.foundation.actors import Actor
from participation.foundation.text import N_
from participation.meetings.events import MeetingJoined, MeetingLeft, MeetingMovedUp
from participation.meetings.models import Meeting, SignUp
from participation.places.services.lines import Line

CLOSED = N_("You can't sign up for this one any more.")


def _joined(actor: Actor, sign_up: SignUp) -> MeetingJoined:
    return MeetingJoined(meeting=sign_up.meeting, sign_up=sign_up, person_id=sign_up.person_id, actor=actor)


def _left(actor: Actor, meeting: Meeting, person_id: int) -> MeetingLeft:
    return MeetingLeft(meeting=meeting, person_id=person_id, actor=actor)


def _moved_up(actor: Actor, sign_up: SignUp) -> MeetingMovedUp:
    return MeetingMovedUp(meeting=sign_up.meeting, person_id=sign_up.person_id, actor=actor)


LINE: Line[Meeting, SignUp] = Line(SignUp, CLOSED, joined=_joined, left=_left, moved_up=_moved_up)
