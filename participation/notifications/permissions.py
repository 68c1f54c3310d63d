"""Who may open messages and choose mails: everybody their own."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.notifications.models import Notification


@permission("notifications.open")
def may_open(actor: Actor, notification: Notification) -> bool:
    return actor.actor_id is not None and actor.actor_id == notification.person_id


@permission("notifications.choose")
def may_choose(actor: Actor) -> bool:
    return actor.actor_id is not None
