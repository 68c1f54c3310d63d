"""Offers to carry ideas out, and agreements."""

from datetime import timedelta

import factory

from participation.adoptions.models import Agreement, Offer
from participation.foundation.clock import now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.projects.models import Project
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import CaseFactory, IdeaFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory


class OfferFactory(Factory[Offer]):
    class Meta:
        model = Offer

    idea_id = factory.LazyFunction(lambda: IdeaFactory(status=IdeaStatus.ACCEPTED, decided_at=now()).id)
    organisation_id = factory.LazyFunction(lambda: OrganisationFactory().id)
    person_id = factory.LazyFunction(lambda: PersonFactory().id)
    case_id = factory.LazyFunction(lambda: CaseFactory().id)
    body = "Vi mødes den første lørdag i maj og går i gang."


def carried_project() -> Project:
    """A project that an organisation carries out."""
    return ProjectFactory(organisation_id=OrganisationFactory().id)


class AgreementFactory(Factory[Agreement]):
    class Meta:
        model = Agreement

    project_id = factory.LazyFunction(lambda: carried_project().id)
    number = 1
    contact = "Park og Vej, 47 97 40 00"
    provides = "Jord, spader og vand."
    insurance = "Foreningens egen."
    has_children = False
    ends_on = factory.LazyFunction(lambda: today() + timedelta(days=200))
    written_by_id = factory.LazyFunction(lambda: PersonFactory().id)
