"""Signing up for an arrangement, and leaving it."""

from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.errors import Suspended
from participation.meetings import queries
from participation.meetings.models import Meeting, SignUp
from participation.meetings.services.line import LINE
from participation.places.services import lines


def sign_up(*, actor: Actor, meeting: Meeting, message: str = "") -> SignUp:
    """Take a place, or wait for one, as everybody may; RuleViolation where it is too late."""
    require(actor, "meetings.sign_up", meeting)
    if message and not actor.may_write:
        raise Suspended("meetings.sign_up")
    return lines.enter(line=LINE, actor=actor, room=meeting, message=message)


def withdraw(*, actor: Actor, sign_up: SignUp) -> None:
    """Not come after all; who has waited longest gets the place."""
    require(actor, "meetings.withdraw", sign_up)
    lines.leave(line=LINE, actor=actor, seat=sign_up)


def remove(*, actor: Actor, sign_up: SignUp) -> None:
    """Take somebody off the list who does not come after all, as whoever runs it."""
    require(actor, "meetings.remove", sign_up)
    lines.leave(line=LINE, actor=actor, seat=sign_up)


def withdraw_everywhere(*, person_id: int) -> None:
    """As when an account is closed: the places go to those who wait.

    In the order of the arrangements, so that two who leave at once do not wait for each other, nor for a
    project whose arrangements are called off.
    """
    for present in sorted(queries.signed_up_for(person_id), key=lambda each: each.meeting_id):
        lines.leave(line=LINE, actor=SYSTEM, seat=present)
