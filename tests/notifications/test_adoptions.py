"""Who is told what about offers and agreements, and what the mails say."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.adoptions.models import Offer
from participation.adoptions.services import adopting, agreeing, offering
from participation.adoptions.services.agreeing import AgreementText
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.clock import at, now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.organisations.models import MembershipRole, Organisation
from participation.web.letters import Letter
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.notifications.conftest import tell, told

ReadMail = Callable[[Person], Letter | None]


def led_by(person: Person, name: str) -> Organisation:
    found = OrganisationFactory(name=name)
    MembershipFactory(person_id=person.id, organisation_id=found.id, role=MembershipRole.OWNER)
    return found


@pytest.fixture
def idea(author: Person) -> Idea:
    found = IdeaFactory(author_id=author.id, status=IdeaStatus.ACCEPTED, decided_at=now())
    follower = PersonFactory(display_name="Follower")
    db.session.add(Follow(idea_id=found.id, person_id=follower.id))
    db.session.flush()
    return found


@pytest.fixture
def offered(citizen: Person, idea: Idea) -> Offer:
    made = offering.offer(
        actor=citizen, idea=idea, organisation=led_by(citizen, "Foreningen Gryden"), body="Vi gør det."
    )
    offering.join(actor=PersonFactory(display_name="Helper"), offer=made)
    return made


def test_agreeing_is_told_to_all_concerned(
    offered: Offer, citizen: Person, author: Person, moderator: Person, read_mail: ReadMail
) -> None:
    adopting.agree(actor=moderator, offer=offered, sentence="Nøglen ligger klar.")
    tell()
    assert told() == [
        ("idea_adopted", "Author"),
        ("idea_adopted", "Follower"),
        ("joining_agreed", "Helper"),
        ("offer_agreed", "Citizen"),
        ("offer_made", "Citizen"),
    ]
    mails = read_mail(citizen), read_mail(author)
    assert mails[0] is not None
    assert mails[1] is not None
    assert ("Nøglen ligger klar." in mails[0].text, "Foreningen Gryden" in mails[1].text) == (True, True)


@pytest.mark.parametrize(
    ("move", "kinds"),
    [("return", {"offer_returned"}), ("refuse", {"offer_refused", "joining_refused"})],
)
def test_a_no_is_told_with_its_sentence(
    offered: Offer, citizen: Person, moderator: Person, read_mail: ReadMail, move: str, kinds: set[str]
) -> None:
    adopting.answer(actor=moderator, offer=offered, move=move, sentence="Hvem har nøglen?")
    tell()
    assert {kind for kind, _name in told()} - {"offer_made"} == kinds
    mail = read_mail(citizen)
    assert mail is not None
    assert "Hvem har nøglen?" in mail.text


@pytest.mark.parametrize("is_joined", [True, False])
def test_who_is_not_chosen_has_a_kind_word(
    offered: Offer, moderator: Person, read_mail: ReadMail, is_joined: bool
) -> None:
    rival = PersonFactory(display_name="Rival")
    other = offering.offer(
        actor=rival, idea=offered.idea, organisation=led_by(rival, "Rørhaven"), body="Vi har et skur."
    )
    adopting.agree(actor=moderator, offer=offered, joined_ids=[other.id] if is_joined else [])
    tell()
    assert ("offer_joined" if is_joined else "offer_passed_over", "Rival") in told()
    mail = read_mail(rival)
    assert mail is not None
    assert ("Det betød noget" in mail.text) is not is_joined


def test_taking_an_offer_back_is_told_to_who_joined(offered: Offer, citizen: Person) -> None:
    offering.withdraw(actor=citizen, offer=offered)
    tell()
    assert told() == [("joining_withdrawn", "Helper"), ("offer_made", "Citizen")]


def test_both_sides_hear_of_the_agreement_and_of_its_end(citizen: Person, moderator: Person) -> None:
    project = ProjectFactory(organisation_id=led_by(citizen, "Gryden").id)
    ends = today() + timedelta(days=90)
    text = AgreementText(contact="Lone", provides="Jord.", insurance="Egen.", ends_on=ends)
    written = agreeing.write(actor=moderator, project=project, text=text)
    agreeing.confirm_for_municipality(actor=moderator, agreement=written)
    agreeing.confirm_for_organisation(actor=citizen, agreement=written)
    with at(now() + timedelta(days=70)):
        agreeing.warn_of_end()
        tell()
    assert told() == [
        ("agreement_by_municipality", "Citizen"),
        ("agreement_by_organisation", "Moderator"),
        ("agreement_ending", "Citizen"),
        ("agreement_ending_here", "Moderator"),
        ("agreement_written", "Citizen"),
    ]
