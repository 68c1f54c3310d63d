"""No statement sees another municipality's rows, however it is written."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.municipalities.models import Municipality
from tests.factories.ideas import IdeaFactory

other = aliased(Idea)

READINGS: dict[str, Callable[[], Any]] = {
    "entity": lambda: db.session.scalars(select(Idea)).all(),
    "column": lambda: db.session.scalars(select(Idea.id)).all(),
    "alias": lambda: db.session.scalars(select(other.id)).all(),
    "count": lambda: db.session.scalar(select(func.count()).select_from(Idea)),
    "count of a column": lambda: db.session.scalar(select(func.count(Idea.id))),
    "subquery": lambda: db.session.scalar(select(func.count()).select_from(select(Idea.id).subquery())),
    "subquery of an alias": lambda: db.session.scalar(
        select(func.count()).select_from(select(other.id).subquery())
    ),
    "cte": lambda: db.session.scalars(select(select(Idea.id).cte().c.id)).all(),
    "exists": lambda: db.session.scalar(select(exists(select(Idea.id)))),
    "scalar subquery": lambda: db.session.scalar(select(select(func.count(Idea.id)).scalar_subquery())),
    "in": lambda: db.session.scalars(select(Person.id).where(Person.id.in_(select(Idea.author_id)))).all(),
    "union": lambda: db.session.scalars(select(Idea.id).union(select(other.id))).all(),
    "update": lambda: db.session.execute(update(Idea).values(title="Mine").returning(Idea.id)).all(),
    "delete": lambda: db.session.execute(delete(Idea).returning(Idea.id)).all(),
}


@pytest.fixture
def theirs(other_municipality: Municipality) -> Idea:
    with municipality_context(other_municipality.id):
        idea = IdeaFactory()
    db.session.expunge_all()
    return idea


@pytest.mark.parametrize("reading", READINGS)
def test_reading_finds_nothing_of_the_others(theirs: Idea, reading: str) -> None:
    assert not READINGS[reading]()


@pytest.mark.parametrize("reading", READINGS)
def test_reading_finds_its_own(municipality: Municipality, reading: str) -> None:
    IdeaFactory(status=IdeaStatus.DRAFT)  # which nothing else points to: it can be deleted
    assert READINGS[reading]()


def test_a_statement_made_once_finds_in_each_municipality_its_own(
    municipality: Municipality, other_municipality: Municipality
) -> None:
    statement, found = select(Idea.municipality_id), []
    for place in (municipality, other_municipality, municipality):
        with municipality_context(place.id):
            IdeaFactory()
            found.append(set(db.session.scalars(statement)))
    assert found == [{municipality.id}, {other_municipality.id}, {municipality.id}]


def test_outside_a_municipality_nothing_is_found(session: Any) -> None:
    with pytest.raises(LookupError):
        session.scalars(select(Idea)).all()


def test_the_database_refuses_a_row_that_points_across(theirs: Idea) -> None:
    author_id = theirs.author_id
    with pytest.raises(IntegrityError):
        IdeaFactory(author_id=author_id)
    db.session.rollback()


def test_a_statement_made_once_reads_where_it_is_asked(
    municipality: Municipality, other_municipality: Municipality
) -> None:
    mine = IdeaFactory()
    with municipality_context(other_municipality.id):
        theirs = IdeaFactory()
    statement = select(Idea.id)
    for _ in range(3):
        assert db.session.scalars(statement).all() == [mine.id]
        with municipality_context(other_municipality.id):
            assert db.session.scalars(statement).all() == [theirs.id]
