"""What the clock says of arrangements: a reminder the day before, and forgetting long after."""

from sqlalchemy import delete

from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.events import publish
from participation.meetings import queries, rules
from participation.meetings.events import MeetingNears
from participation.meetings.models import SignUp

BATCH = 100


def remind() -> None:
    """Say of each arrangement of tomorrow that it is near; however often it is called, once."""
    moment = now()
    before = rules.reminded_until(moment)
    if before is None:
        return
    for meeting in queries.near(before, limit=BATCH):
        meeting.reminded_at = moment
        db.session.flush()
        publish(MeetingNears(meeting=meeting))


def forget() -> None:
    """Delete who signed up for what was over long ago; how many they were stays."""
    for meeting in queries.long_over(limit=BATCH):
        meeting.forgotten_at = now()
        db.session.execute(delete(SignUp).where(SignUp.meeting_id == meeting.id))
