"""Who may store a file; who is shown one is asked of what it belongs to (see queries)."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("files.store", writes=True)
def may_store(actor: Actor) -> bool:
    return actor.actor_id is not None
