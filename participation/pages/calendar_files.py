"""The calendar and single arrangements as iCalendar files."""

from collections.abc import Iterable
from uuid import UUID

from flask import Response, request

from participation.foundation.text import slugify
from participation.meetings import queries
from participation.meetings.models import Meeting
from participation.meetings.rules.calendar_file import Entry
from participation.meetings.rules.calendar_file import calendar_file as written
from participation.municipalities.queries import current, settings
from participation.pages.calendar import subject
from participation.pages.meeting_lines import host_name
from participation.web import guards
from participation.web.addresses import url_for
from participation.web.markup import plain
from participation.web.words import gettext

KIND = "text/calendar; charset=utf-8"


def calendar_file() -> Response:
    """What a calendar subscribes to, with the same filters as the page, called by what it is about."""
    meetings, filters = queries.for_feed(request.args.to_dict())
    return _answer(meetings, "kalender", subject(filters), is_saved=False)


def meeting_file(meeting_id: int) -> Response:
    """One arrangement, to put into a calendar."""
    meeting = guards.found(queries.find(meeting_id))
    return _answer([meeting], slugify(meeting.title) or "arrangement", "", is_saved=True)


def _answer(meetings: Iterable[Meeting], file_name: str, about: str, *, is_saved: bool) -> Response:
    whole = gettext("Calendar of %(municipality)s", municipality=current().name)
    content = written(
        name=f"{about} – {current().name}" if about else whole,
        contact=settings().contact_email,
        entries=[_entry(meeting) for meeting in meetings],
    )
    response = Response(content, content_type=KIND)
    disposition = "attachment" if is_saved else "inline"
    response.headers["Content-Disposition"] = f'{disposition}; filename="{file_name}.ics"'
    return response


def _entry(meeting: Meeting) -> Entry:
    path = url_for("pages.meeting", meeting_id=meeting.id, slug=meeting.slug)
    address = f"{request.scheme}://{request.host}{path}"
    title, words = meeting.title, (meeting.reason, plain(meeting.description).strip(), address)
    return Entry(
        identity=str(UUID(meeting.identity)),
        sequence=meeting.sequence,
        title=gettext("Called off: %(title)s", title=title) if meeting.is_cancelled else title,
        description="\n\n".join(filter(None, words)),
        place=meeting.place,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        created_at=meeting.created_at,
        changed_at=meeting.changed_at,
        is_cancelled=meeting.is_cancelled,
        organiser=host_name(meeting),
        address=address,
    )
