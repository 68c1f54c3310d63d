"""Who may support."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.ideas.models import Idea


@permission("votes.support")
def may_support(actor: Actor, idea: Idea) -> bool:
    return actor.actor_id is not None and idea.meaning.takes_votes and not idea.is_hidden


@permission("votes.withdraw")
def may_withdraw(actor: Actor, idea: Idea) -> bool:
    return actor.actor_id is not None and not idea.is_hidden


@permission("votes.renew")
def may_renew(actor: Actor, idea: Idea) -> bool:
    """Whose support is of the period before says whether it stands in this one."""
    return may_support(actor, idea) and idea.carried_at is not None


@permission("votes.renew_all")
def may_renew_all(actor: Actor) -> bool:
    return actor.actor_id is not None
