"""Offering, mending, taking back, and joining in."""

import pytest

from participation.accounts.models import Person
from participation.adoptions import queries
from participation.adoptions.lifecycle import OfferStatus
from participation.adoptions.models import Offer
from participation.adoptions.services import adopting, offering
from participation.cases.models import CaseKind
from participation.extensions import db
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.organisations.models import MembershipRole, Organisation
from participation.organisations.services.applying import archive
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import ProjectIdea
from tests.adoptions.conftest import HOW, led_by
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.organisations import MembershipFactory
from tests.factories.projects import ProjectFactory

LINK = "Se https://eksempel.dk/skur"


def test_an_offer_waits_for_staff(offered: Offer, idea: Idea) -> None:
    assert offered.case is not None
    assert (offered.case.kind, offered.case.place) == (CaseKind.OFFER, f"opgaver/tilbud/{offered.id}")
    assert (offered.case.is_open, offered.case.subject_title) == (True, idea.title)
    assert queries.shown_offers_of(idea) == [offered]


@pytest.mark.parametrize("role", [MembershipRole.MEMBER, None])
def test_only_who_acts_for_it_offers(idea: Idea, gryden: Organisation, role: MembershipRole | None) -> None:
    person = PersonFactory()
    if role:
        MembershipFactory(person_id=person.id, organisation_id=gryden.id, role=role)
    with pytest.raises(Forbidden):
        offering.offer(actor=person, idea=idea, organisation=gryden, body=HOW)


@pytest.mark.parametrize("status", [s for s, each in IDEAS.meanings.items() if not each.takes_offers])
def test_nobody_offers_where_it_is_not_asked_for(
    citizen: Person, gryden: Organisation, idea: Idea, status: IdeaStatus
) -> None:
    if status not in (IdeaStatus.MERGED,):
        idea.status = status
    else:
        idea.status, idea.merged_into_id = status, IdeaFactory().id
    db.session.flush()
    with pytest.raises(Forbidden):
        offering.offer(actor=citizen, idea=idea, organisation=gryden, body=HOW)


@pytest.mark.parametrize(
    ("status", "is_free"), [("planned", False), ("completed", False), ("cancelled", True)]
)
def test_an_idea_with_a_project_that_stands_is_taken(idea: Idea, status: str, is_free: bool) -> None:
    project = ProjectFactory(status=ProjectStatus(status), sentence="Derfor.")
    db.session.add(ProjectIdea(project_id=project.id, idea_id=idea.id))
    db.session.flush()
    assert (idea in db.session.scalars(queries.unadopted()).all()) is is_free


def test_one_open_offer_for_each_organisation(citizen: Person, offered: Offer) -> None:
    with pytest.raises(RuleViolation, match="has offered already"):
        offering.offer(actor=citizen, idea=offered.idea, organisation=offered.organisation, body=HOW)
    offering.withdraw(actor=citizen, offer=offered)
    again = offering.offer(actor=citizen, idea=offered.idea, organisation=offered.organisation, body=HOW)
    assert (offered.status, again.status) == (OfferStatus.WITHDRAWN, OfferStatus.WAITING)
    assert offered.case is not None
    assert offered.case.is_open is False


def test_words_with_a_cpr_number_are_refused(citizen: Person, idea: Idea, gryden: Organisation) -> None:
    with pytest.raises(RuleViolation, match="CPR"):
        offering.offer(actor=citizen, idea=idea, organisation=gryden, body="Ring til 010203-1234")


def test_what_has_to_be_looked_at_is_read_by_staff_alone(
    citizen: Person, moderator: Person, idea: Idea, gryden: Organisation
) -> None:
    held = offering.offer(actor=citizen, idea=idea, organisation=gryden, body=LINK)
    assert (held.held_reason is not None, queries.shown_offers_of(idea)) == (True, [])
    adopting.show(actor=moderator, offer=held)
    assert queries.shown_offers_of(idea) == [held]


def test_mending_sends_what_was_returned_again(citizen: Person, moderator: Person, offered: Offer) -> None:
    adopting.answer(actor=moderator, offer=offered, move="return", sentence="Hvor mange er I?")
    assert (offered.status, offered.case is not None and offered.case.is_open) == (
        OfferStatus.RETURNED,
        False,
    )
    offering.change(actor=citizen, offer=offered, body="Vi er ti.")
    assert (offered.status, offered.case is not None and offered.case.is_open) == (OfferStatus.WAITING, True)


def test_residents_and_organisations_join_in_and_leave(
    author: Person, offered: Offer, haven: Organisation
) -> None:
    offering.join(actor=author, offer=offered)
    offering.join(actor=author, offer=offered, organisation=haven)
    assert (offered.helping_organisations, len(offered.helping_people)) == ([haven], 1)
    with pytest.raises(RuleViolation, match="already"):
        offering.join(actor=author, offer=offered, organisation=haven)
    offering.leave(actor=author, offer=offered)
    assert offered.supporters == []


def test_who_offers_does_not_join(citizen: Person, offered: Offer) -> None:
    with pytest.raises(Forbidden):
        offering.join(actor=citizen, offer=offered)


def test_an_archived_organisation_offers_no_more(citizen: Person, offered: Offer) -> None:
    archive(actor=citizen, organisation=offered.organisation)
    assert offered.status == OfferStatus.WITHDRAWN


def test_a_person_has_few_open_offers(citizen: Person, gryden: Organisation) -> None:
    for _ in range(5):
        other = IdeaFactory(status=IdeaStatus.ACCEPTED)
        offering.offer(actor=citizen, idea=other, organisation=gryden, body=HOW)
    last = IdeaFactory(status=IdeaStatus.ACCEPTED)
    with pytest.raises(RuleViolation, match="wait for an answer"):
        offering.offer(actor=citizen, idea=last, organisation=led_by(citizen, "Ny"), body=HOW)
