"""Holding ideas back that were there already, and letting them appear again, many at a time."""

from participation.cases import services as cases
from participation.cases.lifecycle import HoldReason
from participation.extensions import db, lock
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.ideas.services.moves import settle
from participation.ideas.services.versions import IdeaText
from participation.ideas.services.writing import publish_unseen


def hold_back(*, idea: Idea, reason: HoldReason) -> bool:
    """Have somebody look first, also where everybody could see it; whether there was anything to hold.

    It is out of sight like something hidden, and nobody is said to have broken a rule.
    """
    lock(idea)
    if idea.held_reason is not None or idea.is_hidden or idea.meaning.awaits_author:
        return False
    idea.held_reason = reason
    if not idea.meaning.is_withheld:
        idea.hidden_at = now()
    settle(idea=idea)
    return True


def bring_back(*, idea: Idea) -> None:
    """What was held is where it would have been, unless there is another reason to look at it."""
    lock(idea)
    text = IdeaText.of(idea)
    idea.held_reason = None
    if idea.meaning.awaits_review:
        texts = [text.title, text.body, text.place]
        idea.held_reason = cases.reason_to_hold(author=idea.author, texts=texts)
        publish_unseen(idea=idea)
    else:
        idea.hidden_at = None
    settle(idea=idea)
    db.session.flush()
