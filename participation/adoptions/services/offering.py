"""Offering to carry an idea out, mending the offer, taking it back, and joining in it."""

from sqlalchemy import delete

from participation.accounts.models import Person
from participation.adoptions import queries
from participation.adoptions.events import OfferChanged, OfferJoined, OfferLeft, OfferMade, OfferWithdrawn
from participation.adoptions.models import Offer, OfferSupporter
from participation.adoptions.rules import MOST_OPEN_OFFERS
from participation.adoptions.services.standing import await_decision, close_case, write_status
from participation.cases import services as cases
from participation.cases.lifecycle import HoldReason
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.organisations.models import Organisation

ALREADY = N_("%(name)s has offered already.")
TOO_MANY = N_("You have %(most)s offers that wait for an answer. Wait for one of them first.")
WITHOUT_WORDS = N_("Write how you will do it.")
HAS_CPR = N_("This looks like a CPR number. It must not stand here.")
IN_ALREADY = N_("You are in on it already.")


def offer(*, actor: Actor, idea: Idea, organisation: Organisation, body: str) -> Offer:
    """Offer on behalf of an organisation to carry the idea out."""
    require(actor, "adoptions.offer", idea)
    require(actor, "organisations.act_for", organisation)
    assert actor.actor_id is not None
    lock(idea)
    require(actor, "adoptions.offer", idea)
    if queries.open_offer_by(organisation, idea) is not None:
        raise RuleViolation(ALREADY, name=organisation.name)
    if queries.count_open_by(actor.actor_id) >= MOST_OPEN_OFFERS:
        raise RuleViolation(TOO_MANY, most=MOST_OPEN_OFFERS)
    made = Offer(idea=idea, organisation=organisation, person_id=actor.actor_id, body="")
    _write(actor, made, body)
    db.session.add(made)
    db.session.flush()
    await_decision(offer=made)
    publish(OfferMade(actor=actor, offer=made, person_id=actor.actor_id))
    return made


def change(*, actor: Actor, offer: Offer, body: str) -> None:
    """Other words; where a moderator asked for more it is sent again."""
    require(actor, "adoptions.change_offer", offer)
    lock(offer)
    require(actor, "adoptions.change_offer", offer)
    assert actor.actor_id is not None
    _write(actor, offer, body)
    offer.changed_at = now()
    if not offer.meaning.awaits_offerer:
        db.session.flush()
        publish(OfferChanged(actor=actor, offer=offer))
        return
    write_status(offer=offer, move="send_again")
    await_decision(offer=offer)
    publish(OfferMade(actor=actor, offer=offer, person_id=actor.actor_id))


def withdraw(*, actor: Actor, offer: Offer) -> None:
    """Take it back."""
    require(actor, "adoptions.withdraw_offer", offer)
    write_status(offer=offer, move="withdraw")
    close_case(offer=offer)
    publish(OfferWithdrawn(actor=actor, offer=offer))


def join(*, actor: Actor, offer: Offer, organisation: Organisation | None = None) -> None:
    """Be in on it, for oneself or for another organisation."""
    require(actor, "adoptions.join", offer)
    if organisation is not None:
        require(actor, "organisations.act_for", organisation)
    assert actor.actor_id is not None
    lock(offer)
    require(actor, "adoptions.join", offer)
    db.session.expire(offer, ["supporters"])
    organisation_id = organisation.id if organisation else None
    if queries.supporter(offer, actor.actor_id, organisation_id) is not None:
        raise RuleViolation(IN_ALREADY)
    joined = OfferSupporter(offer_id=offer.id, person_id=actor.actor_id, organisation_id=organisation_id)
    db.session.add(joined)
    _flushed(offer)
    publish(OfferJoined(actor=actor, offer=offer))


def leave(*, actor: Actor, offer: Offer) -> None:
    """Be out of it again, with every organisation for which one has joined."""
    require(actor, "adoptions.leave", offer)
    mine = (OfferSupporter.offer_id == offer.id, OfferSupporter.person_id == actor.actor_id)
    db.session.execute(delete(OfferSupporter).where(*mine))
    _flushed(offer)
    publish(OfferLeft(actor=actor, offer=offer))


def _flushed(offer: Offer) -> None:
    db.session.flush()
    db.session.expire(offer, ["supporters"])


def _write(actor: Actor, offer: Offer, body: str) -> None:
    """Its words; what somebody has to look at first is read by staff alone, who decide about it anyway."""
    if not body.strip():
        raise RuleViolation(WITHOUT_WORDS)
    author = db.session.get_one(Person, actor.actor_id)
    reason = None if actor.is_staff else cases.reason_to_hold(author=author, texts=[body])
    if reason is HoldReason.CPR:
        raise RuleViolation(HAS_CPR)
    offer.body, offer.held_reason = body.strip(), reason
