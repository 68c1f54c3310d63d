"""Drafts of answers: kept for their writer, and dropped when sent or old."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.tenancy import current_municipality_id
from participation.ideas.models import Idea
from participation.triage.models import AnswerDraft

KEPT_FOR = timedelta(days=90)


def keep_draft(*, actor: Actor, idea: Idea, act: str, fields: Mapping[str, str]) -> None:
    """Store what was written so far; the latest counts."""
    require(actor, "triage.work")
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    key = {"idea_id": idea.id, "act": act, "actor_id": actor.actor_id}
    said = {"fields": dict(fields), "saved_at": now()}
    row = dialect.insert(AnswerDraft).values(municipality_id=current_municipality_id(), **key, **said)
    db.session.execute(row.on_conflict_do_update(index_elements=list(key), set_=said))


def drop_draft(*, actor: Actor, idea: Idea, act: str) -> None:
    """It has been sent, or is not wanted."""
    require(actor, "triage.work")
    own = (AnswerDraft.idea_id == idea.id, AnswerDraft.actor_id == actor.actor_id, AnswerDraft.act == act)
    db.session.execute(delete(AnswerDraft).where(*own))


def forget_old_drafts() -> None:
    """What nobody went on with."""
    db.session.execute(delete(AnswerDraft).where(AnswerDraft.saved_at < now() - KEPT_FOR))
