"""An organisation whose owners have not been here for long: asked, then handed over with a reason."""

from participation.cases import services as cases
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import local_date, today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.organisations import queries, rules
from participation.organisations.events import OrganisationRescued, OrganisationSilent
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Invitation, Organisation
from participation.organisations.services import belonging
from participation.organisations.services.applying import await_decision
from participation.organisations.services.inviting import addressed, post
from participation.organisations.services.succeeding import is_silent

NOT_SILENT = N_("Somebody who signs for it has been here lately. Ask them to hand it over themselves.")
WITHOUT_REASON = N_("Write why, and how you know who they are.")


def ask_silent() -> None:
    """Ask the owners once whether they are still there; where nobody answers, have staff look at it."""
    first = rules.months_before(today(), municipalities.settings().silent_months)
    for organisation in queries.silent(since=first):
        lock(organisation)
        if organisation.nudged_on is None or organisation.nudged_on < first:
            organisation.nudged_on = today()
            publish(OrganisationSilent(organisation=organisation))
        elif organisation.nudged_on <= today() - rules.PATIENCE and not _waits(organisation):
            await_decision(organisation=organisation)
    db.session.flush()


def _waits(organisation: Organisation) -> bool:
    """Whether staff have it already, or have seen to it lately: then who was invited has time to answer."""
    case = organisation.case
    if case is None or case.closed_at is None:
        return case is not None and case.is_open
    return local_date(case.closed_at) > today() - rules.PATIENCE


def rescue(*, actor: Actor, organisation: Organisation, email: str, reason: str, language: str) -> Invitation:
    """Invite somebody to sign for a silent organisation; the silent owners become members by their yes."""
    require(actor, "organisations.rescue", organisation)
    belonging.lock_people(organisation=organisation)
    if not is_silent(organisation=organisation):
        raise RuleViolation(NOT_SILENT)
    if not reason.strip():
        raise RuleViolation(WITHOUT_REASON)
    role = MembershipRole.OWNER
    invitation = addressed(actor=actor, organisation=organisation, email=email, role=role, language=language)
    invitation.rescue_reason = reason
    db.session.add(invitation)
    db.session.flush()
    post(invitation=invitation)
    if organisation.case is not None:
        cases.close(case=organisation.case)
    publish(OrganisationRescued(actor=actor, organisation=organisation, invitation=invitation))
    return invitation
