"""Invitations: for one address, once, in time; and handing over in one flow."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.organisations import queries
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Invitation, InvitationLink, Membership, Organisation
from participation.organisations.services import inviting

M = MembershipRole


@pytest.fixture
def invitation(organisation: Organisation, citizen: Person, author: Person) -> Invitation:
    """To the author, as an editor."""
    assert author.email is not None
    return inviting.invite(
        actor=citizen, organisation=organisation, email=author.email.upper(), role=M.EDITOR, language="da"
    )


def roles(organisation: Organisation) -> dict[int, MembershipRole]:
    return {each.person_id: each.role for each in queries.people_of(organisation)}


def test_yes_makes_a_member_once(
    organisation: Organisation, invitation: Invitation, author: Person, citizen: Person
) -> None:
    inviting.accept(actor=author, organisation=organisation, invitation=invitation)
    assert roles(organisation) == {citizen.id: M.OWNER, author.id: M.EDITOR}
    with pytest.raises(RuleViolation):
        inviting.accept(actor=author, organisation=organisation, invitation=invitation)


def test_another_address_cannot_say_yes(
    organisation: Organisation, invitation: Invitation, moderator: Person
) -> None:
    with pytest.raises(Forbidden):
        inviting.accept(actor=moderator, organisation=organisation, invitation=invitation)


def test_too_late_is_too_late_until_it_is_sent_again(
    organisation: Organisation, invitation: Invitation, author: Person, citizen: Person
) -> None:
    invitation.expires_at = now() - timedelta(seconds=1)
    with pytest.raises(RuleViolation):
        inviting.accept(actor=author, organisation=organisation, invitation=invitation)
    inviting.resend(actor=citizen, organisation=organisation, invitation=invitation)
    inviting.accept(actor=author, organisation=organisation, invitation=invitation)
    assert roles(organisation)[author.id] is M.EDITOR


def test_what_is_taken_back_is_worth_nothing(
    organisation: Organisation, invitation: Invitation, author: Person, citizen: Person
) -> None:
    token = inviting.make_link(invitation=invitation)
    inviting.revoke(actor=citizen, organisation=organisation, invitation=invitation)
    assert queries.invitation_by(inviting.hash_of(token=token)) is None
    with pytest.raises(RuleViolation):
        inviting.accept(actor=author, organisation=organisation, invitation=invitation)


def test_of_the_link_only_a_hash_is_kept_and_sending_again_ends_it(
    organisation: Organisation, invitation: Invitation, citizen: Person
) -> None:
    token = inviting.make_link(invitation=invitation)
    kept = db.session.get_one(InvitationLink, inviting.hash_of(token=token))
    assert token not in str(vars(kept))
    inviting.resend(actor=citizen, organisation=organisation, invitation=invitation)
    assert queries.invitation_by(inviting.hash_of(token=token)) is None


def test_no_second_invitation_while_one_waits(
    organisation: Organisation, invitation: Invitation, citizen: Person
) -> None:
    with pytest.raises(RuleViolation):
        inviting.invite(
            actor=citizen, organisation=organisation, email=invitation.email, role=M.MEMBER, language="da"
        )


@pytest.mark.parametrize("left", [None, M.EDITOR, M.MEMBER])
def test_handing_over_changes_nothing_until_the_next_one_says_yes(
    organisation: Organisation, citizen: Person, author: Person, left: MembershipRole | None
) -> None:
    assert author.email is not None
    invitation = inviting.hand_over(
        actor=citizen, organisation=organisation, email=author.email, left_role=left, language="da"
    )
    assert roles(organisation) == {citizen.id: M.OWNER}
    inviting.accept(actor=author, organisation=organisation, invitation=invitation)
    assert roles(organisation) == {author.id: M.OWNER} | ({citizen.id: left} if left else {})


def test_a_member_who_takes_over_becomes_an_owner(
    organisation: Organisation,
    belonging_as: Callable[[Person, str], Membership],
    citizen: Person,
    author: Person,
) -> None:
    belonging_as(author, "member")
    assert author.email is not None
    invitation = inviting.hand_over(
        actor=citizen, organisation=organisation, email=author.email, left_role=None, language="da"
    )
    inviting.accept(actor=author, organisation=organisation, invitation=invitation)
    assert roles(organisation) == {author.id: M.OWNER}
