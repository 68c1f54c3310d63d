"""Looking at an idea that was published unseen."""

from participation.extensions import lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.events import IdeaReviewConfirmed
from participation.ideas.models import Idea
from participation.ideas.services.moves import settle


def confirm_review(*, actor: Actor, idea: Idea, seen_version: int | None = None) -> None:
    """Somebody has looked at a published idea, and it stays: the answer is what waits now."""
    require(actor, "ideas.confirm_review", idea)
    lock(idea)
    if seen_version not in (None, idea.version):
        raise StaleVersion(N_("A colleague was faster. Look at the idea again."))
    idea.reviewed_at = now()
    settle(idea=idea)
    publish(IdeaReviewConfirmed(idea=idea, actor=actor))
