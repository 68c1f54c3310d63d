"""The templates of answers that a municipality starts with."""

from collections.abc import Mapping, Sequence

from sqlalchemy import exists, select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.triage.models import AnswerTemplate


def add_templates(*, actor: Actor, answers: Sequence[Mapping[str, str]]) -> int:
    """Make them where there is no template at all, so that none comes back that staff has named anew."""
    require(actor, "municipalities.create")
    if db.session.scalar(select(exists(select(AnswerTemplate.id)))):
        return 0
    db.session.add_all(AnswerTemplate(**answer) for answer in answers)
    db.session.flush()
    return len(answers)
