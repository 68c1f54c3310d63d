"""Organisations that are asked for, and people who lead them."""

from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.organisations.lifecycle import MembershipRole, OrganisationKind
from participation.organisations.models import Membership, Organisation
from participation.organisations.services.applying import apply
from participation.organisations.services.texts import OrganisationText
from tests.factories.organisations import MembershipFactory, OrganisationFactory

TEXT = OrganisationText(
    name="Gadefesten", kind=OrganisationKind.GROUP, contact_name="Mette K.", is_adult=True
)


@pytest.fixture
def applied(citizen: Person) -> Organisation:
    """A citizen's application."""
    return apply(actor=citizen, text=TEXT)


@pytest.fixture
def organisation(citizen: Person) -> Organisation:
    """Approved, and the citizen's alone."""
    found = OrganisationFactory(name="Foreningen Gryden", slug="foreningen-gryden")
    MembershipFactory(person_id=citizen.id, organisation_id=found.id, role=MembershipRole.OWNER)
    return found


@pytest.fixture
def belonging_as(organisation: Organisation) -> Callable[[Person, str], Membership]:
    """Somebody with a role in it."""

    def join(person: Person, role: str) -> Membership:
        return MembershipFactory(
            person_id=person.id, organisation_id=organisation.id, role=MembershipRole(role)
        )

    return join
