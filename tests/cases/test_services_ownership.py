"""Who has a case: one wins, nobody is overwritten, and who is disqualified takes no part."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from participation.accounts.models import Person, Role
from participation.accounts.services.profile import close_account
from participation.accounts.services.roles import change_role
from participation.cases import queries
from participation.cases.events import CaseAssigned, CaseClaimed, CaseGivenBack, CaseReleased
from participation.cases.models import Case, Handover, HandoverReason
from participation.cases.services import close, reopen
from participation.cases.services.ownership import assign, claim, give_back, release
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.foundation.events import HANDLERS
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CaseFactory


@pytest.fixture
def case(moderator: Person) -> Case:
    case: Case = CaseFactory(subject_title="Flere træer", place="opgaver/1")
    return case


@pytest.fixture
def colleague(case: Case) -> Person:
    colleague: Person = PersonFactory(role=Role.MODERATOR)
    return colleague


def taken_meanwhile(case: Case, person: Person) -> None:
    """Somebody takes the case in another transaction: what we have read does not know of it."""
    statement = update(Case).where(Case.id == case.id).values(owner_id=person.id)
    db.session.execute(statement, execution_options={"synchronize_session": False})


def test_of_two_who_claim_at_once_one_has_it(case: Case, moderator: Person, colleague: Person) -> None:
    taken_meanwhile(case, colleague)
    with pytest.raises(StaleVersion):
        claim(actor=moderator, case=case)
    assert case.owner_id == colleague.id
    assert not queries.handovers_of(case)


def test_taking_over_names_whom_from(case: Case, moderator: Person, colleague: Person) -> None:
    claim(actor=colleague, case=case)
    with pytest.raises(StaleVersion):
        claim(actor=moderator, case=case)
    claim(actor=moderator, case=case, seen_owner_id=colleague.id)
    assert [(line.from_id, line.to_id) for line in queries.handovers_of(case)] == [
        (None, colleague.id),
        (colleague.id, moderator.id),
    ]


def test_each_act_is_published(
    case: Case, moderator: Person, colleague: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    for kind in (CaseClaimed, CaseAssigned, CaseReleased, CaseGivenBack):
        monkeypatch.setitem(HANDLERS, kind, [*HANDLERS.get(kind, []), heard.append])
    claim(actor=moderator, case=case)
    assign(actor=moderator, case=case, person=colleague, seen_owner_id=moderator.id)
    release(actor=colleague, case=case, seen_owner_id=colleague.id)
    assign(actor=moderator, case=case, person=colleague, seen_owner_id=None)
    give_back(actor=moderator, case=case, holder_id=colleague.id, former_id=None)
    assert [(type(each), each.actor) for each in heard] == [
        (CaseClaimed, moderator),
        (CaseAssigned, moderator),
        (CaseReleased, colleague),
        (CaseAssigned, moderator),
        (CaseGivenBack, moderator),
    ]
    assert heard[1].facts == {"to": colleague.id, "reason": "none"}
    assert {line.kind for line in queries.handovers_of(case)} == set(Handover)
    assert case.owner_id is None


def test_what_went_on_is_not_given_back(case: Case, moderator: Person, colleague: Person) -> None:
    assign(actor=moderator, case=case, person=colleague, seen_owner_id=None)
    release(actor=colleague, case=case, seen_owner_id=colleague.id)
    with pytest.raises(StaleVersion):
        give_back(actor=moderator, case=case, holder_id=colleague.id, former_id=moderator.id)
    assert case.owner_id is None


def test_disqualified_owner_takes_no_part(case: Case, moderator: Person, colleague: Person) -> None:
    claim(actor=moderator, case=case)
    reason = HandoverReason.DISQUALIFIED
    assign(actor=moderator, case=case, person=colleague, seen_owner_id=moderator.id, reason=reason)
    assert not any(can(moderator, f"cases.{verb}", case) for verb in ("work", "claim", "assign", "release"))
    assert can(colleague, "cases.work", case)
    assert moderator not in queries.colleagues(case)
    with pytest.raises(Forbidden):
        claim(actor=moderator, case=case, seen_owner_id=colleague.id)
    with pytest.raises(RuleViolation):
        assign(actor=colleague, case=case, person=moderator, seen_owner_id=colleague.id)


def test_the_owner_is_disqualified_not_who_says_so(
    case: Case, moderator: Person, colleague: Person, administrator: Person
) -> None:
    claim(actor=moderator, case=case)
    seen, reason = moderator.id, HandoverReason.DISQUALIFIED
    assign(actor=administrator, case=case, person=colleague, seen_owner_id=seen, reason=reason)
    assert case.disqualifies(moderator.id) and not case.disqualifies(administrator.id)


def test_nobody_gives_a_disqualified_case_to_themselves(case: Case, moderator: Person) -> None:
    reason = HandoverReason.DISQUALIFIED
    with pytest.raises(RuleViolation):
        assign(actor=moderator, case=case, person=moderator, seen_owner_id=None, reason=reason)
    assert not case.disqualifies(moderator.id)


def test_a_resident_gets_no_case(case: Case, moderator: Person, citizen: Person) -> None:
    with pytest.raises(RuleViolation):
        assign(actor=moderator, case=case, person=citizen, seen_owner_id=None)
    with pytest.raises(Forbidden):
        claim(actor=citizen, case=case)


def test_only_the_owner_or_an_administrator_puts_it_back(
    case: Case, moderator: Person, colleague: Person, administrator: Person
) -> None:
    claim(actor=moderator, case=case)
    with pytest.raises(Forbidden):
        release(actor=colleague, case=case, seen_owner_id=moderator.id)
    release(actor=administrator, case=case, seen_owner_id=moderator.id)
    assert case.owner_id is None


def lose_role(administrator: Person, person: Person) -> None:
    change_role(actor=administrator, person=person, role=Role.CITIZEN)


def leave_altogether(_administrator: Person, person: Person) -> None:
    close_account(actor=person, person=person)


@pytest.mark.parametrize("leave", [lose_role, leave_altogether])
def test_nothing_waits_for_who_has_left(
    case: Case, moderator: Person, administrator: Person, leave: Callable[[Person, Person], None]
) -> None:
    done = CaseFactory(owner_id=moderator.id, is_open=False)
    claim(actor=moderator, case=case)
    leave(administrator, moderator)
    assert (case.owner_id, done.owner_id) == (None, moderator.id), "who saw to what is done stays known"
    reopen(case=done, kind=done.kind, due_at=now())
    assert done.owner_id is None
    assert queries.handovers_of(case)[-1].kind is Handover.RELEASED


def test_what_does_not_wait_is_nobodys_to_take(case: Case, moderator: Person) -> None:
    close(case=case)
    assert not can(moderator, "cases.claim", case)
