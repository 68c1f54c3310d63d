"""The rows of the routing table about organisations, projects and those who take part."""

from participation.foundation.text import N_
from participation.meetings.events import (
    MeetingCancelled,
    MeetingChanged,
    MeetingJoined,
    MeetingMovedUp,
    MeetingNears,
)
from participation.notifications.lifecycle import Topic
from participation.notifications.rules.conditions import always, has_place, is_moved, waits
from participation.notifications.rules.recipients import addressee, coming, signed_up
from participation.notifications.rules.route import Route

SIGNED_UP = N_("You have signed up.")
ON_LIST = N_("You are on the waiting list.")
SEAT = N_("There is a place for you now.")
MOVED = N_("It is at another time or place now.")
CALLED_OFF = N_("What you have signed up for is called off.")
SOON = N_("Remember what you have signed up for.")
# Whoever would stand before a closed door has to know, whatever mails they want.
BECAUSE = N_("You get this mail because you have signed up.")
PART = Topic.TAKING_PART

MEETINGS: tuple[Route, ...] = (
    Route("meeting_joined", MeetingJoined, has_place, addressee, SIGNED_UP, PART, tells_actor=True),
    Route(
        "meeting_waits",
        MeetingJoined,
        waits,
        addressee,
        ON_LIST,
        PART,
        "meeting_joined",
        tells_actor=True,
    ),
    Route("meeting_moved_up", MeetingMovedUp, always, addressee, SEAT, PART, "meeting_joined"),
    Route("meeting_changed", MeetingChanged, is_moved, signed_up, MOVED, why=BECAUSE),
    Route("meeting_cancelled", MeetingCancelled, always, signed_up, CALLED_OFF, why=BECAUSE),
    Route("meeting_nears", MeetingNears, always, coming, SOON, PART, "meeting_joined"),
)

ROUTES: tuple[Route, ...] = (*MEETINGS,)
