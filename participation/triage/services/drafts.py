"""Drafts of answers: kept for their writer, and dropped when sent or old."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.triage.models import AnswerDraft

KEPT_FOR = timedelta(days=90)


def keep_draft(*, actor: Actor, idea: Idea, act: str, fields: Mapping[str, str]) -> None:
    """Store what was written so far; the latest counts."""
    require(actor, "triage.work")
    assert actor.actor_id is not None
    draft = AnswerDraft(
        idea_id=idea.id, act=act, actor_id=actor.actor_id, fields=dict(fields), saved_at=now()
    )
    db.session.merge(draft)
    db.session.flush()


def drop_draft(*, actor: Actor, idea: Idea, act: str) -> None:
    """It has been sent, or is not wanted."""
    require(actor, "triage.work")
    own = (AnswerDraft.idea_id == idea.id, AnswerDraft.actor_id == actor.actor_id, AnswerDraft.act == act)
    db.session.execute(delete(AnswerDraft).where(*own))


def forget_old_drafts() -> None:
    """What nobody went on with."""
    db.session.execute(delete(AnswerDraft).where(AnswerDraft.saved_at < now() - KEPT_FOR))
