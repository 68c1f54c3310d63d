"""What a person follows."""

from typing import Any

from sqlalchemy import ColumnElement, exists, select

from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.ideas.queries.merging import family


def is_following(actor: Actor, idea: Idea) -> bool:
    """Whether the actor follows the idea, or one that lives on in it."""
    if actor.actor_id is None:
        return False
    mine = select(Follow.idea_id).where(
        Follow.idea_id.in_(family(idea.id)), Follow.person_id == actor.actor_id
    )
    return db.session.scalar(mine.limit(1)) is not None


def followed_by(person_id: Any, idea_id: Any) -> ColumnElement[bool]:
    """Whether a person follows the idea itself, as a condition."""
    return exists().where(Follow.person_id == person_id, Follow.idea_id == idea_id)
