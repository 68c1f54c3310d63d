"""Arranging something, changing it, and cancelling it with a reason."""

from dataclasses import asdict, dataclass
from datetime import datetime

from participation.cases.services.words import check_words
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.meetings import queries
from participation.meetings.events import MeetingAdded, MeetingCancelled, MeetingChanged
from participation.meetings.models import Host, Meeting
from participation.meetings.services.line import LINE
from participation.organisations.models import Organisation
from participation.places.services import lines
from participation.projects.models import Project

ENDS = N_("It has to end after it begins.")
PAST = N_("That is over already. Choose a day to come.")
OVER = N_("It is over, and stays as it was.")
FULL = N_("%(taken)s have a place already. You can't make room for fewer.")
FASTER = N_("Somebody else was faster. Look at the arrangement again.")
CANCELLED = N_("It is cancelled. Make a new one instead, so that nobody is in doubt.")
WHERE_AND_WHEN = ("place", "starts_at", "ends_at")
WORDS = ("title", "place", "description")


@dataclass(frozen=True)
class MeetingText:
    """What an arrangement says about itself; without a capacity there is room for anybody.

    `theme_id` or `goal_id` tie one of the municipality's own to the strategy.
    """

    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    description: str = ""
    takes_sign_ups: bool = True
    capacity: int | None = None
    theme_id: int | None = None
    goal_id: int | None = None


def arrange(*, actor: Actor, host: Host, text: MeetingText) -> Meeting:
    """Put an arrangement in the calendar, for everybody at once; RuleViolation when it would be over."""
    require(actor, "meetings.arrange", host)
    _check(text)
    check_words(actor=actor, texts=[getattr(text, name) for name in WORDS])
    meeting = Meeting(
        project_id=host.id if isinstance(host, Project) else None,
        organisation_id=host.id if isinstance(host, Organisation) else None,
        **asdict(text),
    )
    db.session.add(meeting)
    db.session.flush()
    publish(MeetingAdded(meeting=meeting, actor=actor))
    return meeting


def edit(*, actor: Actor, meeting: Meeting, text: MeetingText, seen_sequence: int | None = None) -> None:
    """Change it; those who signed up hear of another time or place. With more room, who waits moves up.

    `seen_sequence` is what the editor saw: a sign-up in the meantime is no other text.
    """
    require(actor, "meetings.run", meeting)
    lock(meeting)
    _refuse(meeting, text, seen_sequence)
    changed = {name for name, value in asdict(text).items() if getattr(meeting, name) != value}
    if not changed:
        return
    check_words(actor=actor, texts=[getattr(text, name) for name in WORDS if name in changed])
    for name, value in asdict(text).items():
        setattr(meeting, name, value)
    _mark(meeting)
    if "starts_at" in changed:
        meeting.reminded_at = None
    lines.fill(line=LINE, actor=actor, room=meeting)
    publish(MeetingChanged(meeting=meeting, is_moved=bool(changed & set(WHERE_AND_WHEN)), actor=actor))


def cancel(*, actor: Actor, meeting: Meeting, reason: str) -> None:
    """It does not take place; everybody who signed up is told why. Once is enough."""
    require(actor, "meetings.run", meeting)
    _cancel(actor, meeting, reason)


def cancel_all_of(*, actor: Actor, project: Project, reason: str) -> None:
    """A cancelled project meets no more."""
    for meeting in queries.standing_of(project.id):
        _cancel(actor, meeting, reason)


def _cancel(actor: Actor, meeting: Meeting, reason: str) -> None:
    lock(meeting)
    if meeting.is_cancelled:
        return
    if meeting.is_over:
        raise RuleViolation(OVER)
    meeting.cancelled_at, meeting.reason = now(), reason
    _mark(meeting)
    publish(MeetingCancelled(meeting=meeting, actor=actor))


def _mark(meeting: Meeting) -> None:
    """Calendars take the one with the higher number."""
    meeting.sequence, meeting.changed_at = meeting.sequence + 1, now()
    db.session.flush()


def _refuse(meeting: Meeting, text: MeetingText, seen_sequence: int | None) -> None:
    if seen_sequence is not None and seen_sequence != meeting.sequence:
        raise StaleVersion(FASTER)
    if meeting.is_cancelled:
        raise RuleViolation(CANCELLED)
    if meeting.is_over:
        raise RuleViolation(OVER)
    _check(text)
    if text.capacity is not None and text.capacity < meeting.taken:
        raise RuleViolation(FULL, taken=meeting.taken)


def _check(text: MeetingText) -> None:
    if text.ends_at <= text.starts_at:
        raise RuleViolation(ENDS)
    if text.ends_at <= now():
        raise RuleViolation(PAST)
