"""Who may offer to carry an idea out, join in it and decide; who sees and confirms an agreement."""

from participation.adoptions.models import Agreement, KeptIdea, Offer
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.ideas.models import Idea
from participation.projects import queries as projects
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project


@permission("adoptions.offer", writes=True)
def may_offer(actor: Actor, idea: Idea) -> bool:
    """Anybody signed in, for an organisation that they act for, as long as nobody carries the idea out."""
    return actor.actor_id is not None and is_free(actor, idea)


@permission("adoptions.is_free")
def is_free(_actor: Actor, idea: Idea) -> bool:
    """It goes forward and nobody carries it out: no project that stands, not the municipality itself."""
    if not idea.meaning.takes_offers or idea.is_hidden or idea.effort_id is not None:
        return False
    if db.session.get(KeptIdea, idea.id) is not None:
        return False
    return all(PROJECTS.meanings[status].is_cancelled for status in projects.statuses_of_idea(idea))


@permission("adoptions.keep")
def may_keep(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff and idea.meaning.takes_offers


@permission("adoptions.see_offer")
def may_see(actor: Actor, offer: Offer) -> bool:
    """Staff, the organisation's people, and who has joined in it."""
    is_inside = can(actor, "organisations.see_inside", offer.organisation)
    return is_inside or any(each.person_id == actor.actor_id for each in offer.supporters)


@permission("adoptions.change_offer", writes=True)
def may_change(actor: Actor, offer: Offer) -> bool:
    return offer.meaning.is_open and can(actor, "organisations.act_for", offer.organisation)


@permission("adoptions.withdraw_offer")
def may_withdraw(actor: Actor, offer: Offer) -> bool:
    return offer.meaning.is_open and can(actor, "organisations.act_for", offer.organisation)


@permission("adoptions.join", writes=True)
def may_join(actor: Actor, offer: Offer) -> bool:
    """Anybody signed in, while everybody can read it, but for the organisation's own people."""
    is_own = can(actor, "organisations.belong", offer.organisation)
    return actor.actor_id is not None and offer.is_shown and not is_own


@permission("adoptions.leave")
def may_leave(actor: Actor, offer: Offer) -> bool:
    return offer.meaning.is_open and any(each.person_id == actor.actor_id for each in offer.supporters)


@permission("adoptions.see_case")
def may_see_case(actor: Actor, offer: Offer) -> bool:
    return actor.is_staff


@permission("adoptions.decide")
def may_decide(actor: Actor, offer: Offer) -> bool:
    """Staff who have no part in it themselves (forvaltningsloven § 3)."""
    has_part = any(
        can(actor, "organisations.belong", each)
        for each in (offer.organisation, *offer.helping_organisations)
    )
    has_joined = any(each.person_id == actor.actor_id for each in offer.supporters)
    return can(actor, "cases.work", offer.case) and not has_part and not has_joined


@permission("adoptions.write_agreement")
def may_write_agreement(actor: Actor, project: Project) -> bool:
    """Staff, about a project of an organisation that is not over."""
    return actor.is_staff and project.organisation is not None and project.meaning.is_open


@permission("adoptions.see_agreement")
def may_see_agreement(actor: Actor, project: Project) -> bool:
    """Staff, whoever runs the project, and the organisation's people."""
    if project.organisation is None:
        return False
    return can(actor, "projects.run", project) or can(actor, "organisations.belong", project.organisation)


@permission("adoptions.confirm_for_municipality")
def may_confirm_for_municipality(actor: Actor, agreement: Agreement) -> bool:
    """Staff who do not belong to the other side."""
    organisation = agreement.project.organisation
    is_other_side = organisation is not None and can(actor, "organisations.belong", organisation)
    return may_write_agreement(actor, agreement.project) and not is_other_side


@permission("adoptions.confirm_for_organisation")
def may_confirm_for_organisation(actor: Actor, agreement: Agreement) -> bool:
    """Those who sign for it."""
    project = agreement.project
    is_open = project.organisation is not None and project.meaning.is_open
    return is_open and can(actor, "organisations.lead", project.organisation)
