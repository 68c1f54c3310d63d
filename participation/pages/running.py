"""How a project is going, as its page tells it: its news, milestones and documents."""

from datetime import timedelta
from typing import Any

from participation.foundation.clock import now
from participation.moderation.lifecycle import TOMBSTONES
from participation.municipalities import queries as municipalities
from participation.pages import texts
from participation.projects import queries
from participation.projects.models import Project
from participation.projects.queries import running
from participation.projects.rules import progress
from participation.web.templating import show_date, show_short_date
from participation.web.words import gettext


def parts_of(project: Project) -> dict[str, Any]:
    """What templates/pages/project.html shows besides the project's own text."""
    milestones = queries.milestones_of(project)
    return {
        "updates": queries.updates_of(project),
        "reasons": texts.ReasonLabels(),
        "tombstones": TOMBSTONES,
        "is_official": project.organisation_id is None and project.steward_id is None,
        "milestones": milestones,
        "progress": progress(sum(1 for each in milestones if each.done_on), len(milestones)),
        "documents": queries.documents_of(project) if project.has_documents else [],
        "status": _back(project),
        "last_news": _last_news(project),
    }


def _back(project: Project) -> str:
    """Until when it rests."""
    if not project.meaning.is_resting or project.resumes_on is None:
        return ""
    return gettext("We are back %(date)s.", date=show_date(project.resumes_on))


def _last_news(project: Project) -> str:
    """When something was last heard; that the steward was asked, only when it was twice and in vain."""
    if not project.meaning.is_open:
        return ""
    again = timedelta(weeks=municipalities.settings().nudge_again_weeks)
    is_silent = running.has_not_answered(project, again=again, moment=now())
    if project.news_at is None:
        return gettext("No news yet. We have asked the contact person.") if is_silent else ""
    date = show_short_date(project.news_at)
    if is_silent:
        return gettext("Last news %(date)s. We have asked the contact person.", date=date)
    return gettext("Last news %(date)s", date=date)
