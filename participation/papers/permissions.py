"""Who enters what came on paper, and who claims it."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.ideas.models import Idea
from participation.papers.models import SupportSheet


@permission("papers.enter")
def may_enter(actor: Actor) -> bool:
    return actor.is_staff


@permission("papers.enter_sheet")
def may_enter_sheet(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff and idea.meaning.takes_votes and not idea.is_hidden


@permission("papers.invalidate")
def may_invalidate(actor: Actor, sheet: SupportSheet) -> bool:
    return actor.is_staff and sheet.invalidated_at is None


@permission("papers.claim")
def may_claim(actor: Actor) -> bool:
    return actor.actor_id is not None
