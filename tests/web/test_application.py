"""A database that cannot just now is told from a mistake of ours, and the reader is told."""

import sqlite3
from typing import Any

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError

from participation.extensions import db
from participation.web.application import is_busy


def error_of(address: str, statement: str = "SELECT 1") -> DBAPIError:
    with pytest.raises(DBAPIError) as caught, create_engine(address).connect() as connection:
        connection.execute(text(statement))
    return caught.value


@pytest.mark.parametrize(
    "address", ["postgresql+psycopg://nobody@/nothing?host=/nowhere", "sqlite:////nowhere/at/all.sqlite3"]
)
def test_a_database_that_is_not_there_is_busy(address: str) -> None:
    assert is_busy(error_of(address))


def test_a_mistaken_statement_is_not_busy() -> None:
    assert not is_busy(error_of("sqlite://", "SELECT * FROM nothing"))


def test_words_of_a_visitor_make_nothing_busy() -> None:
    error = sqlite3.IntegrityError("UNIQUE constraint failed: the disk is full, said the visitor")
    assert not is_busy(DBAPIError.instance("", {}, error, sqlite3.Error))  # type: ignore[arg-type]


def test_a_database_that_leaves_in_the_middle_is_told_to_somebody_signed_in(
    client_of: Any, citizen: Any
) -> None:
    browser = client_of(citizen)
    asked = 0

    def leave(_connection: Any, _cursor: Any, statement: str, *_: object) -> None:
        nonlocal asked
        asked += statement.startswith("SELECT")
        if asked > 2 and statement.startswith("SELECT"):
            raise db.engine.dialect.loaded_dbapi.OperationalError("the connection is gone")

    event.listen(db.engine, "before_cursor_execute", leave)
    try:
        answer = browser.get("/vallensbaek/min-side")
    finally:
        event.remove(db.engine, "before_cursor_execute", leave)
    assert answer.status_code == 503
    assert "Vi har travlt lige nu" in answer.text
