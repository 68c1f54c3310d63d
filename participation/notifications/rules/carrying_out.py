"""The rows of the routing table about organisations, projects and those who take part."""

from participation.foundation.text import N_
from participation.meetings.events import (
    MeetingCancelled,
    MeetingChanged,
    MeetingJoined,
    MeetingMovedUp,
    MeetingNears,
)
from participation.moderation.events.updates import UpdateHidden, UpdateShown
from participation.notifications.lifecycle import Topic
from participation.notifications.rules import adopting, belonging
from participation.notifications.rules.conditions import (
    always,
    has_place,
    is_moved,
    is_somebodys,
    not_appealed,
    waits,
)
from participation.notifications.rules.links import help_links
from participation.notifications.rules.recipients import (
    addressee,
    coming,
    concerned_by_project,
    signed_up,
    stewards,
    wanted_or_took_part,
)
from participation.notifications.rules.route import Route
from participation.outcomes.events import HelpAsked, ReplyReceived
from participation.projects.events import NewsShown
from participation.volunteering.events import VolunteerJoined, VolunteerLeft, VolunteerMovedUp

PROJECT_NEWS = N_("There is news from a project that came of the idea.")
NEWS_HIDDEN = N_("We have hidden news that you wrote from a project.")
NEWS_SHOWN = N_("The news that you wrote from a project is shown again.")
JOINED = N_("You take part in the project.")
CAME = N_("Somebody wants to take part in your project.")
LEFT = N_("Somebody takes part in your project no more.")
MOVED_UP = N_("There is a place for you now.")
HELPED = N_("It has been done for four weeks. Did it help?")
REPLIED = N_("You told us that it did not help. Here is our answer.")
TOLD_US = N_("You get this mail because you told us that it did not help.")
PART, STEWARD = Topic.TAKING_PART, Topic.STEWARDSHIP

SIGNED_UP = N_("You have signed up.")
ON_LIST = N_("You are on the waiting list.")
SEAT = N_("There is a place for you now.")
MOVED = N_("It is at another time or place now.")
CALLED_OFF = N_("What you have signed up for is called off.")
SOON = N_("Remember what you have signed up for.")
# Whoever would stand before a closed door has to know, whatever mails they want.
BECAUSE = N_("You get this mail because you have signed up.")

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

ROUTES: tuple[Route, ...] = (
    *belonging.ROUTES,
    *adopting.ROUTES,
    *MEETINGS,
    Route("volunteer_joined", VolunteerJoined, always, addressee, JOINED, PART, tells_actor=True),
    Route("volunteer_came", VolunteerJoined, always, stewards, CAME, STEWARD, "volunteer_came"),
    Route("volunteer_left", VolunteerLeft, always, stewards, LEFT, STEWARD, "volunteer_came"),
    Route("volunteer_moved_up", VolunteerMovedUp, always, addressee, MOVED_UP, PART, "volunteer_joined"),
    Route("project_news", NewsShown, always, concerned_by_project, PROJECT_NEWS, Topic.PROGRESS),
    Route("update_hidden", UpdateHidden, is_somebodys, addressee, NEWS_HIDDEN),
    Route("update_shown", UpdateShown, not_appealed, addressee, NEWS_SHOWN),
    Route("help_asked", HelpAsked, always, wanted_or_took_part, HELPED, Topic.HELPED, links=help_links),
    Route("help_replied", ReplyReceived, always, addressee, REPLIED, why=TOLD_US),
)
