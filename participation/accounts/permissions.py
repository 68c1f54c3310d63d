"""Who may change an account, and who may give roles."""

from participation.accounts.models import Person
from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("accounts.edit")
def edit(actor: Actor, person: Person) -> bool:
    return actor.actor_id == person.id and person.is_active


@permission("accounts.name", writes=True)
def name(actor: Actor, person: Person) -> bool:
    return edit(actor, person)


@permission("accounts.grant_roles")
def grant_roles(actor: Actor) -> bool:
    return actor.is_administrator
