"""Lists of ideas: filters, sorts, pages, and what they cost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.tenancy import municipality_context
from participation.ideas import queries
from participation.ideas.lifecycle import WITHHELD, IdeaStatus
from participation.ideas.queries import IDEAS_LIST, public_ideas
from participation.municipalities.models import Municipality
from participation.search.services import index
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory, ThemeFactory

CountQueries = Callable[[], AbstractContextManager[list[str]]]


def listed(size: int = 20, **arguments: str) -> list[int]:
    return [idea.id for idea in IDEAS_LIST.page(db.session, public_ideas(), arguments, size=size).rows]


@pytest.mark.parametrize("status", sorted(WITHHELD))
def test_what_is_withheld_is_not_listed(status: IdeaStatus, municipality: Municipality) -> None:
    IdeaFactory(status=status, published_at=None)
    assert listed() == []


def test_what_is_hidden_is_not_listed(municipality: Municipality) -> None:
    IdeaFactory(hidden_at=now())
    assert listed() == []


def test_a_withdrawn_idea_is_listed_only_if_it_had_been_published(municipality: Municipality) -> None:
    idea = IdeaFactory(status=IdeaStatus.WITHDRAWN)
    IdeaFactory(status=IdeaStatus.WITHDRAWN, published_at=None)
    assert listed() == [idea.id]


def test_filters(municipality: Municipality) -> None:
    theme = ThemeFactory()
    goal = GoalFactory(theme_id=theme.id, strategy_id=theme.strategy_id)
    placed = IdeaFactory(goal_id=goal.id)
    outside = IdeaFactory(is_outside_strategy=True, status=IdeaStatus.DECLINED)
    assert listed(theme=str(theme.id)) == listed(goal=str(goal.id)) == [placed.id]
    assert listed(goal="outside") == listed(status="declined") == [outside.id]


@pytest.mark.parametrize(
    "arguments", [{"theme": "x"}, {"goal": "9" * 30}, {"status": "draft"}, {"sort": "?"}, {"cursor": "å"}]
)
def test_arguments_without_sense_are_ignored(arguments: dict[str, str], municipality: Municipality) -> None:
    idea = IdeaFactory()
    assert listed(**arguments) == [idea.id]


def test_only_public_text_is_found(municipality: Municipality) -> None:
    public, hidden = IdeaFactory(), IdeaFactory(hidden_at=now())
    for idea in (public, hidden):
        index(subject_id=idea.id, title="Bænke ved stien", texts=())
    assert listed(q="stier") == [public.id]


@pytest.mark.parametrize("sort", IDEAS_LIST.sorts)
def test_pages_hold_every_idea_once_forwards_and_backwards(sort: str, municipality: Municipality) -> None:
    count = 7
    for number in range(count):
        IdeaFactory(support_count=number // 3, promised_at=now() + timedelta(days=number // 2))
    arguments, seen = {"sort": sort}, []
    page = IDEAS_LIST.page(db.session, public_ideas(), arguments, size=2)
    seen += page.rows
    while page.next_cursor and len(seen) <= count:
        page = IDEAS_LIST.page(db.session, public_ideas(), arguments | {"cursor": page.next_cursor}, size=2)
        seen += page.rows
    assert len({idea.id for idea in seen}) == len(seen) == count
    back = IDEAS_LIST.page(db.session, public_ideas(), arguments | {"cursor": page.previous_cursor}, size=2)
    assert back.rows == seen[-len(page.rows) - 2 : -len(page.rows)]


def test_the_total_counts_this_municipality_alone(
    municipality: Municipality, other_municipality: Municipality
) -> None:
    IdeaFactory()
    with municipality_context(other_municipality.id):
        IdeaFactory()
    assert IDEAS_LIST.page(db.session, public_ideas(), {}).total == 1


@pytest.mark.parametrize("rows", [1, 20])
def test_a_page_costs_two_statements(
    rows: int, municipality: Municipality, count_queries: CountQueries
) -> None:
    for _ in range(rows):
        goal = GoalFactory()
        IdeaFactory(goal_id=goal.id)
    db.session.expire_all()
    db.session.expunge_all()
    with count_queries() as statements:
        page = IDEAS_LIST.page(db.session, public_ideas(), {})
        assert all(idea.title and idea.goal and idea.goal.title for idea in page.rows)
    assert len(statements) == 2


@pytest.mark.parametrize("sort", IDEAS_LIST.sorts)
def test_a_later_page_is_found_in_the_index(
    sort: str, municipality: Municipality, connection: Connection
) -> None:
    for _ in range(3):
        IdeaFactory()
    page = IDEAS_LIST.page(db.session, public_ideas(), {"sort": sort}, size=1)
    plan = plan_of({"sort": sort, "cursor": page.next_cursor or ""}, connection)
    column = IDEAS_LIST.sorts[sort].column.key
    assert f"ix_ideas_municipality_id_is_listed_{column}_id" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


PREFER_INDEX = ("SET LOCAL enable_seqscan = off", "SET LOCAL enable_bitmapscan = off")


def plan_of(arguments: dict[str, str], connection: Connection) -> str:
    """How the database finds a page's rows; PostgreSQL is told that even few rows are worth an index."""
    asked: list[tuple[str, Any]] = []
    event.listen(connection, "before_cursor_execute", lambda *each: asked.append((each[2], each[3])))
    IDEAS_LIST.page(db.session, public_ideas(), arguments, size=1)
    statement, parameters = asked[-1]
    is_postgres = connection.dialect.name == "postgresql"
    for setting in PREFER_INDEX if is_postgres else ():
        connection.exec_driver_sql(setting)
    explain = "EXPLAIN" if is_postgres else "EXPLAIN QUERY PLAN"
    return "\n".join(str(row) for row in connection.exec_driver_sql(f"{explain} {statement}", parameters))


def test_counts_by_status_count_the_public_ideas_of_each_goal(
    municipality: Municipality, count_queries: CountQueries
) -> None:
    goal, other = GoalFactory(), GoalFactory()
    IdeaFactory(goal_id=goal.id), IdeaFactory(goal_id=goal.id, hidden_at=now())
    IdeaFactory(goal_id=other.id, status=IdeaStatus.DECLINED)
    db.session.flush()
    with count_queries() as statements:
        counts = queries.counts_by_status([goal.id, other.id])
    assert counts == {goal.id: {IdeaStatus.PUBLISHED: 1}, other.id: {IdeaStatus.DECLINED: 1}}
    assert len(statements) == 1


def test_latest_answered_come_newest_first(municipality: Municipality) -> None:
    older = IdeaFactory(status=IdeaStatus.DECLINED, decided_at=now() - timedelta(days=1))
    newer = IdeaFactory(status=IdeaStatus.ACCEPTED, decided_at=now())
    IdeaFactory()
    assert queries.latest_answered(5) == [newer, older]
    assert queries.latest_answered(1) == [newer]


def test_needing_support_leaves_out_what_takes_none(municipality: Municipality) -> None:
    many, few = IdeaFactory(support_count=9), IdeaFactory(support_count=1)
    IdeaFactory(status=IdeaStatus.ACCEPTED)
    assert queries.needing_support(5) == [few, many]


def test_the_authors_own_list_starts_with_what_waits_for_the_author(author: Person) -> None:
    published = IdeaFactory(author_id=author.id)
    draft = IdeaFactory(author_id=author.id, status=IdeaStatus.DRAFT, changed_at=now() - timedelta(days=9))
    IdeaFactory()
    assert queries.ideas_of(author) == [draft, published]
