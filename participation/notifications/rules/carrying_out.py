"""The rows of the routing table about organisations, projects and those who take part."""

from participation.foundation.text import N_
from participation.moderation.events.updates import UpdateHidden, UpdateShown
from participation.notifications.lifecycle import Topic
from participation.notifications.rules.conditions import always, is_somebodys
from participation.notifications.rules.links import help_links
from participation.notifications.rules.recipients import (
    addressee,
    concerned_by_project,
    stewards,
    wanted_or_took_part,
)
from participation.notifications.rules.route import Route
from participation.outcomes.events import HelpAsked, ReplyReceived
from participation.projects.events import NewsShown
from participation.volunteering.events import VolunteerJoined, VolunteerLeft, VolunteerMovedUp

JOINED = N_("You take part in the project.")
CAME = N_("Somebody wants to take part in your project.")
LEFT = N_("Somebody takes part in your project no more.")
MOVED_UP = N_("There is a place for you now.")
PROJECT_NEWS = N_("There is news from a project that came of the idea.")
NEWS_HIDDEN = N_("We have hidden news that you wrote from a project.")
NEWS_SHOWN = N_("The news that you wrote from a project are shown again.")
HELPED = N_("It has been done for four weeks. Did it help?")
REPLIED = N_("You told us that it did not help. Here is our answer.")
TOLD_US = N_("You get this mail because you told us that it did not help.")
PART, STEWARD = Topic.TAKING_PART, Topic.STEWARDSHIP

ROUTES: tuple[Route, ...] = (
    Route("volunteer_joined", VolunteerJoined, always, addressee, JOINED, PART, tells_actor=True),
    Route("volunteer_came", VolunteerJoined, always, stewards, CAME, STEWARD, "volunteer_came"),
    Route("volunteer_left", VolunteerLeft, always, stewards, LEFT, STEWARD, "volunteer_came"),
    Route("volunteer_moved_up", VolunteerMovedUp, always, addressee, MOVED_UP, PART, "volunteer_joined"),
    Route("project_news", NewsShown, always, concerned_by_project, PROJECT_NEWS, Topic.PROGRESS),
    Route("update_hidden", UpdateHidden, is_somebodys, addressee, NEWS_HIDDEN),
    Route("update_shown", UpdateShown, is_somebodys, addressee, NEWS_SHOWN, mail="update_hidden"),
    Route("help_asked", HelpAsked, always, wanted_or_took_part, HELPED, Topic.HELPED, links=help_links),
    Route("help_replied", ReplyReceived, always, addressee, REPLIED, why=TOLD_US),
)
