"""What authors say about a merging, and links between ideas that are related but not the same."""

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import rules
from participation.ideas.events import AuthorsAgreed, IdeasLinked, IdeasUnlinked, MergeObjected
from participation.ideas.models import Idea, IdeaLink, Merge
from participation.ideas.queries import merging


def object_to(*, actor: Actor, merge: Merge, words: str) -> None:
    """Say why a planned merging should not be; it waits for a moderator from then on."""
    require(actor, "ideas.object", merge)
    side = merge.side_of(actor.actor_id)
    setattr(merge, f"{side}_objection", words)
    db.session.flush()
    publish(MergeObjected(actor=actor, idea=getattr(merge, str(side)), merge=merge))


def stand_together(*, actor: Actor, merge: Merge, agrees: bool) -> None:
    """Say whether both shall stand as authors; they do once both want it, and until one does not."""
    require(actor, "ideas.stand_together", merge)
    setattr(merge, f"{merge.side_of(actor.actor_id)}_agrees", agrees)
    db.session.flush()
    publish(AuthorsAgreed(actor=actor, idea=merge.target, merge=merge, agrees=agrees))


def link(*, actor: Actor, idea: Idea, other: Idea) -> None:
    """Let two ideas refer to each other; doing it twice is harmless."""
    require(actor, "ideas.link", idea)
    require(actor, "ideas.link", other)
    if idea.id == other.id:
        raise RuleViolation(N_("Choose another idea than this one."))
    if merging.link_between({idea.id, other.id}) is not None:
        return
    lower, higher = sorted((idea.id, other.id))
    db.session.add(IdeaLink(lower_id=lower, higher_id=higher))
    db.session.flush()
    publish(IdeasLinked(actor=actor, idea=idea, other=other))


def unlink(*, actor: Actor, idea: Idea, other: Idea) -> None:
    """Let them refer to each other no more; whatever has become of either."""
    require(actor, "ideas.unlink", idea)
    found = merging.link_between({idea.id, other.id})
    if found is None:
        return
    db.session.delete(found)
    db.session.flush()
    publish(IdeasUnlinked(actor=actor, idea=idea, other=other))


def check_mergeable(*, source: Idea, target: Idea) -> None:
    """Raise RuleViolation where the two cannot be made one, with what could be done instead."""
    message = rules.why_not_merged(source, target)
    if message:
        raise RuleViolation(message, source=source.title, target=target.title)


def check_separable(*, merge: Merge) -> None:
    """Raise RuleViolation where a merging cannot be undone now, with what comes first."""
    message = rules.why_not_separated(merge)
    if message:
        other = merging.where_it_lives(merge.target)
        raise RuleViolation(message, target=merge.target.title, other=other.title)
