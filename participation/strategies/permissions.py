"""Who may bring in a strategy, and who may show it to everybody."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("strategies.load")
def load(actor: Actor) -> bool:
    return actor.is_administrator


@permission("strategies.publish")
def publish(actor: Actor) -> bool:
    return actor.is_administrator


@permission("strategies.edit")
def edit(actor: Actor) -> bool:
    return actor.is_administrator


@permission("strategies.define_indicator")
def define_indicator(actor: Actor) -> bool:
    return actor.is_administrator


@permission("strategies.measure")
def measure(actor: Actor) -> bool:
    return actor.is_staff
