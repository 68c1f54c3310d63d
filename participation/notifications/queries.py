"""What a person has not read yet."""

from sqlalchemy import func, select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.notifications.models import Notification


def unread_count(actor: Actor) -> int:
    """How many messages the person has not opened."""
    statement = select(func.count()).where(
        Notification.person_id == actor.actor_id, Notification.is_read.is_(False)
    )
    return db.session.scalar(statement) or 0
