"""Finding invitations: those that wait, the one that a mailed link is for, and those of staff."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participation.extensions import db
from participation.foundation.clock import now
from participation.organisations.models import Invitation, InvitationLink, Organisation


def rescues_of(organisation: Organisation) -> list[Invitation]:
    """When staff have handed it over, and why, the newest first."""
    handed = (Invitation.organisation_id == organisation.id, Invitation.rescue_reason != "")
    statement = select(Invitation).where(*handed).options(joinedload(Invitation.invited_by))
    return list(db.session.scalars(statement.order_by(Invitation.id.desc())))


def invitations_of(organisation: Organisation) -> list[Invitation]:
    """Those that wait for an answer, or came too late for one, the newest first."""
    waiting = (
        Invitation.organisation_id == organisation.id,
        Invitation.accepted_at.is_(None),
        Invitation.declined_at.is_(None),
        Invitation.revoked_at.is_(None),
    )
    return list(db.session.scalars(select(Invitation).where(*waiting).order_by(Invitation.id.desc())))


def open_invitation_to(organisation: Organisation, email_key: str) -> Invitation | None:
    """The one that still waits for that address."""
    found = (each for each in invitations_of(organisation) if each.email_key == email_key)
    return next((each for each in found if each.expires_at > now()), None)


def invitation(invitation_id: int) -> Invitation | None:
    """An invitation by its number, for the mail that is being written."""
    statement = select(Invitation).where(Invitation.id == invitation_id)
    return db.session.scalar(statement.options(joinedload(Invitation.invited_by)))


def invitation_by(token_hash: str) -> Invitation | None:
    """The invitation that a mailed link is for."""
    statement = select(InvitationLink).where(InvitationLink.token_hash == token_hash)
    link = db.session.scalar(statement.options(joinedload(InvitationLink.invitation)))
    return link.invitation if link else None
