"""Do we answer in time: counted by the database, a period at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from participation.extensions import db
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Answer, AnswerKind, Idea, IdeaMove
from participation.ideas.queries import is_public

AWAITING_ANSWER = IDEAS.statuses_where("awaits_answer")
REFUSALS = ("refuse", "decline")
SAYS_YES = frozenset({AnswerKind.YES, AnswerKind.UNDER_WAY})
# Giving up later is no answer to a promise.
NO_ANSWER = AnswerKind.GIVEN_UP


@dataclass(frozen=True)
class Counted:
    """What was done in one period.

    `answered` are final answers, `promised` all answers to a promise with the broken promises that nobody
    has answered yet, `median_days` is none where nobody waited.
    """

    answered: int = 0
    yes: int = 0
    promised: int = 0
    kept: int = 0
    median_days: float | None = None

    @property
    def no(self) -> int:
        return self.answered - self.yes


def counted_by(starts: Sequence[datetime], now: datetime) -> list[Counted]:
    """The counts of each period, from its start to the next one's, the last to `now`; `starts` rise."""
    answers, overdue, medians = _answers(starts), _overdue(starts, now), _medians(starts)
    return [
        Counted(
            **_with_overdue(answers.get(number, {}), overdue.get(number, 0)), median_days=medians.get(number)
        )
        for number in range(len(starts))
    ]


def _with_overdue(counts: dict[str, int], overdue: int) -> dict[str, int]:
    """A promise that is over and not answered counts as broken, so that silence does not look good."""
    return {**counts, "promised": counts.get("promised", 0) + overdue}


def _period(moment: InstrumentedAttribute[Any], starts: Sequence[datetime]) -> ColumnElement[int]:
    """The number of the period that a moment falls in."""
    numbered = reversed(list(enumerate(starts)))
    return case(*((moment >= start, literal(number, Integer)) for number, start in numbered))


def _answers(starts: Sequence[datetime]) -> dict[int, dict[str, int]]:
    final = Answer.kind != AnswerKind.INTERIM
    counts = {
        "answered": func.count().filter(final),
        "yes": func.count().filter(Answer.kind.in_(sorted(SAYS_YES))),
        "promised": func.count(Answer.is_kept),
        "kept": func.count().filter(Answer.is_kept.is_(True)),
    }
    period = _period(Answer.created_at, starts).label("period")
    statement = select(period, *(count.label(name) for name, count in counts.items())).where(*_given(starts))
    rows = db.session.execute(statement.group_by(period)).mappings()
    return {row["period"]: {name: row[name] for name in counts} for row in rows}


def _given(starts: Sequence[datetime]) -> tuple[ColumnElement[bool], ...]:
    return Answer.created_at >= starts[0], Answer.kind != NO_ANSWER


def _medians(starts: Sequence[datetime]) -> dict[int, float]:
    """The middle of the waiting times: of an even number, half-way between the two in the middle."""
    period = _period(Answer.created_at, starts)
    ranked = (
        select(
            period.label("period"),
            Answer.waited_days.label("days"),
            func.row_number().over(partition_by=period, order_by=Answer.waited_days).label("place"),
            func.count().over(partition_by=period).label("number"),
        )
        .where(*_given(starts), Answer.kind != AnswerKind.INTERIM, Answer.waited_days.is_not(None))
        .subquery()
    )
    c = ranked.c
    is_middle = and_(2 * c.place >= c.number, 2 * c.place <= c.number + 2)
    rows = db.session.execute(select(c.period, func.avg(c.days)).where(is_middle).group_by(c.period))
    return {row[0]: float(row[1]) for row in rows}


def _overdue(starts: Sequence[datetime], now: datetime) -> dict[int, int]:
    """Promises that fell in each period and are still broken."""
    period = _period(Idea.answer_due_at, starts).label("period")
    counted = select(period, func.count()).where(
        *_waiting(), Idea.answer_due_at >= starts[0], Idea.answer_due_at < now
    )
    return {row[0]: row[1] for row in db.session.execute(counted.group_by(period))}


def _waiting() -> tuple[ColumnElement[bool], ...]:
    return is_public(), Idea.status.in_(sorted(AWAITING_ANSWER))


def refusals_by(starts: Sequence[datetime]) -> list[dict[str, int]]:
    """For each period how many ideas were not published or do not go forward, by the reason's code."""
    period = _period(IdeaMove.at, starts).label("period")
    statement = (
        select(period, IdeaMove.reason_code, func.count())
        .where(IdeaMove.at >= starts[0], IdeaMove.name.in_(REFUSALS), IdeaMove.reason_code.is_not(None))
        .where(IdeaMove.undone_at.is_(None))
        .group_by(period, IdeaMove.reason_code)
    )
    found: list[dict[str, int]] = [{} for _ in starts]
    for number, code, count in db.session.execute(statement):
        found[number][str(code)] = count
    return found


def waiting_and_overdue(moment: datetime) -> tuple[int, int]:
    """How many public ideas wait for an answer, and how many of them longer than was promised."""
    late = func.count().filter(Idea.answer_due_at < moment)
    row = db.session.execute(select(func.count(), late).select_from(Idea).where(*_waiting())).one()
    return row[0], row[1]
