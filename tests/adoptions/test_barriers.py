"""Two who act at the same moment, against several processes: one project, one offer of an association."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from participation.accounts.models import Person, Role, SignIn
from participation.adoptions.lifecycle import OfferStatus
from participation.adoptions.models import Offer
from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.organisations.models import MembershipRole
from participation.projects.models import Project, ProjectIdea
from participation.web.sessions import token_hash
from tests.barriers import rounds_at_once
from tests.factories.accounts import PersonFactory
from tests.factories.adoptions import OfferFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory

ROUNDS = 10
OPEN_OFFERS = 4
CASE = "/vallensbaek/opgaver/tilbud"
pytestmark = pytest.mark.processes


def signed_in(name: str, **facts: Any) -> tuple[Person, str]:
    """Somebody, and the cookie of their browser."""
    person, cookie = PersonFactory(display_name=name, **facts), f"{name}-".ljust(48, "x")
    db.session.add(SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=person.id))
    db.session.flush()
    return person, cookie


def count(model: Any, *conditions: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


@pytest.fixture
def town(own_app: Flask) -> int:
    return MunicipalityFactory().id


def agreeing(offer: Offer) -> tuple[str, dict[str, str]]:
    """Where it is agreed to, and what is sent."""
    return f"{CASE}/{offer.id}", {"move": "agree", "version": str(offer.version)}


def waiting(number: int) -> list[list[tuple[str, dict[str, str]]]]:
    """So many ideas that go forward, each with offers of two associations."""
    found = []
    for _ in range(number):
        idea = IdeaFactory(status=IdeaStatus.ACCEPTED, decided_at=now())
        found.append([agreeing(OfferFactory(idea_id=idea.id)) for _ in range(2)])
    return found


def test_two_moderators_agree_and_there_is_one_project(own_app: Flask, town: int) -> None:
    """To the same offer in every other round, to the two that compete in the others."""
    with municipality_context(town):
        cookies = [signed_in(name, role=Role.MODERATOR)[1] for name in ("lone", "hans")]
        offers = waiting(ROUNDS)
        db.session.commit()
    chosen = [(pair[0], pair[number % 2]) for number, pair in enumerate(offers)]
    rounds = [
        [(address, cookie, said) for (address, said), cookie in zip(pair, cookies, strict=True)]
        for pair in chosen
    ]
    answers = list(rounds_at_once(own_app, rounds))
    assert [each[302] for each in answers] == [1] * ROUNDS, answers
    assert all(set(each) <= {302, 403, 409, 422} for each in answers), answers
    with municipality_context(town):
        db.session.expire_all()
        assert (count(Project), count(ProjectIdea)) == (ROUNDS, ROUNDS)
        assert count(Offer, Offer.status == OfferStatus.AGREED) == ROUNDS
        assert count(Offer, Offer.status == OfferStatus.NOT_CHOSEN) == ROUNDS
        assert count(Case, Case.id.in_(select(Offer.case_id)), Case.is_open) == 0


def test_two_editors_offer_and_the_association_has_one_offer(own_app: Flask, town: int) -> None:
    with municipality_context(town):
        club, rival = OrganisationFactory(), OrganisationFactory()
        cookies = []
        for name, theirs in (("bo", club), ("ea", club), ("ib", rival)):
            person, cookie = signed_in(name)
            MembershipFactory(person_id=person.id, organisation_id=theirs.id, role=MembershipRole.EDITOR)
            cookies.append((cookie, theirs.id))
        ideas = [IdeaFactory(status=IdeaStatus.ACCEPTED, decided_at=now()).id for _ in range(OPEN_OFFERS)]
        db.session.commit()
    said = [(cookie, {"organisation": str(number), "body": "Lørdag."}) for cookie, number in cookies]
    rounds = [[(f"/vallensbaek/ideer/{each}/tilbyd", *words) for words in said] for each in ideas]
    answers = list(rounds_at_once(own_app, rounds))
    assert answers == [{302: 2, 422: 1}] * len(ideas)
    with municipality_context(town):
        offered = select(Offer.idea_id, func.count()).group_by(Offer.idea_id)
        assert {row[1] for row in db.session.execute(offered)} == {2}
