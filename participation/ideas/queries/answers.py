"""One official answer, and what corrected answers said before."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from participation.extensions import db
from participation.ideas.models import Answer, AnswerVersion


def answer(answer_id: int) -> Answer | None:
    """The answer with that number; ask for its idea by `ideas.queries.find` before showing it."""
    return db.session.scalar(select(Answer).where(Answer.id == answer_id))


def versions_of_answer(answer: Answer) -> list[AnswerVersion]:
    """What the answer has said, oldest first; empty for one that was never corrected."""
    return versions_of([answer])[answer.id]


def versions_of(answers: Iterable[Answer]) -> dict[int, list[AnswerVersion]]:
    """The versions of several answers by their number; nothing is asked when none was corrected."""
    corrected = [answer.id for answer in answers if answer.corrected_at is not None]
    found: dict[int, list[AnswerVersion]] = defaultdict(list)
    if corrected:
        order = select(AnswerVersion).order_by(AnswerVersion.answer_id, AnswerVersion.number)
        for version in db.session.scalars(order.where(AnswerVersion.answer_id.in_(corrected))):
            found[version.answer_id].append(version)
    return found
