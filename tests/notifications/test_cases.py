"""What staff are told of cases."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.events import PromiseFell, PromiseNears, PromisesFell, PromisesNear
from participation.cases.models import Case
from participation.cases.services.ownership import assign
from participation.foundation.events import publish
from participation.web.letters import Letter
from tests.factories.ideas import CaseFactory
from tests.notifications.conftest import tell, told

ReadMail = Callable[[Person], Letter | None]


@pytest.fixture
def case(moderator: Person, administrator: Person) -> Case:
    case: Case = CaseFactory(subject_title="Flere træer", place="opgaver/7")
    return case


def test_the_new_owner_reads_the_note(
    case: Case, moderator: Person, administrator: Person, read_mail: ReadMail
) -> None:
    assign(
        actor=administrator,
        case=case,
        person=moderator,
        seen_owner_id=None,
        note="Ring til Park og Vej: 36 39 80 00.",
    )
    tell()
    assert told() == [("case_assigned", "Moderator")]
    letter = read_mail(moderator)
    assert letter is not None
    assert letter.subject == "En opgave til dig: Flere træer"
    assert all("Ring til Park og Vej: 36 39 80 00." in part for part in (letter.text, letter.html))
    assert "/vallensbaek/opgaver/7" in letter.text


def test_whoever_takes_it_from_the_own_hand_is_not_told(case: Case, moderator: Person) -> None:
    assign(actor=moderator, case=case, person=moderator, seen_owner_id=None)
    tell()
    assert told() == []


def test_owner_and_administrators_are_reminded(case: Case, moderator: Person, read_mail: ReadMail) -> None:
    publish(PromiseNears(case=case, person_id=moderator.id))
    publish(PromiseFell(case=case))
    tell()
    assert told() == [("promise_fell", "Administrator"), ("promise_nears", "Moderator")]
    letter = read_mail(moderator)
    assert letter is not None and "Flere træer" in letter.subject


def test_many_promises_are_spoken_of_in_one_mail(
    moderator: Person, administrator: Person, read_mail: ReadMail
) -> None:
    publish(PromisesNear(person_id=moderator.id))
    publish(PromisesFell())
    tell()
    assert told() == [("promises_fell", "Administrator"), ("promises_near", "Moderator")]
    near, fell = read_mail(moderator), read_mail(administrator)
    assert near is not None and "Flere af dine opgaver har snart frist" in near.subject
    assert fell is not None and "/vallensbaek/opgaver/?overdue=1" in fell.text


def test_the_choice_of_mails_offers_them_to_staff_alone(
    client_of: Callable[[Person], Any], moderator: Person, citizen: Person
) -> None:
    offers = "Mandag morgen: det, der venter"
    assert offers in client_of(moderator).get("/vallensbaek/beskeder/post").text
    assert offers not in client_of(citizen).get("/vallensbaek/beskeder/post").text
