"""What a moderator answers, and what follows."""

import pytest

from participation.accounts.models import Person
from participation.adoptions import queries
from participation.adoptions.lifecycle import OfferStatus
from participation.adoptions.models import Offer
from participation.adoptions.services import adopting, keeping, offering
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.moves import Details, move
from participation.organisations.models import MembershipRole, Organisation
from participation.organisations.services import belonging
from participation.projects import queries as projects
from participation.projects.services.linking import link_idea
from participation.projects.services.moves import Words
from participation.projects.services.moves import move as move_project
from tests.factories.municipalities import ReasonFactory
from tests.factories.organisations import MembershipFactory
from tests.factories.projects import ProjectFactory


def test_everything_is_carried_over(moderator: Person, citizen: Person, offered: Offer, idea: Idea) -> None:
    project = adopting.agree(actor=moderator, offer=offered)
    assert (project.title, project.place) == (idea.title, "Ved stationen")
    assert project.description == f"{offered.body}\n\n> {idea.body}"
    assert (project.organisation_id, project.steward_id) == (offered.organisation_id, citizen.id)
    assert ([each.id for each in projects.goals_of_project(project)]) == [idea.goal_id]
    assert (projects.linked_ideas(project), offered.project_id) == ([idea], project.id)
    assert (offered.status, idea.status) == (OfferStatus.AGREED, IdeaStatus.ACCEPTED)
    assert can(citizen, "projects.run", project)


def test_the_idea_follows_its_project(moderator: Person, citizen: Person, offered: Offer, idea: Idea) -> None:
    project = adopting.agree(actor=moderator, offer=offered)
    move_project(actor=citizen, project=project, name="start", words=Words())
    assert idea.status == IdeaStatus.IN_PROGRESS


def test_the_others_are_passed_over_or_become_part(
    moderator: Person, offered: Offer, rival: Offer, haven: Organisation
) -> None:
    project = adopting.agree(actor=moderator, offer=offered, joined_ids=[rival.id])
    assert (rival.status, rival.project_id) == (OfferStatus.JOINED, project.id)
    assert queries.partners_in(queries.carrying(project), project) == [haven]
    assert rival.case is not None
    assert rival.case.is_open is False


def test_who_is_not_chosen_is_passed_over(moderator: Person, offered: Offer, rival: Offer) -> None:
    project = adopting.agree(actor=moderator, offer=offered)
    assert (rival.status, rival.project_id) == (OfferStatus.NOT_CHOSEN, None)
    assert queries.partners_in(queries.carrying(project), project) == []
    with pytest.raises(StaleVersion):
        adopting.answer(actor=moderator, offer=rival, move="refuse", sentence="For sent.")


def test_who_joined_is_counted_once(moderator: Person, author: Person, offered: Offer) -> None:
    offering.join(actor=author, offer=offered)
    project = adopting.agree(actor=moderator, offer=offered)
    assert queries.helpers_in(queries.carrying(project)) == 1


def test_whoever_was_removed_meanwhile_does_not_run_it(
    moderator: Person, citizen: Person, offered: Offer
) -> None:
    club = offered.organisation
    MembershipFactory(organisation_id=club.id, role=MembershipRole.OWNER)
    belonging.leave(actor=citizen, organisation=club)
    assert adopting.agree(actor=moderator, offer=offered).steward_id is None


@pytest.mark.parametrize("name", ["return", "refuse"])
def test_a_no_wants_a_sentence(moderator: Person, offered: Offer, name: str) -> None:
    with pytest.raises(RuleViolation, match="sentence"):
        adopting.answer(actor=moderator, offer=offered, move=name, sentence=" ")


def test_who_belongs_to_it_does_not_decide(moderator: Person, offered: Offer) -> None:
    MembershipFactory(person_id=moderator.id, organisation_id=offered.organisation_id)
    db.session.expire(offered.organisation, ["memberships"])
    with pytest.raises(Forbidden):
        adopting.agree(actor=moderator, offer=offered)


def test_a_project_made_otherwise_ends_the_offers(moderator: Person, offered: Offer, idea: Idea) -> None:
    link_idea(actor=moderator, project=ProjectFactory(), idea=idea)
    assert offered.status == OfferStatus.NOT_CHOSEN
    with pytest.raises(StaleVersion):
        adopting.answer(actor=moderator, offer=offered, move="refuse", sentence="Nej tak.")


def test_an_idea_that_is_given_up_ends_the_offers(moderator: Person, offered: Offer, idea: Idea) -> None:
    ReasonFactory(code="other", moves=["give_up"])
    answer = AnswerText(doing="Vi gør det ikke.", department="Park og Vej")
    details = Details(reason_code="other", sentence="Derfor.", answer=answer)
    move(actor=moderator, idea=idea, name="give_up", details=details)
    assert offered.status == OfferStatus.NOT_CHOSEN


def test_agreeing_twice_makes_one_project(moderator: Person, offered: Offer) -> None:
    adopting.agree(actor=moderator, offer=offered)
    with pytest.raises(RuleViolation):
        adopting.agree(actor=moderator, offer=offered)
    assert len(projects.projects_of_idea(offered.idea)) == 1


def test_a_broken_project_lets_the_idea_be_offered_for_again(
    moderator: Person, citizen: Person, offered: Offer, idea: Idea
) -> None:
    project = adopting.agree(actor=moderator, offer=offered)
    assert can(citizen, "adoptions.is_free", idea) is False
    move_project(actor=moderator, project=project, name="cancel", words=Words(sentence="Ingen kom."))
    db.session.refresh(idea)
    assert idea.meaning.takes_offers is False


def test_what_the_municipality_does_itself_lacks_nobody(
    moderator: Person, citizen: Person, idea: Idea, gryden: Organisation
) -> None:
    keeping.keep(actor=moderator, idea=idea)
    assert db.session.scalars(queries.unadopted()).all() == []
    with pytest.raises(Forbidden):
        offering.offer(actor=citizen, idea=idea, organisation=gryden, body="Vi vil.")
    keeping.release(actor=moderator, idea=idea)
    assert db.session.scalars(queries.unadopted()).all() == [idea]


def test_offers_are_answered_before_the_municipality_takes_over(moderator: Person, offered: Offer) -> None:
    with pytest.raises(RuleViolation, match="Answer the offer"):
        keeping.keep(actor=moderator, idea=offered.idea)
