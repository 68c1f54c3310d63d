"""Those who signed up hear of what happens to the arrangement, each once."""

from collections.abc import Callable
from datetime import datetime

import pytest

from participation.accounts.models import Person
from participation.foundation.clock import LOCAL, at
from participation.meetings.models import Meeting
from participation.meetings.services import arranging, clockwork, signing_up
from participation.meetings.services.arranging import MeetingText
from participation.notifications.lifecycle import Topic
from participation.notifications.services.messages import refuse
from participation.web.letters import Letter
from tests.factories.accounts import PersonFactory
from tests.factories.meetings import MeetingFactory
from tests.notifications.conftest import mailed, tell, told

ReadMail = Callable[[Person], Letter | None]
SOON = datetime(2026, 3, 29, 10, tzinfo=LOCAL)


@pytest.fixture
def people(municipality: object) -> list[Person]:
    return [PersonFactory(display_name=name) for name in ("Anna", "Bent", "Carla")]


@pytest.fixture
def meeting(people: list[Person]) -> Meeting:
    """With room for two, and three who want to come."""
    with at(datetime(2026, 3, 20, 10, tzinfo=LOCAL)):
        meeting = MeetingFactory(capacity=2, starts_at=SOON)
        for person in people:
            signing_up.sign_up(actor=person, meeting=meeting)
        tell()
    return meeting


def text_of(meeting: Meeting, place: str) -> MeetingText:
    return MeetingText(
        title=meeting.title, place=place, starts_at=meeting.starts_at, ends_at=meeting.ends_at, capacity=2
    )


def test_each_gets_a_receipt_and_who_waits_is_told_so(meeting: Meeting, read_mail: ReadMail) -> None:
    assert [(kind, name) for kind, name in told()] == [
        ("meeting_joined", "Anna"),
        ("meeting_joined", "Bent"),
        ("meeting_waits", "Carla"),
    ]


def test_who_moves_up_hears_of_it(meeting: Meeting, people: list[Person], read_mail: ReadMail) -> None:
    with at(datetime(2026, 3, 21, 10, tzinfo=LOCAL)):
        sign_up = signing_up.queries.sign_up_of(people[0].id, meeting)
        assert sign_up is not None
        signing_up.withdraw(actor=people[0], sign_up=sign_up)
        tell()
    letter = read_mail(people[2])
    assert letter is not None
    assert "Nu er der plads til dig." in letter.text
    assert "Søndag 29. marts 2026 kl. 10.00" in letter.text


def test_everybody_hears_of_another_place_but_not_of_another_title(
    meeting: Meeting, moderator: Person, people: list[Person], read_mail: ReadMail
) -> None:
    with at(datetime(2026, 3, 21, 10, tzinfo=LOCAL)):
        arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting, "Biblioteket"))
        tell()
        meeting.title = "Noget andet"
        tell()
    assert [name for kind, name in told() if kind == "meeting_changed"] == ["Anna", "Bent", "Carla"]
    letter = read_mail(people[2])
    assert letter is not None
    assert ("Biblioteket" in letter.text, "Biblioteket" in letter.html) == (True, True)


def test_everybody_hears_why_it_is_cancelled_whatever_mails_they_want(
    meeting: Meeting, moderator: Person, people: list[Person], read_mail: ReadMail
) -> None:
    refuse(person_id=people[0].id, topic=Topic.TAKING_PART)
    with at(datetime(2026, 3, 21, 10, tzinfo=LOCAL)):
        arranging.cancel(actor=moderator, meeting=meeting, reason="Der er sne på vejene.")
        tell()
    assert [name for kind, name in told() if kind == "meeting_cancelled"] == ["Anna", "Bent", "Carla"]
    letter = read_mail(people[0])
    assert letter is not None
    assert "Der er sne på vejene." in letter.text
    assert letter.subject == "Aflyst: Dialogmøde om havnen"


def test_the_day_before_those_with_a_place_are_reminded_once(
    meeting: Meeting, people: list[Person], read_mail: ReadMail
) -> None:
    before = len(mailed())
    with at(datetime(2026, 3, 28, 9, 5, tzinfo=LOCAL)):
        for _ in range(2):
            clockwork.remind()
            tell()
    assert [name for kind, name in told() if kind == "meeting_nears"] == ["Anna", "Bent"]
    assert len(mailed()) == before + 2
    letter = read_mail(people[0])
    assert letter is not None
    assert "Husk det arrangement, du er tilmeldt." in letter.text
    assert f"/kalender/{meeting.id}-" in letter.text
