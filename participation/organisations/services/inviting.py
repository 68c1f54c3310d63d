"""Inviting by mail, and what comes of it: joining, handing over, or nothing."""

import secrets

from sqlalchemy import delete

from participation.accounts import queries as accounts
from participation.accounts.models import Person
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.tenancy import current_municipality_id
from participation.foundation.text import N_
from participation.mail import services as mail
from participation.organisations import queries, rules
from participation.organisations.events import InvitationAnswered, InvitationRevoked, PersonInvited
from participation.organisations.lifecycle import ROLES, MembershipRole
from participation.organisations.models import Invitation, InvitationLink, Organisation
from participation.organisations.services import belonging
from participation.organisations.services.succeeding import succeed
from participation.web.sessions import keyed_hash

MAIL = "organisations.invitation"
OVER = N_("The invitation is too old, has been used, or has been taken back. Ask for a new one.")
WAITS_ALREADY = N_("There is an invitation to this address already. Send that one again.")
TOO_MANY = N_("%(most)s invitations wait for an answer already. Take some of them back first.")
THERE_ALREADY = N_("Whoever has this address belongs to it already.")


def invite(
    *, actor: Actor, organisation: Organisation, email: str, role: MembershipRole, language: str
) -> Invitation:
    """Ask whoever has the address to join in that role."""
    require(actor, "organisations.lead", organisation)
    invitation = _new(actor, organisation, email, role, language)
    return _send(actor, organisation, invitation)


def hand_over(
    *,
    actor: Actor,
    organisation: Organisation,
    email: str,
    left_role: MembershipRole | None,
    language: str,
) -> Invitation:
    """Ask whoever has the address to sign for it instead of the actor, who keeps `left_role` or none.

    Nothing changes until they say yes. For somebody who belongs to it already it changes at once, when they
    say yes as well.
    """
    require(actor, "organisations.lead", organisation)
    invitation = _new(actor, organisation, email, MembershipRole.OWNER, language)
    invitation.successor_of_id, invitation.left_role = actor.actor_id, left_role
    return _send(actor, organisation, invitation)


def _new(
    actor: Actor, organisation: Organisation, email: str, role: MembershipRole, language: str
) -> Invitation:
    belonging.lock_people(organisation=organisation)
    invitation = addressed(actor=actor, organisation=organisation, email=email, role=role, language=language)
    if len(queries.invitations_of(organisation)) >= rules.MOST_INVITATIONS:
        raise RuleViolation(TOO_MANY, most=rules.MOST_INVITATIONS)
    person = accounts.by_email(invitation.email_key)
    if person is not None and organisation.role_of(person.id) is role:
        raise RuleViolation(THERE_ALREADY)
    return invitation


def addressed(
    *, actor: Actor, organisation: Organisation, email: str, role: MembershipRole, language: str
) -> Invitation:
    """An invitation that nobody knows of yet; RuleViolation when one waits for the address already."""
    key = accounts.email_key(email)
    if queries.open_invitation_to(organisation, key) is not None:
        raise RuleViolation(WAITS_ALREADY)
    assert actor.actor_id is not None
    return Invitation(
        organisation_id=organisation.id,
        email=email,
        email_key=key,
        role=role,
        language=language,
        invited_by_id=actor.actor_id,
        expires_at=now() + rules.INVITATION_LIFE,
    )


def _send(actor: Actor, organisation: Organisation, invitation: Invitation) -> Invitation:
    db.session.add(invitation)
    db.session.flush()
    post(invitation=invitation)
    publish(PersonInvited(actor=actor, organisation=organisation, invitation=invitation))
    return invitation


def post(*, invitation: Invitation) -> None:
    """Put the mail in the outbox; its link is made when it is written."""
    mail.post(
        kind=MAIL,
        recipient=invitation.email,
        language=invitation.language,
        context={"invitation_id": invitation.id, "sendings": invitation.sendings},
        key=f"{MAIL}:{invitation.id}:{invitation.sendings}",
    )


def resend(*, actor: Actor, organisation: Organisation, invitation: Invitation) -> None:
    """Mail it again with another link and the whole time; the earlier link ends."""
    require(actor, "organisations.lead", organisation)
    lock(invitation)
    if invitation.is_answered:
        raise RuleViolation(OVER)
    invitation.expires_at, invitation.sendings = now() + rules.INVITATION_LIFE, invitation.sendings + 1
    _end_links(invitation)
    post(invitation=invitation)
    publish(PersonInvited(actor=actor, organisation=organisation, invitation=invitation))


def revoke(*, actor: Actor, organisation: Organisation, invitation: Invitation) -> None:
    """Take it back; RuleViolation when it has been answered."""
    require(actor, "organisations.lead", organisation)
    lock(invitation)
    if invitation.is_answered:
        raise RuleViolation(OVER)
    invitation.revoked_at = now()
    _end_links(invitation)
    publish(InvitationRevoked(actor=actor, organisation=organisation, invitation=invitation))


def _end_links(invitation: Invitation) -> None:
    db.session.flush()
    db.session.execute(delete(InvitationLink).where(InvitationLink.invitation_id == invitation.id))


def make_link(*, invitation: Invitation) -> str:
    """A secret for a mail that is being written."""
    token = secrets.token_urlsafe(32)
    db.session.add(InvitationLink(token_hash=hash_of(token=token), invitation_id=invitation.id))
    db.session.flush()
    return token


def hash_of(*, token: str) -> str:
    """What is kept of a secret: useless for another purpose, and in another municipality."""
    return keyed_hash(f"invitation:{current_municipality_id()}:{token}")


def accept(*, actor: Person, organisation: Organisation, invitation: Invitation) -> None:
    """Say yes: once, in time, and only by whoever has the address."""
    require(actor, "organisations.answer_invitation", invitation)
    belonging.lock_people(organisation=organisation)
    lock(invitation)
    if not (invitation.is_open and organisation.is_active):
        raise RuleViolation(OVER)
    invitation.accepted_at, invitation.accepted_by_id = now(), actor.id
    own = queries.membership_of(organisation, actor.id)
    if own is None:
        belonging.join(organisation=organisation, person_id=actor.id, role=invitation.role)
    elif not ROLES[own.role].leads:
        belonging.write_role(organisation=organisation, membership=own, role=invitation.role)
    succeed(actor=actor, organisation=organisation, invitation=invitation)
    _answered(actor, organisation, invitation)


def decline(*, actor: Person, organisation: Organisation, invitation: Invitation) -> None:
    """Say no, thank you."""
    require(actor, "organisations.answer_invitation", invitation)
    lock(invitation)
    if not invitation.is_open:
        raise RuleViolation(OVER)
    invitation.declined_at = now()
    _answered(actor, organisation, invitation)


def _answered(actor: Actor, organisation: Organisation, invitation: Invitation) -> None:
    _end_links(invitation)
    answered = InvitationAnswered(
        actor=actor, organisation=organisation, invitation=invitation, person_id=invitation.invited_by_id
    )
    publish(answered)
