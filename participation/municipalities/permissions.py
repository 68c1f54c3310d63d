"""Who may decide about a municipality's settings, texts and reasons."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("municipalities.create")
def create(actor: Actor) -> bool:
    """Only the operator, from the command line, where the system acts."""
    return False


@permission("municipalities.brake")
def brake(actor: Actor) -> bool:
    """Whoever is at the desk when it happens: it harms nobody for long, and the log tells who did it."""
    return actor.is_staff


@permission("municipalities.configure")
def configure(actor: Actor) -> bool:
    return actor.is_administrator
