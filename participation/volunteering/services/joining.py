"""Joining what a project needs, and leaving it."""

from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.places.services import lines
from participation.volunteering import queries
from participation.volunteering.models import Need, Volunteer
from participation.volunteering.services.line import LINE


def join(*, actor: Actor, need: Need, message: str = "") -> Volunteer:
    """Take a place, or wait for one; RuleViolation where nobody more is taken."""
    require(actor, "volunteering.join", need.project)
    return lines.enter(line=LINE, actor=actor, room=need, message=message)


def leave(*, actor: Actor, volunteer: Volunteer) -> None:
    """Take part no more; who has waited longest gets the place."""
    require(actor, "volunteering.leave", volunteer)
    lines.leave(line=LINE, actor=actor, seat=volunteer)


def remove(*, actor: Actor, volunteer: Volunteer) -> None:
    """Let somebody go who does not come after all, as whoever runs the project."""
    require(actor, "volunteering.remove", volunteer)
    lines.leave(line=LINE, actor=actor, seat=volunteer)


def leave_everything(*, person_id: int) -> None:
    """As when an account is closed: the places go to those who wait.

    In the order of the needs, so that two who leave at once do not wait for each other.
    """
    for volunteer in sorted(queries.taken_part_in(person_id), key=lambda each: each.need_id):
        lines.leave(line=LINE, actor=SYSTEM, seat=volunteer)
