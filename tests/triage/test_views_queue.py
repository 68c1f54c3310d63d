"""The queue and the case."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event

from participation.accounts.models import Person
from participation.cases.models import CaseKind
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from tests.factories.strategies import GoalFactory
from tests.triage.conftest import idea_at, waiting

QUEUE = "/vallensbaek/opgaver/"


@contextmanager
def counted(connection: Connection) -> Iterator[list[str]]:
    """The statements that run inside the block."""
    statements: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(connection, "before_cursor_execute", note)


def titles_in_order(text: str, *ideas: Idea) -> bool:
    table = text[text.index('<ol class="queue') :]
    places = [table.index(idea.title) for idea in ideas]
    return places == sorted(places)


def test_nearest_promise_first(desk: Any) -> None:
    soon, late, later = waiting(1), waiting(-2), waiting(9)
    page = desk.get(QUEUE)
    assert titles_in_order(page.text, late, soon, later)
    assert "2 dage over" in page.text
    assert f"/opgaver/sager/{late.case_id}/tag" in page.text.split('<ol class="queue')[0]


def test_says_what_today_asks(desk: Any) -> None:
    assert "I dag" not in desk.get(QUEUE).text
    for days in (0, -1, 5):
        waiting(days)
    assert "I dag: 2 opgaver. 1 er over tiden." in desk.get(QUEUE).text
    assert "Today: 2 tasks. 1 is overdue." in desk.get(f"/en{QUEUE}").text


def test_decided_and_hidden_ideas_do_not_wait(desk: Any) -> None:
    decided = idea_at(IdeaStatus.ACCEPTED)
    assert decided.title not in desk.get(QUEUE).text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=review", "review"),
        ("owner=mine", "mine"),
        ("owner=nobody&kind=answer", "late"),
        ("overdue=1", "late"),
    ],
)
def test_filters(desk: Any, moderator: Person, query: str, expected: str) -> None:
    cases = {"review": waiting(2, CaseKind.REVIEW), "mine": waiting(3), "late": waiting(-1)}
    assert cases["mine"].case is not None
    cases["mine"].case.owner_id = moderator.id
    text = desk.get(f"{QUEUE}?{query}").text
    table = text[text.index('<ol class="queue') :]
    assert [name for name, idea in cases.items() if idea.title in table] == [expected]


def test_pages_by_cursor(desk: Any) -> None:
    ideas = [waiting(days) for days in range(25)]
    first = desk.get(QUEUE).text
    cursor = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = desk.get(cursor).text
    assert ideas[19].title in first
    assert titles_in_order(second, *ideas[20:])


def test_as_many_statements_for_twenty_as_for_one(desk: Any, connection: Connection) -> None:
    waiting(1, goal_id=GoalFactory().id)
    desk.get(QUEUE)
    with counted(connection) as for_one:
        desk.get(QUEUE)
    for days in range(19):
        waiting(days, goal_id=GoalFactory().id)
    with counted(connection) as for_twenty:
        desk.get(QUEUE)
    assert len(for_one) == len(for_twenty)


@pytest.mark.parametrize("status", [each for each in IdeaStatus if each is not IdeaStatus.DRAFT])
def test_case_of_every_status_opens(desk: Any, status: IdeaStatus) -> None:
    other = idea_at(IdeaStatus.PUBLISHED)
    more = {"merged_into_id": other.id} if status is IdeaStatus.MERGED else {}
    idea = idea_at(status, **more)
    page = desk.get(f"{QUEUE}{idea.id}")
    assert page.status_code == 200
    assert idea.title in page.text


def test_desk_is_for_staff(citizen: Person, client_of: Callable[[Person], Any]) -> None:
    idea = waiting(1)
    browser = client_of(citizen)
    assert browser.get(QUEUE).status_code == 403
    assert browser.get(f"{QUEUE}{idea.id}").status_code == 403
