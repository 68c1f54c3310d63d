"""The calendar's files, read back by a parser that had no part in writing them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import vobject

from participation.accounts.models import Person
from participation.foundation.clock import LOCAL, now
from participation.foundation.text import slugify
from participation.meetings.models import Meeting
from participation.meetings.services import arranging
from tests.conftest import Client
from tests.factories.meetings import MeetingFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import ThemeFactory

HOME = "/vallensbaek"
# In Denmark summer time begins on 29 March 2026 and ends on 25 October.
ACROSS = [
    (datetime(2026, 3, 28, 19, tzinfo=LOCAL), "20260328T180000Z"),
    (datetime(2026, 3, 29, 19, tzinfo=LOCAL), "20260329T170000Z"),
    (datetime(2026, 10, 24, 19, tzinfo=LOCAL), "20261024T170000Z"),
    (datetime(2026, 10, 25, 19, tzinfo=LOCAL), "20261025T180000Z"),
]


def calendar(text: bytes) -> Any:
    """The one calendar of a file, which the parser finds nothing wrong with."""
    (found,) = vobject.readComponents(text.decode())
    found.validate(raiseException=True)
    return found


def events(text: bytes) -> list[Any]:
    return list(calendar(text).contents.get("vevent", []))


def file_of(client: Client, meeting: Meeting) -> bytes:
    return client.get(f"{HOME}/kalender/{meeting.id}/arrangement.ics").data


@pytest.mark.parametrize(("start", "in_utc"), ACROSS)
def test_times_are_right_on_both_sides_of_summer_time(
    client: Client, municipality: object, start: datetime, in_utc: str
) -> None:
    text = file_of(client, MeetingFactory(starts_at=start))
    assert f"DTSTART;TZID=Europe/Copenhagen:{start:%Y%m%dT%H%M%S}" in text.decode()
    (event,) = events(text)
    # The parser knows no zones: it reckons with the rules that the file itself gives.
    assert f"{event.dtstart.value.astimezone(UTC):%Y%m%dT%H%M%SZ}" == in_utc
    assert event.dtend.value - event.dtstart.value == timedelta(hours=2)


def test_the_files_own_zone_says_the_same_as_the_systems(client: Client, municipality: object) -> None:
    zone = calendar(file_of(client, MeetingFactory())).vtimezone
    assert zone.tzid.value == "Europe/Copenhagen"
    for month in range(1, 13):
        wall = datetime(2030, month, 15, 12)  # noqa: DTZ001 - a time of the wall, in no zone yet
        assert zone.tzinfo.utcoffset(wall) == LOCAL.utcoffset(wall)


def test_a_change_keeps_the_identity_and_raises_the_number(
    client: Client, municipality: object, moderator: Person
) -> None:
    meeting = MeetingFactory()
    (before,) = events(file_of(client, meeting))
    arranging.cancel(actor=moderator, meeting=meeting, reason="Sne på vejene")
    (after,) = events(file_of(client, meeting))
    assert after.uid.value == before.uid.value
    assert (before.sequence.value, before.status.value) == ("0", "CONFIRMED")
    assert (after.sequence.value, after.status.value, after.transp.value) == ("1", "CANCELLED", "TRANSPARENT")
    assert after.summary.value == "Aflyst: Dialogmøde om havnen"
    assert after.last_modified.value >= before.last_modified.value
    assert "Sne på vejene" in after.description.value


def test_awkward_signs_and_long_lines_come_back_as_they_were(client: Client, municipality: object) -> None:
    title = "Æbler, pærer; og en \\ samt “anførsel”"
    body = "Første linje\n\n" + "blåbærgrød " * 40
    text = file_of(client, MeetingFactory(title=title, place="Sal 1, 2; 3", description=body))
    assert all(len(each) <= 75 for each in text.split(b"\r\n"))
    (event,) = events(text)
    assert (event.summary.value, event.location.value) == (title, "Sal 1, 2; 3")
    assert "blåbærgrød blåbærgrød" in event.description.value


def test_the_feed_holds_what_the_filter_says_and_no_person(client: Client, municipality: object) -> None:
    organisation = OrganisationFactory(name="Haveforeningen", approved_at=now())
    project = ProjectFactory(organisation_id=organisation.id)
    for facts in ({}, {"organisation_id": organisation.id}, {"project_id": project.id}):
        MeetingFactory(**facts)
    assert len(events(client.get(f"{HOME}/kalender.ics").data)) == 3
    found = events(client.get(f"{HOME}/kalender.ics?organisation={organisation.id}").data)
    assert [each.organizer.value for each in found] == ["mailto:kontakt@example.org"] * 2
    assert [each.organizer.params["CN"] for each in found] == [["Haveforeningen"]] * 2
    assert all(each.url.value.startswith("http://localhost/vallensbaek/kalender/") for each in found)


def test_municipality_theme_and_organisation_have_a_calendar_each_and_lead_to_it(
    client: Client, municipality: object
) -> None:
    theme, organisation = ThemeFactory(), OrganisationFactory(approved_at=now())
    MeetingFactory(theme_id=theme.id), MeetingFactory(organisation_id=organisation.id)
    homes = {
        "": f"{HOME}/",
        f"?theme={theme.id}": f"{HOME}/strategi/tema/{theme.id}-{slugify(theme.title)}",
        f"?organisation={organisation.id}": f"{HOME}/foreninger/{organisation.id}-{organisation.slug}",
    }
    names = set()
    for filters, home in homes.items():
        assert f'href="{HOME}/kalender/{filters}"' in client.get(home).text
        assert (
            f'href="webcal://localhost{HOME}/kalender.ics{filters}"'
            in client.get(f"{HOME}/kalender/{filters}").text
        )
        text = client.get(f"{HOME}/kalender.ics{filters}").data
        names.add(calendar(text).contents["x-wr-calname"][0].value)
        assert len(events(text)) == (1 if filters else 2)
    assert names == {
        "Kalender for Vallensbæk Kommune",
        f"{theme.title} – Vallensbæk Kommune",
        f"{organisation.name} – Vallensbæk Kommune",
    }


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
