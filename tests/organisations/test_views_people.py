"""Invitations by mail, roles, removing and handing over in the browser."""

import re
from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.organisations import queries
from participation.organisations.models import Invitation, Membership, Organisation
from participation.organisations.services.inviting import MAIL, make_link
from participation.web.tokens import sealed
from tests.conftest import Client
from tests.factories.organisations import InvitationFactory

AT = "/vallensbaek/foreninger"
Join = Callable[[Person, str], Membership]
Browsers = Callable[[Person], Client]


@pytest.fixture
def invitation(organisation: Organisation, citizen: Person, author: Person) -> Invitation:
    """From the citizen to the author, as a member."""
    return InvitationFactory(
        organisation_id=organisation.id,
        invited_by_id=citizen.id,
        email=author.email,
        email_key=author.email_key,
    )


@pytest.fixture
def link(invitation: Invitation) -> str:
    """The address in the mail."""
    note = [invitation.municipality_id, make_link(invitation=invitation)]
    return f"{AT}/sig-ja/{sealed(MAIL, note)}"


def test_opening_the_link_does_nothing(client: Client, link: str, invitation: Invitation) -> None:
    answer = client.get(link)
    assert answer.status_code == 200
    assert "log-ind" in answer.text
    assert invitation.email not in answer.text
    assert not db.session.get_one(Invitation, invitation.id).is_answered


def test_the_button_makes_a_member_once(
    client_of: Browsers, link: str, organisation: Organisation, author: Person
) -> None:
    browser = client_of(author)
    assert "sig-ja" in browser.get(link).text
    assert browser.post(link).status_code == 303
    own = queries.membership_of(db.session.get_one(Organisation, organisation.id), author.id)
    assert own is not None
    assert browser.post(link).status_code == 404


def test_somebody_else_with_the_link_is_refused(
    client: Client, client_of: Browsers, link: str, moderator: Person
) -> None:
    assert client.post(link).status_code == 302
    other = client_of(moderator)
    assert "sig-nej" not in other.get(link).text
    assert other.post(link).status_code == 403


def test_no_thank_you(client_of: Browsers, link: str, invitation: Invitation, author: Person) -> None:
    assert client_of(author).post(link.replace("sig-ja", "sig-nej")).status_code == 303
    assert db.session.get_one(Invitation, invitation.id).declined_at is not None


def test_an_owner_invites_sends_again_and_takes_back(
    client_of: Browsers, organisation: Organisation, citizen: Person
) -> None:
    browser = client_of(citizen)
    said = {"email": "ny@example.org", "role": "editor"}
    assert browser.post(f"{AT}/{organisation.id}/inviter", data=said).status_code == 302
    page = browser.get(f"{AT}/{organisation.id}/indefra").text
    again = re.search(rf"{AT}/\d+/invitationer/\d+/send-igen", page)
    assert again is not None
    assert browser.post(again[0]).status_code == 303
    assert browser.post(again[0].replace("send-igen", "fjern")).status_code == 303
    assert "ny@example.org" not in browser.get(f"{AT}/{organisation.id}/indefra").text


def test_a_removed_members_next_request_is_refused(
    client_of: Browsers, organisation: Organisation, belonging_as: Join, citizen: Person, author: Person
) -> None:
    membership = belonging_as(author, "editor")
    theirs, inside = client_of(author), f"{AT}/{organisation.id}/indefra"
    assert theirs.get(inside).status_code == 200
    remove = f"{AT}/{organisation.id}/folk/{membership.id}/fjern"
    assert client_of(citizen).post(remove).status_code == 302
    assert theirs.get(inside).status_code == 403
    assert theirs.post(f"{AT}/{organisation.id}/ret", data={"contact_name": "X"}).status_code == 403


def test_the_last_owner_is_led_to_handing_over(
    client_of: Browsers, organisation: Organisation, citizen: Person
) -> None:
    browser = client_of(citizen)
    answer = browser.post(f"{AT}/{organisation.id}/forlad")
    assert answer.status_code == 422
    assert f"{AT}/{organisation.id}/giv-videre" in answer.text
    closing = browser.post("/vallensbaek/min-side/luk-konto")
    assert closing.status_code == 422
    assert f"{AT}/{organisation.id}/giv-videre" in closing.text


def test_a_role_is_changed(
    client_of: Browsers, organisation: Organisation, belonging_as: Join, citizen: Person, author: Person
) -> None:
    membership = belonging_as(author, "member")
    place = f"{AT}/{organisation.id}/folk/{membership.id}"
    assert client_of(citizen).post(place, data={"role": "editor"}).status_code == 302
    people = queries.people_of(db.session.get_one(Organisation, organisation.id))
    assert [each.role.value for each in people] == ["owner", "editor"]
