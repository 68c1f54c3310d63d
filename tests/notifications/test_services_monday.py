"""The Monday mail: once a week to each of the staff, and only when something waits."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from participation.accounts.models import Person, Role
from participation.foundation.clock import at, end_of_day
from participation.notifications.lifecycle import Topic
from participation.notifications.services.messages import choose_mails
from participation.notifications.services.monday import post_on_monday
from participation.web.letters import Letter
from tests.factories.ideas import CaseFactory
from tests.notifications.conftest import mailed

MONDAY = datetime(2026, 3, 9, 8, tzinfo=UTC)
ReadMail = Callable[[Person], Letter | None]


@pytest.fixture
def queue(moderator: Person, administrator: Person, citizen: Person) -> None:
    """One of the moderator's, falling on Wednesday, and two of nobody's, one of them overdue."""
    CaseFactory(owner_id=moderator.id, due_at=end_of_day(date(2026, 3, 11)))
    CaseFactory(due_at=end_of_day(date(2026, 3, 2)))
    CaseFactory(due_at=end_of_day(date(2026, 3, 30)))


def posted_at(moment: datetime) -> list[str]:
    with at(moment):
        post_on_monday()
    return mailed()


def test_staff_get_one_mail_a_week(queue: None, moderator: Person, administrator: Person) -> None:
    staff = sorted(str(person.email) for person in (moderator, administrator))
    assert posted_at(MONDAY - timedelta(hours=3)) == []
    assert posted_at(MONDAY) == staff
    assert posted_at(MONDAY + timedelta(minutes=5)) == staff
    assert posted_at(MONDAY + timedelta(days=1)) == staff
    assert posted_at(MONDAY + timedelta(days=7)) == sorted(staff * 2)


def test_it_says_what_waits(queue: None, moderator: Person, read_mail: ReadMail) -> None:
    posted_at(MONDAY)
    with at(MONDAY):
        letter = read_mail(moderator)
    assert letter is not None
    assert letter.subject == "Ugens opgaver"
    for line in (
        "Du har 1 opgave.",
        "1 frist udløber i denne uge.",
        "1 opgave er over tiden.",
        "Ingen har taget 2 opgaver endnu.",
        "/vallensbaek/opgaver/",
        "/beskeder/afmeld/",
    ):
        assert line in letter.text and line in letter.html


def test_none_when_nothing_waits(moderator: Person, read_mail: ReadMail) -> None:
    posted_at(MONDAY)
    assert read_mail(moderator) is None


def test_none_for_who_wants_none(queue: None, moderator: Person, administrator: Person) -> None:
    choose_mails(actor=moderator, wanted=set(Topic) - {Topic.MONDAY})
    assert posted_at(MONDAY) == [administrator.email]


def test_none_for_who_says_so_before_it_is_written(
    queue: None, moderator: Person, read_mail: ReadMail
) -> None:
    posted_at(MONDAY)
    choose_mails(actor=moderator, wanted=[])
    assert read_mail(moderator) is None


def test_a_resident_who_wants_no_mails_and_joins_the_staff_gets_it(queue: None, citizen: Person) -> None:
    choose_mails(actor=citizen, wanted=[])
    citizen.role = Role.MODERATOR
    assert citizen.email in posted_at(MONDAY)
