"""Official answers: written once, kept for ever; an interim one makes a new promise."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm.attributes import flag_modified

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import rules
from participation.ideas.events import IdeaAnsweredForNow
from participation.ideas.models import Answer, AnswerKind, DecidedBy, Idea
from participation.ideas.services.undoing import remembered


@dataclass(frozen=True)
class AnswerText:
    """What an answer says: what we do, why, what happens now; who decided, and when."""

    doing: str
    department: str
    why: str = ""
    next_steps: str = ""
    signed_by: str = ""
    decided_by: DecidedBy = DecidedBy.ADMINISTRATION
    decided_on: date = field(default_factory=today)
    agenda_url: str = ""


def add_answer(
    *,
    actor: Actor,
    idea: Idea,
    kind: AnswerKind,
    text: AnswerText,
    reason_code: str | None = None,
    until: date | None = None,
) -> Answer:
    """Store an answer as part of a move or of an interim answer, which has asked for the permission."""
    moment = now()
    answer = Answer(
        idea_id=idea.id,
        kind=kind,
        **vars(text),
        reason_code=reason_code,
        was_promised_at=idea.answer_due_at,
        promised_at=end_of_day(until) if until else None,
        waited_days=rules.waited_days(idea.published_at, moment),
        is_kept=rules.is_kept(idea.answer_due_at, moment) if idea.answer_due_at else None,
        actor_id=actor.actor_id,
        created_at=moment,
    )
    db.session.add(answer)
    return answer


def answer_for_now(
    *,
    actor: Actor,
    idea: Idea,
    text: AnswerText,
    until: date,
    seen_version: int | None = None,
    told_from: datetime | None = None,
) -> Answer:
    """Keep the first promise with an interim answer that promises a new day, `until`, which lies ahead."""
    require(actor, "ideas.answer_for_now", idea)
    if seen_version is not None and seen_version != idea.version:
        raise StaleVersion(N_("A colleague was faster. Look at the idea again."))
    if not rules.is_future(until, today()):
        raise RuleViolation(N_("The new promise must be a day ahead."))
    before = remembered(idea=idea)
    answer = add_answer(actor=actor, idea=idea, kind=AnswerKind.INTERIM, text=text, until=until)
    answer.before, answer.told_from = before, told_from
    _promise(idea, until)
    answer.left_version = idea.version
    publish(IdeaAnsweredForNow(idea=idea, answer=answer, actor=actor))
    return answer


def _promise(idea: Idea, until: date) -> None:
    """The new day counts from now on, and somebody has looked at the idea."""
    idea.answer_due_at = end_of_day(until)
    idea.support_closes_at = max(idea.support_closes_at or end_of_day(until), end_of_day(until))
    idea.reviewed_at = idea.reviewed_at or now()
    idea.promised_at, idea.changed_at = rules.next_promise(idea), now()
    # Also where the day stays the same it is another version: whoever takes something back sees which.
    flag_modified(idea, "changed_at")
    if idea.case is not None:
        idea.case.due_at = idea.promised_at
    db.session.flush()
