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
