"""Arrangements as lines of a calendar, month by month, and on the pages of what they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from flask import request
from sqlalchemy import ColumnElement

from participation.foundation.text import shorten
from participation.meetings import queries
from participation.meetings.models import Meeting
from participation.municipalities.queries import current
from participation.organisations.models import Organisation
from participation.pages.cards import Badge
from participation.projects.models import Project
from participation.strategies.models import Goal, Theme
from participation.web.addresses import url_for
from participation.web.templating import show_month, show_time, show_weekday
from participation.web.words import gettext, ngettext

BESIDE = 3


@dataclass(frozen=True)
class MeetingLine:
    """One arrangement in a list; `room` says how much is left, where people sign up."""

    title: str
    href: str
    day: date
    weekday: str
    clock: str
    place: str
    host: str
    room: str = ""
    badge: Badge | None = None


@dataclass(frozen=True)
class Month:
    """A month of the calendar."""

    label: str
    key: str
    lines: list[MeetingLine]


@dataclass(frozen=True)
class Beside:
    """What comes next on the page of a project, goal, theme or organisation, and the way to all of it."""

    lines: list[MeetingLine]
    calendar_href: str
    arrange_href: str | None = None


def line(meeting: Meeting) -> MeetingLine:
    """One arrangement; whose it is must have been loaded."""
    return MeetingLine(
        title=meeting.title,
        href=url_for("pages.meeting", meeting_id=meeting.id, slug=meeting.slug),
        day=meeting.day,
        weekday=show_weekday(meeting.day),
        clock=clock(meeting),
        place=shorten(meeting.place, 90),
        host=host_name(meeting),
        room=room(meeting) if meeting.takes_people else "",
        badge=badge(meeting),
    )


def months(meetings: Iterable[Meeting]) -> list[Month]:
    """Month by month, in the order in which they come."""
    grouped = groupby((line(meeting) for meeting in meetings), key=lambda each: each.day.replace(day=1))
    return [Month(show_month(first), f"m{first:%Y-%m}", list(lines)) for first, lines in grouped]


def clock(meeting: Meeting) -> str:
    """`kl. 19.00–21.00`."""
    times = {"start": show_time(meeting.starts_at), "end": show_time(meeting.ends_at)}
    return gettext("%(start)s–%(end)s", **times)


def host_name(meeting: Meeting) -> str:
    """Who invites."""
    association = association_of(meeting)
    if association is None:
        return current().name
    return association.public_name or gettext("[association hidden]")


def association_of(meeting: Meeting) -> Organisation | None:
    """The association that invites, by itself or with a project of its own."""
    return meeting.organisation or (meeting.project.organisation if meeting.project else None)


def badge(meeting: Meeting) -> Badge | None:
    """What has to be seen at a glance; nothing for most."""
    if meeting.is_cancelled:
        return Badge(gettext("Called off"), "no")
    if meeting.takes_people and meeting.is_full:
        return Badge(gettext("Fully booked"), "wait")
    return None


def room(meeting: Meeting) -> str:
    """How many come, and how many more can."""
    if not meeting.takes_sign_ups:
        return gettext("Just come, you need not sign up.")
    if meeting.capacity is None:
        count = meeting.taken
        return ngettext("%(count)s has signed up", "%(count)s have signed up", count, count=count)
    left = meeting.capacity - meeting.taken
    if left:
        return gettext("%(left)s of %(all)s places left", left=left, all=meeting.capacity)
    waiting = meeting.waiting
    return ngettext("Full, %(count)s waits", "Full, %(count)s wait", waiting, count=waiting)


def feed_address(filters: dict[str, str], *, scheme: str) -> str:
    """The calendar with these filters as a file: `webcal` opens the reader's own calendar."""
    query = f"?{urlencode(filters)}" if filters else ""
    return f"{scheme}://{request.host}{url_for('pages.calendar_file')}{query}"


def of_project(project: Project) -> Beside:
    """For the project's page; whoever runs it can add one while it is open."""
    arrange = url_for("meetings.arrange", project=project.id) if project.meaning.is_open else None
    return _beside(queries.of_project(project.id), arrange, project=project.id)


def of_goal(goal: Goal) -> Beside:
    """For the goal's page."""
    return _beside(queries.under_goal(goal.id), None, goal=goal.id)


def of_theme(theme: Theme) -> Beside:
    """For the theme's page."""
    return _beside(queries.under_theme(theme.id), None, theme=theme.id)


def of_organisation(organisation: Organisation) -> Beside:
    """For the organisation's page."""
    arrange = url_for("meetings.arrange", organisation=organisation.id)
    return _beside(queries.of_organisation(organisation.id), arrange, organisation=organisation.id)


def _beside(condition: ColumnElement[bool], arrange_href: str | None, **filters: int) -> Beside:
    return Beside(
        lines=[line(meeting) for meeting in queries.next_of(condition, limit=BESIDE)],
        calendar_href=url_for("pages.calendar", **filters),
        arrange_href=arrange_href,
    )
