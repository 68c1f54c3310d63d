"""Who belongs to an organisation, in which role, and how that ends; it never loses its last owner."""

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import today
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.organisations import queries
from participation.organisations.events import MembershipEnded, RoleGiven
from participation.organisations.lifecycle import ROLES, MembershipRole
from participation.organisations.models import Membership, Organisation

LAST = N_(
    "Somebody must sign for %(organisation)s. Hand it over first, or make somebody else a signatory, "
    "or close it."
)
GONE = N_("The list has just changed. Open the page again.")


def change_role(
    *, actor: Actor, organisation: Organisation, membership: Membership, role: MembershipRole
) -> Membership:
    """Give somebody another role, oneself included; the last owner stays one."""
    require(actor, "organisations.lead", organisation)
    lock_people(organisation=organisation)
    _require_here(membership)
    if membership.role is role:
        return membership
    if not ROLES[role].leads:
        require_other_owner(organisation=organisation, but=membership)
    given = write_role(organisation=organisation, membership=membership, role=role)
    publish(RoleGiven(actor=actor, organisation=organisation, membership=given, person_id=given.person_id))
    return given


def remove(*, actor: Actor, organisation: Organisation, membership: Membership) -> None:
    """End somebody else's membership; it holds from the person's next request on."""
    require(actor, "organisations.end_membership", organisation, membership)
    lock_people(organisation=organisation)
    _require_here(membership)
    require_other_owner(organisation=organisation, but=membership)
    end(actor=actor, organisation=organisation, membership=membership)


def leave(*, actor: Actor, organisation: Organisation) -> None:
    """End one's own membership."""
    require(actor, "organisations.leave", organisation)
    lock_people(organisation=organisation)
    own = queries.membership_of(organisation, actor.actor_id)
    if own is None:
        raise StaleVersion(GONE)
    require_other_owner(organisation=organisation, but=own)
    end(actor=actor, organisation=organisation, membership=own)


def show_me(*, actor: Actor, organisation: Organisation, wanted: bool) -> None:
    """Stand on the organisation's page with one's name and role, or not."""
    require(actor, "organisations.belong", organisation)
    own = queries.membership_of(organisation, actor.actor_id)
    assert own is not None
    own.is_shown = wanted
    db.session.flush()


def lock_people(*, organisation: Organisation) -> None:
    """Nobody else changes who belongs to it before this transaction ends."""
    lock(organisation)
    db.session.expire(organisation, ["memberships"])


def require_other_owner(*, organisation: Organisation, but: Membership) -> None:
    """Under the lock: RuleViolation when nobody else signs for an organisation that is acted for."""
    others = [each for each in queries.owners_of(organisation) if each.id != but.id]
    if organisation.is_active and not others:
        raise RuleViolation(LAST, organisation=organisation.name)


def end(*, actor: Actor, organisation: Organisation, membership: Membership) -> None:
    """The membership holds no more from this moment on."""
    membership.to_day = today()
    db.session.flush()
    db.session.expire(organisation, ["memberships"])
    ended = MembershipEnded(
        actor=actor, organisation=organisation, membership=membership, person_id=membership.person_id
    )
    publish(ended)


def write_role(*, organisation: Organisation, membership: Membership, role: MembershipRole) -> Membership:
    """The person's row with the other role from today on; what was before stays to be read."""
    if membership.from_day == today():
        membership.role = role
        given = membership
    else:
        membership.to_day = today()
        db.session.flush()
        given = join(
            organisation=organisation, person_id=membership.person_id, role=role, is_shown=membership.is_shown
        )
    db.session.flush()
    db.session.expire(organisation, ["memberships"])
    return given


def join(
    *, organisation: Organisation, person_id: int, role: MembershipRole, is_shown: bool = False
) -> Membership:
    """A new membership from today on."""
    joined = Membership(organisation_id=organisation.id, person_id=person_id, role=role, is_shown=is_shown)
    db.session.add(joined)
    db.session.flush()
    db.session.expire(organisation, ["memberships"])
    return joined


def _require_here(membership: Membership) -> None:
    """Ask under the lock whether it still holds: two owners may act at once."""
    db.session.refresh(membership)
    if membership.to_day is not None:
        raise StaleVersion(GONE)
