"""Filling what has become free; the caller holds the arrangement's lock."""

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.events import publish
from participation.meetings import queries
from participation.meetings.events import MeetingMovedUp
from participation.meetings.models import Meeting, SeatState


def fill(*, actor: Actor, meeting: Meeting) -> None:
    """Let those who wait move up, first come first served, as long as there is room."""
    db.session.flush()
    while not meeting.is_full and (sign_up := queries.first_waiting(meeting)) is not None:
        sign_up.state = SeatState.TAKEN
        meeting.taken, meeting.waiting = meeting.taken + 1, meeting.waiting - 1
        db.session.flush()
        publish(MeetingMovedUp(meeting=meeting, person_id=sign_up.person_id, actor=actor))
