"""Organisations and memberships."""

from datetime import timedelta

import factory

from participation.foundation.clock import now
from participation.organisations.lifecycle import MembershipRole, OrganisationKind, OrganisationStatus
from participation.organisations.models import Invitation, Membership, Organisation
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


class InvitationFactory(Factory[Invitation]):
    class Meta:
        model = Invitation

    organisation_id = factory.LazyFunction(lambda: OrganisationFactory().id)
    invited_by_id = factory.LazyFunction(lambda: PersonFactory().id)
    email = factory.Sequence(lambda n: f"invited{n}@example.org")
    email_key = factory.SelfAttribute("email")
    role = MembershipRole.MEMBER
    expires_at = factory.LazyFunction(lambda: now() + timedelta(days=14))
