"""What organisations and their people are told, and what the mails say."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.organisations.lifecycle import MembershipRole, OrganisationKind
from participation.organisations.models import Membership, Organisation
from participation.organisations.services import applying, belonging, inviting, silence
from participation.organisations.services.texts import OrganisationText
from participation.web.letters import Letter
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.notifications.conftest import tell, told

TEXT = OrganisationText(
    name="Gadefesten", kind=OrganisationKind.GROUP, contact_name="Mette K.", is_adult=True
)
ReadMail = Callable[[Person], Letter | None]


@pytest.fixture
def organisation(citizen: Person) -> Organisation:
    found = OrganisationFactory(name="Foreningen Gryden")
    MembershipFactory(person_id=citizen.id, organisation_id=found.id, role=MembershipRole.OWNER)
    return found


@pytest.mark.parametrize(
    ("move", "kind"),
    [
        ("approve", "organisation_approved"),
        ("return", "organisation_returned"),
        ("refuse", "organisation_refused"),
    ],
)
def test_an_applicant_has_a_receipt_and_an_answer(
    citizen: Person, moderator: Person, read_mail: ReadMail, move: str, kind: str
) -> None:
    applied = applying.apply(actor=citizen, text=TEXT)
    applying.decide(actor=moderator, organisation=applied, move=move, sentence="Hvor holder I til?")
    tell()
    assert told() == [("organisation_applied", "Citizen"), (kind, "Citizen")]
    mail = read_mail(citizen)
    assert mail is not None
    assert ("Hvor holder I til?" in mail.text, "Gadefesten" in mail.subject) == (True, True)


def test_who_invited_hears_yes_and_who_joined_their_role(
    organisation: Organisation, citizen: Person, author: Person
) -> None:
    invitation = inviting.hand_over(
        actor=citizen,
        organisation=organisation,
        email=author.email or "",
        left_role=MembershipRole.MEMBER,
        language="da",
    )
    inviting.accept(actor=author, organisation=organisation, invitation=invitation)
    tell()
    assert told() == [("invitation_accepted", "Citizen"), ("role_given", "Citizen")]


def test_who_is_removed_hears_of_it_and_who_leaves_does_not(
    organisation: Organisation, citizen: Person, author: Person, moderator: Person
) -> None:
    for person in (author, moderator):
        MembershipFactory(person_id=person.id, organisation_id=organisation.id, role=MembershipRole.MEMBER)
    theirs = select(Membership).where(Membership.person_id == author.id)
    membership = db.session.scalars(theirs).one()
    belonging.remove(actor=citizen, organisation=organisation, membership=membership)
    belonging.leave(actor=moderator, organisation=organisation)
    tell()
    assert told() == [("membership_ended", "Author")]


def test_who_signs_hears_what_the_municipality_changes(
    organisation: Organisation, citizen: Person, moderator: Person
) -> None:
    text = replace(OrganisationText.of(organisation), purpose="Vi laver mad.", contact_name="Bo")
    applying.edit(actor=citizen, organisation=organisation, text=text)
    applying.edit(actor=moderator, organisation=organisation, text=replace(text, name="Gryden og Grillen"))
    tell()
    assert told() == [("organisation_mended", "Citizen")]
    assert organisation.name == "Gryden og Grillen"


def test_silent_owners_are_asked_and_told_who_takes_over(
    organisation: Organisation, citizen: Person, author: Person, moderator: Person, read_mail: ReadMail
) -> None:
    citizen.last_seen_on = citizen.last_seen_on.replace(year=citizen.last_seen_on.year - 2)
    db.session.flush()
    silence.ask_silent()
    silence.rescue(
        actor=moderator,
        organisation=organisation,
        email=author.email or "",
        reason="Formanden har ringet.",
        language="da",
    )
    tell()
    assert told() == [("organisation_rescued", "Citizen"), ("organisation_silent", "Citizen")]
    mail = read_mail(citizen)
    assert mail is not None
    assert "Formanden har ringet." in mail.text


def test_the_invitation_is_written_once_it_is_wanted(
    organisation: Organisation, citizen: Person, author: Person, read_mail: ReadMail
) -> None:
    invitation = inviting.invite(
        actor=citizen,
        organisation=organisation,
        email=author.email or "",
        role=MembershipRole.EDITOR,
        language="da",
    )
    mail = read_mail(author)
    assert mail is not None
    assert "/foreninger/sig-ja/" in mail.text
    inviting.revoke(actor=citizen, organisation=organisation, invitation=invitation)
    assert read_mail(author) is None


def test_everybody_who_belongs_hears_that_it_closes(
    organisation: Organisation, citizen: Person, author: Person
) -> None:
    MembershipFactory(person_id=author.id, organisation_id=organisation.id, role=MembershipRole.MEMBER)
    applying.archive(actor=citizen, organisation=organisation)
    tell()
    assert told() == [("organisation_archived", "Author")]
