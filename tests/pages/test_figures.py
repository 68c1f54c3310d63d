"""Do we answer in time: by quarter, silence as a broken promise, and small groups together."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from participation.extensions import db
from participation.foundation.clock import end_of_day, now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import AnswerKind, IdeaMove
from participation.ideas.queries.figures import Counted, counted_by, refusals_by
from participation.pages.figures import _refusals, quarter_starts
from tests.factories.ideas import AnswerFactory, IdeaFactory

START = datetime(2031, 1, 1, tzinfo=UTC)
SECOND = datetime(2031, 4, 1, tzinfo=UTC)
NOW = datetime(2031, 5, 1, tzinfo=UTC)


def answered(at: datetime, days: int | None, kind: AnswerKind = AnswerKind.YES, **more: Any) -> None:
    AnswerFactory(created_at=at, waited_days=days, kind=kind, is_kept=more.get("is_kept"))


@pytest.mark.usefixtures("municipality")
@pytest.mark.parametrize("waits", [[4], [1, 9], [3, 1, 2], [5, 5, 1, 30], [0, 0, 7, 7, 8, 100]])
def test_median_is_the_statistical_one(waits: list[int]) -> None:
    for days in waits:
        answered(START, days)
        answered(SECOND, 1000)
    assert counted_by([START, SECOND], NOW)[0].median_days == median(waits)


@pytest.mark.usefixtures("municipality")
def test_periods_are_counted_apart_and_interim_answers_keep_promises_only() -> None:
    answered(START, 10, AnswerKind.YES, is_kept=True)
    answered(START, 10, AnswerKind.NO, is_kept=False)
    answered(SECOND, 5, AnswerKind.INTERIM, is_kept=True)
    answered(SECOND, 5, AnswerKind.GIVEN_UP, is_kept=True)
    first, second = counted_by([START, SECOND], NOW)
    assert first == Counted(answered=2, yes=1, promised=2, kept=1, median_days=10)
    assert second == Counted(promised=1, kept=1)


@pytest.mark.usefixtures("municipality")
def test_silence_is_a_broken_promise_of_the_quarter_in_which_it_fell() -> None:
    for due in (START, SECOND, NOW + timedelta(days=1)):
        IdeaFactory(answer_due_at=due)
    IdeaFactory(answer_due_at=SECOND, status=IdeaStatus.ACCEPTED)
    assert [each.promised for each in counted_by([START, SECOND], NOW)] == [1, 1]


@pytest.mark.usefixtures("municipality")
def test_refusals_are_counted_by_reason() -> None:
    idea = IdeaFactory()
    status = {"from_status": IdeaStatus.PUBLISHED, "to_status": IdeaStatus.DECLINED}
    for at in (START, SECOND, SECOND):
        db.session.add(IdeaMove(idea_id=idea.id, name="decline", reason_code="money", at=at, **status))
    db.session.flush()
    assert refusals_by([START, SECOND]) == [{"money": 1}, {"money": 2}]


def test_a_reason_given_to_few_is_not_counted_by_itself(app: Any) -> None:
    with app.test_request_context("/vallensbaek/"):
        assert _refusals({"money": 5, "tone": 1}, {"money": "Penge"}) == [
            ("5", "Penge"),
            ("færre end 3", "Andre begrundelser"),
        ]
        assert _refusals({"a": 2, "b": 2}, {}) == [("4", "Andre begrundelser")]


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 12))
def test_quarters_follow_upon_each_other(day: date, count: int) -> None:
    starts = quarter_starts(day, count)
    assert len(starts) == count and starts[-1] <= day < quarter_starts(day + timedelta(days=93), 1)[0]
    assert {start.day for start in starts} == {1} and {start.month % 3 for start in starts} == {1}
    assert all(89 < (late - early).days < 93 for early, late in pairwise(starts))


@pytest.mark.parametrize(
    ("path", "words"), [("/vallensbaek", "4. kvartal 2031"), ("/en/vallensbaek", "Quarter 4, 2031")]
)
def test_page_has_the_quarters_in_a_table(client: Any, path: str, words: str) -> None:
    with time_machine.travel(datetime(2031, 11, 22, 12, tzinfo=UTC), tick=False):
        AnswerFactory(waited_days=12, is_kept=True, created_at=now())
        page = client.get(f"{path}/svarer-vi-til-tiden").text
    assert words in page
    assert "<table" in page and "12 da" in page


def test_the_year_is_said_in_a_sentence(client: Any) -> None:
    AnswerFactory(waited_days=1, is_kept=True, was_promised_at=end_of_day(today()))
    page = client.get("/vallensbaek/svarer-vi-til-tiden").text
    assert "I år har vi svaret på 1 idé. Den typiske ventetid var 1 dag, og vi holdt 100 % af vores" in page
