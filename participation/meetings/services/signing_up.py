"""Signing up and leaving: the wanted state is said, so repeating it is harmless.

Who signs up holds the arrangement's lock, so of many who come at once exactly as many get a place as there
is room for.
"""

from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.meetings import queries
from participation.meetings.events import MeetingJoined, MeetingLeft
from participation.meetings.models import Meeting, SeatState, SignUp
from participation.meetings.services.seats import fill

CLOSED = N_("You can't sign up for this one any more.")


def sign_up(*, actor: Actor, meeting: Meeting, message: str = "") -> SignUp:
    """Take a place, or wait for one where all are taken; who has signed up already keeps the place."""
    require(actor, "meetings.sign_up", meeting)
    assert actor.actor_id is not None
    lock(meeting)
    present = queries.sign_up_of(actor.actor_id, meeting)
    if present is not None:
        present.message = message or present.message
        return present
    if not meeting.is_open:
        raise RuleViolation(CLOSED)
    state = SeatState.WAITING if meeting.is_full else SeatState.TAKEN
    new = SignUp(meeting_id=meeting.id, person_id=actor.actor_id, state=state, message=message)
    db.session.add(new)
    _count(meeting, state, 1)
    publish(MeetingJoined(meeting=meeting, sign_up=new, person_id=new.person_id, actor=actor))
    return new


def withdraw(*, actor: Actor, sign_up: SignUp) -> None:
    """Not come after all; who has waited longest gets the place."""
    require(actor, "meetings.withdraw", sign_up)
    _remove(actor, sign_up)


def remove(*, actor: Actor, sign_up: SignUp) -> None:
    """Take somebody off the list who does not come after all, as whoever runs it."""
    require(actor, "meetings.remove", sign_up)
    _remove(actor, sign_up)


def withdraw_everywhere(*, person_id: int) -> None:
    """As when an account is closed: the places go to those who wait."""
    for present in queries.signed_up_for(person_id):
        _remove(SYSTEM, present)


def _remove(actor: Actor, sign_up: SignUp) -> None:
    meeting, person_id = sign_up.meeting, sign_up.person_id
    lock(meeting)
    # Read anew under the lock: somebody may have moved up or left in the meantime.
    db.session.expire(sign_up)
    present = queries.sign_up_of(person_id, meeting)
    if present is None:
        return
    state = present.state
    db.session.delete(present)
    _count(meeting, state, -1)
    publish(MeetingLeft(meeting=meeting, person_id=person_id, actor=actor))
    if meeting.is_open:
        fill(actor=actor, meeting=meeting)


def _count(meeting: Meeting, state: SeatState, change: int) -> None:
    counter = "taken" if state is SeatState.TAKEN else "waiting"
    setattr(meeting, counter, getattr(meeting, counter) + change)
    db.session.flush()
