"""What a person follows."""

from sqlalchemy import select

from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.actors import Actor
from participation.ideas.models import Idea


def is_following(actor: Actor, idea: Idea) -> bool:
    """Whether the actor follows the idea."""
    if actor.actor_id is None:
        return False
    mine = select(Follow.idea_id).where(Follow.idea_id == idea.id, Follow.person_id == actor.actor_id)
    return db.session.scalar(mine) is not None
