"""Writing to those who come."""

from dataclasses import asdict

from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.meetings import queries
from participation.meetings.events import ParticipantsWrittenTo
from participation.meetings.models import Meeting, ParticipantLetter
from participation.places.rules import LetterText
from participation.places.services.letters import send

MAIL = "meetings.letter"
NOBODY = N_("Nobody has signed up yet, so there is nobody to write to.")


def write_to_participants(*, actor: Actor, meeting: Meeting, text: LetterText) -> ParticipantLetter:
    """One mail each to those with a place; RuleViolation when there are none."""
    require(actor, "meetings.see_participants", meeting)
    assert actor.actor_id is not None
    people = queries.people_coming(meeting)
    if not people:
        raise RuleViolation(NOBODY)
    letter = ParticipantLetter(
        meeting_id=meeting.id, author_id=actor.actor_id, recipients=len(people), **asdict(text)
    )
    send(kind=MAIL, letter=letter, people=people)
    publish(ParticipantsWrittenTo(meeting=meeting, letter=letter, actor=actor))
    return letter
