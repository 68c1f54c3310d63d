"""The calendar's files, read back as a calendar reads them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from participation.accounts.models import Person
from participation.foundation.clock import LOCAL, now
from participation.meetings.models import Meeting
from participation.meetings.services import arranging
from tests.conftest import Client
from tests.factories.meetings import MeetingFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory

HOME = "/vallensbaek"
# In Denmark summer time begins on 29 March 2026 and ends on 25 October.
ACROSS = [
    (datetime(2026, 3, 28, 19, tzinfo=LOCAL), "20260328T180000Z"),
    (datetime(2026, 3, 29, 19, tzinfo=LOCAL), "20260329T170000Z"),
    (datetime(2026, 10, 24, 19, tzinfo=LOCAL), "20261024T170000Z"),
    (datetime(2026, 10, 25, 19, tzinfo=LOCAL), "20261025T180000Z"),
]


def events(text: bytes) -> list[Event]:
    return [part for part in Calendar.from_ical(text).walk("VEVENT") if isinstance(part, Event)]


def file_of(client: Client, meeting: Meeting) -> bytes:
    return client.get(f"{HOME}/kalender/{meeting.id}/arrangement.ics").data


@pytest.mark.parametrize(("start", "in_utc"), ACROSS)
def test_times_are_right_on_both_sides_of_summer_time(
    client: Client, municipality: object, start: datetime, in_utc: str
) -> None:
    text = file_of(client, MeetingFactory(starts_at=start))
    assert f"DTSTART;TZID=Europe/Copenhagen:{start:%Y%m%dT%H%M%S}" in text.decode()
    (event,) = events(text)
    assert f"{event.start.astimezone(UTC):%Y%m%dT%H%M%SZ}" == in_utc
    assert event.end - event.start == timedelta(hours=2)


@pytest.mark.parametrize(("start", "in_utc"), ACROSS)
def test_the_files_own_zone_says_the_same_as_the_systems(
    client: Client, municipality: object, start: datetime, in_utc: str
) -> None:
    (zone,) = Calendar.from_ical(file_of(client, MeetingFactory(starts_at=start))).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Copenhagen"
    wall = start.replace(tzinfo=zone.to_tz(lookup_tzid=False))
    assert f"{wall.astimezone(UTC):%Y%m%dT%H%M%SZ}" == in_utc


def test_a_change_keeps_the_identity_and_raises_the_number(
    client: Client, municipality: object, moderator: Person
) -> None:
    meeting = MeetingFactory()
    (before,) = events(file_of(client, meeting))
    arranging.cancel(actor=moderator, meeting=meeting, reason="Sne på vejene")
    (after,) = events(file_of(client, meeting))
    assert after["uid"] == before["uid"]
    assert (before["sequence"], before["status"]) == (0, "CONFIRMED")
    assert (after["sequence"], after["status"], after["summary"]) == (
        1,
        "CANCELLED",
        "Aflyst: Dialogmøde om havnen",
    )
    assert after["last-modified"].dt >= before["last-modified"].dt
    assert "Sne på vejene" in after["description"]


def test_awkward_signs_and_long_lines_come_back_as_they_were(client: Client, municipality: object) -> None:
    title = "Æbler, pærer; og en \\ samt “anførsel”"
    body = "Første linje\n\n" + "blåbærgrød " * 40
    text = file_of(client, MeetingFactory(title=title, place="Sal 1, 2; 3", description=body))
    assert all(len(each) <= 75 for each in text.split(b"\r\n"))
    (event,) = events(text)
    assert (event["summary"], event["location"]) == (title, "Sal 1, 2; 3")
    assert "blåbærgrød blåbærgrød" in event["description"]


def test_the_feed_holds_what_the_filter_says_and_no_person(client: Client, municipality: object) -> None:
    organisation = OrganisationFactory(name="Haveforeningen", approved_at=now())
    project = ProjectFactory(organisation_id=organisation.id)
    for facts in ({}, {"organisation_id": organisation.id}, {"project_id": project.id}):
        MeetingFactory(**facts)
    assert len(events(client.get(f"{HOME}/kalender.ics").data)) == 3
    text = client.get(f"{HOME}/kalender.ics?organisation={organisation.id}").data
    found = events(text)
    assert (len(found), b"ORGANIZER" in text, b"Haveforeningen" in text) == (2, True, True)
    assert {str(each["organizer"]).lower() for each in found} == {"mailto:kontakt@example.org"}
    assert [each["url"].startswith("http://localhost/vallensbaek/kalender/") for each in found] == [True] * 2


def test_the_feed_is_everybodys_and_the_same_until_something_changes(
    client: Client, municipality: object, moderator: Person
) -> None:
    meeting = MeetingFactory()
    first = client.get(f"{HOME}/kalender.ics")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in first.data
    assert first.content_type == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get(f"{HOME}/kalender.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    arranging.cancel(actor=moderator, meeting=meeting, reason="Sne")
    assert client.get(f"{HOME}/kalender.ics").headers["ETag"] != first.headers["ETag"]


def test_the_page_leads_to_the_feed_with_its_filters(
    client: Client, client_of: Callable[[Person], Client], municipality: object
) -> None:
    project = ProjectFactory()
    page = client.get(f"{HOME}/kalender/?project={project.id}&sort=x").text
    assert f'href="webcal://localhost/vallensbaek/kalender.ics?project={project.id}"' in page
