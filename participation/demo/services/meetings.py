"""The story's arrangements: who invites, who signs up, and what is cancelled."""

from datetime import date, datetime, time, timedelta
from typing import Any

from participation.accounts.models import Person
from participation.demo.rules import meetings_of, moment_of
from participation.demo.services.stage import Stage
from participation.extensions import db
from participation.foundation.clock import LOCAL, at
from participation.foundation.events import publish
from participation.foundation.story import MomentActed
from participation.meetings.models import Host, Meeting
from participation.meetings.services import arranging, signing_up
from participation.meetings.services.arranging import MeetingText

SIGNED_UP_AFTER = 2


def meet(*, stage: Stage, slug: str, day: date) -> None:
    """Put everything in the calendar; `day` is the real today."""
    for entry in meetings_of(slug):
        _meet(stage, entry, day)


def _meet(stage: Stage, entry: dict[str, Any], day: date) -> None:
    ago = entry["arranged_days_ago"]
    actor = stage.people[entry.get("by", "moderator")]
    with at(moment_of(day, ago)):
        meeting = arranging.arrange(actor=actor, host=_host(stage, entry), text=_text(stage, entry, day))
    with at(moment_of(day, ago - SIGNED_UP_AFTER)):
        for key in entry.get("guests", ()):
            signing_up.sign_up(actor=stage.people[key], meeting=meeting)
        _tell()
    if "cancelled" in entry:
        _cancel(actor, meeting, entry["cancelled"], day)


def _cancel(actor: Person, meeting: Meeting, entry: dict[str, Any], day: date) -> None:
    with at(moment_of(day, entry["days_ago"])):
        arranging.cancel(actor=actor, meeting=meeting, reason=entry["reason"])
        _tell()


def _tell() -> None:
    db.session.flush()
    publish(MomentActed())


def _host(stage: Stage, entry: dict[str, Any]) -> Host:
    key = entry.get("of", "")
    return stage.projects.get(key) or stage.organisations.get(key)


def _text(stage: Stage, entry: dict[str, Any], today: date) -> MeetingText:
    first = today + timedelta(days=entry["in_days"])
    day = first + timedelta(days=(entry["weekday"] - first.weekday()) % 7)
    return MeetingText(
        title=entry["title"],
        place=entry["place"],
        starts_at=_at(day, entry["from"]),
        ends_at=_at(day, entry["to"]),
        description=entry["description"],
        takes_sign_ups=entry.get("takes_sign_ups", True),
        capacity=entry.get("capacity"),
        goal_id=stage.goals.get(entry.get("goal", "")),
    )


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=LOCAL)
