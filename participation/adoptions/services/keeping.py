"""Saying that the municipality carries an idea out itself, and that others may after all."""

from participation.adoptions import queries
from participation.adoptions.events import IdeaKept, IdeaReleased
from participation.adoptions.models import KeptIdea
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea

OFFERED = N_("Somebody has offered to carry the idea out. Answer the offer first.")


def keep(*, actor: Actor, idea: Idea) -> None:
    """The municipality carries it out; nothing happens when that has been said."""
    require(actor, "adoptions.keep", idea)
    lock(idea)
    if db.session.get(KeptIdea, idea.id) is not None:
        return
    if queries.open_offers_of(idea):
        raise RuleViolation(OFFERED)
    db.session.add(KeptIdea(idea_id=idea.id, person_id=actor.actor_id))
    db.session.flush()
    publish(IdeaKept(actor=actor, idea=idea))


def release(*, actor: Actor, idea: Idea) -> None:
    """Others may offer to carry it out."""
    require(actor, "adoptions.keep", idea)
    kept = db.session.get(KeptIdea, idea.id)
    if kept is None:
        return
    db.session.delete(kept)
    db.session.flush()
    publish(IdeaReleased(actor=actor, idea=idea))
