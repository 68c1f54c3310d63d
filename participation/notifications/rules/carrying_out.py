"""The rows of the routing table about organisations, projects and those who take part."""

from participation.foundation.text import N_
from participation.moderation.events.updates import UpdateHidden, UpdateShown
from participation.notifications.lifecycle import Topic
from participation.notifications.rules import adopting, belonging
from participation.notifications.rules.conditions import always, is_somebodys
from participation.notifications.rules.recipients import addressee, concerned_by_project
from participation.notifications.rules.route import Route
from participation.projects.events import NewsShown

PROJECT_NEWS = N_("There is news from a project that came of the idea.")
NEWS_HIDDEN = N_("We have hidden news that you wrote from a project.")
NEWS_SHOWN = N_("The news that you wrote from a project are shown again.")

ROUTES: tuple[Route, ...] = (
    *belonging.ROUTES,
    *adopting.ROUTES,
    Route("project_news", NewsShown, always, concerned_by_project, PROJECT_NEWS, Topic.PROGRESS),
    Route("update_hidden", UpdateHidden, is_somebodys, addressee, NEWS_HIDDEN),
    Route("update_shown", UpdateShown, is_somebodys, addressee, NEWS_SHOWN, mail="update_hidden"),
)
