"""Letters to those who have a place: who gets one, what stands in it, and where an answer goes."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.mail.models import OutgoingMail
from participation.meetings import queries as meetings
from participation.meetings.models import Meeting
from participation.meetings.services import letters, signing_up
from participation.places.rules import LetterText
from participation.volunteering.services import joining
from participation.volunteering.services import letters as volunteers
from participation.web.letters import RENDERERS, Letter, desk
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.meetings import MeetingFactory, SignUpFactory
from tests.factories.volunteering import NeedFactory

HOME = "/vallensbaek"
TEXT = LetterText("Husk gummistøvler", "Vi mødes ved porten kl. 10.")


@pytest.fixture
def meeting(municipality: object) -> Meeting:
    """With room for two, and three who want to come."""
    meeting: Meeting = MeetingFactory(capacity=2)
    for name in ("Anna", "Bent", "Carla"):
        signing_up.sign_up(actor=PersonFactory(display_name=name), meeting=meeting)
    return meeting


def rendered(mail: OutgoingMail) -> Letter | None:
    with desk("da"):
        return RENDERERS[mail.kind](mail.context, "da")


def posted(kind: str) -> list[OutgoingMail]:
    found = select(OutgoingMail).where(OutgoingMail.kind == kind).order_by(OutgoingMail.id)
    return list(db.session.scalars(found))


def test_those_with_a_place_get_a_mail_each_and_who_waits_gets_none(
    meeting: Meeting, moderator: Person
) -> None:
    letter = letters.write_to_participants(actor=moderator, meeting=meeting, text=TEXT)
    names = [each.person.display_name for each in meetings.sign_ups_of(meeting) if each.has_place]
    assert (letter.recipients, len(posted(letters.MAIL)), names) == (2, 2, ["Anna", "Bent"])


def test_the_mail_says_what_was_written_and_an_answer_reaches_the_writer(
    meeting: Meeting, moderator: Person
) -> None:
    letters.write_to_participants(actor=moderator, meeting=meeting, text=TEXT)
    written = rendered(posted(letters.MAIL)[0])
    assert written is not None
    assert written.subject == "Husk gummistøvler – Dialogmøde om havnen"
    for words in (TEXT.body, "tilmeldt dig", "/det-er-jeg-med-i", f"/kalender/{meeting.id}-"):
        assert words in written.text
    assert written.headers == {"Reply-To": moderator.email}


def test_who_wants_no_answers_gives_no_address(meeting: Meeting, moderator: Person) -> None:
    silent = LetterText(TEXT.subject, TEXT.body, takes_replies=False)
    letters.write_to_participants(actor=moderator, meeting=meeting, text=silent)
    written = rendered(posted(letters.MAIL)[0])
    assert written is not None
    assert (written.headers, str(moderator.email) in written.text) == ({}, False)


def test_who_has_left_before_it_is_sent_gets_none(meeting: Meeting, moderator: Person) -> None:
    letters.write_to_participants(actor=moderator, meeting=meeting, text=TEXT)
    first = meetings.sign_ups_of(meeting)[0]
    signing_up.withdraw(actor=first.person, sign_up=first)
    assert rendered(posted(letters.MAIL)[0]) is None


def test_nobody_writes_to_nobody_and_residents_write_to_nobody(
    meeting: Meeting, moderator: Person, citizen: Person
) -> None:
    with pytest.raises(RuleViolation):
        letters.write_to_participants(actor=moderator, meeting=MeetingFactory(), text=TEXT)
    with pytest.raises(Forbidden):
        letters.write_to_participants(actor=citizen, meeting=meeting, text=TEXT)


def test_when_the_list_is_deleted_nobody_writes_any_more(municipality: object, moderator: Person) -> None:
    old = MeetingFactory(starts_at=now() - timedelta(days=61), taken=1)
    SignUpFactory(meeting_id=old.id)
    with pytest.raises(Forbidden):
        letters.write_to_participants(actor=moderator, meeting=old, text=TEXT)


def test_an_organiser_writes_from_the_list_and_a_mistake_keeps_the_words(
    client_of: Callable[[Person], Client], meeting: Meeting, moderator: Person, citizen: Person
) -> None:
    browser, path = client_of(moderator), f"{HOME}/kalender/{meeting.id}/deltagere"
    assert f'href="{path}/skriv"' in browser.get(path).text
    refused = browser.post(f"{path}/skriv", data={"subject": "", "body": TEXT.body})
    assert (refused.status_code, TEXT.body in refused.text) == (422, True)
    sent = browser.post(f"{path}/skriv", data={"subject": TEXT.subject, "body": TEXT.body})
    assert (sent.location, TEXT.subject in browser.get(path).text) == (path, True)
    assert client_of(citizen).get(f"{path}/skriv").status_code == 403


def test_volunteers_get_theirs_with_the_way_out(municipality: object, moderator: Person) -> None:
    need = NeedFactory()
    volunteer = joining.join(actor=PersonFactory(), need=need)
    volunteers.write_to_volunteers(actor=moderator, project=need.project, text=TEXT)
    (mail,) = posted(volunteers.MAIL)
    written = rendered(mail)
    assert written is not None
    assert ("/det-er-jeg-med-i" in written.text, TEXT.body in written.text) == (True, True)
    joining.leave(actor=volunteer.person, volunteer=volunteer)
    assert rendered(mail) is None
