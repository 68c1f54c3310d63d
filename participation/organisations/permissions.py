"""Who may apply, lead, edit and act for an organisation, and who decides about it."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.organisations.lifecycle import ROLES
from participation.organisations.models import Invitation, Membership, Organisation


@permission("organisations.apply", writes=True)
def may_apply(actor: Actor) -> bool:
    return actor.actor_id is not None


@permission("organisations.see_inside")
def may_see_inside(actor: Actor, organisation: Organisation) -> bool:
    """Who belongs to it today, and staff."""
    return actor.is_staff or organisation.role_of(actor.actor_id) is not None


@permission("organisations.belong")
def belongs(actor: Actor, organisation: Organisation) -> bool:
    return organisation.role_of(actor.actor_id) is not None


@permission("organisations.act_for")
def may_act_for(actor: Actor, organisation: Organisation) -> bool:
    """Its owners and editors of today, as long as it is approved and not closed."""
    return organisation.is_active and _acts(actor, organisation)


@permission("organisations.edit", writes=True)
def may_edit(actor: Actor, organisation: Organisation) -> bool:
    """Its owners and editors, also before it is approved; afterwards staff as well."""
    is_theirs = organisation.meaning.is_mendable and _acts(actor, organisation)
    return is_theirs or may_rename(actor, organisation)


@permission("organisations.rename")
def may_rename(actor: Actor, organisation: Organisation) -> bool:
    """What has been approved, the name among it, is changed by staff who have no part in it themselves."""
    return organisation.is_active and actor.is_staff and not belongs(actor, organisation)


@permission("organisations.lead")
def may_lead(actor: Actor, organisation: Organisation) -> bool:
    """Its owners: who belongs to it, and in which role."""
    return organisation.is_active and _leads(actor, organisation)


@permission("organisations.send_again", writes=True)
def may_send_again(actor: Actor, organisation: Organisation) -> bool:
    return organisation.meaning.awaits_applicant and _leads(actor, organisation)


@permission("organisations.recall")
def may_recall(actor: Actor, organisation: Organisation) -> bool:
    meaning = organisation.meaning
    return (meaning.awaits_decision or meaning.awaits_applicant) and _leads(actor, organisation)


@permission("organisations.leave")
def may_leave(actor: Actor, organisation: Organisation) -> bool:
    return organisation.meaning.is_public and belongs(actor, organisation)


@permission("organisations.end_membership")
def may_end_membership(actor: Actor, organisation: Organisation, membership: Membership) -> bool:
    """Owners end anybody's; one's own ends by leaving."""
    return may_lead(actor, organisation) and membership.person_id != actor.actor_id


@permission("organisations.answer_invitation")
def may_answer(actor: Actor, invitation: Invitation) -> bool:
    """Whoever has the address that it was sent to."""
    return actor.actor_id is not None and getattr(actor, "email_key", None) == invitation.email_key


@permission("organisations.see_application")
def may_see_application(actor: Actor, organisation: Organisation) -> bool:
    return actor.is_staff


@permission("organisations.decide")
def may_decide(actor: Actor, organisation: Organisation) -> bool:
    """Staff who have no part in it themselves (forvaltningsloven § 3)."""
    return can(actor, "cases.work", organisation.case) and not belongs(actor, organisation)


@permission("organisations.rescue")
def may_rescue(actor: Actor, organisation: Organisation) -> bool:
    return organisation.is_active and may_decide(actor, organisation)


@permission("organisations.archive")
def may_archive(actor: Actor, organisation: Organisation) -> bool:
    return organisation.is_active and (_leads(actor, organisation) or may_decide(actor, organisation))


def _leads(actor: Actor, organisation: Organisation) -> bool:
    role = organisation.role_of(actor.actor_id)
    return role is not None and ROLES[role].leads


def _acts(actor: Actor, organisation: Organisation) -> bool:
    role = organisation.role_of(actor.actor_id)
    return role is not None and ROLES[role].acts
