"""The mail that invites, pictures, accounts that are closed, and organisations that nobody answers for."""

from collections.abc import Mapping
from typing import Any

from participation.accounts.events import AccountClosed, AccountClosing
from participation.extensions import db
from participation.files import queries as files
from participation.files.models import StoredFile
from participation.foundation.actors import Actor
from participation.foundation.events import subscribe
from participation.foundation.tenancy import current_municipality_id
from participation.organisations import queries
from participation.organisations.services import applying, belonging, inviting, silence
from participation.web import worker
from participation.web.letters import Letter, letter, public_address, renderer
from participation.web.tokens import sealed

DAY = 24 * 3600.0


@renderer(inviting.MAIL)
def invitation_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """The invitation with its link; none when it has been answered, or sent again since."""
    invitation = queries.invitation(context["invitation_id"])
    if invitation is None or not invitation.is_open or invitation.sendings != context["sendings"]:
        return None
    organisation = queries.find(invitation.organisation_id)
    if organisation is None or not organisation.is_active:
        return None
    token = [current_municipality_id(), inviting.make_link(invitation=invitation)]
    link = public_address("organisations.invitation", invitation_token=sealed(inviting.MAIL, token))
    return letter("organisation_invitation", invitation=invitation, organisation=organisation, link=link)


@files.owner
def shows(stored: StoredFile, viewer: Actor) -> bool:
    """A picture is seen by whoever may open its page: everybody only while that is public."""
    return queries.shows_picture(viewer, stored.id)


@subscribe(AccountClosing)
def name_what_holds(event: AccountClosing) -> None:
    """Whoever alone signs for an organisation hands it over or closes it first."""
    for organisation in queries.led_alone_by(event.person.id):
        place = f"foreninger/{organisation.id}/giv-videre"
        event.hold_back(belonging.LAST, place, organisation=organisation.name)


@subscribe(AccountClosed)
def end_memberships(event: AccountClosed) -> None:
    """The person belongs to nothing any more, and an application that waits is taken back."""
    for organisation, membership in queries.mine(event.person.id):
        if organisation.meaning.awaits_decision or organisation.meaning.awaits_applicant:
            applying.recall(actor=event.person, organisation=organisation)
        belonging.lock_people(organisation=organisation)
        belonging.require_other_owner(organisation=organisation, but=membership)
        belonging.end(actor=event.person, organisation=organisation, membership=membership)
    db.session.flush()


worker.register(every=DAY, work=silence.ask_silent)
