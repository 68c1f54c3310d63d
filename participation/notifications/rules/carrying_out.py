"""The rows of the routing table about organisations, projects and those who take part."""

from participation.notifications.rules import adopting, belonging
from participation.notifications.rules.route import Route

ROUTES: tuple[Route, ...] = (*belonging.ROUTES, *adopting.ROUTES)
