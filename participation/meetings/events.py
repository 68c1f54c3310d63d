"""What happens to arrangements and to those who sign up."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.meetings.models import Meeting, ParticipantLetter, SignUp


class _AboutMeeting:
    """What is told with the arrangement's name, and leads to its page."""

    meeting: Meeting

    @property
    def subject_title(self) -> str:
        return self.meeting.title

    @property
    def subject_place(self) -> str:
        return f"kalender/{self.meeting.id}-{self.meeting.slug}"


@dataclass(frozen=True, kw_only=True)
class MeetingAdded(_AboutMeeting, Act):
    """There is a new arrangement."""

    meeting: Meeting


@dataclass(frozen=True, kw_only=True)
class MeetingChanged(_AboutMeeting, Act):
    """It is another now; `is_moved` when it is at another time or place."""

    meeting: Meeting
    is_moved: bool

    @property
    def facts(self) -> dict[str, Any]:
        return {"is_moved": self.is_moved}


@dataclass(frozen=True, kw_only=True)
class MeetingCancelled(_AboutMeeting, Act):
    """It does not take place."""

    meeting: Meeting


@dataclass(frozen=True, kw_only=True)
class MeetingJoined(_AboutMeeting, Act):
    """Somebody has signed up, or waits for a place."""

    meeting: Meeting
    sign_up: SignUp
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"place": self.sign_up.place}


@dataclass(frozen=True, kw_only=True)
class MeetingLeft(_AboutMeeting, Act):
    """Somebody does not come after all; `person_id` is who, which may be another than the actor."""

    meeting: Meeting
    person_id: int


@dataclass(frozen=True, kw_only=True)
class MeetingMovedUp(_AboutMeeting, Act):
    """Who waited has a place."""

    meeting: Meeting
    person_id: int


@dataclass(frozen=True, kw_only=True)
class ParticipantsWrittenTo(_AboutMeeting, Act):
    """Whoever runs it wrote to those who come."""

    meeting: Meeting
    letter: ParticipantLetter

    @property
    def facts(self) -> dict[str, Any]:
        return {"recipients": self.letter.recipients}


@dataclass(frozen=True, kw_only=True)
class MeetingNears(_AboutMeeting):
    """It is tomorrow."""

    meeting: Meeting
