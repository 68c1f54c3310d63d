"""One arrangement: when, where, who invites, and whether there is room."""

from typing import Any

from flask import render_template, request

from participation.meetings import queries
from participation.meetings.models import Meeting
from participation.pages import cards, meeting_lines
from participation.pages.associations import association_links
from participation.web import guards
from participation.web.addresses import settle, url_for


def meeting(meeting_id: int, slug: str) -> str:
    """Everything that somebody who may come needs to know."""
    found = guards.found(queries.find(meeting_id))
    settle(found.slug)
    return render_template("pages/meeting.html", meeting=found, **_parts(found))


def _parts(meeting: Meeting) -> dict[str, Any]:
    viewer = guards.viewer()
    path = url_for("pages.meeting_file", meeting_id=meeting.id)
    return {
        "badge": meeting_lines.badge(meeting),
        "clock": meeting_lines.clock(meeting),
        "host": meeting_lines.host_name(meeting),
        "room": meeting_lines.room(meeting),
        "mine": queries.sign_up_of(viewer.actor_id, meeting) if viewer.actor_id else None,
        "about": _about(meeting),
        "association_links": association_links(viewer, meeting_lines.association_of(meeting)),
        "file_href": f"{request.scheme}://{request.host}{path}",
    }


def _about(meeting: Meeting) -> list[tuple[str, str]]:
    """What it belongs to, with the way there."""
    found = []
    if meeting.project is not None:
        project = meeting.project
        found.append((project.title, url_for("pages.project", project_id=project.id, slug=project.slug)))
    if meeting.goal is not None:
        found.append((meeting.goal.title, cards.goal_address(meeting.goal)))
    if meeting.theme is not None:
        found.append((meeting.theme.title, cards.theme_address(meeting.theme)))
    return found
