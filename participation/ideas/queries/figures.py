"""Do we answer in time: the answers, refusals and open promises that the public figures count."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.clock import local_date
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Answer, AnswerKind, Idea, IdeaMove
from participation.ideas.queries import is_public

AWAITING_ANSWER = IDEAS.statuses_where("awaits_answer")
REFUSALS = ("refuse", "decline")
SAYS_YES = frozenset({AnswerKind.YES, AnswerKind.UNDER_WAY})


@dataclass(frozen=True)
class AnswerFact:
    """When an answer was promised and given, and what it said; `days` is from publication on."""

    promised_at: datetime | None
    answered_at: datetime
    published_at: datetime | None
    is_final: bool
    is_yes: bool

    @property
    def days(self) -> int | None:
        """Calendar days that the author waited."""
        if self.published_at is None:
            return None
        return (local_date(self.answered_at) - local_date(self.published_at)).days


def answers_since(moment: datetime) -> list[AnswerFact]:
    """The answers given from a moment on, with their promises; giving up later is no answer to a promise."""
    statement = (
        select(Answer.was_promised_at, Answer.created_at, Idea.published_at, Answer.kind)
        .join(Idea, Idea.id == Answer.idea_id)
        .where(Answer.created_at >= moment, Answer.kind != AnswerKind.GIVEN_UP)
    )
    return [
        AnswerFact(row[0], row[1], row[2], row[3] is not AnswerKind.INTERIM, row[3] in SAYS_YES)
        for row in db.session.execute(statement)
    ]


def refusals_since(moment: datetime) -> list[tuple[str, datetime]]:
    """The reason and moment of every idea that was not published or does not go forward."""
    statement = select(IdeaMove.reason_code, IdeaMove.at).where(
        IdeaMove.at >= moment,
        IdeaMove.name.in_(REFUSALS),
        IdeaMove.reason_code.is_not(None),
        IdeaMove.undone_at.is_(None),
    )
    return [(row[0] or "", row[1]) for row in db.session.execute(statement)]


def waiting_and_overdue(moment: datetime) -> tuple[int, list[datetime]]:
    """How many public ideas wait for an answer, and the promises that were broken by then."""
    waiting = select(Idea.answer_due_at).where(is_public(), Idea.status.in_(sorted(AWAITING_ANSWER)))
    promises = list(db.session.scalars(waiting))
    return len(promises), [due for due in promises if due is not None and due < moment]
