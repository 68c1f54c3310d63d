"""Correcting a published answer: every version is kept, and the promise that it made stays."""

from datetime import datetime

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.events import AnswerCorrected
from participation.ideas.models import Answer, AnswerVersion, Idea
from participation.ideas.queries import answers as queries
from participation.ideas.services.answers import AnswerText

SAID = tuple(AnswerText.__dataclass_fields__)


def correct_answer(*, actor: Actor, idea: Idea, answer: Answer, text: AnswerText, seen_version: int) -> None:
    """Let an answer say something else, visibly; verdict, reason, promise and moment of the answer stay.

    `seen_version` is how many versions there were when its form was shown; RuleViolation when nothing is new.
    """
    require(actor, "ideas.correct_answer", idea)
    known = queries.versions_of_answer(answer)
    if seen_version != len(known):
        raise StaleVersion(N_("A colleague was faster. Look at the idea again."))
    if text == text_of(answer=answer):
        raise RuleViolation(N_("Nothing has been changed yet."))
    if not known:
        _keep(answer, 1, answer.actor_id, answer.created_at)
    for name in SAID:
        setattr(answer, name, getattr(text, name))
    answer.corrected_at = now()
    _keep(answer, max(len(known), 1) + 1, actor.actor_id, answer.corrected_at)
    db.session.flush()
    publish(AnswerCorrected(actor=actor, idea=idea, answer=answer))


def text_of(*, answer: Answer) -> AnswerText:
    """What the answer says now."""
    return AnswerText(**{name: getattr(answer, name) for name in SAID})


def _keep(answer: Answer, number: int, actor_id: int | None, moment: datetime) -> None:
    words = {name: getattr(answer, name) for name in SAID}
    version = AnswerVersion(answer_id=answer.id, number=number, actor_id=actor_id, created_at=moment, **words)
    db.session.add(version)
