"""Closing an idea's discussion and opening it again; what was written stays readable."""

from participation.extensions import lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.ideas.services.moves import settle
from participation.moderation.events import DiscussionClosed, DiscussionOpened
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries.appeals import ended_by
from participation.moderation.services.entries import write_entry

ALREADY_CLOSED = N_("The discussion is closed already.")
ALREADY_OPEN = N_("The discussion is open already.")


def close_discussion(*, actor: Actor, idea: Idea, reason_code: str, sentence: str) -> ModerationEntry:
    """Take no more comments; the thread says why."""
    require(actor, "moderation.close_discussion", idea)
    lock(idea)
    if idea.discussion_closed_at is not None:
        raise RuleViolation(ALREADY_CLOSED)
    idea.discussion_closed_at = now()
    idea.discussion_closed_reason, idea.discussion_closed_sentence = reason_code, sentence
    entry = write_entry(
        actor=actor, act=ModerationAct.CLOSE, subject=idea, reason_code=reason_code, sentence=sentence
    )
    settle(idea=idea)
    publish(DiscussionClosed(actor=actor, idea=idea, entry=entry, person_id=idea.author_id))
    return entry


def open_discussion(*, actor: Actor, idea: Idea, sentence: str, is_appealed: bool = False) -> ModerationEntry:
    """Take comments again, where the idea's status does."""
    require(actor, "moderation.close_discussion", idea)
    lock(idea)
    if idea.discussion_closed_at is None:
        raise RuleViolation(ALREADY_OPEN)
    reason = idea.discussion_closed_reason or ""
    idea.discussion_closed_at = idea.discussion_closed_reason = idea.discussion_closed_sentence = None
    entry = write_entry(
        actor=actor, act=ModerationAct.OPEN, subject=idea, reason_code=reason, sentence=sentence
    )
    settle(idea=idea)
    is_answered = is_appealed or ended_by(entry) is not None
    publish(
        DiscussionOpened(
            actor=actor, idea=idea, entry=entry, person_id=idea.author_id, is_appealed=is_answered
        )
    )
    return entry
