"""Who works at the desk."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("triage.work")
def may_work(actor: Actor) -> bool:
    return actor.is_staff
