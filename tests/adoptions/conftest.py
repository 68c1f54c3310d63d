"""An idea that goes forward, and two organisations."""

import pytest

from participation.accounts.models import Person
from participation.adoptions.models import Offer
from participation.adoptions.services.offering import offer
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.organisations.models import MembershipRole, Organisation
from tests.factories.ideas import IdeaFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.strategies import GoalFactory

HOW = "Vi mødes den første lørdag i maj."


def led_by(person: Person, name: str) -> Organisation:
    """An organisation that the person signs for."""
    found = OrganisationFactory(name=name)
    MembershipFactory(person_id=person.id, organisation_id=found.id, role=MembershipRole.OWNER)
    return found


@pytest.fixture
def idea(author: Person) -> Idea:
    return IdeaFactory(
        title="Et skur til laan af værktøj",
        author_id=author.id,
        goal_id=GoalFactory().id,
        status=IdeaStatus.ACCEPTED,
        decided_at=now(),
        place="Ved stationen",
    )


@pytest.fixture
def gryden(citizen: Person) -> Organisation:
    return led_by(citizen, "Foreningen Gryden")


@pytest.fixture
def haven(author: Person) -> Organisation:
    return led_by(author, "Rørhaven")


@pytest.fixture
def offered(citizen: Person, idea: Idea, gryden: Organisation) -> Offer:
    return offer(actor=citizen, idea=idea, organisation=gryden, body=HOW)


@pytest.fixture
def rival(author: Person, idea: Idea, haven: Organisation) -> Offer:
    return offer(actor=author, idea=idea, organisation=haven, body="Vi har et skur.")
