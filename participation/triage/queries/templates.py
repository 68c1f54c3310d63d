"""Templates of answers, drafts, and what answers have said before."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.models import Answer, Idea
from participation.municipalities.models import Reason
from participation.triage.models import AnswerDraft, AnswerTemplate

MOST_DEPARTMENTS = 30


def all_templates() -> list[AnswerTemplate]:
    """Every template by title, also the retired."""
    order = select(AnswerTemplate).order_by(AnswerTemplate.title, AnswerTemplate.id)
    return list(db.session.scalars(order))


def templates_for(act: str) -> list[tuple[AnswerTemplate, Reason | None]]:
    """The templates that can be chosen for an act, each with its reason."""
    fitting = (
        select(AnswerTemplate, Reason)
        .outerjoin(Reason, Reason.code == AnswerTemplate.reason_code)
        .where(AnswerTemplate.is_active, AnswerTemplate.act.in_(["", act]))
        .order_by(AnswerTemplate.title, AnswerTemplate.id)
    )
    return [(template, reason) for template, reason in db.session.execute(fitting)]


def template(template_id: int) -> AnswerTemplate | None:
    """One template."""
    return db.session.scalar(select(AnswerTemplate).where(AnswerTemplate.id == template_id))


def same_template(words: Mapping[str, Any]) -> AnswerTemplate | None:
    """The oldest template with exactly these words and choices."""
    same = select(AnswerTemplate).filter_by(**words).order_by(AnswerTemplate.id).limit(1)
    return db.session.scalar(same)


def draft_of(actor: Actor, idea: Idea, act: str) -> AnswerDraft | None:
    """What the actor has written for an act and not sent."""
    own = _drafts(actor, idea).where(AnswerDraft.act == act)
    return db.session.scalar(own)


def drafts_of(actor: Actor, idea: Idea) -> list[AnswerDraft]:
    """The actor's drafts about an idea, the latest first."""
    return list(db.session.scalars(_drafts(actor, idea).order_by(AnswerDraft.saved_at.desc())))


def _drafts(actor: Actor, idea: Idea) -> Select[AnswerDraft]:
    return select(AnswerDraft).where(AnswerDraft.idea_id == idea.id, AnswerDraft.actor_id == actor.actor_id)


def departments() -> list[str]:
    """The departments that have answered, the latest first."""
    latest = func.max(Answer.id)
    named = select(Answer.department).group_by(Answer.department).order_by(latest.desc())
    return list(db.session.scalars(named.limit(MOST_DEPARTMENTS)))
