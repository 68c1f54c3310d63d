"""From one board to the next: by the one who leaves, or by a moderator where nobody answers any more."""

from participation.accounts.models import Person
from participation.foundation.actors import Actor
from participation.foundation.clock import today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.organisations import queries, rules
from participation.organisations.events import RoleGiven
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Invitation, Membership, Organisation
from participation.organisations.services import belonging

SPOKEN = N_("One of those who sign for %(organisation)s has been here again, so it is not handed over.")


def succeed(*, actor: Person, organisation: Organisation, invitation: Invitation) -> None:
    """What follows when a new owner has said yes: who handed over steps back, as do owners who were silent.

    The caller holds the organisation's lock, and the new owner is one already.
    """
    if invitation.rescue_reason:
        if not is_silent(organisation=organisation, but=actor):
            raise RuleViolation(SPOKEN, organisation=organisation.name)
        for each in _others(organisation, actor):
            _step_back(actor, organisation, each, MembershipRole.MEMBER)
    leaving = [each for each in _others(organisation, actor) if each.person_id == invitation.successor_of_id]
    for each in leaving:
        _step_back(actor, organisation, each, invitation.left_role)


def _others(organisation: Organisation, person: Person) -> list[Membership]:
    return [each for each in queries.owners_of(organisation) if each.person_id != person.id]


def _step_back(
    actor: Actor, organisation: Organisation, membership: Membership, role: MembershipRole | None
) -> None:
    if role is None:
        belonging.end(actor=actor, organisation=organisation, membership=membership)
        return
    given = belonging.write_role(organisation=organisation, membership=membership, role=role)
    person_id = given.person_id
    publish(RoleGiven(actor=actor, organisation=organisation, membership=given, person_id=person_id))


def is_silent(*, organisation: Organisation, but: Person | None = None) -> bool:
    """Whether none of its owners has been signed in for as long as the municipality's setting says."""
    first = rules.months_before(today(), municipalities.settings().silent_months)
    owners = queries.owners_seen(organisation)
    return all(seen < first for person_id, seen in owners if but is None or person_id != but.id)
