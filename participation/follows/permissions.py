"""Who may follow."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.ideas.models import Idea


@permission("follows.follow")
def may_follow(actor: Actor, idea: Idea) -> bool:
    return actor.actor_id is not None and idea.published_at is not None and not idea.is_hidden


@permission("follows.unfollow")
def may_unfollow(actor: Actor, idea: Idea) -> bool:
    return actor.actor_id is not None
