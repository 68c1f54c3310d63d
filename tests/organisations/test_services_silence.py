"""An organisation whose owners have been away: asked, then handed over with a reason."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.organisations import queries
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Invitation, Organisation
from participation.organisations.services import inviting, silence
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.organisations import MembershipFactory

LONG_AGO = timedelta(days=400)


def rescue(
    actor: Person, organisation: Organisation, person: Person, reason: str = "Formanden."
) -> Invitation:
    return silence.rescue(
        actor=actor, organisation=organisation, email=person.email or "", reason=reason, language="da"
    )


@pytest.fixture
def silent(organisation: Organisation, citizen: Person) -> Organisation:
    """Nobody who signs for it has been here for more than a year."""
    citizen.last_seen_on = today() - LONG_AGO
    db.session.flush()
    return organisation


def test_the_owners_are_asked_once_and_then_staff(silent: Organisation) -> None:
    silence.ask_silent()
    assert (silent.nudged_on, silent.case) == (today(), None)
    silent.nudged_on = today() - timedelta(days=31)
    silence.ask_silent()
    assert silent.case is not None
    assert silent.case.is_open


def test_many_who_wait_keep_nobody_from_being_asked(municipality: object) -> None:
    away = PersonFactory(last_seen_on=today() - LONG_AGO)
    owned = [MembershipFactory(person_id=away.id, role=MembershipRole.OWNER) for _ in range(101)]
    for _ in range(2):
        silence.ask_silent()
    last = queries.find(owned[-1].organisation_id)
    assert last is not None
    assert last.nudged_on == today()


def test_nobody_is_asked_who_has_been_here(organisation: Organisation) -> None:
    silence.ask_silent()
    assert organisation.nudged_on is None


def test_a_moderator_hands_it_over_with_a_reason(
    silent: Organisation, citizen: Person, author: Person, moderator: Person
) -> None:
    invitation = rescue(moderator, silent, author)
    inviting.accept(actor=author, organisation=silent, invitation=invitation)
    roles = {each.person_id: each.role for each in queries.people_of(silent)}
    assert roles == {author.id: MembershipRole.OWNER, citizen.id: MembershipRole.MEMBER}


def test_the_desk_reads_who_handed_it_over_and_why(
    client_of: Callable[[Person], Client], silent: Organisation, author: Person, moderator: Person
) -> None:
    rescue(moderator, silent, author, reason="Den nye formand kom forbi med referatet.")
    text = client_of(moderator).get(f"/vallensbaek/opgaver/foreninger/{silent.id}").text
    assert "Den nye formand kom forbi med referatet." in text
    mine = f"/vallensbaek/foreninger/{silent.id}-{silent.slug}"
    assert "referatet" not in client_of(author).get(mine).text


def test_not_without_a_reason_and_not_by_others(
    silent: Organisation, author: Person, moderator: Person
) -> None:
    with pytest.raises(RuleViolation):
        rescue(moderator, silent, author, reason=" ")
    with pytest.raises(Forbidden):
        rescue(author, silent, author)


def test_not_when_somebody_has_been_here(
    organisation: Organisation, author: Person, moderator: Person
) -> None:
    with pytest.raises(RuleViolation):
        rescue(moderator, organisation, author)


def test_whoever_comes_back_in_time_keeps_it(
    silent: Organisation, citizen: Person, author: Person, moderator: Person
) -> None:
    invitation = rescue(moderator, silent, author)
    citizen.last_seen_on = today()
    with pytest.raises(RuleViolation):
        inviting.accept(actor=author, organisation=silent, invitation=invitation)
