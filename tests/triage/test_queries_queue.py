"""The queue's statements: as many for twenty cases as for one, no dearer for ten thousand, by indexes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, text

from participation.accounts.models import Person
from participation.cases.models import Case, CaseKind
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.listing import COUNT_LIMIT
from participation.ideas.models import AnswerKind
from participation.municipalities.models import Municipality
from participation.search.services import index
from participation.triage.queries import queue
from participation.triage.rules import ACTS
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import AnswerFactory, CaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.strategies import GoalFactory
from tests.factories.triage import ContributionFactory, NoteFactory
from tests.triage.conftest import waiting

Count = Callable[[], AbstractContextManager[list[str]]]
QUEUE = "/vallensbaek/opgaver/"
MOST = 12


def many(count: int, **more: Any) -> None:
    """So many open cases, in one statement."""
    moment = now()
    rows = [
        {
            "kind": CaseKind.REPORT,
            "due_at": moment + timedelta(minutes=n),
            "subject_title": f"Nr. {n}",
            **more,
        }
        for n in range(count)
    ]
    db.session.execute(insert(Case), rows)


def test_as_many_statements_for_twenty_as_for_one(desk: Any, moderator: Person, count_queries: Count) -> None:
    waiting(1, goal_id=GoalFactory().id)
    desk.get(QUEUE)
    with count_queries() as for_one:
        desk.get(QUEUE)
    for days in range(19):
        owner = PersonFactory().id if days % 2 else moderator.id
        waiting(days, goal_id=GoalFactory().id, case={"owner_id": owner})
    CaseFactory(kind=CaseKind.REPORT, subject_title="En kommentar")
    with count_queries() as for_twenty:
        desk.get(QUEUE)
    assert len(for_one) == len(for_twenty) <= MOST


def test_a_long_case_asks_no_more_than_a_short_one(
    desk: Any, moderator: Person, count_queries: Count
) -> None:
    ideas, counts = [waiting(3), waiting(3)], []
    for idea, many in zip(ideas, (1, 8), strict=True):
        for _ in range(many):
            NoteFactory(case_id=idea.case_id, author_id=PersonFactory().id)
            ContributionFactory(idea_id=idea.id)
            AnswerFactory(idea_id=idea.id, kind=AnswerKind.INTERIM, actor_id=PersonFactory().id)
    for idea in (ideas[0], *ideas):
        db.session.expire_all()
        with count_queries() as statements:
            assert desk.get(f"/vallensbaek/opgaver/{idea.id}").status_code == 200
        counts.append(len(statements))
    assert counts[1] == counts[2]


def test_counting_stops(moderator: Person) -> None:
    many(COUNT_LIMIT + 5, owner_id=moderator.id)
    counts = queue.counts_for(moderator)
    assert (counts.all, counts.mine, counts.nobody) == (COUNT_LIMIT + 1, COUNT_LIMIT + 1, 0)


def test_counts_of_another_municipality_are_not_ours(
    moderator: Person, other_municipality: Municipality
) -> None:
    many(3, municipality_id=other_municipality.id)
    many(2)
    assert queue.counts_for(moderator).all == 2


def test_kind_and_goal_together_are_found_by_index(moderator: Person, connection: Connection) -> None:
    goals = [GoalFactory().id for _ in range(20)]
    for goal_id in goals:
        many(150, goal_id=goal_id, kind=CaseKind.REVIEW)
    many(10, goal_id=goals[7], kind=CaseKind.ANSWER)
    db.session.execute(text("ANALYZE"))
    asked = {"kind": "answer", "goal": str(goals[7])}
    assert len(queue.queue_of(moderator).page(db.session(), queue.open_cases(), asked).rows) == 10
    (plan,) = plans(moderator, asked, connection)
    assert "goal_id_due_at" in plan or "kind_due_at" in plan
    assert "ideas" not in plan and "Seq Scan on cases" not in plan


@pytest.mark.parametrize("asked", [{}, {"owner": "mine"}, {"owner": "nobody"}, {"kind": "report"}])
def test_a_page_and_its_counts_are_found_by_index(
    asked: dict[str, str], moderator: Person, connection: Connection, count_queries: Count
) -> None:
    many(3_000)
    many(1_000, owner_id=moderator.id, kind=CaseKind.WAVE)
    db.session.execute(text("ANALYZE"))
    with count_queries() as statements:
        queue.queue_of(moderator).page(db.session(), queue.open_cases(), asked)
        queue.counts_for(moderator)
    assert len(statements) == 3
    for plan in plans(moderator, asked, connection):
        assert "ix_cases_municipality_id_is_open" in plan
        assert "TEMP B-TREE" not in plan and "Seq Scan on cases" not in plan and "Sort" not in plan


def test_a_case_and_its_acts_ask_little(desk: Any, count_queries: Count) -> None:
    idea = waiting(3, goal_id=GoalFactory().id)
    NoteFactory(case_id=idea.case_id, author_id=PersonFactory().id)
    address = f"{QUEUE}{idea.id}"
    assert desk.get(f"{address}/accept").status_code == 200
    for path in (address, *(f"{address}/{act}" for act in ACTS)):
        db.session.expire_all()
        with count_queries() as statements:
            desk.get(path)
        assert len(statements) <= MOST, (path, statements)


def test_many_similar_ideas_ask_no_more_than_one(desk: Any, count_queries: Count) -> None:
    idea = waiting(3, title="Bænke ved søen", goal_id=GoalFactory().id)
    counts = []
    for _ in range(2):
        for _ in range(2):
            other = waiting(4, title="Bænke ved søen", organisation_id=OrganisationFactory().id)
            index(subject_id=other.id, title=other.title, texts=())
        db.session.expire_all()
        with count_queries() as statements:
            assert desk.get(f"{QUEUE}{idea.id}").text.count("Se siden") == len(counts) * 2 + 2
        counts.append(len(statements))
    assert counts[0] == counts[1]


def plans(viewer: Person, asked: dict[str, str], connection: Connection) -> list[str]:
    """How the database finds the page of cases."""
    listing = queue.queue_of(viewer)
    conditions = [listing.filters[name].condition(value) for name, value in asked.items()]
    rows = queue.open_cases().where(*(each for each in conditions if each is not None))
    rows = rows.where(Case.municipality_id == viewer.municipality_id).order_by(Case.due_at, Case.id).limit(21)
    written = str(rows.compile(connection, compile_kwargs={"literal_binds": True}))
    explain = "EXPLAIN" if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    lines = connection.execute(text(f"{explain} {written}".replace(":", "\\:")))
    return ["\n".join(str(line) for line in lines)]
