"""Proposing on behalf of an organisation: the author stays, no support is added, its people take part."""

from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas import queries
from participation.ideas.models import Idea
from participation.ideas.services import behalf, writing
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Membership, Organisation
from participation.votes.services import support
from tests.factories.organisations import MembershipFactory, OrganisationFactory

TEXT = IdeaText(title="Fælles køkken", body="Så vi kan spise sammen.", is_outside_strategy=True)


@pytest.fixture
def organisation(municipality: object) -> Organisation:
    return OrganisationFactory(name="Foreningen Gryden")


@pytest.fixture
def join(organisation: Organisation) -> Callable[[Person, str], Membership]:
    def make(person: Person, role: str) -> Membership:
        made = MembershipFactory(
            person_id=person.id, organisation_id=organisation.id, role=MembershipRole(role)
        )
        db.session.expire(organisation)
        return made

    return make


@pytest.fixture
def idea(organisation: Organisation, author: Person, join: Callable[[Person, str], Membership]) -> Idea:
    """A draft of the author's on behalf of the organisation."""
    join(author, "editor")
    draft = writing.propose(actor=author, text=TEXT)
    behalf.choose_organisation(actor=author, idea=draft, organisation=organisation)
    return draft


def leave(organisation: Organisation, person: Person) -> None:
    for each in organisation.memberships:
        if each.person_id == person.id:
            each.to_day = today()
    db.session.flush()
    db.session.expire(organisation)


def test_who_does_not_act_for_it_cannot_choose_it(organisation: Organisation, citizen: Person) -> None:
    draft = writing.propose(actor=citizen, text=TEXT)
    with pytest.raises(Forbidden):
        behalf.choose_organisation(actor=citizen, idea=draft, organisation=organisation)


def test_an_organisation_adds_no_support(idea: Idea, author: Person, moderator: Person) -> None:
    writing.submit(actor=author, idea=idea)
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    assert (idea.author_id, idea.support_count) == (author.id, 0)
    support(actor=author, idea=idea)
    assert idea.support_count == 1


def test_whoever_was_removed_cannot_send_it(idea: Idea, organisation: Organisation, author: Person) -> None:
    leave(organisation, author)
    with pytest.raises(RuleViolation):
        writing.submit(actor=author, idea=idea)
    behalf.choose_organisation(actor=author, idea=idea, organisation=None)
    writing.submit(actor=author, idea=idea)


def test_a_draft_is_its_authors_alone(
    idea: Idea, citizen: Person, join: Callable[[Person, str], Membership]
) -> None:
    join(citizen, "owner")
    assert queries.find(citizen, idea.id) is None
    assert not can(citizen, "ideas.edit", idea)


@pytest.mark.parametrize(("role", "may"), [("owner", True), ("editor", True), ("member", False)])
def test_what_was_sent_all_its_people_see_and_those_who_act_change(
    idea: Idea,
    author: Person,
    citizen: Person,
    join: Callable[[Person, str], Membership],
    role: str,
    may: bool,
) -> None:
    writing.submit(actor=author, idea=idea)
    assert queries.find(citizen, idea.id) is None
    join(citizen, role)
    assert queries.find(citizen, idea.id) is idea
    assert can(citizen, "ideas.edit", idea) is may


def test_whoever_was_removed_changes_nothing_that_is_the_organisations(
    idea: Idea, organisation: Organisation, author: Person
) -> None:
    writing.submit(actor=author, idea=idea)
    leave(organisation, author)
    assert not can(author, "ideas.edit", idea)
    assert queries.find(author, idea.id) is idea


def test_an_addition_knows_who_wrote_it(
    idea: Idea, author: Person, citizen: Person, moderator: Person, join: Callable[[Person, str], Membership]
) -> None:
    writing.submit(actor=author, idea=idea)
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    join(citizen, "editor")
    assert writing.add_to(actor=citizen, idea=idea, body="Vi har fundet en gryde.").author is citizen
