"""Organisations and memberships."""

import factory

from participation.foundation.clock import now
from participation.organisations.lifecycle import MembershipRole, OrganisationKind, OrganisationStatus
from participation.organisations.models import Membership, Organisation
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory


class OrganisationFactory(Factory[Organisation]):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Forening {n}")
    slug = factory.Sequence(lambda n: f"forening-{n}")
    kind = OrganisationKind.ASSOCIATION
    status = OrganisationStatus.APPROVED
    approved_at = factory.LazyFunction(now)


class MembershipFactory(Factory[Membership]):
    class Meta:
        model = Membership

    person_id = factory.LazyFunction(lambda: PersonFactory().id)
    organisation_id = factory.LazyFunction(lambda: OrganisationFactory().id)
    role = MembershipRole.MEMBER
