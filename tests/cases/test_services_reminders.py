"""What is said of promises: once before to the owner, once after to the administrators, in working hours."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from participation.accounts.models import Person, Role
from participation.cases.events import PromiseFell, PromiseNears, PromisesFell, PromisesNear
from participation.cases.models import Case
from participation.cases.services import close, reopen
from participation.cases.services.reminders import remind
from participation.extensions import db
from participation.foundation.clock import at, end_of_day
from participation.foundation.events import HANDLERS
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CaseFactory

THURSDAY = datetime(2026, 3, 5, 9, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The events that are published."""
    heard: list[Any] = []
    for kind in (PromiseNears, PromisesNear, PromiseFell, PromisesFell):
        monkeypatch.setitem(HANDLERS, kind, [heard.append])
    return heard


@pytest.fixture
def case(moderator: Person) -> Case:
    """Promised by Monday, 9 March 2026."""
    case: Case = CaseFactory(owner_id=moderator.id, due_at=end_of_day(date(2026, 3, 9)))
    return case


def said_at(moment: datetime) -> None:
    with at(moment):
        remind()


def test_the_owner_hears_two_working_days_before_and_once(
    case: Case, moderator: Person, heard: list[Any]
) -> None:
    said_at(datetime(2026, 3, 4, 9, tzinfo=UTC))
    assert heard == []
    for hour in (7, 8, 9):
        said_at(THURSDAY.replace(hour=hour))
    assert heard == [PromiseNears(case=case, person_id=moderator.id)]


def test_of_forty_at_once_each_hears_once(case: Case, moderator: Person, heard: list[Any]) -> None:
    """After a launch many promises fall on one day: nobody's mailbox is filled."""
    other = CaseFactory(owner_id=PersonFactory(role=Role.MODERATOR).id, due_at=case.due_at)
    CaseFactory.create_batch(39, owner_id=moderator.id, due_at=case.due_at)
    said_at(THURSDAY)
    near = [PromisesNear(person_id=moderator.id), PromiseNears(case=other, person_id=other.owner_id)]
    assert sorted(heard, key=str) == sorted(near, key=str)
    said_at(TUESDAY)
    assert heard[2:] == [PromisesFell()]


def test_administrators_hear_after_it_fell_and_once(case: Case, heard: list[Any]) -> None:
    for minute in (0, 5, 10):
        said_at(TUESDAY.replace(minute=minute))
    assert heard == [PromiseFell(case=case)]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 5, 5, 59, tzinfo=UTC),
        datetime(2026, 3, 5, 17, tzinfo=UTC),
        datetime(2026, 3, 7, 10, tzinfo=UTC),
    ],
    ids=["before seven", "in the evening", "on a Saturday"],
)
def test_nobody_hears_anything_out_of_hours(case: Case, heard: list[Any], moment: datetime) -> None:
    said_at(moment)
    assert heard == []


def test_seven_o_clock_is_danish(case: Case, heard: list[Any]) -> None:
    case.due_at = end_of_day(date(2026, 7, 7))
    db.session.flush()
    said_at(datetime(2026, 7, 6, 4, 59, tzinfo=UTC))
    assert heard == []
    said_at(datetime(2026, 7, 6, 5, tzinfo=UTC))
    assert len(heard) == 1


def test_what_nobody_has_waits_for_the_monday_mail(case: Case, heard: list[Any]) -> None:
    case.owner_id = None
    db.session.flush()
    said_at(THURSDAY)
    assert heard == []


def test_a_closed_case_says_nothing(case: Case, heard: list[Any]) -> None:
    close(case=case)
    db.session.flush()
    said_at(TUESDAY)
    assert heard == []


def test_a_new_promise_is_spoken_of_anew(case: Case, heard: list[Any]) -> None:
    said_at(TUESDAY)
    reopen(case=case, kind=case.kind, due_at=end_of_day(date(2026, 3, 16)))
    db.session.flush()
    said_at(datetime(2026, 3, 12, 9, tzinfo=UTC))
    said_at(datetime(2026, 3, 17, 9, tzinfo=UTC))
    assert [type(each) for each in heard] == [PromiseFell, PromiseNears, PromiseFell]


def test_what_fell_long_ago_is_left_in_peace(case: Case, heard: list[Any]) -> None:
    said_at(datetime(2026, 4, 8, 9, tzinfo=UTC))
    assert heard == []
