"""Who may give roles."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("accounts.grant_roles")
def grant_roles(actor: Actor) -> bool:
    return actor.is_administrator
