"""Who may say what goals become, and who may look at what came over."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.strategies.models import Strategy


@permission("successions.map")
def map_goals(actor: Actor, strategy: Strategy) -> bool:
    """Only before the next strategy is published: afterwards ideas stand where they were carried."""
    return actor.is_administrator and not strategy.meaning.is_public
