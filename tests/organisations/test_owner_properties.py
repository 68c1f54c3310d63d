"""Whatever its people do, in whatever order, an organisation that is acted for has an owner."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account
from participation.extensions import db
from participation.foundation.errors import Forbidden, RuleViolation
from participation.organisations import queries
from participation.organisations.lifecycle import ORGANISATIONS, MembershipRole
from participation.organisations.models import Organisation
from participation.organisations.services import applying, belonging, inviting
from tests.factories.accounts import PersonFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory

PEOPLE = 4
M = MembershipRole


@pytest.fixture
def people(municipality: object) -> list[Person]:
    return [PersonFactory() for _ in range(PEOPLE)]


def invite(organisation: Organisation, one: Person, other: Person, role: MembershipRole) -> None:
    email = other.email or "nobody@example.org"
    invitation = inviting.invite(actor=one, organisation=organisation, email=email, role=role, language="da")
    inviting.accept(actor=other, organisation=organisation, invitation=invitation)


def hand_over(organisation: Organisation, one: Person, other: Person, role: MembershipRole) -> None:
    left = None if role is M.OWNER else role
    email = other.email or "nobody@example.org"
    invitation = inviting.hand_over(
        actor=one, organisation=organisation, email=email, left_role=left, language="da"
    )
    inviting.accept(actor=other, organisation=organisation, invitation=invitation)


def change(organisation: Organisation, one: Person, other: Person, role: MembershipRole) -> None:
    membership = queries.membership_of(organisation, other.id)
    if membership is not None:
        belonging.change_role(actor=one, organisation=organisation, membership=membership, role=role)


def remove(organisation: Organisation, one: Person, other: Person, _role: MembershipRole) -> None:
    membership = queries.membership_of(organisation, other.id)
    if membership is not None:
        belonging.remove(actor=one, organisation=organisation, membership=membership)


def leave(organisation: Organisation, one: Person, _other: Person, _role: MembershipRole) -> None:
    belonging.leave(actor=one, organisation=organisation)


def close(_organisation: Organisation, one: Person, _other: Person, _role: MembershipRole) -> None:
    close_account(actor=one, person=one)


def archive(organisation: Organisation, one: Person, _other: Person, _role: MembershipRole) -> None:
    applying.archive(actor=one, organisation=organisation)


ACTS: list[Callable[..., None]] = [invite, invite, hand_over, change, change, remove, leave, close, archive]
steps = st.tuples(
    st.sampled_from(ACTS),
    st.integers(0, PEOPLE - 1),
    st.integers(0, PEOPLE - 1),
    st.sampled_from(MembershipRole),
)


def is_sound(organisation: Organisation) -> bool:
    """Somebody whose account is open signs for it, or nobody can act for it any more."""
    people = queries.people_of(organisation)
    owners = [each for each in people if each.meaning.leads and each.person.closed_at is None]
    each_once = len(people) == len({each.person_id for each in people})
    return each_once and (bool(owners) or not ORGANISATIONS.meanings[organisation.status].is_active)


@contextmanager
def undone() -> Iterator[None]:
    """A savepoint that is rolled back, whatever happened."""
    point = db.session.begin_nested()
    try:
        yield
    finally:
        point.rollback()
        db.session.expire_all()


@given(acts=st.lists(steps, max_size=14))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_never_without_an_owner(people: list[Person], acts: list[Any]) -> None:
    with undone():
        organisation = OrganisationFactory()
        MembershipFactory(organisation_id=organisation.id, person_id=people[0].id, role=M.OWNER)
        for act, one, other, role in acts:
            with suppress(RuleViolation, Forbidden), db.session.begin_nested():
                act(organisation, people[one], people[other], role)
            db.session.expire_all()
            assert is_sound(organisation)
